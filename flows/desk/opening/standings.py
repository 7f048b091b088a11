"""What the state of an override means for the secretary who wrote it."""

from collections.abc import Iterator

from flows.changes.fields import changed_fields
from flows.overrides.fingerprints import plain
from flows.overrides.staleness import Standing, State
from flows.positions.editions import Block
from flows.positions.folding import folded
from flows.positions.provinces import Override, Verb
from flows.problems.codes import problem
from flows.problems.records import Problem


def problem_of(standing: Standing, file: str) -> Iterator[Problem]:
    """The problem of an override that does not stand clean; `file` is the province file it stands in."""
    override, national = standing.resolved.override, standing.resolved.target
    place, related = override.place, (("national", national.place),)
    if standing.state is State.REDUNDANT:
        yield problem("SP403", place, id=national.id, related=related)
    elif standing.state is State.UNSTAMPED:
        excerpts = (("now", readable(national)), *_own(override))
        yield problem("SP404", place, id=national.id, related=related, excerpts=excerpts)
    elif standing.state is State.STALE:
        code = "SP402" if override.verb is Verb.APPEND else "SP401"
        was = (("was", readable(standing.base)),) if standing.base else ()
        excerpts = (*was, ("now", readable(national)), *_own(override))
        fields = changed_fields(plain(standing.base.body), plain(national.body)) if standing.base else ()
        yield problem(code, place, id=national.id, fields=fields, related=related, excerpts=excerpts)
        if standing.base is None:
            yield problem("SP405", place, id=national.id, file=file.replace(".yaml", ".base.yaml"))


def readable(block: Block) -> str:
    """A block's content as text: its running text, then its other fields line by line."""
    data = plain(block.body)
    lines = [data.pop("text")] if "text" in data else []
    for key, value in data.items():
        if key == "data":
            lines += [f"{point['label']}: {point['value']}" for point in value]
        else:
            lines.append(f"{key}: {', '.join(value) if isinstance(value, list) else value}")
    return "\n".join(lines)


def _own(override: Override) -> tuple[tuple[str, str], ...]:
    if override.block is not None:
        return (("own", readable(override.block)),)
    return (("own", folded(override.text)),) if override.text is not None else ()
