//! How far apart two spellings are, counted in slips of the pen and in habits of spelling systems.

use std::collections::HashMap;
use std::sync::LazyLock;

/// The cheapest way from one spelling to another.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Slip {
    /// The sum of the costs of its steps; 1 is one plain wrong letter.
    pub cost: f32,
    /// The dearest step.
    pub kind: SlipKind,
    /// How many characters lie before the first step.
    pub at: usize,
    /// How many characters of the longer spelling lie after the last step.
    pub left: usize,
    /// How many steps there are.
    pub steps: usize,
}

/// What happened in a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum SlipKind {
    /// Two systems or languages write one sound in two ways (`w` and `v`, `sch` and `sh`).
    System,
    /// A letter stands twice, or once where it should stand twice.
    Double,
    /// Two neighbours changed places.
    Transposed,
    /// One vowel instead of another.
    Vowel,
    /// A key beside the right one was hit.
    Neighbour,
    /// A letter is missing or too many.
    Dropped,
    /// Another letter.
    Other,
}

impl SlipKind {
    /// The word for it among the observations.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            SlipKind::System => "system",
            SlipKind::Double => "double",
            SlipKind::Transposed => "transposed",
            SlipKind::Vowel => "vowel",
            SlipKind::Neighbour => "neighbour",
            SlipKind::Dropped => "dropped",
            SlipKind::Other => "other",
        }
    }

    const fn cost(self) -> f32 {
        match self {
            SlipKind::System => 0.5,
            SlipKind::Double => 0.6,
            SlipKind::Transposed => 0.8,
            SlipKind::Vowel => 0.9,
            SlipKind::Neighbour => 0.95,
            SlipKind::Dropped => 1.0,
            SlipKind::Other => 1.2,
        }
    }
}

impl Slip {
    /// One sound in the letters of another system.
    pub(crate) const fn of_a_system() -> Slip {
        Slip {
            cost: SlipKind::System.cost(),
            kind: SlipKind::System,
            at: 1,
            left: 1,
            steps: 1,
        }
    }
}

/// The most that two spellings may differ by.
const MOST: f32 = 2.0;

/// Longer rows of letters are no names, and their table would be large.
pub(super) const LONGEST: usize = 100;

/// The cheapest way between two folded spellings of at most `LONGEST` letters, if it costs at most `MOST` and anything at all.
pub(crate) fn slip(a: &str, b: &str) -> Option<Slip> {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a == b || a.len().abs_diff(b.len()) > 4 || a.len().max(b.len()) > LONGEST {
        return None;
    }
    let table = Table::fill(&a, &b);
    let slip = table.trace(a.len(), b.len());
    (slip.cost <= MOST).then_some(slip)
}

/// A step that ends at a place of the table: how much of each spelling it takes.
#[derive(Clone, Copy)]
struct Step {
    total: f32,
    from: (usize, usize),
    kind: Option<SlipKind>,
}

struct Table {
    width: usize,
    cells: Vec<Step>,
}

