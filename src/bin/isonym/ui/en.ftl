# What the program says by itself. Help texts, what rules say and what they find stand in the code in English.

count-files = { $count ->
    [one] { $count } file
   *[other] { $count } files
}
count-errors = { $count ->
    [one] { $count } error
   *[other] { $count } errors
}
count-warnings = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
}
count-notes = { $count ->
    [one] { $count } note
   *[other] { $count } notes
}
count-units = { $count ->
    [one] { $count } unit
   *[other] { $count } units
}
count-fixes = { $count ->
    [one] { $count } fix
   *[other] { $count } fixes
}
fixes-made = { $fixes } made in { $files }
fixes-possible = { $fixes } would be made in { $files }
expected = expected: `{ $suggestion }`
unit = unit `{ $id }`
count-lines = { $count ->
    [one] { $count } line
   *[other] { $count } lines
}
count-articles = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
lines-in = { $lines } in { $files }
stats-names = names
stats-findings = findings
stats-rules = findings by rule
stats-first = { $what } (the first { $most } of { $count })
count-findings = { $count ->
    [one] { $count } finding
   *[other] { $count } findings
}
baseline-written = { $findings } written to { $path }
baseline-old = { $path }: { $findings } out of date: `--write-baseline { $path }` writes it anew
count-changes = { $count ->
    [one] { $count } change
   *[other] { $count } changes
}
count-names-accepted = { $count ->
    [one] { $count } name accepted
   *[other] { $count } names accepted
}
count-names-defined = { $count ->
    [one] { $count } name for the glossary
   *[other] { $count } names for the glossary
}
changes-in = { $changes } in { $files }
changes-left = { $changes } could not be written where the name stands
count-more-places = { $count ->
    [one] { $count } more place
   *[other] { $count } more places
}
count-unread = { $count } not checked
nothing-found = nothing found
in-place = in { $place }
write = write `{ $suggestion }`
or = or { $suggestions }
level-error = error
level-warning = warning
level-note = note
level-help = help
no-such-file = { $path }: there is no such file
no-such-rule = there is no rule `{ $rule }`: the rules are { $rules }
heading-usage = Usage:
heading-commands = Commands
heading-options = Options
heading-arguments = Arguments
of-file = { $file }: { $why }
of-line = line { $line }: { $why }
standard-input = standard input
input-not-utf8 = { $source }, line { $line }: not UTF-8; convert the input to UTF-8 first
accepts = { $file }: accepts `{ $name }`
no-list = `{ $key }` is no list: make it one, `{ $key } = []`
write-protected = the file is write-protected
no-file-name = not the name of a file
index-not-kept = { $folder }: the index is not kept, and will be made again next time: { $why }
remark-kept = { $file }: something is wrong with the glossary: `isonym glossary check { $file }` shows it
one-file = { $file }: source and target are one file
no-target = name its translation too (only .po, .xlf, .xliff and .tmx files hold both sides)
lines-differ = { $source } has { $here } lines and { $target } has { $there }: with `--aligned` each line has its own translation
text-large = the text is too large
character-missing = { $encoding } has no `{ $letter }` ({ $character }): save the file as UTF-8 first
binary-byte = a binary file (a zero byte at { $at }), not text
unknown-encoding = unknown encoding `{ $name }`: UTF-8, UTF-16LE, UTF-16BE, windows-1251, KOI8-R, GB18030 and Big5 are the usual ones
binary-character = a binary file (it holds the character U+0000), not text
not-utf8-line = not UTF-8 in line { $line }: choose another encoding with `--encoding`
not-encoding = not { $encoding }: choose another encoding with `--encoding`
encoding-untold = not UTF-8 (line { $line }), and its encoding cannot be told: name it with `--encoding`, or save the file as UTF-8
encoding-guessed = not UTF-8: read as { $encoding }, a guess of confidence { $sure }; `--encoding` says it for sure
not-added = { $file }: not added: { $why }
row-needs-name = a row needs a name: give one of --zh, --ru, --en (or --id with --weight or --country)
suggested = suggested: { $lang } { $name } ({ $note })
rows-change = { $file }: writing it as { $encoding } would change other rows: save it as UTF-8 first
name-taken = `{ $name }` is a name of `{ $entry }` already: say `--id { $entry }`, or `--homonym` if it is another thing
entries-shortened = the weight or the country of { $count } entries was left out: the file has no column for it
names-known = { $count } names stood in the glossary already
no-table-column = no column `{ $column }`: there are { $columns }
no-format = the format is missing: say `--format tbx`, or `--output FILE.tbx`
only-imported = { $format } can only be imported; { $written } are written
no-wikidata-item = `{ $class }` is no item of Wikidata: it begins with Q
two-formats = the files are of two formats, { $first } and { $second }: import one after the other
file-there = { $file }: there is such a file: say `--append` to add to it, or `--overwrite`
no-places = none of the files has places: name `allCountries.txt` or the file of a country, too
no-alternate-names = no file of names in other languages: only the English column is filled; name `alternateNamesV2.txt`, too
no-geonames = { $file }: no file of GeoNames: its rows have neither 19 nor 10 nor 8 cells
conflict = conflict: { $id }: { $about }
more-problems = { $file }: { $count } more problems: `isonym glossary check { $file }` shows them
no-row-of-use = { $file }: no row of it can be used
not-changed-guess = { $file }: not changed on a guess: say `--encoding { $encoding }` if that is right
not-changed = { $file }: not changed, for it is in { $encoding }: save it as UTF-8 first
format-untold = { $file }: its name tells no format: say `--format` with one of { $formats }
no-equals = `{ $text }` has no `=` between two words
more-rows-unread = { $file }: { $count } more rows that cannot be read
glossary-written = { $entries } with { $names } written
glossary-read = { $entries } with { $names } read
rows-unread = {"; "}{ $rows } could not be read
not-held = not held: { $what } ({ $count })
count-entries = { $count ->
    [one] { $count } entry
   *[other] { $count } entries
}
count-names = { $count ->
    [one] { $count } name
   *[other] { $count } names
}
count-rows = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
glossary-errors = { $file }: { $count } errors; `isonym glossary check` shows them
stats-no-source = (none)
stats-total = total
stats-entries = entries
stats-complete = in all three languages
stats-kinds = entries by kind
stats-languages = names by language
stats-statuses = names by status
stats-sources = names by source
nothing-kept = nothing is kept with `--no-cache` or ISONYM_NO_CACHE: leave that out
no-glossary-named = no glossary: name one, or list `glossaries` in { $file }
index-unread = the index cannot be read
index-built = { $file }: { $entries } entries, { $names } names, { $size }
kept-nothing = nothing is kept in { $folder }
index-entries = entries
index-names = names
index-size = size
index-glossary = glossary
kept-in = kept in { $folder }
index-strange = { $file }: of another version, or broken
removed = { $indexes } removed, { $size }
count-indexes = { $count ->
    [one] { $count } index
   *[other] { $count } indexes
}
no-index-folder = there is no folder for indexes: set ISONYM_CACHE_DIR to one
megabytes-less = < 0.1 MB
megabytes = { $size } MB
checksum = a checksum is wrong
record-damaged = damaged, and nothing after it can be read: { $why }
no-field = the object has no field `{ $field }`: `--jsonl-field` names the one that is the article
no-text-in-field = no text in the field `{ $field }`
no-json = no JSON: { $why } in column { $column }
unknown-language = unknown language `{ $code }`: use auto, en, ru or zh
no-baseline-row = { $file }:{ $line }: no row of a baseline: write the file again
not-fixed-guess = not fixed on a guess: say `--encoding { $encoding }` if that is right
characters-change = writing it as { $encoding } would change other characters: save it as UTF-8 first
needs-terminal = --interactive needs a terminal: use `--fix`, or `--diff` to look first
nothing-written = nothing was written
nothing-to-write = nothing to write
write-it = { $summary }: write it?
nothing-to-check = nothing to check: name files or folders
answers-on-input = standard input is where you answer: name files
not-checked = not checked
language-unknown = `{ $name }`: its language is unknown
changed-meanwhile = not written: it was changed meanwhile by somebody else
nothing-to-undo = nothing to take back
no-suggestion = there is no suggestion { $number }
instead-of = instead of `{ $name }`:
walk-keys-none = e(dit) i(gnore) x accept everywhere g(lossary) u(ndo) q(uit) ?
walk-keys-one = a write it, e(dit) i(gnore) x accept everywhere g(lossary) u(ndo) q(uit) ?
walk-keys-many = a or a number write it, e(dit) i(gnore) x accept everywhere g(lossary) u(ndo) q(uit) ?
yes-or-no = { $question } [y/n]
walk-help =
    {"  "}a        write the first suggestion
    {"  "}1, 2 …   write that suggestion
    {"  "}e TEXT   write TEXT
    {"  "}i        leave it
    {"  "}x        the spelling is right: accept it everywhere
    {"  "}g        add the name to the glossary
    {"  "}u        take back the last decision
    {"  "}q        stop here
    {"  "}Nothing is written before the end.
