//! What a text says itself about findings that are none: comments, and `[sic]` after a name.
//!
//! | comment | silences |
//! |---|---|
//! | `isonym-ignore-line` | its own line |
//! | `isonym-ignore-next-line` | the line after it |
//! | `isonym-ignore-start`, `isonym-ignore-end` | what stands between them |
//! | `isonym-ignore: Name, Name` | these spellings, wherever they stand |
//!
//! The first three may name rules (`isonym-ignore-line mixed-script`), and then silence only these. All may give a reason
//! after `--`. A comment is one of HTML (`<!-- isonym-ignore-line -->`), or begins a line of its own, with or without the
//! marks of a comment (`#`, `//`, `%`, `;`). `isonym-ignore-line` may also end its line after such marks. Readers of documents whose text
//! lacks its comments (HTML, PO, XLIFF) write those to the linter into it.

use std::cell::Cell;
use std::collections::{HashMap, HashSet};

use super::rules::unused_ignore;
use super::{Diagnostic, Options, Severity};
use crate::inflection::{Hint, inflect};
use crate::lang::Script;
use crate::text::{Span, Spans, fold};

const WORD: &str = "isonym-ignore";

/// So many bytes of a comment are read.
const LONGEST: usize = 4096;

/// What says, right after a name, that it is meant as it stands.
const SIC: &[&str] = &["sic", "так в оригинале", "так в тексте", "原文如此"];

/// The parts and spellings of a text that its author has silenced.
#[derive(Debug, Default)]
pub(super) struct Suppressions {
    /// By rule, the parts where it is silenced; all rules have an empty name.
    parts: HashMap<String, Spans>,
    spellings: HashSet<String>,
    said: Vec<Said>,
}

/// A rule or a spelling that a comment names.
#[derive(Debug)]
struct Said {
    /// The comment's word.
    place: Span,
    /// The line that it stands on.
    line: Span,
    /// The name as it is written; empty where all rules are meant.
    name: String,
    what: Silenced,
    is_used: Cell<bool>,
}

#[derive(Debug)]
enum Silenced {
    Part(Span),
    Spellings(Vec<String>),
}

impl Suppressions {
    /// Reads the comments of a text.
    pub(super) fn of(text: &str) -> Suppressions {
        let mut spellings = HashSet::new();
        let mut parts = Parts::default();
        let mut said = Vec::new();
        let mut open: Option<((Span, Span), Vec<String>)> = None;
        let mut line = Span { start: 0, end: 0 };
        for (at, _) in text.match_indices(WORD) {
            if at >= line.end {
                line = line_of(text, at);
            }
            let Some(comment) = Comment::at(text, line, at) else {
                continue;
            };
            let place = Span {
                start: at,
                end: at + WORD.len() + comment.kind.trim_end_matches(':').len(),
            };
            match comment.kind {
                "-line" => parts.add((place, line), line, comment.rules()),
                "-next-line" => parts.add((place, line), next_line(text, line), comment.rules()),
                "-start" => open = open.or_else(|| Some(((place, line), comment.rules()))),
                "-end" => parts.close(&mut open, at),
                ":" => said.extend(comment.items().map(|name| Said::spelling(place, line, name))),
                _ => {}
            }
        }
        // What is never closed holds up to the end.
        parts.close(&mut open, text.len());
        for one in &said {
            if let Silenced::Spellings(forms) = &one.what {
                spellings.extend(forms.iter().cloned());
            }
        }
        said.append(&mut parts.said);
        said.sort_by_key(|one| one.place);
        let parts = parts.by_rule.into_iter();
        Suppressions {
            parts: parts
                .map(|(rule, spans)| (rule, spans.into_iter().collect()))
                .collect(),
            spellings,
            said,
        }
    }

    /// Whether a finding is silenced.
    pub(super) fn cover(&self, text: &str, found: &Diagnostic) -> bool {
        let silenced = |rule: &str| {
            self.parts
                .get(rule)
                .is_some_and(|parts| parts.overlap(found.span))
        };
        let key = if self.spellings.is_empty() {
            String::new()
        } else {
            fold(found.span.of(text))
        };
        let is_silenced = silenced("") || silenced(found.rule) || self.spellings.contains(&key);
        if is_silenced {
            let own = self.said.iter().filter(|one| one.covers(found, &key));
            own.for_each(|one| one.is_used.set(true));
        }
        is_silenced || is_followed_by_sic(&text[found.span.end..])
    }

