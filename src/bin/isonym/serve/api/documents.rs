//! Files: their text, and the same file with its text mended.

use std::path::Path;

use axum::extract::Multipart;
use axum::extract::multipart::MultipartRejection;
use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use isonym::document::{Document, Tracking};
use isonym::{Script, Span};
use serde::Serialize;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use utoipa::ToSchema;

use crate::lint::{AUTHOR, Limit, Original, Reading};
use crate::serve::answer::{Failure, written};
use crate::serve::app::{Answer, work};
use crate::serve::state::State;

type Held = axum::extract::State<std::sync::Arc<State>>;

/// The parts of an archive may be so large together.
const LARGEST: Limit = Limit::of_bytes(64 << 20);

/// A file that is sent.
#[derive(ToSchema)]
#[allow(dead_code)]
pub(crate) struct FileRequest {
    /// The file; its name tells its format.
    #[schema(value_type = String, format = Binary, content_media_type = "application/octet-stream")]
    file: Vec<u8>,
}

/// The text of a file.
#[derive(Serialize, ToSchema)]
struct TextOfFile {
    name: String,
    /// Whether `text` is what stands in an office document; of other files it is all that there is.
    office: bool,
    /// Whether changes can be put in as tracked changes.
    trackable: bool,
    encoding: &'static str,
    /// How sure the encoding is, if it was guessed.
    guess: Option<f32>,
    text: String,
}

/// Reads a file: plain text, Markdown, HTML, Word, OpenDocument and all others that `isonym lint` reads.
#[utoipa::path(
    post, path = "/api/document", tag = "articles", operation_id = "document",
    request_body(content = FileRequest, content_type = "multipart/form-data"),
    responses((status = 200, description = "Its text", body = TextOfFile))
)]
pub(crate) async fn read(state: Held, form: Result<Multipart, MultipartRejection>) -> Answer {
    let form = Form::read(form).await?;
    work(state, move |_| {
        let (original, document) = form.open()?;
        let office = document.format().is_archive();
        written(&TextOfFile {
            office,
            trackable: document.format() == isonym::document::Format::Docx,
            encoding: original.encoding(),
            guess: original.guessed().and_then(|decoded| decoded.guess),
            text: if office {
                document.text()
            } else {
                document.source()
            }
            .to_owned(),
            name: form.name,
        })
    })
    .await
}

/// A file and what its text shall be.
#[derive(ToSchema)]
#[allow(dead_code)]
pub(crate) struct MendRequest {
    /// The file as it was.
    #[schema(value_type = String, format = Binary, content_media_type = "application/octet-stream")]
    file: Vec<u8>,
    /// Its new text.
    text: String,
    /// `true` puts the changes into Word documents as tracked changes.
    track: Option<String>,
}

/// Gives a file back with another text. Of an office document nothing else changes; a text file keeps its encoding.
#[utoipa::path(
    post, path = "/api/document/mend", tag = "articles", operation_id = "mend",
    request_body(content = MendRequest, content_type = "multipart/form-data"),
    responses((status = 200, description = "The file", body = Vec<u8>, content_type = "application/octet-stream"))
)]
pub(crate) async fn mend(state: Held, form: Result<Multipart, MultipartRejection>) -> Answer {
    let form = Form::read(form).await?;
    work(state, move |_| {
        let text = form
            .text
            .as_deref()
            .ok_or_else(|| Failure::unfit("the new `text` is missing"))?;
        let (original, document) = form.open()?;
        let bytes = match &original {
            Original::Text { decoded, .. } => decoded.encode(text).map_err(Failure::unfit)?,
            // A line of an archive is never opened here.
            Original::Record => return Err(Failure::unfit("there is no way back into this file")),
            Original::Archive(_) => {
                let mended = mended(&document, text, form.is_tracked)?;
                original.with(&document, &mended).map_err(Failure::unfit)?
            }
        };
        Ok(download(&form.name, bytes))
    })
    .await
}

/// The document with a text of others' making, where only what differs is changed.
fn mended(document: &Document, text: &str, is_tracked: bool) -> Result<Document, Failure> {
    let text = text.replace("\r\n", "\n");
    let edits = edits(document.text(), &text);
    let tracking = Tracking {
        author: AUTHOR,
        reasons: &[],
    };
    let (mended, done) = document.edited(&edits, is_tracked.then_some(&tracking));
    if done < edits.len() {
        let left = edits.len() - done;
        return Err(Failure::unfit(format!(
            "{left} changes cannot be put into the document: paragraphs must stay as they are; change words only"
        )));
    }
    Ok(mended)
}

