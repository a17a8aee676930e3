//! Chinese names that stand in a text by chance: across the edge of two words, within a word, or within a transcription.
//!
//! Chinese writes no spaces: 海地 (Haiti) stands in 沿海地区 (coastal regions), 塔拉 (Tara) in 塔拉索夫 (Tarasov).

use crate::known::characters::usage;
use crate::known::{Rank, Sieve, Words, word_rank};
use crate::lang::{Lang, Script};
use crate::text::{Span, simplified};

/// The longest name that is doubted, in characters.
const LONGEST: usize = 4;
/// The longest word, and how many of its characters may stand before a name.
const LONGEST_WORD: usize = 8;
const BEFORE: usize = 4;
/// A name that is as common a word as this, by [`word_rank`], is not doubted.
const FAMILIAR: u8 = 5;
/// A transcribed name that is less common a word may be a part of a longer one.
const RARE: u8 = 3;
/// The least rank of a word that explains a name away.
const USUAL: u8 = 3;
/// From this on a character, as it mostly stands for itself, says nothing of a transcription.
const ORDINARY: f32 = 7.0;
/// From this on a character can be a word beside others: 里, 地, 为.
const WORD: f32 = 8.0;

/// Whether a name of Chinese characters is none where it stands.
pub(super) fn is_chance(text: &str, span: Span) -> bool {
    let written = span.of(text);
    let length = written.chars().take(LONGEST + 1).count();
    if !(2..=LONGEST).contains(&length) || !is_han(written) {
        return false;
    }
    let edges = Edges::new(text, span);
    let (across, sounds) = (edges.may_lie_within_words(), length == 2 && edges.may_go_on());
    if !across && !sounds {
        return false;
    }
    let rank = word_rank(&written.chars().map(simplified).collect::<String>(), Lang::Zh);
    let around = Around::new(text, span);
    rank < FAMILIAR && across && around.is_explained(rank) || rank < RARE && sounds && around.goes_on()
}

fn is_han(text: &str) -> bool {
    text.chars().all(|c| Script::of(c) == Some(Script::Han))
}

/// The characters on both sides of the edges of a name, where both are Chinese: what is asked first, since most names have nothing of this about
/// them.
struct Edges([Option<[char; 2]>; 2]);

impl Edges {
    fn new(text: &str, span: Span) -> Edges {
        let edge = |at: usize| {
            let pair = [text[..at].chars().next_back()?, text[at..].chars().next()?];
            pair.iter()
                .all(|&c| Script::of(c) == Some(Script::Han))
                .then(|| pair.map(simplified))
        };
        Edges([span.start, span.end].map(edge))
    }

    /// Whether some word may reach over an edge, as far as that is known without looking words up.
    fn may_lie_within_words(&self) -> bool {
        let sieve = Sieve::made();
        let lets = |[a, b]: [char; 2]| sieve.is_none_or(|sieve| sieve.lets(a, b));
        self.0.into_iter().flatten().any(lets)
    }

    /// Whether a character before or behind a name writes foreign sounds.
    fn may_go_on(&self) -> bool {
        let [before, behind] = self.0;
        before.is_some_and(|[c, _]| writes_sounds(c)) || behind.is_some_and(|[_, c]| writes_sounds(c))
    }
}

/// Whether a character mostly writes foreign sounds.
fn writes_sounds(c: char) -> bool {
    let usage = usage(c);
    usage.transcribes && usage.commonness < ORDINARY
}

/// The characters of a name, and the Chinese ones right before and behind it.
struct Around {
    chars: Vec<char>,
    from: usize,
    to: usize,
}

impl Around {
    fn new(text: &str, span: Span) -> Around {
        let han = |c: &char| Script::of(*c) == Some(Script::Han);
        let before = text[..span.start].chars().rev().take_while(han).take(BEFORE);
        let mut chars: Vec<char> = before.collect();
        chars.reverse();
        let from = chars.len();
        chars.extend(span.of(text).chars());
        let to = chars.len();
        chars.extend(text[span.end..].chars().take_while(han).take(LONGEST_WORD));
        chars.iter_mut().for_each(|c| *c = simplified(*c));
        Around { chars, from, to }
    }

