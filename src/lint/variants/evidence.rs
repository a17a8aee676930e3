//! What speaks for two spellings being one name, and what for two names.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::pairs::Pair;
use super::slips::SlipKind;
use super::spellings::{Spelling, Spellings};
use super::stems::nominatives;
use crate::lang::{Lang, Script};
use crate::lint::known::{is_word, name_rank};
use crate::lint::{Article, Word};
use crate::translit::keys;

/// A judged pair.
#[derive(Clone, Debug)]
pub(crate) struct Evidence {
    /// The number of the spelling that is likelier wrong.
    pub variant: usize,
    /// The number of the spelling that is likelier right.
    pub model: usize,
    /// Observations by name, as `evidence.csv` weighs them.
    pub features: Vec<(&'static str, f32)>,
    /// The weighed sum: above zero, one name is likelier than two.
    pub score: f32,
}

/// Observes a pair and weighs what was observed.
pub(crate) fn weigh(article: &Article<'_>, spellings: &Spellings, pair: &Pair) -> Evidence {
    let [x, y] = pair.spellings;
    let (variant, model) = if is_variant(article, spellings, x, y) {
        (x, y)
    } else {
        (y, x)
    };
    let features = Observer {
        article,
        spellings,
        pair,
        variant,
        model,
    }
    .features();
    let weights = weights(spellings.list[x].script);
    let score = features
        .iter()
        .map(|(name, value)| weights.get(name).unwrap_or(&0.0) * value)
        .sum();
    Evidence {
        variant,
        model,
        features,
        score,
    }
}

/// Whether the first of two spellings is likelier the wrong one.
fn is_variant(article: &Article<'_>, spellings: &Spellings, x: usize, y: usize) -> bool {
    let doubt = |at: usize| {
        let spelling = &spellings.list[at];
        let known = Knowledge::of(article, spellings, at);
        let known = f32::from(known.rank.min(4)) * 0.25 + f32::from(u8::from(known.listed)) * 1.5;
        // Of two that stand equally often, the one that came first is the writer's own.
        (spellings.count(at) as f32).ln() * 1.6 + known - spelling.places[0] as f32 * 1e-6
    };
    doubt(x) < doubt(y)
}

/// What is known of a spelling outside the article.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Knowledge {
    /// How widely it is known as a name, by any of its possible base forms.
    pub rank: u8,
    /// Whether it is an ordinary word.
    pub word: bool,
    /// Whether the glossary has it.
    pub listed: bool,
}

impl Knowledge {
    pub(crate) fn of(article: &Article<'_>, spellings: &Spellings, at: usize) -> Knowledge {
        let spelling = &spellings.list[at];
        *spelling
            .known
            .get_or_init(|| Knowledge::look_up(article, spelling))
    }

    fn look_up(article: &Article<'_>, spelling: &Spelling) -> Knowledge {
        let lang = if spelling.script == Script::Cyrillic {
            Lang::Ru
        } else {
            Lang::En
        };
        let bases = base_forms(spelling);
        Knowledge {
            rank: bases.iter().map(|base| name_rank(base)).max().unwrap_or(0),
            word: bases.iter().any(|base| is_word(base, lang)),
            listed: spelling.places.iter().any(|&place| {
                let span = article.words[place].span;
                article
                    .mention_at(span)
                    .is_some_and(|mention| mention.span.contains(span))
            }),
        }
    }

    /// Whether nothing is known of it.
    pub(crate) fn is_nothing(&self) -> bool {
        self.rank == 0 && !self.word && !self.listed
    }
}

/// The dictionary forms that a spelling may belong to.
fn base_forms(spelling: &Spelling) -> Vec<String> {
    let mut bases = vec![spelling.key.clone()];
    if spelling.script == Script::Cyrillic {
        let stems = spelling.stems.iter();
        bases.extend(stems.flat_map(|stem| nominatives(&spelling.key, stem)));
    }
    bases
}

struct Observer<'a> {
    article: &'a Article<'a>,
    spellings: &'a Spellings,
    pair: &'a Pair,
    variant: usize,
    model: usize,
}

