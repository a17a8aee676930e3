//! HTML: the text of a page. Scripts, styles, comments and attributes are left out, but for `alt` and `title`.

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{StartTag, Token, Tokenizer};

use super::Place;
use super::block::{Block, Coding};
use crate::lang::Lang;
use crate::text::Span;

/// Elements whose content is no text at all.
const NOTHING: &[&str] = &[
    "script", "style", "template", "noscript", "iframe", "object", "svg", "math", "select", "noembed",
    "noframes",
];

/// Elements whose content is code: it stands in the text, and is no prose.
const CODE: &[&str] = &["code", "pre", "kbd", "samp", "var", "tt", "listing", "xmp"];

/// Elements that stand in a line of text; all others begin a block.
const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins",
    "img", "kbd", "label", "mark", "nobr", "q", "ruby", "rb", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "data", "link", "meta", "input", "button",
];

/// Elements without content.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
];

/// So many elements within each other change how text is read; those within them do not.
const DEEPEST: usize = 200;

/// Attributes that are read.
const READ: &[&str] = &["alt", "title"];

/// A page.
pub(super) struct Page {
    pub(super) blocks: Vec<Block>,
    /// The language of its root.
    pub(super) lang: Option<Lang>,
}

/// Reads a page. Every text is one: what is malformed is read as browsers do.
pub(super) fn page(source: &str) -> Page {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut reader = Reader {
        source,
        block: Block::default(),
        blocks: Vec::new(),
        attributes: Vec::new(),
        lang: None,
        open: Vec::new(),
        end: 0,
    };
    for Ok(token) in Tokenizer::new_with_emitter(source, emitter) {
        reader.take(&token);
    }
    reader.end_block();
    reader.blocks.append(&mut reader.attributes);
    Page {
        blocks: reader.blocks,
        lang: reader.lang,
    }
}

/// An element that changes how what is in it is read.
struct Open {
    name: String,
    /// Elements of the same name that are open within it.
    inner: usize,
    what: What,
}

/// How the content of an element is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Nothing,
    /// Code, or text in a language that is none of ours.
    Excluded,
    /// Text of one of our languages.
    Prose,
}

struct Reader<'a> {
    source: &'a str,
    block: Block,
    blocks: Vec<Block>,
    attributes: Vec<Block>,
    lang: Option<Lang>,
    open: Vec<Open>,
    /// How far the source was read.
    end: usize,
}

impl Reader<'_> {
    fn take(&mut self, token: &Token<usize>) {
        match token {
            Token::StartTag(tag) => self.start(tag),
            Token::EndTag(tag) => self.close(&String::from_utf8_lossy(&tag.name)),
            Token::String(text) => {
                let span = self.span(text.span.start, text.span.end);
                self.text(span);
            }
            Token::Comment(comment) => {
                let span = self.span(comment.span.start, comment.span.end);
                self.comment(span);
            }
            Token::Doctype(_) | Token::Error(_) => {}
        }
    }

    /// A part of the source behind what was read.
    fn span(&mut self, start: usize, end: usize) -> Span {
        let mut end = end.clamp(self.end, self.source.len());
        while !self.source.is_char_boundary(end) {
            end += 1;
        }
        let mut start = start.clamp(self.end, end);
        while !self.source.is_char_boundary(start) {
            start -= 1;
        }
        self.end = end;
        Span { start, end }
    }

    /// How what comes next is read.
    fn what(&self) -> What {
        self.open.last().map_or(What::Prose, |open| open.what)
    }

    fn start(&mut self, tag: &StartTag<usize>) {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        let span = self.span(tag.span.start, tag.span.end);
        if name == "br" {
            self.block.gap("\n");
        } else if !INLINE.contains(&name.as_str()) {
            self.end_block();
        }
        if self.what() == What::Prose {
            self.attributes(tag, span);
        }
        if VOID.contains(&name.as_str()) || tag.self_closing {
            return;
        }
        let lang = tag
            .attributes
            .get(&b"lang"[..])
            .or(tag.attributes.get(&b"xml:lang"[..]));
        let lang = lang.map(|lang| String::from_utf8_lossy(lang).into_owned());
        let what = self.what_of(&name, lang.as_deref());
        let can_open = self.what() != What::Nothing && self.open.len() < DEEPEST;
        match self.open.last_mut() {
            _ if can_open && what.is_some() => self.open.push(Open {
                what: what.unwrap_or(What::Prose),
                inner: 0,
                name,
            }),
            Some(open) if open.name == name => open.inner += 1,
            _ => {}
        }
    }

    /// How the content of an element is read, if it differs from what is around it.
    fn what_of(&mut self, name: &str, lang: Option<&str>) -> Option<What> {
        if NOTHING.contains(&name) {
            return Some(What::Nothing);
        }
        if CODE.contains(&name) {
            return Some(What::Excluded);
        }
        let tag = lang.filter(|tag| !tag.trim().is_empty())?;
        let lang = super::messages::language(tag.trim());
        if name == "html" || name == "body" {
            self.lang = lang.or(self.lang);
        }
        let is_code = self.open.iter().any(|open| CODE.contains(&open.name.as_str()));
        Some(match lang {
            Some(_) if !is_code => What::Prose,
            _ => What::Excluded,
        })
    }

    fn close(&mut self, name: &str) {
        if !INLINE.contains(&name) && name != "br" {
            self.end_block();
        }
        // An element that is closed closes those within it.
        let Some(at) = self.open.iter().rposition(|open| open.name == name) else {
            return;
        };
        let is_barred = self.open[at + 1..].iter().any(|open| open.what == What::Nothing);
        match &mut self.open[at] {
            _ if is_barred => {}
            open if open.inner > 0 => open.inner -= 1,
            _ => self.open.truncate(at),
        }
    }

    fn text(&mut self, span: Span) {
        let start = self.block.text.len();
        match self.what() {
            What::Nothing => {}
            What::Prose => text(&mut self.block, self.source, span, Coding::Markup, true),
            What::Excluded => {
                text(&mut self.block, self.source, span, Coding::Markup, true);
                self.block.exclude_from(start);
            }
        }
    }

    /// A comment to the linter stays in the text, for it to be read there.
    fn comment(&mut self, span: Span) {
        if span.of(self.source).contains("isonym-ignore") {
            let start = self.block.text.len();
            self.block.gap("<!--");
            self.block.gap(
                span.of(self.source)
                    .trim_start_matches("<!--")
                    .trim_end_matches("-->"),
            );
            self.block.gap("-->");
            self.block.exclude_from(start);
        }
    }

    fn end_block(&mut self) {
        let block = std::mem::take(&mut self.block);
        if !block.text.is_empty() {
            self.blocks.push(block);
        }
    }

    /// The attributes that are text are blocks of their own, behind the text of the page.
    fn attributes(&mut self, tag: &StartTag<usize>, span: Span) {
        for &name in READ {
            let Some(value) = tag.attributes.get(name.as_bytes()) else {
                continue;
            };
            let after = value.span.start.clamp(span.start, span.end);
            let Some((span, quote)) = value_at(self.source, after, span.end, name) else {
                continue;
            };
            let mut block = Block {
                place: Some(Place::Attribute(name.to_owned())),
                ..Block::default()
            };
            text(&mut block, self.source, span, Coding::Attribute(quote), false);
            self.attributes.push(block);
        }
    }
}

