//! Prints what the rule `unlisted-variant` observes of every near pair of spellings in an article: one JSON
//! object a line, for tuning the weights in `src/lint/variants/evidence.csv`.
//!
//! `cargo run --release --example observe -- en < articles.jsonl`, each line an object with a field `text`.

use std::io::{self, BufRead};

use isonym::lint::variants::observations;
use isonym::lint::{Article, Options};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let lang = std::env::args().nth(1).map(|code| code.parse()).transpose()?;
    let index = isonym::shipped();
    let options = Options {
        lang,
        ..Options::default()
    };
    for line in io::stdin().lock().lines() {
        let article: Value = serde_json::from_str(&line?)?;
        let text = article["text"].as_str().ok_or("a line without a field `text`")?;
        let pairs: Vec<Value> = observations(&Article::new(&index, text, &options))
            .into_iter()
            .map(|o| {
                let features: serde_json::Map<String, Value> = o
                    .features
                    .iter()
                    .map(|&(name, value)| (name.to_owned(), json!(value)))
                    .collect();
                json!({"variant": [o.variant.start, o.variant.end], "model": [o.model.start, o.model.end],
                    "a": o.variant.of(text), "b": o.model.of(text), "features": features, "score": o.score})
            })
            .collect();
        #[allow(clippy::print_stdout)]
        {
            println!("{}", json!({ "id": article["id"], "pairs": pairs }));
        }
    }
    Ok(())
}
