from dataclasses import replace
from pathlib import Path

import pytest

from flows.documents.brand import Brand, Cover, Logo
from flows.documents.photos import Photo
from flows.press.looks import Looks, _code_digest, fingerprint, fonts_digest, read_looks
from flows.press.store.cache import Cache
from flows.press.web.stylesheet import stylesheet
from flows.press.word.reference import reference_document
from flows.press.word.styles import paragraph_styles
from tests.documents.test_brand import marked, neutral
from tests.press.printing import REPOSITORY, document, neutral_looks, own_looks, printed
from tests.press.test_files import part, pdf_alternatives

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="10"><rect width="40" height="10"/></svg>'


def brand() -> Brand:
    return neutral_looks().brand


def test_the_neutral_brand_needs_no_files(tmp_path: Path) -> None:
    looks, problems = read_looks(tmp_path, marked(neutral()))
    assert problems == []
    assert looks == Looks(brand())


def test_the_brand_of_this_repository_has_fonts_of_its_own() -> None:
    assert own_looks().fonts == "shared/brand/fonts"
    assert "OFL" in "".join(path.name for path in (REPOSITORY / own_looks().fonts).iterdir())


def test_a_font_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    looks, problems = read_looks(tmp_path, marked(neutral({"Libertinus Serif": "Comic Sans"})))
    assert looks is None
    assert [(found.code, found.args["name"]) for found in problems] == [("SP806", "Comic Sans")]


def test_a_logo_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    looks, problems = read_looks(tmp_path, marked(neutral() + "logo: {file: logo.svg, alt: Ons logo}\n"))
    assert looks is None
    assert [(found.code, found.args["name"]) for found in problems] == [("SP806", "shared/brand/logo.svg")]


def test_a_logo_stands_on_the_cover_of_every_format(tmp_path: Path) -> None:
    (tmp_path / "shared" / "brand").mkdir(parents=True)
    (tmp_path / "shared" / "brand" / "logo.svg").write_text(LOGO)
    looks, problems = read_looks(
        tmp_path, marked(neutral() + 'logo: {file: logo.svg, alt: Ons "logo" <b>}\n')
    )
    assert looks is not None, problems
    files = printed(document(), tmp_path, looks)
    page = files["html"].read_text(encoding="utf-8")
    assert page.count('alt="Ons &quot;logo&quot; &lt;b&gt;"') == 1
    assert 'descr="Ons &quot;logo&quot; &lt;b&gt;"' in part(files["docx"], "word/document.xml")
    assert 'Ons "logo" <b>' in pdf_alternatives(files["pdf"])


def test_the_logo_for_dark_grounds_stands_where_the_ground_is_dark(tmp_path: Path) -> None:
    from base64 import b64encode

    folder = tmp_path / "shared" / "brand"
    folder.mkdir(parents=True)
    drawn = {name: LOGO.replace("<rect", f'<rect fill="{fill}"') for name, fill in FILLS.items()}
    for name, drawing in drawn.items():
        (folder / name).write_text(drawing)
    dark, _ = read_looks(tmp_path, marked(neutral() + "logo: {file: day.svg, dark: night.svg, alt: x}\n"))
    assert dark is not None
    pale = replace(dark.brand, cover=Cover("white", "ink"))
    for looks, name in ((dark, "night.svg"), (replace(dark, brand=pale), "day.svg")):
        page = printed(document(), tmp_path, looks, ["html"])["html"].read_text(encoding="utf-8")
        address = b64encode(drawn[name].encode()).decode()
        assert page.count("data:image/svg+xml") == page.count(address) == 1


FILLS = {"day.svg": "#123456", "night.svg": "#fedcba"}


