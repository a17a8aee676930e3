//! Finding the names in a text.

use super::chance::is_chance;
use super::needs::Needs;
use super::scan::End;
use super::{Index, Reading, Readings};
use crate::lang::Script;
use crate::text::{Folded, Span};

/// A place in a text where a name stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where: bytes of the text.
    pub span: Span,
    /// What can be meant, likelier relations first; never empty.
    pub readings: Readings,
}

impl Index {
    /// The names in a text: leftmost and longest, from word edge to word edge in Latin and Cyrillic script, in
    /// Chinese wherever they do not stand by chance, across the edges of other words. A name that is written with a
    /// capital is found only with a capital.
    pub fn mentions(&self, text: &str) -> Vec<Mention> {
        let mut mentions = Vec::new();
        self.scan(text, |sighting| {
            mentions.push(Mention {
                span: sighting.span,
                readings: sighting.readings(),
            });
        });
        mentions
    }

    /// Every name in a text, those within longer names, those that overlap and those that stand by chance too, by where they begin and the
    /// longer ones first: what a text may be said to mention, where [`Index::mentions`] are what it does mention.
    ///
    /// ```
    /// let text = "The Sea of Japan";
    /// let names = isonym::shipped().names_within(text);
    /// assert!(names.iter().any(|name| name.span.of(text) == "Japan"));
    /// ```
    pub fn names_within(&self, text: &str) -> Vec<Mention> {
        let folded = Folded::new(text);
        let mut names = Vec::new();
        let mut from = 0;
        while let Some(start) = next_start(text, &folded, from) {
            let ends = self.ends(text, &folded, start);
            let same = ends.chunk_by(|a, b| a.0 == b.0);
            names.extend(same.filter_map(|same| self.mention(text, &folded, start, same)));
            from = start + folded.key[start..].chars().next().map_or(1, char::len_utf8);
        }
        names
    }

    /// The longest name that begins at a byte of the folded text, of those that end where they may.
    pub(super) fn longest(
        &self,
        text: &str,
        folded: &Folded,
        start: usize,
        ends: &[End],
    ) -> Option<(usize, Mention)> {
        ends.chunk_by(|a, b| a.0 == b.0).find_map(|same| {
            let mention = self.mention(text, folded, start, same)?;
            (!is_chance(text, mention.span)).then_some((same[0].0, mention))
        })
    }

    /// Where names may end that begin at a byte of the folded text, the longest first, with layer and value.
    fn ends(&self, text: &str, folded: &Folded, start: usize) -> Vec<End> {
        let mut ends: Vec<End> = Vec::new();
        for (at, layer) in self.layers.iter().enumerate() {
            layer.walk(&folded.key.as_bytes()[start..], |length, value| {
                let end = start + length;
                if ends_here(text, folded, end) {
                    ends.push((end, at, value));
                }
            });
        }
        longest_first(&mut ends);
        ends
    }

    /// The mention of the names that end in one place, if the text's letter case agrees with one of them.
    fn mention(&self, text: &str, folded: &Folded, start: usize, same: &[End]) -> Option<Mention> {
        let span = source_span(text, folded, start, same[0].0);
        if has_full_stop(span.of(text)) {
            return None;
        }
        let readings = self.readings_in(
            same.iter().map(|&(_, layer, value)| (layer, value)),
            span.of(text),
        );
        (!readings.is_empty()).then(|| Mention {
            span,
            readings: readings.into(),
        })
    }

    /// What the values of some layers mean where a text is written so.
    pub(super) fn readings_in(
        &self,
        values: impl Iterator<Item = (usize, u64)>,
        written: &str,
    ) -> Vec<Reading> {
        let mut readings: Vec<Reading> = values
            .flat_map(|(layer, value)| self.layers[layer].readings(value))
            .filter(|&reading| {
                !self.hidden(reading.entry)
                    && !self.only_asked(reading)
                    && Needs::of_name(self.name_text(reading)).agrees(written)
            })
            .collect();
        readings.sort_by_key(|reading| reading.relation);
        readings
    }
}

/// The longest word, in letters, behind which a full stop is that of an abbreviation.
const LONGEST_ABBREVIATION: usize = 4;

/// Whether a sentence ends within a piece of text, which makes it no name: `Blagoveshchensk. Heihe`, but not `St. Petersburg`.
pub(super) fn has_full_stop(written: &str) -> bool {
    written.match_indices('.').any(|(at, _)| {
        let word = written[..at].chars().rev().take_while(|c| c.is_alphanumeric());
        written[at + 1..].starts_with(char::is_whitespace) && word.count() > LONGEST_ABBREVIATION
    })
}

/// The longest ends first, and of those the ones of later layers.
pub(super) fn longest_first(ends: &mut [End]) {
    ends.sort_by_key(|&(end, layer, _)| std::cmp::Reverse((end, layer)));
}

