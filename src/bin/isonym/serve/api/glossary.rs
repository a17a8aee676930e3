//! The user's glossary: its rows, and changing them.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::http::StatusCode;
use isonym::Glossary;
use isonym::glossary::{Problem, Severity, rows, with_changed_row, with_row, without_row};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::glossary::{for_file, objections};
use crate::serve::answer::{Body, Failure, FailureObject, Params, written};
use crate::serve::app::{Answer, work};
use crate::serve::own::Contents;
use crate::serve::state::State;

type Held = axum::extract::State<std::sync::Arc<State>>;

/// A glossary file.
#[derive(Serialize, ToSchema)]
pub(super) struct GlossaryRows {
    file: String,
    writable: bool,
    /// Another one whenever the file is another: changes must name the one that they were made on.
    hash: String,
    columns: Vec<String>,
    rows: Vec<RowObject>,
    problems: Vec<ProblemObject>,
}

/// A row.
#[derive(Serialize, ToSchema)]
struct RowObject {
    /// The line that it begins on, from 1.
    line: usize,
    cells: Vec<String>,
}

/// What is wrong with a row.
#[derive(Serialize, ToSchema)]
struct ProblemObject {
    line: usize,
    /// The column; empty where the whole row is meant.
    column: String,
    /// `error`, `warning` or `note`.
    severity: &'static str,
    message: String,
}

impl From<Problem> for ProblemObject {
    fn from(problem: Problem) -> ProblemObject {
        ProblemObject {
            line: problem.line,
            column: problem.column,
            severity: match problem.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Note => "note",
            },
            message: problem.message.to_string(),
        }
    }
}

/// Shows the glossary file row by row.
#[utoipa::path(
    get, path = "/api/glossary", tag = "glossary", operation_id = "glossary",
    responses(
        (status = 200, description = "The rows, and what is wrong with them", body = GlossaryRows),
        (status = 404, description = "The server has no glossary file", body = FailureObject),
        (status = 409, description = "The file cannot be read", body = FailureObject)
    )
)]
pub(crate) async fn read(state: Held) -> Answer {
    work(state, |state| {
        let contents = state.own()?.read()?;
        answer(state, &contents)
    })
    .await
}

/// The whole file, as it is now.
pub(crate) fn answer(state: &State, contents: &Contents) -> Answer {
    let own = state.own()?;
    let table = rows(&contents.file.text);
    let (_, problems) = Glossary::from_csv(&contents.file.text);
    written(&GlossaryRows {
        file: own.name(),
        writable: own.is_writable,
        hash: contents.hash.clone(),
        columns: table.columns,
        rows: table
            .rows
            .into_iter()
            .map(|row| RowObject {
                line: row.line,
                cells: row.cells,
            })
            .collect(),
        problems: problems.into_iter().map(ProblemObject::from).collect(),
    })
}

/// A row that is written.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct RowRequest {
    /// The `hash` of the file that the change is made on; not needed for a check.
    #[serde(default)]
    hash: String,
    /// The cells, by the names of their columns.
    cells: BTreeMap<String, String>,
    /// Whether the row is for another thing than the entry that has one of its names already.
    #[serde(default)]
    homonym: bool,
}

impl RowRequest {
    /// The cells as the library takes them: on one line, without white space around them.
    fn cells(&self) -> Result<Vec<(&str, &str)>, Failure> {
        let cells: Vec<_> = self
            .cells
            .iter()
            .map(|(column, cell)| (column.as_str(), cell.trim()))
            .collect();
        match cells.iter().find(|(_, cell)| cell.contains(char::is_control)) {
            Some((column, _)) => Err(Failure::unfit(format!(
                "`{column}` holds a line break or another control"
            ))),
            None => Ok(cells),
        }
    }

    /// The text with the row added.
    fn added(&self, text: &str) -> Result<String, Failure> {
        let mut cells = self.cells()?;
        cells.retain(|(_, cell)| !cell.is_empty());
        let is_name = |(column, _): &(&str, &str)| ["zh", "ru", "en"].contains(column);
        if !cells.iter().any(is_name) {
            return Err(Failure::unfit("a row needs a name: in `zh`, `ru` or `en`"));
        }
        let (new, line) = with_row(text, &for_file(&cells, text)).map_err(Failure::unfit)?;
        agree(objections(&cells, self.homonym, text, &new, line))?;
        Ok(new)
    }

    /// The text with the row on a line changed.
    fn changed(&self, text: &str, line: usize) -> Result<String, Failure> {
        let cells = self.cells()?;
        let new = with_changed_row(text, line, &cells).map_err(Failure::unfit)?;
        agree(objections(&cells, true, text, &new, line))?;
        Ok(new)
    }
}

