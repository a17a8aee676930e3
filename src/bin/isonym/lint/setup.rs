//! What articles are checked with: the glossaries and options of their configuration and of the command line.

use std::collections::HashMap;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use isonym::Index;
use isonym::lint::Options;

use super::Args;
use crate::config::{self, Config};
use crate::console;
use crate::stack::stack;

/// What an article is checked with.
pub(crate) struct Setup {
    pub(crate) index: Index,
    pub(crate) options: Options,
    /// The files that are laid over the shipped glossary, the later ones winning.
    pub(crate) glossaries: Vec<PathBuf>,
    config: Option<Config>,
}

impl Setup {
    /// The setup of a configuration, or of the command line alone.
    fn new(args: &Args, config: Option<Config>) -> Result<Setup, String> {
        let has_default =
            !args.no_default_glossary && config.as_ref().is_none_or(|config| config.default_glossary);
        let layers = config
            .iter()
            .flat_map(|config| &config.glossaries)
            .chain(&args.glossary);
        let glossaries: Vec<PathBuf> = layers.cloned().collect();
        let styles = config.iter().flat_map(|config| &config.styles).chain(&args.style);
        let index = stack(has_default, glossaries.iter(), styles)?;
        Ok(Setup {
            index,
            glossaries,
            options: options(args, config.as_ref()),
            config,
        })
    }

    pub(crate) fn excludes(&self, file: &Path) -> bool {
        self.config.as_ref().is_some_and(|config| config.excludes(file))
    }
}

fn options(args: &Args, config: Option<&Config>) -> Options {
    let mut options = Options {
        lang: args.lang().unwrap_or(config.and_then(|config| config.lang)),
        select: args.select.clone(),
        ignore: args.ignore.clone(),
        ..Options::default()
    };
    let Some(config) = config else { return options };
    if options.select.is_empty() {
        options.select.clone_from(&config.select);
    }
    options.ignore.extend(config.ignore.iter().cloned());
    config.accept.iter().for_each(|name| options.accept(name));
    options
}

/// The setups of folders, each read once.
pub(crate) struct Setups<A> {
    args: A,
    /// By folder, the configuration above it.
    files: HashMap<PathBuf, Option<PathBuf>>,
    /// By configuration.
    setups: HashMap<Option<PathBuf>, Result<Arc<Setup>, String>>,
}

impl<A: Deref<Target = Args>> Setups<A> {
    pub(crate) fn new(args: A) -> Setups<A> {
        Setups {
            args,
            files: HashMap::new(),
            setups: HashMap::new(),
        }
    }

    /// The setup of a folder's articles. Why there is none is told the first time.
    pub(crate) fn of(&mut self, folder: &Path) -> Result<Arc<Setup>, String> {
        let args = &*self.args;
        let file = match self.files.get(folder) {
            Some(file) => file.clone(),
            None => {
                // A folder that is not there has no article either, and that is told elsewhere.
                let file = config::above(folder).unwrap_or(None);
                self.files.insert(folder.to_path_buf(), file.clone());
                file
            }
        };
        let make = || {
            let config = file.as_deref().map(Config::read).transpose()?;
            Setup::new(args, config).map(Arc::new)
        };
        match self.setups.get(&file) {
            Some(setup) => setup.clone(),
            None => {
                let setup = make();
                if let Err(why) = &setup {
                    console::tell(why);
                }
                self.setups.insert(file, setup.clone());
                setup
            }
        }
    }
}
