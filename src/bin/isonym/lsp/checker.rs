//! Checking documents on a thread of its own, some time after they were changed; the newest version wins.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use isonym::document::{Document, Format};

use super::diagnostics::Finding;
use super::server::Event;
use crate::lint::{self, Setup};
use crate::ui::{self, said};

/// How long nobody types before a document is checked.
const PAUSE: Duration = Duration::from_millis(80);

/// The same for a document that takes long.
const LONG_PAUSE: Duration = Duration::from_millis(400);

/// So many bytes take long.
const LONG: usize = 100_000;

/// After so long a document is checked though somebody types.
const LONGEST_PAUSE: Duration = Duration::from_secs(2);

/// A version of a document to check.
pub(super) struct Job {
    pub(super) version: i32,
    pub(super) text: Arc<String>,
    pub(super) format: Format,
    pub(super) setup: Arc<Setup>,
}

/// A version that was checked, with what was found, or why it cannot be read.
pub(super) struct Checked {
    pub(super) uri: String,
    pub(super) version: i32,
    pub(super) setup: Arc<Setup>,
    pub(super) found: Result<Vec<Finding>, String>,
}

struct Waiting {
    job: Job,
    due: Instant,
    latest: Instant,
}

#[derive(Default)]
struct Queue {
    waiting: Mutex<HashMap<String, Waiting>>,
    changed: Condvar,
}

/// The thread that checks.
pub(super) struct Checker {
    queue: Arc<Queue>,
}

impl Checker {
    pub(super) fn new(events: Sender<Event>) -> Checker {
        let queue = Arc::new(Queue::default());
        let own = queue.clone();
        thread::spawn(move || {
            loop {
                let (uri, job) = own.next();
                let version = job.version;
                let found = catch_unwind(AssertUnwindSafe(|| found(&job)));
                let found = found.unwrap_or_else(|_| Err(said!("lsp-not-checked")));
                let setup = job.setup;
                let checked = Checked {
                    uri,
                    version,
                    setup,
                    found,
                };
                if events.send(Event::Checked(checked)).is_err() {
                    return;
                }
            }
        });
        Checker { queue }
    }

    /// Checks a document, at once or after a pause, in the place of an older version that waits.
    pub(super) fn submit(&self, uri: String, job: Job, at_once: bool) {
        let now = Instant::now();
        let pause = match job.text.len() {
            _ if at_once => Duration::ZERO,
            length if length > LONG => LONG_PAUSE,
            _ => PAUSE,
        };
        let mut waiting = self.queue.lock();
        let latest = waiting
            .get(&uri)
            .map_or(now + LONGEST_PAUSE, |older| older.latest);
        let due = (now + pause).min(latest);
        waiting.insert(uri, Waiting { job, due, latest });
        self.queue.changed.notify_one();
    }

    /// Forgets a document that was closed.
    pub(super) fn forget(&self, uri: &str) {
        self.queue.lock().remove(uri);
    }
}

impl Queue {
    fn lock(&self) -> MutexGuard<'_, HashMap<String, Waiting>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The next document that is due; waits for it.
    fn next(&self) -> (String, Job) {
        let mut waiting = self.lock();
        loop {
            let first = waiting.iter().min_by_key(|(_, one)| one.due);
            let first = first.map(|(uri, one)| (uri.clone(), one.due));
            let now = Instant::now();
            waiting = match first {
                Some((uri, due)) if due <= now => {
                    if let Some(one) = waiting.remove(&uri) {
                        return (uri, one.job);
                    }
                    waiting
                }
                Some((_, due)) => {
                    let waited = self.changed.wait_timeout(waiting, due - now);
                    waited.unwrap_or_else(PoisonError::into_inner).0
                }
                None => self.changed.wait(waiting).unwrap_or_else(PoisonError::into_inner),
            };
        }
    }
}

/// What the linter finds in a document, in its source.
fn found(job: &Job) -> Result<Vec<Finding>, String> {
    let document = Document::read(job.format, &job.text, &Default::default());
    let document = document.map_err(|error| ui::failure(&error))?;
    let found = lint::found(&job.setup, &document).into_iter();
    Ok(found.filter_map(|one| Finding::new(&document, one)).collect())
}
