//! Tables read backwards: which source texts would a system have written like this, likeliest first.
//!
//! A beam search over the rows of the table, word by word, judged by the model of Russian names. Every answer is converted
//! forward again and must give the text that was asked about, so that no answer breaks a rule of the system.

mod search;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use self::search::Search;
use super::model::{self, Model, OLD};
use super::table::{Row, Table};
use super::{Basis, Candidate};

/// How many spellings of a word are kept at least, so that their chances are known.
const KEPT: usize = 8;

/// What a spelling loses for ё where е would do as well: one in twenty.
const DOTS: f32 = -3.0;

/// Longest word that is read backwards, in bytes; names are shorter.
const LONGEST: usize = 200;

/// What search backwards needs to know of a table.
pub(super) struct Inverse {
    exact: Vec<String>,
    plain: Vec<String>,
    /// The letter of the model for every letter of the alphabet.
    letters: Vec<model::Letter>,
    /// The number of ё.
    dotted: Option<u8>,
    /// What a spelling loses for each row.
    handicaps: Vec<f32>,
}

/// A spelling of a word with the logarithm of its probability.
struct Spelling {
    text: String,
    chance: f32,
}

/// How closely a conversion forward must give the text again.
#[derive(Clone, Copy)]
enum Closeness {
    /// But for letter case and the signs used for apostrophes.
    Exact,
    /// But for marks that people leave out: diacritics, apostrophes, dots.
    Plain,
}

impl Inverse {
    pub(super) fn new(table: &Table) -> Inverse {
        let targets = |key: fn(&str) -> String| {
            table
                .rows
                .iter()
                .map(|row| key(row.target.lower.as_str()))
                .collect()
        };
        let letter = |c| model::letter(c).or_else(|| model::letter(super::letters::nearest(c)?));
        Inverse {
            exact: targets(exact),
            plain: targets(plain),
            letters: std::iter::once(0)
                .chain(table.alphabet.letters().map(|c| letter(c).unwrap_or(0)))
                .collect(),
            dotted: table.alphabet.id('ё'),
            handicaps: (0..table.rows.len()).map(|row| handicap(table, row)).collect(),
        }
    }
}

/// A row for ё loses where е is written the same, since the model does not tell ё from е; a row for a letter of the old
/// Russian orthography always does.
fn handicap(table: &Table, number: usize) -> f32 {
    let (row, alphabet) = (&table.rows[number], &table.alphabet);
    let single = |row: &Row, letter| row.source.len() == 1 && alphabet.id(letter) == Some(row.source[0]);
    let twin = |other: &Row| single(other, 'е') && other.target.lower.as_str() == row.target.lower.as_str();
    let old = "ѣіѳѵ".chars().any(|letter| single(row, letter));
    if old && alphabet.id('ё').is_some() && alphabet.id('ў').is_none() {
        OLD
    } else if single(row, 'ё') && table.rows.iter().any(twin) {
        DOTS
    } else {
        0.0
    }
}

/// The likeliest sources of a text; none if a word of it cannot have come from the table.
pub(super) fn invert(table: &Table, text: &str, limit: usize) -> Vec<Candidate> {
    invert_by(model::russian(), table, text, limit)
}

fn invert_by(model: &Model, table: &Table, text: &str, limit: usize) -> Vec<Candidate> {
    let mut whole = vec![Spelling {
        text: String::new(),
        chance: 0.0,
    }];
    let mut found = false;
    for piece in pieces(text) {
        if !piece.contains(|c: char| c.is_alphabetic()) {
            whole.iter_mut().for_each(|w| w.text.push_str(piece));
            continue;
        }
        let spellings = table.spellings(model, piece, limit.max(KEPT));
        if spellings.is_empty() {
            return Vec::new();
        }
        found = true;
        whole = joined(&whole, &spellings, limit.max(KEPT));
    }
    if found { scored(whole, limit) } else { Vec::new() }
}

/// Every beginning with every continuation, the likeliest of them.
fn joined(whole: &[Spelling], spellings: &[Spelling], limit: usize) -> Vec<Spelling> {
    let mut all = Vec::with_capacity(whole.len() * spellings.len());
    for beginning in whole {
        all.extend(spellings.iter().map(|word| Spelling {
            text: format!("{}{}", beginning.text, word.text),
            chance: beginning.chance + word.chance,
        }));
    }
    all.sort_by(|a, b| b.chance.total_cmp(&a.chance));
    all.truncate(limit);
    all
}

/// The candidates, with chances that add up to one over what was found.
fn scored(found: Vec<Spelling>, limit: usize) -> Vec<Candidate> {
    let best = found.first().map_or(0.0, |s| s.chance);
    let sum: f32 = found.iter().map(|s| (s.chance - best).exp()).sum();
    let candidates = found.into_iter().map(|s| Candidate {
        score: (s.chance - best).exp() / sum,
        text: s.text,
        basis: Basis::Rule,
    });
    candidates.take(limit).collect()
}

/// Words (letters with the signs that romanizations put between them) and what stands between words.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let inside = is_inside(first);
        let end = rest.find(|c| is_inside(c) != inside).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        rest = after;
        Some(piece)
    })
}

fn is_inside(c: char) -> bool {
    c.is_alphabetic() || is_combining_mark(c) || is_sign(c)
}