/// Whether nothing speaks against a row.
fn agree(objections: Vec<String>) -> Result<(), Failure> {
    match objections.as_slice() {
        [] => Ok(()),
        objections => Err(Failure::unfit(objections.join("; "))),
    }
}

/// Where a row that is checked would stand.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct CheckParams {
    /// The line of the row that would be changed; a new row if left out.
    line: Option<usize>,
}

/// What speaks against a row.
#[derive(Serialize, ToSchema)]
struct Check {
    /// What speaks against it; nothing if it is empty.
    objections: Vec<String>,
}

/// Says what would speak against a row, and writes nothing.
#[utoipa::path(
    post, path = "/api/glossary/check", tag = "glossary", operation_id = "check_row",
    params(CheckParams), request_body = RowRequest,
    responses(
        (status = 200, description = "What speaks against it", body = Check),
        (status = 404, description = "The server has no glossary file", body = FailureObject),
        (status = 409, description = "The file cannot be read", body = FailureObject)
    )
)]
pub(crate) async fn check(
    state: Held,
    Params(params): Params<CheckParams>,
    Body(request): Body<RowRequest>,
) -> Answer {
    work(state, move |state| {
        let text = state.own()?.read()?.file.text;
        let checked = match params.line {
            Some(line) => request.changed(&text, line),
            None => request.added(&text),
        };
        let objections = match checked {
            Ok(_) => Vec::new(),
            Err(failure) => vec![failure.message],
        };
        written(&Check { objections })
    })
    .await
}

/// Adds a row, after the others of its entry.
#[utoipa::path(
    post, path = "/api/glossary/rows", tag = "glossary", operation_id = "add_row",
    request_body = RowRequest,
    responses(
        (status = 200, description = "The file as it is now", body = GlossaryRows),
        (status = 404, description = "The server has no glossary file", body = FailureObject),
        (status = 409, description = "The file has changed since it was read, or cannot be written", body = FailureObject)
    )
)]
pub(crate) async fn add(state: Held, Body(request): Body<RowRequest>) -> Answer {
    work(state, move |state| {
        let contents = state.own()?.change(&request.hash, |text| request.added(text))?;
        answer(state, &contents)
    })
    .await
}

/// Changes cells of the row on a line; what is not named stays.
#[utoipa::path(
    put, path = "/api/glossary/rows/{line}", tag = "glossary", operation_id = "change_row",
    params(("line" = usize, Path, description = "The line that the row begins on")),
    request_body = RowRequest,
    responses(
        (status = 200, description = "The file as it is now", body = GlossaryRows),
        (status = 404, description = "The server has no glossary file", body = FailureObject),
        (status = 409, description = "The file has changed since it was read, or cannot be written", body = FailureObject)
    )
)]
pub(crate) async fn change(
    state: Held,
    line: Result<Path<usize>, PathRejection>,
    Body(request): Body<RowRequest>,
) -> Answer {
    let line = number(line)?;
    work(state, move |state| {
        let contents = state
            .own()?
            .change(&request.hash, |text| request.changed(text, line))?;
        answer(state, &contents)
    })
    .await
}

/// On which contents a row is removed.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct RemoveParams {
    /// The `hash` of the file that the change is made on.
    hash: String,
}

/// Removes the row on a line.
#[utoipa::path(
    delete, path = "/api/glossary/rows/{line}", tag = "glossary", operation_id = "remove_row",
    params(("line" = usize, Path, description = "The line that the row begins on"), RemoveParams),
    responses(
        (status = 200, description = "The file as it is now", body = GlossaryRows),
        (status = 404, description = "The server has no glossary file", body = FailureObject),
        (status = 409, description = "The file has changed since it was read, or cannot be written", body = FailureObject),
        (status = 422, description = "There is no such row", body = FailureObject)
    )
)]
pub(crate) async fn remove(
    state: Held,
    line: Result<Path<usize>, PathRejection>,
    Params(params): Params<RemoveParams>,
) -> Answer {
    let line = number(line)?;
    work(state, move |state| {
        let contents = state.own()?.change(&params.hash, |text| {
            without_row(text, line).map_err(Failure::unfit)
        })?;
        answer(state, &contents)
    })
    .await
}

fn number(line: Result<Path<usize>, PathRejection>) -> Result<usize, Failure> {
    let line = line.map(|Path(line)| line);
    line.map_err(|error| Failure::new(StatusCode::BAD_REQUEST, error.body_text()))
}
