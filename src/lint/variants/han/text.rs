//! An article's Chinese characters in a row, simplified, with what is known of the words they make.

use std::cell::OnceCell;
use std::rc::Rc;

use foldhash::HashMap;

use super::division;
use super::rows::Rows;
use crate::known::characters::transcribes;
use crate::known::{Beginning, Rank, Words};
use crate::lang::Script;
use crate::lint::Article;
use crate::text::{Span, simplified};

/// The Chinese characters of an article. A character that does not follow the one before at once is the first
/// of a run; interpuncts do not end a run.
pub(crate) struct HanText {
    /// The characters, simplified.
    pub chars: Vec<char>,
    /// Where each stands: bytes of the article.
    pub spans: Vec<Span>,
    /// Of each character, the number of its run.
    pub runs: Vec<u32>,
    /// Of each character, whether an interpunct stands before it.
    pub dotted: Vec<bool>,
    names: HashMap<usize, Vec<usize>>,
    rows: OnceCell<Rows>,
    words: Words,
    /// By character, what is known to begin with it and the next one, asked once.
    beginnings: Vec<OnceCell<Option<Rc<Beginning>>>>,
}

/// What a stretch of characters is known as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Known {
    /// An ordinary word.
    Word,
    /// A name of somebody or something.
    Name,
    /// A name of the glossary.
    Listed,
}

/// The first character of the Chinese script.
const FIRST_HAN: char = '\u{3005}';

/// The longest word that is looked for, in characters.
const LONGEST: usize = 8;
/// How many characters around a place are divided into words with it.
const AROUND: usize = 6;

impl HanText {
    pub(crate) fn of(article: &Article<'_>) -> HanText {
        let mut text = HanText {
            chars: vec![],
            spans: vec![],
            runs: vec![],
            dotted: vec![],
            names: HashMap::default(),
            rows: OnceCell::new(),
            words: Words,
            beginnings: vec![],
        };
        if !article.has_han() {
            return text;
        }
        let (mut run, mut dot, mut end) = (0, false, 0);
        for (at, c) in article.text.char_indices() {
            let span = Span {
                start: at,
                end: at + c.len_utf8(),
            };
            if c >= FIRST_HAN && Script::of(c) == Some(Script::Han) && article.is_prose(span) {
                run += u32::from(end != at && !dot);
                text.chars.push(simplified(c));
                text.spans.push(span);
                text.runs.push(run);
                text.dotted.push(dot);
                (dot, end) = (false, span.end);
            } else {
                dot = end == at && is_interpunct(c);
            }
        }
        text.beginnings.resize_with(text.chars.len(), OnceCell::new);
        for mention in &article.mentions {
            let first = text.spans.partition_point(|span| span.start < mention.span.start);
            let last = text.spans.partition_point(|span| span.end <= mention.span.end);
            if first < last && text.spans[first].start == mention.span.start {
                text.names.entry(first).or_default().push(last);
            }
        }
        text
    }

    pub(crate) fn len(&self) -> usize {
        self.chars.len()
    }

    /// The bytes of the article from one character to before another.
    pub(crate) fn span(&self, from: usize, to: usize) -> Span {
        Span {
            start: self.spans[from].start,
            end: self.spans[to - 1].end,
        }
    }

    /// Whether a stretch is a name of the glossary.
    pub(super) fn is_listed(&self, from: usize, to: usize) -> bool {
        self.names.get(&from).is_some_and(|ends| ends.contains(&to))
    }

    /// The names of the glossary that begin with a character.
    pub(super) fn listed_from(&self, from: usize) -> impl Iterator<Item = (usize, usize)> {
        let ends = self.names.get(&from).into_iter().flatten();
        ends.map(move |&to| (from, to))
    }

    /// What a stretch is known as.
    pub(super) fn known(&self, from: usize, to: usize) -> Option<Known> {
        if self.is_listed(from, to) {
            return Some(Known::Listed);
        }
        let goes_on = to > from + 1;
        let beginning = goes_on.then(|| self.beginning(from)).flatten();
        let rank = beginning.map_or_else(Rank::default, |beginning| {
            beginning.rank(&self.chars[from + 2..to])
        });
        known_by(rank, to - from)
    }

    /// The words and names that begin with a character and the next one.
    fn beginning(&self, at: usize) -> Option<&Rc<Beginning>> {
        let ask = || self.words.beginning(&self.chars[at..]);
        self.beginnings[at].get_or_init(ask).as_ref()
    }

