//! Ending the reading of an import.

use domain::{Problem, account::Account, import::FileFault, import::Import, job::Leased};
use runtime::App;
use store::Kept;

use crate::rejected;

/// All rows are judged: the rejected ones are put into a file, and the import waits to be confirmed.
pub(crate) async fn ready(app: &App, import: Kept<Import>, account: &Account) -> Result<(), Problem> {
    rejected::write(app, &import.thing, account.locale()).await?;
    let ready = import.thing.ready(&mut app.moment());
    settle(app.store().keep_work(import.version, ready, vec![]).await)
}

/// The file can't be used.
pub(crate) async fn failed(app: &App, import: Kept<Import>, fault: FileFault) -> Result<(), Problem> {
    let failed = import.thing.fail(&mut app.moment(), fault);
    settle(app.store().keep_work(import.version, failed, vec![]).await)
}

/// Another reader goes on.
pub(crate) async fn paused(app: &App, import: Kept<Import>) -> Result<(), Problem> {
    let paused = import.thing.pause(&mut app.moment());
    settle(app.store().keep_work(import.version, paused, vec![]).await)
}

/// Stale: the import was cancelled, or is no longer ours. Either way nothing is left to do.
fn settle(outcome: Result<Kept<Import>, Problem>) -> Result<(), Problem> {
    match outcome {
        Ok(_) | Err(Problem::Stale) => Ok(()),
        Err(problem) => Err(problem),
    }
}