    /// The comments that have silenced nothing, of those whose rules were run.
    pub(super) fn unused(&self, options: &Options) -> Vec<Diagnostic> {
        let has_run = |one: &&Said| match (&one.what, one.name.as_str()) {
            (Silenced::Part(_), rule) if !rule.is_empty() => {
                options.runs(rule) && unused_ignore::looks_like_a_rule(rule)
            }
            _ => options.select.is_empty() && options.ignore.is_empty(),
        };
        let mut unused: Vec<Diagnostic> = Vec::new();
        for own in self.said.chunk_by(|a, b| a.place == b.place) {
            let names: Vec<&str> = own
                .iter()
                .filter(has_run)
                .filter(|one| !one.is_used.get())
                .map(|one| one.name.as_str())
                .collect();
            if names.is_empty() {
                continue;
            }
            unused.push(Diagnostic {
                rule: unused_ignore::RULE.name,
                severity: Severity::Note,
                span: own[0].place,
                message: unused_ignore::message(&names),
                suggestions: Vec::new(),
                fix: None,
                entry: None,
                related: Vec::new(),
            });
        }
        unused
    }
}

impl Said {
    fn spelling(place: Span, line: Span, name: &str) -> Said {
        Said {
            place,
            line,
            name: name.to_owned(),
            what: Silenced::Spellings(forms(name)),
            is_used: Cell::new(false),
        }
    }

    /// Whether it silences a finding, whose text has such a key.
    fn covers(&self, found: &Diagnostic, key: &str) -> bool {
        match &self.what {
            Silenced::Part(part) => {
                part.overlaps(found.span) && (self.name.is_empty() || self.name == found.rule)
            }
            // The comment itself may be part of the text.
            Silenced::Spellings(forms) => {
                !self.line.overlaps(found.span) && forms.iter().any(|form| form == key)
            }
        }
    }
}

/// The parts that comments silence, by the rules that they name.
#[derive(Default)]
struct Parts {
    by_rule: HashMap<String, Vec<Span>>,
    said: Vec<Said>,
}

impl Parts {
    fn add(&mut self, (place, line): (Span, Span), part: Span, rules: Vec<String>) {
        let all = rules.is_empty().then(String::new);
        for rule in rules.into_iter().chain(all) {
            self.said.push(Said {
                place,
                line,
                name: rule.clone(),
                what: Silenced::Part(part),
                is_used: Cell::new(false),
            });
            self.by_rule.entry(rule).or_default().push(part);
        }
    }

    fn close(&mut self, open: &mut Option<((Span, Span), Vec<String>)>, end: usize) {
        if let Some((comment, rules)) = open.take() {
            let start = comment.0.start;
            self.add(comment, Span { start, end }, rules);
        }
    }
}

/// A comment to the linter.
struct Comment<'a> {
    /// What follows the word: `-line`, `:` …
    kind: &'a str,
    /// What follows that, up to the reason.
    rest: &'a str,
}

impl<'a> Comment<'a> {
    /// The comment whose word stands at a byte, if it is one.
    fn at(text: &'a str, line: Span, at: usize) -> Option<Comment<'a>> {
        let (before, after) = (&text[line.start..at], &text[at + WORD.len()..line.end]);
        let after = first(after, LONGEST);
        let is_html = before.trim_end().ends_with("<!--");
        let after = if is_html {
            after.split("-->").next()?
        } else {
            after
        };
        let length = match after.strip_prefix(':') {
            Some(_) => 1,
            None => after
                .find(|c: char| !c.is_ascii_lowercase() && c != '-')
                .unwrap_or(after.len()),
        };
        let (kind, rest) = after.split_at(length);
        let marks = |c: char| c.is_whitespace() || matches!(c, '#' | '/' | '%' | ';');
        let begins_line = before.trim_matches(marks).is_empty();
        let ends_line = kind == "-line" && before.trim_end().ends_with(['#', '/', '%', ';']);
        let rest = rest.trim_start_matches(':').split(" -- ").next()?;
        (is_html || begins_line || ends_line).then_some(Comment { kind, rest })
    }

    fn items(&self) -> impl Iterator<Item = &'a str> {
        let items = self.rest.split([',', '，', '、']).map(str::trim);
        items.filter(|item| !item.is_empty())
    }

    fn rules(&self) -> Vec<String> {
        self.items().map(str::to_owned).collect()
    }
}

