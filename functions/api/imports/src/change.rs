//! A step that somebody takes, while a function may be working on the same import.

use domain::{Changed, ImportId, Moment, Problem, import::Import};
use runtime::App;

/// How often a step is decided anew because the import has moved on meanwhile.
const TRIES: usize = 10;

/// Takes a step. Whoever moves the import at the same moment goes first, and the step is decided anew.
pub(crate) async fn change(
    app: &App,
    account: domain::AccountId,
    id: ImportId,
    decide: impl Fn(Import, &mut Moment) -> Result<Changed<Import>, Problem>,
) -> Result<Import, Problem> {
    for _ in 0..TRIES {
        let kept = app.store().import(account, id).await?;
        let changed = decide(kept.thing, &mut app.moment())?;
        if changed.events.is_empty() {
            return Ok(changed.now);
        }
        match app.store().update_import(kept.version, changed, None).await {
            Err(Problem::Stale) => {}
            outcome => return outcome.map(|kept| kept.thing),
        }
    }
    Err(Problem::Unavailable("the import keeps moving".into()))
}