impl Observer<'_> {
    fn features(&self) -> Vec<(&'static str, f32)> {
        let mut features = vec![("bias", 1.0)];
        self.slip(&mut features);
        self.counts(&mut features);
        self.knowledge(&mut features);
        self.context(&mut features);
        features.retain(|&(_, value)| value != 0.0);
        features
    }

    fn slip(&self, features: &mut Vec<(&'static str, f32)>) {
        let slip = &self.pair.slip;
        let length = self
            .key(self.variant)
            .chars()
            .count()
            .min(self.key(self.model).chars().count());
        features.push(("cost", slip.cost));
        features.push(("length", (length.min(12) as f32 - 7.0) / 3.0));
        features.push(("short", flag(length <= 4)));
        features.push(("five letters", flag(length == 5)));
        features.push((slip.kind.word(), 1.0));
        // A system writes a sound alike wherever it stands; a slip is rarer at the ends of a word.
        let system = slip.kind == SlipKind::System;
        let slipped = |yes: bool| flag(yes && !system);
        features.push(("several steps", slipped(slip.steps > 1)));
        features.push(("several steps of a system", flag(system && slip.steps > 1)));
        features.push(("at the end", slipped(slip.left == 0)));
        features.push(("near the end", slipped(slip.left == 1)));
        features.push(("at the start", slipped(slip.at == 0)));
        features.push((
            "first letter differs",
            flag(self.key(self.variant).chars().next() != self.key(self.model).chars().next()),
        ));
        features.push((
            "at the end, other ending",
            slipped(slip.left == 0 && self.endings_differ()),
        ));
        features.push(("ending s", flag(self.differs_by("s"))));
        features.push((
            "ending n",
            flag(self.differs_by("n") || self.differs_by("an") || self.differs_by("ian")),
        ));
        features.push(("ending e", flag(self.differs_by("e"))));
        features.push((
            "ending a",
            flag(self.differs_by("a") || self.differs_by("i") || self.differs_by("o")),
        ));
        features.push((
            "variant longer",
            flag(self.key(self.variant).len() > self.key(self.model).len()),
        ));
        let sounds_of = |at: usize| {
            let spelling = &self.spellings.list[at];
            spelling.sounds.get_or_init(|| keys(&spelling.key))
        };
        let (a, b) = (sounds_of(self.variant), sounds_of(self.model));
        let sounds = a.iter().any(|key| b.contains(key));
        features.push(("same sound", flag(sounds)));
        features.push(("same sound, not at the end", flag(sounds && slip.left > 0)));
        features.push(("accent", flag(self.key(self.variant) == self.key(self.model))));
    }

    fn counts(&self, features: &mut Vec<(&'static str, f32)>) {
        let (rare, often) = (
            self.spellings.count(self.variant),
            self.spellings.count(self.model),
        );
        let spelling = |at: usize| &self.spellings.list[at];
        features.push(("variant repeated", flag(rare > 1)));
        features.push(("variant often", flag(rare > 2)));
        features.push(("model repeated", flag(often > 1)));
        features.push(("ratio", ((often as f32 / rare as f32).ln()).min(3.0)));
        features.push(("variant in lower case", flag(spelling(self.variant).lower > 0)));
        features.push(("model in lower case", flag(spelling(self.model).lower > 0)));
        features.push((
            "variant opens sentences only",
            flag(spelling(self.variant).inside == 0),
        ));
        features.push((
            "model opens sentences only",
            flag(spelling(self.model).inside == 0),
        ));
        let shouted = |at: usize| {
            spelling(at)
                .places
                .iter()
                .all(|&place| self.article.words[place].all_capitals)
        };
        features.push(("variant in capitals", flag(shouted(self.variant))));
        let branded = spelling(self.variant).inner_capitals;
        features.push(("capitals within", flag(branded)));
    }

    fn knowledge(&self, features: &mut Vec<(&'static str, f32)>) {
        let of = |at: usize| Knowledge::of(self.article, self.spellings, at);
        let (variant, model) = (of(self.variant), of(self.model));
        features.push(("variant is a name", flag(variant.rank > 0)));
        features.push(("variant is a known name", flag(variant.rank >= 3)));
        features.push(("variant is a famous name", flag(variant.rank >= 5)));
        features.push(("variant is a word", flag(variant.word)));
        features.push(("variant is listed", flag(variant.listed)));
        features.push(("model is a name", flag(model.rank > 0)));
        features.push(("model is a known name", flag(model.rank >= 3)));
        features.push(("model is a word", flag(model.word)));
        features.push(("model is listed", flag(model.listed)));
        features.push(("variant unknown", flag(variant.is_nothing())));
        features.push((
            "variant unknown, model known",
            flag(variant.is_nothing() && !model.is_nothing()),
        ));
        let sure = variant.is_nothing() && model.listed;
        features.push(("variant unknown, model listed", flag(sure)));
        let (a, b) = (self.key(self.variant), self.key(self.model));
        features.push(("unknown, cut off", flag(variant.is_nothing() && b.starts_with(a))));
        features.push(("unknown, cut off from listed", flag(sure && b.starts_with(a))));
        features.push(("unknown, at the end", flag(sure && self.pair.slip.left == 0)));
        features.push(("unknown, short", flag(sure && a.chars().count() <= 5)));
        features.push(("both unknown", flag(variant.is_nothing() && model.is_nothing())));
        features.push(("both known", flag(!variant.is_nothing() && !model.is_nothing())));
    }

    fn context(&self, features: &mut Vec<(&'static str, f32)>) {
        let around = |at: usize, step: isize| -> HashSet<&str> {
            let places = self
                .spellings
                .forms(at)
                .into_iter()
                .flat_map(|form| &self.spellings.list[form].places);
            places
                .filter_map(|&place| self.beside(place, step))
                .map(|word| word.key.as_str())
                .collect()
        };
        let capital_before = |at: usize| -> HashSet<&str> {
            let places = self.spellings.list[at].places.iter();
            places
                .filter_map(|&p| self.beside(p, -1))
                .filter(|w| w.capital)
                .map(|w| w.key.as_str())
                .collect()
        };
        let (before_a, before_b) = (around(self.variant, -1), around(self.model, -1));
        let (after_a, after_b) = (around(self.variant, 1), around(self.model, 1));
        let telling = |word: &&&str| !is_function_word(word);
        features.push((
            "same word before",
            flag(before_a.intersection(&before_b).filter(telling).count() > 0),
        ));
        features.push((
            "same word after",
            flag(after_a.intersection(&after_b).filter(telling).count() > 0),
        ));
        let (given_a, given_b) = (capital_before(self.variant), capital_before(self.model));
        let clash = !given_a.is_empty() && !given_b.is_empty() && given_a.is_disjoint(&given_b);
        let namesake = !given_a.is_disjoint(&given_b);
        features.push(("same capital before", flag(namesake)));
        features.push((
            "same capital before, both known",
            flag(namesake && self.both_known()),
        ));
        features.push(("other capital before", flag(clash)));
        self.introduction(features);
        let capital_after = |at: usize| -> HashSet<&str> {
            let places = self.spellings.list[at].places.iter();
            places
                .filter_map(|&p| self.beside(p, 1))
                .filter(|w| w.capital)
                .map(|w| w.key.as_str())
                .collect()
        };
        let (next_a, next_b) = (capital_after(self.variant), capital_after(self.model));
        features.push(("same capital after", flag(!next_a.is_disjoint(&next_b))));
        features.push((
            "other capital after",
            flag(!next_a.is_empty() && !next_b.is_empty() && next_a.is_disjoint(&next_b)),
        ));
        features.push(("side by side", flag(self.nearest() < 60)));
        features.push(("in brackets", flag(self.bracketed())));
    }

    /// A person is named in full at first and by the surname alone afterwards: whether one spelling is always, and
    /// the other never, part of a longer name.
    fn introduction(&self, features: &mut Vec<(&'static str, f32)>) {
        let led = |at: usize| -> (usize, usize) {
            let forms = self.spellings.forms(at);
            let places = forms.iter().flat_map(|&form| &self.spellings.list[form].places);
            let led = |place: usize| {
                self.beside(place, -1)
                    .is_some_and(|word| word.capital && !word.opens)
            };
            places.fold((0, 0), |(yes, all), &place| {
                (yes + usize::from(led(place)), all + 1)
            })
        };
        let (variant, model) = (led(self.variant), led(self.model));
        let full = |(yes, all): (usize, usize)| yes == all;
        let bare = |(yes, _): (usize, usize)| yes == 0;
        let once = full(variant) && bare(model) || bare(variant) && full(model);
        let once = once && !self.differs_by("s");
        let opening =
            self.spellings.list[self.variant].inside == 0 || self.spellings.list[self.model].inside == 0;
        features.push(("introduced once", flag(once)));
        features.push(("introduced once, both known", flag(once && self.both_known())));
        features.push(("introduced once, opens sentences", flag(once && opening)));
    }

    fn both_known(&self) -> bool {
        let known = |at: usize| !Knowledge::of(self.article, self.spellings, at).is_nothing();
        known(self.variant) && known(self.model)
    }

    /// The word beside a place, if nothing but a space or hyphen lies between.
    fn beside(&self, place: usize, step: isize) -> Option<&Word> {
        let words = &self.article.words;
        if step < 0 {
            words[place].follows.then(|| &words[place - 1])
        } else {
            words.get(place + 1).filter(|next| next.follows)
        }
    }

    /// The least number of bytes between a place of the one and a place of the other.
    fn nearest(&self) -> usize {
        let places = |at: usize| {
            self.spellings.list[at]
                .places
                .iter()
                .map(|&p| self.article.words[p].span.start)
        };
        let mut models: Vec<usize> = places(self.model).collect();
        models.sort_unstable();
        places(self.variant)
            .flat_map(|at| {
                let next = models.partition_point(|&m| m < at);
                [next.checked_sub(1), Some(next)]
                    .into_iter()
                    .flatten()
                    .filter_map(|n| models.get(n))
                    .map(move |m| m.abs_diff(at))
                    .collect::<Vec<_>>()
            })
            .min()
            .unwrap_or(usize::MAX)
    }

    /// Whether the variant stands in brackets or right after one, where aliases are declared.
    fn bracketed(&self) -> bool {
        let first = self.spellings.list[self.variant].places[0];
        let start = self.article.words[first].span.start;
        self.article.text[..start].ends_with(['(', '（', '['])
    }

    /// Whether the letters after the two stems differ.
    fn endings_differ(&self) -> bool {
        let ending = |side: usize| &self.key(self.pair.spellings[side])[self.pair.stems[side]..];
        ending(0) != ending(1)
    }

    fn differs_by(&self, ending: &str) -> bool {
        let (a, b) = (self.key(self.variant), self.key(self.model));
        a.strip_suffix(ending) == Some(b) || b.strip_suffix(ending) == Some(a)
    }

    fn key(&self, at: usize) -> &str {
        &self.spellings.list[at].key
    }
}

fn flag(yes: bool) -> f32 {
    f32::from(u8::from(yes))
}

/// Words that stand before any name and tell nothing of whose it is.
fn is_function_word(word: &str) -> bool {
    word.chars().count() <= 3
        || matches!(
            word,
            "that"
                | "with"
                | "from"
                | "said"
                | "were"
                | "have"
                | "will"
                | "when"
                | "also"
                | "been"
                | "into"
                | "over"
        )
}

fn weights(script: Script) -> &'static HashMap<&'static str, f32> {
    static WEIGHTS: LazyLock<[HashMap<&'static str, f32>; 2]> = LazyLock::new(|| {
        let mut weights = [HashMap::new(), HashMap::new()];
        let rows = include_str!("evidence.csv")
            .lines()
            .filter(|row| !row.starts_with('#'))
            .skip(1);
        for row in rows {
            let mut cells = row.rsplitn(3, ',');
            let values =
                [cells.next(), cells.next()].map(|cell| cell.and_then(|c| c.parse().ok()).unwrap_or(0.0));
            if let Some(feature) = cells.next() {
                weights[0].insert(feature, values[1]);
                weights[1].insert(feature, values[0]);
            }
        }
        weights
    });
    &WEIGHTS[usize::from(script == Script::Cyrillic)]
}
