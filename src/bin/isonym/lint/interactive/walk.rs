//! The talk: a finding is shown, and a line says what becomes of it.

use std::io::{self, BufRead, Write};

use isonym::fold;

use crate::ui::said;

/// What was decided of a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    /// It stays.
    Leave,
    /// This is written instead.
    Write(String),
    /// Its spelling is right, here and everywhere.
    Accept,
    /// Its spelling is a name for the glossary.
    Define,
}

/// A finding that is asked about.
#[derive(Clone, Debug)]
pub(super) struct Item {
    /// The name as it stands in the text.
    pub(super) name: String,
    pub(super) suggestions: Vec<String>,
}

/// Asks about findings one after the other. What was decided of each; none of it where nobody is left to say so.
pub(super) fn walk(
    items: &[Item],
    show: &mut dyn FnMut(usize) -> String,
    input: &mut dyn BufRead,
    out: &mut dyn Write,
) -> io::Result<Option<Vec<Option<Choice>>>> {
    let mut choices: Vec<Option<Choice>> = vec![None; items.len()];
    let mut asked: Vec<usize> = Vec::new();
    let mut is_shown = false;
    while let Some(at) = next(items, &choices) {
        if !is_shown {
            write!(out, "\n{}{}", show(at), numbered(&items[at].suggestions))?;
            is_shown = true;
        }
        write!(out, "[{}/{}] {} > ", at + 1, items.len(), keys(&items[at]))?;
        out.flush()?;
        let Some(line) = line(input)? else {
            writeln!(out)?;
            return Ok(None);
        };
        let choice = match line.as_str() {
            "q" => break,
            "u" => {
                match asked.pop() {
                    Some(last) => {
                        choices[last] = None;
                        is_shown = false;
                    }
                    None => writeln!(out, "{}", said!("nothing-to-undo"))?,
                }
                continue;
            }
            line => match choice(line, &items[at], input, out)? {
                Some(choice) => choice,
                None => continue,
            },
        };
        choices[at] = Some(choice);
        asked.push(at);
        is_shown = false;
    }
    Ok(Some(choices))
}

/// What a line decides; none, after saying why, if it decides nothing.
fn choice(
    line: &str,
    item: &Item,
    input: &mut dyn BufRead,
    out: &mut dyn Write,
) -> io::Result<Option<Choice>> {
    let number = match line {
        "a" => Some(1),
        line => line.parse::<usize>().ok(),
    };
    if let Some(number) = number {
        let suggestion = number.checked_sub(1).and_then(|at| item.suggestions.get(at));
        if suggestion.is_none() {
            writeln!(out, "{}", said!("no-suggestion", number = number))?;
        }
        return Ok(suggestion.cloned().map(Choice::Write));
    }
    Ok(match line {
        "i" => Some(Choice::Leave),
        "x" => Some(Choice::Accept),
        "g" => Some(Choice::Define),
        "e" => {
            write!(out, "{} ", said!("instead-of", name = &item.name))?;
            out.flush()?;
            self::line(input)?.and_then(|text| written(&text))
        }
        line => match line.strip_prefix("e ").and_then(written) {
            Some(choice) => Some(choice),
            None => {
                writeln!(out, "{}", said!("walk-help"))?;
                None
            }
        },
    })
}

fn written(text: &str) -> Option<Choice> {
    let text = text.trim();
    (!text.is_empty()).then(|| Choice::Write(text.to_owned()))
}

/// The first finding of which nothing is decided, neither of it nor of its spelling.
fn next(items: &[Item], choices: &[Option<Choice>]) -> Option<usize> {
    let is_right = |name: &str| {
        let key = fold(name);
        let decided = items.iter().zip(choices);
        decided
            .filter(|(_, choice)| matches!(choice, Some(Choice::Accept | Choice::Define)))
            .any(|(item, _)| fold(&item.name) == key)
    };
    let mut open = items.iter().zip(choices).enumerate();
    open.find(|(_, (item, choice))| choice.is_none() && !is_right(&item.name))
        .map(|(at, _)| at)
}

