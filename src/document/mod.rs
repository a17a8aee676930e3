//! The formats of articles: the text of a document with a map back to its source, and which parts of it are no prose.
//!
//! A linter of names must not read code, addresses or markup. What is left is prose: names may go on over a line break
//! or into emphasis there. A [`Document`] is that text; what is changed in it is changed in the source, and nothing else.

mod block;
mod comments;
#[cfg(feature = "documents")]
mod container;
mod edit;
#[cfg(feature = "documents")]
mod html;
mod latex;
mod mapped;
mod markdown;
mod messages;
#[cfg(feature = "documents")]
mod office;
mod place;
mod plain;
mod subtitles;
mod table;
mod track;
#[cfg(feature = "documents")]
mod translation;
#[cfg(feature = "documents")]
mod xml;

#[cfg(feature = "documents")]
pub use self::container::Container;
pub use self::mapped::Document;
pub use self::messages::{Message, messages};
pub use self::place::{Part, Place};
use self::track::Run;
pub use self::track::Tracking;
#[cfg(feature = "documents")]
pub use self::translation::{Side, Unit, units};
use crate::error::{Error, ErrorKind};
use crate::text::Span;

/// A format of articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Text without markup.
    Plain,
    /// CommonMark with tables, footnotes and front matter.
    Markdown,
    /// HTML, also that of old pages.
    #[cfg(feature = "documents")]
    Html,
    /// Messages of gettext: the translations are the text.
    Po,
    /// Subtitles of SubRip and WebVTT.
    Subtitles,
    /// LaTeX without its commands and formulas.
    Latex,
    /// Data with commas between its fields.
    Csv,
    /// Data with tabulators between its fields.
    Tsv,
    /// XLIFF 1.2 and 2: the targets are the text.
    #[cfg(feature = "documents")]
    Xliff,
    /// TMX: the segments in other languages than the source are the text.
    #[cfg(feature = "documents")]
    Tmx,
    /// Word documents.
    #[cfg(feature = "documents")]
    Docx,
    /// Texts of LibreOffice and others.
    #[cfg(feature = "documents")]
    Odt,
    /// Workbooks of Excel and others.
    #[cfg(feature = "documents")]
    Xlsx,
}

/// The endings of files with their formats.
const ENDINGS: &[(&str, Format)] = &[
    ("txt", Format::Plain),
    ("md", Format::Markdown),
    ("markdown", Format::Markdown),
    #[cfg(feature = "documents")]
    ("html", Format::Html),
    #[cfg(feature = "documents")]
    ("htm", Format::Html),
    #[cfg(feature = "documents")]
    ("xhtml", Format::Html),
    ("po", Format::Po),
    ("pot", Format::Po),
    ("srt", Format::Subtitles),
    ("vtt", Format::Subtitles),
    ("tex", Format::Latex),
    ("csv", Format::Csv),
    ("tsv", Format::Tsv),
    ("tab", Format::Tsv),
    #[cfg(feature = "documents")]
    ("xlf", Format::Xliff),
    #[cfg(feature = "documents")]
    ("xliff", Format::Xliff),
    #[cfg(feature = "documents")]
    ("sdlxliff", Format::Xliff),
    #[cfg(feature = "documents")]
    ("mqxliff", Format::Xliff),
    #[cfg(feature = "documents")]
    ("tmx", Format::Tmx),
    #[cfg(feature = "documents")]
    ("docx", Format::Docx),
    #[cfg(feature = "documents")]
    ("docm", Format::Docx),
    #[cfg(feature = "documents")]
    ("dotx", Format::Docx),
    #[cfg(feature = "documents")]
    ("odt", Format::Odt),
    #[cfg(feature = "documents")]
    ("ott", Format::Odt),
    #[cfg(feature = "documents")]
    ("xlsx", Format::Xlsx),
    #[cfg(feature = "documents")]
    ("xlsm", Format::Xlsx),
    #[cfg(feature = "documents")]
    ("xltx", Format::Xlsx),
];

/// What a reader is told.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The columns of a table that are text: names of the first row, or numbers from 1; all of them where it is empty.
    pub columns: Vec<String>,
}

/// A part of a document's source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Source {
    /// The name within its archive; empty for a file of its own.
    pub(crate) name: String,
    pub(crate) text: String,
    /// Whether it holds no text of the document, but says something about its parts.
    pub(crate) is_aside: bool,
}

impl Format {
    /// The format that the name of a file speaks for; plain text for unknown ones.
    pub fn of_name(name: &str) -> Format {
        Format::known(name).unwrap_or(Format::Plain)
    }

    /// The format that the ending of a file's name stands for, if it is a known one.
    pub fn known(name: &str) -> Option<Format> {
        let (_, end) = name.rsplit_once('.')?;
        let known = ENDINGS.iter().find(|(known, _)| end.eq_ignore_ascii_case(known));
        known.map(|&(_, format)| format)
    }

