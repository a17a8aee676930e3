//! Another name for a thing, wherever a document names it in the same way.

use std::sync::Arc;

use gen_lsp_types::TextEdit;
use isonym::document::{Document, Format};
use isonym::index::Relation;
use isonym::inflection::reinflect;
use isonym::lint::Article;
use isonym::{Lang, Script, Span, fold};

use super::diagnostics::Edits;
use super::here;
use super::open::Open;
use super::text::Text;
use crate::lint::{self, Setup};
use crate::ui::{self, said};

/// What can be renamed at a byte of the source, and the name in the form that is asked for: the nominative, if it is known.
pub(super) fn prepare(open: &Open, setup: &Setup, at: usize) -> Option<(Span, String)> {
    if let Some(here) = here::known(open, setup, at).filter(|here| is_whole(here.relation)) {
        return Some((here.span, here.name.text));
    }
    let text = open.text.as_str();
    let span = here::word(text, at)?;
    Some((span, span.of(text).to_owned()))
}

fn is_whole(relation: Relation) -> bool {
    matches!(relation, Relation::Itself | Relation::Inflected)
}

/// A document at the time when somebody asked for another name in it.
pub(super) struct Rename {
    text: Text,
    format: Format,
    setup: Arc<Setup>,
    at: usize,
    new: String,
}

impl Rename {
    pub(super) fn new(open: &Open, setup: &Arc<Setup>, at: usize, new: &str) -> Rename {
        Rename {
            text: open.text.clone(),
            format: open.format,
            setup: setup.clone(),
            at,
            new: new.trim().to_owned(),
        }
    }

    /// The changes.
    ///
    /// # Errors
    ///
    /// Why nothing can be renamed.
    pub(super) fn edits(&self) -> Result<Vec<TextEdit>, String> {
        if self.new.is_empty() || self.new.contains(char::is_control) {
            return Err(said!("lsp-no-name"));
        }
        let document = Document::read(self.format, self.text.as_str(), &Default::default());
        let document = document.map_err(|error| ui::failure(&error))?;
        let options = lint::options(&self.setup, &document);
        let article = Article::new(&self.setup.index, document.text(), &options);
        let changes = self
            .of_entry(&document, &article)
            .or_else(|| self.of_word(&document, &article));
        let mut edits: Edits = Vec::new();
        for (span, new) in changes.ok_or_else(|| said!("lsp-no-name-there"))? {
            // What cannot be written in its place stays.
            edits.extend(document.source_edits(span, &new).unwrap_or_default());
        }
        edits.sort_by_key(|(span, _)| *span);
        let mut ranges = self.text.ranges();
        let edits = edits.into_iter().map(|(span, new_text)| TextEdit {
            range: ranges.of(span),
            new_text,
        });
        Ok(edits.collect())
    }

    fn is_here(&self, document: &Document, span: Span) -> bool {
        let source = document.source_span(span);
        source.is_some_and(|span| span.start <= self.at && self.at <= span.end)
    }

    /// All mentions of the name of an entry, each in its own case.
    fn of_entry(&self, document: &Document, article: &Article<'_>) -> Option<Edits> {
        let here = article
            .found()
            .find(|found| is_whole(found.reading.relation) && self.is_here(document, found.mention.span))?;
        let same = article.found().filter(|found| {
            found.reading.entry == here.reading.entry
                && found.reading.lang == here.reading.lang
                && found.reading.name == here.reading.name
                && is_whole(found.reading.relation)
        });
        Some(
            same.map(|found| (found.mention.span, article.in_place_of(&found, &self.new)))
                .collect(),
        )
    }

    /// All places of a word that no glossary knows, in the cases for which it is known how both names have them.
    fn of_word(&self, document: &Document, article: &Article<'_>) -> Option<Edits> {
        let text = document.text();
        let words = article.words.iter().map(|word| word.span);
        let mut words: Vec<Span> = words.collect();
        let here = words.iter().copied().find(|&span| self.is_here(document, span));
        let here = match here {
            Some(here) => here,
            None => {
                // Chinese has no words: what stands there is looked for as it is.
                let source = here::word(self.text.as_str(), self.at)?;
                let name = source.of(self.text.as_str());
                words = text
                    .match_indices(name)
                    .map(|(start, _)| Span {
                        start,
                        end: start + name.len(),
                    })
                    .collect();
                words.iter().copied().find(|&span| self.is_here(document, span))?
            }
        };
        let old = here.of(text);
        let key = fold(old);
        let is_russian = Script::of_text(old) == Some(Script::Cyrillic) && article.lang == Lang::Ru;
        let new = |span: Span| {
            let written = span.of(text);
            if written == old {
                Some(self.new.clone())
            } else if is_russian {
                reinflect(old, written, &self.new)
            } else {
                (fold(written) == key).then(|| self.new.clone())
            }
        };
        let words = words.into_iter();
        Some(words.filter_map(|span| Some((span, new(span)?))).collect())
    }
}
