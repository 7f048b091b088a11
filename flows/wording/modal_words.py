"""Words that decide how firm a text is: what must, may, can, never, at most or at the latest."""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache

_WORDS = {
    "nl": "moet/moeten moest/moesten kan/kunnen kon/konden mag/mogen mocht/mochten zal/zullen"
    " zou/zouden hoeft/hoeven dient/dienen diende/dienden wil/willen wilde/wilden niet/geen"
    " nooit/nimmer alleen/slechts/uitsluitend uiterlijk minimaal/ten|minste/tenminste/minstens"
    " maximaal/ten|hoogste/hoogstens altijd/steeds verplicht/verplichte/verplichten/verplichting"
    " vrijwillig/vrijwillige verboden/verbod tenzij mits in|principe"
    " zo|mogelijk/waar|mogelijk/indien|mogelijk vooral bij|voorkeur",
    "en": "must shall should can/may could/might will would need/needs not/no never only at|the|latest"
    " at|least/minimum at|most/maximum always mandatory/required voluntary forbidden unless"
    " provided in|principle where|possible/if|possible preferably cannot",
    "de": "muss/müssen musste/mussten kann/können konnte/konnten darf/dürfen durfte/durften soll/sollen"
    " sollte/sollten wird/werden würde/würden will/wollen nicht/kein/keine/keinen/keiner"
    " nie/niemals nur spätestens mindestens höchstens immer/stets"
    " verpflichtend/verpflichtet/verpflichten freiwillig verboten/verbot grundsätzlich möglichst"
    " vorzugsweise",
    "fy": "moat/moatte moast/moasten kin/kinne koe/koene mei/meie sil/sille soe/soene hoecht/hoege"
    " wol/wolle net/gjin nea/nimmen allinne uterlik minimaal/op|syn|minst maksimaal/op|syn|heechst"
    " altyd ferplichte/ferplichting frijwillich ferbean mits",
}
"""By language; ``/`` stands between forms that mean the same, ``|`` between the words of an expression."""


def modal_words(text: str, language: str) -> Counter[str]:
    """How often each modal word stands in a text; the forms of one word count as the first of them."""
    first = _first_forms(language)
    return Counter(first[_folded(word)] for word in _pattern(language).findall(text.casefold()))


@cache
def _first_forms(language: str) -> Mapping[str, str]:
    groups = [group.split("/") for group in _WORDS.get(language, "").replace("|", "\xa0").split(" ")]
    return {_folded(form): _folded(forms[0]) for forms in groups for form in forms}


@cache
def _pattern(language: str) -> re.Pattern[str]:
    forms = sorted(filter(None, _first_forms(language)), key=len, reverse=True)
    listed = "|".join(form.replace(" ", r"\s+") for form in forms)
    return re.compile(rf"\b(?:{listed or '(?!)'})\b")


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
