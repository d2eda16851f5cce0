"""Citations across a folder as a graph: which article cites which document, in GraphML for Gephi, yEd or networkx.

A document is one node however it is named: by its full number, by a short form later in the article, or in another article. What makes
it one is `Citation.key`: number, system or issuer, year of issue.
"""

from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

import trichluc
from trichluc.facts import document_label, documents
from trichluc.readers import read_articles

ARTICLES = Path(__file__).parents[1] / "data" / "articles"
GRAPH = Path("citations.graphml")


def add(graph: ET.Element, tag: str, label: str, attributes: dict[str, str]) -> None:
    """A node or an edge with its label."""
    ET.SubElement(ET.SubElement(graph, tag, attributes), "data", key="label").text = label


root = ET.Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
ET.SubElement(root, "key", {"id": "label", "for": "all", "attr.name": "label", "attr.type": "string"})
graph = ET.SubElement(root, "graph", edgedefault="directed")

cited: Counter[str] = Counter()
edges = 0
for result in trichluc.extract_many(read_articles([ARTICLES]), entities=False, types=["citation"]):
    if isinstance(result, trichluc.Failure):
        continue
    article = Path(result.source or "").stem
    labels = Counter(label for key in documents(result).values() if (label := document_label(key)))
    if labels:
        add(graph, "node", result.article.title or article, {"id": article})
    for label, mentions in labels.items():
        if label not in cited:
            add(graph, "node", label, {"id": label})
        cited[label] += 1
        add(graph, "edge", str(mentions), {"source": article, "target": label})
        edges += 1

ET.indent(root)
ET.ElementTree(root).write(GRAPH, encoding="utf-8", xml_declaration=True)
print(f"{len(cited)} documents, {edges} edges in {GRAPH}")
for label, articles in cited.most_common(3):
    print(f"  {label}: cited by {articles}")

# prints:
# 43 documents, 44 edges in citations.graphml
#   Bộ luật Hình sự (state, 2015): cited by 2
#   2764/QĐ-UBND (state, 2020): cited by 1
#   96/2021/HS-ST (state, 2021): cited by 1
