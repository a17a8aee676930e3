//! Articles: what is wrong with their names, and which names they have.

use std::collections::BTreeMap;
use std::path::Path;

use isonym::document::{Document, Format, Options as Reading};
use isonym::lint::{Article, Options, Severity, guess_language, lint as check};
use isonym::{Entry, Index, Lang};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::choice::{AnyLanguage, Layering};
use crate::lint::known_rules;
use crate::report::{Checked, Format as Form, JsonReport, Report, Summary};
use crate::serve::answer::{Body, Failure, json, written};
use crate::serve::app::{Answer, work};
use crate::serve::state::State;

/// What articles are called that have no name.
const UNNAMED: &str = "-";

/// An article, and how it is to be read.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct ArticleRequest {
    /// The article.
    text: String,
    /// Its language.
    #[serde(default)]
    lang: AnyLanguage,
    /// A file name: its ending tells the format of the text (`article.md`); plain text if left out.
    name: Option<String>,
    /// Spellings that are right.
    #[serde(default)]
    accept: Vec<String>,
    /// The rules to run; all if left out.
    #[serde(default)]
    select: Vec<String>,
    /// The rules to leave out.
    #[serde(default)]
    ignore: Vec<String>,
    #[serde(flatten)]
    layers: Layering,
}

impl ArticleRequest {
    fn document(&self) -> Result<Document, Failure> {
        let format = Format::of_name(self.name.as_deref().unwrap_or(UNNAMED));
        let format = if format.is_archive() {
            Format::Plain
        } else {
            format
        };
        Document::read(format, &self.text, &Reading::default()).map_err(Failure::unfit)
    }

    fn options(&self, document: &Document) -> Result<Options, Failure> {
        known_rules(&self.select).map_err(Failure::unfit)?;
        known_rules(&self.ignore).map_err(Failure::unfit)?;
        let mut options = Options {
            lang: Option::from(self.lang).or(document.lang()),
            excluded: document.excluded().to_vec(),
            select: self.select.clone(),
            ignore: self.ignore.clone(),
            ..Options::default()
        };
        self.accept.iter().for_each(|spelling| options.accept(spelling));
        Ok(options)
    }
}

/// Says what is wrong with the names of an article. `start` and `end` count bytes of its UTF-8.
#[utoipa::path(
    post, path = "/api/lint", tag = "articles", operation_id = "lint",
    request_body = ArticleRequest,
    responses((status = 200, description = "The findings, as `isonym lint --format json` has them", body = JsonReport))
)]
pub(crate) async fn lint(state: Held, Body(request): Body<ArticleRequest>) -> Answer {
    work(state, move |state| report(state, &request)).await
}

type Held = axum::extract::State<std::sync::Arc<State>>;

fn report(state: &State, request: &ArticleRequest) -> Answer {
    let index = request.layers.index(state)?;
    let document = request.document()?;
    let options = request.options(&document)?;
    let found = check(&index, document.text(), &options);
    let lang = options.lang.unwrap_or_else(|| guess_language(document.text()));
    let path = Path::new(request.name.as_deref().unwrap_or(UNNAMED));
    let checked = Checked::new(path, &document, found, lang, "UTF-8", None);
    let mut summary = Summary::default();
    summary.add(&checked.found);
    let mut out = Vec::new();
    let written = Report::begin(Form::Json, Severity::Warning, &mut out).and_then(|mut report| {
        report.file(&checked)?;
        report.end(&summary)
    });
    written.map_err(Failure::unfit)?;
    Ok(json(out))
}

/// The names of an article.
#[derive(Serialize, ToSchema)]
struct NamesFound {
    lang: &'static str,
    names: Vec<NameFound>,
}

/// A name of the glossary that an article has.
#[derive(Serialize, ToSchema)]
struct NameFound {
    entry: String,
    kind: &'static str,
    /// What the glossary prefers in Chinese.
    zh: String,
    /// In Russian.
    ru: String,
    /// In English.
    en: String,
    /// How often the article has it.
    count: usize,
    /// Each way in which the article writes it.
    forms: Vec<FormFound>,
}

#[derive(Serialize, ToSchema)]
struct FormFound {
    text: String,
    count: usize,
}

/// Lists the names of an article that the glossary knows, in the order of their first mention.
#[utoipa::path(
    post, path = "/api/names", tag = "articles", operation_id = "names",
    request_body = ArticleRequest,
    responses((status = 200, description = "The names", body = NamesFound))
)]
pub(crate) async fn names(state: Held, Body(request): Body<ArticleRequest>) -> Answer {
    work(state, move |state| {
        let index = request.layers.index(state)?;
        let document = request.document()?;
        let options = request.options(&document)?;
        written(&names_of(&index, document.text(), &options))
    })
    .await
}

fn names_of(index: &Index, text: &str, options: &Options) -> NamesFound {
    let article = Article::new(index, text, options);
    let mut order: Vec<NameFound> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for found in article.found().filter(|found| article.is_sure(found)) {
        let written = found.mention.span.of(text);
        let at = *places.entry(found.id().to_owned()).or_insert_with(|| {
            order.push(name_found(&found.entry()));
            order.len() - 1
        });
        let name = &mut order[at];
        name.count += 1;
        match name.forms.iter_mut().find(|form| form.text == written) {
            Some(form) => form.count += 1,
            None => name.forms.push(FormFound {
                text: written.to_owned(),
                count: 1,
            }),
        }
    }
    NamesFound {
        lang: article.lang.code(),
        names: order,
    }
}

fn name_found(entry: &Entry) -> NameFound {
    NameFound {
        entry: entry.id.clone(),
        kind: entry.kind.word(),
        zh: preferred(entry, Lang::Zh),
        ru: preferred(entry, Lang::Ru),
        en: preferred(entry, Lang::En),
        count: 0,
        forms: Vec::new(),
    }
}

/// The name of an entry in a language; empty if it has none.
pub(crate) fn preferred(entry: &Entry, lang: Lang) -> String {
    entry
        .preferred(lang)
        .map_or(String::new(), |name| name.text.clone())
}
