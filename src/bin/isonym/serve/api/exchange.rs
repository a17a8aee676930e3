//! Other programs' glossaries: into the user's one, and out of it.

use std::io::Cursor;

use axum::extract::Multipart;
use axum::extract::multipart::MultipartRejection;
use axum::http::StatusCode;
use isonym::exchange::{self, Format, Options};
use isonym::glossary::rows;
use isonym::{Glossary, Lang};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use super::choice::Language;
use super::documents::download;
use super::glossary::answer;
use crate::decode::decode;
use crate::glossary::append;
use crate::serve::answer::{Failure, FailureObject, Params};
use crate::serve::app::{Answer, work};
use crate::serve::state::State;

type Held = axum::extract::State<std::sync::Arc<State>>;

/// A glossary that is sent.
#[derive(ToSchema)]
#[allow(dead_code)]
pub(crate) struct ImportRequest {
    /// The file; the ending of its name tells its format.
    #[schema(value_type = String, format = Binary, content_media_type = "application/octet-stream")]
    file: Vec<u8>,
    /// The `hash` of the glossary that it is added to.
    hash: String,
    /// The format, where the name does not tell it.
    format: Option<String>,
}

/// Adds to the glossary what another one has and it has not.
#[utoipa::path(
    post, path = "/api/glossary/import", tag = "glossary", operation_id = "import",
    request_body(content = ImportRequest, content_type = "multipart/form-data"),
    responses(
        (status = 200, description = "The file as it is now", body = super::glossary::GlossaryRows),
        (status = 404, description = "The server has no glossary file", body = FailureObject),
        (status = 409, description = "The file has changed since it was read, or cannot be written", body = FailureObject)
    )
)]
pub(crate) async fn import(state: Held, form: Result<Multipart, MultipartRejection>) -> Answer {
    let sent = Sent::read(form).await?;
    work(state, move |state| {
        let contents = state.own()?.change(&sent.hash, |text| sent.added(text))?;
        answer(state, &contents)
    })
    .await
}

#[derive(Default)]
struct Sent {
    name: String,
    file: Vec<u8>,
    hash: String,
    format: String,
}

impl Sent {
    async fn read(form: Result<Multipart, MultipartRejection>) -> Result<Sent, Failure> {
        let mut form = form.map_err(|error| {
            Failure::new(
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                format!("send `multipart/form-data`: {error}"),
            )
        })?;
        let unreadable = |error: axum::extract::multipart::MultipartError| {
            Failure::bad(format!("the form: {}", error.body_text()))
        };
        let mut sent = Sent::default();
        while let Some(field) = form.next_field().await.map_err(unreadable)? {
            match field.name().unwrap_or("") {
                "file" => {
                    sent.name = field.file_name().unwrap_or("").to_owned();
                    sent.file = field.bytes().await.map_err(unreadable)?.to_vec();
                }
                "hash" => sent.hash = field.text().await.map_err(unreadable)?,
                "format" => sent.format = field.text().await.map_err(unreadable)?,
                _ => {}
            }
        }
        Ok(sent)
    }

    fn format(&self) -> Result<Format, Failure> {
        if !self.format.is_empty() {
            return self.format.parse().map_err(Failure::unfit);
        }
        let ending = self.name.rsplit_once('.').map_or("", |(_, ending)| ending);
        Format::of_ending(ending)
            .ok_or_else(|| Failure::unfit(format!("the name `{}` tells no format: say `format`", self.name)))
    }

    /// The text of a glossary with what was sent.
    fn added(&self, text: &str) -> Result<String, Failure> {
        let format = self.format()?;
        let bytes = if format == Format::Xlsx {
            self.file.clone()
        } else {
            decode(&self.file, None)
                .map_err(Failure::unfit)?
                .text
                .into_bytes()
        };
        let mut text = text.to_owned();
        // A glossary without the column does without the source.
        let has_source = rows(&text).columns.iter().any(|column| column == "source");
        let options = Options {
            source: if has_source {
                self.name.clone()
            } else {
                String::new()
            },
            ..Options::default()
        };
        let report = append(&mut text, |take| {
            Ok(exchange::read(format, &mut Cursor::new(bytes), &options, take)?)
        });
        report.map_err(Failure::unfit)?;
        Ok(text)
    }
}

/// How the glossary is written.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ExportParams {
    /// `csv` gives the file as it is; others: `tsv`, `xlsx`, `tbx`, `omegat`, `deepl`, `google`, `weblate` …
    format: String,
    /// The source language of formats with two columns.
    from: Option<Language>,
    /// Their target language.
    to: Option<Language>,
}

/// Gives the glossary in a format of other programs.
#[utoipa::path(
    get, path = "/api/glossary/export", tag = "glossary", operation_id = "export",
    params(ExportParams),
    responses(
        (status = 200, description = "The file", body = Vec<u8>, content_type = "application/octet-stream"),
        (status = 404, description = "The server has no glossary file", body = FailureObject),
        (status = 409, description = "The file cannot be read", body = FailureObject),
        (status = 422, description = "The format is not known, or needs languages", body = FailureObject)
    )
)]
pub(crate) async fn export(state: Held, Params(params): Params<ExportParams>) -> Answer {
    work(state, move |state| {
        let own = state.own()?;
        let contents = own.read()?;
        let format: Format = params.format.parse().map_err(Failure::unfit)?;
        let bytes = match format {
            Format::Csv => contents
                .file
                .encode(&contents.file.text)
                .map_err(Failure::unfit)?,
            format => {
                let options = Options {
                    from: params.from.map(Lang::from),
                    to: params.to.map(Lang::from),
                    ..Options::default()
                };
                let (glossary, _) = Glossary::from_csv(&contents.file.text);
                let mut bytes = Vec::new();
                exchange::write(format, glossary.entries(), &options, &mut bytes).map_err(Failure::unfit)?;
                bytes
            }
        };
        let name = own.name();
        let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
        Ok(download(&format!("{stem}.{}", ending(format)), bytes))
    })
    .await
}

fn ending(format: Format) -> &'static str {
    match format {
        Format::Xlsx => "xlsx",
        Format::Tbx | Format::TbxDca | Format::TbxDct => "tbx",
        Format::Tsv | Format::OmegaT => "tsv",
        _ => "csv",
    }
}
