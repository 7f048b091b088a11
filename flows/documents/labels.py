"""The words that documents add of themselves; each language file of `shared/languages/` has them all."""

LABELS = (
    "as_of",  # before a date that is still to be confirmed
    "asks",  # above the box with what the province can do
    "category",  # above the first column of a figure's table
    "contents",  # above the table of contents
    "draft",  # on everything that is not adopted yet
    "edition",  # before the name of the edition
    "facts",  # above a panel of facts
    "page",  # before a page number, for screen readers and Word
    "percentage",  # how a share is written: "{}%"
    "phone",  # before a telephone number
    "skip_link",  # the first link of a web page
    "source",  # before a source
    "to_be_confirmed",  # instead of a source or date that nobody has found yet
)