def test_everything_that_decides_what_files_hold_is_in_the_fingerprint(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache.sqlite3")
    (tmp_path / "fonts").mkdir()
    font = tmp_path / "fonts" / "a.ttf"
    font.write_bytes(b"een")
    (tmp_path / "logo.svg").write_text(LOGO)
    looks = Looks(brand(), "fonts", "logo.svg")
    seen = [fingerprint(tmp_path, looks, cache), fingerprint(tmp_path, Looks(brand()), cache)]
    changed = replace(brand(), colours={**brand().colours, "grey": "#000000"})
    seen.append(fingerprint(tmp_path, replace(looks, brand=changed), cache))
    seen.append(
        fingerprint(tmp_path, replace(looks, brand=replace(brand(), logo=Logo("logo.svg", "x"))), cache)
    )
    (tmp_path / "logo.svg").write_text(LOGO + " ")
    seen.append(fingerprint(tmp_path, looks, cache))
    (tmp_path / "night.svg").write_text(LOGO)
    seen.append(fingerprint(tmp_path, replace(looks, dark_logo="night.svg"), cache))
    (tmp_path / "night.svg").write_text(LOGO + " ")
    seen.append(fingerprint(tmp_path, replace(looks, dark_logo="night.svg"), cache))
    font.write_bytes(b"twee")
    fonts_digest.cache_clear()
    seen.append(fingerprint(tmp_path, looks, cache))
    (tmp_path / "shared" / "brand").mkdir(parents=True)
    photo = Photo("x.jpg", "Een fabriek", "Testbeeld")
    pictured = replace(looks, brand=replace(brand(), cover=replace(brand().cover, photo=photo)))
    for content in (b"een", b"twee"):
        (tmp_path / "shared" / "brand" / "x.jpg").write_bytes(content)
        seen.append(fingerprint(tmp_path, pictured, cache))
    assert len(set(seen)) == len(seen)
    assert fingerprint(tmp_path, pictured, cache) == seen[-1]


@pytest.mark.parametrize("room", ["changes", "desk", "documents", "positions", "press", "translation"])
def test_code_that_makes_documents_is_in_the_fingerprint(
    room: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def now() -> str:
        _code_digest.cache_clear()
        return fingerprint(tmp_path, neutral_looks(), Cache(tmp_path / "cache.sqlite3"))

    (tmp_path / room).mkdir()
    monkeypatch.setattr("flows.press.looks._FLOWS", tmp_path)
    before = now()
    (tmp_path / room / "new.py").write_text("")
    assert now() != before
    _code_digest.cache_clear()


def test_a_new_version_of_a_tool_changes_the_fingerprint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path / "cache.sqlite3")
    before = fingerprint(tmp_path, neutral_looks(), cache)
    monkeypatch.setattr("flows.press.doors.pandoc.version", lambda cache: "pandoc 99")
    assert fingerprint(tmp_path, neutral_looks(), cache) != before


def test_a_colour_changed_in_the_brand_changes_in_all_three(tmp_path: Path) -> None:
    other = replace(brand(), colours={**brand().colours, "slate": "#123456"})
    files = printed(document(), tmp_path, Looks(other))
    assert "--solid: #123456" in files["html"].read_text(encoding="utf-8")
    assert 'w:fill="123456"' in part(files["docx"], "word/styles.xml")
    assert 'w:color w:val="123456"' in part(files["docx"], "word/styles.xml")
    assert (
        printed(document(), tmp_path / "x", formats=["pdf"])["pdf"].read_bytes() != files["pdf"].read_bytes()
    )


def test_the_reference_document_is_a_word_file_with_every_style(tmp_path: Path) -> None:
    import docx

    file = tmp_path / "reference.docx"
    file.write_bytes(reference_document(brand()))
    assert reference_document(brand()) == file.read_bytes()
    names = {style.name for style in docx.Document(str(file)).styles}
    # python-docx shows Word's own names of built-in styles with a capital.
    assert {name.title() for name in paragraph_styles(brand())} <= {str(name).title() for name in names}


def test_css_names_every_tone_and_quotes_fonts() -> None:
    css = stylesheet(brand(), "")
    for number in range(len(brand().chapters) + 1):
        assert f".tone-{number} {{ --solid: {brand().tone(number)[0]};" in css
    assert "--font: 'Libertinus Serif', 'Georgia'" in css
