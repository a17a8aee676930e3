//! Names by themselves: converted, compared, identified, declined.

use isonym::inflection::{Gender, Hint, NameKind, inflect as decline};
use isonym::names::{convert, identify as origins, identify_by_rule};
use isonym::translit::{Ask, Route, Use, route};
use isonym::{Index, Script};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use super::choice;
use crate::identify::{self, OriginsObject};
use crate::inflect::{self, ParadigmObject};
use crate::same::{self, VerdictObject};
use crate::serve::answer::{Body, Failure, Params, written};
use crate::serve::app::{Answer, work};
use crate::serve::state::State;
use crate::translit::{self, ConversionObject};

type Held = axum::extract::State<std::sync::Arc<State>>;

/// The most candidates for a name.
const MOST: u16 = 50;

/// What a name is a name of.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Bearer {
    Person,
    Place,
    Surname,
    Given,
}

impl From<Bearer> for Use {
    fn from(bearer: Bearer) -> Use {
        match bearer {
            Bearer::Person => Use::Person,
            Bearer::Place => Use::Place,
            Bearer::Surname => Use::Surname,
            Bearer::Given => Use::Given,
        }
    }
}

impl From<Bearer> for NameKind {
    fn from(bearer: Bearer) -> NameKind {
        match bearer {
            Bearer::Person => NameKind::Person,
            Bearer::Place => NameKind::Place,
            Bearer::Surname => NameKind::Surname,
            Bearer::Given => NameKind::Given,
        }
    }
}

/// How a name is converted.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct TranslitParams {
    /// The name.
    #[param(max_length = 1000)]
    q: String,
    /// The system to convert by, or a language for its usual one: `zh`, `ru`, `en`.
    to: String,
    /// The system that has written the name.
    from: Option<String>,
    /// What it is a name of.
    kind: Option<Bearer>,
    /// How many candidates to give, up to 50; 1 if left out.
    candidates: Option<u16>,
    /// Use no entry and no lexicon, only tables and rules.
    rules_only: Option<bool>,
}

/// Names to convert.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct TranslitRequest {
    /// The names, 10,000 at most.
    names: Vec<String>,
    /// The system to convert by, or a language for its usual one: `zh`, `ru`, `en`.
    to: String,
    /// The system that has written the names.
    from: Option<String>,
    /// What they are names of.
    kind: Option<Bearer>,
    /// How many candidates to give for a name, up to 50; 1 if left out.
    candidates: Option<u16>,
    /// Use no entry and no lexicon, only tables and rules.
    #[serde(default)]
    rules_only: bool,
}

impl TranslitRequest {
    fn ask(&self) -> Ask {
        Ask {
            kind: self.kind.map_or(Use::Any, Use::from),
            limit: self.candidates.unwrap_or(1).clamp(1, MOST).into(),
            lexicon: !self.rules_only,
            ..Ask::default()
        }
    }

    /// Converts each name and gives each answer away.
    fn each(&self, state: &State, mut answer: impl FnMut(serde_json::Value)) -> Result<(), Failure> {
        let route = route(&self.to, self.from.as_deref()).map_err(Failure::unfit)?;
        let index = choice::index(state, None)?;
        for name in &self.names {
            let name = name.trim();
            let found = self.convert(&index, &route, name);
            let system = Script::of_text(name).and_then(|script| route.system(script));
            let object = translit::object(name, system.map_or("", |system| system.id), &found);
            answer(serde_json::to_value(&object).map_err(Failure::unfit)?);
        }
        Ok(())
    }

    fn convert(&self, index: &Index, route: &Route, name: &str) -> Vec<isonym::translit::Candidate> {
        if self.rules_only {
            route.candidates(name, &self.ask())
        } else {
            convert(index, route, name, &self.ask())
        }
    }
}

/// Converts a name by a system.
#[utoipa::path(
    get, path = "/api/translit", tag = "names", operation_id = "translit",
    params(TranslitParams),
    responses(
        (status = 200, description = "As `isonym translit --format jsonl` has it", body = ConversionObject),
        (status = 422, description = "There is no such system", body = crate::serve::answer::FailureObject)
    )
)]
pub(crate) async fn translit(state: Held, Params(params): Params<TranslitParams>) -> Answer {
    work(state, move |state| {
        let request = TranslitRequest {
            names: vec![choice::name(&params.q)?.to_owned()],
            to: params.to,
            from: params.from,
            kind: params.kind,
            candidates: params.candidates,
            rules_only: params.rules_only.unwrap_or(false),
        };
        let mut one = None;
        request.each(state, |answer| one = Some(answer))?;
        written(&one)
    })
    .await
}

