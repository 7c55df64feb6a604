//! Taking an import up: one reader at a time.

use std::collections::BTreeMap;

use domain::{
    AccountId, Changed, ImportId, Problem,
    import::{FileFault, Import, MAX_SIZE, State, named_services, order},
    job::Leased,
};
use runtime::App;
use store::Kept;

/// An import that this reader holds, and the file's `ETag`.
pub(crate) struct Begun {
    pub import: Kept<Import>,
    pub etag: String,
}

/// Leases the import; `None` when there is nothing to read, or another reader is at it.
pub(crate) async fn begin(app: &App, account: AccountId, id: ImportId) -> Result<Option<Begun>, Problem> {
    let kept = app.store().import(account, id).await?;
    if !matches!(kept.thing.state, State::AwaitingUpload | State::Reading) {
        return Ok(None);
    }
    let Some(stat) = app.files()?.stat(&kept.thing.key).await? else {
        return missing(app, kept).await.map(|()| None);
    };
    let moment = &mut app.moment();
    let (size, version) = (stat.size, kept.version);
    let Some(import) = (Import { size, ..kept.thing }).take(moment) else { return Ok(None) };
    if size > MAX_SIZE {
        let fault = FileFault::new("too_large").with("limit", format!("{} MB", MAX_SIZE >> 20));
        app.store().keep_work(version, import.fail(moment, fault), vec![]).await?;
        return Ok(None);
    }
    if import.etag.as_ref().is_some_and(|etag| *etag != stat.etag) {
        app.store().keep_work(version, import.fail(moment, FileFault::new("replaced")), vec![]).await?;
        return Ok(None);
    }
    let import = match ordered(app, import, &stat.metadata).await? {
        Ok(import) => Import { etag: Some(stat.etag.clone()), ..import },
        Err((import, fault)) => {
            app.store().keep_work(version, import.fail(moment, fault), vec![]).await?;
            return Ok(None);
        }
    };
    let leased = Changed { now: import, events: vec![] };
    match app.store().keep_work(version, leased, vec![]).await {
        Ok(import) => Ok(Some(Begun { import, etag: stat.etag })),
        // Another reader was faster.
        Err(Problem::Stale) => Ok(None),
        Err(problem) => Err(problem),
    }
}

/// The import with what a program has said in the metadata of the file that it dropped (IMP-1).
async fn ordered(
    app: &App,
    import: Import,
    metadata: &BTreeMap<String, String>,
) -> Result<Result<Import, (Import, FileFault)>, Problem> {
    if !import.is_dropped() || import.etag.is_some() {
        return Ok(Ok(import));
    }
    let services = if named_services(metadata).next().is_some() {
        app.store().all_services(import.account_id).await?
    } else {
        vec![]
    };
    Ok(match order(metadata, &services) {
        Ok((mode, order)) => Ok(Import { mode, order, ..import }),
        Err(fault) => Err((import, fault)),
    })
}

/// The upload was never made. Events come late, so it is given time.
async fn missing(app: &App, kept: Kept<Import>) -> Result<(), Problem> {
    let moment = &mut app.moment();
    if kept.thing.due_at().is_none_or(|due| due > moment.now) {
        return Ok(());
    }
    let failed = kept.thing.fail(moment, FileFault::new("upload_missing"));
    app.store().keep_work(kept.version, failed, vec![]).await.map(drop)
}
