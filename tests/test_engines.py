"""The tagger: underthesea's output, our offsets, linear time, known files."""

from __future__ import annotations

import itertools
import random
import re
import shutil
import subprocess
import sys
import time
import tomllib
import unicodedata
from pathlib import Path

import pytest

from trichluc.engines import CompiledTagger, StockTagger, Tagger, default_tagger, wheel
from trichluc.engines import chain as chains
from trichluc.engines import segmenter as segmenters
from trichluc.engines.chain import Chain
from trichluc.engines.compiled import _load_chains, _words
from trichluc.engines.crf import Model, read_model
from trichluc.engines.segmenter import load_segmenter
from trichluc.engines.syllables import LONGEST_RUN, load_syllabifier
from trichluc.errors import EngineError
from trichluc.text import fold

ROOT = Path(__file__).parent.parent
TAGGER = default_tagger()
STOCK = StockTagger()
PLAIN = "Sáng 12/3, bà Lò Thị Hoa ở xã Mường Phăng nhận 15 triệu đồng của Uỷ ban nhân dân tỉnh Điện Biên."


def sentences(folder: Path) -> list[str]:
    """Sentences of the folder's articles, in NFC; cut by form, since no cutting is wrong here."""
    files = sorted(folder.glob("*.txt"))
    if not files:
        pytest.skip(f"no articles in {folder}")
    text = "\n".join(unicodedata.normalize("NFC", file.read_text("utf-8-sig")) for file in files)
    return [sentence for sentence in re.split(r"\n+|(?<=[.!?;]) ", text) if sentence.strip()]


FOLDERS = [ROOT / "data" / "articles", ROOT.parent / "shared" / "gold" / "dev"]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_words_are_those_of_underthesea(folder: Path) -> None:
    differing = [sentence for sentence in sentences(folder) if TAGGER.words(sentence) != STOCK.words(sentence)]
    assert differing == []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_tags_are_those_of_underthesea(folder: Path) -> None:
    # underthesea is slow: a third of the sentences here; all of them were compared when this was written.
    differing = [sentence for sentence in sentences(folder)[::3] if TAGGER.tag(sentence) != STOCK.tag(sentence)]
    assert differing == []


PIECES = [
    *("ông", "Nguyễn", "Văn", "An", "tỉnh", "HÀ", "nội", "nghành", "uỷ", "hoà", "bíết", "quyết", "định", "số"),
    *("15/2024/NĐ-CP", "43H-0530", "H'Mông", "N’Thôn", "T.Ư", "Tp.", "TP.", "A.B.", "AT&T", "ThS.", "Th.S", "e-mail", "v.v", "4K", "3x4"),
    *("1.234,5", "1,234", "10:20:50", "02-03-2014", "2014/08/20", "03-5730-2357", "-1", "+5", "1_2", "25", "²", "½", "٣", "99999999999"),
    *("https://bao.example.vn/tin-1.html", "a.b@c.vn", "www.abc.com.vn", "(a(b)c)", "<br/>", "&nbsp;", "[1]", "{x}", "#thẻ", "@"),
    *(":D", ":)", "=))", "<3", "->", "==>", "--", "…", "–", "“", "”", "°C", "%", "$", "×", "ʺ", "~", "_"),
    *(".", ",", "(", ")", ";", "?", "😀", "👨‍👩‍👧", "ð", "Ð", "ﬁ", "①", "中文", "привет", "ΑΣ", "İ", "ß", "ǅ", "\u0301", "\u200b"),
    *("\u00a0", "\t", "\n", "\x1c", "\u2028"),
]


def cut_score(syllables: list[str], begins: list[bool]) -> float:
    """What the segmentation model thinks of a segmentation, up to a constant."""
    segmenter = load_segmenter()
    odds = segmenter._odds(syllables)  # noqa: SLF001 - the sums themselves are in question
    inside = [not begin for begin in begins]
    steps = sum(segmenter._steps[2 * here + next_one] for here, next_one in itertools.pairwise(inside))  # noqa: SLF001
    return steps + sum(itertools.compress(odds, inside))


