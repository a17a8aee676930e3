//! Work that takes the processor's time: so much at once, and none for ever.

use std::sync::Arc;
use std::time::Duration;

use axum::http::StatusCode;
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;
use tokio::time::timeout;

use super::answer::Failure;

/// A request waits so long for its turn before it is sent away.
const PATIENCE: Duration = Duration::from_secs(5);

/// A request that takes longer gets no answer. Its work goes on to its end and keeps its place until then.
const LONGEST: Duration = Duration::from_secs(30);

/// How many processors there are.
pub(super) fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZero::get)
}

/// The right to work, of which there are as many as processors.
pub(super) struct Work {
    places: Arc<Semaphore>,
}

impl Work {
    pub(super) fn new() -> Work {
        Work {
            places: Arc::new(Semaphore::new(cores())),
        }
    }

    /// Does some work when its turn comes.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, Failure> + Send + 'static,
    ) -> Result<T, Failure> {
        let turn = timeout(PATIENCE, self.places.clone().acquire_owned()).await;
        let Ok(Ok(place)) = turn else {
            return Err(Failure::busy("too many requests at once: try again in a moment"));
        };
        let task = spawn_blocking(move || {
            let done = work();
            drop(place);
            done
        });
        match timeout(LONGEST, task).await {
            Ok(Ok(done)) => done,
            Ok(Err(_)) => Err(Failure::new(
                StatusCode::INTERNAL_SERVER_ERROR,
                "the program has a mistake that this request has brought out",
            )),
            Err(_) => Err(Failure::busy("this takes too long: send less at once")),
        }
    }
}
