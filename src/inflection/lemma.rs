//! From a form back to the names that it may belong to.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use super::pattern::{Cell, Pattern, Sort};
use super::table::{Choice, is_vowel, plain, tables};
use super::{Case, Gender, Hint, Number, compound, patterns, phrase};

/// A name that a form may belong to, and what the form is of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lemma {
    /// The nominative, with the letter case of the form.
    pub text: String,
    /// The case of the form.
    pub case: Case,
    /// The number of the form.
    pub number: Number,
    /// The gender of the name, where it is known.
    pub gender: Option<Gender>,
}

/// Lemmas of a name of several words are looked for among at most this many combinations.
const MOST_COMBINATIONS: usize = 64;

/// The possible base forms of a form of an unknown name: the form itself as a nominative first, then by letters.
///
/// Every lemma has the form among its forms by [`inflect`](super::inflect). The guess is conservative: a final ь and a
/// bare stem are never taken for a genitive plural.
///
/// ```
/// use isonym::inflection::lemmas;
/// assert!(lemmas("Благовещенском").iter().any(|lemma| lemma.text == "Благовещенск"));
/// assert!(lemmas("Тверь").iter().all(|lemma| lemma.text == "Тверь"));
/// ```
pub fn lemmas(form: &str) -> Vec<Lemma> {
    let tokens = phrase::tokens(form);
    let candidates = match tokens.as_slice() {
        [] => return Vec::new(),
        [token] => bases(token.text),
        tokens => combinations(tokens),
    };
    let own = tokens
        .iter()
        .flat_map(|token| [token.before, token.text])
        .collect::<String>();
    let mut found: Vec<Lemma> = candidates.iter().flat_map(|base| readings(base, &own)).collect();
    found.sort_by_key(|lemma| {
        (
            lemma.text != own,
            lemma.text.clone(),
            lemma.number,
            lemma.case,
            lemma.gender,
        )
    });
    found.dedup();
    found
}

/// What a form is of a base: the cases and numbers in which they agree.
fn readings(base: &str, form: &str) -> Vec<Lemma> {
    let key = key(form);
    let mut found = Vec::new();
    for pattern in patterns(base, Hint::default()) {
        for cell in pattern
            .cells
            .iter()
            .filter(|cell| self::key(&cell.text) == key && !is_bare(cell, &pattern, base))
        {
            found.push(Lemma {
                text: base.to_owned(),
                case: cell.case,
                number: cell.number,
                gender: pattern.gender,
            });
        }
    }
    found
}

/// A genitive plural without an ending of its own: too weak a sign.
fn is_bare(cell: &Cell, pattern: &Pattern, base: &str) -> bool {
    cell.number == Number::Plur
        && !(pattern.has_plural_only() && tables().knows(&base.to_lowercase()))
        && matches!(cell.case, Case::Gen | Case::Acc)
        && cell
            .text
            .ends_with(|c| c == 'ь' || c == 'Ь' || !is_vowel(c) && !"йхвЙХВ".contains(c))
}

/// The key that forms are compared by: neither letter case nor the dots of ё matter.
pub(super) fn key(text: &str) -> String {
    plain(&text.to_lowercase()).into_owned()
}

