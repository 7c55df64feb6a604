//! Starts the local cloud.

use std::collections::HashMap;
use std::fs::File;
use std::future::IntoFuture;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::serve::ListenerExt;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::buckets::{Buckets, SECRET};
use crate::cloud::Cloud;
use crate::error::{Error, Result};
use crate::options::{Data, Options};
use crate::running::{Running, kept_offset};
use crate::table::{Engine, records, setup, wanted::Wanted};
use crate::template::{FunctionSpec, Template, Trigger};
use crate::work::deliver::{self, AT_ONCE};
use crate::work::invoke::Made;
use crate::work::schedule::Schedule;
use crate::work::stream::{Consumer, consumer_name};
use crate::{Clock, endpoint, gateway, mailbox};

/// How often what expires is looked for.
const SWEEP_EVERY: Duration = Duration::from_secs(30);

/// The local cloud before it runs.
pub struct Local;

impl Local {
    /// Starts the local cloud. It answers when this returns.
    pub async fn start(options: Options) -> Result<Running> {
        let template = Template::load(&options)?;
        let (folder, temporary) = folder(&options.data)?;
        let lock = lock(&folder)?;
        let api = listen(options.api_port).await?;
        let aws = listen(options.endpoint_port).await?;
        let (api_url, endpoint_url) = (url(&api)?, url(&aws)?);
        let clock = Clock::default();
        let file = folder.join("table.sqlite");
        let (engine, thread) = Engine::open(temporary.is_none().then_some(file.as_path()), clock.clone())?;
        let offset = prepare(&engine, &template).await?;
        clock.advance(u32::try_from(offset).unwrap_or(0));
        let functions = make(&options, &template, &endpoint_url, &clock)?;
        let cloud = Cloud::new(template, &options.region, clock.clone(), engine, folder);
        let buckets = Buckets::open(&cloud)?;
        let mut schedules = Vec::new();
        for function in &cloud.template.functions {
            schedules.extend(Schedule::all(function)?);
        }
        let pages = gateway::router(
            cloud.clone(),
            &functions,
            schedules.clone(),
            (options.web.as_deref(), &endpoint_url),
        )
        .map_err(Error::Template)?;
        let mut tasks = vec![
            serve(cloud.stop.subscribe(), api, pages),
            tokio::spawn(housekeeping(cloud.clone(), Arc::clone(&buckets))),
        ];
        let endpoint = serve(cloud.closed.subscribe(), aws, endpoint::router(cloud.clone(), buckets));
        tasks.extend(work(&cloud, functions, schedules));
        Ok(Running { api_url, endpoint_url, clock, cloud, tasks, endpoint, engine: thread, lock, temporary })
    }
}

fn folder(data: &Data) -> Result<(PathBuf, Option<TempDir>)> {
    let (folder, temporary) = match data {
        Data::Folder(folder) => (folder.clone(), None),
        Data::Memory => {
            let made = TempDir::new().map_err(|cause| Error::File { path: std::env::temp_dir(), cause })?;
            (made.path().to_owned(), Some(made))
        }
    };
    let mail = mailbox::folder(&folder);
    std::fs::create_dir_all(&mail).map_err(|cause| Error::File { path: mail, cause })?;
    Ok((folder, temporary))
}

/// Two clouds on the same data would deliver everything twice.
fn lock(folder: &Path) -> Result<File> {
    let path = folder.join("lock");
    let file = File::create(&path).map_err(|cause| Error::File { path, cause })?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(_) => Err(Error::InUse { path: folder.to_owned() }),
    }
}

async fn listen(port: u16) -> Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await.map_err(|cause| Error::Port { port, cause })
}

fn url(listener: &TcpListener) -> Result<String> {
    let address = listener.local_addr().map_err(|cause| Error::Port { port: 0, cause })?;
    Ok(format!("http://{address}"))
}

/// Makes the tables; returns how far the clock was ahead before.
async fn prepare(engine: &Engine, template: &Template) -> Result<i64> {
    let (tables, wanted) = (template.tables.clone(), Wanted::of(template));
    engine
        .run(move |storage| {
            tables.iter().try_for_each(|table| setup::ensure(storage, table))?;
            wanted.watch(storage)?;
            kept_offset(storage)
        })
        .await
}

fn make(options: &Options, template: &Template, endpoint: &str, clock: &Clock) -> Result<Vec<Made>> {
    let mut functions = Vec::new();
    for spec in &template.functions {
        let failed = |cause: String| Error::Function { function: spec.id.clone(), cause };
        let environment = environment(options, spec, endpoint).map_err(failed)?;
        let function = (options.make_function)(&spec.code, &environment, clock.clone()).map_err(failed)?;
        functions.push(Made { spec: Arc::new(spec.clone()), function });
    }
    Ok(functions)
}

