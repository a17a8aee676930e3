//! LaTeX: the text without commands, formulas, comments and code.

use super::block::{Block, Coding};
use crate::text::Span;

/// Commands whose first argument in braces is no text (that in brackets is none either).
const NO_TEXT: &[&str] = &[
    "label",
    "ref",
    "eqref",
    "pageref",
    "autoref",
    "cref",
    "Cref",
    "nameref",
    "cite",
    "citep",
    "citet",
    "parencite",
    "textcite",
    "footcite",
    "autocite",
    "nocite",
    "input",
    "include",
    "includegraphics",
    "usepackage",
    "RequirePackage",
    "documentclass",
    "bibliography",
    "bibliographystyle",
    "addbibresource",
    "url",
    "path",
    "lstinline",
    "begin",
    "end",
    "newcommand",
    "renewcommand",
    "providecommand",
    "newenvironment",
    "setlength",
    "addtolength",
    "vspace",
    "hspace",
    "pagestyle",
    "thispagestyle",
    "selectlanguage",
    "setmainfont",
    "setsansfont",
    "setmonofont",
    "setCJKmainfont",
    "graphicspath",
    "hypersetup",
    "geometry",
    "definecolor",
    "color",
    "textcolor",
    "href",
    "texttt",
    "foreignlanguage",
    "inputencoding",
    "setcounter",
    "addtocounter",
    "DeclareMathOperator",
    "ensuremath",
    "ce",
    "SI",
    "si",
    "num",
    "hyperref",
];

/// Environments that are no text.
const CODE: &[&str] = &[
    "verbatim",
    "verbatim*",
    "Verbatim",
    "lstlisting",
    "minted",
    "comment",
    "tikzpicture",
    "equation",
    "equation*",
    "align",
    "align*",
    "gather",
    "gather*",
    "multline",
    "multline*",
    "eqnarray",
    "eqnarray*",
    "displaymath",
    "math",
    "alltt",
    "thebibliography",
    "filecontents",
    "filecontents*",
];

/// The text of a file: one block, in which markup is excluded.
pub(super) fn blocks(source: &str) -> Vec<Block> {
    let mut block = Block::default();
    let whole = Span {
        start: 0,
        end: source.len(),
    };
    block.verbatim(source, whole, Coding::Latex);
    let mut at = 0;
    while let Some(next) = source[at..].find(['\\', '%', '$', '{', '}', '~']) {
        let start = at + next;
        let end = start + markup(&source[start..]).max(1);
        block.excluded.push(Span { start, end });
        at = end;
    }
    vec![block]
}

/// How long the markup is that a text begins with.
fn markup(text: &str) -> usize {
    if text.starts_with('%') {
        return text.find('\n').unwrap_or(text.len());
    }
    if text.starts_with('$') {
        let mark = if text.starts_with("$$") { "$$" } else { "$" };
        return formula(text, mark);
    }
    if !text.starts_with('\\') {
        return 1;
    }
    for (begin, end) in [("\\(", "\\)"), ("\\[", "\\]")] {
        if text.starts_with(begin) {
            return until(text, end);
        }
    }
    command(text)
}

/// A formula up to its closing mark; without one in its paragraph the mark stands alone.
fn formula(text: &str, mark: &str) -> usize {
    let mut from = mark.len();
    let text = window(text);
    let paragraph = text.find("\n\n").unwrap_or(text.len());
    while let Some(found) = text.get(from..paragraph).and_then(|rest| rest.find(mark)) {
        let end = from + found;
        if !text[..end].ends_with('\\') {
            return end + mark.len();
        }
        from = end + mark.len();
    }
    mark.len()
}

/// So many bytes on the end of a formula, of options or of code in a line is looked for.
const WINDOW: usize = 1 << 13;

fn window(text: &str) -> &str {
    let mut end = WINDOW.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

fn until(text: &str, end: &str) -> usize {
    text.find(end).map_or(text.len(), |at| at + end.len())
}

/// A command, with its arguments if they are no text.
fn command(text: &str) -> usize {
    let rest = &text[1..];
    let letters = rest
        .find(|c: char| !c.is_ascii_alphabetic())
        .unwrap_or(rest.len());
    if letters == 0 {
        return 1 + rest.chars().next().map_or(0, char::len_utf8);
    }
    let name = &rest[..letters];
    let mut end = 1 + letters;
    end += usize::from(text[end..].starts_with('*'));
    if name == "verb" {
        return end + verb(&text[end..]);
    }
    end += options(&text[end..]);
    if !NO_TEXT.contains(&name) {
        return end;
    }
    let argument = argument(&text[end..]);
    let inner = text[end..end + argument].trim_matches(['{', '}', ' ', '\n']);
    end += argument;
    if name == "begin" && CODE.contains(&inner) {
        let closer = format!("\\end{{{inner}}}");
        return end + until(&text[end..], &closer);
    }
    if matches!(name, "newcommand" | "renewcommand" | "providecommand") {
        end += options(&text[end..]);
        end += self::argument(&text[end..]);
    }
    end + if name == "begin" { options(&text[end..]) } else { 0 }
}

/// `|code|` after `\verb`.
fn verb(text: &str) -> usize {
    let Some(mark) = text.chars().next() else { return 0 };
    let length = mark.len_utf8();
    let text = window(text);
    let line = text[length..].lines().next().unwrap_or("");
    line.find(mark).map_or(0, |at| length + at + length)
}

/// Arguments in brackets.
fn options(text: &str) -> usize {
    match text.starts_with('[') {
        true => window(text)
            .lines()
            .next()
            .and_then(|line| line.find(']'))
            .map_or(0, |at| at + 1),
        false => 0,
    }
}

/// The longest argument that is read to its end.
const LONGEST: usize = 1 << 11;

/// An argument in braces; nothing where there is none.
fn argument(text: &str) -> usize {
    if !text.starts_with('{') {
        return 0;
    }
    let mut depth = 0usize;
    let mut is_escaped = false;
    for (at, c) in text.char_indices().take(LONGEST) {
        match c {
            _ if is_escaped => {}
            '{' => depth += 1,
            '}' if depth == 1 => return at + 1,
            '}' => depth -= 1,
            _ => {}
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    1
}
