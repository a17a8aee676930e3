//! Help texts in the language of the interface. The English ones are the doc comments of the arguments; the others are found by
//! the path of the command and the name of the argument, `help-lint-format`, or, where commands share it, by the name alone:
//! `help-any-glossary`. So are the values that an argument may have: `value-lint-scope-run`, `value-any-format-jsonl`.

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Arg, Command};

use super::{UiLang, lang, sentence};

/// The command line with its help in the language of the interface.
pub(crate) fn localized(command: Command) -> Command {
    match lang() {
        UiLang::En => command,
        lang => in_language(lang, built(command), "help", true),
    }
}

/// The same for scripts of completion, which describe each value of an argument themselves. It reads no command line.
pub(crate) fn described(command: Command) -> Command {
    match lang() {
        UiLang::En => command,
        lang => in_language(lang, built(command), "help", false),
    }
}

/// The command with the arguments and commands that clap adds, so that they can be renamed, too.
fn built(mut command: Command) -> Command {
    command.build();
    command
}

fn in_language(lang: UiLang, mut command: Command, path: &str, has_values: bool) -> Command {
    let text = |id: &str| sentence(lang, id, std::iter::empty());
    if let Some(about) = text(path) {
        command = command.about(about.clone()).long_about(about);
    }
    let heading = |id: &str| text(id).unwrap_or_default();
    let template = template(&command, &heading("heading-usage"));
    let usage = usage(&mut command, &heading("usage-options"), &heading("usage-command"));
    command = command
        .subcommand_help_heading(heading("heading-commands"))
        .override_usage(usage)
        .help_template(template);
    let names: Vec<String> = command
        .get_arguments()
        .map(|arg| arg.get_id().to_string())
        .collect();
    for name in names {
        let (options, arguments) = (heading("heading-options"), heading("heading-arguments"));
        command = command.mut_arg(&name, |arg| {
            let help = text(&key(path, &arg))
                .or_else(|| text(&shared(&arg)))
                .unwrap_or_default();
            let heading = if arg.is_positional() { arguments } else { options };
            if !has_values {
                let arg = values::described(lang, path, arg);
                return arg.help(help).help_heading(heading);
            }
            let (short, long) = values::with(lang, path, &arg, &help);
            arg.help(short)
                .long_help(long)
                .help_heading(heading)
                .hide_default_value(true)
                .hide_possible_values(true)
        });
    }
    let inner: Vec<String> = command
        .get_subcommands()
        .map(|inner| inner.get_name().to_owned())
        .collect();
    for name in inner {
        let path = inner_path(path, &name);
        command = command.mut_subcommand(&name, |inner| in_language(lang, inner, &path, has_values));
    }
    command
}

/// How a command is called, as clap writes it, with the words for what stands in brackets.
fn usage(command: &mut Command, options: &str, inner: &str) -> String {
    let usage = command.render_usage().to_string();
    let usage = usage.strip_prefix("Usage: ").unwrap_or(&usage);
    usage.replace("OPTIONS", options).replace("COMMAND", inner)
}

/// As clap lays help out, with the word for usage.
fn template(command: &Command, usage: &str) -> String {
    let rest = match command.has_subcommands() || command.get_arguments().next().is_some() {
        true => "{all-args}{after-help}",
        false => "{after-help}",
    };
    format!("{{before-help}}{{about-with-newline}}\n{usage} {{usage}}\n\n{rest}")
}

/// What clap adds to every command reads the same everywhere, and so does what all commands understand.
fn key(path: &str, arg: &Arg) -> String {
    let name = arg.get_id().as_str().replace('_', "-");
    match arg.is_global_set() || matches!(name.as_str(), "help" | "version") {
        true => format!("help-{name}"),
        false => format!("{path}-{name}"),
    }
}

/// The values that an argument may have, and the one that it has if it is left out, behind its help. Clap would write them itself,
/// but in English.
mod values {
    use super::{Arg, PossibleValue, PossibleValuesParser, UiLang, key, sentence, shared};

    /// The short help and the long one.
    pub(super) fn with(lang: UiLang, path: &str, arg: &Arg, help: &str) -> (String, String) {
        let values: Vec<PossibleValue> = visible(arg);
        let names: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
        let default = default(arg).and_then(|value| said(lang, "help-default", &value));
        let possible = match names.is_empty() {
            true => None,
            false => said(lang, "help-values", &names.join(", ")),
        };
        let joined = |parts: [Option<String>; 3], between: &str| {
            let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
            parts.collect::<Vec<_>>().join(between)
        };
        let help = Some(help.to_owned());
        let short = joined([help.clone(), default.clone(), possible.clone()], " ");
        let (listed, possible) = match values.iter().any(|value| value.get_help().is_some()) {
            true => (list(lang, path, arg, &values), None),
            false => (None, possible),
        };
        let last = joined([default, possible, None], " ");
        (short, joined([help, listed, Some(last)], "\n\n"))
    }

