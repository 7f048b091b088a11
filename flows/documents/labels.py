"""The words that documents add of themselves; each language file of `shared/languages/` has them all."""

LABELS = (
    "also",  # before links to other formats and languages, on a web page
    "as_of",  # before a date that is still to be confirmed
    "ask_number",  # the number of an ask, on a picture to share: "Ask {}"
    "asks",  # above the box with what the province can do
    "asks_from",  # where a list of asks comes from, with the name of the brochure
    "asks_heading",  # above a list of all asks
    "category",  # above the first column of a figure's table
    "contents",  # above the table of contents
    "data_table",  # what opens the table of a figure, on a web page
    "draft",  # on everything that is not adopted yet
    "edition",  # before the name of the edition
    "facts",  # above a panel of facts
    "format_docx",  # the name of a format, in a link to a file
    "format_html",
    "format_pdf",
    "language_name",  # the language, in its own words
    "page",  # before a page number, for screen readers and Word
    "percentage",  # how a share is written: "{}%"
    "phone",  # before a telephone number
    "photo",  # before the name of who made a photo
    "portal_attention",  # above the number of things to do, in the portal
    "portal_broken",  # the states of a province in a language
    "portal_documents",  # above the number of documents
    "portal_empty",  # after the number of each kind of thing to do
    "portal_errors",
    "portal_found",  # how many provinces a search leaves: "{} of {} provinces"
    "portal_compared",  # before the change report of a province: "Comparison {}"
    "portal_concept",
    "portal_made",
    "portal_map",  # the name of the map
    "portal_national",  # a report about the national text, and what is to be done in it
    "portal_other",
    "portal_outdated",
    "portal_provinces",  # above the provinces
    "portal_reports",  # above the change reports
    "portal_search",  # beside the search field
    "portal_stale",
    "portal_to_confirm",
    "portal_to_make",
    "portal_incomplete",
    "portal_approved",  # how much of a translation is approved: "{} approved"
    "portal_untranslated",
    "share_ask",  # the link that shares an ask
    "skip_link",  # the first link of a web page
    "source",  # before a source
    "to_be_confirmed",  # instead of a source or date that nobody has found yet
    "translation_dutch",  # beside a text that stands in Dutch
    "translation_incomplete",  # beside the mark of a draft: what is said about a document as a whole
    "translation_machine",
    "translation_review",
    "translation_stale",  # beside a translation whose Dutch has changed
)
