//! Measures the rules on labelled articles: how many planted errors are found and put right, and what else is reported.
//!
//! `cargo run --release --example evaluate -- CORPUS.jsonl`; `docs/evaluating.md` says what a corpus looks like.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;

use isonym::lint::{Diagnostic, Options, Severity, lint};
use isonym::{Index, Lang, Span};
use serde_json::Value;

/// A labelled article.
struct Case {
    text: String,
    lang: Option<Lang>,
    errors: Vec<Planted>,
}

/// A place where something is wrong.
struct Planted {
    span: Span,
    right: String,
}

/// What was counted for one rule in one language, or for all rules.
#[derive(Clone, Copy, Default)]
struct Row {
    planted: usize,
    found: usize,
    suggested: usize,
    others: usize,
}

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args()
        .nth(1)
        .ok_or("usage: evaluate CORPUS.jsonl (see docs/evaluating.md)")?;
    let table = table(&fs::read_to_string(&path)?).map_err(|why| format!("{path}, {why}"))?;
    #[allow(clippy::print_stdout)]
    {
        print!("{table}");
    }
    Ok(())
}

/// What the rules find in a corpus, as a table.
pub(crate) fn table(corpus: &str) -> Result<String, Box<dyn Error>> {
    let index = isonym::shipped();
    // By language, then by rule; all rules come first, with an empty name.
    let mut rows: BTreeMap<(String, &'static str), Row> = BTreeMap::new();
    let lines = corpus.lines().enumerate();
    for (number, line) in lines.filter(|(_, line)| !line.trim().is_empty()) {
        let case = case(line).map_err(|why| format!("line {}: {why}", number + 1))?;
        count(&index, &case, &mut rows);
    }
    Ok(written(&rows))
}

/// Reads a line of the corpus.
fn case(line: &str) -> Result<Case, Box<dyn Error>> {
    let row: Value = serde_json::from_str(line)?;
    let text = row["text"].as_str().ok_or("no field `text`")?.to_owned();
    let lang = row["lang"].as_str().map(str::parse).transpose()?;
    let listed = row["errors"].as_array().map_or(&[][..], Vec::as_slice);
    let errors = listed
        .iter()
        .map(|error| planted(&text, error))
        .collect::<Result<_, _>>()?;
    Ok(Case { text, lang, errors })
}

/// An error: bytes `start` to `end`, or the place of `wrong` with the number `nth` from 1, which is 1 if left out.
fn planted(text: &str, error: &Value) -> Result<Planted, Box<dyn Error>> {
    let right = error["right"]
        .as_str()
        .ok_or("an error without `right`")?
        .to_owned();
    let span = match (error["start"].as_u64(), error["end"].as_u64()) {
        (Some(start), Some(end)) => Span {
            start: usize::try_from(start)?,
            end: usize::try_from(end)?,
        },
        _ => {
            let wrong = error["wrong"]
                .as_str()
                .ok_or("an error without `wrong` or `start` and `end`")?;
            let nth = usize::try_from(error["nth"].as_u64().unwrap_or(1))?;
            let places = text.match_indices(wrong);
            let (start, _) = places
                .into_iter()
                .nth(nth.saturating_sub(1))
                .ok_or_else(|| format!("`{wrong}` does not stand in the text so often"))?;
            Span {
                start,
                end: start + wrong.len(),
            }
        }
    };
    match text.get(span.start..span.end) {
        Some(_) => Ok(Planted { span, right }),
        None => Err("`start` and `end` are not the bytes of characters".into()),
    }
}

/// Lints an article and counts.
fn count(index: &Index, case: &Case, rows: &mut BTreeMap<(String, &'static str), Row>) {
    let options = Options {
        lang: case.lang,
        ..Options::default()
    };
    let found = lint(index, &case.text, &options);
    let found: Vec<&Diagnostic> = found.iter().filter(|d| d.severity > Severity::Note).collect();
    let lang = case.lang.map_or("any", Lang::code);
    let mut row = |rule, add: fn(&mut Row, usize), number| {
        add(rows.entry((lang.to_owned(), rule)).or_default(), number);
    };
    row("", |row, n| row.planted += n, case.errors.len());
    for error in &case.errors {
        if let Some(hit) = found.iter().find(|d| d.span.overlaps(error.span)) {
            let good = usize::from(mends(&case.text, hit, error));
            for rule in ["", hit.rule] {
                row(rule, |row, n| row.found += n, 1);
                row(rule, |row, n| row.suggested += n, good);
            }
        }
    }
    let other = |d: &&&Diagnostic| !case.errors.iter().any(|error| error.span.overlaps(d.span));
    for alarm in found.iter().filter(other) {
        for rule in ["", alarm.rule] {
            row(rule, |row, n| row.others += n, 1);
        }
    }
}

/// Whether a finding's first suggestion makes of the text what putting the error right makes of it.
fn mends(text: &str, found: &Diagnostic, error: &Planted) -> bool {
    let with = |span: Span, new: &str| [&text[..span.start], new, &text[span.end..]].concat();
    let mended = found.suggestions.first().map(|new| with(found.span, new));
    mended == Some(with(error.span, &error.right))
}

fn written(rows: &BTreeMap<(String, &'static str), Row>) -> String {
    let mut table = format!(
        "{:<5} {:<20} {:>8} {:>8} {:>10} {:>13}\n",
        "lang", "rule", "planted", "found", "suggested", "other alarms"
    );
    for ((lang, rule), row) in rows {
        let (name, planted) = match *rule {
            "" => ("all rules", row.planted.to_string()),
            rule => (rule, String::new()),
        };
        table.push_str(&format!(
            "{lang:<5} {name:<20} {planted:>8} {:>8} {:>10} {:>13}\n",
            row.found, row.suggested, row.others
        ));
    }
    table
}
