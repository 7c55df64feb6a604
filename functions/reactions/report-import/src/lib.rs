//! An import has come to a stop: tell the program that dropped its file, beside the file (IMP-1).

use domain::{
    AccountId, ImportId, Locale, Problem,
    import::{Import, Report},
};
use runtime::{App, BusEvent, Deadline, Detail, Words};
use serde_json::Value;

/// How often an answer is written anew because the import has moved on meanwhile.
const TRIES: usize = 5;

/// Writes the answer to the import that an event tells of, if its file was dropped. The event is a hint, the import the
/// truth: told twice or late, the answer is the same.
pub async fn handle(app: App, event: Value, _: Deadline) -> Result<Value, Problem> {
    let Detail::Ours(event) = BusEvent::parse(event)? else { return Ok(Value::Null) };
    if let Ok(import) = event.subject.parse() {
        report(&app, event.account_id, import).await?;
    }
    Ok(Value::Null)
}

/// Writes the answer to an import, if its file was dropped.
///
/// Whoever else is writing an older answer at the same moment may be the last to write; so one looks again afterwards.
pub async fn report(app: &App, account: AccountId, id: ImportId) -> Result<(), Problem> {
    let mut kept = app.store().import(account, id).await?;
    if !kept.thing.is_dropped() {
        return Ok(());
    }
    let locale = app.store().account(account).await?.thing.locale();
    for _ in 0..TRIES {
        write(app, &kept.thing, locale).await?;
        let now = app.store().import(account, id).await?;
        if now.version == kept.version {
            break;
        }
        kept = now;
    }
    Ok(())
}

async fn write(app: &App, import: &Import, locale: Locale) -> Result<(), Problem> {
    let told = |fault: &domain::import::FileFault| {
        Words(locale).message(&format!("import.{}", fault.code), &fault.parameters)
    };
    let report = Report::of(import, import.fault.as_ref().map(told));
    match &report.rejected {
        Some(rejected) => app.files()?.copy(&import.rejected_key(), rejected).await?,
        // There may be one of an earlier file of the same name.
        None => app.files()?.delete(&Report::rejected_key(&import.key)).await?,
    }
    app.files()?.save(&Report::key(&import.key), "application/json", report.to_json()).await
}
