//! What is wrong with the arguments, in the language of the interface. The English words are clap's own.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::{UiLang, failure, lang, say};

/// Ends the program as clap does: help goes to standard output, what is wrong to standard error.
pub(crate) fn refuse(error: &clap::Error) -> ! {
    if lang() == UiLang::En || !error.use_stderr() || is_help(error.kind()) {
        error.exit();
    }
    crate::console::refuse(&format!("{}: {}", say("level-error", &[]), text(error)));
    std::process::exit(error.exit_code());
}

/// What is wrong, in one line.
pub(crate) fn refused(error: &clap::Error) -> String {
    let all = match lang() {
        UiLang::En => error.to_string(),
        _ => what(error),
    };
    let line = all.lines().next().unwrap_or_default();
    line.trim_start_matches("error: ").to_owned()
}

/// Help that nobody asked for is in the language already.
fn is_help(kind: ErrorKind) -> bool {
    kind == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
}

/// All that is said, in the order of clap: what is wrong, what may have been meant, how the command is called.
fn text(error: &clap::Error) -> String {
    let mut text = what(error);
    let tips = tips(error);
    if !tips.is_empty() {
        text.push('\n');
    }
    for tip in tips {
        text += &format!("\n  {}", say("refused-tip", &[("tip", &tip)]));
    }
    if let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) {
        let usage = usage.to_string();
        let usage = usage.strip_prefix("Usage:").unwrap_or(&usage);
        text += &format!("\n\n{}{usage}", say("heading-usage", &[]));
    }
    text + "\n\n" + &say("refused-help", &[])
}

/// What is wrong, in one sentence.
fn what(error: &clap::Error) -> String {
    let argument = one(error, ContextKind::InvalidArg).unwrap_or_default();
    let value = one(error, ContextKind::InvalidValue).unwrap_or_default();
    let number = |kind| one(error, kind).unwrap_or_default();
    let values = [("argument", argument.as_str()), ("value", value.as_str())];
    match error.kind() {
        ErrorKind::InvalidValue if value.is_empty() => say("refused-no-value", &values) + &possible(error),
        ErrorKind::InvalidValue => say("refused-value", &values) + &possible(error),
        ErrorKind::ValueValidation => {
            let why = std::error::Error::source(error).map(failure);
            match why {
                Some(why) => say("refused-value-why", &[values[0], values[1], ("why", &why)]),
                None => say("refused-value", &values),
            }
        }
        ErrorKind::UnknownArgument => say("refused-argument", &values),
        ErrorKind::InvalidSubcommand => say(
            "refused-command",
            &[(
                "command",
                &one(error, ContextKind::InvalidSubcommand).unwrap_or_default(),
            )],
        ),
        ErrorKind::NoEquals => say("refused-no-equals", &values),
        ErrorKind::TooManyValues => say("refused-too-many", &values),
        ErrorKind::TooFewValues => say(
            "refused-too-few",
            &[
                values[0],
                ("least", &number(ContextKind::MinValues)),
                ("count", &number(ContextKind::ActualNumValues)),
            ],
        ),
        ErrorKind::WrongNumberOfValues => say(
            "refused-number",
            &[
                values[0],
                ("wanted", &number(ContextKind::ExpectedNumValues)),
                ("count", &number(ContextKind::ActualNumValues)),
            ],
        ),
        ErrorKind::ArgumentConflict => conflict(error, &argument),
        ErrorKind::MissingRequiredArgument => {
            say("refused-missing", &[]) + &lines(&many(error, ContextKind::InvalidArg))
        }
        ErrorKind::MissingSubcommand => say("refused-no-command", &[]),
        ErrorKind::InvalidUtf8 => say("refused-utf8", &[]),
        // What clap says in its own words.
        _ => error
            .to_string()
            .trim_start_matches("error: ")
            .trim_end()
            .to_owned(),
    }
}

fn conflict(error: &clap::Error, argument: &str) -> String {
    let others = many(error, ContextKind::PriorArg);
    match &others[..] {
        [other] if other == argument => say("refused-twice", &[("argument", argument)]),
        [other] => say("refused-conflict", &[("argument", argument), ("other", other)]),
        [] => say("refused-conflicts", &[("argument", argument)]),
        others => say("refused-conflict-with", &[("argument", argument)]) + &lines(others),
    }
}

/// The values that would have been right.
fn possible(error: &clap::Error) -> String {
    let values = many(error, ContextKind::ValidValue);
    match values.is_empty() {
        true => String::new(),
        false => format!("\n  {}", say("help-values", &[("value", &values.join(", "))])),
    }
}

/// What may have been meant.
fn tips(error: &clap::Error) -> Vec<String> {
    let similar = [
        (ContextKind::SuggestedSubcommand, "refused-similar-command"),
        (ContextKind::SuggestedArg, "refused-similar-argument"),
        (ContextKind::SuggestedValue, "refused-similar-value"),
    ];
    let mut tips: Vec<String> = Vec::new();
    for (kind, id) in similar {
        let known: Vec<String> = many(error, kind).iter().map(|one| format!("`{one}`")).collect();
        if !known.is_empty() {
            tips.push(say(id, &[("known", &known.join(", "))]));
        }
    }
    if let Some(ContextValue::StyledStrs(more)) = error.get(ContextKind::Suggested) {
        tips.extend(more.iter().map(|tip| suggestion(&tip.to_string())));
    }
    tips
}

/// Clap gives these as English sentences, with what they speak of in quotation marks.
fn suggestion(tip: &str) -> String {
    let quoted: Vec<&str> = tip.split('\'').skip(1).step_by(2).collect();
    match &quoted[..] {
        [value, written] if tip.starts_with("to pass") => {
            say("refused-as-value", &[("value", value), ("written", written)])
        }
        [known] => say("refused-elsewhere", &[("known", known)]),
        [command, _] => say("refused-dashes", &[("command", command)]),
        _ => tip.to_owned(),
    }
}

fn one(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(one) => Some(one.clone()),
        ContextValue::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn many(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(one)) => vec![one.clone()],
        Some(ContextValue::Strings(many)) => many.clone(),
        _ => Vec::new(),
    }
}

fn lines(items: &[String]) -> String {
    items.iter().map(|item| format!("\n  {item}")).collect()
}
