//! Sessions with the program, as pages: `cli/*.md`, and the guides for each kind of user: `docs/guides/*.md`.
//!
//! A page's fenced blocks are read in order, in an empty folder of its own. A block ```` ```console ```` holds commands after
//! `$ ` with what they print (standard output, then standard error) and, where it is not 0, the exit code as `[exit 1]`.
//! A block ```` ```text names.csv ```` (any language, then a name) is written to a file of that name. Commands: `isonym …`
//! with words in quotes where needed and `< FILE` for its standard input, `cat FILE`, `ls` and `mkdir FOLDER`; `touch` and
//! the like do not exist. `HERE` stands for the path of the folder. What is no text, or has line ends of its own, is written by `write FILE TEXT`, with `\n`, `\r`, `\t` and
//! `\xNN` for bytes, and shown by `bytes FILE` in the same way. `UPDATE=1 cargo test` writes what the program prints into the pages.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

#[test]
fn sessions_go_as_their_pages_say() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut pages: Vec<PathBuf> = ["tests/cli", "docs/guides"]
        .iter()
        .flat_map(|folder| fs::read_dir(root.join(folder)).expect("the pages are there"))
        .map(|page| page.expect("a page").path())
        .filter(|path| path.extension().is_some_and(|end| end == "md"))
        .collect();
    pages.sort();
    assert!(!pages.is_empty());
    let wrong: Vec<String> = pages.iter().filter_map(|page| replay(page)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Runs a page; what differs from it, if anything does.
fn replay(path: &Path) -> Option<String> {
    let page = fs::read_to_string(path).expect("the page is text");
    let folder = tempfile::tempdir().expect("a folder");
    let played = play(&page, folder.path());
    if played == page {
        return None;
    }
    if env::var_os("UPDATE").is_some() {
        fs::write(path, played).expect("the page can be written");
        return None;
    }
    let differing = page
        .lines()
        .zip(played.lines())
        .enumerate()
        .find(|(_, (said, done))| said != done);
    let (at, (said, done)) = differing.unwrap_or((page.lines().count(), ("the end", "more")));
    Some(format!(
        "{}:{}\n  page: {said}\n  done: {done}\nthe whole, as it went:\n{played}",
        path.display(),
        at + 1
    ))
}

/// The page with the outputs that its commands have.
fn play(page: &str, folder: &Path) -> String {
    let mut played = String::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        let _ = writeln!(played, "{line}");
        let fence = &line[..line.len() - line.trim_start_matches('`').len()];
        let info = &line[fence.len()..];
        if fence.len() < 3 || info.is_empty() {
            continue;
        }
        let block: Vec<&str> = lines.by_ref().take_while(|line| *line != fence).collect();
        if info == "console" {
            for command in block.iter().filter_map(|line| line.strip_prefix("$ ")) {
                let _ = writeln!(played, "$ {command}");
                played += &run(command, folder);
            }
        } else {
            if let Some((_, name)) = info.split_once(' ') {
                let lines: String = block.iter().flat_map(|line| [*line, "\n"]).collect();
                fs::write(folder.join(name), lines).expect("the file can be written");
            }
            played.extend(block.iter().flat_map(|line| [*line, "\n"]));
        }
        let _ = writeln!(played, "{fence}");
    }
    played
}

/// What a command prints, with its exit code.
fn run(command: &str, folder: &Path) -> String {
    let words = words(command);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["isonym", args @ ..] => isonym(args, folder),
        ["cat", name] => fs::read_to_string(folder.join(name)).unwrap_or_else(|error| format!("{error}\n")),
        ["write", name, text] => {
            fs::write(folder.join(name), unescaped(text)).expect("the file can be written");
            String::new()
        }
        ["bytes", name] => escaped(&fs::read(folder.join(name)).expect("the file can be read")) + "\n",
        ["ls"] => listing(folder),
        ["mkdir", name] => {
            fs::create_dir(folder.join(name)).expect("the folder can be made");
            String::new()
        }
        _ => format!("no such command: {command}\n"),
    }
}

fn isonym(args: &[&str], folder: &Path) -> String {
    let (args, input) = match args {
        [args @ .., "<", file] => (args, Some(file)),
        args => (args, None),
    };
    let stdin = input.map_or_else(Stdio::null, |file| {
        fs::File::open(folder.join(file))
            .expect("the input is there")
            .into()
    });
    let here = folder.canonicalize().expect("the folder is there");
    let done = Command::new(env!("CARGO_BIN_EXE_isonym"))
        .args(args)
        .current_dir(folder)
        .env("HOME", folder)
        .env("ISONYM_CACHE_DIR", "cache")
        .env_remove("ISONYM_NO_CACHE")
        .env("NO_COLOR", "1")
        .env("LC_ALL", "C")
        .stdin(stdin)
        .output()
        .expect("the program runs");
    let mut text = String::from_utf8_lossy(&done.stdout).into_owned();
    for part in [
        String::from_utf8_lossy(&done.stderr).into_owned(),
        exit(done.status.code()),
    ] {
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        text += &part;
    }
    text.replace(&here.display().to_string(), "HERE")
}

fn exit(code: Option<i32>) -> String {
    match code {
        Some(0) => String::new(),
        Some(code) => format!("[exit {code}]\n"),
        None => "[killed]\n".to_owned(),
    }
}

fn listing(folder: &Path) -> String {
    let files = fs::read_dir(folder).expect("the folder is there");
    let mut names: Vec<String> = files
        .map(|file| file.expect("a file").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names.into_iter().map(|name| name + "\n").collect()
}

/// The words of a command: white space parts them, quotes hold them together.
fn words(command: &str) -> Vec<String> {
    let (mut words, mut word, mut quote) = (Vec::new(), None::<String>, None);
    for c in command.chars() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (None, '"' | '\'') => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (None, ' ') => words.extend(word.take()),
            (_, c) => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    words
}

fn unescaped(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let (byte, length) = match rest.get(..2) {
            Some("\\n") => (Some(b'\n'), 2),
            Some("\\r") => (Some(b'\r'), 2),
            Some("\\t") => (Some(b'\t'), 2),
            Some("\\x") => (u8::from_str_radix(&rest[2..4], 16).ok(), 4),
            _ => (None, c.len_utf8()),
        };
        match byte {
            Some(byte) => bytes.push(byte),
            None => bytes.extend(rest[..length].bytes()),
        }
        rest = &rest[length..];
    }
    bytes
}

fn escaped(bytes: &[u8]) -> String {
    let escape = |&byte: &u8| match byte {
        b'\n' => "\\n".to_owned(),
        b'\r' => "\\r".to_owned(),
        b'\t' => "\\t".to_owned(),
        b' '..=b'~' => char::from(byte).to_string(),
        _ => format!("\\x{byte:02x}"),
    };
    bytes.iter().map(escape).collect()
}

#[test]
fn programs_that_add_at_once_lose_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("names.csv"), "id,en\n").expect("the file can be written");
    std::thread::scope(|scope| {
        for writer in 0..4 {
            let folder = folder.path();
            scope.spawn(move || {
                for row in 0..5 {
                    let id = format!("entry-{writer}-{row}");
                    let printed = isonym(
                        &["glossary", "add", "names.csv", "--id", &id, "--en", &id],
                        folder,
                    );
                    assert_eq!(printed, "");
                }
            });
        }
    });
    let text = fs::read_to_string(folder.path().join("names.csv")).expect("the file can be read");
    assert_eq!(text.lines().count(), 21, "{text}");
    assert_eq!(listing(folder.path()), "names.csv\n");
}
