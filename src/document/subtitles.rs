//! Subtitles of SubRip (`.srt`) and WebVTT (`.vtt`): numbers, time codes, notes and styles are left alone.

use super::Place;
use super::block::{Block, Coding};
use crate::text::Span;

/// What parts the beginning of a time from its end.
const ARROW: &str = "-->";

/// The texts of the cues.
pub(super) fn blocks(source: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut cue: Option<Block> = None;
    let mut start = 0;
    for line in source.split_inclusive('\n') {
        let span = Span {
            start,
            end: start + line.trim_end().len(),
        };
        start += line.len();
        if let Some((time, _)) = line.split_once(ARROW) {
            blocks.extend(cue.take());
            cue = Some(Block {
                place: Some(Place::Cue(time.trim().chars().take(20).collect())),
                ..Block::default()
            });
        } else if line.trim().is_empty() {
            blocks.extend(cue.take());
        } else if let Some(cue) = &mut cue {
            let end = start - line.len();
            cue_line(cue, source, Span { start: end, ..span });
        }
    }
    blocks.extend(cue);
    blocks
}

/// A line of a cue without its tags: `<i>`, `<v Name>`, `{\an8}`.
fn cue_line(block: &mut Block, source: &str, line: Span) {
    if !block.text.is_empty() {
        let newline = Span {
            start: source[..line.start].trim_end_matches(['\n', '\r']).len(),
            end: line.start,
        };
        block.written("\n", newline, Coding::Plain);
    }
    let mut at = line.start;
    while at < line.end {
        let rest = &source[at..line.end];
        let tag = tag_length(rest);
        let length = match tag {
            0 => {
                let first = rest.chars().next().map_or(1, char::len_utf8);
                first + rest[first..].find(['<', '{']).unwrap_or(rest.len() - first)
            }
            tag => tag,
        };
        if tag == 0 {
            let span = Span {
                start: at,
                end: at + length,
            };
            block.verbatim(source, span, Coding::Plain);
        }
        at += length;
    }
}

/// How long the tag is that a text begins with.
fn tag_length(text: &str) -> usize {
    let closer = if text.starts_with("{\\") {
        '}'
    } else if text.starts_with('<') && !text[1..].starts_with(char::is_whitespace) {
        '>'
    } else {
        return 0;
    };
    text.find(closer).map_or(0, |at| at + 1)
}
