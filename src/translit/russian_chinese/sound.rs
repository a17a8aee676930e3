//! Letters to characters by sound: the longest row that fits wins, letter by letter.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::translit::han::rows;

/// What must follow the letters of a row.
#[derive(Clone, Copy)]
enum After {
    Anything,
    End,
    Vowel,
    NoVowel,
    Letters(&'static str),
}

#[derive(Clone, Copy)]
struct Row {
    at_start: bool,
    after: After,
    /// The last letter is read again before a vowel.
    again: bool,
    target: &'static str,
    others: &'static [(u32, &'static str)],
}

/// A tree over the letters of all rows.
pub(super) struct Rows {
    nodes: Vec<Node>,
}

#[derive(Default)]
struct Node {
    next: Vec<(char, u32)>,
    rows: Vec<Row>,
}

/// Characters for a run of letters, and what else writers use for it, with costs.
#[derive(Clone, Copy)]
pub(super) struct Sound {
    pub(super) characters: &'static str,
    pub(super) others: &'static [(u32, &'static str)],
}

/// The rows for places and those for persons.
pub(super) static PLACES: LazyLock<Rows> = LazyLock::new(|| Rows::new(true));
pub(super) static PERSONS: LazyLock<Rows> = LazyLock::new(|| Rows::new(false));

impl Rows {
    fn new(places: bool) -> Rows {
        let mut tree = Rows {
            nodes: vec![Node::default()],
        };
        if places {
            for [source, class, target] in cells(include_str!("parts.csv")) {
                let after = if class == "$stem" {
                    After::End
                } else {
                    After::Anything
                };
                if class == "stem" || class == "$stem" {
                    tree.add(
                        source,
                        Row {
                            at_start: true,
                            after,
                            again: false,
                            target,
                            others: &[],
                        },
                    );
                }
            }
        }
        for [source, after, target, again] in cells(include_str!("names.csv")) {
            tree.add(
                source,
                Row {
                    at_start: true,
                    after: self::after(after),
                    again: again == "1",
                    target,
                    others: &[],
                },
            );
        }
        for [before, source, after, target] in cells(include_str!("rules.csv")) {
            tree.add(
                source,
                Row {
                    at_start: before == "^",
                    after: self::after(after),
                    again: false,
                    target,
                    others: &[],
                },
            );
        }
        for [source, after, target] in cells(include_str!("table.csv")) {
            tree.add(
                source,
                Row {
                    at_start: false,
                    after: self::after(after),
                    again: false,
                    target,
                    others: &[],
                },
            );
        }
        tree
    }

    fn add(&mut self, source: &'static str, mut row: Row) {
        row.others = OTHERS.get(&(source, row.target)).map_or(&[], Vec::as_slice);
        let mut node = 0;
        for letter in letters(source) {
            node = match self.nodes[node].next.iter().find(|(c, _)| *c == letter) {
                Some((_, child)) => *child as usize,
                None => {
                    self.nodes.push(Node::default());
                    let child = self.nodes.len() - 1;
                    self.nodes[node].next.push((letter, child as u32));
                    child
                }
            };
        }
        // What asks for certain letters goes before what takes any.
        let rows = &mut self.nodes[node].rows;
        let at = match row.after {
            After::Anything => rows.len(),
            _ => rows
                .iter()
                .position(|row| matches!(row.after, After::Anything))
                .unwrap_or(rows.len()),
        };
        rows.insert(at, row);
    }

    /// The row to use at a letter, and how many letters it takes.
    fn longest(&self, letters: &[char], at: usize) -> Option<(usize, Row)> {
        let mut node = 0;
        let mut found = None;
        for end in at..letters.len() {
            let Some((_, child)) = self.nodes[node].next.iter().find(|(c, _)| *c == letters[end]) else {
                break;
            };
            node = *child as usize;
            let rest = &letters[end + 1..];
            if closes_syllable(letters[end], rest) && end > at {
                continue;
            }
            if let Some(row) = self.nodes[node].rows.iter().find(|row| row.fits(at == 0, rest)) {
                let again = row.again && rest.first().is_some_and(is_vowel);
                found = Some((end + 1 - at - usize::from(again), *row));
            }
        }
        found.filter(|(length, _)| *length > 0)
    }

