//! Reading calls out of source code: the tests of the library's sentences and of the program's do it.

/// What stands between an opening bracket and the one that closes it, cut at the commas that part the arguments.
pub(crate) fn arguments(code: &str) -> Vec<&str> {
    let (mut depth, mut quoted, mut start) = (0, false, 1);
    let mut found = Vec::new();
    for (at, c) in code.char_indices() {
        match c {
            '"' => quoted = !quoted,
            _ if quoted => {}
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            _ => {}
        }
        if !quoted && (depth == 0 || depth == 1 && c == ',') {
            found.push(code[start..at].trim());
            start = at + 1;
        }
        if depth == 0 {
            break;
        }
    }
    found.retain(|argument| !argument.is_empty());
    found
}
