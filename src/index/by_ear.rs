//! Spellings that sound like the one that was asked for: `Martinik` and Martinique.

use std::sync::LazyLock;

use fst::raw::Fst;

use super::Block;
use super::layer::Layer;
use super::place::Place;

/// A row of `by_ear.csv`, read in one direction.
struct Habit {
    from: &'static str,
    to: &'static str,
    /// Whether only the end of a word is spelt so.
    at_end: bool,
}

static HABITS: LazyLock<Vec<Habit>> = LazyLock::new(|| {
    let rows = include_str!("by_ear.csv").lines();
    let rows = rows.filter(|row| !row.starts_with('#')).skip(1);
    rows.flat_map(|row| {
        let cells: Vec<&'static str> = row.split(',').collect();
        let at_end = cells[2] == "end";
        [(cells[0], cells[1]), (cells[1], cells[0])].map(|(from, to)| Habit { from, to, at_end })
    })
    .collect()
});

/// So many sounds may be spelt otherwise.
const MOST: usize = 3;

/// So many letters may be missing at the end.
const MOST_MISSING: usize = 2;

/// Shorter spellings sound like too many others.
const SHORTEST: usize = 5;

/// Longer ones are no names: the walk goes as deep as the spelling is long.
const LONGEST: usize = 100;

/// A spelling that sounds alike: how many of its sounds are spelt otherwise, and how many letters are missing at the end.
pub(super) struct Heard {
    pub(super) respelt: usize,
    pub(super) missing: usize,
    pub(super) value: u64,
}

/// Gives the spellings of a layer that sound like the wanted one, which is folded, and are not the wanted one.
pub(super) fn run(layer: &Layer, wanted: &str, found: &mut dyn FnMut(Heard)) {
    if !(SHORTEST..=LONGEST).contains(&wanted.chars().count()) {
        return;
    }
    let fst = layer.fst();
    Walk { fst, wanted, found }.go(Place::root(fst), 0, 0);
}

struct Walk<'a> {
    fst: &'a Fst<Block>,
    wanted: &'a str,
    found: &'a mut dyn FnMut(Heard),
}

impl Walk<'_> {
    /// Goes on from a byte of the wanted spelling with so many sounds spelt otherwise.
    fn go(&mut self, place: Place, at: usize, respelt: usize) {
        let wanted = self.wanted;
        let rest = &wanted[at..];
        let Some(c) = rest.chars().next() else {
            if respelt > 0 {
                self.finish(place, respelt, 0, &mut Vec::new());
            }
            return;
        };
        self.step(place, &rest[..c.len_utf8()], at + c.len_utf8(), respelt);
        if respelt == MOST {
            return;
        }
        for habit in HABITS.iter().filter(|habit| rest.starts_with(habit.from)) {
            let next = at + habit.from.len();
            let ends = wanted[next..].is_empty() || wanted[next..].starts_with(' ');
            if ends || !habit.at_end {
                self.step(place, habit.to, next, respelt + 1);
            }
        }
    }

    /// Follows letters in the map and goes on behind them.
    fn step(&mut self, place: Place, letters: &str, next: usize, respelt: usize) {
        if let Some(place) = place.follow(self.fst, letters) {
            self.go(place, next, respelt);
        }
    }

    /// Takes the spelling that ends here, and those that have a letter or two more; `bytes` are those of a letter begun.
    fn finish(&mut self, place: Place, respelt: usize, missing: usize, bytes: &mut Vec<u8>) {
        if let (true, Some(value)) = (bytes.is_empty(), place.value(self.fst)) {
            (self.found)(Heard {
                respelt,
                missing,
                value,
            });
        }
        if bytes.is_empty() && missing == MOST_MISSING {
            return;
        }
        for transition in self.fst.node(place.addr).transitions() {
            let next = place.behind(transition);
            bytes.push(transition.inp);
            match std::str::from_utf8(bytes) {
                Ok(_) => self.finish(next, respelt, missing + 1, &mut Vec::new()),
                Err(_) => self.finish(next, respelt, missing, bytes),
            }
            bytes.pop();
        }
    }
}