    /// What it costs to divide characters into words, which stand in these places.
    fn division(&self, places: &[usize], listed: &[(usize, usize)]) -> f32 {
        let chars: Vec<char> = places.iter().map(|&place| self.chars[place]).collect();
        let beginning = |at: usize| {
            let place = places[at];
            match places.get(at + 1) {
                Some(&next) if next == place + 1 => self.beginning(place).cloned(),
                Some(_) => self.words.beginning(&chars[at..]),
                None => None,
            }
        };
        division::cost(&chars, listed, beginning)
    }

    /// What stretches are known as that begin with a character, by where they end; none if nothing known begins there.
    fn known_from(&self, from: usize) -> Option<impl Fn(usize) -> Option<Known>> {
        let listed = self.names.get(&from);
        let beginning = self.beginning(from);
        (listed.is_some() || beginning.is_some()).then_some(move |to: usize| {
            if listed.is_some_and(|ends| ends.contains(&to)) {
                return Some(Known::Listed);
            }
            known_by(beginning?.rank(&self.chars[from + 2..to]), to - from)
        })
    }

    /// Of each character, whether it is part of a word, of a name of the glossary or of another of three or more characters: two
    /// characters in a row are somebody's name too often to say anything.
    pub(super) fn explained(&self) -> Vec<bool> {
        let mut explained = vec![false; self.len()];
        for from in 0..self.len() {
            let Some(known) = self.known_from(from) else {
                continue;
            };
            let tells = |to: &usize| {
                self.runs[to - 1] == self.runs[from]
                    && known(*to).is_some_and(|known| known != Known::Name || to - from > 2)
            };
            let longest = (from + 2..=self.len().min(from + LONGEST)).rev().find(tells);
            let listed = self.listed_from(from).map(|(_, to)| to).max();
            if let Some(to) = longest.max(listed) {
                explained[from..to].fill(true);
            }
        }
        explained
    }

    /// The longest known stretch that covers the characters `from..to` and lies within `within`.
    pub(super) fn covering(
        &self,
        from: usize,
        to: usize,
        within: (usize, usize),
    ) -> Option<(usize, usize, Known)> {
        let run = self.runs[from];
        let start = within.0.max(to.saturating_sub(LONGEST));
        let mut best: Option<(usize, usize, Known)> = None;
        for first in (start..=from).filter(|&first| self.runs[first] == run) {
            let Some(known) = self.known_from(first) else {
                continue;
            };
            for last in to.max(first + 2)..=within.1.min(first + LONGEST) {
                if self.runs[last - 1] == run
                    && best.is_none_or(|(f, l, _)| l - f < last - first)
                    && let Some(known) = known(last)
                {
                    best = Some((first, last, known));
                }
            }
        }
        best
    }

    /// What it costs to divide the surroundings of a place into words with the characters of another in it.
    pub(super) fn cost(&self, place: (usize, usize), other: (usize, usize)) -> f32 {
        let run = self.runs[place.0];
        let near = |at: &usize| self.runs[*at] == run;
        let from = (place.0.saturating_sub(AROUND)..place.0)
            .rev()
            .take_while(near)
            .last()
            .unwrap_or(place.0);
        let to = (place.1..self.len().min(place.1 + AROUND))
            .take_while(near)
            .last()
            .map_or(place.1, |at| at + 1);
        let end = place.0 - from + other.1 - other.0;
        let places: Vec<usize> = (from..place.0)
            .chain(other.0..other.1)
            .chain(place.1..to)
            .collect();
        let mut listed = self.names_between(from, place.0, 0);
        listed.extend(self.names_between(other.0, other.1, place.0 - from));
        listed.extend(self.names_between(place.1, to, end));
        self.division(&places, &listed)
    }

    /// How much cheaper the surroundings of a place divide into words if a name stands there, in nats.
    pub(crate) fn gain(&self, from: usize, to: usize) -> f32 {
        let run = self.runs[from];
        let is_near = |at: &usize| self.runs[*at] == run;
        let first = (from.saturating_sub(AROUND)..from)
            .rev()
            .take_while(is_near)
            .last()
            .unwrap_or(from);
        let last = (to..self.len().min(to + AROUND))
            .take_while(is_near)
            .last()
            .map_or(to, |at| at + 1);
        let places: Vec<usize> = (first..last).collect();
        let mut listed = self.names_between(first, last, 0);
        let without = self.division(&places, &listed);
        listed.push((from - first, to - first));
        without - self.division(&places, &listed)
    }