office-old = encrypted, or an old office document: save it as a new one without a password first
office-damaged = damaged: not the archive that a document of this kind is
archive-not-fixed = archives are not fixed: unpack it, or leave `--fix` and `--diff` out to see what is found
stats-format = `--stats` is written as text or json
nothing-to-read = nothing to read: name files or folders, or pipe text in
no-document-in = { $folder }: no document in it that can be read
nothing-to-check-pipe = nothing to check: name files or folders, or pipe text in
scope-input = --scope run reads every article twice, which standard input does not allow: name files
since-input = --since speaks of files, not of standard input
since-no-revision = --since: `{ $revision }` is no revision
since-no-repository = --since: the file is in no git repository (or git does not trust its owner)
since-unknown-revision = --since: git knows no revision `{ $revision }` here
since-cannot-compare = --since: git cannot compare with `{ $revision }`
since-cannot-tell = --since: git cannot tell what was changed
since-no-git = --since needs git: { $why }
unknown-size-unit = unknown unit `{ $unit }`: use K, M or G
no-size = no size: write 64M for example
size-large = too large
unpacking = unpacking it: { $why }
no-gzip = damaged: no gzip file
no-zstandard = damaged: no Zstandard file
binary-pdf = a PDF file, not text: save it as text first
binary-archive = an archive or office document, not text: save it as text first
binary-rtf = an RTF document, not text: save it as text first
binary-office = an old office document, not text: save it as text first
no-file = there is no such file
file-large-size = { $size } bytes are more than the limit of { $limit }: split the file, or raise `--max-file-size`
file-large = it is more than the limit of { $limit }: split the file, or raise `--max-file-size`
and-more = { $shown }, { $count } more
did-you-mean = { $query }: no such name; did you mean
lookup-kind = kind
lookup-entry = entry
lookup-found-by = found by
not-found = { $query }: not found
converted-by = { $name }  converted by { $system } ({ $basis })
name-preferred = name
name-admitted = admitted name
name-deprecated = deprecated name
name-superseded = superseded name
found-spelling = another spelling
found-folded = { $what } `{ $name }`, written another way
found-inflected = form of the { $what } `{ $name }`
found-converted = `{ $name }`, converted by a system
found-near = nearness to `{ $name }`, { $score }
found-by-column = { $how }, like the names before
reason-spelling = by spelling
reason-entry = by entry
reason-inflected = by inflected
reason-system = by { $system }
reason-systems = by { $first } and { $second } of one source
reason-characters = by characters
reason-syllables = by syllables
reason-sound = by sound
verdict-same = same ({ $score }, { $reason })
verdict-different = different ({ $score }, { $reason })
unknown-style = unknown style `{ $id }`: there are { $known }
style-system = prefers the names of the system { $system }
style-also = also { $name }
style-not = not { $name }
progress-read = {"{bytes} read, {bytes_per_sec}"}
progress-left = {"{bar:40} {percent} %  {bytes} of {total_bytes}, {eta} left"}
progress-run = {"{bar:40} {percent} %  {bytes} of {total_bytes}, {bytes_per_sec}, {eta} left"}
added = { $file }: `{ $name }` is added
serve-no-token = others could call { $host }: give a token with `--token` or { $variable }, or leave `--host` out
serve-token-short = the token is too short: take { $least } characters or more
serve-token-letters = the token must be of letters, digits and `-_.~`
serve-address = { $address }: { $why }: choose another port with `--port`
serving = serving until Ctrl-C; nothing leaves this machine
no-browser = no browser could be started: open { $page }

