"""One text: the records, where they stand, and what they say."""

import trichluc

TEXT = (
    "Thực hiện Chỉ thị số 06-CT/TW, ngày 7/11/2006 của Bộ Chính trị, Đảng bộ huyện Bắc Sơn có 49 đảng viên dự thi; "
    "kết quả, Đảng bộ đạt giải Nhì, 2 cá nhân đạt giải Ba cấp tỉnh. Tỷ lệ tham gia trên 95%."
)

extraction = trichluc.extract(TEXT, published="2010-12-01")
for record in extraction.records:
    print(f"{record.start:4} {record.type:10} {TEXT[record.start : record.end]}")

citation = extraction.select(trichluc.Citation)[0]
print(citation.number, citation.issuer, citation.issued, citation.key, sep=" | ")
for award in extraction.select(trichluc.Award):
    print(award.name, award.level, [recipient.text for recipient in award.recipients], sep=" | ")

# prints:
#   10 citation   Chỉ thị số 06-CT/TW
#   31 date       ngày 7/11/2006
#   50 entity     Bộ Chính trị
#   64 entity     Đảng bộ huyện Bắc Sơn
#   89 count      49 đảng viên
#  131 award      giải Nhì
#  141 count      2 cá nhân
#  155 award      giải Ba cấp tỉnh
#  188 percentage trên 95%
# 06-CT/TW | Bộ Chính trị | 2006-11-07 | ('6-CT/TW', 'party', '2006')
# Giải Nhì | None | ['Đảng bộ']
# Giải Ba | province | ['2 cá nhân']