/// Apostrophes, primes, quotes and dots that stand for letters or part them.
fn is_sign(c: char) -> bool {
    matches!(
        c,
        '\'' | '"' | '`' | '·' | '´' | 'ʹ' | 'ʺ' | 'ʼ' | 'ʻ' | '‘'..='‟' | '′' | '″'
    )
}

/// A text in lower case with one sign for all single and one for all double primes.
fn exact(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase().replace('`', "'").replace("''", "\"");
    }
    let unified = text.nfc().flat_map(char::to_lowercase).map(|c| match c {
        '’' | 'ʹ' | '′' | 'ʼ' | '‘' | '`' | '´' | 'ʻ' => '\'',
        '”' | 'ʺ' | '″' | '“' => '"',
        c => c,
    });
    unified.nfc().collect::<String>().replace("''", "\"")
}

/// A text in lower case with nothing but its base letters.
fn plain(text: &str) -> String {
    if text.is_ascii() {
        let letters = text.chars().filter(|&c| !is_sign(c));
        return letters.map(|c| c.to_ascii_lowercase()).collect();
    }
    let letters = text.nfd().filter(|&c| !is_combining_mark(c) && !is_sign(c));
    letters.flat_map(char::to_lowercase).collect()
}

impl Table {
    /// The likeliest spellings of a word, in its letter case.
    fn spellings(&self, model: &Model, word: &str, limit: usize) -> Vec<Spelling> {
        if word.len() > LONGEST {
            return Vec::new();
        }
        let mut found = self.read_back(model, word, Closeness::Exact, limit);
        if found.is_empty() {
            found = self.read_back(model, word, Closeness::Plain, limit);
        }
        found
    }

    fn read_back(&self, model: &Model, word: &str, closeness: Closeness, limit: usize) -> Vec<Spelling> {
        let inverse = self.inverse();
        let (wanted, targets, key): (_, _, fn(&str) -> String) = match closeness {
            Closeness::Exact => (exact(word), &inverse.exact, exact),
            Closeness::Plain => (plain(word), &inverse.plain, plain),
        };
        let mut search = Search::new(self, inverse, model);
        let mut found: Vec<Spelling> = Vec::new();
        for partial in search.run(&wanted, targets) {
            if found.len() >= limit {
                break;
            }
            let lower = self.alphabet.text(&search.source(&partial));
            if self.convert(&lower).is_some_and(|again| key(&again) == wanted)
                && !found.iter().any(|s| s.text == lower)
            {
                found.push(Spelling {
                    text: lower,
                    chance: partial.chance,
                });
            }
        }
        found.iter_mut().for_each(|s| s.text = cased_like(&s.text, word));
        found
    }
}

/// A word in lower case, written with the capitals of another.
fn cased_like(lower: &str, model: &str) -> String {
    let mut letters = model.chars().filter(|c| c.is_alphabetic());
    let first = letters.next().is_some_and(char::is_uppercase);
    let mut rest = letters.peekable();
    if first && rest.peek().is_some() && rest.all(char::is_uppercase) {
        return lower.to_uppercase();
    }
    let mut chars = lower.chars();
    match chars.next() {
        Some(c) if first => c.to_uppercase().chain(chars).collect(),
        _ => lower.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::translit::{Method, system};

    /// One word in five, by its letters: not by chance, so that every run holds out the same ones.
    fn is_held_out(word: &str) -> bool {
        let lower = word.to_lowercase().replace('ё', "е");
        let hash = lower.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
        });
        (hash >> 32) % 5 == 0
    }

    /// Every word of the list that is a name of this kind.
    fn words(kind: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
        let names = model::rows().filter(move |(of, _)| *of == kind);
        names.flat_map(|(of, name)| name.split([' ', '-']).map(move |word| (of, word)))
    }

    /// The share of held-out words that are read back as they were, at first and among the first three.
    fn share(id: &str, kind: &str, model: &Model) -> (f32, f32) {
        let Some(Method::Table(table)) = system(id).map(|system| &system.method) else {
            panic!("{id} is a table");
        };
        let (mut all, mut first, mut three) = (0, 0, 0);
        for (_, word) in words(kind).filter(|(_, word)| is_held_out(word)) {
            let Some(latin) = table.convert(word) else {
                continue;
            };
            let found = invert_by(model, table, &latin, 3);
            all += 1;
            first += usize::from(found.first().is_some_and(|best| best.text == word));
            three += usize::from(found.iter().any(|candidate| candidate.text == word));
        }
        (first as f32 / all as f32, three as f32 / all as f32)
    }

    /// The honest figure for names that nobody has told the model: it learns four fifths of the words and reads back the
    /// others. `cargo test --lib unseen -- --nocapture` prints the table of docs/systems.md.
    #[expect(
        clippy::print_stdout,
        reason = "the figures are wanted, not only whether they are high enough"
    )]
    #[test]
    fn unseen_names_are_read_back() {
        let kinds = ["place", "surname", "given", "patronymic"];
        let seen = kinds
            .into_iter()
            .flat_map(words)
            .filter(|(_, word)| !is_held_out(word));
        let model = Model::learn(seen);
        for id in ["wikipedia", "bgn-pcgn-simplified", "german", "french"] {
            for (kind, least) in [("place", 0.8), ("surname", 0.9)] {
                let (first, three) = share(id, kind, &model);
                println!("{id} {kind}: first {first:.3}, first three {three:.3}");
                assert!(first >= least, "{id} {kind}: {first}");
            }
        }
    }
}