    /// The endings of files that are documents.
    pub fn endings() -> impl Iterator<Item = &'static str> {
        ENDINGS.iter().map(|&(end, _)| end)
    }

    /// Whether files of the format are archives of several parts, not text.
    pub fn is_archive(self) -> bool {
        #[cfg(feature = "documents")]
        return matches!(self, Format::Docx | Format::Odt | Format::Xlsx);
        #[cfg(not(feature = "documents"))]
        false
    }

    /// The parts of a source that are no prose, in order, none overlapping another. Of a source that is malformed all of it.
    ///
    /// ```
    /// use isonym::document::Format;
    /// let text = "`Heihe` and [Heihe](https://heihe.example).";
    /// let parts = Format::Markdown.no_prose(text);
    /// let parts: Vec<&str> = parts.iter().map(|span| span.of(text)).collect();
    /// assert_eq!(parts, ["`Heihe`", "](https://heihe.example)"]);
    /// ```
    pub fn no_prose(self, text: &str) -> Vec<Span> {
        match self {
            Format::Plain => plain::no_prose(text),
            Format::Markdown => merged(markdown::no_prose(text)),
            _ => Document::read(self, text, &Options::default()).map_or(
                vec![Span {
                    start: 0,
                    end: text.len(),
                }],
                |document| document.gaps(),
            ),
        }
    }
}

impl Document {
    /// Reads a text file.
    ///
    /// # Errors
    ///
    /// What is malformed, with its line; of an archive, that it is none: [`Container`] reads those.
    pub fn read(format: Format, source: &str, options: &Options) -> Result<Document, Error> {
        let part = Source {
            name: String::new(),
            text: source.to_owned(),
            is_aside: false,
        };
        Document::of_parts(format, vec![part], options)
    }

    /// Reads the parts of a source.
    pub(crate) fn of_parts(format: Format, parts: Vec<Source>, options: &Options) -> Result<Document, Error> {
        let source = parts.first().map_or("", |part| part.text.as_str());
        let mut lang = None;
        #[cfg_attr(not(feature = "documents"), allow(unused_mut))]
        let mut runs = Vec::new();
        let blocks = match format {
            Format::Plain | Format::Markdown => vec![whole(source, format.no_prose(source))],
            #[cfg(feature = "documents")]
            Format::Html => {
                let page = html::page(source);
                lang = page.lang;
                page.blocks
            }
            Format::Po => {
                let file = messages::file(source).map_err(malformed)?;
                lang = file.lang;
                file.blocks()
            }
            Format::Subtitles => subtitles::blocks(source),
            Format::Latex => latex::blocks(source),
            Format::Csv => table::blocks(source, table::separator(source), options)?,
            Format::Tsv => table::blocks(source, '\t', options)?,
            #[cfg(feature = "documents")]
            Format::Xliff | Format::Tmx => {
                let (blocks, own) = translation::blocks(format, source).map_err(malformed)?;
                lang = own;
                blocks
            }
            #[cfg(feature = "documents")]
            Format::Docx | Format::Odt | Format::Xlsx => {
                let texts = office::read(format, &parts, options)?;
                runs = texts.runs;
                texts.blocks
            }
        };
        let mut document = Document::of(format, options.clone(), parts, blocks);
        document.lang = lang;
        document.runs = runs;
        Ok(document)
    }

    /// What of the first part of the source is no prose.
    fn gaps(&self) -> Vec<Span> {
        let is_prose = |span: Span| {
            let from = self.excluded.partition_point(|part| part.end <= span.start);
            !self.excluded.get(from).is_some_and(|part| part.overlaps(span))
        };
        let prose = self.pieces.iter().filter(|piece| is_prose(piece.text));
        let mut prose: Vec<Span> = prose.map(|piece| piece.source).collect();
        prose.sort_unstable();
        let mut gaps = Vec::new();
        let mut start = 0;
        for span in prose {
            gaps.push(Span {
                start,
                end: span.start,
            });
            start = span.end.max(start);
        }
        gaps.push(Span {
            start,
            end: self.source().len(),
        });
        merged(gaps)
    }
}

fn malformed(why: crate::message::Message) -> Error {
    Error::new(ErrorKind::Data, why)
}

/// A source that is one block of text.
fn whole(source: &str, excluded: Vec<Span>) -> block::Block {
    let mut block = block::Block::default();
    let span = Span {
        start: 0,
        end: source.len(),
    };
    block.verbatim(source, span, block::Coding::Plain);
    block.excluded = excluded;
    block
}

/// The same parts in order, those that touch made one.
fn merged(mut parts: Vec<Span>) -> Vec<Span> {
    parts.sort_unstable();
    let mut whole: Vec<Span> = Vec::with_capacity(parts.len());
    for part in parts.into_iter().filter(|part| part.start < part.end) {
        match whole.last_mut() {
            Some(last) if part.start <= last.end => last.end = last.end.max(part.end),
            _ => whole.push(part),
        }
    }
    whole
}
