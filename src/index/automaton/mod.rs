//! Writing a finite-state map: the bytes that the `fst` crate reads, in a fraction of its own writer's time.
//!
//! Written is version 2 of its format, which differs from version 3 in that it has no checksum: a layer has one over all its
//! sections. Nodes are written from the ends of the keys on, and one that was written lately is used again for every part of
//! the map that is the same; the crate's writer makes room for each of them anew and adds to its checksum byte by byte.

mod seen;

use seen::{Seen, mixed};

const VERSION: u64 = 2;

/// Where nodes begin: after the version, the type, and as many zeros as the smallest map needs to be read.
const FIRST: usize = 16 + 4;

/// The address of the node that is final and goes no further, which is never written.
const END: usize = 0;

/// More ways than this have an index by byte.
const INDEXED: usize = 32;

/// The bytes that a node of one way holds in its head, by their number from 1.
const COMMON: &[u8; 63] = b"te/oasripcnw.hlm-du012g=:bf3y5&_4v9678k%?xCDASFIBEjPTzRNM+LOqHG";

/// For every byte, its number in [`COMMON`]; 0 for none.
const COMMON_NUMBER: [u8; 256] = {
    let mut numbers = [0; 256];
    let mut at = 0;
    while at < COMMON.len() {
        numbers[COMMON[at] as usize] = at as u8 + 1;
        at += 1;
    }
    numbers
};

/// A map that grows key by key.
pub(super) struct Writer {
    bytes: Vec<u8>,
    /// The nodes along the last key; of the others beyond `depth` only the room is used again.
    nodes: Vec<Node>,
    depth: usize,
    /// The address of the node that was written last.
    last: usize,
    count: u64,
    seen: Seen,
}

/// A node that still grows.
#[derive(Default)]
struct Node {
    is_final: bool,
    final_output: u64,
    ways: Vec<Way>,
    /// The byte and the output of the way to the next node of the last key, which has no address yet.
    open: (u8, u64),
}

#[derive(Clone, Copy, PartialEq, Eq, Default)]
struct Way {
    byte: u8,
    output: u64,
    to: usize,
}

impl Writer {
    /// A map of about so many keys.
    pub(super) fn new(keys: usize) -> Writer {
        let mut bytes = Vec::with_capacity(FIRST + keys * 8);
        bytes.extend(VERSION.to_le_bytes());
        bytes.resize(FIRST, 0);
        Writer {
            bytes,
            nodes: vec![Node::default()],
            depth: 0,
            last: usize::MAX,
            count: 0,
            seen: Seen::new(keys),
        }
    }

    /// Adds a key, which comes after all before it.
    pub(super) fn insert(&mut self, key: &[u8], value: u64) {
        let (shared, value) = self.share(key, value);
        self.close(shared);
        self.count += 1;
        let Some((&first, rest)) = key[shared..].split_first() else {
            // Only the empty key, which comes first, adds no byte.
            self.nodes[0].is_final = true;
            self.nodes[0].final_output = value;
            return;
        };
        self.nodes[shared].open = (first, value);
        for (depth, &byte) in (shared + 1..).zip(rest) {
            self.node(depth).open = (byte, 0);
        }
        self.depth = key.len();
        self.node(self.depth).is_final = true;
    }

    /// The map.
    pub(super) fn finish(mut self) -> Vec<u8> {
        self.close(0);
        let mut root = self.write(0);
        if root == END {
            // The empty key alone: a root has to be written, or the map would be shorter than any that is read.
            many_ways(&mut self.bytes, &self.nodes[0]);
            root = self.bytes.len() - 1;
        }
        self.bytes.extend(self.count.to_le_bytes());
        self.bytes.extend((root as u64).to_le_bytes());
        self.bytes
    }

    /// A new node along the last key.
    fn node(&mut self, depth: usize) -> &mut Node {
        if depth == self.nodes.len() {
            self.nodes.push(Node::default());
        }
        let node = &mut self.nodes[depth];
        node.is_final = false;
        node.final_output = 0;
        node.ways.clear();
        node
    }

