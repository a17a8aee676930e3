//! Wrong readings: a name in Chinese characters that is not Chinese, or is read otherwise, put into letters by its characters.

use super::Mismatch;
use super::pairs::Odd;
use super::side::{Side, likeliest};
use crate::glossary::Kind;
use crate::index::{Index, Mention};
use crate::lang::{Lang, Script};
use crate::lint::Severity;
use crate::text::{Folded, Span, fold};
use crate::translit::Use;
use crate::translit::han::{Name, Writing};

/// The names of the source that the target gives by the readings of their characters, though they are said otherwise:
/// 安倍晋三 as Anbei Jinsan.
pub(super) fn misread(index: &Index, source: &Side<'_>, target: &Side<'_>, odd: &Odd<'_>) -> Vec<Mismatch> {
    if target.lang == Lang::Zh || odd.missing.is_empty() {
        return Vec::new();
    }
    let text = Folded::new(target.text);
    let missing = odd
        .missing
        .iter()
        .filter(|mention| is_han(mention.span.of(source.text)));
    missing
        .filter_map(|mention| misreading(index, source, target, &text, mention))
        .collect()
}

fn is_han(text: &str) -> bool {
    Script::of_text(text) == Some(Script::Han) && text.chars().count() > 1
}

fn misreading(
    index: &Index,
    source: &Side<'_>,
    target: &Side<'_>,
    text: &Folded,
    mention: &Mention,
) -> Option<Mismatch> {
    let entry = likeliest(index, mention, None);
    let expected = entry.preferred(target.lang)?;
    let characters = mention.span.of(source.text);
    let usage = if entry.kind == Kind::Person {
        Use::Person
    } else {
        Use::Place
    };
    let name = Name::of(characters, usage);
    let (read, system) = match target.lang {
        Lang::Ru => (name.written(Writing::Palladius), "Palladius"),
        _ => (name.pinyin(), "Pinyin"),
    };
    let span = place(text, &fold(&read)).filter(|_| fold(&read) != fold(&expected.text))?;
    Some(Mismatch {
        severity: Severity::Warning,
        message: format!(
            "`{}` is the {system} of `{characters}`, whose name is `{}`",
            span.of(target.text),
            expected.text
        ),
        suggestions: vec![expected.text.clone()],
        entry: Some(entry.id),
        source: Some(mention.span),
        target: Some(span),
    })
}

/// Where a folded name stands as whole words.
fn place(text: &Folded, name: &str) -> Option<Span> {
    let is_edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    let found = text.key.match_indices(name).find(|(at, _)| {
        is_edge(text.key[..*at].chars().next_back()) && is_edge(text.key[at + name.len()..].chars().next())
    });
    let (at, _) = found.filter(|_| !name.is_empty())?;
    Some(Span {
        start: text.starts[at] as usize,
        end: text.starts[at + name.len()] as usize,
    })
}
