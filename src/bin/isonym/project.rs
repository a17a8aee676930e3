//! What a command changes in a project beside its articles: spellings that are right, and rows of its glossary.

use std::path::{Path, PathBuf};

use isonym::{Lang, Script};

use crate::ui::said;
use crate::{accept, config, glossary};

/// The glossary of a project that has none.
const NEW_GLOSSARY: &str = "glossary.csv";

/// The configuration of a folder; one of the root if there is none above.
pub(crate) fn config(folder: &Path, root: &Path) -> PathBuf {
    let above = config::above(folder).unwrap_or(None);
    above.unwrap_or_else(|| root.join(config::NAME))
}

/// Takes a spelling as right, and says where.
pub(crate) fn accept(config: &Path, name: &str) -> Result<String, String> {
    accept::add(config, "accept", &[name])?;
    Ok(said!("accepts", file = config, name = name))
}

/// Adds a name to the last of some glossaries, or to a new one that the configuration then names, and says where.
pub(crate) fn define(
    config: &Path,
    glossaries: &[PathBuf],
    lang: Lang,
    name: &str,
) -> Result<String, String> {
    let file = match glossaries.last() {
        Some(file) => file.clone(),
        None => {
            accept::add(config, "glossaries", &[NEW_GLOSSARY])?;
            config.parent().unwrap_or(Path::new("")).join(NEW_GLOSSARY)
        }
    };
    let objections = glossary::add_name(&file, lang, name)?;
    match objections.first() {
        None => Ok(said!("added", file = &file, name = name)),
        Some(why) => Err(said!("not-added", file = &file, why = why)),
    }
}

/// The language that the letters of a name speak for.
pub(crate) fn lang_of(name: &str) -> Option<Lang> {
    let script = Script::of_text(name)?;
    Lang::ALL.into_iter().find(|lang| lang.script() == script)
}
