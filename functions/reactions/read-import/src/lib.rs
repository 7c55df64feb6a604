//! A file has come, or another reader has stopped: read it, judge every row, keep the preview.

mod begin;
mod finish;
mod preview;
mod read;
pub mod rejected;

use domain::{AccountId, ImportId, Problem, import::Import};
use runtime::{App, BusEvent, Deadline, Detail};
use serde_json::Value;

/// Takes up the import that an event tells of.
pub async fn handle(app: App, event: Value, deadline: Deadline) -> Result<Value, Problem> {
    let (account, import) = match BusEvent::parse(event)? {
        Detail::Ours(event) => match event.subject.parse() {
            Ok(import) => (event.account_id, import),
            Err(_) => return Ok(Value::Null),
        },
        Detail::ObjectCreated { key, size, sequencer, at } => match place(&key) {
            Some(Place::Upload(account, import)) => (account, import),
            Some(Place::Drop(account)) => {
                let changed = Import::dropped(&mut app.moment(), account, (&key, size), (at, &sequencer));
                let import = changed.now.id;
                app.store().create_import(changed).await?;
                (account, import)
            }
            None => return Ok(Value::Null),
        },
    };
    read::run(&app, account, import, deadline).await?;
    Ok(Value::Null)
}

/// Whose file a key is.
enum Place {
    /// `uploads/<account>/<import>.csv`: asked for by somebody.
    Upload(AccountId, ImportId),
    /// `drops/<account>/<any name>`: dropped by a program.
    Drop(AccountId),
}

fn place(key: &str) -> Option<Place> {
    let mut parts = key.splitn(3, '/');
    let (kind, account, name) = (parts.next()?, parts.next()?.parse().ok()?, parts.next()?);
    match kind {
        "uploads" => Some(Place::Upload(account, name.strip_suffix(".csv")?.parse().ok()?)),
        "drops" => Some(Place::Drop(account)),
        _ => None,
    }
}
