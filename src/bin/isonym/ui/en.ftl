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
