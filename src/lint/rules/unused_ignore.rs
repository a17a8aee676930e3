//! Comments that silence nothing.

use super::{Rule, rule};
use crate::lint::messages::{Message, say};

pub(in crate::lint) const RULE: Rule = Rule {
    name: "unused-ignore",
    summary: "a comment to the linter that silences nothing",
    page: include_str!("../../../tests/lint/unused-ignore.md"),
    // What comments silence is known when all rules have spoken.
    check: |_, _| {},
};

/// What is said of a comment and of those of its names that silence nothing; an empty one stands for all rules.
pub(in crate::lint) fn message(names: &[&str]) -> Message {
    if names == [""] {
        return say("unused", &[]);
    }
    let all: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    let all = all.join(", ");
    let is_stranger = |name: &&str| looks_like_a_rule(name) && rule(name).is_none();
    match names.iter().all(is_stranger) {
        true => say("unused-strangers", &[("names", &all)]),
        false => say("unused-names", &[("names", &all)]),
    }
}

/// Whether a name is written as rules are: small letters with hyphens.
pub(in crate::lint) fn looks_like_a_rule(name: &str) -> bool {
    name.contains('-') && name.chars().all(|c| c.is_ascii_lowercase() || c == '-')
}
