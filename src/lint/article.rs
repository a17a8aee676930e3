//! An article: its text, words and mentions, found once.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use foldhash::{HashMap, HashMapExt, HashSet};

use super::Options;
use super::variants::Variants;
use super::variants::han::{self, HanText, HanVariant};
use super::words::{Word, words};
use crate::glossary::{Entry, Form, Name, Status};
use crate::index::{EntryId, Index, Mention, Reading, Relation};
use crate::inflection::reinflect;
use crate::lang::{Lang, Script};
use crate::text::{Span, Spans, fold};

/// An article as the rules see it.
pub struct Article<'a> {
    /// The whole text.
    pub text: &'a str,
    /// The language of most of it.
    pub lang: Lang,
    /// The names that the index knows, in order.
    pub mentions: Vec<Mention>,
    /// The words in Latin and Cyrillic script, in order.
    pub words: Vec<Word<'a>>,
    /// What the names are looked up in.
    pub index: &'a Index,
    has_han: bool,
    excluded: Spans,
    options: &'a Options,
    entries: RefCell<HashMap<EntryId, Rc<Entry>>>,
    support: OnceCell<HashMap<EntryId, usize>>,
    keys: OnceCell<HashSet<String>>,
    named: OnceCell<HashSet<EntryId>>,
    variants: OnceCell<Variants>,
    han: OnceCell<HanText>,
    han_variants: OnceCell<Vec<HanVariant>>,
}

/// A mention with the reading that is taken for it.
#[derive(Clone, Copy)]
pub struct Found<'a> {
    /// The mention.
    pub mention: &'a Mention,
    /// The likeliest reading.
    pub reading: Reading,
    article: &'a Article<'a>,
}

impl<'a> Found<'a> {
    /// The entry that it names.
    pub fn entry(&self) -> Rc<Entry> {
        self.article.entry(self.reading.entry)
    }

    /// The name that it is a form of.
    pub fn name(&self) -> Name {
        self.article.index.name(self.reading)
    }

    /// The text of that name.
    pub fn name_text(&self) -> &'a str {
        self.article.index.name_text(self.reading)
    }

    /// Which of the entry's names that name is.
    pub fn form(&self) -> Form {
        self.article.index.form(self.reading)
    }

    /// What the glossary thinks of that name.
    pub fn status(&self) -> Status {
        self.article.index.status(self.reading)
    }

    /// The id of the entry.
    pub fn id(&self) -> &'a str {
        self.article.index.id(self.reading.entry)
    }
}

impl<'a> Article<'a> {
    /// Finds the words and mentions of a text.
    pub fn new(index: &'a Index, text: &'a str, options: &'a Options) -> Article<'a> {
        let excluded: Spans = options.excluded.iter().copied().chain(addresses(text)).collect();
        let prose = |span: Span| !excluded.overlap(span);
        let mut mentions = index.mentions(text);
        mentions.retain(|mention| prose(mention.span));
        let mut words = words(text);
        words.retain(|word| prose(word.span));
        let lang = options.lang.unwrap_or_else(|| guess_language(text));
        let has_han = has_han(text);
        Article {
            text,
            lang,
            has_han,
            mentions,
            words,
            index,
            excluded,
            options,
            entries: RefCell::default(),
            support: OnceCell::new(),
            keys: OnceCell::new(),
            named: OnceCell::new(),
            variants: OnceCell::new(),
            han: OnceCell::new(),
            han_variants: OnceCell::new(),
        }
    }

    /// What the linter was told.
    pub(super) fn options(&self) -> &Options {
        self.options
    }

    /// An entry, read once.
    pub fn entry(&self, id: EntryId) -> Rc<Entry> {
        self.entries
            .borrow_mut()
            .entry(id)
            .or_insert_with(|| Rc::new(self.index.entry(id)))
            .clone()
    }

    /// The mentions with their likeliest readings.
    pub fn found(&self) -> impl Iterator<Item = Found<'_>> {
        self.mentions.iter().map(|mention| Found {
            mention,
            reading: self.likeliest(mention),
            article: self,
        })
    }