def tag_score(chain: Chain, labels: list[str], *columns: list[str]) -> int:
    """What a tagging model thinks of a row of labels, up to a constant, in its fixed point."""
    evidence = chain._evidence(columns)[0]  # noqa: SLF001 - the sums themselves are in question
    path = [chain.labels.index(label) for label in labels]
    rows = [row + (1 << 46) * chain._ones for row in chain._rows]  # noqa: SLF001
    steps = sum(rows[here] >> 48 * after & (1 << 48) - 1 for here, after in itertools.pairwise(path))
    return steps + sum(total >> 48 * label & (1 << 48) - 1 for total, label in zip(evidence, path, strict=True))


def assert_equal_or_equally_good(sentence: str) -> bool:
    """Rows of unknown signs have several best readings, `N V N N` and `N N V N`: there the last bit of a sum decides."""
    ours, theirs = TAGGER.tag(sentence), STOCK.tag(sentence)
    if ours == theirs:
        return True
    syllables, starts, _ = load_syllabifier().cut(sentence)
    begins, other_begins = ([start in {token.start for token in tokens} for start in starts] for tokens in (ours, theirs))
    if begins != other_begins:
        assert cut_score(syllables, begins) == pytest.approx(cut_score(syllables, other_begins), abs=1e-9), sentence
        return False
    words = _words(begins, syllables)
    speech, names = _load_chains()
    tags, other_tags = ([token.tag for token in tokens] for tokens in (ours, theirs))
    if tags != other_tags:
        assert tag_score(speech, tags, words) == tag_score(speech, other_tags, words), sentence
        return False
    labels, other_labels = ([token.ner for token in tokens] for tokens in (ours, theirs))
    assert tag_score(names, labels, words, tags) == tag_score(names, other_labels, words, tags), sentence
    return False


def test_any_mixture_of_pieces_is_read_as_underthesea_reads_it() -> None:
    dice = random.Random(9)  # noqa: S311 - the same mixtures every time
    equal = 0
    for _ in range(1500):
        pieces = dice.choices(PIECES, k=dice.randint(1, 12))
        mixture = "".join(piece + dice.choice(["", " ", " ", " "]) for piece in pieces)
        equal += assert_equal_or_equally_good(unicodedata.normalize("NFC", mixture))
    assert equal > 1450


def test_nothing_gives_nothing() -> None:
    for empty in ("", " ", "\n", "\u00a0 "):
        assert list(TAGGER.words(empty)) == list(TAGGER.tag(empty)) == list(STOCK.tag(empty)) == []


def test_the_last_full_stop_is_cut_off_at_the_very_end_only() -> None:
    # underthesea: `A.` is an abbreviation unless the text, or its last line, ends there
    for sentence in ("về TP.", "về TP.\n", "về TP. ", "về TP.\n\n", "về TP.\r\n", "về TP. nay"):
        assert TAGGER.words(sentence) == STOCK.words(sentence), repr(sentence)


VARIANTS = {
    "nfd": unicodedata.normalize("NFD", PLAIN),
    "new tone placement": PLAIN.replace("Uỷ", "Ủy"),
    "nbsp": PLAIN.replace(" ", "\u00a0"),
    "two spaces": PLAIN.replace(" ", "  "),
    "line ends": PLAIN.replace(" ở ", "\r\nở "),
    "zero-width": PLAIN.replace("Mường", "Mư\u200bờng\u200d").replace("Uỷ", "\ufeffUỷ"),
    "soft hyphen": PLAIN.replace("triệu", "tri\u00adệu"),
    "stroke of another letter": PLAIN.replace("Đ", "Ð"),
}


@pytest.mark.parametrize("variant", VARIANTS.values(), ids=VARIANTS.keys())
def test_folded_variants_have_the_same_words_each_at_its_place(variant: str) -> None:
    plain = fold(PLAIN)
    text = fold(variant)
    words = TAGGER.words(text.folded)
    assert [text.folded[a:b] for a, b in words] == [plain.folded[a:b] for a, b in TAGGER.words(plain.folded)]
    assert [fold(text.printed(a, b)).folded for a, b in words] == [text.folded[a:b] for a, b in words]
    assert TAGGER.tag(text.folded) == TAGGER.tag(plain.folded)


