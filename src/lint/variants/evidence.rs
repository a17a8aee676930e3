//! What speaks for two spellings being one name, and what for two names.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::context::{Set, meet};
use super::pairs::Pair;
use super::slips::SlipKind;
use super::spellings::{Spelling, Spellings};
use super::stems::nominatives;
use crate::known::Memo;
use crate::known::{is_word, name_rank};
use crate::lang::{Lang, Script};
use crate::lint::Article;
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

/// Observes a pair of spellings that were observed and weighs what was seen.
pub(crate) fn weigh(spellings: &Spellings, pair: &Pair, depth: Depth) -> Evidence {
    let [x, y] = pair.spellings;
    let (variant, model) = if is_variant(spellings, x, y) {
        (x, y)
    } else {
        (y, x)
    };
    let features = Observer {
        spellings,
        pair,
        variant,
        model,
    }
    .features(depth);
    let score = match is_impossible(spellings, variant, model) {
        true => f32::MIN,
        false => sum(spellings.list[x].script, &features),
    };
    Evidence {
        variant,
        model,
        features,
        score,
    }
}

/// Whether the glossary's name would be the variant of what nobody knows: however often that stands, it is no model.
fn is_impossible(spellings: &Spellings, variant: usize, model: usize) -> bool {
    spellings.list[variant].knowledge().listed && spellings.list[model].knowledge().is_nothing()
}

/// How much is observed of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Depth {
    /// Whatever can make one name the likelier: how the two sound is left out where it cannot.
    Enough,
    /// Everything.
    All,
}

/// What is observed of how two spellings sound.
const SOUNDS: [&str; 2] = ["same sound", "same sound, not at the end"];

/// The most that sounds can add to a sum, and a little for rounding.
fn most_of_sounds(script: Script) -> f32 {
    let weights = weights(script);
    let weight = |name: &&str| weights.get(*name).copied().unwrap_or(0.0).max(0.0);
    SOUNDS.iter().map(weight).sum::<f32>() + 1e-3
}