# What clap says in English by itself.

usage-options = OPTIONS
usage-command = COMMAND
heading-values = Possible values:
help-default = [default: { $value }]
help-values = [possible values: { $value }]
refused-help = For more information, try `--help`.
refused-tip = tip: { $tip }
refused-value = invalid value `{ $value }` for `{ $argument }`
refused-value-why = invalid value `{ $value }` for `{ $argument }`: { $why }
refused-no-value = a value is required for `{ $argument }` but none was supplied
refused-argument = unexpected argument `{ $argument }` found
refused-command = unrecognized subcommand `{ $command }`
refused-no-command = a subcommand is required but one was not provided
refused-no-equals = equal sign is needed when assigning values to `{ $argument }`
refused-too-many = unexpected value `{ $value }` for `{ $argument }` found; no more were expected
refused-too-few = { $least } values required by `{ $argument }`; only { $count } provided
refused-number = { $wanted } values required for `{ $argument }` but { $count } provided
refused-twice = the argument `{ $argument }` cannot be used multiple times
refused-conflict = the argument `{ $argument }` cannot be used with `{ $other }`
refused-conflict-with = the argument `{ $argument }` cannot be used with:
refused-conflicts = the argument `{ $argument }` cannot be used with one or more of the other specified arguments
refused-missing = the following required arguments were not provided:
refused-utf8 = invalid UTF-8 was detected in one or more arguments
refused-similar-command = a similar subcommand exists: { $known }
refused-similar-argument = a similar argument exists: { $known }
refused-similar-value = a similar value exists: { $known }
refused-as-value = to pass `{ $value }` as a value, use `{ $written }`
refused-elsewhere = `{ $known }` exists
refused-dashes = subcommand `{ $command }` exists; to use it, remove the `--` before it

