"""The messages in English: one sentence a code, and our own words.

``{name}`` is a value; ``{name:Did you mean @?}`` disappears where there is no value.
"""

SENTENCES = {
    "SP101": "The YAML is broken here: {why}.",
    "SP102": "The key '{key}' stands twice in the same block. Keep one.",
    "SP103": "Anchors, aliases and tags (&, *, << or !) are not used here: '{name}'. "
    "Write the text in full, or put it in quotes.",
    "SP104": "This file is not UTF-8{encoding: but @}{byte: (byte @)}.{character: That is why '@' cannot be read here.} "
    "Save it again as UTF-8; in Notepad: File, Save as, Encoding: UTF-8.",
    "SP105": "This file is larger than {most} MB. That is not the text of a position.",
    "SP106": "This file is empty.",
    "SP107": "More than {most} lists or blocks are nested here. No position goes that deep.",
    "SP108": "This file does not exist.{referrer: It is named in @.}",
    "SP109": "This file cannot be read: {reason}.",
    "SP110": "The required key '{key}' is missing or empty.",
    "SP111": "There is no key '{key}' here.{nearest: Did you mean '@'?}{allowed: Allowed: @.}",
    "SP112": "'{key}' takes {expected}{got:; this is @}.{better: Write: @.}",
    "SP113": "'{key}' cannot be '{value}'. Choose {allowed}.",
    "SP114": "'{value}' does not have the form of '{key}'{form: (@)}.",
    "SP115": "There is a tab here. YAML indents with spaces: replace the tab by two spaces.",
    "SP116": "Exactly one of these keys belongs here: {allowed}.{found: Found: @. Where a new item begins, put '- ' before it.}",
    "SP117": "This says {key} '{value}', but the file lies in '{folder}'.",
    "SP118": "The ruling on '{id}' changes nothing. Name a flag under 'drop' or 'add'"
    "{both:, and not '@' under both}.",
    "SP119": "There is a ruling on change {change} of '{id}' here already. Keep one.",
    "SP120": "There is a character here that you cannot see: {sign} ({code}). Take it away, or type a space or a new line instead.",
    "SP121": "Git kept two versions of the text here. Choose what stays, and take the lines with <<<<<<<, ======= and "
    ">>>>>>> away too.",
    "SP122": "The number of spaces at the beginning of this line is wrong: {found} instead of {expected_spaces}, as in the line it "
    "belongs to.",
    "SP123": "Put a dash and a space ('- ') before this item of the list{found:, instead of '@'}.{column: The dash goes into column @ of the line, below that of the item above.}",
    "SP124": "There is a curly quotation mark here ({found}). YAML knows straight ones only: type \" or ' around the whole value, or "
    "leave it out.{instead: Type here: @.}",
    "SP125": "This colon stands inside a text. Put the whole text in quotes, or write '|' behind the key and the "
    "text on the next line.",
    "SP126": "'{key}' takes a colon and a space behind it: '{key}: …'.",
    "SP127": "The quotation mark {found} opens here and is not closed. Put it behind the text too.{tip: @}",
    "SP128": "A value cannot begin with {found}, which means something in YAML. Put the whole value in quotes.",
    "SP129": "The text of '{key}' is not right here. Put nothing but '|' behind '{key}:', and indent every line of the text below "
    "it more than '{key}'.",
    "SP130": "There is {sign} ({code}) here and no plain space. To YAML that is a letter. Type a plain space.",
    "SP131": "From here YAML reads a comment, which no document shows: {text}. If it belongs to the value, put that "
    "in quotes. If it is a comment, put a space behind #.",
    "SP132": "This is put behind the line above, on the same line: '{text}'. For a list or table inside a text, "
    "write '|' behind the key. For an item of a list, indent it like the others.",
    "SP133": "'{value}' can be two numbers. For {whole}, write {whole}. For {shown} (Dutch spelling), write {fraction}.",
    "SP134": "Between braces a comma separates. That is why '{text}' stands alone here. Put the whole value in quotes, or "
    "write a number with a point (6.7).",
    "SP135": "This is part of the text now, and the document shows it: '{key}:'. If it is a key, indent it like the key of this "
    "text.",
    "SP136": "Nobody reads this file.{counts: What counts is in @.} Take over what you need and remove it, or give it the right "
    "name.",
    "SP137": "There is more behind the quotation mark that closes this text: '{text}'. Put quotes around the whole text. "
    "If it holds some itself, use the other kind (' or \") around it.",
    "SP138": "This file holds more than {most} {construct}. Nobody writes that many: something was probably pasted into "
    "it, or it is another file. It was not read any further.",
    "SP139": "There are {count} other messages about this file. Mend first what stands here, then check again.",
    "SP201": "The id '{id}' exists already. Every id may occur once in an edition.",
    "SP202": "The old name '{alias}' is in use already.",
    "SP203": "The id '{id}' was in edition {edition} and is gone. List it under 'retired:' with a reason, "
    "or give the new block 'aliases: [{id}]'.",
    "SP204": "The id '{id}' holds '{word}'. An id names no edition and no province, because it lives on.",
    "SP205": "The id '{id}' is listed under 'retired:' but still in use.",
    "SP206": "The replacement '{id}' does not exist.{nearest: Did you mean @?}",
    "SP207": "The previous edition '{edition}' does not exist.{nearest: Did you mean @?}{known: There is: @.}",
    "SP208": "These names point at each other in a circle: {path}.",
    "SP209": "The id '{id}' is not possible: Standpunt uses that word itself. Choose another id.",
    "SP210": "This name or code is that of {others} too. Each province has its own: change what was copied.",
    "SP211": "The block '{id}' was in the national text when you wrote this, and is gone now. Ask the national office to "
    "list it in edition.yaml under 'retired:' with a reason, or to give the new block 'aliases: [{id}]'.",
    "SP213": "It does not say of which day this text is. Add: `as_of: 2026-11-27`, with the day on which the draft goes round or the text is "
    "adopted. Word and PDF now state the day of the election ({election}).",
    "SP214": "The day of this text ({date}) is after the election ({election}). Check `as_of`.",
    "SP215": "Edition {edition} was sealed on {day}, and '{piece}' says something else now. Put the text of then back. If the "
    "edition must really change, run `standpunt edition seal {edition} --again` afterwards.",
    "SP216": "Edition {edition} was sealed on {day}, and '{piece}' is gone since. Put it back. If the edition must really change, "
    "run `standpunt edition seal {edition} --again` afterwards.",
    "SP217": "{province} has no file in edition {edition} yet.{command: Make it from the previous edition: @}",
    "SP212": 'This edition names no previous one, and there is an older one: {known}. Add: previous: "{known}". Without '
    "that line nobody notices that a block disappeared.",
    "SP301": "The id '{id}' does not exist in the national text.{nearest: Did you mean @?}",
    "SP302": "The national block '{id}' is retired: {reason}.{replaced_by: Its successor is '@'.} "
    "Move your text or take this override away.",
    "SP303": "The national block '{id}' is retired already: {reason}. This 'remove' can go.",
    "SP304": "The block '{old}' is now called '{new}'. Your text ends up in the right place; change the name here.",
    "SP305": "Two operations on '{id}' exclude each other: {verbs}. Keep one.",
    "SP306": "'{id}' has both 'append' and 'remove'. One cannot add to what is left out.",
    "SP307": "The national office has locked '{id}' (override: {allowed}); '{verb}' is not possible here.",
    "SP308": "'{id}' is a {national} in the national text and a {kind} here. An override keeps the kind.",
    "SP309": "'{id}' is no slot but a national text. Use 'replace' or 'append'.",
    "SP310": "'{id}' is a slot without national text. Use 'fill' instead of '{verb}'.",
    "SP311": "The id '{id}' is taken. Give the new block an id of its own.",
    "SP312": "'{id}' is inserted by this same file. Choose a national block as the place; the order in this file "
    "is the order of the inserted blocks.",
    "SP313": "'{id}' needs one place: 'after' or 'before', not both and not neither.",
    "SP314": "No text can be added to '{id}' ({kind}). Use 'replace'.",
    "SP315": "'{id}' is a required slot and cannot be left out. Use 'fill'.",
    "SP401": "The national text of '{id}' changed after you wrote your own text{fields: (in: @)}. "
    "Read it, change your text where needed, then give: standpunt accept {province} {id} --edition {edition}",
    "SP402": "The national text of '{id}' changed{fields: (in: @)}; your addition still follows it. "
    "Do they still fit? Then give: standpunt accept {province} {id} --edition {edition}",
    "SP403": "Your text of '{id}' equals the national one. This 'replace' can go.",
    "SP404": "Nothing says which national text your entry for '{id}' was written against. "
    "Read the national text and give: standpunt accept {province} {id} --edition {edition}",
    "SP405": "The national text that '{id}' was written against is not (rightly) kept in {file}. "
    "Only today's text can be shown.",
    "SP406": "The ruling on '{id}' is about change {change}, which is no longer there. "
    "See what has changed now, and adapt the ruling or remove it.",
    "SP501": "There is no variable '{name}'.{nearest: Did you mean @?}",
    "SP502": "The required variable '{name}' is missing.{about: What belongs there: @.}",
    "SP503": "The variable '{name}' has the wrong type of value. It takes {expected}.{better: Write: @.}",
    "SP504": "The variable '{name}' is declared, but no text uses it.",
    "SP505": "The variable '{name}' is not declared in edition.yaml.{allowed: Known: @.}",
    "SP506": "This text uses the variable '{name}', but the province gives no value for it.",
    "SP507": "This is no plain variable: {text}. Write {{{{ name }}}}, without calculations or filters.",
    "SP509": "The language '{language}' is not known here. Known: {known}. Another language needs its own words, in {path}.",
    "SP508": "'names' lacks the name forms for the language '{language}' (name, in, of, adjective).",
    "SP601": "'{key}' of '{id}' still has to be confirmed. Until then the edition cannot become final. Fill it in, or add "
    "`waived:` with the reason why it may stay as it is.",
    "SP602": "The figure '{id}' has no numbers. It stays out of the documents until it has, and the edition cannot become "
    "final. Fill them in, or add `waived:` with the reason why the figure may stay out.",
    "SP603": "The slot '{id}' is not filled and is left out of the document.",
    "SP604": "The required slot '{id}' is not filled. Without it the edition cannot become final.",
    "SP605": "The shares of figure '{id}' add up to {total} percent, not 100.",
    "SP606": "'{name}' looks like '{other}' of {elsewhere}. If it is the same name, spell it the same everywhere.",
    "SP607": "'{id}' is printed without confirmation of: {keys}. Reason: {reason}",
    "SP608": "The figure '{id}' has no numbers and stays out of the documents. Reason: {reason}",
    "SP609": "'{id}' says `waived:`, but nothing is left to be confirmed. Remove that line.",
    "SP610": "'{id}' says '{name}', and does not name your own province. Was the text copied from {others}? Then write "
    "your own name, or a variable such as {{{{ province.in }}}}. If {others} is meant, name your own province too.",
    "SP611": "'{id}' says '{name}'. That belongs to {others}, not to your province. Was it copied? Then put your own name or "
    "variable there. If it is meant, name that province beside it.",
    "SP612": "Your text in the slot '{id}' has {found} words; about {asked} are asked for. Make it shorter, or put a part of it "
    "in a block of your own.",
    "SP613": "The id '{id}' of your own block does not begin with your province. Call it, for example: {better}",
    "SP620": "This translation file is not in step with the Dutch.{count_added: New texts: @.}{count_changed: Changed texts: @.}"
    "{count_obsolete: Texts that are gone: @.} Give: standpunt translate sync {edition}",
    "SP651": "This sentence has {count} words; above 25 a reader drops out. Make two of it: '{text} …'",
    "SP652": "This sentence has {count} passives with 'worden': '{text} …' Say who does it.",
    "SP653": "Write '{better}' instead of '{text}'.",
    "SP654": "Write the number '{text}' as '{better}'.",
    "SP655": "Write the telephone number '{text}' as '{better}'.",
    "SP701": "Markup of HTML, TeX or another program is not taken over: {text}. Use plain Markdown.",
    "SP702": "This link is not safe or points nowhere: {link}.{allowed: Allowed: @.}",
    "SP703": "The path '{path}' leaves the content folder. Put the image beside the text.",
    "SP704": "The image '{path}' does not exist.",
    "SP705": "A block cannot hold {construct}.",
    "SP706": "The image '{path}' has no description. Write ![description](file).",
    "SP707": "More than one word stands between two signs {sign}; the signs are printed as they stand. Write a range with a "
    "dash: 20–30.",
    "SP710": "The file '{path}' is not a whole {said} file.{found: It looks like @.} Make the image anew, and give it the "
    "name that belongs to its kind.",
    "SP711": "The image '{path}' is larger than {most} MB. Make it smaller.",
    "SP712": "The image '{path}' is {width} by {height} pixels.{least: A side is at least @; an SVG says its size with width and height, or with viewBox.}{side: A side may be @ at "
    "most.}{pixels: Together they may be @ at most.}{taller: It may be at most @ times as tall as wide.}"
    "{wider: It may be at most @ times as wide as tall.}",
    "SP713": "The figure '{id}' has the label '{label}' twice. A reader cannot tell them apart: give each value a label of "
    "its own.",
    "SP714": "The drawing '{path}' holds something on line {line} that does not belong in an image: {name}.{construct: This "
    "is possible: @.} Save the drawing again.",
    "SP715": "The drawing '{path}' has more than {most} {construct}. Make it simpler, or save it as PNG.",
    "SP716": "'{path}' is no plain file in the content folder. Put the file itself there, not a link or a device.",
    "SP717": "The value {value} in the figure '{id}' cannot be drawn. It may be {most} at most, with {digits} digits behind "
    "the point. Choose another unit, such as million.",
    "SP718": "The figure '{id}' shows parts of a whole.{value: The value @ is impossible then: a part is not less than zero.}"
    "{total: Together the parts are @, which leaves nothing to draw.} Choose another chart, such as 'bar'.",
    "SP719": "The figure '{id}' has {count} {construct}; {most} fit in a drawing.",
    "SP720": "This text has {found} characters; {most} is the most. Divide it into more blocks.",
    "SP721": "Here stands a word of more than {most} characters without a space: '{text}'. It fits on no line.",
    "SP722": "This text has {found} signs of markup such as *, _, [, ~ and &; {most} is the most. Take out what is no "
    "markup.",
    "SP723": "Lists, quotations or emphasis stand too deep inside each other here; {most} levels is the most.",
    "SP724": "This table has {rows} rows and {columns} columns; {most_rows} rows and {most_columns} columns is the most. "
    "Divide it into more tables.",
    "SP725": "This text has {found} paragraphs and items; {most} is the most. Divide it into more blocks.",
    "SP727": "'{key}' has {found} characters; {most} is the most. Make it shorter.",
    "SP728": "'{key}' has {found} values; {most} is the most.",
    "SP730": "The character '{character}' ({code}, {what}) is in no font of the brand and cannot be printed.{instead: Type '@' instead, or leave it out.}",
    "SP731": "Here stands an invisible character ({code}) that turns the direction of reading: the text then reads otherwise than it is. Take it out.",
    "SP732": "A line begins with '{text}'. That makes no list: the lines are printed one behind the other. Begin each item on a line of "
    "its own with '- ', below an empty line, and write 'text: |'. In a title or name: take the sign out.",
    "SP733": "The numbering '{text}' is typed by hand and makes no list: the lines are printed one behind the other. Begin each item on a "
    "line of its own with '1. ', '2. ' and so on, below an empty line, or leave the number out.",
    "SP734": "This line becomes a list of one item: '{text}'. If that is not meant, begin the line otherwise, or put a backslash before "
    "the dot or the dash, as in '7\\. March'.",
    "SP735": "Number {found} stands here, but the document will say {shown}, for a list counts on. Number the list in order, or put a "
    "backslash before the dot: '{found}\\.'.",
    "SP736": "A line that begins with '>' becomes a quotation, without that sign: '{text}'. Take out the signs of the mail, or use a "
    "'quote' block.",
    "SP737": "At '{text}' a sign of emphasis (* or _) disappears, or is printed as it stands. Put it before and behind the words, without a "
    "space between, or put a backslash before it.",
    "SP738": "At '{text}' the document reads otherwise than it says here: a sign between or before the figures disappears. Write it in "
    "words or with the real sign: 'more than 50', '5 × 3', '20 to 30'.",
    "SP739": "There is nothing here that a reader can read. Write the text, or take out the key or the block.",
    "SP740": "'{text}' is no variable and is printed as it stands. Write a variable with two braces: {{{{ name }}}}.",
    "SP741": "'{text}' looks like a place that is still to be filled in, and is printed as it stands. Fill it in, or take it out.",
    "SP742": "'{text}' looks like the number of a note that is not there. Put the source in a fact with 'source', or take out the "
    "number.",
    "SP743": "'{text}' looks like a heading made by hand. A block has no headings: make it a theme with a title, or write it as a "
    "sentence.",
    "SP744": "These lines look like a table, but are printed one behind the other: '{text}'. Put a line like '|---|---|' below the first "
    "line, and begin and end every line with a bar (|).",
    "SP746": "'{text}' is printed with its 'mailto:'. Write the address alone, or a link: [text](mailto:address).",
    "SP747": "'{text}' is printed as it stands. Type the character itself, or a space.",
    "SP748": "Markup does not work here: '{text}' is printed with its signs. Take out the signs.",
    "SP749": "These words are in no document: '{text}'. They stand in a reference that is used nowhere, or in a cell for which the table "
    "has no column.",
    "SP750": "{text} is not filled in here but printed as it stands: this is itself a value that is filled in. Write the words out.",
    "SP801": "The tool {tool} failed: {said}",
    "SP802": "The file '{path}' cannot be written: {said}.",
    "SP803": "The document '{document}' could not be made{format: (@)}: {tool:@: }{said}",
    "SP804": "There is no translation of edition {edition} into '{language}' yet; this language was skipped.",
    "SP805": "The colour '{text}' on '{ground}' has a contrast of {ratio} to 1; {needed} to 1 is needed.",
    "SP806": "The brand names '{name}', which does not exist.{allowed: Known: @.}",
    "SP807": "The Word file '{document}' could not be made right. After {kind} all changes it says "
    "'{found}' where '{wanted}' should stand. Please report this to whoever runs Standpunt.",
    "SP808": "Translations have an error here ({count}); those texts stand in Dutch in the document. See them with: "
    "standpunt translate check",
    "SP809": "This cannot be final in '{language}' yet. Of asks, headings, captions and variables "
    "{strict} words are not approved yet (it must be 0); of the other text {percent}% is approved ({needed}% is needed)."
    "{errors: Translations with an error: @.}",
    "SP810": "The type of '{key}' is {value} points. Choose a size from {least} to {most}.",
    "SP811": "'{key}' has {count} names; it may have {most}.",
    "SP812": "The file '{path}' is not a whole font. Put it in the folder anew, or take it away.",
    "SP813": "The font '{path}' is larger than {most} MB. Choose a smaller file.",
    "SP814": "The folder of the fonts holds {count} files; it may hold {most}. Leave what is needed.",
    "SP815": "No PDF can be made with the font '{name}': {said}",
    "SP820": "'{path}' cannot be replaced: another program has it open, or you may not write to it. Close the file in Word and make the document again.",
    "SP821": "Making '{document}' ended the process ({said}). The second attempt succeeded.",
    "SP822": "Edition {edition} is a draft and is therefore not made as final. If the text is adopted, write "
    "`status: vastgesteld` here.",
    "SP823": "`waived:` gives no reason. Write in words why this may be printed unconfirmed, or remove the line.",
    "SP825": "The folder of documents still holds some that belong to no edition, province or language any more. Give `standpunt publish --prune` to remove them.",
    "SP826": "With `--final` these documents were not made; what is there is still a draft. Mend what `standpunt check --final` names and make them again, or give `standpunt publish --final --prune` to remove the drafts.",
    "SP827": "These documents were not removed, because somebody changed them after they were made. Keep them elsewhere or throw them away yourself.",
    "SP830": "The program Pandoc ends at this text, at a second attempt too. Check again. If this message stays, divide "
    "the text over more blocks, or take formatting away.",
    "SP831": "Prefect's server failed ({said}). What was left has been done without Prefect."
    "{log: More is in @.}",
    "SP832": "Printing takes more than {most} seconds for the picture '{path}'. Make it simpler or smaller, or save a drawing as PNG.",
    "SP833": "Printing ends at the picture '{path}', at a second attempt too: the program stops, or needs too much memory. "
    "Make it simpler or smaller, or save a drawing as PNG.",
    "SP834": "'{key}' takes two numbers from 0 to 100: percents from the left and from the top. Write [50, 50] for the middle.",
    "SP835": "The photo '{path}' is no {said}. Save it as JPEG.",
    "SP836": "The photo '{path}' is {width} by {height} pixels. It will not be sharp in print; at least {wide} by {high} are needed.",
    "SP837": "The photo '{path}' lies on its side: the file says how the camera was held (EXIF orientation {found}), and not every program "
    "turns it upright. Turn it in a photo program and save it again.",
    "SP838": "The photo '{path}' is in the colours of printing inks (CMYK). Save it in those of a screen: RGB, with the profile sRGB.",
    "SP839": "'{key}' says nothing. Write what the photo shows under 'alt', and who made it under 'credit'.",
    "SP840": "This file says that it is written in '{said}', but it is not, or that cannot be read here. Save it again as "
    "UTF-8.",
    "SP841": "In '{context}' stands {codes}. That is a code of the translation program, and it is not clear which part of "
    "the Dutch it stands for. The translation was not taken over; put the variable, the link or the emphasis of the "
    "Dutch in its place.",
    "SP842": "In the translation of '{context}' two texts stand beside each other, probably an old one and a new one. "
    "Nothing was taken over; leave one in the file.",
    "SP843": "Of '{context}' {done} of the {number} sentences are translated. A text is taken over when it is whole: "
    "translate the other sentences too, or join them in the translation program.",
    "SP844": "None of the {number} texts in this file is ours; it holds for example {examples}. Take the file that this "
    "command makes: standpunt translate export",
    "SP845": "Of the {number} texts in this file {strange} are not ours, for example {examples}. They were not taken over.",
    "SP846": "This memory has {variants} beside each other. Taken: {taken}.",
    "SP847": "Here a text or a comment has more than {most} lines. That is longer than any text of a position, and it is "
    "not read. Probably something was pasted into it; take it out, or start from a new export.",
    "SP851": "This translation file is broken here: a text begins and ends with a quotation mark, and msgctxt, "
    "msgid and msgstr follow each other. Save it with a PO editor.",
    "SP852": "The text '{context}' stands twice in this translation file. Keep one.",
    "SP853": "This translation ('{text} …') has no msgctxt, so it belongs to no text.{more: The same goes for @ more.} "
    "Remove what has none, or start from the file that this command makes: standpunt translate sync",
    "SP854": "This file says it is '{said}', but it is the file of the language '{language}'.",
    "SP855": "The translation of '{context}' lacks {names:the variable @}. Take it over, or another form of it.",
    "SP856": "The translation of '{context}' has a variable that the Dutch does not have there: {name}.",
    "SP857": "The translation of '{context}' lacks {target}. A link, image or address stays as it is in the Dutch.",
    "SP858": "The translation of '{context}' has {target}, which is not in the Dutch. A link, image or address stays as "
    "it is in the Dutch.",
    "SP859": "The layout of '{context}' is not that of the Dutch ({construct}): {dutch} there, {translated} in the "
    "translation.",
    "SP860": "The translation of '{context}' has the same layout as the Dutch, but in another order or at another level.",
    "SP861": "The numbers in '{context}' are not those of the Dutch.{missing: Missing: @.}{added: Too many: @.}",
    "SP862": "The number {number} does not stand in figures in '{context}' as often as in the Dutch. Is that right?",
    "SP863": "The name '{name}' has to stand in the translation of '{context}' as it is.",
    "SP864": "Do not use '{word}' for '{term}' in '{context}'.{preferred: Use: @.}",
    "SP865": "For '{term}', '{context}' has none of the agreed words.{preferred: Use: @.}",
    "SP866": "The translation of '{context}' is the same as the Dutch.",
    "SP867": "The translation of '{context}' is {percent}% as long as the Dutch. Is everything there, and no more?",
    "SP868": "'{context}' has the same word twice: '{words}'.",
    "SP869": "The Dutch of '{context}' has '{word}'. The translation has no negation.",
    "SP870": "The translation of '{context}' begins or ends with a space.",
    "SP871": "This exception beside '{context}' is wrong: {comment}. Write the check, @ with the code of the Dutch "
    "(nl-sha) and a reason, such as: check-ok: length @3f9a1c2e77aa: the name is longer in German",
    "SP872": "The term '{term}' is in the list twice. Keep one.",
    "SP873": "There is no text '{context}' in {file}.{nearest: Did you mean @?}",
    "SP874": "The text '{context}' has not been translated yet, so there is nothing to approve.",
    "SP875": "The Dutch of '{context}' changed after this translation. Bring the translation up to date, or approve it "
    "as it is with: --as-is",
    "SP876": "The text '{context}' was not approved, because it has an error ({codes}).",
    "SP877": "The Dutch of '{context}' has {dutch} sentences, the translation {translated}. Is everything there, and no more?",
    "SP878": "'{key}' takes {total}% of ink in all. More than {most}% dries badly: ask the printer for another mixture.",
    "SP879": "Something in '{document}' is see-through. The PDF for the printer was made, but is no PDF/X because of that. Use a logo and drawings without see-through parts, or ask the printer whether he can print this.",
    "SP880": "The translation engine '{engine}' does not translate into '{language}'{known:, but into: @}. For other languages there are people, the translation memory (--engine tm) and a program of your own (--engine command).",
    "SP881": "The translation engine '{engine}' needs {variable}. Set it in the environment, never in a file beside the texts.",
    "SP882": "The translation engine '{engine}' is not installed here. Install it with: pip install 'standpunt[{extra}]', and then a model from Dutch.",
    "SP883": "The translation service '{engine}' refuses the key. See whether {variable} is right.",
    "SP884": "Everything that was paid for at the translation service '{engine}' is used. What was finished is kept; go on when there is more.",
    "SP885": "The translation service '{engine}' does not answer ({reason}). What was finished is kept; try again later.",
    "SP886": "The translation engine '{engine}' gives an answer that makes no sense: {reason}.",
    "SP887": "The translation program does not work: {reason}.{said: It said: @}",
    "SP888": "The translation of '{context}' in {file} by '{engine}' was not taken: not everything that has to stay as it is came back. The text still has to be translated.",
    "SP889": "The translation of '{context}' in {file} by '{engine}' was not taken, because it has an error ({codes}). The text still has to be translated.",
    "SP890": "This is not whole XML: a character, a name or an ending is wrong here. Save the file again from the "
    "translation program.",
    "SP891": "This file brings entities of its own, or needs them. Such files are not read. Save it without DOCTYPE and "
    "with the characters themselves.",
    "SP892": "This is a packed file. Unpack it first, and give the PO, XLIFF or TMX file that is in it.",
    "SP893": "This is {found}, not XLIFF 1 or 2, TMX or PO. Save it from the translation program as XLIFF 1.2.",
    "SP894": "This file says it is of '{said}'. Asked for: from '{source}' into '{language}'.",
    "SP895": "The text '{context}' stands twice in this file. Keep one.",
    "SP896": "This file belongs to {original}, which is no translation file of edition {edition} in '{language}'."
    " Name the edition with: --edition",
    "SP897": "There is no text '{context}' in {file}. The translation was not taken over.",
    "SP898": "The translation of '{context}' in {file} changed after this file was made. It was not overwritten; "
    "do that with: --overwrite",
    "SP899": "The translation of '{context}' was made from older Dutch. {file} already has a translation of today's "
    "Dutch; that one stays.",
    "SP901": "There is no edition '{edition}'{revision: in revision @}.{nearest: Did you mean @?}{known: There is: @.}",
    "SP902": "There is no province '{province}'{revision: in revision @}.{nearest: Did you mean @?}",
    "SP903": "There is no block '{id}' in edition {edition}.{nearest: Did you mean @?}",
    "SP904": "The folder '{root}' holds no position: 'shared/<edition>/edition.yaml' is missing. "
    "Go to the right folder, use --root, or start with: standpunt init DIR",
    "SP905": "None of the chosen provinces publishes in '{language}'. {nearest:Did you mean @? }They do in: {known}.",
    "SP906": "{province} has no entry for '{id}' that belongs to a national text.{nearest: Did you mean @?}",
    "SP907": "The folder '{path}' is not empty. Choose a new one.",
    "SP908": "'{text}' is not an edition. Write an edition (2027), an edition with a province (2027/zeeland), "
    "or one of these with a revision of git (2027@HEAD~5).",
    "SP909": "The folder '{root}' is not kept in git, so revision '{revision}' cannot be read.",
    "SP910": "The program git is not installed here. It is needed to read revision '{revision}'.",
    "SP911": "There is no revision '{revision}'.{shallow: This copy holds only a part of the history; "
    "fetch the rest with: @} See the revisions with: git log --oneline",
    "SP912": "'{reference}' has errors ({count}); the first is in {first}."
    "{edition: Correct them first. See them with: standpunt check @}"
    "{revision: Revision @ can no longer be corrected: choose another one.}",
    "SP913": "'{old}' and '{new}' are the same. Choose two editions, provinces or revisions that differ.",
    "SP914": "No comparison can be made in '{language}', only in the edition's own language: {known}.",
    "SP915": "The file {path} is there already. A new edition {edition} never writes over one.",
    "SP916": "'{text}' cannot be the name of an edition after {edition}. Write a year or a name that comes later, in letters, digits and hyphens, such as 2031.",
    "SP917": "Edition {edition} has the status {status}. Seal it when the text is adopted: put `status: vastgesteld` in edition.yaml.",
    "SP918": "Edition {edition} was sealed already, on {day}. If the edition must really change, give --again.",
    "SP919": "No final documents of edition {edition} were made yet. Make them first: standpunt publish {edition} --final",
    "SP920": "The election ({day}) is not after that of edition {edition} ({other}). Check the date behind --election.",
    "SP921": "'{text}' is no day of an election. Write a year, month or day that exists, as 2031, 2031-03 or 2031-03-19.",
}

