//! What the rules say. The sentences stand in `messages.csv`, so that they can be put into other languages.

use std::collections::HashMap;
use std::fmt;
use std::sync::LazyLock;

/// What a rule says of a place: a sentence of `messages.csv` and what stands in its gaps. It is displayed in English; a program
/// with sentences in another language fills theirs.
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    id: &'static str,
    values: Vec<(&'static str, String)>,
}

impl Message {
    /// Which sentence it is.
    pub fn id(&self) -> &'static str {
        self.id
    }

    /// What stands in the gaps, by their names.
    pub fn values(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.values.iter().map(|(name, value)| (*name, value.as_str()))
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
            let value = self.values.iter().find(|(name, _)| *name == gap);
            said.push_str(value.map_or("", |(_, value)| value));
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

/// The ids of all messages, with their sentences in English.
pub fn sentences() -> impl Iterator<Item = (&'static str, &'static str)> {
    SENTENCES
        .iter()
        .map(|(id, sentence)| (id.as_str(), sentence.as_str()))
}

/// A sentence of the table with its gaps filled in.
pub(crate) fn say(id: &'static str, values: &[(&'static str, &str)]) -> Message {
    let values = values.iter().map(|(name, value)| (*name, (*value).to_owned()));
    Message {
        id,
        values: values.collect(),
    }
}

static SENTENCES: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    let mut reader = csv::ReaderBuilder::new()
        .comment(Some(b'#'))
        .from_reader(include_bytes!("messages.csv").as_slice());
    reader.deserialize().filter_map(Result::ok).collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    /// The identifiers and gaps that the rules ask for.
    fn asked() -> Vec<(String, Vec<String>)> {
        let rules = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/lint/rules")).unwrap();
        let compare = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/compare")).unwrap();
        let series = concat!(env!("CARGO_MANIFEST_DIR"), "/src/lint/variants/series.rs");
        let files = rules
            .chain(compare)
            .map(|file| file.unwrap().path())
            .chain([series.into()]);
        let mut asked = Vec::new();
        for path in files {
            if path.extension().is_none_or(|extension| extension != "rs") {
                continue;
            }
            let code = std::fs::read_to_string(path).unwrap();
            for call in code.split("say(").skip(1) {
                let mut quoted = call.split('"').skip(1).step_by(2);
                let id = quoted.next().unwrap().to_owned();
                let names = list(call)
                    .split("(\"")
                    .skip(1)
                    .map(|rest| rest.split('"').next().unwrap().to_owned());
                asked.push((id, names.collect()));
            }
        }
        asked
    }

    /// What stands between the first bracket and the one that closes it.
    fn list(code: &str) -> &str {
        let start = code.find('[').unwrap();
        let mut depth = 0;
        let end = code[start..].find(|c| {
            depth += i32::from(c == '[') - i32::from(c == ']');
            depth == 0
        });
        &code[start..start + end.unwrap()]
    }

    #[test]
    fn every_sentence_is_said_and_every_gap_filled() {
        let asked = asked();
        for (id, names) in &asked {
            let sentence = SENTENCES
                .get(id)
                .unwrap_or_else(|| panic!("messages.csv lacks `{id}`"));
            for name in names {
                assert!(
                    sentence.contains(&format!("{{{name}}}")),
                    "`{id}` has no gap `{name}`"
                );
            }
            assert_eq!(sentence.matches('{').count(), names.len(), "gaps of `{id}`");
        }
        for id in SENTENCES.keys() {
            assert!(asked.iter().any(|(other, _)| other == id), "nobody says `{id}`");
        }
    }
}