    /// The argument with its values described.
    pub(super) fn described(lang: UiLang, path: &str, arg: Arg) -> Arg {
        let values = visible(&arg);
        if values.iter().all(|value| value.get_help().is_none()) {
            return arg;
        }
        let values = values.into_iter().map(|value| {
            let help = help_of(lang, path, &arg, value.get_name()).unwrap_or_default();
            value.help(help)
        });
        let values = PossibleValuesParser::new(values.collect::<Vec<_>>());
        arg.value_parser(values)
    }

    fn help_of(lang: UiLang, path: &str, arg: &Arg, value: &str) -> Option<String> {
        let [own, shared] = keys(path, arg, value);
        said(lang, &own, "").or_else(|| said(lang, &shared, ""))
    }

    /// The values that are shown. An argument that takes none, such as a flag, has none.
    pub(super) fn visible(arg: &Arg) -> Vec<PossibleValue> {
        match arg.get_action().takes_values() && !arg.is_hide_possible_values_set() {
            true => arg
                .get_possible_values()
                .into_iter()
                .filter(|value| !value.is_hide_set())
                .collect(),
            false => Vec::new(),
        }
    }

    fn default(arg: &Arg) -> Option<String> {
        let values: Vec<_> = arg
            .get_default_values()
            .iter()
            .map(|value| value.to_string_lossy())
            .collect();
        let is_shown = arg.get_action().takes_values() && !arg.is_hide_default_value_set();
        (is_shown && !values.is_empty()).then(|| values.join(" "))
    }

    /// Each value on a line of its own, with its help.
    fn list(lang: UiLang, path: &str, arg: &Arg, values: &[PossibleValue]) -> Option<String> {
        let longest = values.iter().map(|value| value.get_name().len()).max()?;
        let lines = values.iter().map(|value| {
            let name = value.get_name();
            help_of(lang, path, arg, name).map_or_else(
                || format!("- {name}"),
                |help| format!("- {name}: {:pad$}{help}", "", pad = longest - name.len()),
            )
        });
        let heading = said(lang, "heading-values", "")?;
        Some(format!("{heading}\n{}", lines.collect::<Vec<_>>().join("\n")))
    }

    fn said(lang: UiLang, id: &str, value: &str) -> Option<String> {
        sentence(lang, id, std::iter::once(("value", value.into())))
    }

    /// Where the help of a value is looked for.
    pub(super) fn keys(path: &str, arg: &Arg, value: &str) -> [String; 2] {
        [key(path, arg), shared(arg)].map(|key| format!("{}-{value}", key.replacen("help", "value", 1)))
    }
}

/// What several commands say of an argument.
fn shared(arg: &Arg) -> String {
    format!("help-any-{}", arg.get_id().as_str().replace('_', "-"))
}

fn inner_path(path: &str, name: &str) -> String {
    match name {
        "help" => "help-help-command".to_owned(),
        name => format!("{path}-{name}"),
    }
}

/// What a script of completion says of a value in a language.
#[cfg(test)]
pub(super) fn of_value(lang: UiLang, command: &str, arg: &str, value: &str) -> Option<String> {
    use clap::CommandFactory;
    let all = in_language(lang, built(crate::args::Args::command()), "help", false);
    let command = all.find_subcommand(command)?;
    let arg = command.get_arguments().find(|one| one.get_id() == arg)?;
    let values = arg.get_possible_values();
    let value = values.iter().find(|one| one.get_name() == value)?;
    value.get_help().map(ToString::to_string)
}

/// The English help texts by their keys.
#[cfg(test)]
pub(super) fn texts() -> std::collections::BTreeMap<String, String> {
    use clap::CommandFactory;
    fn add(command: &Command, path: &str, texts: &mut std::collections::BTreeMap<String, String>) {
        let text =
            |styled: Option<&clap::builder::StyledStr>| styled.map(ToString::to_string).unwrap_or_default();
        texts.insert(path.to_owned(), text(command.get_about()));
        for arg in command.get_arguments() {
            let help = text(arg.get_help());
            // Some arguments are explained by their values alone.
            if !help.is_empty() {
                let own = super::own(UiLang::Ru);
                let keys = [key(path, arg), shared(arg)];
                let known = keys.iter().find(|key| own.contains(*key)).unwrap_or(&keys[0]);
                texts.insert(known.clone(), help);
            }
            for value in values::visible(arg) {
                let own = super::own(UiLang::Ru);
                let keys = values::keys(path, arg, value.get_name());
                let known = keys.iter().find(|key| own.contains(*key)).unwrap_or(&keys[0]);
                if let Some(help) = value.get_help() {
                    texts.insert(known.clone(), help.to_string());
                }
            }
        }
        for inner in command.get_subcommands() {
            // The help of a command lists its commands again.
            match inner.get_name() {
                "help" => drop(texts.insert("help-help-command".to_owned(), text(inner.get_about()))),
                name => add(inner, &inner_path(path, name), texts),
            }
        }
    }
    let mut texts = std::collections::BTreeMap::new();
    add(&built(crate::args::Args::command()), "help", &mut texts);
    texts
}
