//! Where a walk stands in a map.

use fst::raw::{CompiledAddr, Fst, Output, Transition};

use super::Block;

/// A place in a map: a node, and what the way to it has put out.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) addr: CompiledAddr,
    output: Output,
}

impl Place {
    /// Where all walks begin.
    pub(super) fn root(fst: &Fst<Block>) -> Place {
        Place {
            addr: fst.root().addr(),
            output: Output::zero(),
        }
    }

    /// The place behind a way out of this one.
    pub(super) fn behind(self, way: Transition) -> Place {
        Place {
            addr: way.addr,
            output: self.output.cat(way.out),
        }
    }

    /// The place behind some letters, if the map has them here.
    pub(super) fn follow(mut self, fst: &Fst<Block>, letters: &str) -> Option<Place> {
        for byte in letters.bytes() {
            let node = fst.node(self.addr);
            self = self.behind(node.transition(node.find_input(byte)?));
        }
        Some(self)
    }

    /// The value of the key that ends here, if one does.
    pub(super) fn value(self, fst: &Fst<Block>) -> Option<u64> {
        let node = fst.node(self.addr);
        node.is_final()
            .then(|| self.output.cat(node.final_output()).value())
    }
}
