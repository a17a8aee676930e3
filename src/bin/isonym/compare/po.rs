//! PO files of gettext: messages with their translations.

use isonym::Lang;

use super::units::{Id, Side, Unit};
use super::xliff::language;

/// What parts a context from its message in the id of a unit, as in gettext.
const CONTEXT_END: char = '\u{4}';

/// The translated messages of a file; fuzzy, obsolete and empty ones are left out. Of a plural, each form is compared with
/// the plural message, the first one with the singular.
///
/// # Errors
///
/// What is malformed, with its line, or that the file has no message.
pub(super) fn units(path: &str, text: &str) -> Result<Vec<Unit>, String> {
    let mut reader = Reader::default();
    for (line, number) in text.lines().zip(1..) {
        reader
            .line(line.trim(), number)
            .map_err(|why| format!("line {number}: {why}"))?;
    }
    reader.end();
    if !reader.any {
        return Err("not a PO file: there is no `msgid` in it".to_owned());
    }
    let to = reader.messages.iter().find_map(header_language);
    Ok(reader
        .messages
        .iter()
        .flat_map(|message| of_message(path, message, to))
        .collect())
}

/// A text with the line on which it begins.
#[derive(Clone, Default)]
struct Text {
    line: usize,
    text: String,
}

#[derive(Default)]
struct Message {
    context: Option<Text>,
    id: Option<Text>,
    plural: Option<Text>,
    translations: Vec<Text>,
    is_fuzzy: bool,
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

#[derive(Default)]
struct Reader {
    message: Message,
    field: Field,
    any: bool,
    messages: Vec<Message>,
}

impl Reader {
    fn line(&mut self, line: &str, number: usize) -> Result<(), &'static str> {
        if line.is_empty() {
            return Ok(());
        }
        if let Some(comment) = line.strip_prefix('#') {
            self.comment(comment);
            return Ok(());
        }
        if line.starts_with('"') {
            let text = unquoted(line)?;
            let open = self
                .open()
                .ok_or("a text that belongs to nothing: not a PO file?")?;
            open.text += &text;
            return Ok(());
        }
        let (keyword, rest) = line
            .split_once([' ', '\t', '"'])
            .ok_or("neither a keyword of PO nor a quoted text: not a PO file?")?;
        let text = Text {
            line: number,
            text: unquoted(line[line.len() - rest.len() - 1..].trim())?,
        };
        self.keyword(keyword, text)
    }

    /// A comment stands before the message that it speaks of.
    fn comment(&mut self, comment: &str) {
        if self.field == Field::Translation {
            self.end();
        }
        self.message.is_fuzzy |= comment.starts_with(',') && comment.contains("fuzzy");
    }

    fn keyword(&mut self, keyword: &str, text: Text) -> Result<(), &'static str> {
        let begins = matches!(keyword, "msgctxt" | "msgid") && self.field == Field::Translation;
        if begins {
            self.end();
        }
        self.field = match keyword {
            "msgctxt" => Field::Context,
            "msgid" => Field::Id,
            "msgid_plural" => Field::Plural,
            _ if keyword == "msgstr" || keyword.starts_with("msgstr[") => Field::Translation,
            _ => return Err("no keyword of PO: not a PO file?"),
        };
        self.any |= self.field == Field::Id;
        let message = &mut self.message;
        match self.field {
            Field::Context => message.context = Some(text),
            Field::Id => message.id = Some(text),
            Field::Plural => message.plural = Some(text),
            Field::Translation if message.id.is_none() => return Err("a `msgstr` without its `msgid`"),
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

/// The text of a quoted line.
fn unquoted(line: &str) -> Result<String, &'static str> {
    let inner = line.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    let inner = inner.ok_or("a text is not between quotation marks")?;
    let mut text = String::with_capacity(inner.len());
    let mut chars = inner.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('n') => text.push('\n'),
                Some('t') => text.push('\t'),
                Some('r') => text.push('\r'),
                Some(other) => text.push(other),
                None => return Err("a text ends with a backslash"),
            },
            '"' => return Err("a quotation mark within a text needs a backslash before it"),
            other => text.push(other),
        }
    }
    Ok(text)
}

/// The language that the header, the message without a text of its own, names.
fn header_language(message: &Message) -> Option<Lang> {
    let header = message
        .id
        .as_ref()
        .filter(|id| id.text.is_empty())
        .and(message.translations.first())?;
    let line = header
        .text
        .lines()
        .find_map(|line| line.strip_prefix("Language:"))?;
    language(line.trim())
}

fn of_message(path: &str, message: &Message, to: Option<Lang>) -> Vec<Unit> {
    let Some(id) = message
        .id
        .as_ref()
        .filter(|id| !id.text.is_empty() && !message.is_fuzzy)
    else {
        return Vec::new();
    };
    let name = match &message.context {
        Some(context) => format!("{}{CONTEXT_END}{}", context.text, id.text),
        None => id.text.clone(),
    };
    let side = |text: &Text| Side {
        path: path.to_owned(),
        line: text.line,
        text: text.text.clone(),
    };
    let translated = message
        .translations
        .iter()
        .enumerate()
        .filter(|(_, text)| !text.text.is_empty());
    translated
        .map(|(nth, text)| Unit {
            id: Id::Named(name.clone()),
            source: side(message.plural.as_ref().filter(|_| nth > 0).unwrap_or(id)),
            target: side(text),
            from: None,
            to,
        })
        .collect()
}
