//! Does a translation use the names of its source?
//!
//! Both sides are read once, and a name of the source is answered if any name of the target may mean the same entry:
//! inflected, as an adjective, abbreviated, a surname alone. Translators drop, merge and pronominalise names, so a name
//! without a counterpart says little by itself; but where a name of the target has none in the source, and a name of the
//! source of the same kind has none in the target, the one stands for the other.

mod abbreviations;
mod candidates;
mod document;
mod findings;
mod kin;
mod pairs;
mod readings;
mod side;
mod sounds;
mod unlisted;

pub use self::document::compare_documents;
use crate::index::Index;
use crate::lang::Lang;
use crate::lint::{Message, Severity, guess_language};
use crate::text::Span;
use side::Side;

/// The name of the rule that findings are reported under.
pub const RULE: &str = "translation-mismatch";

/// What the rule finds, in one line.
pub const SUMMARY: &str =
    "a name of the source without an admitted counterpart in its translation (isonym compare)";

/// The rule's manual, in Markdown; its examples are tests.
pub const PAGE: &str = include_str!("../../tests/compare/translation-mismatch.md");

/// What was found in a unit: a name of one side that the other side does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mismatch {
    /// How sure it is: a warning where both sides speak for it, a note where a translator may have had a reason.
    pub severity: Severity,
    /// The id of the entry that is expected, or where nothing is, of the one that stands there.
    pub entry: Option<String>,
    /// Why, in one sentence.
    pub message: Message,
    /// What could stand in the target, best first, in the case of the place.
    pub suggestions: Vec<String>,
    /// The name in the source, if it has one: bytes of the source.
    pub source: Option<Span>,
    /// The name in the target, if it has one: bytes of the target.
    pub target: Option<Span>,
}

/// The languages of the two sides; guessed from their letters where they are not given.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// The language of the source.
    pub from: Option<Lang>,
    /// The language of the target.
    pub to: Option<Lang>,
}

/// Compares a unit of a translation, a sentence or a paragraph, with its source.
///
/// ```
/// use isonym::compare::{Options, compare};
/// let source = "Germany and France signed it.";
/// let found = compare(&isonym::shipped(), source, "Его подписали представители Эквадора и Франции.", &Options::default());
/// assert_eq!(found.len(), 1);
/// assert_eq!(found[0].source.unwrap().of(source), "Germany");
/// assert_eq!(found[0].suggestions, ["Германии"]);
/// ```
pub fn compare(index: &Index, source: &str, target: &str, options: &Options) -> Vec<Mismatch> {
    let from = options.from.unwrap_or_else(|| guess_language(source));
    let to = options.to.unwrap_or_else(|| guess_language(target));
    let source = Side::new(index, source, from);
    let target = Side::new(index, target, to);
    let odd = pairs::odd(index, &source, &target, 1.0);
    let mut found = strange(index, &source, &target, &odd);
    let missing = odd.missing.iter();
    found.extend(missing.map(|mention| findings::missing(index, &source, &target, mention, None)));
    without_glossary(index, &source, &target, &odd, &mut found);
    found
}

/// What is to be said of the names of the target that nothing in the source speaks for.
fn strange(index: &Index, source: &Side<'_>, target: &Side<'_>, odd: &pairs::Odd<'_>) -> Vec<Mismatch> {
    let strange = odd.strange.iter();
    strange
        .map(|(mention, wanted)| match wanted {
            Some(wanted) => findings::wrong(index, source, target, *wanted, mention),
            None => findings::stranger(index, target, mention),
        })
        .collect()
}

/// Adds what needs no counterpart in the glossary: wrong readings, and names that stand in none. One finding a place: what is
/// surer takes the place of a note. Findings stand in the order of the target, and those without a place in it last.
fn without_glossary(
    index: &Index,
    source: &Side<'_>,
    target: &Side<'_>,
    odd: &pairs::Odd<'_>,
    found: &mut Vec<Mismatch>,
) {
    let mut more = readings::misread(index, source, target, odd);
    more.extend(unlisted::mismatches(source, target));
    let overlap = |a: Option<Span>, b: Option<Span>| a.zip(b).is_some_and(|(a, b)| a.overlaps(b));
    for new in more {
        if found
            .iter()
            .any(|old| old.severity > Severity::Note && overlap(old.target, new.target))
        {
            continue;
        }
        let repeats = |old: &Mismatch| {
            overlap(old.target, new.target) || old.target.is_none() && overlap(old.source, new.source)
        };
        found.retain(|old| !repeats(old));
        found.push(new);
    }
    found.sort_by_key(|found| (found.target.is_none(), found.target, found.source));
}
