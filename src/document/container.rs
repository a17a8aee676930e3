//! Office documents: archives of XML parts.

use std::io::{Cursor, Read, Write};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::{Document, Format, Options, Source, comments, office, xml};
use crate::error::{Error, ErrorKind};
use crate::message::{Message, said};

/// An archive of more parts than this is no document.
const MOST_PARTS: usize = 20_000;

/// What OpenDocument writes first, uncompressed, so that the format can be told.
const MIMETYPE: &str = "mimetype";

/// An office document as its file has it.
///
/// ```
/// use isonym::document::Container;
/// assert!(Container::open(b"PK\x03\x04 and nothing more".to_vec(), 1 << 20).is_err());
/// ```
#[derive(Clone, Debug)]
pub struct Container {
    bytes: Vec<u8>,
    format: Format,
    parts: Vec<Source>,
}

impl Container {
    /// Whether a file begins as an archive does.
    pub fn is_one(bytes: &[u8]) -> bool {
        bytes.starts_with(b"PK\x03\x04")
    }

    /// Opens a document. Its parts with text must not be larger than so many bytes together.
    ///
    /// # Errors
    ///
    /// It is damaged, encrypted, too large, or no document of a known format.
    pub fn open(bytes: Vec<u8>, limit: u64) -> Result<Container, Error> {
        let (format, parts) = open(&bytes, limit).map_err(|why| Error::new(ErrorKind::Data, why))?;
        Ok(Container { bytes, format, parts })
    }

    /// The text of the document; of a workbook, that of the columns that the options name.
    ///
    /// # Errors
    ///
    /// One of its parts is malformed, or no sheet has such a column.
    pub fn document(&self, options: &Options) -> Result<Document, Error> {
        Document::of_parts(self.format, self.parts.clone(), options)
    }

    /// The bytes of the file as they were.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The file with the parts that differ in a changed document. All others are copied as they are compressed, in their order.
    ///
    /// # Errors
    ///
    /// The archive cannot be written.
    pub fn with(&self, changed: &Document) -> Result<Vec<u8>, Error> {
        self.write(changed).map_err(|why| {
            Error::new(
                ErrorKind::Data,
                said!("document-unwritten", why = why.to_string()),
            )
        })
    }

    fn write(&self, changed: &Document) -> Result<Vec<u8>, ZipError> {
        let mut archive = ZipArchive::new(Cursor::new(self.bytes.as_slice()))?;
        let mut out = ZipWriter::new(Cursor::new(Vec::with_capacity(self.bytes.len())));
        out.set_raw_comment(archive.comment().into())?;
        for number in 0..archive.len() {
            let file = archive.by_index_raw(number)?;
            let name = file.name()?.into_owned();
            let new = changed
                .parts
                .iter()
                .find(|part| part.name == name && !self.parts.contains(part));
            let Some(new) = new else {
                out.raw_copy_file(file)?;
                continue;
            };
            let mut options = SimpleFileOptions::default().compression_method(file.compression());
            if let Some(time) = file.last_modified() {
                options = options.last_modified_time(time);
            }
            if let Some(mode) = file.unix_mode() {
                options = options.unix_permissions(mode);
            }
            out.start_file(name, options)?;
            out.write_all(new.text.as_bytes())?;
        }
        for new in &changed.parts[self.parts.len()..] {
            // The clock is none of the library's: new parts have the earliest time that an archive can tell.
            out.start_file(new.name.as_str(), SimpleFileOptions::default())?;
            out.write_all(new.text.as_bytes())?;
        }
        Ok(out.finish()?.into_inner())
    }
}

/// The format and the parts with text of an archive.
fn open(bytes: &[u8], limit: u64) -> Result<(Format, Vec<Source>), Message> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if archive.len() > MOST_PARTS {
        return Err(said!("parts-many", count = archive.len()));
    }
    let mut reader = Reader { left: limit, limit };
    for number in 0..archive.len() {
        let file = archive.by_index_raw(number).map_err(damaged)?;
        if file.enclosed_name().is_none() {
            let name = file.name().map_err(damaged)?.escape_debug().to_string();
            return Err(said!("part-name", name = name));
        }
        if file.encrypted() {
            return Err(said!("document-encrypted"));
        }
    }
    if archive.index_for_name("[Content_Types].xml").is_some() {
        open_xml(&mut archive, &mut reader)
    } else if archive.index_for_name(MIMETYPE).is_some() {
        open_document(&mut archive, &mut reader)
    } else {
        Err(said!("archive-no-document"))
    }
}

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

