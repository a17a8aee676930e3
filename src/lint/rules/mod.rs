//! The rules, in the order of their precedence: where two speak of one place, the earlier one is heard.

mod aliases;
mod discouraged_name;
mod full_names;
mod hidden_character;
mod inconsistent_name;
mod missing_gloss;
mod misspelled_name;
mod mixed_hanzi;
mod mixed_romanization;
mod mixed_script;
mod name_order;
mod name_punctuation;
mod unlisted_variant;
mod unmatched_gloss;
pub(super) mod unused_ignore;
mod yo_consistency;

use super::{Article, Diagnostic};

/// A rule: what it is called, what it finds, its manual, and the function that finds it.
pub struct Rule {
    /// The stable name, in kebab case.
    pub name: &'static str,
    /// What it finds, in one line.
    pub summary: &'static str,
    /// Its manual page, in Markdown; its examples are tests.
    pub page: &'static str,
    /// Writes what it finds in an article.
    pub check: fn(&Article<'_>, &mut Vec<Diagnostic>),
}

/// All rules.
pub const RULES: &[Rule] = &[
    mixed_script::RULE,
    hidden_character::RULE,
    misspelled_name::RULE,
    mixed_hanzi::RULE,
    name_punctuation::RULE,
    unmatched_gloss::RULE,
    inconsistent_name::RULE,
    discouraged_name::RULE,
    yo_consistency::RULE,
    unlisted_variant::RULE,
    name_order::RULE,
    mixed_romanization::RULE,
    missing_gloss::RULE,
    unused_ignore::RULE,
];

/// The rule of a name.
pub fn rule(name: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.name == name)
}
