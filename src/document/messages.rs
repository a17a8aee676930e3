//! PO files of gettext: messages with their translations, which are the text.

use super::Place;
use super::block::{Block, Coding};
use crate::lang::Lang;
use crate::message::{Message as Said, said};
use crate::text::Span;

/// What parts a context from its message in the id of a unit, as in gettext.
const CONTEXT_END: char = '\u{4}';

/// A message of a PO file.
///
/// ```
/// let source = "msgid \"a river\"\nmsgstr \"\"\n\"река \"\n\"Амур\"\n";
/// let (messages, _) = isonym::document::messages(source).unwrap();
/// assert_eq!(messages[0].translations[0], (2, "река Амур".to_owned()));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Message {
    /// The context, if it has one.
    pub context: Option<String>,
    /// The message, with the line on which it begins; empty for the header.
    pub id: (usize, String),
    /// The message in the plural.
    pub plural: Option<(usize, String)>,
    /// The translations, more than one for the forms of a plural.
    pub translations: Vec<(usize, String)>,
    /// Whether the translation is only a suggestion.
    pub is_fuzzy: bool,
}

impl Message {
    /// The id of the unit: the message, after its context.
    pub fn name(&self) -> String {
        match &self.context {
            Some(context) => format!("{context}{CONTEXT_END}{}", self.id.1),
            None => self.id.1.clone(),
        }
    }
}

/// The messages of a PO file, and the language that its header names.
///
/// # Errors
///
/// What is malformed, with its line, or that the file has no message.
pub fn messages(source: &str) -> Result<(Vec<Message>, Option<Lang>), crate::Error> {
    let file = file(source).map_err(super::malformed)?;
    let lang = file.lang;
    Ok((file.messages.into_iter().map(Draft::message).collect(), lang))
}

/// The language of a tag like `ru-RU`.
pub(super) fn language(tag: &str) -> Option<Lang> {
    let primary = tag.split(['-', '_']).next().unwrap_or(tag);
    primary.to_ascii_lowercase().parse().ok()
}

/// A file that was read.
pub(super) struct File {
    messages: Vec<Draft>,
    pub(super) lang: Option<Lang>,
}

impl File {
    /// The translations, but for fuzzy ones. What comments say to the linter stands in front of the message's first one; what
    /// those of the header say, in front of the first of all.
    pub(super) fn blocks(self) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut comments = String::new();
        for mut message in self.messages {
            let is_header = message.id.as_ref().is_none_or(|id| id.block.text.is_empty());
            if is_header {
                comments += &message.comments;
            } else if !message.is_fuzzy {
                comments += &std::mem::take(&mut message.comments);
                let mut own = message.blocks();
                if let Some(first) = own.first_mut().filter(|_| !comments.is_empty()) {
                    *first = std::mem::take(first).behind(&std::mem::take(&mut comments));
                }
                blocks.append(&mut own);
            }
        }
        blocks
    }
}

/// Reads a file.
pub(super) fn file(source: &str) -> Result<File, Said> {
    let mut reader = Reader {
        source,
        message: Draft::default(),
        field: Field::default(),
        messages: Vec::new(),
    };
    let mut at = 0;
    for (line, number) in source.split_inclusive('\n').zip(1..) {
        let start = at + (line.len() - line.trim_start().len());
        let span = Span {
            start,
            end: start + line.trim().len(),
        };
        reader
            .line(span, number)
            .map_err(|why| said!("in-line", line = number, why = why))?;
        at += line.len();
    }
    reader.end();
    if reader.messages.is_empty() {
        return Err(said!("no-po"));
    }
    let lang = reader.messages.iter().find_map(Draft::header_language);
    Ok(File {
        messages: reader.messages,
        lang,
    })
}

/// A text with the line on which it begins.
#[derive(Default)]
struct Text {
    line: usize,
    block: Block,
}

impl Text {
    fn told(self) -> (usize, String) {
        (self.line, self.block.text)
    }
}

/// A message as it is read.
#[derive(Default)]
struct Draft {
    context: Option<Text>,
    id: Option<Text>,
    plural: Option<Text>,
    translations: Vec<Text>,
    is_fuzzy: bool,
    /// What its comments say to the linter, each on a line, written as comments of HTML.
    comments: String,
}

impl Draft {
    fn message(self) -> Message {
        Message {
            context: self.context.map(|text| text.block.text),
            id: self.id.map(Text::told).unwrap_or_default(),
            plural: self.plural.map(Text::told),
            translations: self.translations.into_iter().map(Text::told).collect(),
            is_fuzzy: self.is_fuzzy,
        }
    }