fn open_xml(archive: &mut Archive<'_>, reader: &mut Reader) -> Result<(Format, Vec<Source>), Message> {
    let types = reader.part(archive, comments::TYPES)?;
    let mut names: Vec<(String, bool)> = Vec::new();
    let mut asides = Vec::new();
    let mut is_workbook = false;
    xml::read(&types.text, |part| {
        let xml::Part::Open(element) = part else { return };
        let (Some(name), Some(kind)) = (element.get("PartName"), element.get("ContentType")) else {
            return;
        };
        let is_main = kind.ends_with("main+xml");
        is_workbook |= office::is_workbook(kind);
        if office::is_workbook(kind) || office::is_workbook_text(kind) || office::docx_kind(kind).is_some() {
            names.push((name.trim_start_matches('/').to_owned(), is_main));
        } else if kind.ends_with(comments::KIND) {
            asides.push(name.trim_start_matches('/').to_owned());
        }
    })
    .map_err(|why| said!("in-part", part = comments::TYPES, why = why))?;
    if !names.iter().any(|(_, is_main)| *is_main) {
        return Err(said!("document-other"));
    }
    // The text itself comes first, then headers, footers and notes in the order of their names.
    names.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    names.dedup();
    if is_workbook {
        // Where the sheets' names stand.
        let relations = names
            .iter()
            .filter(|(_, is_main)| *is_main)
            .filter_map(|(name, _)| {
                let (folder, file) = name.rsplit_once('/')?;
                Some((format!("{folder}/_rels/{file}.rels"), false))
            });
        let relations: Vec<_> = relations
            .filter(|(name, _)| archive.index_for_name(name).is_some())
            .collect();
        names.extend(relations);
    }
    let format = if is_workbook { Format::Xlsx } else { Format::Docx };
    let parts = names.iter().map(|(name, _)| reader.part(archive, name));
    let mut parts: Vec<Source> = parts.collect::<Result<_, _>>()?;
    if format == Format::Docx {
        asides.push(comments::relations_of(&names[0].0));
        // Only comments need them: a document in which they cannot be read is mended without.
        let asides = asides.iter().filter_map(|name| reader.part(archive, name).ok());
        let asides: Vec<Source> = std::iter::once(types).chain(asides).collect();
        parts.extend(asides.into_iter().map(|part| Source {
            is_aside: true,
            ..part
        }));
    }
    Ok((format, parts))
}

fn open_document(archive: &mut Archive<'_>, reader: &mut Reader) -> Result<(Format, Vec<Source>), Message> {
    let kind = reader.part(archive, MIMETYPE)?.text;
    if !kind.starts_with("application/vnd.oasis.opendocument.text") {
        let kind: String = kind.chars().take(80).collect();
        return Err(said!("document-type", kind = kind.escape_debug().to_string()));
    }
    if archive.index_for_name("META-INF/manifest.xml").is_some()
        && reader
            .part(archive, "META-INF/manifest.xml")?
            .text
            .contains("encryption-data")
    {
        return Err(said!("document-encrypted"));
    }
    let mut parts = vec![reader.part(archive, "content.xml")?];
    if archive.index_for_name("styles.xml").is_some() {
        parts.push(reader.part(archive, "styles.xml")?);
    }
    Ok((Format::Odt, parts))
}

/// Reads parts within a limit, whatever their sizes are said to be.
struct Reader {
    left: u64,
    limit: u64,
}

impl Reader {
    fn part(&mut self, archive: &mut Archive<'_>, name: &str) -> Result<Source, Message> {
        let missing = |why: ZipError| match why {
            ZipError::FileNotFound => said!("part-missing", name = name),
            why => damaged(why),
        };
        let file = archive.by_name(name).map_err(missing)?;
        if !matches!(
            file.compression(),
            CompressionMethod::Stored | CompressionMethod::Deflated
        ) {
            return Err(said!("part-compressed", name = name));
        }
        let mut bytes = Vec::new();
        file.take(self.left + 1)
            .read_to_end(&mut bytes)
            .map_err(|why| said!("part-damaged", name = name, why = why.to_string()))?;
        self.left = self
            .left
            .checked_sub(bytes.len() as u64)
            .ok_or_else(|| said!("document-large", limit = self.limit))?;
        let text = String::from_utf8(bytes).map_err(|_| said!("part-encoding", name = name))?;
        Ok(Source {
            name: name.to_owned(),
            text,
            is_aside: false,
        })
    }
}

fn damaged(why: ZipError) -> Message {
    match why {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => {
            said!("document-encrypted")
        }
        why => said!("archive-damaged", why = why.to_string()),
    }
}