    /// The glossary's names within some characters, counted from where the first of these is put.
    fn names_between(&self, from: usize, to: usize, put: usize) -> Vec<(usize, usize)> {
        (from..to)
            .flat_map(|at| {
                self.names
                    .get(&at)
                    .into_iter()
                    .flatten()
                    .map(move |&end| (at, end))
            })
            .filter(|&(_, end)| end <= to)
            .map(|(at, end)| (at - from + put, end - from + put))
            .collect()
    }

    /// Whether two characters follow each other in one run.
    pub(crate) fn joined(&self, at: usize) -> bool {
        at > 0 && at < self.len() && self.runs[at] == self.runs[at - 1]
    }
}

/// What a stretch of so many characters is known as.
fn known_by(rank: Rank, length: usize) -> Option<Known> {
    if rank.name > 0 && length > 2 {
        Some(Known::Name)
    } else if rank.word > 0 {
        Some(Known::Word)
    } else {
        (rank.name > 0).then_some(Known::Name)
    }
}

/// The dots between the parts of a foreign name, right and wrong ones.
pub(super) fn is_interpunct(c: char) -> bool {
    matches!(
        c,
        '·' | '•' | '∙' | '・' | '‧' | '･' | '⋅' | '.' | '．' | '-' | '－'
    )
}

impl HanText {
    /// The character of the article, not simplified.
    pub(crate) fn written(&self, article: &Article<'_>, at: usize) -> char {
        self.spans[at]
            .of(article.text)
            .chars()
            .next()
            .unwrap_or(self.chars[at])
    }

    /// The interpunct before a character.
    pub(crate) fn dot_before(&self, article: &Article<'_>, at: usize) -> Option<char> {
        if at == 0 || !self.dotted[at] {
            return None;
        }
        article.text[self.spans[at - 1].end..self.spans[at].start]
            .chars()
            .next()
    }

    /// Where the part of a name that ends before a character begins: after the dot before it, or as far back as
    /// characters that write foreign names go.
    pub(crate) fn left_part(&self, dot: usize) -> usize {
        let mut from = dot - 1;
        while from > 0
            && self.joined(from)
            && !self.dotted[from]
            && dot - from < 6
            && transcribes(self.chars[from - 1])
        {
            from -= 1;
        }
        from
    }

    /// Where the part of a name that begins with a character ends.
    pub(crate) fn right_part(&self, dot: usize) -> usize {
        let mut to = dot + 1;
        while to < self.len()
            && self.joined(to)
            && !self.dotted[to]
            && to - dot < 6
            && transcribes(self.chars[to])
        {
            to += 1;
        }
        to
    }

    /// Where a row of characters stands.
    pub(crate) fn places_of(&self, wanted: &[char]) -> Vec<usize> {
        self.rows().places(&self.chars, wanted)
    }

    /// How often a row of characters stands in the text.
    pub(super) fn count_of(&self, wanted: &[char]) -> usize {
        self.rows().count(&self.chars, wanted)
    }

    fn rows(&self) -> &Rows {
        self.rows.get_or_init(|| Rows::of(&self.chars))
    }

    /// The name that a character is part of: a mention, a known name, or what the article repeats around it.
    pub(crate) fn name_around(&self, at: usize) -> Option<(usize, usize)> {
        let run = |other: usize| self.runs[other] == self.runs[at];
        let from = (0..LONGEST)
            .map_while(|back| at.checked_sub(back))
            .take_while(|&p| run(p))
            .last()?;
        let to = (at..(at + LONGEST).min(self.len()))
            .take_while(|&p| run(p))
            .last()?
            + 1;
        if let Some((from, to, _)) = self.covering(at, at + 1, (from, to)) {
            return Some((from, to));
        }
        let repeated = |from: usize, to: usize| self.count_of(&self.chars[from..to]) > 1;
        let mut best = None;
        for first in from.max(at.saturating_sub(3))..=at {
            for last in at.max(first + 1) + 1..=to.min(first + 6) {
                if best.is_none_or(|(f, l): (usize, usize)| l - f < last - first) && repeated(first, last) {
                    best = Some((first, last));
                }
            }
        }
        best
    }
}
