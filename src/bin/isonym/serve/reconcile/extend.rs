//! Data extension: properties of entries that were found.

use std::collections::BTreeMap;

use isonym::Index;
use serde::Deserialize;
use serde_json::{Value, json};
use utoipa::IntoParams;

use super::property::Property;
use crate::serve::answer::{Failure, Params, written};
use crate::serve::app::Answer;

/// So many entries are extended at once.
const MOST: usize = 1000;

/// What is asked for.
#[derive(Debug, Deserialize)]
pub(super) struct Extension {
    ids: Vec<String>,
    properties: Vec<Wanted>,
}

#[derive(Debug, Deserialize)]
struct Wanted {
    id: String,
}

/// The properties of the entries; none of an id that is none.
pub(super) fn extended(index: &Index, extension: &Extension) -> Result<Value, Failure> {
    if extension.ids.len() > MOST {
        return Err(Failure::unfit(format!("send {MOST} ids at most")));
    }
    let properties: Vec<Property> = extension
        .properties
        .iter()
        .map(|wanted| {
            Property::of_id(&wanted.id).ok_or_else(|| Failure::unfit(format!("no property `{}`", wanted.id)))
        })
        .collect::<Result<_, _>>()?;
    let rows: BTreeMap<&str, Value> = extension
        .ids
        .iter()
        .map(|id| (id.as_str(), row(index, id, &properties)))
        .collect();
    let meta: Vec<Value> = properties.iter().map(|property| property.object()).collect();
    Ok(json!({"meta": meta, "rows": rows}))
}

fn row(index: &Index, id: &str, properties: &[Property]) -> Value {
    let entry = index.find(id).map(|number| index.entry(number));
    let values = |property: &Property| {
        let values = entry
            .as_ref()
            .map(|entry| property.values(entry))
            .unwrap_or_default();
        let cells: Vec<Value> = values.into_iter().map(|value| json!({"str": value})).collect();
        (property.id(), Value::Array(cells))
    };
    Value::Object(properties.iter().map(values).collect())
}

/// Which properties are proposed.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ProposeParams {
    /// The type of the entries; it makes no difference.
    r#type: Option<String>,
    /// How many to propose.
    limit: Option<u32>,
}

/// Proposes properties to extend data with.
#[utoipa::path(
    get, path = "/reconcile/properties", tag = "reconciliation", operation_id = "propose_properties",
    params(ProposeParams),
    responses((status = 200, description = "As the Entity Reconciliation API 0.2 says", body = Value))
)]
pub(crate) async fn propose(Params(params): Params<ProposeParams>) -> Answer {
    let limit = params.limit.map_or(usize::MAX, |limit| limit as usize);
    let properties: Vec<Value> = Property::all()
        .into_iter()
        .take(limit)
        .map(Property::object)
        .collect();
    let mut answer = json!({"properties": properties});
    if let Some(kind) = params.r#type {
        answer["type"] = kind.into();
    }
    if let Some(limit) = params.limit {
        answer["limit"] = limit.into();
    }
    written(&answer)
}
