//! The distinct capitalised words of an article, with all the places where they stand.

use std::cell::OnceCell;

use foldhash::{HashMap, HashMapExt};
use xxhash_rust::xxh3::xxh3_64;

use super::context::{Context, Family, in_order};
use super::evidence::Knowledge;
use super::slips::LONGEST;
use super::stems::{Stem, stems};
use crate::known::is_word;
use crate::lang::{Lang, Script};
use crate::lint::{Article, Word};
use crate::text::{Span, fold};

/// So many words around a spelling of many articles are kept, the least of their hashes, so that the order of the
/// articles does not matter.
const MOST_AROUND: usize = 64;

/// A distinct spelling, but for what the fold ignores.
#[derive(Clone, Debug)]
pub(crate) struct Spelling {
    /// The folded word.
    pub key: String,
    /// The folded word with `č`, `š` and `ž` spelt out, where it has one.
    pub spelt_out: Option<String>,
    /// Its script.
    pub script: Script,
    /// Where it stands with a capital: indices of the article's words.
    pub places: Vec<usize>,
    /// How often it stands with a capital.
    pub count: usize,
    /// How often it stands without a capital.
    pub lower: usize,
    /// How often it stands with a capital where no sentence begins.
    pub inside: usize,
    /// Whether it stands in capitals throughout wherever it stands.
    pub shouted: bool,
    /// Whether it has capitals within it somewhere, as brands have: `GameBoy`, `BioNTech`.
    pub inner_capitals: bool,
    /// Whether it is part of a hyphenated name somewhere.
    pub hyphenated: bool,
    /// What is known of it, asked once.
    pub known: OnceCell<Knowledge>,
    /// Whether it is an ordinary English word, asked once.
    pub english: OnceCell<bool>,
    /// How it sounds, asked once.
    pub sounds: OnceCell<Vec<String>>,
    /// What stands around it, and around all its forms; read for those spellings that are compared.
    pub context: Context,
    pub family: Family,
    /// The ways to cut it into stem and ending.
    pub stems: Vec<Stem>,
}

/// All spellings of an article.
pub(crate) struct Spellings {
    pub list: Vec<Spelling>,
    by_key: HashMap<String, usize>,
    /// The hashes of all stems with the numbers of their spellings, in order; read when it is first asked.
    by_stem: OnceCell<Vec<(u64, u32)>>,
}

impl Spellings {
    pub(crate) fn of(article: &Article<'_>) -> Spellings {
        let mut others: Vec<&Word<'_>> = Vec::with_capacity(article.words.len());
        let mut spellings = Spellings::none();
        let foreign = foreign_lines(article.text);
        for (at, word) in article.words.iter().enumerate() {
            let line = foreign.partition_point(|line| line.end <= word.span.start);
            if foreign.get(line).is_some_and(|line| line.contains(word.span)) {
                continue;
            }
            if word.key.len() > LONGEST && word.key.chars().nth(LONGEST).is_some() {
                continue;
            }
            // The first parts of `Yor-vik` and `Austro-Hungarian` are no names by themselves, that of `London-based` is one.
            let next = article.words.get(at + 1);
            let joined = next.filter(|next| next.follows && next.joint == '-');
            let is_part = joined.is_some_and(|next| match next.capital {
                true => word.key.ends_with(['o', 'о']),
                false => !is_word(&next.key, Lang::En) && next.script == Some(Script::Latin),
            });
            match word.script {
                Some(script)
                    if word.capital
                        && !is_part
                        && !(script == Script::Latin && is_garbled(word.span.of(article.text))) =>
                {
                    let hyphen =
                        |at: usize| article.words.get(at).is_some_and(|w| w.follows && w.joint == '-');
                    let number = spellings.add(at, word, script, hyphen(at) || hyphen(at + 1));
                    spellings.list[number].spelt_out = (script == Script::Latin)
                        .then(|| spell_out(word.span.of(article.text)))
                        .flatten();
                    let mut rest = word.span.of(article.text).chars().skip(1);
                    spellings.list[number].inner_capitals |= !word.all_capitals && rest.any(is_capital);
                }
                _ => others.push(word),
            }
        }
        for word in others {
            if let Some(&number) = spellings.by_key.get(&*word.key) {
                spellings.list[number].lower += 1;
            }
        }
        spellings
    }

