//! A file has come, or another reader has stopped: read it, judge every row, keep the preview.

mod begin;
mod drops;
mod finish;
mod preview;
mod read;
pub mod rejected;
mod update;

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
                let Some(account) = drops::account(&app, account, &key).await? else {
                    return Ok(Value::Null);
                };
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
    /// `drops/<account>/<any name>`: dropped by a program. The account as the program wrote it.
    Drop(String),
}

fn place(key: &str) -> Option<Place> {
    let mut parts = key.splitn(3, '/');
    let (kind, account, name) = (parts.next()?, parts.next()?, parts.next()?);
    match kind {
        "uploads" => Some(Place::Upload(account.parse().ok()?, name.strip_suffix(".csv")?.parse().ok()?)),
        // What we put beside a dropped file is no drop itself.
        "drops" if !domain::import::is_answer(name) => Some(Place::Drop(account.to_owned())),
        _ => None,
    }
}
