//! What the rules say: the sentences of `messages.csv`.

pub use crate::message::Message;
use crate::message::{SENTENCES, Value, table};

/// The ids of what the rules say, with the sentences in English.
pub fn sentences() -> impl Iterator<Item = (&'static str, &'static str)> {
    table(include_bytes!("messages.csv"))
        .into_iter()
        .filter_map(|(id, _)| SENTENCES.get_key_value(&id))
        .map(|(id, sentence)| (id.as_str(), sentence.as_str()))
}

/// A sentence of the table with its gaps filled in.
pub(crate) fn say(id: &'static str, values: &[(&'static str, &str)]) -> Message {
    let values = values
        .iter()
        .map(|(name, value)| (*name, Value::Text((*value).to_owned())));
    Message::new(id, values.collect())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;
    use crate::message::tests::{are_said, code};

    /// The identifiers and gaps that the rules ask for.
    fn asked() -> Vec<(String, BTreeSet<String>)> {
        let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"));
        let mut all = std::fs::read_to_string(root.join("lint/variants/series.rs")).unwrap();
        code(&root.join("lint/rules"), &mut all);
        code(&root.join("compare"), &mut all);
        let mut asked = Vec::new();
        for call in all.split("say(").skip(1) {
            let mut quoted = call.split('"').skip(1).step_by(2);
            let id = quoted.next().unwrap().to_owned();
            let names = list(call)
                .split("(\"")
                .skip(1)
                .map(|rest| rest.split('"').next().unwrap().to_owned());
            asked.push((id, names.collect()));
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
        are_said(sentences(), &asked());
    }
}
