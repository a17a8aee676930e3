//! Sentences with gaps: what rules, errors and reports say. In English they stand in tables (`messages.csv` here, and that of
//! `lint`), so that they can be put into other languages.

use std::collections::HashMap;
use std::fmt;
use std::sync::LazyLock;

/// Something that is said: a sentence of a table, and what stands in its gaps. It is displayed in English; a program with
/// sentences in another language fills theirs.
///
/// ```
/// use isonym::lint::{Options, lint};
/// let text = "A bridge links Heihe with Blagoveschchensk. The ferry to Blagoveshchensk has closed.";
/// let said = &lint(&isonym::shipped(), text, &Options::default())[0].message;
/// assert_eq!(said.id(), "misspelling");
/// assert_eq!(said.to_string(), "`Blagoveschchensk` is a misspelling of `Blagoveshchensk`");
/// let russian = "`{here}` — опечатка в `{right}`";
/// assert_eq!(said.filled(russian), "`Blagoveschchensk` — опечатка в `Blagoveshchensk`");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Message {
    id: &'static str,
    values: Vec<(&'static str, Value)>,
}

/// What stands in a gap of a [`Message`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Value {
    /// A text that is the same in every language.
    Text(String),
    /// A number, on which the form of the words around it may depend.
    Number(u64),
    /// Another sentence, such as the reason of an error.
    Message(Message),
}

impl Message {
    pub(crate) fn new(id: &'static str, values: Vec<(&'static str, Value)>) -> Message {
        Message { id, values }
    }

    /// Which sentence it is.
    pub fn id(&self) -> &'static str {
        self.id
    }

    /// What stands in the gaps, by their names.
    pub fn values(&self) -> impl Iterator<Item = (&'static str, &Value)> {
        self.values.iter().map(|(name, value)| (*name, value))
    }

    fn english(&self) -> String {
        self.filled(SENTENCES.get(self.id).map_or(self.id, String::as_str))
    }

    /// A sentence with this message's values in its gaps, which stand in braces.
    pub fn filled(&self, sentence: &str) -> String {
        let mut said = String::with_capacity(sentence.len() + 32);
        let mut rest = sentence;
        // The gaps are filled from left to right, so that braces within a value stay as they are.
        while let Some((before, after)) = rest.split_once('{') {
            let (gap, after) = after.split_once('}').unwrap_or((after, ""));
            said.push_str(before);
            match self.values.iter().find(|(name, _)| *name == gap) {
                Some((_, Value::Text(text))) => said.push_str(text),
                Some((_, Value::Number(number))) => said.push_str(&number.to_string()),
                Some((_, Value::Message(message))) => said.push_str(&message.english()),
                None => {}
            }
            rest = after;
        }
        said.push_str(rest);
        said
    }
}

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.english())
    }
}

impl PartialEq<&str> for Message {
    fn eq(&self, other: &&str) -> bool {
        self.english() == *other
    }
}

impl From<Message> for Value {
    fn from(message: Message) -> Value {
        Value::Message(message)
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Value {
        Value::Number(number as u64)
    }
}

impl From<u64> for Value {
    fn from(number: u64) -> Value {
        Value::Number(number)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::Text(text)
    }
}

impl From<std::borrow::Cow<'_, str>> for Value {
    fn from(text: std::borrow::Cow<'_, str>) -> Value {
        Value::Text(text.into_owned())
    }
}

/// A sentence of the table with its gaps filled in: `said!("no-row", line = 3)`.
macro_rules! said {
    ($id:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::message::Message::new($id, vec![$((stringify!($name), $crate::message::Value::from($value))),*])
    };
}

pub(crate) use said;

/// The ids of the sentences beside those of the rules, with the sentences in English.
pub fn sentences() -> impl Iterator<Item = (&'static str, &'static str)> {
    table(include_bytes!("messages.csv"))
        .into_iter()
        .filter_map(|(id, _)| SENTENCES.get_key_value(&id))
        .map(|(id, sentence)| (id.as_str(), sentence.as_str()))
}

/// Those of the rules, too.
pub(crate) static SENTENCES: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    let mut all = table(include_bytes!("messages.csv"));
    all.extend(table(include_bytes!("lint/messages.csv")));
    all.into_iter().collect()
});

/// The rows of a table of sentences.
pub(crate) fn table(csv: &[u8]) -> Vec<(String, String)> {
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(csv);
    reader.deserialize().filter_map(Result::ok).collect()
}

#[cfg(test)]
#[path = "message/call_arguments.rs"]
mod call_arguments;

#[cfg(test)]
pub(crate) mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::call_arguments::arguments;
    use super::*;

    /// The code of the library in a folder: all files but those of the program.
    pub(crate) fn code(folder: &Path, all: &mut String) {
        for file in std::fs::read_dir(folder).unwrap() {
            let path = file.unwrap().path();
            if path.is_dir() && !path.ends_with("bin") {
                code(&path, all);
            } else if path.extension().is_some_and(|extension| extension == "rs")
                && !path.ends_with("message.rs")
            {
                all.push_str(&std::fs::read_to_string(path).unwrap());
            }
        }
    }

    /// The identifiers and gaps that are asked for.
    fn asked() -> Vec<(String, BTreeSet<String>)> {
        let mut all = String::new();
        code(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut all);
        let calls = all.match_indices("said!(").map(|(at, call)| {
            let arguments = arguments(&all[at + call.len() - 1..]);
            let gaps = arguments[1..]
                .iter()
                .map(|argument| argument.split(" = ").next().unwrap().to_owned());
            (arguments[0].trim_matches('"').to_owned(), gaps.collect())
        });
        let lists = all.split("\nwords! {").skip(1).map(|list| {
            let head = list.split(", {").next().unwrap();
            let what = head.rsplit('"').nth(1).unwrap();
            (
                format!("unknown-{what}"),
                BTreeSet::from(["word", "words"].map(str::to_owned)),
            )
        });
        calls.chain(lists).collect()
    }

    fn gaps(sentence: &str) -> BTreeSet<String> {
        let parts = sentence.split('{').skip(1);
        parts
            .map(|part| part.split('}').next().unwrap().to_owned())
            .collect()
    }

    /// All that is asked for is among the sentences, with the gaps that are filled, and nothing else is.
    pub(crate) fn are_said<'s>(
        sentences: impl Iterator<Item = (&'s str, &'s str)>,
        asked: &[(String, BTreeSet<String>)],
    ) {
        for (id, names) in asked {
            let sentence = SENTENCES
                .get(id)
                .unwrap_or_else(|| panic!("messages.csv lacks `{id}`"));
            assert_eq!(&gaps(sentence), names, "gaps of `{id}`");
        }
        for (id, _) in sentences {
            assert!(asked.iter().any(|(other, _)| other == id), "nobody says `{id}`");
        }
    }

    #[test]
    fn every_sentence_is_said_and_every_gap_filled() {
        are_said(sentences(), &asked());
    }

    #[test]
    fn a_sentence_stands_within_another() {
        let why = said!("no-row", line = 3_usize);
        let whole = said!("in-part", part = "a {b}.xml", why = why);
        assert_eq!(whole, "a {b}.xml: no row begins on line 3");
    }

    #[test]
    fn no_two_sentences_have_one_id() {
        let rules: BTreeSet<&str> = crate::lint::sentences().map(|(id, _)| id).collect();
        let others: Vec<&str> = sentences().map(|(id, _)| id).collect();
        assert!(others.iter().all(|id| !rules.contains(id)));
        assert_eq!(others.iter().collect::<BTreeSet<_>>().len(), others.len());
    }
}
