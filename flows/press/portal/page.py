"""The portal as a web page: landmarks, one ``h1``, a map of tiles and a card for each province."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from string import Template

from flows.documents.portal.cards import Label, Portal, ProvinceCard, Shelf
from flows.documents.portal.links import Link
from flows.documents.portal.reports import Report
from flows.press.looks import Looks
from flows.press.pictures import addresses
from flows.press.web.stylesheet import NO_FACES, stylesheet

_TEMPLATES = Path(__file__).parent / "templates"
_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html",
    "pdf": "application/pdf",
}


def page_of(page: Portal, looks: Looks, root: Path, faces: Mapping[str, str] = NO_FACES) -> str:
    """The portal as a web page.

    Args:
        page: What it tells.
        looks: The brand.
        root: The content root, in which its logo is.
        faces: The faces of its font, as `stylesheet` wants them.
    """
    label, tones = page.labels, len(looks.brand.chapters)
    draft = f" ({label['draft'].text})" if page.draft else ""
    rules = (_TEMPLATES / "portal.css").read_text(encoding="utf-8")
    return Template((_TEMPLATES / "portal.html").read_text(encoding="utf-8")).substitute(
        language=escape(page.language),
        page_title=escape(f"{page.title} – {label['edition'].text} {page.edition}{draft}"),
        style=stylesheet(looks.brand, rules, faces).strip(),
        script=(_TEMPLATES / "portal.js").read_text(encoding="utf-8").strip(),
        skip_link=escape(label["skip_link"].text),
        logo=_logo(looks, root),
        organisation=escape(page.organisation),
        title=escape(page.title),
        edition=escape(f"{label['edition'].text} {page.edition}"),
        election=escape(page.election),
        draft=f'<p class="draft">{_both(label["draft"])}</p>' if page.draft else "",
        numbers="\n".join(_numbers(page)),
        map_name=escape(label["portal_map"].text),
        map_kind="map" if page.has_map else "grid",
        letters=str(max((card.longest_word for card in page.cards), default=1)),
        tiles="\n".join(_tile(page, card) for card in _by_place(page)),
        provinces=_both(label["portal_provinces"]),
        search=_both(label["portal_search"]),
        found=escape(label["portal_found"].text),
        national=_national(page),
        cards="\n".join(_card(page, card, at % tones + 1) for at, card in enumerate(page.cards)),
        reports=_reports(page),
    )


def _both(label: Label) -> str:
    """A fixed text, with the English beside it."""
    beside = f' <span class="beside" lang="en">{escape(label.beside)}</span>' if label.beside else ""
    return f"{escape(label.text)}{beside}"


def _logo(looks: Looks, root: Path) -> str:
    brand = looks.brand
    file = looks.logo_on(brand.colour(brand.cover.ground))
    if not file or brand.logo is None:
        return ""
    address = addresses([file], root)[file]
    return f'<img class="logo" src="{address}" alt="{escape(brand.logo.alt)}">'


def _numbers(page: Portal) -> Iterator[str]:
    shelves = [shelf for card in page.cards for shelf in card.shelves]
    numbers = [page.todo, *(card.todo for card in page.cards)]
    todo = sum(number for one in numbers for _, number in one)
    made = f"{sum(shelf.made for shelf in shelves)}<small> / {len(shelves)}</small>"
    for name, number in (("provinces", len(page.cards)), ("documents", made), ("attention", todo)):
        yield f"<div><dt>{_both(page.labels[f'portal_{name}'])}</dt><dd>{number}</dd></div>"


def _by_place(page: Portal) -> list[ProvinceCard]:
    """The cards as a reader meets them on the map: row by row."""
    if not page.has_map:
        return list(page.cards)
    return sorted(page.cards, key=lambda card: (card.tile.row, card.tile.column) if card.tile else (0, 0))


def _tile(page: Portal, card: ProvinceCard) -> str:
    at = f' style="--column:{card.tile.column};--row:{card.tile.row}"' if page.has_map and card.tile else ""
    made = sum(shelf.made for shelf in card.shelves)
    kind = "broken" if card.broken else "full" if made == len(card.shelves) else "part" if made else "none"
    unread = f'<b aria-hidden="true">!</b>{_why(page)}' if card.broken else ""
    marks = "".join(_mark(page, shelf) for shelf in card.shelves) or unread
    return (
        f'<li{at} data-of="{escape(card.slug)}"><a class="{kind}" href="#{escape(card.slug)}">'
        f'<span class="name">{escape(card.name)}</span><span class="marks">{marks}</span></a></li>'
    )


def _mark(page: Portal, shelf: Shelf) -> str:
    """A language on a tile: filled where it is made; in words for who does not see that."""
    state = page.labels[shelf.state].text
    kind = ' class="made"' if shelf.made else ""
    return (
        f'<b{kind} aria-hidden="true">{escape(shelf.language)}</b>'
        f'<span class="unseen">, {escape(shelf.name)} {escape(state)}</span>'
    )


def _why(page: Portal) -> str:
    return f'<span class="unseen">, {escape(page.labels["portal_broken"].text)}</span>'


def _card(page: Portal, card: ProvinceCard, tone: int) -> str:
    slug = escape(card.slug)
    capital = f'<p class="capital">{escape(card.capital)}</p>' if card.capital else ""
    shelves = "".join(_shelf(page, card, shelf) for shelf in card.shelves)
    unread = card.broken and not card.shelves
    broken = f'<p class="state broken">{_both(page.labels["portal_broken"])}</p>' if unread else ""
    return (
        f'<article class="card tone-{tone}" id="{slug}" aria-labelledby="name-{slug}" tabindex="-1" '
        f'data-search="{escape(card.search)}">\n'
        f'<header><h3 id="name-{slug}">{escape(card.name)}</h3>{capital}</header>\n'
        f"{broken}{shelves}{_changes(page, card)}{_todo(page, card.todo)}</article>"
    )


def _todo(page: Portal, numbers: Sequence[tuple[str, int]]) -> str:
    items = "".join(
        f"<li><strong>{number}</strong> <span>{_both(page.labels[name])}</span></li>"
        for name, number in numbers
    )
    return f'<ul class="todo">{items}</ul>' if items else ""


def _national(page: Portal) -> str:
    """What is to be done in the texts of all provinces."""
    if not page.todo:
        return ""
    title = _both(page.labels["portal_national"])
    return f'<div class="national"><h3>{title}</h3>{_todo(page, page.todo)}</div>'


def _changes(page: Portal, card: ProvinceCard) -> str:
    """What changed for a province since the edition before."""
    return "".join(_change(page, report) for report in card.reports)


def _change(page: Portal, report: Report) -> str:
    label, pair = page.labels["portal_compared"], report.pair.replace("-", "–")
    words = Label(label.text.replace("{}", pair), label.beside.replace("{}", "").strip())
    links = " ".join(_report_link(page, report, link) for link in report.links)
    return f'<div class="changes"><h4>{_both(words)}</h4><p>{links}</p></div>\n'


def _shelf(page: Portal, card: ProvinceCard, shelf: Shelf) -> str:
    kind = shelf.state.removeprefix("portal_")
    state = f'<span class="state {kind}">{_both(page.labels[shelf.state])}</span>{_approved(page, shelf)}'
    links = "".join(f"<li>{_link(page, link, card.name, shelf)}</li>" for link in shelf.links)
    files = f'<ul class="files">{links}</ul>' if links else ""
    name = f'<h4 lang="{escape(shelf.language)}">{escape(shelf.name)}</h4>'
    return f'<div class="shelf"><div class="line">{name}{state}</div>{files}</div>\n'


def _approved(page: Portal, shelf: Shelf) -> str:
    """How much of a translation is approved, in its own line."""
    if not shelf.approved:
        return ""
    label = page.labels["portal_approved"]
    words = Label(label.text.replace("{}", shelf.approved), label.beside.replace("{}", "").strip())
    return f'<span class="approved">{_both(words)}</span>'


def _link(page: Portal, link: Link, subject: str, shelf: Shelf) -> str:
    label, unseen = page.labels[f"format_{link.format}"].text, f"{subject}, {shelf.name}"
    if not link.address:
        missing = escape(page.labels["portal_to_make"].text)
        return f'<span class="absent">{escape(label)} <small>{missing}</small></span>'
    outdated = f", {page.labels['portal_outdated'].text}" if link.outdated else ""
    kind = ' class="outdated"' if link.outdated else ""
    return (
        f'<a{kind} href="{escape(link.address)}" hreflang="{escape(shelf.language)}" '
        f'type="{_TYPES[link.format]}">{escape(label)} <small>{escape(link.size)}</small>'
        f'<span class="unseen">, {escape(unseen + outdated)}</span></a>'
    )


def _reports(page: Portal) -> str:
    if not page.reports:
        return ""
    pairs = dict.fromkeys(report.pair for report in page.reports)
    lists = "".join(
        f"<h3>{escape(pair)}</h3><ul>"
        + "".join(_report(page, report) for report in page.reports if report.pair == pair)
        + "</ul>"
        for pair in pairs
    )
    title = _both(page.labels["portal_reports"])
    return (
        f'<section class="reports" aria-labelledby="reports"><h2 id="reports">{title}</h2>{lists}</section>'
    )


def _report(page: Portal, report: Report) -> str:
    links = " ".join(_report_link(page, report, link) for link in report.links)
    return (
        f'<li><span class="subject">{escape(report.subject)} ({escape(report.language)})</span> {links}</li>'
    )


def _report_link(page: Portal, report: Report, link: Link) -> str:
    said = f"{report.subject}, {report.language}, {report.pair}"
    return (
        f'<a href="{escape(link.address)}" type="{_TYPES[link.format]}">'
        f"{escape(page.labels[f'format_{link.format}'].text)} <small>{escape(link.size)}</small>"
        f'<span class="unseen">, {escape(said)}</span></a>'
    )