TERMS = {
    "or": "or",
    "glyph-private": "a sign from a symbol font of Word",
    "glyph-symbol": "a symbol or picture",
    "glyph-mark": "an accent by itself",
    "glyph-letter": "a letter of another script",
    "glyph-control": "an invisible character",
    "text": "text",
    "flag": "true (yes) or false (no)",
    "number": "a number",
    "list": "a list, with '- ' before each item",
    "mapping": "a block of keys and values",
    "date": "a date (yyyy-mm-dd)",
    "url": "a web address (https://…)",
    "prose": "prose",
    "ask": "ask",
    "fact": "fact",
    "figure": "figure",
    "quote": "quote",
    "contact": "contact",
    "caption": "caption",
    "source": "source",
    "variable": "value of a variable",
    "not": "not",
    "got-list": "a list",
    "got-mapping": "a block of keys",
    "got-flag": "true or false; put a word like this in quotes",
    "apostrophe": "If the text begins with an apostrophe, put it in double quotes.",
    "beside": "belongs to",
    "marker-other": "the other version",
    "marker-end": "up to here",
    "sign-0000": "a null character",
    "sign-0007": "a bell character",
    "sign-0008": "a backspace",
    "sign-000B": "a vertical tab (a line break from Word)",
    "sign-000C": "a form feed (a new page)",
    "sign-001B": "an escape character",
    "sign-001E": "a non-breaking hyphen from Word",
    "sign-001F": "a soft hyphen from Word",
    "sign-007F": "a delete character",
    "sign-0085": "a line end of another computer",
    "sign-00A0": "a no-break space",
    "sign-00AD": "a soft hyphen",
    "sign-2007": "a space as wide as a digit",
    "sign-2009": "a thin space",
    "sign-200B": "a space without width",
    "sign-202F": "a narrow no-break space",
    "sign-2028": "a line separator",
    "sign-2029": "a paragraph separator",
    "sign-2060": "a word joiner",
    "sign-3000": "a wide space",
    "sign-FEFF": "a byte order mark",
    "sign-space": "a special space",
    "sign-control": "a control character",
    "yaml-colon-missing": "this line has no key with a colon, and it belongs to no text above either",
    "yaml-escape": "a backslash inside double quotes; use single quotes",
    "yaml-bracket": "this bracket is not closed, or a comma is missing between the items",
    "yaml-list": "a list does not begin behind its key but on the line below",
    "yaml-hash": "behind ' #' YAML reads a comment, and the text ends there; put the whole text in quotes",
    "yaml-key": "a key must be a word",
    "yaml-documents": "a file holds one piece of YAML; remove the line '---'",
    "yaml-other": "this line does not fit the lines above; compare its indentation, dashes, colons and quotation marks "
    "with those of a block that is right",
    "form-id": "lower-case letters, digits and dashes, as in vraag-mkb-toets",
    "form-inks": "four percentages from 0 to 100 for cyan, magenta, yellow and black, as in [100, 70, 0, 60]",
    "form-date": "a date like 2027-03-17",
    "form-as-of": "a year, month or day like 2022, 2022-07 or 2022-07-01, or: te bevestigen",
    "form-colour": 'a # with six digits or letters a to f, in quotation marks, as in "#0d2444"',
    "form-file": "the name of a file in the same folder, of plain letters, digits, dots and dashes",
    "form-font": "the name of a font: letters, digits, spaces and dashes",
    "form-language": "the code of a language, such as en or de",
    "form-site": "a web address that begins with https://, without spaces, ? or #",
    "form-name": "lower-case letters, digits and underscores, as in smart_industry_hub",
    "form-change": "eight characters of 0-9 and a-f, as the report shows them",
    "heading": "a heading",
    "code": "code (a line indented by four spaces, or text between `)",
    "rule": "a rule",
    "definition-list": "a definition list",
    "note": "a footnote",
    "strikeout": "struck-out text",
    "math": "a formula",
    "paragraph": "paragraph",
    "bullets": "bullet list",
    "numbered-list": "numbered list",
    "item": "item of a list",
    "table": "table",
    "row": "row of a table",
    "column": "column of a table",
    "raw": "HTML or other code",
    "strong": "bold",
    "emphasis": "italics",
    "superscript": "superscript",
    "subscript": "subscript",
    "line-break": "line break",
    "image": "image",
    "link": "link",
    "values": "values",
    "label-characters": "characters in one label",
    "labels-characters": "characters in all labels together",
    "lines": "lines",
    "keys-and-values": "keys and values",
    "texts": "texts",
    "elements": "elements",
    "nested-elements": "elements inside each other",
    "drawn-elements": "elements, with every reference followed",
    "picture-outlines": "text as outlines, or in a font of the brand",
    "picture-inside": "a reference inside the drawing, such as #shape",
    "picture-flat": "the drawing without effects, flattened",
    "other": "this kind of markup",
    "allow": "if it is right after all, put this above msgctxt, with the reason behind it",
    "inside": "in the sentences",
    "outside": "outside of the sentences",
    "any-province": "<province>",
    "provinces": "provinces",
    "first": "earlier",
    "national": "national",
    "previous": "previous edition",
    "was": "national, then",
    "now": "national, now",
    "own": "your text",
    "files": "files",
    "translation-missing": "still to translate",
    "translation-stale": "out of date",
    "translation-machine": "translated by machine, to read",
    "translation-review": "to read",
    "accept": "accepting",
    "reject": "rejecting",
    "error": "error",
    "warning": "warning",
}