impl Table {
    fn fill(a: &[char], b: &[char]) -> Table {
        let width = b.len() + 1;
        let far = Step {
            total: f32::MAX,
            from: (0, 0),
            kind: None,
        };
        let mut table = Table {
            width,
            cells: vec![far; (a.len() + 1) * width],
        };
        table.cells[0].total = 0.0;
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                if table.cells[i * width + j].total <= MOST {
                    table.extend(a, b, i, j);
                }
            }
        }
        table
    }

    /// All steps that begin at a place.
    fn extend(&mut self, a: &[char], b: &[char], i: usize, j: usize) {
        let (rest_a, rest_b) = (&a[i..], &b[j..]);
        if let (Some(x), Some(y)) = (rest_a.first(), rest_b.first()) {
            self.put((i, j), (1, 1), (x != y).then(|| substitution(*x, *y)));
        }
        if let (&[x, y, ..], &[u, v, ..]) = (rest_a, rest_b)
            && x == v
            && y == u
            && x != y
        {
            self.put((i, j), (2, 2), Some(SlipKind::Transposed));
        }
        if let Some(&x) = rest_a.first() {
            self.put(
                (i, j),
                (1, 0),
                Some(omission(x, i.checked_sub(1).map(|p| a[p]), rest_a.get(1))),
            );
        }
        if let Some(&y) = rest_b.first() {
            self.put(
                (i, j),
                (0, 1),
                Some(omission(y, j.checked_sub(1).map(|p| b[p]), rest_b.get(1))),
            );
        }
        for (left, right) in habits(rest_a) {
            if rest_b.starts_with(right) {
                self.put((i, j), (left.len(), right.len()), Some(SlipKind::System));
            }
        }
    }

    fn put(&mut self, from: (usize, usize), taken: (usize, usize), kind: Option<SlipKind>) {
        let total = self.cells[from.0 * self.width + from.1].total + kind.map_or(0.0, SlipKind::cost);
        let cell = &mut self.cells[(from.0 + taken.0) * self.width + from.1 + taken.1];
        if total < cell.total {
            *cell = Step { total, from, kind };
        }
    }

    fn trace(&self, a: usize, b: usize) -> Slip {
        let end = self.cells[a * self.width + b];
        let mut slip = Slip {
            cost: end.total,
            kind: SlipKind::System,
            at: 0,
            left: 0,
            steps: 0,
        };
        let (mut i, mut j) = (a, b);
        while (i, j) != (0, 0) && end.total < f32::MAX {
            let step = self.cells[i * self.width + j];
            if let Some(kind) = step.kind {
                if slip.steps == 0 {
                    slip.left = (a - i).max(b - j);
                }
                slip.steps += 1;
                slip.kind = slip.kind.max(kind);
                slip.at = step.from.0.min(step.from.1);
            }
            (i, j) = step.from;
        }
        slip
    }
}

fn substitution(x: char, y: char) -> SlipKind {
    if is_vowel(x) && is_vowel(y) {
        SlipKind::Vowel
    } else if neighbours(x).is_some_and(|near| near.contains(y)) {
        SlipKind::Neighbour
    } else {
        SlipKind::Other
    }
}

fn omission(c: char, before: Option<char>, after: Option<&char>) -> SlipKind {
    if before == Some(c) || after == Some(&c) {
        SlipKind::Double
    } else {
        SlipKind::Dropped
    }
}

fn is_vowel(c: char) -> bool {
    "aeiouyаеиоуыэюя".contains(c)
}

/// The keys beside a key, on the English and the Russian keyboard.
fn neighbours(c: char) -> Option<&'static str> {
    static KEYS: LazyLock<HashMap<char, &'static str>> = LazyLock::new(|| {
        rows(include_str!("keyboards.csv"))
            .filter_map(|(key, near)| Some((key.chars().next()?, near)))
            .collect()
    });
    KEYS.get(&c).copied()
}

type Habit = (Vec<char>, Vec<char>);

/// The spellings that begin a rest of a word and have another spelling in some system.
fn habits(rest: &[char]) -> impl Iterator<Item = &'static Habit> + '_ {
    static HABITS: LazyLock<HashMap<char, Vec<Habit>>> = LazyLock::new(|| {
        let mut habits: HashMap<char, Vec<Habit>> = HashMap::new();
        for (one, other) in rows(include_str!("habits.csv")) {
            for (from, to) in [(one, other), (other, one)] {
                if let Some(first) = from.chars().next() {
                    habits
                        .entry(first)
                        .or_default()
                        .push((from.chars().collect(), to.chars().collect()));
                }
            }
        }
        habits
    });
    let own = rest.first().and_then(|c| HABITS.get(c));
    own.into_iter()
        .flatten()
        .filter(move |(from, _)| rest.starts_with(from))
}

fn rows(csv: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    csv.lines()
        .filter(|row| !row.starts_with('#'))
        .skip(1)
        .filter_map(|row| row.split_once(','))
}
