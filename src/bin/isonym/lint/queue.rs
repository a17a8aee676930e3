//! The articles of a run, one after the other: files, and the lines of archives as they are read.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use encoding_rs::UTF_8;
use indicatif::ProgressBar;

use super::archive::{self, Packing, Records};
use super::setup::{Setup, Setups};
use super::{Args, Input, source};
use crate::decode;
use crate::progress::Progress;
use crate::ui::{self, said};

/// So many bytes of articles are held at once, besides the one that exceeds them.
const BATCH_BYTES: u64 = 4 << 20;

/// So many articles are held at once.
const BATCH_ARTICLES: usize = 1024;

/// So many bytes are reckoned for each of a compressed file.
const UNPACKED: u64 = 8;

/// An article to read, and what to check it with.
pub(super) struct Job {
    pub(super) input: Input,
    pub(super) path: Arc<Path>,
    pub(super) setup: Arc<Setup>,
    /// Where the article is a line of a file: that line.
    pub(super) record: Option<Record>,
    size: u64,
}

impl Job {
    /// The job of a whole file.
    pub(super) fn of_file(input: &Input, path: &Path, setup: Arc<Setup>) -> Job {
        Job {
            input: input.clone(),
            path: path.into(),
            setup,
            record: None,
            size: 0,
        }
    }

    /// The name that tells the article from the others of a run.
    pub(super) fn name(&self) -> String {
        let path = self.path.to_string_lossy();
        match &self.record {
            Some(record) => format!("{path}:{}", record.line),
            None => path.into_owned(),
        }
    }
}

/// A line of a file.
pub(super) struct Record {
    /// Its number, from 1.
    pub(super) line: usize,
    pub(super) bytes: Vec<u8>,
}

/// Something that is not checked.
pub(super) struct Unread {
    pub(super) path: PathBuf,
    /// The line of the path that it is about.
    pub(super) line: Option<usize>,
    pub(super) why: String,
    /// Whether the user knows already.
    pub(super) is_told: bool,
}

/// What comes next.
pub(super) type Next = Result<Job, Unread>;

/// The articles of inputs that no configuration excludes.
pub(super) struct Queue<'a, 's> {
    args: &'a Args,
    setups: &'s mut Setups<&'a Args>,
    inputs: std::vec::IntoIter<Input>,
    bar: ProgressBar,
    open: Option<Open>,
}

/// An archive that is being read.
struct Open {
    records: Records,
    input: Input,
    path: Arc<Path>,
    setup: Arc<Setup>,
}

impl<'a, 's> Queue<'a, 's> {
    pub(super) fn new(
        args: &'a Args,
        setups: &'s mut Setups<&'a Args>,
        inputs: Vec<Input>,
        bar: ProgressBar,
    ) -> Queue<'a, 's> {
        Queue {
            args,
            setups,
            inputs: inputs.into_iter(),
            bar,
            open: None,
        }
    }

    /// As many articles as may be held at once; none at the end.
    pub(super) fn batch(&mut self) -> Vec<Next> {
        let mut batch = Vec::new();
        let mut bytes = 0;
        while bytes < BATCH_BYTES && batch.len() < BATCH_ARTICLES {
            let Some(next) = self.next() else { break };
            bytes += next.as_ref().map_or(0, |job| job.size);
            batch.push(next);
        }
        batch
    }

    /// What is to be done for an input; nothing if its configuration excludes it.
    fn begin(&mut self, input: Input) -> Option<Next> {
        let path: Arc<Path> = Arc::from(input.name(self.args));
        let unread = |why: String, is_told| {
            let path = path.to_path_buf();
            Some(Err(Unread {
                path,
                line: None,
                why,
                is_told,
            }))
        };
        let setup = match self.setups.of(input.folder()) {
            Ok(setup) => setup,
            Err(why) => return unread(why, true),
        };
        if !input.is_named() && setup.excludes(&path) {
            return None;
        }
        let is_of_records = archive::is_of_records(&input, &path, self.args);
        if (is_of_records || Packing::of_name(&path).is_some()) && (self.args.fix || self.args.diff) {
            return unread(said!("archive-not-fixed"), false);
        }
        let factor = if Packing::of_name(&path).is_some() {
            UNPACKED
        } else {
            1
        };
        let stored = input.size();
        let size = stored.saturating_mul(factor);
        if is_of_records {
            setup
                .index
                .prepare_for(usize::try_from(size).unwrap_or(usize::MAX));
            return match records(&input, self.args, self.bar.clone()) {
                Ok(records) => {
                    self.open = Some(Open {
                        records,
                        input,
                        path,
                        setup,
                    });
                    None
                }
                Err(why) => unread(why, false),
            };
        }
        self.bar.inc(stored);
        Some(Ok(Job {
            input,
            path,
            setup,
            record: None,
            size,
        }))
    }
}

impl Iterator for Queue<'_, '_> {
    type Item = Next;

    fn next(&mut self) -> Option<Next> {
        loop {
            if let Some(next) = self.open.as_mut().and_then(Open::next) {
                return Some(next);
            }
            self.open = None;
            let input = self.inputs.next()?;
            if let Some(next) = self.begin(input) {
                return Some(next);
            }
        }
    }
}

impl Open {
    fn next(&mut self) -> Option<Next> {
        let (line, bytes) = self.records.next()?;
        Some(match bytes {
            Ok(bytes) => Ok(Job {
                input: self.input.clone(),
                path: self.path.clone(),
                setup: self.setup.clone(),
                size: bytes.len() as u64,
                record: Some(Record { line, bytes }),
            }),
            Err(why) => Err(Unread {
                path: self.path.to_path_buf(),
                line: Some(line),
                why,
                is_told: false,
            }),
        })
    }
}

fn records(input: &Input, args: &Args, bar: ProgressBar) -> Result<Records, String> {
    let reader: Box<dyn Read + Send> = match input {
        Input::Standard => Box::new(io::stdin()),
        Input::File { path, .. } => Box::new(Progress::with(File::open(path).map_err(source::why)?, bar)),
    };
    let encoding = args.encoding.as_deref().map_or(Ok(UTF_8), decode::by_name)?;
    Records::open(reader, args.max_file_size, encoding).map_err(|error| ui::failure(&error))
}
