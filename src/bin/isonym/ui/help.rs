//! Help texts in the language of the interface. The English ones are the doc comments of the arguments; the others are found by
//! the path of the command and the name of the argument, `help-lint-format`, or, where commands share it, by the name alone:
//! `help-any-glossary`.

use clap::{Arg, Command};

use super::{UiLang, lang, sentence};

/// The command line with its help in the language of the interface.
pub(crate) fn localized(command: Command) -> Command {
    match lang() {
        UiLang::En => command,
        lang => in_language(lang, built(command), "help"),
    }
}

/// The command with the arguments and commands that clap adds, so that they can be renamed, too.
fn built(mut command: Command) -> Command {
    command.build();
    command
}

fn in_language(lang: UiLang, mut command: Command, path: &str) -> Command {
    let text = |id: &str| sentence(lang, id, std::iter::empty());
    if let Some(about) = text(path) {
        command = command.about(about.clone()).long_about(about);
    }
    let heading = |id: &str| text(id).unwrap_or_default();
    let template = template(&command, &heading("heading-usage"));
    command = command
        .subcommand_help_heading(heading("heading-commands"))
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
            arg.help(help.clone()).long_help(help).help_heading(heading)
        });
    }
    let inner: Vec<String> = command
        .get_subcommands()
        .map(|inner| inner.get_name().to_owned())
        .collect();
    for name in inner {
        let path = inner_path(path, &name);
        command = command.mut_subcommand(&name, |inner| in_language(lang, inner, &path));
    }
    command
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