fn sum(script: Script, features: &[(&'static str, f32)]) -> f32 {
    let weights = weights(script);
    features
        .iter()
        .filter(|(_, value)| *value != 0.0)
        .map(|(name, value)| weights.get(name).unwrap_or(&0.0) * value)
        .sum()
}

/// Whether the first of two spellings is likelier the wrong one.
fn is_variant(spellings: &Spellings, x: usize, y: usize) -> bool {
    let doubt = |at: usize| {
        let spelling = &spellings.list[at];
        let known = spelling.knowledge();
        let known = f32::from(known.rank.min(4)) * 0.25 + f32::from(u8::from(known.listed)) * 1.5;
        // Of two that stand equally often, the one that came first is the writer's own.
        let first = spelling.places.first().copied().unwrap_or(0);
        (spelling.family.count as f32).ln() * 1.6 + known - first as f32 * 1e-6
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
        let listed = spelling.places.iter().any(|&place| {
            let span = article.words[place].span;
            article
                .mention_at(span)
                .is_some_and(|mention| mention.span.contains(span) && article.is_named(mention))
        });
        Knowledge::of_listed(spelling, listed)
    }

    /// What is known of a spelling that the glossary has or has not.
    pub(super) fn of_listed(spelling: &Spelling, listed: bool) -> Knowledge {
        let (rank, word) = KNOWN.with(|known| known.get(&spelling.key, || rank_and_word(spelling)));
        Knowledge { rank, word, listed }
    }

    /// Whether it is a name that few bear, and nothing else.
    pub(crate) fn is_rare_name(&self) -> bool {
        (1..3).contains(&self.rank) && !self.word && !self.listed
    }

    /// Whether nothing is known of it.
    pub(crate) fn is_nothing(&self) -> bool {
        self.rank == 0 && !self.word && !self.listed
    }
}

thread_local! {
    /// By key: a key is of one script.
    static KNOWN: Memo<String, (u8, bool)> = Memo::new();
    static HEARD: Memo<String, Vec<String>> = Memo::new();
}

/// How widely a spelling is known as a name, and whether it is an ordinary word.
fn rank_and_word(spelling: &Spelling) -> (u8, bool) {
    let lang = if spelling.script == Script::Cyrillic {
        Lang::Ru
    } else {
        Lang::En
    };
    let bases = base_forms(spelling);
    (
        bases.iter().map(|base| name_rank(base)).max().unwrap_or(0),
        bases.iter().any(|base| is_word(base, lang)),
    )
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
    spellings: &'a Spellings,
    pair: &'a Pair,
    variant: usize,
    model: usize,
}

impl Observer<'_> {
    fn features(&self, depth: Depth) -> Vec<(&'static str, f32)> {
        let mut features = vec![("bias", 1.0)];
        self.slip(&mut features);
        self.counts(&mut features);
        self.knowledge(&mut features);
        self.context(&mut features);
        let script = self.spelling(self.variant).script;
        if depth == Depth::All || sum(script, &features) + most_of_sounds(script) > 0.0 {
            features.extend(self.sounds());
        }
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
        features.push(("accent", flag(self.key(self.variant) == self.key(self.model))));
    }

    /// How the two sound, which is slow to tell.
    fn sounds(&self) -> [(&'static str, f32); 2] {
        let sounds_of = |at: usize| {
            let spelling = self.spelling(at);
            spelling
                .sounds
                .get_or_init(|| HEARD.with(|heard| heard.get(&spelling.key, || keys(&spelling.key))))
        };
        let (a, b) = (sounds_of(self.variant), sounds_of(self.model));
        let sounds = a.iter().any(|key| b.contains(key));
        [
            (SOUNDS[0], flag(sounds)),
            (SOUNDS[1], flag(sounds && self.pair.slip.left > 0)),
        ]
    }

    fn counts(&self, features: &mut Vec<(&'static str, f32)>) {
        let (rare, often) = (
            self.spelling(self.variant).family.count,
            self.spelling(self.model).family.count,
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
        features.push(("variant in capitals", flag(spelling(self.variant).shouted)));
        let branded = spelling(self.variant).inner_capitals;
        features.push(("capitals within", flag(branded)));
    }

    fn knowledge(&self, features: &mut Vec<(&'static str, f32)>) {
        let of = |at: usize| self.spelling(at).knowledge();
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
        let (variant, model) = (self.spelling(self.variant), self.spelling(self.model));
        let (a, b) = (&variant.family, &model.family);
        features.push(("same word before", flag(meet(&a.before, &b.before))));
        features.push(("same word after", flag(meet(&a.after, &b.after))));
        let (a, b) = (&variant.context, &model.context);
        let namesake = meet(&a.capital_before, &b.capital_before);
        let clash = |a: &Set, b: &Set| !a.is_empty() && !b.is_empty() && !meet(a, b);
        features.push(("same capital before", flag(namesake)));
        features.push((
            "same capital before, both known",
            flag(namesake && self.both_known()),
        ));
        features.push((
            "other capital before",
            flag(clash(&a.capital_before, &b.capital_before)),
        ));
        self.introduction(features);
        features.push((
            "same capital after",
            flag(meet(&a.capital_after, &b.capital_after)),
        ));
        features.push((
            "other capital after",
            flag(clash(&a.capital_after, &b.capital_after)),
        ));
        features.push(("side by side", flag(a.nearest(b) < 60)));
        // Where aliases are declared.
        features.push(("in brackets", flag(a.bracketed)));
    }

    /// A person is named in full at first and by the surname alone afterwards: whether one spelling is always, and
    /// the other never, part of a longer name.
    fn introduction(&self, features: &mut Vec<(&'static str, f32)>) {
        let (variant, model) = (self.spelling(self.variant), self.spelling(self.model));
        let full = |spelling: &Spelling| spelling.family.led == spelling.family.count;
        let bare = |spelling: &Spelling| spelling.family.led == 0;
        let once = full(variant) && bare(model) || bare(variant) && full(model);
        let once = once && !self.differs_by("s");
        let opening = variant.inside == 0 || model.inside == 0;
        features.push(("introduced once", flag(once)));
        features.push(("introduced once, both known", flag(once && self.both_known())));
        features.push(("introduced once, opens sentences", flag(once && opening)));
    }

    fn both_known(&self) -> bool {
        let known = |at: usize| !self.spelling(at).knowledge().is_nothing();
        known(self.variant) && known(self.model)
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

    fn spelling(&self, at: usize) -> &Spelling {
        &self.spellings.list[at]
    }

    fn key(&self, at: usize) -> &str {
        &self.spellings.list[at].key
    }
}

fn flag(yes: bool) -> f32 {
    f32::from(u8::from(yes))
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
