//! `isonym explain`: the manual pages of the rules.

use std::io::{self, Write};
use std::process::ExitCode;

use isonym::compare;
use isonym::lint::RULES;

use crate::console::{self, Outcome};
use crate::ui;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Names of rules; without any, the list of rules
    rules: Vec<String>,
}

pub(crate) fn run(args: &Args) -> Outcome {
    let pages: Vec<&str> = args
        .rules
        .iter()
        .map(|name| page(name))
        .collect::<Result<_, _>>()?;
    let mut out = console::out();
    if pages.is_empty() {
        list(&mut out)?;
    }
    for (at, page) in pages.into_iter().enumerate() {
        if at > 0 {
            writeln!(out)?;
        }
        writeln!(out, "{}", page.trim_end())?;
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

fn page(name: &str) -> Result<&'static str, String> {
    if name == compare::RULE {
        return Ok(compare::PAGE);
    }
    let rule = RULES.iter().find(|rule| rule.name == name);
    rule.map(|rule| rule.page).ok_or_else(|| unknown_rule(name))
}

/// What to say of a rule that there is not.
pub(crate) fn unknown_rule(name: &str) -> String {
    let names: Vec<&str> = RULES.iter().map(|rule| rule.name).collect();
    ui::say("no-such-rule", &[("rule", name), ("rules", &names.join(", "))])
}

fn list(out: &mut impl Write) -> io::Result<()> {
    let own = (compare::RULE, compare::SUMMARY);
    let rules = || RULES.iter().map(|rule| (rule.name, rule.summary)).chain([own]);
    let width = rules().map(|(name, _)| name.len()).max().unwrap_or(0);
    for (name, summary) in rules() {
        writeln!(out, "{name:width$}  {}", ui::summary(name, summary))?;
    }
    Ok(())
}