    fn blocks(self) -> Vec<Block> {
        let context = self
            .context
            .map(|text| text.block.text + " | ")
            .unwrap_or_default();
        let id = self.id.map(|id| id.block.text).unwrap_or_default();
        let blocks = self.translations.into_iter().map(|text| Block {
            place: Some(Place::Unit(format!("{context}{id}"))),
            ..text.block
        });
        blocks.collect()
    }

    /// The language that the header, the message without a text of its own, names.
    fn header_language(&self) -> Option<Lang> {
        let id = self.id.as_ref().filter(|id| id.block.text.is_empty());
        let header = id.and(self.translations.first())?;
        let mut lines = header.block.text.lines();
        language(lines.find_map(|line| line.strip_prefix("Language:"))?.trim())
    }
}

/// Which text the next quoted line goes on with.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Field {
    #[default]
    None,
    Context,
    Id,
    Plural,
    Translation,
}

struct Reader<'a> {
    source: &'a str,
    message: Draft,
    field: Field,
    messages: Vec<Draft>,
}

impl Reader<'_> {
    fn line(&mut self, span: Span, number: usize) -> Result<(), Said> {
        let line = span.of(self.source);
        if line.is_empty() {
            return Ok(());
        }
        if let Some(comment) = line.strip_prefix('#') {
            self.comment(comment);
            return Ok(());
        }
        if line.starts_with('"') {
            let source = self.source;
            let open = self.open().ok_or_else(|| said!("po-text"))?;
            return unquote(&mut open.block, source, span);
        }
        let (keyword, rest) = line
            .split_once([' ', '\t', '"'])
            .ok_or_else(|| said!("po-line"))?;
        let quoted = &line[line.len() - rest.len() - 1..];
        let start = span.end - quoted.trim_start().len();
        let mut text = Text {
            line: number,
            ..Text::default()
        };
        unquote(&mut text.block, self.source, Span { start, end: span.end })?;
        self.keyword(keyword, text)
    }

    /// A comment stands before the message that it speaks of.
    fn comment(&mut self, comment: &str) {
        if self.field == Field::Translation {
            self.end();
        }
        self.message.is_fuzzy |= comment.starts_with(',') && comment.contains("fuzzy");
        let said = comment.strip_prefix([' ', '.']).map(str::trim);
        if let Some(said) = said.filter(|said| said.starts_with("isonym-ignore")) {
            self.message.comments += &format!("<!-- {said} -->\n");
        }
    }

    fn keyword(&mut self, keyword: &str, text: Text) -> Result<(), Said> {
        let begins = matches!(keyword, "msgctxt" | "msgid") && self.field == Field::Translation;
        if begins {
            self.end();
        }
        self.field = match keyword {
            "msgctxt" => Field::Context,
            "msgid" => Field::Id,
            "msgid_plural" => Field::Plural,
            _ if keyword == "msgstr" || keyword.starts_with("msgstr[") => Field::Translation,
            _ => return Err(said!("po-keyword")),
        };
        let message = &mut self.message;
        match self.field {
            Field::Context => message.context = Some(text),
            Field::Id => message.id = Some(text),
            Field::Plural => message.plural = Some(text),
            Field::Translation if message.id.is_none() => return Err(said!("po-no-id")),
            _ => message.translations.push(text),
        }
        Ok(())
    }

    /// The text that a quoted line goes on with.
    fn open(&mut self) -> Option<&mut Text> {
        match self.field {
            Field::None => None,
            Field::Context => self.message.context.as_mut(),
            Field::Id => self.message.id.as_mut(),
            Field::Plural => self.message.plural.as_mut(),
            Field::Translation => self.message.translations.last_mut(),
        }
    }

    fn end(&mut self) {
        let message = std::mem::take(&mut self.message);
        self.field = Field::None;
        if message.id.is_some() {
            self.messages.push(message);
        }
    }
}

/// Adds the text of a quoted line to a block.
fn unquote(block: &mut Block, source: &str, span: Span) -> Result<(), Said> {
    let line = span.of(source);
    let inner = line.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    let inner = inner.ok_or_else(|| said!("po-unquoted"))?;
    let end = span.start + 1 + inner.len();
    let mut at = span.start + 1;
    while at < end {
        let rest = &source[at..end];
        let plain = rest.find(['\\', '"']).unwrap_or(rest.len());
        let here = |start, length| Span {
            start,
            end: start + length,
        };
        if plain > 0 {
            block.verbatim(source, here(at, plain), Coding::Backslash);
            at += plain;
            continue;
        }
        let mut chars = rest.chars();
        let (Some('\\'), escaped) = (chars.next(), chars.next()) else {
            return Err(said!("po-quote"));
        };
        let c = match escaped.ok_or_else(|| said!("po-backslash"))? {
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            other => other,
        };
        let length = rest.len() - chars.as_str().len();
        block.written(c.encode_utf8(&mut [0; 4]), here(at, length), Coding::Backslash);
        at += length;
    }
    Ok(())
}