    /// Reads a word; `None` if a letter is none of Russian.
    pub(super) fn read(&self, letters: &[char]) -> Option<Vec<Sound>> {
        let mut sounds = Vec::with_capacity(letters.len());
        let mut at = 0;
        while at < letters.len() {
            let (length, row) = self.longest(letters, at)?;
            sounds.push(Sound {
                characters: row.target,
                others: row.others,
            });
            at += length;
        }
        Some(sounds)
    }
}

impl Row {
    fn fits(&self, start: bool, rest: &[char]) -> bool {
        let next = rest.first();
        (start || !self.at_start)
            && match self.after {
                After::Anything => true,
                After::End => next.is_none(),
                After::Vowel => next.is_some_and(is_vowel),
                After::NoVowel => !next.is_some_and(|c| is_vowel(c) || matches!(c, 'й' | 'ь')),
                After::Letters(letters) => letters.chars().zip(0..).all(|(c, at)| rest.get(at) == Some(&c)),
            }
    }
}

fn after(cell: &'static str) -> After {
    match cell {
        "" => After::Anything,
        "$" => After::End,
        "V" => After::Vowel,
        "C" => After::NoVowel,
        letters => After::Letters(letters),
    }
}

/// и before a н that closes its syllable belongs to ин, not to the vowel before it: Заинск is 扎因斯克.
fn closes_syllable(letter: char, rest: &[char]) -> bool {
    letter == 'и'
        && rest.first() == Some(&'н')
        && !rest.get(1).is_some_and(|c| is_vowel(c) || matches!(c, 'й' | 'ь'))
}

fn is_vowel(c: &char) -> bool {
    matches!(c, 'а' | 'е' | 'ё' | 'и' | 'о' | 'у' | 'ы' | 'э' | 'ю' | 'я')
}

/// The first cells of every row of a table.
pub(super) fn cells<const N: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    rows(table).map(|row| {
        let mut cells = row.split(',');
        [(); N].map(|()| cells.next().unwrap_or(""))
    })
}

/// The letters of a word as the table wants them: lower case, a doubled letter once (but нн twice), м before б and п as н, нь
/// without ь where it closes a syllable.
pub(super) fn letters(word: &str) -> Vec<char> {
    let lower: Vec<char> = word.chars().flat_map(lower).filter(|c| !is_mark(*c)).collect();
    let mut letters: Vec<char> = Vec::with_capacity(lower.len());
    for (at, &c) in lower.iter().enumerate() {
        let last = letters.last().copied();
        let next = lower.get(at + 1);
        let doubled = last == Some(c) && c != 'н';
        let closing = c == 'ь' && last == Some('н') && !next.is_some_and(is_vowel) && letters.len() > 1;
        match (last, c, next) {
            _ if doubled || closing => {}
            (Some('д'), 'т', _) => {
                letters.pop();
                letters.push('т');
            }
            (Some(before), 'м', Some('б' | 'п')) if is_vowel(&before) => letters.push('н'),
            _ => letters.push(c),
        }
    }
    letters
}

/// A letter in lower case: those of Russian without a look into the tables of Unicode.
pub(super) fn lower(c: char) -> impl Iterator<Item = char> {
    let russian = match c {
        'а'..='я' | 'ё' => Some(c),
        'А'..='Я' => char::from_u32(c as u32 + 0x20),
        _ => None,
    };
    let other = russian.is_none().then(|| c.to_lowercase());
    russian.into_iter().chain(other.into_iter().flatten())
}

/// Stress marks and their like.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// By letters and their character in table 1: costs and characters.
type Others = HashMap<(&'static str, &'static str), Vec<(u32, &'static str)>>;

/// Other characters that writers use for the same letters, with their costs.
static OTHERS: LazyLock<Others> = LazyLock::new(|| {
    let mut others = Others::new();
    for [source, target, other, cost] in cells(include_str!("others.csv")) {
        let cost = cost.parse().unwrap_or(RARE);
        others.entry((source, target)).or_default().push((cost, other));
    }
    others
});

/// The cost of what is hardly ever used.
const RARE: u32 = 14;
