//! Nodes that were written already, which need not be written again.

use super::{END, Node};

/// Nodes that were written, each in one of two places, which its contents point to: the later of two keeps the earlier away.
pub(super) struct Seen {
    /// Nodes of one way without an output: the way, and the address.
    one: Vec<(u64, u64)>,
    /// Others: a hash, the node, and the address.
    many: Vec<(u64, Node, usize)>,
}

impl Seen {
    /// Room enough that of a million names hardly any node is forgotten, and little enough to stay near the processor.
    const MOST: usize = 1 << 16;
    const LEAST: usize = 1 << 8;

    pub(super) fn new(keys: usize) -> Seen {
        let places = keys.next_power_of_two().clamp(Seen::LEAST, Seen::MOST);
        let mut many = Vec::new();
        many.resize_with(places / 4, || (0, Node::default(), END));
        Seen {
            one: vec![(u64::MAX, 0); places],
            many,
        }
    }

    pub(super) fn place_of_one(&self, key: u64) -> usize {
        mixed(key) as usize & (self.one.len() - 2)
    }

    pub(super) fn find_one(&mut self, place: usize, key: u64) -> Option<usize> {
        let [first, second] = &mut self.one[place..place + 2] else {
            return None;
        };
        if second.0 == key {
            std::mem::swap(first, second);
        }
        (first.0 == key).then_some(first.1 as usize)
    }

    pub(super) fn keep_one(&mut self, place: usize, key: u64, address: usize) {
        self.one[place + 1] = self.one[place];
        self.one[place] = (key, address as u64);
    }

    pub(super) fn find(&mut self, hash: u64, node: &Node) -> Option<usize> {
        let place = hash as usize & (self.many.len() - 2);
        let is_same = |at: &usize| {
            let (known, kept, address) = &self.many[*at];
            *known == hash && *address != END && kept.is(node)
        };
        let at = [place, place + 1].into_iter().find(is_same)?;
        self.many.swap(place, at);
        Some(self.many[place].2)
    }

    pub(super) fn keep(&mut self, hash: u64, node: &Node, address: usize) {
        let place = hash as usize & (self.many.len() - 2);
        self.many.swap(place, place + 1);
        let (known, kept, at) = &mut self.many[place];
        kept.is_final = node.is_final;
        kept.final_output = node.final_output;
        kept.ways.clone_from(&node.ways);
        (*known, *at) = (hash, address);
    }
}

/// Spreads the bits of a number.
pub(super) fn mixed(number: u64) -> u64 {
    let product = number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    product ^ product >> 32
}