fn numbered(suggestions: &[String]) -> String {
    let numbered = suggestions.iter().enumerate();
    numbered
        .map(|(at, one)| format!("  {}  {one}\n", at + 1))
        .collect()
}

fn keys(item: &Item) -> String {
    match item.suggestions.len() {
        0 => said!("walk-keys-none"),
        1 => said!("walk-keys-one"),
        _ => said!("walk-keys-many"),
    }
}

/// Whether somebody says yes; no at the end of the input.
pub(super) fn confirms(question: &str, input: &mut dyn BufRead, out: &mut dyn Write) -> io::Result<bool> {
    loop {
        write!(out, "{} ", said!("yes-or-no", question = question))?;
        out.flush()?;
        match line(input)?.as_deref() {
            Some("y" | "yes" | "д" | "да" | "是") => return Ok(true),
            Some("n" | "no" | "н" | "нет" | "否") => return Ok(false),
            None => {
                writeln!(out)?;
                return Ok(false);
            }
            Some(_) => {}
        }
    }
}

/// The next line without white space around it; none at the end.
fn line(input: &mut dyn BufRead) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    let length = input.read_until(b'\n', &mut bytes)?;
    Ok((length > 0).then(|| String::from_utf8_lossy(&bytes).trim().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn items() -> Vec<Item> {
        let item = |name: &str, suggestions: &[&str]| Item {
            name: name.to_owned(),
            suggestions: suggestions.iter().map(|&one| one.to_owned()).collect(),
        };
        vec![
            item("Moskow", &["Moscow"]),
            item("Khabarowsk", &["Khabarovsk", "Khabarovsk Krai"]),
            item("Moskow", &["Moscow"]),
            item("Heihe", &[]),
        ]
    }

    #[track_caller]
    fn check(said: &str, expected: Option<&[Option<Choice>]>) -> String {
        let mut out = Vec::new();
        let choices = walk(
            &items(),
            &mut |at| format!("finding {at}\n"),
            &mut said.as_bytes(),
            &mut out,
        );
        let choices = choices.expect("memory can be read and written");
        assert_eq!(choices.as_deref(), expected, "after {said:?}");
        String::from_utf8(out).expect("text is written")
    }

    fn put(text: &str) -> Option<Choice> {
        Some(Choice::Write(text.to_owned()))
    }

    #[test]
    fn each_finding_gets_what_is_said() {
        check(
            "a\n2\ni\ne Хэйхэ\n",
            Some(&[
                put("Moscow"),
                put("Khabarovsk Krai"),
                Some(Choice::Leave),
                put("Хэйхэ"),
            ]),
        );
        check(
            "1\ne\n Chabarovsk \ng\nq\n",
            Some(&[put("Moscow"), put("Chabarovsk"), Some(Choice::Define), None]),
        );
    }

    #[test]
    fn what_is_right_is_not_asked_again() {
        check(
            "x\ni\ni\n",
            Some(&[
                Some(Choice::Accept),
                Some(Choice::Leave),
                None,
                Some(Choice::Leave),
            ]),
        );
    }

    #[test]
    fn decisions_are_taken_back() {
        check(
            "u\na\nx\nu\nu\nx\n1\nq\n",
            Some(&[Some(Choice::Accept), put("Khabarovsk"), None, None]),
        );
    }

    #[test]
    fn what_is_not_understood_decides_nothing() {
        let out = check("9\n0\nwhat\na\n\nq\n", Some(&[put("Moscow"), None, None, None]));
        assert!(
            out.contains("there is no suggestion 9") && out.contains("take back the last decision"),
            "{out}"
        );
    }

    #[test]
    fn the_end_of_the_input_takes_all_back() {
        check("a\n", None);
        check("", None);
    }

    #[test]
    fn a_question_is_answered() {
        let ask = |said: &str| confirms("well?", &mut said.as_bytes(), &mut Vec::new()).expect("memory");
        assert!(ask("perhaps\ny\n"));
        assert!(!ask("n\n"));
        assert!(!ask(""));
    }
}