@pytest.mark.parametrize(
    "around",
    [
        "😀{}👍🏽",
        '<p class="x">{}</p>',
        "{} https://bao.example.vn/tin-(1)/a-b.html?x=1&y=2",
        "{}&nbsp;<br/>",
        "👨‍👩‍👧 {} \x1b[0m",
        "“{}”…",
    ],
)
def test_every_character_but_spaces_is_in_one_word_whatever_stands_around(around: str) -> None:
    sentence = around.format(PLAIN)
    for spans in (TAGGER.words(sentence), [(token.start, token.end) for token in TAGGER.tag(sentence)]):
        assert all(a < b for a, b in spans)
        assert all(b <= c for (_, b), (c, _) in itertools.pairwise(spans))
        covered = "".join(sentence[a:b] for a, b in spans)
        assert "".join(covered.split()) == "".join(sentence.split())
        assert not any(sentence[a].isspace() or sentence[b - 1].isspace() for a, b in spans)
    assert "Mường Phăng" in {sentence[a:b] for a, b in TAGGER.words(sentence)}


def test_input_that_is_not_nfc_keeps_exact_spans_and_the_stock_tagger_refuses_it() -> None:
    decomposed = unicodedata.normalize("NFD", PLAIN)
    covered = "".join(decomposed[a:b] for a, b in TAGGER.words(decomposed))
    assert "".join(covered.split()) == "".join(decomposed.split())
    with pytest.raises(EngineError, match="NFC"):
        STOCK.words(decomposed)


@pytest.mark.parametrize("unit", ["a.", "1.", "a", "5", "a@", "+a", "(a", "a-", "A&", "ông ", "Hà Nội, ", "1/2 "])
def test_time_grows_with_the_length_and_no_faster(unit: str) -> None:
    def seconds(length: int) -> float:
        sentence = (unit * length)[:length]
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            TAGGER.tag(sentence)
            best = min(best, time.process_time() - start)
        return best

    seconds(500)
    assert seconds(12_000) < 24 * max(seconds(1_500), 0.002)  # eight times the text; quadratic would be 64


def test_an_address_with_a_long_row_of_dots_is_read_at_once() -> None:
    # with 24 dots underthesea's own pattern takes seconds, twice as long with each dot more
    address = "http://bao.example.vn" + "." * 200
    assert sum(b - a for a, b in TAGGER.words(f"xem {address} nhé")) == len(address) + 6


def test_a_run_without_spaces_is_cut_at_its_longest() -> None:
    syllables, starts, ends = load_syllabifier().cut("a" * (2 * LONGEST_RUN + 1))
    assert list(map(len, syllables)) == [LONGEST_RUN, LONGEST_RUN, 1]
    assert starts == [0, *ends[:-1]]


def test_the_files_of_the_installed_underthesea_are_the_known_ones() -> None:
    for path in wheel.FILES:
        assert wheel.read_file(path)


def test_the_token_pattern_differs_from_underthesea_s_in_one_repetition() -> None:
    from underthesea.pipeline.word_tokenize.regex_tokenize import patterns

    theirs, ours = patterns.pattern, wheel.read_pattern().pattern
    assert len(theirs) == len(ours)
    assert [a + b for a, b in zip(theirs, ours, strict=True) if a != b] == ["+ "]


def test_the_version_is_pinned_to_the_minor_whose_files_are_known() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert f"underthesea>={wheel.VERSION},<9.6" in project["dependencies"]


def test_a_changed_file_is_refused_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = "pipeline/ner/ner_crf_2017_10_12.bin"
    copy = tmp_path / path
    copy.parent.mkdir(parents=True)
    shutil.copy(wheel._package() / path, copy)  # noqa: SLF001 - where the wheel lies is nobody else's business
    monkeypatch.setattr(wheel, "_package", lambda: tmp_path)
    assert wheel.read_file(path)
    with copy.open("ab") as file:
        file.write(b"\0")
    with pytest.raises(EngineError, match=r"ner_crf_2017_10_12.bin has SHA-256 .*StockTagger"):
        wheel.read_file(path)
    with pytest.raises(EngineError, match=r"pos_crf_2017_10_11\.bin cannot be read"):
        wheel.read_file("pipeline/pos_tag/pos_crf_2017_10_11.bin")


def test_another_version_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.metadata.version", lambda _: "9.50.1")
    with pytest.raises(EngineError, match=r"underthesea 9\.50\.1 is installed.*9\.5\.x"):
        wheel.read_file("pipeline/ner/ner_crf_2017_10_12.bin")


def test_a_missing_underthesea_is_said_to_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(EngineError, match="not installed"):
        wheel.read_file("pipeline/ner/ner_crf_2017_10_12.bin")
    monkeypatch.setitem(sys.modules, "underthesea", None)
    with pytest.raises(EngineError, match="not installed"):
        STOCK.tag("Huế")


