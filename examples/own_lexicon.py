"""A lexicon of one's own: words the library does not know, from a TOML file beside this script."""

from pathlib import Path

import trichluc

TEXT = "Hội chợ có 40 gian hàng OCOP và 12 điểm check-in."

pipeline = trichluc.Pipeline(lexicons=[Path(__file__).with_name("own_lexicon.toml")])
for name, extraction in (
    ("without", trichluc.extract(TEXT, entities=False)),
    ("with", pipeline.extract(TEXT, entities=False)),
):
    print(name, [(count.value, count.noun) for count in extraction.select(trichluc.Count)])

# prints:
# without [(40, 'gian hàng')]
# with [(40, 'gian hàng OCOP'), (12, 'điểm check-in')]
