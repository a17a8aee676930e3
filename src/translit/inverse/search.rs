//! A beam search for the sources of a word, over the rows of a table.

use super::Inverse;
use crate::translit::letters::EDGE;
use crate::translit::model::{Model, Past};
use crate::translit::table::Table;

/// How many partial spellings are followed at each place.
const WIDTH: usize = 48;

/// A spelling so far: its last step, and how likely it is.
#[derive(Clone, Copy)]
pub(super) struct Partial {
    /// The number of its last step in the search.
    step: usize,
    /// Its last letter, or the edge.
    last: u8,
    past: Past,
    pub(super) chance: f32,
    row: Option<usize>,
}

/// One row more than in the step before.
struct Step {
    before: usize,
    row: usize,
}

/// A search for the sources of a word.
pub(super) struct Search<'a> {
    table: &'a Table,
    inverse: &'a Inverse,
    model: &'a Model,
    /// The rows that were taken, each with the step before it. The first one is the beginning, and has no row.
    steps: Vec<Step>,
}

impl<'a> Search<'a> {
    pub(super) fn new(table: &'a Table, inverse: &'a Inverse, model: &'a Model) -> Search<'a> {
        Search {
            table,
            inverse,
            model,
            steps: Vec::new(),
        }
    }

    /// All the ways to the end of the word that the beam has kept, likeliest first.
    pub(super) fn run(&mut self, wanted: &str, targets: &[String]) -> Vec<Partial> {
        self.steps.push(Step { before: 0, row: 0 });
        let start = Partial {
            step: 0,
            last: EDGE,
            past: Past::default(),
            chance: 0.0,
            row: None,
        };
        let silent: Vec<usize> = (0..targets.len())
            .filter(|&number| targets[number].is_empty())
            .collect();
        let mut beams: Vec<Vec<Partial>> = vec![Vec::new(); wanted.len() + 1];
        beams[0].push(start);
        let mut fitting: Vec<usize> = Vec::new();
        for at in 0..=wanted.len() {
            let mut beam = std::mem::take(&mut beams[at]);
            if beam.is_empty() {
                continue;
            }
            prune(&mut beam);
            // Letters that leave no trace in the target.
            for number in 0..beam.len() {
                let partial = beam[number];
                beam.extend(silent.iter().filter_map(|&row| self.extended(&partial, row)));
            }
            if at == wanted.len() {
                return self.ended(beam);
            }
            let rest = &wanted[at..];
            let fits = |target: &String| !target.is_empty() && rest.starts_with(target.as_str());
            fitting.clear();
            fitting.extend((0..targets.len()).filter(|&number| fits(&targets[number])));
            for partial in &beam {
                for &number in &fitting {
                    beams[at + targets[number].len()].extend(self.extended(partial, number));
                }
            }
        }
        Vec::new()
    }

    /// A spelling with the letters of one more row, if the contexts of both rows allow it.
    fn extended(&mut self, partial: &Partial, number: usize) -> Option<Partial> {
        let rows = &self.table.rows;
        let row = &rows[number];
        let allowed = partial
            .row
            .is_none_or(|last| rows[last].after.contains(row.source[0]));
        if !allowed || !row.before.contains(partial.last) {
            return None;
        }
        let mut longer = *partial;
        longer.row = Some(number);
        longer.chance += self.inverse.handicaps[number];
        for &id in &row.source {
            let letter = self.inverse.letters[usize::from(id)];
            longer.chance += self.model.follows(longer.past, letter);
            if self.inverse.dotted == Some(id) {
                longer.chance += longer.past.dotted();
            }
            longer.past.push(letter);
            longer.last = id;
        }
        longer.step = self.steps.len();
        self.steps.push(Step {
            before: partial.step,
            row: number,
        });
        Some(longer)
    }

    /// The letters of a spelling.
    pub(super) fn source(&self, partial: &Partial) -> Vec<u8> {
        let mut rows = Vec::new();
        let mut step = partial.step;
        while step != 0 {
            rows.push(self.steps[step].row);
            step = self.steps[step].before;
        }
        let sources = rows.iter().rev().map(|&row| &self.table.rows[row].source[..]);
        sources.collect::<Vec<&[u8]>>().concat()
    }

    fn ended(&self, beam: Vec<Partial>) -> Vec<Partial> {
        let mut ended: Vec<Partial> = beam
            .into_iter()
            .filter(|p| p.row.is_some_and(|row| self.table.rows[row].after.contains(EDGE)))
            .map(|p| Partial {
                chance: p.chance + self.model.follows(p.past, 0),
                ..p
            })
            .collect();
        ended.sort_by(|a, b| b.chance.total_cmp(&a.chance));
        ended
    }
}

/// Keeps the likeliest.
fn prune(beam: &mut Vec<Partial>) {
    if beam.len() > WIDTH {
        beam.select_nth_unstable_by(WIDTH, |a, b| b.chance.total_cmp(&a.chance));
        beam.truncate(WIDTH);
    }
}
