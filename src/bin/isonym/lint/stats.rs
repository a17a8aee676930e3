//! `--stats`: how often names, spellings and findings stand in all the articles of a run.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::io::{self, Write};

use isonym::lint::{Article, Diagnostic};
use isonym::{Entry, Kind, Lang};
use serde_json::{Value, json};

use crate::report::{Format, Summary, counts};
use crate::ui::{self, said};

/// So many names, and so many variants, are shown to people.
const MOST: usize = 20;

/// So many spellings of a name are shown to people.
const MOST_SPELLINGS: usize = 6;

/// What was counted.
#[derive(Default)]
pub(super) struct Stats {
    articles: usize,
    bytes: usize,
    langs: BTreeMap<&'static str, usize>,
    rules: BTreeMap<&'static str, usize>,
    /// By the id of the entry.
    names: HashMap<String, Named>,
    variants: HashMap<Variant, Count>,
}

/// How often something stands, and in how many articles.
#[derive(Clone, Copy, Default)]
struct Count {
    places: usize,
    articles: usize,
}

/// The mentions of an entry.
struct Named {
    kind: Kind,
    /// The preferred names by language.
    names: Vec<(Lang, String)>,
    count: Count,
    spellings: HashMap<String, usize>,
}

/// A spelling that was found fault with.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Variant {
    rule: &'static str,
    text: String,
    suggestion: Option<String>,
}

impl Stats {
    /// What one article adds.
    pub(super) fn of(article: &Article<'_>, found: &[Diagnostic]) -> Stats {
        let mut stats = Stats {
            articles: 1,
            bytes: article.text.len(),
            ..Stats::default()
        };
        stats.langs.insert(article.lang.code(), 1);
        for mention in article.found().filter(|mention| article.is_sure(mention)) {
            let name = stats
                .names
                .entry(mention.id().to_owned())
                .or_insert_with(|| Named::of(&mention.entry()));
            name.count.add(1);
            let written = mention.mention.span.of(article.text);
            *name.spellings.entry(written.to_owned()).or_default() += 1;
        }
        for finding in found {
            *stats.rules.entry(finding.rule).or_default() += 1;
            let variant = Variant {
                rule: finding.rule,
                text: finding.span.of(article.text).to_owned(),
                suggestion: finding.suggestions.first().cloned(),
            };
            stats.variants.entry(variant).or_default().add(1);
        }
        stats
    }

    /// Adds what another article, or several, add.
    pub(super) fn merge(&mut self, other: Stats) {
        self.articles += other.articles;
        self.bytes += other.bytes;
        for (lang, count) in other.langs {
            *self.langs.entry(lang).or_default() += count;
        }
        for (rule, count) in other.rules {
            *self.rules.entry(rule).or_default() += count;
        }
        for (variant, count) in other.variants {
            self.variants.entry(variant).or_default().merge(count);
        }
        for (id, named) in other.names {
            match self.names.get_mut(&id) {
                Some(known) => known.merge(named),
                None => {
                    self.names.insert(id, named);
                }
            }
        }
    }

    pub(super) fn write(&self, out: &mut dyn Write, format: Format, summary: &Summary) -> io::Result<()> {
        match format {
            Format::Json => self.write_json(out, summary),
            _ => self.write_text(out),
        }
    }

    /// The names, the most frequent first.
    fn names(&self) -> Vec<(&str, &Named)> {
        let mut names: Vec<(&str, &Named)> =
            self.names.iter().map(|(id, name)| (id.as_str(), name)).collect();
        names.sort_by_key(|&(id, name)| (Reverse(name.count.places), id));
        names
    }

    /// What was found fault with, the most frequent first.
    fn variants(&self) -> Vec<(&Variant, &Count)> {
        let mut variants: Vec<(&Variant, &Count)> = self.variants.iter().collect();
        variants.sort_by_key(|&(variant, count)| (Reverse(count.places), variant));
        variants
    }

