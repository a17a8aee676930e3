//! Open documents.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use gen_lsp_types::{TextDocumentContentChangeEvent, Uri};
use isonym::Span;
use isonym::document::Format;

use super::checker::Job;
use super::diagnostics::Finding;
use super::text::Text;
use crate::lint::Setup;

/// Kinds of files that are read for names but not checked: data, settings and code.
const NOT_CHECKED: [&str; 6] = ["csv", "tsv", "tab", "pot", "toml", "json"];

/// The formats that editors name otherwise than by the ending of a file.
const LANGUAGES: &[(&str, &str)] = &[
    ("markdown", "md"),
    ("html", "html"),
    ("latex", "tex"),
    ("tex", "tex"),
    ("po", "po"),
    ("gettext", "po"),
    ("srt", "srt"),
    ("vtt", "vtt"),
];

/// An open document.
pub(super) struct Open {
    pub(super) uri: Uri,
    pub(super) path: Option<PathBuf>,
    pub(super) version: i32,
    pub(super) text: Text,
    pub(super) format: Format,
    /// What it is checked with, once that has been read.
    pub(super) setup: Option<Arc<Setup>>,
    /// Whether that is being read.
    pub(super) is_expected: bool,
    pub(super) findings: Vec<Finding>,
    /// The version that the findings are of; later changes have moved them.
    pub(super) checked: Option<i32>,
    /// The changes since the version that is being checked: which version they made, what they replaced, and how many bytes came.
    changes: Vec<(i32, Span, usize)>,
}

impl Open {
    pub(super) fn new(uri: Uri, path: Option<PathBuf>, language: &str, version: i32, text: Text) -> Open {
        let name = path.as_deref().map(Path::to_string_lossy).unwrap_or_default();
        let by_language = LANGUAGES.iter().find(|(id, _)| *id == language);
        let format = Format::known(&name)
            .or_else(|| Format::known(&format!(".{}", by_language?.1)))
            // An archive is no text that could be open.
            .filter(|format| !format.is_archive());
        Open {
            uri,
            path,
            version,
            text,
            format: format.unwrap_or(Format::Plain),
            setup: None,
            is_expected: true,
            findings: Vec::new(),
            checked: None,
            changes: Vec::new(),
        }
    }

    /// The folder whose configuration applies, or another one if it has none.
    pub(super) fn folder(&self, root: Option<&Path>) -> PathBuf {
        let own = self.path.as_deref().and_then(Path::parent);
        own.or(root).unwrap_or(Path::new("")).to_path_buf()
    }

    /// Changes the text as the editor has.
    pub(super) fn change(&mut self, changes: Vec<TextDocumentContentChangeEvent>, version: i32) {
        self.version = version;
        if self.job().is_none() {
            self.changes.clear();
        }
        for change in changes {
            let (span, new) = match change {
                TextDocumentContentChangeEvent::TextDocumentContentChangePartial(part) => {
                    (self.text.span(part.range), part.text)
                }
                TextDocumentContentChangeEvent::TextDocumentContentChangeWholeDocument(whole) => {
                    let end = self.text.as_str().len();
                    (Span { start: 0, end }, whole.text)
                }
            };
            self.text.replace(span, &new);
            self.findings.retain_mut(|one| one.moves(span, new.len()));
            self.changes.push((version, span, new.len()));
        }
    }

    /// Takes what was found in a version: what was changed since moves it.
    pub(super) fn take(&mut self, mut findings: Vec<Finding>, version: i32) {
        self.changes.retain(|&(made, ..)| made > version);
        for &(_, span, length) in &self.changes {
            findings.retain_mut(|one| one.moves(span, length));
        }
        self.findings = findings;
        self.checked = Some(version);
    }

    /// Whether its project wants it checked.
    pub(super) fn is_checked(&self) -> bool {
        let Some(path) = &self.path else { return true };
        let ending = path
            .extension()
            .unwrap_or_default()
            .to_string_lossy()
            .to_lowercase();
        let excluded = self.setup.as_ref().is_some_and(|setup| setup.excludes(path));
        !excluded && !NOT_CHECKED.contains(&ending.as_str())
    }

    /// Whether the findings are those of the text as it is.
    pub(super) fn is_up_to_date(&self) -> bool {
        self.checked == Some(self.version)
    }

    /// What is to be checked now.
    pub(super) fn job(&self) -> Option<Job> {
        Some(Job {
            version: self.version,
            text: self.text.shared(),
            format: self.format,
            setup: self.setup.clone().filter(|_| self.is_checked())?,
        })
    }
}
