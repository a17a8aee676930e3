//! The linter: an article's names, and what is wrong with them.
//!
//! An [`Article`] finds its words and mentions once; the [`RULES`] only read them and write
//! [`Diagnostic`]s.

mod article;
mod messages;
pub mod rules;
mod suppressions;
mod unknown;
pub mod variants;
mod words;

use std::collections::BTreeMap;

pub use self::article::{Article, Found, guess_language};
pub(crate) use self::messages::say;
pub use self::messages::{Message, sentences};
pub use self::rules::{RULES, Rule};
use self::suppressions::Suppressions;
pub use self::unknown::{Unknown, unknown_names};
pub use self::words::Word;
pub(crate) use self::words::words;
use crate::lang::Lang;
use crate::text::Span;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Inconsistent, or against a chosen style.
    Warning,
    /// Wrong whatever the style.
    Error,
}

impl Severity {
    /// The word for it: `note`, `warning` or `error`.
    pub const fn word(self) -> &'static str {
        match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// Whether a finding's first suggestion may be put in without asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fix {
    /// It cannot change what is meant.
    Safe,
    /// A person should look.
    Unsafe,
}

impl Fix {
    /// The word for it: `safe` or `unsafe`.
    pub const fn word(self) -> &'static str {
        match self {
            Fix::Safe => "safe",
            Fix::Unsafe => "unsafe",
        }
    }
}

/// A finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule's name.
    pub rule: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// Where: bytes of the text.
    pub span: Span,
    /// Why, in one sentence.
    pub message: Message,
    /// What could stand there instead, best first, in the case, number and capitals of the place.
    pub suggestions: Vec<String>,
    /// Whether the first suggestion may be put in.
    pub fix: Option<Fix>,
    /// The id of the glossary entry that is meant, where there is one.
    pub entry: Option<String>,
    /// Other places that explain the finding.
    pub related: Vec<Span>,
}

/// What a run of the linter may be told.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The article's language; guessed from its letters where it is not given.
    pub lang: Option<Lang>,
    /// Parts of the text that are no prose: code, addresses, markup.
    pub excluded: Vec<Span>,
    /// Spellings that are right here, folded.
    pub accepted: std::collections::HashSet<String>,
    /// The rules to run, by name; all where it is empty.
    pub select: Vec<String>,
    /// The rules to leave out, by name.
    pub ignore: Vec<String>,
}

impl Options {
    /// Whether a rule is to be run.
    pub fn runs(&self, rule: &str) -> bool {
        let named = |list: &[String]| list.iter().any(|name| name == rule);
        (self.select.is_empty() || named(&self.select)) && !named(&self.ignore)
    }
}

/// Reads an article and says what is wrong with its names, in the order of the text.
///
/// ```
/// use isonym::lint::{Options, lint};
/// let text = "A bridge links Heihe with Blagoveschchensk. The ferry to Blagoveshchensk has closed.";
/// let found = lint(&isonym::shipped(), text, &Options::default());
/// assert_eq!(found.len(), 1);
/// assert_eq!(found[0].suggestions, ["Blagoveshchensk"]);
/// ```
pub fn lint(index: &crate::Index, text: &str, options: &Options) -> Vec<Diagnostic> {
    check(&Article::new(index, text, options))
}

/// The same for an article whose names have been found already.
pub fn check(article: &Article<'_>) -> Vec<Diagnostic> {
    let text = article.text;
    let chosen = |rule: &&Rule| article.options().runs(rule.name);
    let suppressions = Suppressions::of(text);
    // The findings by where they begin; no two overlap.
    let mut found: BTreeMap<usize, Diagnostic> = BTreeMap::new();
    for rule in RULES.iter().filter(chosen) {
        let mut own = Vec::new();
        (rule.check)(article, &mut own);
        own.sort_by_key(|d| (d.span.start, std::cmp::Reverse(d.span.end)));
        // One diagnostic a place: the rules stand in the order of their precedence.
        for diagnostic in own {
            let before = found.range(..diagnostic.span.end).next_back();
            let taken = before.is_some_and(|(_, other)| other.span.overlaps(diagnostic.span));
            let silenced = suppressions.cover(text, &diagnostic) || article.is_accepted(diagnostic.span);
            if !taken && !silenced {
                found.insert(diagnostic.span.start, diagnostic);
            }
        }
    }
    if article.options().runs(rules::unused_ignore::RULE.name) {
        let unused = suppressions.unused(article.options()).into_iter();
        found.extend(unused.map(|diagnostic| (diagnostic.span.start, diagnostic)));
    }
    found.into_values().collect()
}
