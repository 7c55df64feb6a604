//! What all parts of the local cloud share.

use std::collections::HashMap;
use std::ops::Deref;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::sync::{Notify, watch};

use crate::Clock;
use crate::calls::Calls;
use crate::error::Result;
use crate::faults::Weather;
use crate::policy::{self, Ask};
use crate::table::dispatch::Tokens;
use crate::table::{Engine, records};
use crate::template::{Table, Template, Trigger};
use crate::work::deliver::real_millis;
use crate::work::journal::Journal;
use crate::work::queue::{self, Delivery};
use crate::work::stream::consumer_name;

/// The access key id that may do everything: tests, demo data, programs that drop files.
pub(crate) const LOCAL_KEY: &str = "local";

/// What all parts share; cheap to clone.
#[derive(Clone)]
pub(crate) struct Cloud(Arc<Shared>);

pub(crate) struct Shared {
    pub template: Template,
    pub tables: HashMap<String, Table>,
    pub region: String,
    pub clock: Clock,
    pub engine: Engine,
    pub tokens: Tokens,
    pub journal: Journal,
    pub calls: Calls,
    pub weather: Weather,
    /// The folder with files and mail.
    pub folder: PathBuf,
    /// Rung when a function has a new delivery.
    pub wake: HashMap<String, Notify>,
    /// True when nothing new shall begin.
    pub stop: watch::Sender<bool>,
    /// True when what runs shall end.
    pub kill: watch::Sender<bool>,
    /// True when nobody needs the AWS endpoint any more.
    pub closed: watch::Sender<bool>,
    /// Requests of the HTTP API that run.
    pub requests: AtomicUsize,
}

impl Deref for Cloud {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        &self.0
    }
}

impl Cloud {
    /// Puts the parts together.
    pub fn new(template: Template, region: &str, clock: Clock, engine: Engine, folder: PathBuf) -> Self {
        Self(Arc::new(Shared {
            tables: template.tables.iter().map(|table| (table.name.clone(), table.clone())).collect(),
            wake: template.functions.iter().map(|function| (function.id.clone(), Notify::new())).collect(),
            weather: Weather::new(template.functions.iter().map(|function| function.id.as_str())),
            template,
            region: region.to_owned(),
            clock,
            engine,
            tokens: Tokens::default(),
            journal: Journal::default(),
            calls: Calls::default(),
            folder,
            stop: watch::Sender::new(false),
            kill: watch::Sender::new(false),
            closed: watch::Sender::new(false),
            requests: AtomicUsize::new(0),
        }))
    }

    /// Whether this access key may do that; notes it for the record of calls. The error is for the one who asked.
    pub fn may(&self, key: &str, ask: &Ask) -> Result<(), String> {
        if key == LOCAL_KEY {
            return Ok(());
        }
        let function = self.template.functions.iter().find(|function| function.id == key);
        let granted = function.is_some_and(|function| policy::allowed(&function.statements, ask));
        let used = function.filter(|_| granted).map(|function| policy::needed(&function.statements, ask));
        self.calls.need(key, ask, granted, used.unwrap_or_default());
        let resource = ask.resources.first().map_or("*", String::as_str);
        let denied = || {
            let keys = ask
                .context
                .get("dynamodb:LeadingKeys")
                .map(|keys| format!(" (partition keys {keys:?})"))
                .unwrap_or_default();
            tracing::warn!(
                function = key,
                action = ask.action,
                resource,
                keys,
                "denied: the policy in the template does not allow it"
            );
            format!(
                "User: {key} is not authorized to perform: {} on resource: {resource} because no identity-based policy allows it",
                ask.action
            )
        };
        if granted { Ok(()) } else { Err(denied()) }
    }

    /// Takes the function's next delivery that is due.
    pub async fn take(&self, function: &str) -> Result<Option<Delivery>> {
        let (function, now) = (function.to_owned(), real_millis());
        self.engine.run(move |storage| queue::take(storage, &function, now)).await
    }

    /// How long until the function's next delivery is due; a while when there is none.
    pub async fn wait_for_due(&self, function: &str) -> Duration {
        let function = function.to_owned();
        let due = self.engine.run(move |storage| queue::next_due(storage, &function)).await.ok().flatten();
        let wait = due.map(|due| u64::try_from(due.saturating_sub(real_millis())).unwrap_or(0));
        wait.map_or(Duration::from_mins(1), |millis| Duration::from_millis(millis + 1))
    }

    /// What is under way: requests of the HTTP API, deliveries, stream records not read.
    pub async fn pending(&self) -> Result<Pending> {
        let mut consumers = Vec::new();
        for function in &self.template.functions {
            for trigger in &function.triggers {
                if let Trigger::Stream(stream) = trigger {
                    consumers.push((consumer_name(&function.id, stream), stream.table.clone()));
                }
            }
        }
        let (deliveries, stream_records) = self
            .engine
            .run(move |storage| {
                let mut unread = 0;
                for (consumer, table) in &consumers {
                    unread += records::pending(storage, table, records::checkpoint(storage, consumer)?)?;
                }
                Ok::<_, crate::Error>((queue::open(storage)?, unread))
            })
            .await?;
        Ok(Pending { requests: self.requests.load(Ordering::SeqCst), deliveries, stream_records })
    }

    /// Waits until nothing is under way.
    pub async fn idle(&self) -> Result<()> {
        let mut pause = Duration::from_millis(1);
        while !self.pending().await?.nothing() {
            tokio::time::sleep(pause).await;
            pause = (pause * 2).min(Duration::from_millis(20));
        }
        Ok(())
    }
}

/// Waits until the flag is raised.
pub(crate) async fn raised(flag: &watch::Sender<bool>) {
    drop(flag.subscribe().wait_for(|raised| *raised).await);
}

/// What is under way.
#[derive(Clone, Copy, Debug, serde::Serialize)]
pub(crate) struct Pending {
    requests: usize,
    deliveries: i64,
    stream_records: i64,
}

impl Pending {
    /// Whether that is nothing.
    pub fn nothing(self) -> bool {
        self.requests == 0 && self.deliveries == 0 && self.stream_records == 0
    }
}