fn environment(
    options: &Options,
    spec: &FunctionSpec,
    endpoint: &str,
) -> Result<HashMap<String, String>, String> {
    let mut environment = HashMap::new();
    for (name, value) in &spec.environment {
        let value = secrets(value, &options.secrets).map_err(|e| format!("environment {name}: {e}"))?;
        environment.insert(name.clone(), value);
    }
    for (name, value) in [
        ("AWS_REGION", options.region.as_str()),
        ("AWS_ACCESS_KEY_ID", &spec.id),
        ("AWS_SECRET_ACCESS_KEY", SECRET),
        ("AWS_ENDPOINT_URL", endpoint),
        ("AWS_LAMBDA_FUNCTION_NAME", &spec.id),
    ] {
        environment.insert(name.to_owned(), value.to_owned());
    }
    environment.insert("AWS_LAMBDA_FUNCTION_MEMORY_SIZE".to_owned(), spec.memory.to_string());
    Ok(environment)
}

/// Replaces `{{resolve:secretsmanager:NAME:SecretString:KEY}}`; `NAME` may be an ARN.
fn secrets(value: &str, secrets: &HashMap<String, String>) -> Result<String, String> {
    let mut result = String::new();
    let mut rest = value;
    while let Some((before, after)) = rest.split_once("{{resolve:") {
        let (reference, after) = after.split_once("}}").ok_or("{{resolve: isn't closed")?;
        let parts =
            reference.strip_prefix("secretsmanager:").and_then(|secret| secret.split_once(":SecretString:"));
        let (name, key) =
            parts.ok_or_else(|| format!("{{{{resolve:{reference}}}}} is not known to the local cloud"))?;
        let name = name.split_once(":secret:").map_or(name, |(_, name)| name);
        // A stage or a version may follow the key.
        let wanted = format!("{name}/{}", key.split(':').next().unwrap_or(key));
        let secret = secrets
            .get(&wanted)
            .ok_or_else(|| format!("the secret {wanted} is not among the options' secrets"))?;
        result.push_str(before);
        result.push_str(secret);
        rest = after;
    }
    result.push_str(rest);
    Ok(result)
}

fn serve(mut stop: watch::Receiver<bool>, listener: TcpListener, router: Router) -> JoinHandle<()> {
    let stopped = async move { drop(stop.wait_for(|stop| *stop).await) };
    // Small answers would otherwise wait for the client's acknowledgement of the one before.
    let listener = listener.tap_io(|connection| drop(connection.set_nodelay(true)));
    let server = axum::serve(listener, router).with_graceful_shutdown(stopped).into_future();
    tokio::spawn(async move { drop(server.await) })
}

/// Everything that runs by itself: deliveries, streams, schedules.
fn work(cloud: &Cloud, functions: Vec<Made>, schedules: Vec<Schedule>) -> Vec<JoinHandle<()>> {
    let mut tasks: Vec<JoinHandle<()>> =
        schedules.into_iter().map(|schedule| tokio::spawn(schedule.run(cloud.clone()))).collect();
    for made in functions {
        let woken = made.spec.triggers.iter().any(|trigger| !matches!(trigger, Trigger::Http { .. }));
        if woken {
            tasks.extend((0..AT_ONCE).map(|_| tokio::spawn(deliver::worker(cloud.clone(), made.clone()))));
        }
        for trigger in &made.spec.triggers {
            if let Trigger::Stream(trigger) = trigger {
                let all = consumers(cloud, &trigger.table);
                let consumer =
                    Consumer { cloud: cloud.clone(), made: made.clone(), trigger: trigger.clone(), all };
                tasks.push(tokio::spawn(consumer.run()));
            }
        }
    }
    tasks
}

fn consumers(cloud: &Cloud, table: &str) -> Vec<String> {
    let functions = cloud.template.functions.iter();
    let streams =
        functions.flat_map(|function| function.triggers.iter().map(move |trigger| (function, trigger)));
    streams
        .filter_map(|(function, trigger)| match trigger {
            Trigger::Stream(stream) if stream.table == table => Some(consumer_name(&function.id, stream)),
            _ => None,
        })
        .collect()
}

/// Lets items and objects expire, and drops stream records that nobody reads.
async fn housekeeping(cloud: Cloud, buckets: Arc<Buckets>) {
    let mut stop = cloud.stop.subscribe();
    let mut moves = cloud.clock.moves();
    while !*stop.borrow() {
        let (files, clock) = (Arc::clone(&buckets), cloud.clock.clone());
        drop(tokio::task::spawn_blocking(move || files.expire(&clock)).await);
        let unread: Vec<String> =
            cloud.tables.keys().filter(|table| consumers(&cloud, table).is_empty()).cloned().collect();
        let trimmed = cloud
            .engine
            .run(move |storage| unread.iter().try_for_each(|table| records::trim(storage, table, &[])));
        if let Err(error) = trimmed.await.and(cloud.sweep().await) {
            tracing::error!(%error, "what has expired can't be deleted");
        }
        tokio::select! { () = tokio::time::sleep(SWEEP_EVERY) => {}, _ = moves.changed() => {}, _ = stop.changed() => {} }
    }
}