    /// Another name as it would be written in a mention's place: in its case, number and capitals.
    pub fn in_place_of(&self, mention: &Found<'_>, name: &str) -> String {
        let written = mention.mention.span.of(self.text);
        let inflected = match mention.reading.lang {
            Lang::Ru => reinflect(mention.name_text(), written, name),
            _ => None,
        };
        let text = inflected.unwrap_or_else(|| name.to_owned());
        let shouted = written.chars().any(char::is_uppercase) && !written.chars().any(char::is_lowercase);
        let shouted = shouted && written.chars().filter(|c| c.is_alphabetic()).count() > 3;
        if shouted { text.to_uppercase() } else { text }
    }

    /// The spellings that are likely variants of one another.
    pub(crate) fn variants(&self) -> &Variants {
        self.variants.get_or_init(|| Variants::of(self))
    }

    /// Whether any Chinese character may stand in the text.
    pub(super) fn has_han(&self) -> bool {
        self.has_han
    }

    /// The Chinese characters of the text.
    pub(crate) fn han(&self) -> &HanText {
        self.han.get_or_init(|| HanText::of(self))
    }

    /// The Chinese names that are likely variants of others.
    pub(crate) fn han_variants(&self) -> &[HanVariant] {
        self.han_variants.get_or_init(|| han::variants(self))
    }

    /// Whether a folded word stands anywhere.
    pub(crate) fn has_word(&self, key: &str) -> bool {
        let keys = || self.words.iter().map(|word| word.key.to_string()).collect();
        self.keys.get_or_init(keys).contains(key)
    }

    /// Whether a mention surely names its entry: a surname alone does so only where the article has the person's whole name, too.
    pub fn is_sure(&self, found: &Found<'_>) -> bool {
        found.reading.relation != Relation::Part || self.names_itself(found.reading.entry)
    }

    /// Whether a mention is more than a surname that somebody of the glossary bears, whom the article need not mean.
    pub(crate) fn is_named(&self, mention: &Mention) -> bool {
        let means = |r: &Reading| r.relation != Relation::Part || self.names_itself(r.entry);
        mention.readings.iter().any(means)
    }

    /// Whether some mention is an entry's whole name, in whatever case.
    pub(crate) fn names_itself(&self, entry: EntryId) -> bool {
        let named = self.named.get_or_init(|| {
            let whole = |r: &&Reading| matches!(r.relation, Relation::Itself | Relation::Inflected);
            let readings = self.mentions.iter().flat_map(|mention| &mention.readings);
            readings.filter(whole).map(|reading| reading.entry).collect()
        });
        named.contains(&entry)
    }

    /// The mention that a place is part of.
    pub fn mention_at(&self, span: Span) -> Option<&Mention> {
        let from = self
            .mentions
            .partition_point(|mention| mention.span.end <= span.start);
        self.mentions
            .get(from)
            .filter(|mention| mention.span.overlaps(span))
    }

    /// The reading that is taken for a mention: of equally likely ones, the one whose entry the article names
    /// in the most ways.
    fn likeliest(&self, mention: &Mention) -> Reading {
        let first = mention.readings[0];
        let alone = |next: &Reading| next.relation != first.relation;
        if mention.readings.get(1).is_none_or(alone) {
            return first;
        }
        let support = self.support.get_or_init(|| {
            let mut names: HashMap<EntryId, HashSet<(Lang, usize)>> = HashMap::new();
            for reading in self.mentions.iter().flat_map(|mention| &mention.readings) {
                names
                    .entry(reading.entry)
                    .or_default()
                    .insert((reading.lang, reading.name));
            }
            names
                .into_iter()
                .map(|(entry, names)| (entry, names.len()))
                .collect()
        });
        let equal = mention
            .readings
            .iter()
            .filter(|reading| reading.relation == first.relation);
        let ways = |reading: &&Reading| support.get(&reading.entry).copied().unwrap_or(0);
        // The first of several equally supported ones.
        equal.rev().max_by_key(ways).copied().unwrap_or(first)
    }

