"""The date that files state."""

from datetime import UTC, date, datetime

from flows.positions.editions import Edition


def timestamp_of(edition: Edition, source_date_epoch: str | None) -> int:
    """The date that files state, in seconds since 1970: as the environment says, or that of the election.

    A date of today would make every run write other bytes.
    """
    if source_date_epoch and source_date_epoch.isdigit():
        return int(source_date_epoch)
    day = date.fromisoformat(edition.election.date)
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
