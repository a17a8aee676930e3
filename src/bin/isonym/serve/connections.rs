//! Connections: taken one by one, with limits to their number and patience, until the program is told to stop.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::time::{sleep, timeout};

/// So many connections are open at once; others wait in the system's queue.
const MOST_CONNECTIONS: usize = 1024;

/// A client has so long to send the head of its next request.
const HEAD: Duration = Duration::from_secs(20);

/// What is being answered when the program is told to stop has so long to end.
const FAREWELL: Duration = Duration::from_secs(10);

/// Answers until the program is told to stop, and then what has been begun.
pub(super) async fn serve(listener: TcpListener, app: Router) {
    let graceful = GracefulShutdown::new();
    let room = Arc::new(Semaphore::new(MOST_CONNECTIONS));
    let mut stop = std::pin::pin!(stop());
    loop {
        let Ok(permit) = room.clone().acquire_owned().await else {
            break;
        };
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut stop => break,
        };
        match accepted {
            Ok((stream, _)) => {
                let connection = graceful.watch(connection(stream, app.clone()));
                tokio::spawn(async move {
                    // A client that breaks off is no trouble of ours.
                    let _ = connection.await;
                    drop(permit);
                });
            }
            // Too many open files, perhaps: others may be closed soon.
            Err(_) => sleep(Duration::from_millis(100)).await,
        }
    }
    drop(listener);
    let _ = timeout(FAREWELL, graceful.shutdown()).await;
}

fn connection(
    stream: TcpStream,
    app: Router,
) -> hyper::server::conn::http1::Connection<TokioIo<TcpStream>, TowerToHyperService<Router>> {
    let _ = stream.set_nodelay(true);
    hyper::server::conn::http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD)
        .max_buf_size(64 << 10)
        .serve_connection(TokioIo::new(stream), TowerToHyperService::new(app))
}

/// Waits until the program is told to stop.
async fn stop() {
    let interrupt = async {
        // Without a way to hear of it, the program is simply killed.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
}