/// Converts many names by a system, in their order.
#[utoipa::path(
    post, path = "/api/translit", tag = "names", operation_id = "translit_all",
    request_body = TranslitRequest,
    responses((status = 200, description = "An answer for each name", body = [ConversionObject]))
)]
pub(crate) async fn translit_all(state: Held, Body(request): Body<TranslitRequest>) -> Answer {
    work(state, move |state| {
        choice::names(&request.names)?;
        let mut all = Vec::new();
        request.each(state, |answer| all.push(answer))?;
        written(&all)
    })
    .await
}

/// Two spellings.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Pair {
    /// One spelling.
    #[param(max_length = 1000)]
    a: String,
    /// The other one.
    #[param(max_length = 1000)]
    b: String,
    /// Use no entry, only tables and rules.
    rules_only: Option<bool>,
}

/// Says whether two spellings are one name.
#[utoipa::path(
    get, path = "/api/same", tag = "names", operation_id = "same",
    params(Pair),
    responses((status = 200, description = "As `isonym same --format jsonl` has it", body = VerdictObject))
)]
pub(crate) async fn same(state: Held, Params(pair): Params<Pair>) -> Answer {
    work(state, move |state| {
        let (a, b) = (choice::name(&pair.a)?, choice::name(&pair.b)?);
        let index = choice::index(state, None)?;
        let index = Some(&*index).filter(|_| !pair.rules_only.unwrap_or(false));
        written(&VerdictObject::of(a, b, same::judge(index, a, b)))
    })
    .await
}

/// A spelling whose origin is asked for.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct IdentifyParams {
    /// The spelling.
    #[param(max_length = 1000)]
    q: String,
    /// How many sources to give for a system, up to 50; 1 if left out.
    candidates: Option<u16>,
    /// Use no entry, only tables and rules.
    rules_only: Option<bool>,
}

/// Finds the systems that could have written a spelling, and of what.
#[utoipa::path(
    get, path = "/api/identify", tag = "names", operation_id = "identify",
    params(IdentifyParams),
    responses((status = 200, description = "As `isonym identify --format jsonl` has it", body = OriginsObject))
)]
pub(crate) async fn identify(state: Held, Params(params): Params<IdentifyParams>) -> Answer {
    work(state, move |state| {
        let name = choice::name(&params.q)?;
        let limit = params.candidates.unwrap_or(1).clamp(1, MOST).into();
        let found = if params.rules_only.unwrap_or(false) {
            identify_by_rule(name, limit)
        } else {
            origins(&*choice::index(state, None)?, name, limit)
        };
        written(&identify::object(name, &found))
    })
    .await
}

/// A Russian name.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct InflectParams {
    /// The name, in the nominative.
    #[param(max_length = 1000)]
    q: String,
    /// What it is a name of.
    kind: Option<Bearer>,
    /// Its gender.
    #[param(inline)]
    gender: Option<Sex>,
}

/// A gender of Russian.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Sex {
    Masc,
    Femn,
    Neut,
}

impl From<Sex> for Gender {
    fn from(sex: Sex) -> Gender {
        match sex {
            Sex::Masc => Gender::Masc,
            Sex::Femn => Gender::Femn,
            Sex::Neut => Gender::Neut,
        }
    }
}

/// Gives the case forms of a Russian name.
#[utoipa::path(
    get, path = "/api/inflect", tag = "names", operation_id = "inflect",
    params(InflectParams),
    responses((status = 200, description = "As `isonym inflect --format jsonl` has it", body = ParadigmObject))
)]
pub(crate) async fn inflect(state: Held, Params(params): Params<InflectParams>) -> Answer {
    work(state, move |_| {
        let name = choice::name(&params.q)?;
        let hint = Hint {
            kind: params.kind.map(NameKind::from),
            gender: params.gender.map(Gender::from),
        };
        written(&inflect::object(name, &decline(name, hint)))
    })
    .await
}