    /// The words of two and more characters that begin in a place: where they end, and their ranks.
    fn words(&self, at: usize) -> impl Iterator<Item = (usize, u8)> + '_ {
        let ranks = self.known(at).map(|(end, rank)| (end, rank.word));
        ranks.filter(|(_, rank)| *rank > 0)
    }

    /// What is known of the characters between a place and each end of a word that may begin there.
    fn known(&self, at: usize) -> impl Iterator<Item = (usize, Rank)> + '_ {
        let beginning = Words.beginning(&self.chars[at..]);
        let ends = at + 2..=self.chars.len().min(at + LONGEST_WORD);
        ends.map_while(move |to| Some((to, beginning.as_deref()?.rank(&self.chars[at + 2..to]))))
    }

    /// Whether other words, none less common than the name, stand in its place.
    fn is_explained(&self, rank: u8) -> bool {
        let (from, to) = (self.from, self.to);
        let usual = USUAL.max(rank + 1);
        let good = |&(_, rank): &(usize, u8)| rank >= usual;
        let crosses = |at: usize, (end, word): (usize, u8)| {
            // 勃勃生机; and 吉尼斯, but not 学雷锋.
            let rest = (at + 1 == from && end == to).then(|| self.chars[at]);
            let within = end > to || rest.is_some_and(|c| self.is_part_of_transcription(c));
            // 沿海, 地区; 平日, 里.
            let goes_on = || self.words(end).filter(good).any(|(next, _)| next >= to);
            let is_good = word >= usual && end < to && word > self.rank_before();
            word > rank && within || is_good && (goes_on() || self.is_word_left(end, rank))
        };
        let cut = |(end, word): (usize, u8)| {
            // 索尼亚, but not 嘉兴市.
            let rest = (end == to + 1).then(|| self.chars[to]);
            let within = rest.is_some_and(|c| self.is_part_of_transcription(c));
            // 北京, 市场.
            let is_good = word > USUAL && word >= usual && end < to;
            word > rank && within || is_good && self.words(end).filter(good).any(|(next, _)| next > to)
        };
        let mut from_before = (0..from).flat_map(|at| self.words(at).map(move |word| (at, word)));
        from_before.any(|(at, word)| word.0 > from && crosses(at, word)) || self.words(from).any(cut)
    }

    /// How common the commonest word is that ends where the name begins: 北京 before 西城区.
    fn rank_before(&self) -> u8 {
        let words = (0..self.from).flat_map(|at| self.words(at));
        let ending = words.filter(|(end, _)| *end == self.from);
        ending.map(|(_, rank)| rank).max().unwrap_or(0)
    }

    /// Whether the last character of a rare name is a word by itself, behind one that ends before it.
    fn is_word_left(&self, end: usize, rank: u8) -> bool {
        end + 1 == self.to && rank < RARE && usage(self.chars[end]).commonness > WORD
    }

    /// Whether a character beside a name of foreign sounds writes one, too.
    fn is_part_of_transcription(&self, c: char) -> bool {
        usage(c).transcribes && self.is_transcription()
    }

    fn is_transcription(&self) -> bool {
        self.chars[self.from..self.to]
            .iter()
            .all(|&c| usage(c).transcribes)
    }

    /// Whether a name of two foreign sounds goes on before or behind it with a character that writes such sounds and is part of no
    /// other word or name.
    fn goes_on(&self) -> bool {
        if !self.is_transcription() {
            return false;
        }
        let behind = self.chars.get(self.to).is_some_and(|&c| writes_sounds(c));
        let before = self.from > 0 && writes_sounds(self.chars[self.from - 1]);
        let known = |at: usize| self.known(at).filter(|(_, rank)| *rank != Rank::default());
        let ends = |at: usize| known(at).any(|(end, _)| end == self.from);
        behind && known(self.to).next().is_none() || before && !(0..self.from).any(ends)
    }
}
