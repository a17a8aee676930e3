//! A translation beside its source.

use isonym::compare::{Options, compare as check, compare_documents};
use serde::Deserialize;
use utoipa::ToSchema;

use super::choice::{AnyLanguage, Layering};
use crate::compare::{Format, Id, JsonReport, Report, Side, Unit};
use crate::serve::answer::{Body, Failure, json};
use crate::serve::app::{Answer, work};
use crate::serve::state::State;

/// A source and its translation.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct CompareRequest {
    /// The source.
    source: String,
    /// Its translation.
    target: String,
    /// The language of the source.
    #[serde(default)]
    from: AnyLanguage,
    /// The language of the translation.
    #[serde(default)]
    to: AnyLanguage,
    /// Whether line n of one translates line n of the other. `start` and `end` then count within the line.
    #[serde(default)]
    aligned: bool,
    #[serde(flatten)]
    layers: Layering,
}

impl CompareRequest {
    /// The pairs that are compared.
    fn units(&self) -> Result<Vec<Unit>, Failure> {
        if !self.aligned {
            return Ok(vec![unit(Id::Whole, 1, &self.source, &self.target)]);
        }
        let (from, to): (Vec<&str>, Vec<&str>) =
            (self.source.lines().collect(), self.target.lines().collect());
        if from.len() != to.len() {
            return Err(Failure::unfit(format!(
                "the source has {} lines and the translation {}: if they are aligned, each line has its own translation",
                from.len(),
                to.len()
            )));
        }
        let pairs = (1..).zip(from.into_iter().zip(to));
        Ok(pairs
            .map(|(line, (source, target))| unit(Id::Line(line), line, source, target))
            .collect())
    }
}

fn unit(id: Id, line: usize, source: &str, target: &str) -> Unit {
    let side = |path: &str, text: &str| Side {
        path: path.to_owned(),
        line,
        text: text.to_owned(),
    };
    Unit {
        id,
        source: side("source", source),
        target: side("target", target),
        from: None,
        to: None,
    }
}

/// Says which names of a source its translation lacks or has otherwise.
#[utoipa::path(
    post, path = "/api/compare", tag = "articles", operation_id = "compare",
    request_body = CompareRequest,
    responses((status = 200, description = "The findings, as `isonym compare --format json` has them", body = JsonReport))
)]
pub(crate) async fn compare(
    state: axum::extract::State<std::sync::Arc<State>>,
    Body(request): Body<CompareRequest>,
) -> Answer {
    work(state, move |state| {
        let index = request.layers.index(state)?;
        let options = Options {
            from: request.from.into(),
            to: request.to.into(),
        };
        let compare = if request.aligned { check } else { compare_documents };
        let units = request.units()?;
        let mut out = Vec::new();
        let written = Report::begin(Format::Json, &mut out).and_then(|mut report| {
            for unit in &units {
                let found = compare(&index, &unit.source.text, &unit.target.text, &options);
                report.unit(unit, &found)?;
            }
            report.end(units.len())
        });
        written.map_err(Failure::unfit)?;
        Ok(json(out))
    })
    .await
}