    /// Whether a place is prose, not code, an address or the like.
    pub fn is_prose(&self, span: Span) -> bool {
        !self.excluded.overlap(span)
    }

    /// Whether the user has said that the spelling in a place is right.
    pub fn is_accepted(&self, span: Span) -> bool {
        !self.options.accepted.is_empty() && self.options.accepted.contains(&fold(span.of(self.text)))
    }
}

/// The language that most letters of a text speak for.
pub fn guess_language(text: &str) -> Lang {
    let mut counts = [0usize; 3];
    for c in text.chars().take(20_000) {
        match c {
            'a'..='z' => counts[2] += 1,
            'а'..='я' => counts[1] += 1,
            // A Chinese character stands for a word, not a letter.
            '\u{4e00}'..='\u{9fff}' => counts[0] += 3,
            ' ' | ',' | '.' => {}
            _ => match Script::of(c) {
                Some(Script::Han) => counts[0] += 3,
                Some(Script::Cyrillic) => counts[1] += 1,
                Some(Script::Latin) => counts[2] += 1,
                _ => {}
            },
        }
    }
    let most = *counts.iter().max().unwrap_or(&0);
    if most == counts[2] {
        Lang::En
    } else if most == counts[1] {
        Lang::Ru
    } else {
        Lang::Zh
    }
}

/// Whether a text may have Chinese characters: bytes that begin none of other alphabets.
fn has_han(text: &str) -> bool {
    let begins = |chunk: &[u8]| chunk.iter().fold(false, |any, &byte| any | (byte >= 0xe3));
    text.as_bytes().chunks(256).any(begins)
}

/// Web addresses, e-mail addresses, hashtags, account names and file paths.
fn addresses(text: &str) -> impl Iterator<Item = Span> + '_ {
    let ends = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '<' | '>' | '"' | '«' | '»' | '“' | '”' | '（' | '）' | '，' | '。'
            )
    };
    let mut from = 0;
    std::iter::from_fn(move || {
        while let Some(at) = telling_byte(text.as_bytes(), from) {
            let start = text[from..at].rfind(ends).map_or(from, |end| {
                let end = from + end;
                end + text[end..].chars().next().map_or(1, char::len_utf8)
            });
            let end = text[at..].find(ends).map_or(text.len(), |end| at + end);
            from = end;
            let span = Span { start, end };
            if is_address(span.of(text)) {
                return Some(span);
            }
        }
        None
    })
}

/// The first byte from one on that only an address has, or a full stop with something behind it.
fn telling_byte(text: &[u8], from: usize) -> Option<usize> {
    let tells = |at: &usize| match text[*at] {
        b'@' | b'#' => true,
        b':' => text.get(at + 1) == Some(&b'/'),
        b'.' => {
            let next = text.get(at + 1);
            next.is_some_and(|next| next.is_ascii_alphanumeric() || !next.is_ascii())
                || text[..*at].ends_with(b"www")
        }
        _ => false,
    };
    (from..text.len()).find(tells)
}

fn is_address(piece: &str) -> bool {
    let bare = piece.trim_start_matches(['(', '[']);
    bare.contains("://")
        || bare.starts_with("www.")
        || (bare.starts_with(['#', '@']) && bare.len() > 1)
        || bare
            .split_once('@')
            .is_some_and(|(user, host)| !user.is_empty() && host.contains('.'))
        || is_host(bare)
}

/// `example.com`, `news.ru/page`: lower-case labels that end in a known kind of domain.
fn is_host(piece: &str) -> bool {
    let host = piece
        .split('/')
        .next()
        .unwrap_or("")
        .trim_end_matches(['.', ',', ';', ':', ')', ']', '!', '?']);
    let Some((name, end)) = host.rsplit_once('.') else {
        return false;
    };
    let known = [
        "com", "org", "net", "ru", "cn", "edu", "gov", "info", "рф", "ua", "uk", "de", "io", "tv",
    ];
    known.contains(&end.to_lowercase().as_str())
        && !name.is_empty()
        && name
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '-' | '.' | '_'))
}