    fn add(&mut self, at: usize, word: &Word<'_>, script: Script, hyphenated: bool) -> usize {
        let known = self.by_key.get(&*word.key).copied();
        let number = known.unwrap_or_else(|| {
            self.by_key.insert(word.key.to_string(), self.list.len());
            self.list.push(Spelling::new(&word.key, script));
            self.list.len() - 1
        });
        let spelling = &mut self.list[number];
        spelling.places.push(at);
        spelling.count += 1;
        spelling.inside += usize::from(!word.opens);
        spelling.hyphenated |= hyphenated;
        spelling.shouted &= word.all_capitals;
        number
    }

    /// No spellings, to take in those of articles.
    pub(crate) fn none() -> Spellings {
        Spellings {
            list: Vec::new(),
            by_key: HashMap::new(),
            by_stem: OnceCell::new(),
        }
    }

    /// Takes in an observed spelling of an article; where it stands there is left behind.
    pub(super) fn take_in(&mut self, mut spelling: Spelling) {
        spelling.places.clear();
        spelling.context.starts.clear();
        if let Some(&number) = self.by_key.get(&spelling.key) {
            self.list[number].join(spelling);
            return;
        }
        let number = self.list.len();
        self.by_key.insert(spelling.key.clone(), number);
        self.by_stem.take();
        self.list.push(spelling);
    }

    /// The same spellings in an order that does not depend on where they came from.
    pub(super) fn in_order_of_keys(self) -> Spellings {
        let mut list = self.list;
        list.sort_by(|a, b| a.key.cmp(&b.key));
        let mut ordered = Spellings::none();
        list.into_iter().for_each(|spelling| ordered.take_in(spelling));
        ordered
    }

    /// The spellings that can be forms of the same word, itself among them.
    pub(crate) fn forms(&self, at: usize) -> Vec<usize> {
        let spelling = &self.list[at];
        let mut forms = vec![at];
        for stem in spelling.stems.iter().filter(|stem| stem.patterns != 0) {
            let text = &spelling.key[..stem.length];
            let agrees = |s: &Stem| s.length == stem.length && s.patterns & stem.patterns != 0;
            forms.extend(self.with_hash(xxh3_64(text.as_bytes())).filter(|&other| {
                let other = &self.list[other];
                other.key.starts_with(text) && other.stems.iter().any(agrees)
            }));
        }
        forms.sort_unstable();
        forms.dedup();
        forms
    }

    /// The spellings one of whose stems has this hash.
    fn with_hash(&self, hash: u64) -> impl Iterator<Item = usize> {
        let by_stem = self.by_stem.get_or_init(|| {
            let mut stems = Vec::with_capacity(self.list.len() * 2);
            for (number, spelling) in (0..).zip(&self.list) {
                let hash = |stem: &Stem| xxh3_64(&spelling.key.as_bytes()[..stem.length]);
                stems.extend(spelling.stems.iter().map(|stem| (hash(stem), number)));
            }
            stems.sort_unstable();
            stems
        });
        let from = by_stem.partition_point(|&(other, _)| other < hash);
        let same = by_stem[from..]
            .iter()
            .take_while(move |&&(other, _)| other == hash);
        same.map(|&(_, number)| number as usize)
    }

    /// Reads what stands around some spellings and their forms, and what is known of them.
    pub(super) fn observe(&mut self, article: &Article<'_>, numbers: &[usize]) {
        for &number in numbers {
            Knowledge::of(article, self, number);
            for form in self.forms(number) {
                if self.list[form].context.starts.is_empty() {
                    self.list[form].context = Context::of(article, &self.list[form].places);
                }
            }
        }
        self.unite(numbers);
    }

