//! Comments that silence nothing.

use super::{Rule, rule};

pub(in crate::lint) const RULE: Rule = Rule {
    name: "unused-ignore",
    summary: "a comment to the linter that silences nothing",
    page: include_str!("../../../tests/lint/unused-ignore.md"),
    // What comments silence is known when all rules have spoken.
    check: |_, _| {},
};

/// What is said of a comment and of those of its names that silence nothing; an empty one stands for all rules.
pub(in crate::lint) fn message(names: &[&str]) -> String {
    match names {
        [""] => "this comment silences nothing: remove it".to_owned(),
        names => {
            let all: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
            let strangers = names
                .iter()
                .all(|name| looks_like_a_rule(name) && rule(name).is_none());
            let why = if strangers { ", which is no rule" } else { "" };
            format!(
                "this comment silences nothing of {}{why}: remove it",
                all.join(", ")
            )
        }
    }
}

/// Whether a name is written as rules are: small letters with hyphens.
pub(in crate::lint) fn looks_like_a_rule(name: &str) -> bool {
    name.contains('-') && name.chars().all(|c| c.is_ascii_lowercase() || c == '-')
}
