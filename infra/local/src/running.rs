//! The local cloud while it runs.

use std::collections::BTreeMap;
use std::fs::File;
use std::time::Duration;

use dynoxide::storage::Storage;
use rusqlite::OptionalExtension;
use tempfile::TempDir;
use tokio::task::JoinHandle;

use crate::Clock;
use crate::calls::FunctionCalls;
use crate::cloud::Cloud;
use crate::error::{Error, Result};
use crate::faults::Faults;
use crate::table::{EngineThread, expiry};
use crate::template::Template;

/// How long requests and deliveries may take to end when the cloud stops.
const PATIENCE: Duration = Duration::from_secs(5);

/// The local cloud while it runs. Dropping it leaves its tasks to the runtime; [`Running::stop`] ends them in order.
pub struct Running {
    /// Where the HTTP API, the web app, and the pages under `/_local` are.
    pub api_url: String,
    /// Where the AWS endpoint is.
    pub endpoint_url: String,
    /// The movable clock. Moving it here doesn't outlive the process; [`Running::advance`] does.
    pub clock: Clock,
    pub(crate) cloud: Cloud,
    pub(crate) tasks: Vec<JoinHandle<()>>,
    /// The AWS endpoint, which those who end need until their end.
    pub(crate) endpoint: JoinHandle<()>,
    pub(crate) engine: EngineThread,
    /// Locked as long as the cloud works with its folder; the system unlocks it when the process is killed.
    pub(crate) lock: File,
    /// Holds the folder of a cloud in memory until it stops.
    pub(crate) temporary: Option<TempDir>,
}

impl Running {
    /// What each function asked of AWS, by its logical id.
    #[must_use]
    pub fn calls(&self) -> BTreeMap<String, FunctionCalls> {
        self.cloud.calls.all()
    }

    /// Forgets the record of calls.
    pub fn forget_calls(&self) {
        self.cloud.calls.clear();
    }

    /// Lets faults strike the functions' calls from now on; `None`: no more.
    pub fn strike(&self, faults: Option<Faults>) {
        self.cloud.weather.set(faults);
    }

    /// Which calls were struck since [`Running::strike`] (`dynamodb:Query`, `s3:PUT`), and how often.
    #[must_use]
    pub fn struck(&self) -> BTreeMap<String, u64> {
        self.cloud.weather.struck()
    }

    /// The template, as it was understood.
    #[must_use]
    pub fn template(&self) -> &Template {
        &self.cloud.template
    }

    /// Waits until nothing is under way: no request, no delivery, no unread stream record.
    pub async fn idle(&self) -> Result<()> {
        self.cloud.idle().await
    }

    /// Moves time forward by seconds, deletes what has expired by then, and remembers the new time.
    pub async fn advance(&self, seconds: u32) -> Result<()> {
        self.cloud.advance(seconds).await
    }

    /// Tries all dead letters again; says how many.
    pub async fn redrive(&self) -> Result<usize> {
        self.cloud.redrive().await
    }

    /// Stops: nothing new begins, what runs may end, what doesn't end in five seconds is delivered after the next start.
    pub async fn stop(self) {
        self.cloud.stop.send_replace(true);
        let mut tasks = self.tasks;
        if !ended(&mut tasks).await {
            self.cloud.kill.send_replace(true);
            if !ended(&mut tasks).await {
                tasks.iter().for_each(JoinHandle::abort);
            }
        }
        drop(tasks);
        self.cloud.closed.send_replace(true);
        let mut endpoint = [self.endpoint];
        if !ended(&mut endpoint).await {
            tracing::warn!("somebody still uses the AWS endpoint");
            endpoint.iter().for_each(JoinHandle::abort);
        }
        drop(self.cloud);
        // The thread ends with the last handle; a function that hangs may keep one, so don't wait for ever.
        drop(tokio::time::timeout(PATIENCE, self.engine.join()).await);
        drop((self.lock, self.temporary));
    }
}

/// Whether all tasks end within our patience.
async fn ended(tasks: &mut [JoinHandle<()>]) -> bool {
    let left = tasks.iter_mut().filter(|task| !task.is_finished());
    tokio::time::timeout(PATIENCE, futures::future::join_all(left)).await.is_ok()
}

/// The name under which the clock's offset is kept.
const OFFSET: &str = "clock_offset_seconds";

impl Cloud {
    /// Moves time forward and lets things expire.
    pub(crate) async fn advance(&self, seconds: u32) -> Result<()> {
        self.clock.advance(seconds);
        let offset = self.clock.offset_seconds().to_string();
        let keep = "INSERT INTO _local_meta (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value";
        self.engine
            .run(move |storage| storage.conn().execute(keep, [OFFSET, &offset]).map_err(Error::from))
            .await?;
        self.sweep().await
    }

    /// Deletes items whose time to live is over, a few at a time: others want the table too.
    pub(crate) async fn sweep(&self) -> Result<()> {
        let now = self.clock.now().as_second();
        for table in self.tables.values() {
            loop {
                let swept = table.clone();
                let swept = self.engine.run(move |storage| expiry::sweep(storage, &swept, now)).await?;
                if swept > 0 {
                    self.engine.wrote.notify_waiters();
                }
                if swept < expiry::BATCH {
                    break;
                }
            }
        }
        Ok(())
    }
}

/// How far the clock was ahead in an earlier run.
pub(crate) fn kept_offset(storage: &Storage) -> Result<i64> {
    let query = "SELECT CAST(value AS INTEGER) FROM _local_meta WHERE name = ?1";
    Ok(storage.conn().query_row(query, [OFFSET], |row| row.get(0)).optional()?.unwrap_or(0))
}
