"""Every code a problem can have, with its weight in a draft and in a final edition; meanings never change."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from flows.problems.records import Place, Problem, Severity, type_of_argument

E, W = Severity.ERROR, Severity.WARNING

CODES: Mapping[str, tuple[Severity, Severity]] = MappingProxyType(
    {
        # 1xx: a file cannot be read as what it should be
        "SP101": (E, E),  # broken YAML
        "SP102": (E, E),  # duplicate key
        "SP103": (E, E),  # anchor, alias or tag
        "SP104": (E, E),  # not UTF-8
        "SP105": (E, E),  # too large
        "SP106": (E, E),  # empty file
        "SP107": (E, E),  # nested too deeply
        "SP108": (E, E),  # file not found
        "SP109": (E, E),  # file cannot be opened
        "SP110": (E, E),  # key missing
        "SP111": (E, E),  # unknown key
        "SP112": (E, E),  # wrong type
        "SP113": (E, E),  # not one of the allowed values
        "SP114": (E, E),  # wrong form
        "SP115": (E, E),  # a tab in the indentation
        "SP116": (E, E),  # no kind or verb, or more than one
        "SP117": (E, E),  # the file names another province or edition than its folder
        "SP118": (E, E),  # a ruling without effect
        "SP119": (E, E),  # two rulings on one change
        "SP120": (E, E),  # a character that nobody sees
        "SP121": (E, E),  # two versions that git left
        "SP122": (E, E),  # indentation
        "SP123": (E, E),  # no dash, or another one
        "SP124": (E, E),  # a curly quotation mark
        "SP125": (E, E),  # a colon inside a text
        "SP126": (E, E),  # no colon, or no space behind it
        "SP127": (E, E),  # a quotation mark that is not closed
        "SP128": (E, E),  # a value that begins with a reserved sign
        "SP129": (E, E),  # a text that does not stand deeper than its key
        "SP130": (E, E),  # another space than a plain one
        "SP131": (W, W),  # a value that is cut at #
        "SP132": (W, W),  # a list of which the lines become one
        "SP133": (E, E),  # a number that can be two
        "SP134": (E, E),  # a comma between braces inside a value
        "SP135": (W, W),  # a key inside a text
        "SP136": (W, W),  # a file that nobody reads
        "SP137": (E, E),  # a text that goes on behind its quotation marks
        "SP138": (E, E),  # more in a file than anybody wrote
        "SP139": (W, W),  # more problems in a file than are told
        # 2xx: the national layer does not hold together
        "SP201": (E, E),  # duplicate id
        "SP202": (E, E),  # alias is taken
        "SP203": (E, E),  # id gone without being retired
        "SP204": (E, E),  # id holds an edition or a province
        "SP205": (E, E),  # retired id still in use
        "SP206": (E, E),  # replaced_by names nothing
        "SP207": (E, E),  # previous edition does not exist
        "SP208": (E, E),  # aliases or replacements run in a circle
        "SP209": (E, E),  # id is reserved
        "SP210": (E, E),  # two provinces with one name or code
        "SP211": (E, E),  # target of an override gone without being retired
        "SP212": (W, W),  # no previous edition named, though there is an older one
        "SP213": (W, W),  # nobody said of which day the text is
        "SP214": (W, W),  # dated after its election
        "SP215": (W, E),  # something else than what was sealed
        "SP216": (W, E),  # gone since the edition was sealed
        "SP217": (E, E),  # a province that has no file in the edition
        # 3xx: an override does not fit
        "SP301": (E, E),  # unknown target
        "SP302": (E, E),  # target retired
        "SP303": (W, W),  # removed target is retired already
        "SP304": (W, W),  # target was renamed
        "SP305": (E, E),  # two verbs on one target
        "SP306": (E, E),  # append and remove on one target
        "SP307": (E, E),  # block is locked
        "SP308": (E, E),  # other kind than the target
        "SP309": (E, E),  # fill on a block that is no slot
        "SP310": (E, E),  # replace or append on a slot
        "SP311": (E, E),  # inserted id is taken
        "SP312": (E, E),  # anchor is inserted by the same file
        "SP313": (E, E),  # insert without an anchor, or with two
        "SP314": (E, E),  # append to a block without running text
        "SP315": (E, E),  # remove of a required slot
        # 4xx: the national text moved on
        "SP401": (W, E),  # replace or remove is stale
        "SP402": (W, W),  # append is stale
        "SP403": (W, W),  # override says what the national text says
        "SP404": (W, E),  # never stamped
        "SP405": (W, W),  # the base text is not kept, or is not the stamped one
        "SP406": (W, W),  # a ruling on a change that is gone
        # 5xx: variables
        "SP501": (E, E),  # undeclared variable in a text
        "SP502": (E, E),  # required variable missing
        "SP503": (E, E),  # wrong type
        "SP504": (W, W),  # declared and never used
        "SP505": (E, E),  # province sets a variable that is not declared
        "SP506": (E, E),  # used without a value
        "SP507": (E, E),  # not a plain variable
        "SP508": (E, E),  # no name forms in a language
        "SP509": (E, E),  # a language that nobody knows
        # 6xx: facts, figures and slots
        "SP601": (W, E),  # source or date to be confirmed
        "SP602": (W, E),  # figure without data
        "SP603": (W, W),  # slot left empty
        "SP604": (W, E),  # required slot left empty
        "SP605": (W, W),  # shares that do not add up to 100
        "SP606": (W, W),  # two spellings of what is probably one name
        "SP607": (W, W),  # printed without a source or date, which was decided
        "SP608": (W, W),  # figure without data that stays out, which was decided
        "SP609": (W, W),  # a waiver where nothing is unconfirmed
        # 61x: a province's own texts
        "SP610": (W, W),  # the name of another province in a text without its own
        "SP611": (W, W),  # a value that only other provinces have
        "SP612": (W, W),  # three times as long as the slot asks for
        "SP613": (W, W),  # an inserted id without the province's prefix
        # 62x: translation files
        "SP620": (W, W),  # not in step with the Dutch
        # 65x: plain language: a list for the editor
        "SP651": (W, W),  # long sentence
        "SP652": (W, W),  # passive on passive
        "SP653": (W, W),  # mkb in another spelling
        "SP654": (W, W),  # number in another style
        "SP655": (W, W),  # telephone number in another style
        # 7xx: Markdown
        "SP701": (E, E),  # raw HTML, TeX, Typst or OOXML
        "SP702": (E, E),  # unsafe link
        "SP703": (E, E),  # image path leaves the content root
        "SP704": (E, E),  # image not found
        "SP705": (E, E),  # construct that a block cannot hold
        "SP706": (E, E),  # image without alternative text
        "SP707": (W, W),  # sub- or superscript of more than a word
        # 71x: pictures and figures that cannot be drawn
        "SP710": (E, E),  # not a whole picture of the kind its name says
        "SP711": (E, E),  # a picture of too many bytes
        "SP712": (E, E),  # a picture too large, without a size, or too long
        "SP713": (W, W),  # a label of a figure twice
        "SP714": (E, E),  # a drawing that holds what no picture needs
        "SP715": (E, E),  # a drawing of too much
        "SP716": (E, E),  # not a plain file inside the content root
        "SP717": (E, E),  # a value of a figure that cannot be drawn
        "SP718": (E, E),  # parts of a whole that are negative or nothing together
        "SP719": (E, E),  # a figure of too many values, or with a label that is too long
        # 72x: more than the press can print
        "SP720": (E, E),  # a text too long
        "SP721": (E, E),  # a word too long
        "SP722": (E, E),  # too many signs of Markdown
        "SP723": (E, E),  # lists, quotations or emphasis too deep
        "SP724": (E, E),  # a table too large
        "SP725": (E, E),  # too many paragraphs
        "SP727": (E, E),  # a title, name or value too long
        "SP728": (E, E),  # a list of values too long
        # 73x: characters
        "SP730": (E, E),  # a character that no font of the brand has
        "SP731": (E, E),  # a character that turns the direction of a text
        "SP732": (W, W),  # a bullet that makes no list
        "SP733": (W, W),  # numbers or letters that make no list
        "SP734": (W, W),  # a list of one item
        "SP735": (E, E),  # an item that is printed with another number
        "SP736": (W, W),  # a quotation by its first sign
        "SP737": (W, W),  # a sign of emphasis without its other half, or inside a word
        "SP738": (E, E),  # figures that run together, or lose the sign before them
        "SP739": (W, E),  # a text that says nothing to a reader
        "SP740": (W, W),  # braces that are no variable
        "SP741": (W, W),  # a place that somebody was to fill in
        "SP742": (W, W),  # a number of a note without its note
        "SP743": (W, W),  # a heading by hand
        "SP744": (W, W),  # a table by hand
        "SP746": (W, W),  # mailto: in print
        "SP747": (W, W),  # an entity of HTML in print
        "SP748": (W, W),  # markup where there is none
        "SP749": (E, E),  # words that are in no document
        "SP750": (W, E),  # a variable in a value that fills one in
        # 8xx: brand, tools and outputs
        "SP801": (E, E),  # a tool failed
        "SP802": (E, E),  # a file cannot be written
        "SP803": (E, E),  # a document failed
        "SP804": (E, E),  # asked for a language without a translation
        "SP805": (E, E),  # too little contrast
        "SP806": (E, E),  # brand names a colour, font or logo that does not exist
        "SP807": (E, E),  # a redline that does not give both texts back
        "SP808": (W, E),  # translations with an error stand in Dutch
        "SP809": (E, E),  # too little translated for a final edition
        "SP810": (E, E),  # a size of text that does not print
        "SP811": (E, E),  # a list of the brand that is too long
        "SP812": (E, E),  # not a whole font
        "SP813": (E, E),  # a font of too many bytes
        "SP814": (E, E),  # too many fonts
        "SP815": (E, E),  # the press cannot set a line in the font
        "SP820": (E, E),  # a file that another program has open
        "SP821": (W, W),  # a document that was made at the second attempt
        "SP822": (E, E),  # a draft edition cannot be published as final
        "SP823": (E, E),  # a waiver without a reason
        "SP825": (W, W),  # documents whose edition, province or language is gone
        "SP826": (W, W),  # drafts that stand where final documents were refused
        "SP827": (W, W),  # a leftover that somebody edited is not removed
        "SP830": (E, E),  # a text at which Pandoc ends
        "SP831": (W, W),  # a Prefect server of our own failed, and the work was done without
        "SP832": (E, E),  # a picture that takes too long to print
        "SP833": (E, E),  # a picture at which printing ends
        # 85x: translations
        "SP834": (E, E),  # a focus that is not two numbers from 0 to 100
        "SP835": (E, E),  # a photo that is no JPEG or PNG
        "SP836": (W, W),  # a photo too small to be sharp in print
        "SP837": (E, E),  # a photo that lies on its side
        "SP838": (E, E),  # a photo in the colours of printing inks
        "SP839": (E, E),  # a photo without a description or without who made it
        "SP840": (E, E),  # XML in another encoding than it names
        "SP841": (E, E),  # a code of a translation program that stands for nothing of ours
        "SP842": (W, W),  # a new text beside the old one
        "SP843": (W, W),  # some sentences of a text are translated and others are not
        "SP844": (E, E),  # nothing in a file is ours
        "SP845": (W, W),  # several texts in a file are not ours
        "SP846": (W, W),  # several variants of a language, of which one is taken
        "SP847": (E, E),  # a text of very many lines
        "SP851": (E, E),  # broken PO
        "SP852": (E, E),  # two translations of one text
        "SP853": (E, E),  # an entry without a context
        "SP854": (E, E),  # the file says another language than its name
        "SP855": (E, E),  # a translation lost a variable
        "SP856": (E, E),  # a translation has a variable that its Dutch does not
        "SP857": (E, E),  # a translation lost a link, image or address
        "SP858": (E, E),  # a translation has a link, image or address that its Dutch does not
        "SP859": (E, E),  # other Markdown
        "SP860": (E, E),  # the same Markdown, put together in another way
        "SP861": (E, E),  # other numbers
        "SP862": (W, W),  # a number written as a word, or more often
        "SP863": (E, E),  # a protected name is gone
        "SP864": (E, E),  # a forbidden word
        "SP865": (W, W),  # not the preferred word
        "SP866": (W, W),  # not translated
        "SP867": (W, W),  # unusual length
        "SP868": (W, W),  # a word twice
        "SP869": (W, W),  # no negation
        "SP870": (W, W),  # a space at an end
        "SP871": (W, W),  # an exception that is not one
        "SP872": (E, E),  # two terms for one word
        "SP873": (E, E),  # no such text to approve
        "SP874": (E, E),  # nothing to approve: no translation
        "SP875": (E, E),  # stale, so not approved
        "SP876": (E, E),  # with an error, so not approved
        "SP877": (W, W),  # another number of sentences
        "SP878": (W, W),  # a colour of much ink
        "SP879": (W, W),  # a see-through drawing in the PDF for the printer
        # 88x: translation engines
        "SP880": (E, E),  # does not know the language
        "SP881": (E, E),  # address, key or program not said
        "SP882": (E, E),  # package not installed
        "SP883": (E, E),  # key refused
        "SP884": (E, E),  # everything paid for is used
        "SP885": (E, E),  # no answer now
        "SP886": (E, E),  # an answer that makes no sense
        "SP887": (E, E),  # the local program does not work
        "SP888": (W, W),  # masks did not come back
        "SP889": (W, W),  # a proposal with an error
        # 89x: translations that come back from elsewhere
        "SP890": (E, E),  # broken XML
        "SP891": (E, E),  # a document type or an entity
        "SP892": (E, E),  # a packed file
        "SP893": (E, E),  # XML of another kind
        "SP894": (E, E),  # from or into another language
        "SP895": (E, E),  # a text twice
        "SP896": (E, E),  # belongs to another edition or file
        "SP897": (W, W),  # a text that is not there
        "SP898": (W, W),  # somebody changed the translation since the export
        "SP899": (W, W),  # made from older Dutch than the translation that is there
        # 9xx: the question itself
        "SP901": (E, E),  # unknown edition
        "SP902": (E, E),  # unknown province
        "SP903": (E, E),  # unknown block
        "SP904": (E, E),  # no content here
        "SP905": (E, E),  # language a province does not publish
        "SP906": (E, E),  # nothing to accept
        "SP907": (E, E),  # folder is not empty
        "SP908": (E, E),  # not an edition, province or revision as people write it
        "SP909": (E, E),  # no git repository here
        "SP910": (E, E),  # git is not installed
        "SP911": (E, E),  # unknown revision
        "SP912": (E, E),  # what has to be compared has errors
        "SP913": (E, E),  # compared with itself
        "SP914": (E, E),  # a comparison in another language than the edition's
        "SP915": (E, E),  # a file of a new edition that is there already
        "SP916": (E, E),  # no name for a new edition
        "SP917": (E, E),  # sealing a draft
        "SP918": (E, E),  # sealed already
        "SP919": (E, E),  # nothing final was published
        "SP920": (E, E),  # an election that is not after the last one
        "SP921": (E, E),  # no day of an election
        "SP930": (E, E),  # no Word file
        "SP931": (E, E),  # a broken Word file
        "SP932": (E, E),  # a Word file that unpacks to far too much
        "SP933": (E, E),  # a Word file with a document type
        "SP934": (E, E),  # a Word file that is no working copy
        "SP935": (E, E),  # a working copy of a newer program
        "SP936": (E, E),  # the file beside one that is open in Word
        "SP937": (E, E),  # a Word file with programs in it
        "SP938": (E, E),  # a working copy of what is not here
        "SP943": (E, E),  # no id
        "SP942": (E, E),  # a new id that is taken
        "SP941": (E, E),  # no open remark about a block
        "SP940": (E, E),  # a copy of the nation where one of a province was expected, or the other way round
        "SP939": (E, E),  # a working copy of something that cannot be read now
    }
)


def problem(
    code: str,
    place: Place | None,
    /,
    *,
    related: tuple[tuple[str, Place], ...] = (),
    excerpts: tuple[tuple[str, str], ...] = (),
    **args: type_of_argument,
) -> Problem:
    """A problem with the weight that its code has in a draft."""
    return Problem(code, place, CODES[code][0], args, related, excerpts)


def in_final(found: Problem) -> Problem:
    """The same problem with the weight that it has in a final edition."""
    return replace(found, severity=CODES[found.code][1])
