//! Variants over several articles: names that are written one way in each of them, and otherwise in another.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::context::Context;
use super::evidence::{Depth, weigh};
use super::pairs::{Pair, pairs};
use super::spellings::Spellings;
use crate::line_index::LineIndex;
use crate::lint::messages::{Message, say};
use crate::lint::suppressions::Suppressions;
use crate::lint::{Article, Diagnostic, Fix, Severity};
use crate::text::Span;

/// The names of a series of articles, with what is needed to compare them. Its size is that of the names, not of the
/// texts.
///
/// ```
/// use isonym::lint::variants::Series;
/// use isonym::lint::{Article, Options};
/// let (index, options) = (isonym::shipped(), Options::default());
/// let texts = [
///     "The minister, Arjun Mukhopadhyaya, spoke. Mukhopadhyaya left. Arjun Mukhopadhyaya was tired.",
///     "Then Arjun Mukhopadhyaia flew home.",
/// ];
/// let articles: Vec<Article<'_>> = texts.iter().map(|text| Article::new(&index, text, &options)).collect();
/// let mut series = Series::default();
/// articles.iter().zip(["one.txt", "two.txt"]).for_each(|(article, name)| series.gather(article, name));
/// let compared = series.compare();
/// let found = compared.findings(&articles[1], "two.txt");
/// assert_eq!(found[0].suggestions, ["Mukhopadhyaya"]);
/// assert!(compared.findings(&articles[0], "one.txt").is_empty());
/// ```
pub struct Series {
    spellings: Spellings,
    /// By folded spelling: the articles with it, and how and where it stands there.
    places: HashMap<String, BTreeMap<String, Vec<Place>>>,
}

/// What the comparison of a series has found.
#[derive(Default)]
pub struct Compared {
    /// By article, what is found in it.
    found: HashMap<String, Vec<Found>>,
}

/// Where a spelling stands.
#[derive(Clone)]
struct Place {
    span: Span,
    line: usize,
    written: String,
}

struct Found {
    span: Span,
    message: Message,
    suggestion: String,
}

/// Less likely pairs than this are two names: different articles tell of different people.
const LEAST: f32 = 2.0;
/// The least number of places of the right spelling.
const LEAST_MODEL: usize = 2;
/// Shorter names of different articles are only compared where the same name stands beside them.
const LONG: usize = 10;
/// More places of a spelling in one article than this are not kept.
const MOST_PLACES: usize = 20;

impl Default for Series {
    fn default() -> Series {
        Series {
            spellings: Spellings::none(),
            places: HashMap::new(),
        }
    }
}

impl Series {
    /// Takes in the names of an article, which has a name of its own. The order of the articles does not matter.
    pub fn gather(&mut self, article: &Article<'_>, name: &str) {
        let mut spellings = Spellings::of(article);
        let all: Vec<usize> = (0..spellings.list.len()).collect();
        spellings.observe(article, &all);
        let lines = LineIndex::new(article.text);
        for spelling in spellings.list {
            let places = self.places.entry(spelling.key.clone()).or_default();
            let places = places.entry(name.to_owned()).or_default();
            for &place in spelling.places.iter().take(MOST_PLACES) {
                let span = article.words[place].span;
                places.push(Place {
                    span,
                    line: lines.position(article.text, span.start).0,
                    written: span.of(article.text).to_owned(),
                });
            }
            self.spellings.take_in(spelling);
        }
    }

    /// Compares the names of all articles that were taken in.
    pub fn compare(mut self) -> Compared {
        self.spellings = self.spellings.in_order_of_keys();
        let near = pairs(&self.spellings);
        let mut numbers: Vec<usize> = near.iter().flat_map(|pair| pair.spellings).collect();
        numbers.sort_unstable();
        numbers.dedup();
        self.spellings.unite(&numbers);
        let mut compared = Compared::default();
        for pair in near {
            let judged = weigh(&self.spellings, &pair, Depth::All);
            if judged.score > LEAST && self.is_variant(judged.variant, judged.model) {
                self.tell(&pair, judged.variant, judged.model, &mut compared);
            }
        }
        for found in compared.found.values_mut() {
            found.sort_by(|a, b| (a.span, &a.suggestion).cmp(&(b.span, &b.suggestion)));
            found.dedup_by_key(|found| found.span);
        }
        compared
    }

    /// Whether two near spellings stand in no article together, nobody knows the one, and the other stands often.
    fn is_variant(&self, variant: usize, model: usize) -> bool {
        let articles = |number: usize| -> BTreeSet<&String> {
            let forms = self.spellings.forms(number).into_iter();
            forms
                .flat_map(|form| self.places[&self.spellings.list[form].key].keys())
                .collect()
        };
        let (rare, often) = (&self.spellings.list[variant], &self.spellings.list[model]);
        rare.knowledge().is_nothing()
            && rare.lower == 0
            && rare.inside > 0
            && often.family.count >= LEAST_MODEL
            && (rare.key.chars().count() >= LONG || shares_neighbour(&rare.context, &often.context))
            && articles(variant).is_disjoint(&articles(model))
    }

    /// Writes what is to be said of every place of a variant.
    fn tell(&self, pair: &Pair, variant: usize, model: usize, compared: &mut Compared) {
        let (rare, often) = (&self.spellings.list[variant], &self.spellings.list[model]);
        let mut models = self.places[&often.key].iter();
        let Some((path, like)) = models.find_map(|(path, places)| Some((path, places.first()?))) else {
            return;
        };
        let stem = |number: usize| {
            let bytes = pair.stems[usize::from(pair.spellings[1] == number)];
            self.spellings.list[number].key[..bytes].chars().count()
        };
        let (count, there) = (often.family.count.to_string(), format!("{path}:{}", like.line));
        let begin: String = like.written.chars().take(stem(model)).collect();
        for (article, places) in &self.places[&rare.key] {
            let found = places.iter().map(|place| Found {
                span: place.span,
                message: say(
                    "counted-elsewhere",
                    &[
                        ("count", &count),
                        ("model", &like.written),
                        ("place", &there),
                        ("here", &place.written),
                    ],
                ),
                suggestion: begin
                    .chars()
                    .chain(place.written.chars().skip(stem(variant)))
                    .collect(),
            });
            compared.found.entry(article.clone()).or_default().extend(found);
        }
    }
}

/// Whether the same name stands beside two spellings somewhere: the given name, the title.
fn shares_neighbour(a: &Context, b: &Context) -> bool {
    let shared = |a: &[u64], b: &[u64]| a.iter().any(|word| b.binary_search(word).is_ok());
    shared(&a.capital_before, &b.capital_before) || shared(&a.capital_after, &b.capital_after)
}

impl Compared {
    /// What was found in an article, but for what is silenced in it.
    pub fn findings(&self, article: &Article<'_>, name: &str) -> Vec<Diagnostic> {
        let suppressions = Suppressions::of(article.text);
        let diagnostics = self
            .found
            .get(name)
            .into_iter()
            .flatten()
            .map(|found| Diagnostic {
                rule: "unlisted-variant",
                severity: Severity::Warning,
                span: found.span,
                message: found.message.clone(),
                suggestions: vec![found.suggestion.clone()],
                fix: Some(Fix::Unsafe),
                entry: None,
                related: Vec::new(),
            });
        diagnostics
            .filter(|found| !article.is_accepted(found.span) && !suppressions.cover(article.text, found))
            .collect()
    }
}
