"""A key or a number that nobody reads as it was meant: what that probably was, and what is odd about it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from flows.positions.bodies import Kind
from flows.positions.provinces import Verb
from flows.positions.written import as_written
from flows.problems.codes import problem
from flows.problems.records import Place, Problem
from flows.wording.characters import BULLETS, DASHES, QUOTES, SPACE_LIKE, code_point, sign_term

CLOSE = 72
"""Likeness from 0 to 100 from which a word is taken for a typing error in another."""

DUTCH: Mapping[str, tuple[str, ...]] = {
    "aanduiding": ("label",),
    "aanvullen": ("append",),
    "aanvulling": ("append",),
    "achter": ("after",),
    "adres": ("address",),
    "afwijkingen": ("overrides",),
    "beschrijving": ("alt", "about"),
    "bewerkingen": ("overrides",),
    "bijvoeglijk": ("adjective",),
    "blok": ("block",),
    "blokken": ("blocks",),
    "bron": ("source",),
    "cijfers": ("data",),
    "citaat": ("quote",),
    "contactpersoon": ("contact",),
    "datum": ("date", "as_of"),
    "editie": ("edition",),
    "eenheid": ("unit",),
    "feit": ("fact",),
    "figuur": ("figure",),
    "functie": ("role",),
    "gegevens": ("data", "variables"),
    "grafiek": ("chart",),
    "hoofdstad": ("capital",),
    "hoofdstukken": ("chapters",),
    "inhoud": ("text",),
    "invoegen": ("insert",),
    "invullen": ("fill",),
    "kaart": ("tile",),
    "kolom": ("column",),
    "mail": ("email",),
    "na": ("after",),
    "naam": ("name",),
    "namen": ("names",),
    "notitie": ("note",),
    "ondertitel": ("subtitle",),
    "opmaak": ("layout",),
    "opmerking": ("note",),
    "organisatie": ("organisation",),
    "overschrijven": ("replace", "override"),
    "peildatum": ("as_of",),
    "proza": ("prose",),
    "provincie": ("province",),
    "reden": ("reason",),
    "rij": ("row",),
    "rol": ("role",),
    "schrappen": ("remove",),
    "soort": ("kind", "type"),
    "spreker": ("speaker",),
    "toestemming": ("consent",),
    "taal": ("language",),
    "talen": ("languages",),
    "tegel": ("tile",),
    "tekst": ("text",),
    "telefoon": ("phone",),
    "telefoonnummer": ("phone",),
    "thema's": ("themes",),
    "themas": ("themes",),
    "titel": ("title",),
    "toelichting": ("prose", "note", "about"),
    "toevoegen": ("append", "insert"),
    "vak": ("slot",),
    "variabelen": ("variables",),
    "verkiezing": ("election",),
    "verkiezingen": ("election",),
    "verplicht": ("required",),
    "vervallen": ("retired",),
    "vervang": ("replace",),
    "vervangen": ("replace",),
    "vervangen_door": ("replaced_by",),
    "verwijder": ("remove",),
    "verwijderen": ("remove",),
    "voeg_in": ("insert",),
    "voeg_toe": ("append", "insert"),
    "voor": ("before",),
    "vorige": ("previous",),
    "vraag": ("ask",),
    "vul_aan": ("append",),
    "vul_in": ("fill",),
    "waarde": ("value",),
    "waarom": ("reason",),
    "weglaten": ("remove",),
    "wijzig": ("replace",),
    "wijzigen": ("replace",),
}
"""The keys that a Dutch word may stand for, likeliest first."""


def misnamed(name: str, place: Place, allowed: Sequence[str]) -> Problem:
    """The problem of a key that nobody reads.

    Args:
        name: The key as it stands in the file.
        place: Where it stands.
        allowed: The keys that belong there.
    """
    for at, sign in enumerate(name):
        here = replace(place, column=place.column + at, width=1)
        if sign in SPACE_LIKE:
            return problem("SP130", here, sign=sign_term(sign), code=code_point(sign))
        if sign in QUOTES and at in (0, len(name) - 1):
            return problem("SP124", here, found=sign)
    first, _, rest = name.partition(":")
    if rest and not rest.startswith(" ") and first in allowed:
        return problem("SP126", place, key=first)
    bare = name.lstrip("-*" + DASHES + BULLETS).lstrip()
    if bare != name and bare:
        return problem("SP123", replace(place, width=1), found=name[0])
    meant = meant_by(name, allowed)
    return problem("SP111", place, key=name, nearest=(meant,) if meant else (), allowed=tuple(allowed))


def curly(value: object, place: Place) -> Problem | None:
    """The problem of a value that has curly quotation marks around it; None for any other."""
    text = value.strip() if isinstance(value, str) else ""
    if not text or (text[0] not in QUOTES and text[-1] not in QUOTES):
        return None
    bare = text.strip(QUOTES)
    return problem("SP124", place, found=text[0] if text[0] in QUOTES else text[-1], instead=bare)


def begins_item(word: str) -> bool:
    """Whether an item of ours begins with a word: a verb, a kind, or a Dutch word for one."""
    return any(each in _ITEM_KEYS for each in (word, *DUTCH.get(word, ())))


_ITEM_KEYS = frozenset((*Verb, *Kind, "slot"))


def next_item(names: Sequence[str]) -> str | None:
    """The key with which a next item begins among the keys of one, where its dash was forgotten.

    Args:
        names: The keys in their order; the last is one that was there already.
    """
    if names[-1] == names[0]:
        return names[0]
    begins = [name for name in names[1:-1] if begins_item(name)]
    return begins[-1] if begins and begins_item(names[0]) else None


def of_two_numbers(written: Any, numbers: tuple[str, str, str], place: Place) -> Problem:
    """The problem of a value that `flows.positions.written.doubt` finds two numbers in."""
    whole, fraction, shown = numbers
    return problem(
        "SP133", place, value=str(as_written(written)), whole=whole, fraction=fraction, shown=shown
    )


def meant_by(name: str, allowed: Iterable[str]) -> str | None:
    """The one allowed key that a word was probably meant to be, or None."""
    from rapidfuzz import fuzz, process

    known = tuple(allowed)
    plain = "_".join(name.casefold().replace("-", " ").split())
    for word in (plain, *DUTCH.get(plain, ())):
        if word in known:
            return word
    found = process.extractOne(plain, known, scorer=fuzz.ratio, score_cutoff=CLOSE)
    if found is not None:
        return str(found[0])
    # A typing error in a Dutch word counts too.
    dutch = {word: key for word, keys in DUTCH.items() for key in keys if key in known}
    close = process.extractOne(plain, list(dutch), scorer=fuzz.ratio, score_cutoff=CLOSE + 10)
    return dutch[close[0]] if close is not None else None