/// The bytes of the source that a part of the folded text comes from.
fn source_span(text: &str, folded: &Folded, start: usize, end: usize) -> Span {
    let from = folded.starts[start] as usize;
    let mut to = folded.starts[end] as usize;
    // What the fold ignored after the last character (a space, an apostrophe, a quote) is no part of the name.
    while let Some(last) = text[from..to].chars().next_back() {
        if Script::of(last).is_some() || last.is_alphanumeric() || is_mark(last) {
            break;
        }
        to -= last.len_utf8();
    }
    Span { start: from, end: to }
}

fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// The next place in the folded text where a name may begin: a word's first letter or a Chinese character.
fn next_start(text: &str, folded: &Folded, from: usize) -> Option<usize> {
    folded.key[from..]
        .char_indices()
        .map(|(at, c)| (from + at, c))
        .find_map(|(at, c)| {
            let begins = match Script::of(c) {
                Some(Script::Han) => true,
                _ => c.is_alphanumeric() && !joins_before(text, folded, at),
            };
            begins.then_some(at)
        })
}

/// Whether the character before goes on into the one at `at` within one word.
fn joins_before(text: &str, folded: &Folded, at: usize) -> bool {
    let Some(before) = folded.key[..at].chars().next_back() else {
        return false;
    };
    if !before.is_alphanumeric() || Script::of(before) == Some(Script::Han) {
        return false;
    }
    // An opening quotation mark is ignored by the fold like an apostrophe, but it ends a word.
    let here = folded.starts[at] as usize;
    !text[..here].ends_with(['‘', '•', '·'])
}

/// Whether a name may end before the byte `end` of the folded text.
pub(super) fn ends_here(text: &str, folded: &Folded, end: usize) -> bool {
    let Some(next) = folded.key[end..].chars().next() else {
        return true;
    };
    let last = folded.key[..end].chars().next_back();
    if last.and_then(Script::of) == Some(Script::Han) || Script::of(next) == Some(Script::Han) {
        return true;
    }
    !next.is_alphanumeric() || is_possessive(&text[folded.starts[end] as usize..], text, folded, end)
}

