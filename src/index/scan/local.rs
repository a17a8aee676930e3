//! The folded text from one place on, as far as somebody reads it.

use crate::index::layer::Layer;
use crate::text::Folded;

/// So many bytes hold the two characters that tell whether a name may end before them.
const TWO_CHARACTERS: usize = 9;

/// Where a name may end, with its layer and value.
pub(in crate::index) type End = (usize, usize, u64);

/// The folded text from one place on. Its room is used again for the next place.
#[derive(Default)]
pub(in crate::index) struct Local {
    folded: Folded,
    /// The byte of the text that is folded next.
    next: usize,
    is_whole: bool,
}

impl Local {
    /// Begins anew at a byte of the text.
    pub(in crate::index) fn restart(&mut self, at: usize) {
        self.folded.key.clear();
        self.folded.starts.clear();
        self.next = at;
        self.is_whole = false;
    }

    /// The folded text, at least two characters longer than every end that was found.
    pub(in crate::index) fn folded(&self) -> &Folded {
        &self.folded
    }

    /// Folds on until so many bytes are there that nothing changes any more, or the text ends.
    fn fold_to(&mut self, text: &str, length: usize) {
        while !self.is_whole && self.settled() < length {
            match text[self.next..].chars().next() {
                Some(c) => {
                    self.folded.push(c, self.next as u32);
                    self.next += c.len_utf8();
                }
                None => {
                    self.folded.close(text.len());
                    self.is_whole = true;
                }
            }
        }
    }

    /// How many bytes no later character changes: a breve changes a last `и`, the end and a Chinese character a last space.
    fn settled(&self) -> usize {
        let key = self.folded.key.as_bytes();
        match key {
            _ if self.is_whole => key.len(),
            [.., b' '] => key.len() - 1,
            [.., 0xd0, 0xb8] => key.len() - 2,
            _ => key.len(),
        }
    }

    /// Adds where names of a layer end that begin at a byte of the folded text.
    pub(in crate::index) fn walk(
        &mut self,
        text: &str,
        skip: usize,
        layer: &Layer,
        at: usize,
        ends: &mut Vec<End>,
    ) {
        let fst = layer.fst();
        let mut node = fst.root();
        let mut output = fst::raw::Output::zero();
        let mut length = skip;
        loop {
            if length >= self.settled() {
                self.fold_to(text, length + 1);
            }
            let Some(&byte) = self.folded.key.as_bytes().get(length) else {
                return;
            };
            let Some(next) = node.find_input(byte) else { return };
            let transition = node.transition(next);
            output = output.cat(transition.out);
            node = fst.node(transition.addr);
            length += 1;
            if node.is_final() {
                self.fold_to(text, length + TWO_CHARACTERS);
                ends.push((length, at, output.cat(node.final_output()).value()));
            }
        }
    }
}