/// The line of a byte, without its line end.
fn line_of(text: &str, at: usize) -> Span {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let end = text[at..].find('\n').map_or(text.len(), |length| at + length);
    Span { start, end }
}

/// The beginning of a text, so many bytes long at most.
fn first(text: &str, most: usize) -> &str {
    let mut end = most.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

fn next_line(text: &str, here: Span) -> Span {
    match text[here.end..].strip_prefix('\n') {
        Some(_) => line_of(text, here.end + 1),
        None => Span {
            start: here.end,
            end: here.end,
        },
    }
}

/// `[sic]`, `(sic!)` and the like, after a closing quote or not.
fn is_followed_by_sic(after: &str) -> bool {
    let after = after.trim_start_matches(['"', '”', '»', '’', '*', '_', ' ', '\u{a0}']);
    let Some(inner) = after.strip_prefix(['[', '(', '（', '［', '〔']) else {
        return false;
    };
    let Some(end) = first(inner, 64 + 3)
        .find([']', ')', '）', '］', '〕'])
        .filter(|&end| end <= 64)
    else {
        return false;
    };
    let said = inner[..end].trim_matches(|c: char| c == '!' || c == '*' || c == '_' || c.is_whitespace());
    SIC.contains(&said.to_lowercase().as_str())
}

impl Options {
    /// Takes a spelling as right: it, and if it is Russian its case forms as well, in any letter case.
    ///
    /// ```
    /// use isonym::lint::{Options, lint};
    /// let mut options = Options::default();
    /// options.accept("Blagoveschchensk");
    /// assert!(lint(&isonym::shipped(), "Heihe and Blagoveschchensk", &options).is_empty());
    /// ```
    pub fn accept(&mut self, spelling: &str) {
        self.accepted.extend(forms(spelling));
    }
}

/// The folded forms of a spelling that is right.
fn forms(spelling: &str) -> Vec<String> {
    let mut forms = vec![fold(spelling)];
    if Script::of_text(spelling) == Some(Script::Cyrillic) {
        let inflected = inflect(spelling, Hint::default()).forms;
        forms.extend(inflected.iter().map(|form| fold(&form.text)));
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::{Severity, lint};

    /// The texts of the findings of one rule that needs no context.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let options = Options {
            select: vec!["mixed-script".to_owned()],
            ..Options::default()
        };
        let found = lint(&crate::Index::default(), text, &options);
        assert!(found.iter().all(|finding| finding.severity == Severity::Error));
        let texts: Vec<&str> = found.iter().map(|finding| finding.span.of(text)).collect();
        assert_eq!(texts, expected, "in {text:?}");
    }

    #[test]
    fn a_line_and_the_next_line() {
        check("Mоcква", &["Mоcква"]);
        check("Mоcква <!-- isonym-ignore-line -->\nПeрмь", &["Пeрмь"]);
        check("Mоcква # isonym-ignore-line: mixed-script", &[]);
        check("<!-- isonym-ignore-next-line -->\r\nMоcква\nПeрмь", &["Пeрмь"]);
        check("isonym-ignore-next-line", &[]);
    }

    #[test]
    fn rules_may_be_named_and_reasons_given() {
        check(
            "Mоcква <!-- isonym-ignore-line mixed-script, other -- why -->",
            &[],
        );
        check("Mоcква <!-- isonym-ignore-line misspelled-name -->", &["Mоcква"]);
        check("Mоcква <!-- isonym-ignore-line -- mixed-script -->", &[]);
        check("Mоcква <!-- isonym-ignore-lines -->", &["Mоcква"]);
    }

    #[test]
    fn parts_and_spellings() {
        check(
            "# isonym-ignore-start\nMоcква\n# isonym-ignore-end\nПeрмь",
            &["Пeрмь"],
        );
        check("// isonym-ignore-start\nMоcква", &[]);
        check("Пeрмь <!-- isonym-ignore: Mоcква -- why -->\nMОCКВА", &["Пeрмь"]);
        check("We say isonym-ignore: Mоcква", &["Mоcква"]);
    }

    #[test]
    fn sic_speaks_of_the_name_before_it() {
        check("Mоcква [sic] Пeрмь", &["Пeрмь"]);
        check("«Mоcква» (sic!), *Пeрмь* [Так в тексте], Тoмск［原文如此］", &[]);
        check("Mоcква (sick)", &["Mоcква"]);
        check("Mоcква (", &["Mоcква"]);
    }
}
