"""The words of a working copy around its texts, in the language of the office."""

from collections.abc import Mapping
from types import MappingProxyType

Words = Mapping[str, str]

_DUTCH: Words = MappingProxyType(
    {
        "head": "Werkversie",
        "national": "landelijk",
        "edition": "editie",
        "language": "taal",
        "how-edit": "Typ in de zwarte tekst. Grijze regels zijn uitleg; die leest het programma niet. Grijze tekst is "
        "landelijk en ligt vast: wilt u daar iets over zeggen, zet er dan een opmerking bij.",
        "how-new": "Een nieuwe alinea onder een tekst hoort bij die tekst. Een nieuwe vraag of een nieuw feit begint u in de "
        "stijl Vraag of Feit. Wat u leegmaakt, vervalt.",
        "how-values": "Onderstreepte woorden zijn gegevens van uw provincie. Verandert u er een, dan vraagt het programma of "
        "dat overal zo moet.",
        "how-back": "Stuur dit bestand terug; u mag het een andere naam geven. Wijzigingen bijhouden mag.",
        "own": "eigen tekst",
        "own-instead": "eigen tekst, in plaats van de landelijke",
        "empty": "zelf in te vullen",
        "addition": "toevoeging",
        "removed": "door u weggelaten",
        "locked": "ligt vast",
        "append": "u kunt er iets onder zetten",
        "required": "verplicht",
        "only-file": "alleen in het bestand te wijzigen",
        "data": "Cijfers",
        "prose": "toelichting",
        "ask": "vraag",
        "fact": "feit",
        "figure": "figuur",
        "quote": "citaat",
        "contact": "contact",
        "chapter": "hoofdstuk",
        "theme": "thema",
        "title": "Titel",
        "source": "Bron",
        "as_of": "Peildatum",
        "name": "Naam",
        "role": "Functie",
        "organisation": "Organisatie",
        "address": "Adres",
        "email": "E-mail",
        "phone": "Telefoon",
        "website": "Website",
        "speaker": "Spreker",
        "alt": "Beschrijving",
        "unit": "Eenheid",
    }
)
_ENGLISH: Words = MappingProxyType(
    {
        "head": "Working copy",
        "national": "national",
        "edition": "edition",
        "language": "language",
        "how-edit": "Type in the black text. Grey lines explain; the program does not read them. Grey text is national and "
        "fixed: put a comment beside it if you have something to say about it.",
        "how-new": "A new paragraph below a text belongs to that text. Begin a new ask or fact in the style Vraag or Feit. What "
        "you empty will go.",
        "how-values": "Underlined words are values of your province. If you change one, the program asks whether that holds "
        "everywhere.",
        "how-back": "Send this file back; it may have another name. You may track changes.",
        "own": "own text",
        "own-instead": "own text, instead of the national one",
        "empty": "for you to fill in",
        "addition": "addition",
        "removed": "left out by you",
        "locked": "fixed",
        "append": "you may add something below it",
        "required": "required",
        "only-file": "can be changed in the file only",
        "data": "Numbers",
        "prose": "text",
        "ask": "ask",
        "fact": "fact",
        "figure": "figure",
        "quote": "quote",
        "contact": "contact",
        "chapter": "chapter",
        "theme": "theme",
        "title": "Title",
        "source": "Source",
        "as_of": "As of",
        "name": "Name",
        "role": "Role",
        "organisation": "Organisation",
        "address": "Address",
        "email": "E-mail",
        "phone": "Telephone",
        "website": "Web site",
        "speaker": "Speaker",
        "alt": "Description",
        "unit": "Unit",
    }
)


def words_of(language: str) -> Words:
    """The words for an edition in a language: Dutch, or English for every other one."""
    return _DUTCH if language == "nl" else _ENGLISH