def test_a_pickle_that_names_a_class_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    import pickle

    monkeypatch.setattr(wheel, "read_file", lambda _: pickle.dumps(Path("x")))
    with pytest.raises(EngineError, match="plain data"):
        wheel.read_data("anything")


def test_a_file_of_another_form_is_no_model() -> None:
    with pytest.raises(EngineError, match="lCRF"):
        read_model(bytes(64), lambda _: 1, round)


def run(code: str) -> None:
    subprocess.run([sys.executable, "-c", code], check=True)


def test_tagging_never_imports_underthesea() -> None:
    run(
        "import sys; from trichluc.engines import default_tagger; assert default_tagger().tag('Bà Hoa ở Huế.');"
        "assert not [name for name in sys.modules if name.startswith('underthesea')]"
    )


def test_segmentation_loads_no_tagging_model_and_importing_loads_nothing() -> None:
    run(
        "from trichluc.engines import default_tagger, compiled, segmenter; tagger = default_tagger();"
        "assert not segmenter.load_segmenter.cache_info().currsize; assert tagger.words('Bà Hoa ở Huế.');"
        "assert not compiled._load_chains.cache_info().currsize"
    )


def test_what_is_remembered_is_bounded_and_forgetting_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = TAGGER.tag(PLAIN)
    monkeypatch.setattr(segmenters, "_KNOWN_PAIRS", 3)
    monkeypatch.setattr(segmenters, "_KNOWN_SYLLABLES", 3)
    monkeypatch.setattr(chains, "_KNOWN_VALUES", 3)
    load_segmenter.cache_clear()
    fresh = load_segmenter()
    assert TAGGER.tag(PLAIN) == expected
    assert len(fresh._pairs) <= 3  # noqa: SLF001 - the memory is an inner matter
    load_segmenter.cache_clear()


def test_every_sum_of_weights_fits_its_lane() -> None:
    for path in ("pipeline/pos_tag/pos_crf_2017_10_11.bin", "pipeline/ner/ner_crf_2017_10_12.bin"):
        data = wheel.read_file(path)
        most = 0.0
        for sign in (1, -1):
            model = read_model(data, lambda _: 1.0, lambda weight, sign=sign: max(sign * weight, 0.0))
            most = max(most, sum(max(values.values()) for values in model.weights.values()))
            most = max(most, *map(abs, model.transitions.values()))
        assert 4 * most < 1 << 10


def best_path(model: Model[int], words: list[str]) -> list[str]:
    """Score every path; the first of the best."""
    count = len(model.labels)
    zero = sum(1 << 48 * lane + 46 for lane in range(count))
    padded = ["BOS", "BOS", *words, "EOS", "EOS"]
    evidence = []
    for at in range(len(words)):
        lanes = zero + sum(model.weights[f"T[{offset}]"][padded[at + 2 + offset]] for offset in range(-2, 3))
        evidence.append([lanes >> 48 * label & (1 << 48) - 1 for label in range(count)])

    def score(path: tuple[int, ...]) -> int:
        steps = sum(round(model.transitions.get(step, 0.0) * 2**36) for step in itertools.pairwise(path))
        return steps + sum(evidence[at][label] for at, label in enumerate(path))

    return [model.labels[label] for label in max(itertools.product(range(count), repeat=len(words)), key=score)]


def test_the_search_is_exact() -> None:
    dice = random.Random(4)  # noqa: S311 - the same models every time
    labels = ("a", "b", "c", "d")
    for _ in range(50):
        weights = {
            f"T[{offset}]": {
                value: sum(round(dice.gauss(0, 1) * 2**36) << 48 * lane for lane in range(4)) for value in ("u", "v", "w", "BOS", "EOS")
            }
            for offset in range(-2, 3)
        }
        transitions = {(a, b): dice.gauss(0, 4) for a in range(4) for b in range(4) if dice.random() < 0.7}
        model = Model(labels, weights, 0, transitions)
        chain = Chain(model, [""], "[1]")
        for length in (1, 2, 3, 5):
            words = dice.choices("uvw", k=length)
            assert chain.tag(words) == best_path(model, words)


def test_both_taggers_satisfy_the_protocol() -> None:
    assert isinstance(CompiledTagger(), Tagger)
    assert isinstance(StockTagger(), Tagger)
