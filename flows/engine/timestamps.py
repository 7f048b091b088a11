"""The date that files state."""

from datetime import UTC, date, datetime

from flows.positions.editions import Edition


def timestamp_of(edition: Edition, source_date_epoch: str | None) -> int:
    """The date that files state, in seconds since 1970: as the environment says, or that of the text.

    A date of today would make every run write other bytes. An archivable PDF must state one: of a text that
    nobody dated it is that of the election.
    """
    if source_date_epoch and source_date_epoch.isdigit():
        return int(source_date_epoch)
    day = date.fromisoformat(edition.as_of or edition.election.date)
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