/// An apostrophe and `s` after a name: `Heihe's`, `Heihe’s`.
fn is_possessive(rest: &str, text: &str, folded: &Folded, end: usize) -> bool {
    let here = text.len() - rest.len();
    let apostrophe = text[..here]
        .chars()
        .next_back()
        .is_some_and(|c| matches!(c, '\'' | '’' | '`' | '´'));
    let after = folded.key[end..].strip_prefix('s');
    apostrophe && after.is_some_and(|after| !after.starts_with(|c: char| c.is_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::glossary::Glossary;

    impl Index {
        /// What [`Index::mentions`] is by definition: found in the text as it is folded whole.
        fn mentions_in_folded(&self, text: &str) -> Vec<Mention> {
            let folded = Folded::new(text);
            let mut mentions = Vec::new();
            let mut from = 0;
            while let Some(start) = next_start(text, &folded, from) {
                from = match self.longest(text, &folded, start, &self.ends(text, &folded, start)) {
                    Some((end, mention)) => {
                        mentions.push(mention);
                        end
                    }
                    None => start + folded.key[start..].chars().next().map_or(1, char::len_utf8),
                };
            }
            mentions
        }
    }

    /// An index with tables, as for large texts.
    fn with_tables(index: Index) -> Index {
        index.layers.iter().for_each(|layer| {
            while layer.made_table().is_none() {
                // Another test makes them.
                std::thread::yield_now();
            }
        });
        index
    }

    fn odd_names() -> Index {
        let rows = "id,kind,zh,ru,en\na,person,戴高乐,де Голль,de Gaulle\nb,other,卡拉OK,караоке,karaoke\n\
            c,other,苹果,айфон,iPhone\nd,country,美,США,USA\ne,other,〇号,½ пути,a/c\nf,city,,Йошкар-Ола,O’Brien\n\
            g,other,3D打印,3D-печать,3D\nh,other,,e,Æon\ni,other,㐀黑,ѣ,㎞\nj,city,黑龍江,Щёлково,New Karaoke\n\
            k,city,黑龙江省立,Щёлково-на-Амуре,New Karaoke-on-Don\nl,other,国国国,«Спартак»,AT&T\n\
            m,other,号A,Нью-Йорк 国,T恤\nn,other,打〇,Рим,SX’S\n";
        Index::build(&Glossary::from_csv(rows).0)
    }

    #[track_caller]
    fn agree(index: &Index, text: &str) {
        assert_eq!(
            index.mentions(text),
            index.mentions_in_folded(text),
            "in {text:?}"
        );
    }

    #[test]
    fn all_shipped_names_are_found_as_in_folded_text() {
        let index = with_tables(crate::shipped());
        let joints = [
            " ",
            "",
            "’s ",
            ", ",
            "-",
            "\n",
            "。",
            "‘",
            "\u{ad}",
            "·",
            "й",
            "и\u{306}",
            "½",
        ];
        let mut text = String::new();
        for (at, entry) in index.entries().enumerate() {
            for lang in crate::lang::Lang::ALL {
                for (which, name) in entry.names(lang).iter().enumerate() {
                    text.push_str(&name.text);
                    text.push_str(joints[(at + which) % joints.len()]);
                }
            }
            if text.len() > 20_000 {
                agree(&index, &text);
                agree(&index, &text.to_lowercase());
                agree(&index, &text.to_uppercase());
                text.clear();
            }
        }
        agree(&index, &text);
    }

    #[test]
    fn names_that_begin_small_or_in_two_scripts_are_found() {
        for index in [odd_names(), with_tables(odd_names())] {
            let text =
                "У де Голля iPhone, в 卡拉OK поют KARAOKE; USA’s a/c, usa, ½ пути, Йошкар-Оле и O'Brien's 3D";
            agree(&index, text);
            let found = index.mentions(text);
            let found: Vec<&str> = found.iter().map(|mention| mention.span.of(text)).collect();
            assert!(
                ["iPhone", "卡拉OK", "KARAOKE", "USA", "a/c", "½ пути", "O'Brien"]
                    .iter()
                    .all(|name| found.contains(name)),
                "{found:?}"
            );
        }
    }

    /// Longer than what is read together, so that words, names and odd characters lie across every kind of end.
    #[test]
    fn long_texts_have_the_mentions_of_their_folded_text() {
        let index = with_tables(odd_names());
        let pieces = [
            "New Karaoke-on-Don ",
            "黑龍江省立",
            "Щёлково-на-Амуре, ",
            "don’t",
            "é",
            "国",
            "国国国\n",
            "x",
            "ё",
            "«Спартак»",
            "T恤 ",
            "Нью-Йорк 国",
            "3D打\n印",
            "O'Brien's ",
            "😀",
            "и\u{306}",
            "…",
            "の",
        ];
        for (width, spaces) in [(1usize, true), (7, true), (2, false), (5, false)] {
            let mut text = String::new();
            let mut at = width;
            while text.len() < 120_000 {
                let piece = pieces[at % pieces.len()];
                for _ in 0..1 + at * 7 % (width * 11) {
                    text.push_str(if spaces {
                        piece
                    } else {
                        piece.trim_end_matches([' ', '\n'])
                    });
                }
                at = at * 31 % 1_009 + width;
            }
            agree(&index, &text);
            agree(&index, &text.to_uppercase());
        }
        for piece in [
            "a", "国", "é", "'", "黑", "‘", "я", " ", "\u{301}", "e,", "3D", "a·",
        ] {
            agree(&index, &piece.repeat(40_000 / piece.len()));
        }
    }

    #[test]
    fn the_names_of_two_layers_are_found_by_tables() {
        let later = "id,kind,zh,ru,en\nz,other,卡拉,де Голль,Karaoke Bar\nb,other,卡拉OK,караоке,Karaoke\n";
        let index = with_tables(odd_names().with(&Glossary::from_csv(later).0));
        let text = "Де Голль, karaoke, Karaoke Bar, 卡拉OK 卡拉, у де Голля, USA";
        agree(&index, text);
        assert_eq!(index.mentions(text).len(), 7);
    }

    proptest! {
        #[test]
        fn random_texts_have_the_mentions_of_their_folded_text(
            pieces in proptest::collection::vec(prop_oneof![
                3 => "(New Karaoke|on Don|黑[龍龙]江|省立|Щ[её]лково|на Амуре|国国?|[«\"]Спартак[»\"]|AT&T|T恤|Нью.Йорк|打〇|号A|SX.?S|'?s )",
                3 => "(де Голл[ья]|De Gaulle|卡拉OK|卡拉|karaoke|iPhone|USA|美|〇号|a/c|½ пути|℀|Йошкар Ола|Йошкар|o.?brien|3d|3D打印|Æon|㐀黑|㎞|km|号|ﬁ|ǅ|İ)",
                2 => "[ .,'’‘·•и\u{306}\u{ad}\n-…，]{1,2}",
                1 => "\\PC{0,3}",
                1 => "[a-cA-Cа-вА-В0-3黑美国打]{1,4}",
            ], 0..24)
        ) {
            use std::sync::LazyLock;
            static PLAIN: LazyLock<Index> = LazyLock::new(odd_names);
            static FILTERED: LazyLock<Index> = LazyLock::new(|| with_tables(odd_names()));
            static SHIPPED: LazyLock<Index> = LazyLock::new(|| with_tables(crate::shipped()));
            let text: String = pieces.concat();
            let plain = PLAIN.mentions_in_folded(&text);
            prop_assert_eq!(&PLAIN.mentions(&text), &plain);
            prop_assert_eq!(&FILTERED.mentions(&text), &plain);
            prop_assert_eq!(SHIPPED.mentions(&text), SHIPPED.mentions_in_folded(&text));
        }
    }
}