    /// Puts together what stands around the forms of some spellings.
    pub(super) fn unite(&mut self, numbers: &[usize]) {
        for &number in numbers {
            let mut family = Family::default();
            for form in self.forms(number) {
                let form = &self.list[form];
                family.count += form.count;
                family.led += form.context.led;
                family.before.extend(&form.context.before);
                family.after.extend(&form.context.after);
            }
            in_order(&mut family.before);
            in_order(&mut family.after);
            self.list[number].family = family;
        }
    }
}

impl Spelling {
    /// A folded word that stands nowhere yet.
    fn new(key: &str, script: Script) -> Spelling {
        Spelling {
            key: key.to_owned(),
            spelt_out: None,
            script,
            places: Vec::new(),
            count: 0,
            lower: 0,
            inside: 0,
            inner_capitals: false,
            hyphenated: false,
            shouted: true,
            known: OnceCell::new(),
            english: OnceCell::new(),
            sounds: OnceCell::new(),
            context: Context::default(),
            family: Family::default(),
            stems: stems(key, script == Script::Cyrillic),
        }
    }

    /// Adds the same spelling of another article.
    fn join(&mut self, mut other: Spelling) {
        self.count += other.count;
        self.lower += other.lower;
        self.inside += other.inside;
        self.shouted &= other.shouted;
        self.inner_capitals |= other.inner_capitals;
        self.hyphenated |= other.hyphenated;
        self.context.led += other.context.led;
        self.context.bracketed |= other.context.bracketed;
        for (own, new) in self.context.sets().into_iter().zip(other.context.sets()) {
            own.append(new);
            in_order(own);
            own.truncate(MOST_AROUND);
        }
        if other.knowledge().listed {
            self.known = other.known;
        }
    }

    /// What is known of it: nothing, if that was never asked.
    pub(super) fn knowledge(&self) -> Knowledge {
        self.known.get().copied().unwrap_or(Knowledge {
            rank: 0,
            word: false,
            listed: false,
        })
    }
}

/// As [`char::is_uppercase`], which asks a table for Russian letters.
fn is_capital(c: char) -> bool {
    match c {
        'а'..='я' => false,
        _ => c.is_uppercase(),
    }
}

/// The lines in Ukrainian or Belarusian: their words have other endings than Russian ones.
fn foreign_lines(text: &str) -> Vec<Span> {
    const LETTERS: [char; 10] = ['і', 'ї', 'є', 'ґ', 'ў', 'І', 'Ї', 'Є', 'Ґ', 'Ў'];
    let mut lines = Vec::new();
    let mut start = 0;
    if !text.as_bytes().windows(2).any(is_foreign_letter) {
        return lines;
    }
    for line in text.split_inclusive('\n') {
        let end = start + line.len();
        if line.contains(LETTERS) && Script::of_text(line) != Some(Script::Latin) {
            lines.push(Span { start, end });
        }
        start = end;
    }
    lines
}

/// Whether two bytes are one of the letters that Ukrainian and Belarusian have and Russian has not.
fn is_foreign_letter(bytes: &[u8]) -> bool {
    matches!(
        bytes,
        [0xd0, 0x84 | 0x86 | 0x87 | 0x8e] | [0xd1, 0x94 | 0x96 | 0x97 | 0x9e] | [0xd2, 0x90 | 0x91]
    )
}

/// A word as those write it who have no carons.
fn spell_out(word: &str) -> Option<String> {
    if word.is_ascii() {
        return None;
    }
    const CARONS: [(char, &str); 3] = [('č', "ch"), ('š', "sh"), ('ž', "zh")];
    let lower = word.to_lowercase();
    let marked = CARONS.iter().any(|&(caron, _)| lower.contains(caron));
    marked.then(|| {
        fold(
            &CARONS
                .iter()
                .fold(lower, |word, &(caron, plain)| word.replace(caron, plain)),
        )
    })
}

/// Whether a word is text read in the wrong encoding: most of its letters are accented Latin ones.
fn is_garbled(word: &str) -> bool {
    if word.is_ascii() {
        return false;
    }
    let accented = word.chars().filter(|c| ('\u{c0}'..='\u{ff}').contains(c)).count();
    accented > 2 && accented * 2 > word.chars().count()
}
