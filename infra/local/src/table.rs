//! The table: `DynamoDB` on `SQLite`, on a thread of its own.

pub(crate) mod dispatch;
pub(crate) mod expiry;
pub(crate) mod legs;
pub(crate) mod records;
pub(crate) mod setup;
pub(crate) mod wanted;

use std::panic::AssertUnwindSafe;
use std::path::Path;
use std::sync::{Arc, mpsc};
use std::thread::JoinHandle;

use dynoxide::storage::Storage;
use futures::FutureExt;
use tokio::sync::{Notify, oneshot};

use crate::Clock;
use crate::error::{Error, Result};

/// How many prepared statements are kept: more than dynoxide has for one table with its indexes.
const STATEMENTS: usize = 256;

type Job = Box<dyn FnOnce(&Storage) + Send>;

/// The one connection to the database. All work is done in turn on its own thread, so it never holds up the reactor.
#[derive(Clone)]
pub(crate) struct Engine {
    jobs: mpsc::Sender<Job>,
    /// Rung after a request that may have written stream records.
    pub wrote: Arc<Notify>,
}

/// The engine's thread; ends when every [`Engine`] is gone.
pub(crate) struct EngineThread(JoinHandle<()>);

impl EngineThread {
    /// Waits until the database is closed.
    pub async fn join(self) {
        drop(tokio::task::spawn_blocking(move || self.0.join()).await);
    }
}

impl Engine {
    /// Opens the database in the file, or in memory.
    pub fn open(file: Option<&Path>, clock: Clock) -> Result<(Self, EngineThread)> {
        let storage = match file {
            Some(path) => Storage::new(&path.to_string_lossy()),
            None => Storage::memory(),
        };
        let storage = storage?.with_clock(Arc::new(clock));
        prepare(&storage)?;
        let (jobs, work) = mpsc::channel::<Job>();
        let thread =
            std::thread::Builder::new().name("table".to_owned()).spawn(move || serve(&storage, &work));
        let thread = thread.map_err(|e| Error::Table(e.to_string()))?;
        Ok((Self { jobs, wrote: Arc::new(Notify::new()) }, EngineThread(thread)))
    }

    /// Does some work with the database.
    pub async fn run<T: Send + 'static, E: From<Error> + Send + 'static>(
        &self,
        work: impl FnOnce(&Storage) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E> {
        let (answer, answered) = oneshot::channel();
        let job: Job = Box::new(move |storage| drop(answer.send(work(storage))));
        let closed = || E::from(Error::Table("the table's thread gave no answer".to_owned()));
        self.jobs.send(job).map_err(|_| closed())?;
        answered.await.map_err(|_| closed())?
    }
}

fn serve(storage: &Storage, work: &mpsc::Receiver<Job>) {
    while let Ok(job) = work.recv() {
        let ended = std::panic::catch_unwind(AssertUnwindSafe(|| job(storage)));
        if ended.is_err() {
            tracing::error!("a piece of work with the table panicked");
        }
        // Nobody keeps a transaction open between two jobs; one that is open was left by a panic.
        if !storage.conn().is_autocommit()
            && let Err(error) = storage.rollback()
        {
            tracing::error!(%error, "the transaction left open can't be rolled back");
        }
    }
}

/// Our own settings and tables beside dynoxide's.
///
/// - `synchronous = NORMAL` under WAL: a commit is in the system's hands when it is acknowledged, so killing the process
///   loses nothing; only a power failure may take the last commits, and never corrupts the file.
/// - the first GiB of the file is read where the system keeps it, and not copied first: a long list is read a tenth faster.
/// - a checkpoint every 64 MB: under load most pages change many times before they are copied into the file.
/// - the index makes the next sequence number a look-up; without it each write reads all records there are.
fn prepare(storage: &Storage) -> Result<()> {
    storage.conn().set_prepared_statement_cache_capacity(STATEMENTS);
    storage.conn().execute_batch(
        "PRAGMA synchronous = NORMAL;
         PRAGMA cache_size = -65536;
         PRAGMA mmap_size = 1073741824;
         PRAGMA temp_store = MEMORY;
         PRAGMA wal_autocheckpoint = 16000;
         CREATE INDEX IF NOT EXISTS _local_stream_order
             ON _stream_records (table_name, CAST(sequence_number AS INTEGER));
         CREATE TABLE IF NOT EXISTS _local_meta (name TEXT PRIMARY KEY, value TEXT NOT NULL);
         CREATE TABLE IF NOT EXISTS _local_checkpoints (consumer TEXT PRIMARY KEY, record INTEGER NOT NULL);
         CREATE TABLE IF NOT EXISTS _local_deliveries (
             id INTEGER PRIMARY KEY AUTOINCREMENT, function TEXT NOT NULL, source TEXT NOT NULL, event TEXT NOT NULL,
             state TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, due INTEGER NOT NULL DEFAULT 0,
             retries INTEGER NOT NULL, queue TEXT, error TEXT, at TEXT NOT NULL);
         CREATE INDEX IF NOT EXISTS _local_deliveries_due ON _local_deliveries (state, function, due, id);
         UPDATE _local_deliveries SET state = 'waiting' WHERE state = 'running';",
    )?;
    Ok(())
}

/// The value of one of dynoxide's futures, which never wait on this backend.
pub(crate) fn finish<T>(future: impl Future<Output = dynoxide::Result<T>>) -> dynoxide::Result<T> {
    let never = || Err(dynoxide::DynoxideError::InternalServerError("the table waited".to_owned()));
    future.now_or_never().unwrap_or_else(never)
}
