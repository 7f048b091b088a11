"""The date that files state."""

from datetime import UTC, date, datetime

from flows.positions.editions import Edition
from flows.positions.written_fields import TO_BE_CONFIRMED, first_day

_OLDEST = date(1980, 1, 1)


def timestamp_of(edition: Edition, source_date_epoch: str | None) -> int:
    """The date that files state, in seconds since 1970: as the environment says, or that of the text.

    A date of today would make every run write other bytes. An archivable PDF must state one: of a text that
    nobody dated it is that of the election, and where nobody knows that, the oldest of a zip.
    """
    if source_date_epoch and source_date_epoch.isdigit():
        return int(source_date_epoch)
    written = edition.as_of or edition.election.date
    day = _OLDEST if written == TO_BE_CONFIRMED else date.fromisoformat(first_day(written))
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