    /// How many bytes a key shares with the last one, and what of its value their outputs leave: each keeps what both have,
    /// and what only the keys before have moves on behind it.
    fn share(&mut self, key: &[u8], mut value: u64) -> (usize, u64) {
        let mut shared = 0;
        while shared < self.depth.min(key.len()) && self.nodes[shared].open.0 == key[shared] {
            let output = &mut self.nodes[shared].open.1;
            let common = value.min(*output);
            let rest = *output - common;
            *output = common;
            value -= common;
            shared += 1;
            if rest > 0 {
                self.nodes[shared].add(rest, shared < self.depth);
            }
        }
        (shared, value)
    }

    /// Writes the nodes of the last key that are longer than what it shares with the next one.
    fn close(&mut self, shared: usize) {
        if self.depth == shared {
            return;
        }
        let mut to = self.write(self.depth);
        while self.depth > shared + 1 {
            self.depth -= 1;
            let node = &mut self.nodes[self.depth];
            let (byte, output) = node.open;
            let way = Way { byte, output, to };
            to = if node.ways.is_empty() && !node.is_final {
                self.write_one(way)
            } else {
                node.ways.push(way);
                self.write(self.depth)
            };
        }
        self.depth = shared;
        let node = &mut self.nodes[shared];
        let (byte, output) = node.open;
        node.ways.push(Way { byte, output, to });
    }

    /// Writes a node, unless one like it is known; its address.
    fn write(&mut self, depth: usize) -> usize {
        let node = &self.nodes[depth];
        match node.ways[..] {
            [] if node.is_final && node.final_output == 0 => return END,
            [way] if !node.is_final => return self.write_one(way),
            _ => {}
        }
        let hash = node.hash();
        if let Some(address) = self.seen.find(hash, node) {
            return address;
        }
        many_ways(&mut self.bytes, node);
        self.last = self.bytes.len() - 1;
        self.seen.keep(hash, node, self.last);
        self.last
    }

    /// Writes a node of one way that is not final, as most are.
    fn write_one(&mut self, way: Way) -> usize {
        let key = (way.to as u64) << 8 | u64::from(way.byte);
        let place = self.seen.place_of_one(key);
        // One with an output is hardly ever like another one.
        if way.output == 0
            && let Some(address) = self.seen.find_one(place, key)
        {
            return address;
        }
        one_way(&mut self.bytes, way, self.last);
        self.last = self.bytes.len() - 1;
        if way.output == 0 {
            self.seen.keep_one(place, key, self.last);
        }
        self.last
    }
}

impl Node {
    /// Adds to all that comes behind the node; to the open way if it has one.
    fn add(&mut self, output: u64, is_open: bool) {
        if self.is_final {
            self.final_output += output;
        }
        self.ways.iter_mut().for_each(|way| way.output += output);
        if is_open {
            self.open.1 += output;
        }
    }

    fn hash(&self) -> u64 {
        let seed = self.final_output << 1 | u64::from(self.is_final);
        let mix = |hash: u64, way: &Way| {
            mixed(mixed(hash ^ way.output) ^ (way.to as u64) << 8 ^ u64::from(way.byte))
        };
        self.ways.iter().fold(seed, mix)
    }

    fn is(&self, other: &Node) -> bool {
        self.is_final == other.is_final && self.final_output == other.final_output && self.ways == other.ways
    }
}

fn one_way(bytes: &mut Vec<u8>, way: Way, last: usize) {
    const NEXT: u8 = 0b1100_0000;
    const FAR: u8 = 0b1000_0000;
    let start = bytes.len();
    let common = COMMON_NUMBER[usize::from(way.byte)];
    let head = if way.to == last && way.output == 0 {
        NEXT
    } else {
        let output_size = if way.output == 0 { 0 } else { size(way.output) };
        put(bytes, way.output, output_size);
        let delta = delta(start, way.to);
        put(bytes, delta, size(delta));
        bytes.push((size(delta) as u8) << 4 | output_size as u8);
        FAR
    };
    if common == 0 {
        bytes.push(way.byte);
    }
    bytes.push(head | common);
}