# What the system and the standard library say in English by themselves.

io-not-found = there is no such file or folder
io-permission = permission denied
io-exists = it exists already
io-directory = it is a folder
io-no-directory = it is no folder
io-full = no space left
io-read-only = the file system is read-only
io-address = the address is in use
io-no-address = the address is not available
io-invalid = it is not UTF-8
io-end = unexpected end
io-other = { $why }
number-none = no whole number
number-large = the number is too large
number-outside = the number is outside of { $range }

# The manual page.

man-name = NAME
man-synopsis = SYNOPSIS
man-description = DESCRIPTION
man-options = OPTIONS
man-version = VERSION
man-author = AUTHORS

# What editors show.

lsp-not-checked = the document could not be checked
lsp-no-name = a name is needed
lsp-no-name-there = no name stands there
lsp-no-command = no such command: `{ $command }`
lsp-no-language = no such language: `{ $code }`
lsp-language-unknown = the language of `{ $name }` is unknown: say `lang`
lsp-fix-all-of = Put in all { $count } safe suggestions
lsp-fix-all = Put in all safe suggestions
lsp-write = Write `{ $suggestion }`
lsp-ignore = Ignore { $rule } on this line
lsp-accept = Take `{ $name }` as right in this project
lsp-add = Add `{ $name }` to the project's glossary
lsp-and-more = { $shown }, and { $count } more
lsp-source = source: { $sources }
lsp-glossary-unread = a glossary cannot be read
lsp-not-shown = findings further down that are not shown: { $count }
lsp-shipped = `{ $id }` stands in the glossary that isonym brings, which is no file
lsp-settings = the settings of isonym are left as they were: { $why }
lsp-severity = `minSeverity` is `{ $other }`: use error, warning or note
