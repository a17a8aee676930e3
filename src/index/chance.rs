//! Chinese names that stand in a text by chance: across the edge of two words, within a word, or within a transcription.
//!
//! Chinese writes no spaces: 海地 (Haiti) stands in 沿海地区 (coastal regions), 塔拉 (Tara) in 塔拉索夫 (Tarasov).

use crate::known::characters::usage;
use crate::known::{Rank, Sieve, Words, word_rank};
use crate::lang::{Lang, Script};
use crate::text::{Span, simplified};

/// The longest name that is doubted, and the longest that is doubted for what stands before it, in characters.
const LONGEST: usize = 12;
const SHORT: usize = 4;
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
    let edges = Edges::new(text, span, length <= SHORT);
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
    /// The edges of a name, of a long one only the second.
    fn new(text: &str, span: Span, both: bool) -> Edges {
        let edge = |at: usize| {
            let pair = [text[..at].chars().next_back()?, text[at..].chars().next()?];
            pair.iter()
                .all(|&c| Script::of(c) == Some(Script::Han))
                .then(|| pair.map(simplified))
        };
        Edges([both.then(|| edge(span.start)).flatten(), edge(span.end)])
    }

    /// Whether some word may reach over an edge, as far as that is known without looking words up.
    fn may_lie_within_words(&self) -> bool {
        let sieve = Sieve::if_worth_it();
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
        let usual = USUAL.max(rank + 1);
        let is_short = self.to - self.from <= SHORT;
        is_short && (self.is_within_word(rank) || self.is_crossed(rank, usual))
            || self.is_cut(self.from, usual)
    }

    /// The words that begin before the name and end behind its first edge: where they begin and end, and their ranks.
    fn words_from_before(&self) -> impl Iterator<Item = (usize, usize, u8)> + '_ {
        let words = (0..self.from).flat_map(|at| self.words(at).map(move |(end, rank)| (at, end, rank)));
        words.filter(|(_, end, _)| *end > self.from)
    }

    /// Whether a commoner word has the name within it: 勃勃生机. One that is a character longer is such a word only if that writes foreign
    /// sounds like the rest: 吉尼斯 and 索尼亚, but not 学雷锋 and 嘉兴市.
    fn is_within_word(&self, rank: u8) -> bool {
        let sounds = |at: usize| usage(self.chars[at]).transcribes && self.is_transcription();
        let longer = |&(at, end, word): &(usize, usize, u8)| {
            word > rank && (end > self.to || end == self.to && at + 1 == self.from && sounds(at))
        };
        let behind = |(end, word)| word > rank && end == self.to + 1 && sounds(self.to);
        self.words_from_before().any(|word| longer(&word)) || self.words(self.from).any(behind)
    }

    /// Whether a common word ends within the name, and the rest of it begins another one or is a word by itself: 沿海, 地区; 平日, 里.
    fn is_crossed(&self, rank: u8, usual: u8) -> bool {
        let covers = |(next, word): (usize, u8)| next >= self.to && word >= usual;
        let goes_on = |end: usize| self.words(end).any(covers) || self.is_word_left(end, rank);
        let mut crossing = self.words_from_before();
        crossing
            .any(|(_, end, word)| end < self.to && word >= usual && word > self.rank_before() && goes_on(end))
    }

    /// Whether what follows a place in a name are common words, the last of which goes on behind it: 北京, 市场; 中国, 教育, 部门.
    fn is_cut(&self, at: usize, usual: u8) -> bool {
        let is_long = self.to - self.from > SHORT;
        let goes_on = |rank: u8| {
            let behind = self.words(self.to).map(|(_, rank)| rank).max();
            // 商务部分析 is 商务部, 分析; 中华人民共和国防震 has no 国防.
            behind.is_none_or(|behind| rank > behind && !is_long)
        };
        self.words(at).any(|(end, rank)| match end > self.to {
            true => at > self.from && rank >= usual + u8::from(is_long) && goes_on(rank),
            false => rank > USUAL && rank >= usual && end < self.to && self.is_cut(end, usual),
        })
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

    /// Whether all characters write foreign sounds.
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
