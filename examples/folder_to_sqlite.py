"""A folder of articles into one SQLite file, and two questions to it.

The same without Python: ``trichluc extract data/articles -o facts.sqlite``, then ``sqlite3 facts.sqlite``.
"""

import sqlite3
from pathlib import Path

from trichluc.batch import extract_pairs
from trichluc.readers import read_articles
from trichluc.writers import open_writer

ARTICLES = Path(__file__).parents[1] / "data" / "articles"  # yours: any folder, file, glob, .jsonl, .gz or .zip
FACTS = Path("example.sqlite")

# Which documents are cited in more than one article? A document is one, however each article names it.
CITED = "SELECT document, articles, mentions FROM documents_cited WHERE articles > 1"

# Who was given an award of the state or of a minister, and where does it stand?
AWARDS = """
    SELECT recipients.text, awards.name, facts.source, facts.start
    FROM awards JOIN recipients ON recipients.award = awards.record JOIN facts ON facts.id = awards.record
    WHERE awards.status = 'awarded' AND awards.level = 'national' AND awards.category <> 'medal'
    ORDER BY facts.source, facts.start LIMIT 6
"""


def main() -> None:
    """Extract, then ask."""
    with open_writer(FACTS) as writer:
        for source, result in extract_pairs(read_articles([ARTICLES]), workers=2):
            writer.write(result, source)
    database = sqlite3.connect(FACTS)
    print("cited in several articles:")
    for document, articles, mentions in database.execute(CITED):
        print(f"  {document}: {articles} articles, {mentions} mentions")
    print("national awards:")
    for recipient, award, source, start in database.execute(AWARDS):
        print(f"  {recipient}: {award} ({Path(source).name}, {start})")


if __name__ == "__main__":  # worker processes import this file; without the guard they would start workers of their own
    main()

# prints:
# cited in several articles:
#   Bộ luật Hình sự (state, 2015): 2 articles, 2 mentions
# national awards:
#   Hoà: Bằng khen (crlf.txt, 1639)
#   83/96 em: Giải Nhất (education.txt, 2020)
#   83/96 em: Giải Nhì (education.txt, 2034)
#   83/96 em: Giải Ba (education.txt, 2047)
#   83/96 em: Giải Khuyến khích (education.txt, 2061)
#   14 tập thể: Cờ thi đua (emulation-congress.txt, 763)