/// Every combination of the bases of the words, each word itself among them.
fn combinations(tokens: &[phrase::Token<'_>]) -> Vec<String> {
    let mut wholes = vec![String::new()];
    for token in tokens {
        let bases = bases(token.text);
        let mut next = Vec::new();
        for whole in &wholes {
            next.extend(bases.iter().map(|base| format!("{whole}{}{base}", token.before)));
        }
        next.truncate(MOST_COMBINATIONS);
        wholes = next;
    }
    wholes
}

/// What a word may be a form of: itself, and every word that one of the tables' endings leads back to.
fn bases(word: &str) -> Vec<String> {
    let (head, tail) = declining_part(word);
    let lower = head.to_lowercase();
    let mut bases = vec![word.to_owned()];
    if head.chars().count() > 60 {
        return bases;
    }
    for (start, _) in lower.char_indices().rev().chain([(lower.len(), ' ')]) {
        for base in replaced(&lower, start) {
            let base = in_case_of(&base, head) + tail;
            if !bases.contains(&base) {
                bases.push(base);
            }
        }
    }
    bases.extend(
        irregular(&lower)
            .into_iter()
            .map(|base| in_case_of(&base, head) + tail),
    );
    bases
}

/// The part of a word that declines and the rest: Ростове + -на-Дону.
fn declining_part(word: &str) -> (&str, &str) {
    word.split_at(compound::before_preposition(word).unwrap_or(word.len()))
}

/// The words that a form leads to when what follows `start` is taken for an ending.
fn replaced(form: &str, start: usize) -> Vec<String> {
    let (stem, ending) = form.split_at(start);
    let nominatives = WAYS_BACK.endings.get(ending).into_iter().flatten();
    let bases = nominatives.map(|nominative| stem.to_owned() + nominative);
    bases
        .filter(|base| base != form && base.chars().count() > 1 && is_base(base, form))
        .collect()
}

/// Whether the word has the form among its forms, by some table.
fn is_base(base: &str, form: &str) -> bool {
    const SORTS: [Sort; 5] = [
        Sort::Place,
        Sort::Surname,
        Sort::Given,
        Sort::Noun,
        Sort::Adjective,
    ];
    let last = base.rfind('-').map_or(0, |at| at + 1);
    let Some(form) = form.get(last..) else {
        return false;
    };
    let base = &base[last..];
    SORTS.iter().any(|&sort| {
        let choices = tables().choose(base, sort);
        choices.iter().any(|choice| makes(choice, base, form))
    })
}

/// Whether the class of a row gives the form to the base.
fn makes(choice: &Choice, base: &str, form: &str) -> bool {
    let class = &tables().classes[choice.class];
    let (stem, full) = (choice.stem_of(base, class, ""), choice.stem_of(base, class, "-"));
    let after_full = form.strip_prefix(full.as_str());
    form == stem
        || class
            .endings
            .iter()
            .any(|ending| !ending.text.is_empty() && after_full == Some(&ending.text))
}

/// The words of `words.csv` with a stem of their own of which this is a form.
fn irregular(form: &str) -> Vec<String> {
    WAYS_BACK
        .irregular
        .get(plain(form).as_ref())
        .cloned()
        .unwrap_or_default()
}

/// A base in lower case, written as the form is.
fn in_case_of(base: &str, form: &str) -> String {
    super::word::in_case_of(base, form, super::word::is_capitals(form))
}

struct WaysBack {
    /// From an ending, with what of the stem changes before it, to the ends of nominatives.
    endings: HashMap<String, BTreeSet<String>>,
    /// From a form of a word with a stem of its own to the word.
    irregular: HashMap<String, Vec<String>>,
}

static WAYS_BACK: LazyLock<WaysBack> = LazyLock::new(|| {
    let mut ways = WaysBack {
        endings: HashMap::new(),
        irregular: HashMap::new(),
    };
    for (choice, is_word) in tables().all_choices() {
        ways.add(choice, is_word);
    }
    ways
});

impl WaysBack {
    fn add(&mut self, choice: &Choice, is_word: bool) {
        let class = &tables().classes[choice.class];
        for ending in &class.endings {
            if choice.stem.is_none() {
                let nominatives = self.endings.entry(ending.text.clone()).or_default();
                nominatives.insert(class.nominative.clone());
                continue;
            }
            let form = choice.stem_of(&choice.ending, class, &ending.text) + &ending.text;
            if is_word {
                self.irregular
                    .entry(plain(&form).into_owned())
                    .or_default()
                    .push(choice.ending.clone());
            } else {
                self.endings
                    .entry(form)
                    .or_default()
                    .insert(choice.ending.clone());
            }
        }
    }
}