fn many_ways(bytes: &mut Vec<u8>, node: &Node) {
    let start = bytes.len();
    let ways = || node.ways.iter().rev();
    let outputs = ways()
        .map(|way| way.output)
        .fold(node.final_output, |all, one| all | one);
    let output_size = if outputs == 0 { 0 } else { size(outputs) };
    let delta_size = ways().map(|way| size(delta(start, way.to))).max().unwrap_or(0);
    if output_size > 0 {
        if node.is_final {
            put(bytes, node.final_output, output_size);
        }
        ways().for_each(|way| put(bytes, way.output, output_size));
    }
    ways().for_each(|way| put(bytes, delta(start, way.to), delta_size));
    bytes.extend(ways().map(|way| way.byte));
    if node.ways.len() > INDEXED {
        let mut index = [u8::MAX; 256];
        for (number, way) in node.ways.iter().enumerate() {
            index[usize::from(way.byte)] = number as u8;
        }
        bytes.extend(index);
    }
    bytes.push((delta_size as u8) << 4 | output_size as u8);
    let is_final = u8::from(node.is_final) << 6;
    match node.ways.len() {
        count @ 1..=63 => bytes.push(is_final | count as u8),
        // 256 does not fit, and a node of one way never has its count here.
        256 => bytes.extend([1, is_final]),
        count => bytes.extend([count as u8, is_final]),
    }
}

/// How far a node's target lies before it; 0 stands for the end.
fn delta(start: usize, to: usize) -> u64 {
    if to == END { 0 } else { (start - to) as u64 }
}

/// The least number of bytes that hold a number, at least one.
fn size(number: u64) -> usize {
    8 - (number | 1).leading_zeros() as usize / 8
}

fn put(bytes: &mut Vec<u8>, number: u64, size: usize) {
    bytes.extend(&number.to_le_bytes()[..size]);
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use fst::{Map, MapBuilder, Streamer};
    use proptest::prelude::*;

    use super::*;

    fn written(keys: &BTreeMap<Vec<u8>, u64>) -> Vec<u8> {
        let mut map = Writer::new(keys.len());
        keys.iter().for_each(|(key, &value)| map.insert(key, value));
        map.finish()
    }

    #[track_caller]
    fn is_read_as(keys: &BTreeMap<Vec<u8>, u64>) {
        let map = Map::new(written(keys)).expect("the crate reads it");
        assert_eq!(map.len(), keys.len());
        let mut stream = map.stream();
        for (key, &value) in keys {
            assert_eq!(stream.next(), Some((key.as_slice(), value)));
            assert_eq!(map.get(key), Some(value));
        }
        assert_eq!(stream.next(), None);
    }

    proptest! {
        #[test]
        fn the_crate_reads_what_was_written(
            keys in proptest::collection::btree_map("[a-d]{0,6}|[абвя黑龙]{0,4}|.{0,3}", 0..u64::MAX / 2, 0..60),
        ) {
            is_read_as(&keys.into_iter().map(|(key, value)| (key.into_bytes(), value)).collect());
        }

        #[test]
        fn values_that_differ_little_are_told_apart(
            keys in proptest::collection::btree_map("[a-b]{0,8}", 0..3u64, 0..200),
        ) {
            is_read_as(&keys.into_iter().map(|(key, value)| (key.into_bytes(), value)).collect());
        }
    }

    #[test]
    fn a_node_has_a_way_for_every_byte() {
        for count in [0, 1, 2, 32, 33, 63, 64, 65, 255, 256] {
            is_read_as(&(0..count).map(|at| (vec![at as u8, 7], at as u64)).collect());
        }
    }

    #[test]
    fn a_map_is_hardly_larger_than_that_of_the_crate() {
        let mut keys = BTreeMap::new();
        for number in 0..60_000_u64 {
            let stem = format!("{:x}", number.wrapping_mul(0x9e37_79b9_7f4a_7c15));
            for (at, ending) in ["", "а", "ами", "ов", "у"].into_iter().enumerate() {
                keys.insert(
                    (stem.clone() + ending).into_bytes(),
                    number << 28 | at.min(1) as u64,
                );
            }
        }
        let mut theirs = MapBuilder::memory();
        for (key, &value) in &keys {
            theirs.insert(key, value).expect("keys come in order");
        }
        let (ours, theirs) = (written(&keys), theirs.into_inner().expect("writing to memory"));
        assert!(
            ours.len() < theirs.len() * 101 / 100,
            "{} {}",
            ours.len(),
            theirs.len()
        );
    }
}
