"""One text: the records, where they stand, and what they say."""

import trichluc

TEXT = (
    "Thực hiện Chỉ thị số 06-CT/TW, ngày 7/11/2006 của Bộ Chính trị, Đảng bộ huyện Bắc Sơn có 49 đảng viên dự thi; "
    "kết quả, Đảng bộ đạt giải Nhì, 2 cá nhân đạt giải Ba cấp tỉnh. Tỷ lệ tham gia trên 95%."
)

extraction = trichluc.extract(TEXT, published="2010-12-01")
for record in extraction.records:
    assert TEXT[record.start : record.end] == record.text
    print(f"{record.start:4} {record.type:10} {record.text}")

citation = extraction.select(trichluc.Citation)[0]
print(citation.number, citation.issuer, citation.issued, citation.key, sep=" | ")
for award in extraction.select(trichluc.Award):
    print(award.name, award.level, [recipient.text for recipient in award.recipients], sep=" | ")