    fn write_json(&self, out: &mut dyn Write, summary: &Summary) -> io::Result<()> {
        write!(
            out,
            "{{\"articles\":{},\"bytes\":{},\"langs\":{},\"rules\":{},\"names\":[",
            self.articles,
            self.bytes,
            json!(self.langs),
            json!(self.rules)
        )?;
        for (at, (id, name)) in self.names().into_iter().enumerate() {
            write!(out, "{}{}", if at == 0 { "\n" } else { ",\n" }, name.json(id))?;
        }
        write!(out, "\n],\"variants\":[")?;
        for (at, (variant, count)) in self.variants().into_iter().enumerate() {
            let object = json!({"rule": variant.rule, "text": variant.text, "suggestion": variant.suggestion,
                "count": count.places, "articles": count.articles});
            write!(out, "{}{object}", if at == 0 { "\n" } else { ",\n" })?;
        }
        writeln!(
            out,
            "\n],\"summary\":{}}}",
            serde_json::to_string(&counts(summary))?
        )
    }

    fn write_text(&self, out: &mut dyn Write) -> io::Result<()> {
        let langs: Vec<String> = self
            .langs
            .iter()
            .map(|(lang, count)| format!("{lang} {count}"))
            .collect();
        writeln!(
            out,
            "{} ({}), {:.1} MB",
            ui::counted("articles", self.articles),
            langs.join(", "),
            self.bytes as f64 / 1e6
        )?;
        let names = self.names();
        writeln!(out, "\n{}", title("stats-names", names.len()))?;
        for (id, name) in names.into_iter().take(MOST) {
            writeln!(
                out,
                "  {:>8}  {id}: {}",
                name.count.places,
                name.spellings_in_words()
            )?;
        }
        writeln!(out, "\n{}", ui::say("stats-rules", &[]))?;
        for (rule, count) in &self.rules {
            writeln!(out, "  {count:>8}  {rule}")?;
        }
        let variants = self.variants();
        writeln!(out, "\n{}", title("stats-findings", variants.len()))?;
        for (variant, count) in variants.into_iter().take(MOST) {
            let better = variant.suggestion.iter().map(|better| format!(" → {better}"));
            let better: String = better.collect();
            writeln!(
                out,
                "  {:>8}  {}{better} ({})",
                count.places, variant.text, variant.rule
            )?;
        }
        writeln!(out)
    }
}

fn title(id: &str, count: usize) -> String {
    let what = ui::say(id, &[]);
    match count > MOST {
        true => ui::say(
            "stats-first",
            &[
                ("what", &what),
                ("most", &MOST.to_string()),
                ("count", &count.to_string()),
            ],
        ),
        false => what,
    }
}

impl Count {
    /// So many more places in one article.
    fn add(&mut self, places: usize) {
        self.places += places;
        self.articles = 1;
    }

    fn merge(&mut self, other: Count) {
        self.places += other.places;
        self.articles += other.articles;
    }
}

impl Named {
    fn of(entry: &Entry) -> Named {
        let preferred = |lang: Lang| Some((lang, entry.preferred(lang)?.text.clone()));
        Named {
            kind: entry.kind,
            names: Lang::ALL.into_iter().filter_map(preferred).collect(),
            count: Count::default(),
            spellings: HashMap::new(),
        }
    }

    fn merge(&mut self, other: Named) {
        self.count.merge(other.count);
        for (spelling, count) in other.spellings {
            *self.spellings.entry(spelling).or_default() += count;
        }
    }

    /// The spellings, the most frequent first.
    fn spellings(&self) -> Vec<(&str, usize)> {
        let mut spellings: Vec<(&str, usize)> = self
            .spellings
            .iter()
            .map(|(text, &count)| (text.as_str(), count))
            .collect();
        spellings.sort_by_key(|&(text, count)| (Reverse(count), text));
        spellings
    }

    fn spellings_in_words(&self) -> String {
        let spellings = self.spellings();
        let shown = spellings
            .iter()
            .take(MOST_SPELLINGS)
            .map(|(text, count)| format!("{text} {count}"));
        let shown = shown.collect::<Vec<String>>().join(", ");
        match spellings.len() > MOST_SPELLINGS {
            true => said!(
                "and-more",
                shown = shown,
                count = spellings.len() - MOST_SPELLINGS
            ),
            false => shown,
        }
    }

    fn json(&self, id: &str) -> Value {
        let spellings: Vec<Value> = self
            .spellings()
            .into_iter()
            .map(|(text, count)| json!({"text": text, "count": count}))
            .collect();
        let names: serde_json::Map<String, Value> = self
            .names
            .iter()
            .map(|(lang, name)| (lang.code().to_owned(), json!(name)))
            .collect();
        json!({"entry": id, "kind": self.kind.to_string(), "count": self.count.places,
            "articles": self.count.articles, "names": names, "spellings": spellings})
    }
}
