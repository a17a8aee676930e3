//! What many requests choose: languages, glossaries, styles.

use std::sync::Arc;

use isonym::{Index, Lang};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use crate::serve::answer::Failure;
use crate::serve::shelf::Choice;
use crate::serve::state::State;

/// A language.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Language {
    Zh,
    Ru,
    En,
}

impl From<Language> for Lang {
    fn from(language: Language) -> Lang {
        match language {
            Language::Zh => Lang::Zh,
            Language::Ru => Lang::Ru,
            Language::En => Lang::En,
        }
    }
}

/// A language, or `auto` to tell it from the text.
#[derive(Clone, Copy, Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum AnyLanguage {
    #[default]
    Auto,
    Zh,
    Ru,
    En,
}

impl From<AnyLanguage> for Option<Lang> {
    fn from(language: AnyLanguage) -> Option<Lang> {
        match language {
            AnyLanguage::Auto => None,
            AnyLanguage::Zh => Some(Lang::Zh),
            AnyLanguage::Ru => Some(Lang::Ru),
            AnyLanguage::En => Some(Lang::En),
        }
    }
}

/// One house style, or several of which later ones win; none at all is an empty list.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(untagged)]
pub(crate) enum Styles {
    One(String),
    Several(Vec<String>),
}

/// Which names count.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
pub(crate) struct Layering {
    /// House styles; those that the server was started with if left out.
    style: Option<Styles>,
    /// Whether the shipped glossary counts.
    shipped: Option<bool>,
    /// Whether the user's glossaries count.
    own: Option<bool>,
}

impl Layering {
    /// The index that is chosen.
    pub(crate) fn index(&self, state: &State) -> Result<Arc<Index>, Failure> {
        let usual = state.shelf.usual();
        let styles = self.style.as_ref().map(|style| match style {
            Styles::One(style) => vec![style.clone()],
            Styles::Several(styles) => styles.clone(),
        });
        let mut styles = styles.unwrap_or(usual.styles);
        styles.retain(|style| !style.is_empty());
        if styles.len() > isonym::styles::STYLES.len() {
            return Err(Failure::unfit("more styles than there are"));
        }
        state.shelf.index(&Choice {
            shipped: self.shipped.unwrap_or(usual.shipped),
            own: self.own.unwrap_or(usual.own),
            styles,
        })
    }
}

/// The index that the server was started with, or with another style.
pub(crate) fn index(state: &State, style: Option<&str>) -> Result<Arc<Index>, Failure> {
    let layering = Layering {
        style: style.map(|style| Styles::One(style.to_owned())),
        ..Layering::default()
    };
    layering.index(state)
}

/// One name in the address.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct OneName {
    /// The name.
    #[param(max_length = 1000)]
    pub(crate) q: String,
}

/// So many characters of a name are read; what is longer is none.
pub(crate) const LONGEST_NAME: usize = 1000;

/// So many names are answered at once.
pub(crate) const MOST_NAMES: usize = 10_000;

/// A name, if it is not too long to be one.
pub(crate) fn name(text: &str) -> Result<&str, Failure> {
    if text.chars().count() > LONGEST_NAME {
        return Err(Failure::bad(format!(
            "a name has {LONGEST_NAME} characters at most"
        )));
    }
    Ok(text.trim())
}

/// All of several names.
pub(crate) fn names(texts: &[String]) -> Result<(), Failure> {
    if texts.len() > MOST_NAMES {
        return Err(Failure::unfit(format!("send {MOST_NAMES} names at most")));
    }
    texts
        .iter()
        .try_for_each(|text| name(text).map(|_| ()))
        .map_err(|failure| Failure::unfit(failure.message))
}