/// Where the value of an attribute stands whose name is at a byte, and between which quotation marks.
fn value_at(source: &str, at: usize, end: usize, name: &str) -> Option<(Span, Option<char>)> {
    let rest = source.get(at..end)?;
    let rest = rest
        .get(name.len()..)
        .filter(|_| rest[..name.len()].eq_ignore_ascii_case(name))?;
    let rest = rest.trim_start().strip_prefix('=')?.trim_start();
    let start = end - rest.len();
    let quote = rest.chars().next().filter(|&c| c == '"' || c == '\'');
    let (start, length) = match quote {
        Some(quote) => (start + 1, rest[1..].find(quote)?),
        None => (start, rest.find(|c: char| c.is_whitespace() || c == '>')?),
    };
    let span = Span {
        start,
        end: start + length,
    };
    Some((span, quote))
}

/// Adds a text with its entities. White space is one character of it, as on the page.
fn text(block: &mut Block, source: &str, span: Span, coding: Coding, folds: bool) {
    let mut at = span.start;
    while at < span.end {
        let rest = &source[at..span.end];
        let until = |c: char| c == '&' || folds && c.is_ascii_whitespace();
        let length = match rest.find(until) {
            Some(0) if rest.starts_with('&') => entity(block, rest, at, coding),
            Some(0) => space(block, rest, at, coding),
            Some(length) => plain(block, source, at, length, coding),
            None => plain(block, source, at, rest.len(), coding),
        };
        at += length;
    }
}

fn plain(block: &mut Block, source: &str, at: usize, length: usize, coding: Coding) -> usize {
    let span = Span {
        start: at,
        end: at + length,
    };
    block.verbatim(source, span, coding);
    length
}

/// White space: the line break in it, if there is one, or else its first character; nothing after other white space.
fn space(block: &mut Block, rest: &str, at: usize, coding: Coding) -> usize {
    let length = rest
        .find(|c: char| !c.is_ascii_whitespace())
        .unwrap_or(rest.len());
    if !block.text.is_empty() && !block.text.ends_with([' ', '\n']) {
        let is_line = rest[..length].contains('\n');
        let span = Span {
            start: at,
            end: at + length,
        };
        block.written(if is_line { "\n" } else { " " }, span, coding);
    }
    length
}

/// A reference to a character, or the `&` that begins none.
fn entity(block: &mut Block, rest: &str, at: usize, coding: Coding) -> usize {
    let name = |c: char| c.is_ascii_alphanumeric() || c == '#';
    let length = 1 + rest[1..].find(|c| !name(c)).unwrap_or(rest.len() - 1);
    let length = length + usize::from(rest[length..].starts_with(';'));
    let mut written = String::new();
    for Ok(token) in Tokenizer::new(&rest[..length]) {
        if let Token::String(text) = token {
            written.push_str(&String::from_utf8_lossy(&text));
        }
    }
    let span = Span {
        start: at,
        end: at + length,
    };
    block.written(&written, span, coding);
    length
}
