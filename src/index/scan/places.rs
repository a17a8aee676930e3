//! The places of a text where a name of some tables may begin, with what begins there.

use super::Start;
use super::chunk::Chunk;
use super::table::{Table, View};
use super::walk::{Ending, Walk};

/// The tables of all layers.
pub(in crate::index) struct Tables<'a>(Vec<View<'a>>);

impl<'a> Tables<'a> {
    /// The tables of each layer, the lowest first; none if one has none.
    pub(in crate::index) fn new(tables: impl Iterator<Item = Option<&'a Table>>) -> Option<Tables<'a>> {
        tables
            .map(|table| Some(table?.view()))
            .collect::<Option<_>>()
            .map(Tables)
    }
}

/// What is found in a text by tables.
pub(in crate::index) struct Places<'a> {
    text: &'a str,
    tables: &'a Tables<'a>,
    chunk: Box<Chunk>,
    walk: Walk,
}

/// A place where names begin, or may begin.
pub(in crate::index) enum Place<'e> {
    /// All names that begin at a byte of the text.
    Known(usize, &'e mut Vec<Ending>),
    /// A place where the text has to be folded to know them.
    Odd(Start),
}

impl<'a> Places<'a> {
    pub(in crate::index) fn new(text: &'a str, tables: &'a Tables<'a>) -> Places<'a> {
        Places {
            text,
            tables,
            chunk: Chunk::new(),
            walk: Walk::default(),
        }
    }

    /// Calls `visit` with the places in order. It answers from where on, and within what a character there is folded to, it wants to see more.
    pub(in crate::index) fn each(mut self, mut visit: impl FnMut(Place<'_>) -> (usize, usize)) {
        let mut ends = Vec::new();
        let (mut from, mut wanted) = (0, (0, 0));
        while from < self.text.len() {
            let end = self.chunk.read(self.text, from, &self.tables.0);
            let mut within = self.chunk.within.iter().copied().peekable();
            for at in self.chunk.hits().map(|at| from + at) {
                while let Some(start) = within.next_if(|start| start.at < at) {
                    if (start.at, start.skip) >= wanted {
                        wanted = wanted.max(visit(Place::Odd(start)));
                    }
                }
                if (at, 0) < wanted {
                    continue;
                }
                ends.clear();
                let views = self.tables.0.iter().enumerate();
                let walk = &mut self.walk;
                let mut views = views.map(|(layer, view)| walk.names(self.text, at, view, layer, &mut ends));
                let is_known = views.all(|known| known);
                drop(views);
                if !is_known {
                    wanted = wanted.max(visit(Place::Odd(Start { at, skip: 0 })));
                } else if !ends.is_empty() {
                    wanted = wanted.max(visit(Place::Known(at, &mut ends)));
                }
            }
            for start in within {
                if (start.at, start.skip) >= wanted {
                    wanted = wanted.max(visit(Place::Odd(start)));
                }
            }
            from = end;
        }
    }
}
