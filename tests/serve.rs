//! The server as its callers meet it: the program is started on a free port and asked over HTTP.

mod client;
mod documents;
mod glossary;
mod hostile;
mod page;
mod reconcile;
mod safety;
mod services;

use client::{Reply, Server};
