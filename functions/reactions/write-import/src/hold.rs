//! Holding an import: one worker at a time, and steps that only its holder takes.

use domain::{
    AccountId, Changed, ImportId, Moment, Problem,
    import::{Import, Lease, Phase},
};
use runtime::App;
use store::{Chunk, Kept};

/// How often a step is decided anew because somebody has asked to cancel meanwhile.
const TRIES: usize = 10;

/// A worker's hold on an import.
pub struct Hold<'a> {
    app: &'a App,
    lease: Lease,
    /// Whether the worker before died, perhaps in the middle of a chunk.
    pub after_death: bool,
}

impl<'a> Hold<'a> {
    /// Leases the import; `None` when there is nothing of this kind to do, or another worker is at it.
    pub async fn take(
        app: &'a App,
        account: AccountId,
        id: ImportId,
        phase: Phase,
    ) -> Result<Option<(Self, Kept<Import>)>, Problem> {
        for _ in 0..TRIES {
            let kept = app.store().import(account, id).await?;
            if kept.thing.phase() != Some(phase) {
                return Ok(None);
            }
            let after_death = kept.thing.lease.is_some();
            let Some(import) = kept.thing.lease(&mut app.moment()) else { return Ok(None) };
            let Some(lease) = import.lease.clone() else { return Ok(None) };
            let leased = Changed { now: import, events: vec![] };
            match app.store().update_import(kept.version, leased, None).await {
                Ok(kept) => return Ok(Some((Self { app, lease, after_death }, kept))),
                // Another worker was faster, or somebody has asked to cancel.
                Err(Problem::Stale) => {}
                Err(problem) => return Err(problem),
            }
        }
        Ok(None)
    }

    /// Takes a step, as long as the import is ours. Somebody who asks to cancel may move it at the same moment.
    pub async fn step(
        &self,
        mut import: Kept<Import>,
        chunk: Option<&Chunk>,
        decide: impl Fn(Import, &mut Moment) -> Changed<Import>,
    ) -> Result<Kept<Import>, Problem> {
        let (account, id) = (import.thing.account_id, import.thing.id);
        for _ in 0..TRIES {
            let changed = decide(import.thing, &mut self.app.moment());
            match self.app.store().update_import(import.version, changed, chunk).await {
                Err(Problem::Stale) => import = self.app.store().import(account, id).await?,
                outcome => return outcome,
            }
            if import.thing.lease.as_ref().is_none_or(|lease| lease.owner != self.lease.owner) {
                break;
            }
        }
        Err(Problem::Stale)
    }
}