/// What has to be replaced to make one text of another: words, and single Chinese characters.
fn edits(old: &str, new: &str) -> Vec<(Span, String)> {
    let (from, to) = (tokens(old), tokens(new));
    let starts = |tokens: &[&str]| {
        let ends = tokens.iter().scan(0, |at, token| {
            *at += token.len();
            Some(*at)
        });
        std::iter::once(0).chain(ends).collect::<Vec<usize>>()
    };
    let ops = capture_diff_slices(Algorithm::Myers, &from, &to);
    let (from, to) = (starts(&from), starts(&to));
    let changes = ops.iter().filter(|op| !matches!(op, DiffOp::Equal { .. }));
    let edits = changes.map(|op| {
        let (a, b) = (op.old_range(), op.new_range());
        let span = Span {
            start: from[a.start],
            end: from[a.end],
        };
        (span, new[to[b.start]..to[b.end]].to_owned())
    });
    edits.collect()
}

/// The words of a text, and each other character by itself.
fn tokens(text: &str) -> Vec<&str> {
    let is_letter = |c: char| c.is_alphanumeric() && Script::of(c) != Some(Script::Han);
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = match rest.find(|c| !is_letter(c)) {
            Some(0) => first.len_utf8(),
            Some(end) => end,
            None => rest.len(),
        };
        let (token, after) = rest.split_at(length);
        tokens.push(token);
        rest = after;
    }
    tokens
}

/// The parts of a form.
struct Form {
    name: String,
    file: Vec<u8>,
    text: Option<String>,
    is_tracked: bool,
}

impl Form {
    async fn read(form: Result<Multipart, MultipartRejection>) -> Result<Form, Failure> {
        let mut form = form.map_err(|error| {
            Failure::new(
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                format!("send `multipart/form-data`: {error}"),
            )
        })?;
        let (mut name, mut file, mut text, mut is_tracked) = (String::new(), None, None, false);
        while let Some(field) = form.next_field().await.map_err(unreadable)? {
            match field.name().unwrap_or("") {
                "file" => {
                    name = field.file_name().unwrap_or("article.txt").to_owned();
                    file = Some(field.bytes().await.map_err(unreadable)?.to_vec());
                }
                "text" => text = Some(field.text().await.map_err(unreadable)?),
                "track" => is_tracked = field.text().await.map_err(unreadable)? == "true",
                _ => {}
            }
        }
        Ok(Form {
            name,
            file: file.ok_or_else(|| Failure::unfit("the `file` is missing"))?,
            text,
            is_tracked,
        })
    }

    fn open(&self) -> Result<(Original, Document), Failure> {
        let reading = Reading {
            encoding: None,
            limit: LARGEST,
            columns: &[],
        };
        Original::of(self.file.clone(), Path::new(&self.name), &reading).map_err(Failure::unfit)
    }
}

fn unreadable(error: axum::extract::multipart::MultipartError) -> Failure {
    Failure::bad(format!("the form: {}", error.body_text()))
}

/// Bytes to be saved as a file.
pub(crate) fn download(name: &str, bytes: Vec<u8>) -> Response {
    let plain = |c: char| {
        if c.is_ascii_alphanumeric() || "-_.".contains(c) {
            c
        } else {
            '_'
        }
    };
    let name: String = name.chars().map(plain).collect();
    let headers = [
        (CONTENT_TYPE, "application/octet-stream".to_owned()),
        (CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    (headers, bytes).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_make_one_text_of_another() {
        let (old, new) = (
            "From Heihe to Blagoveschchensk.\n\nНа реке.",
            "From Heihe to Blagoveshchensk.\n\nНа реке Амур.",
        );
        let edits = edits(old, new);
        let mut made = String::new();
        let mut at = 0;
        for (span, text) in &edits {
            made += &old[at..span.start];
            made += text;
            at = span.end;
        }
        assert_eq!(made + &old[at..], new);
        assert_eq!(edits[0].1, "Blagoveshchensk");
    }
}
