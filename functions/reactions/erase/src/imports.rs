//! Imports whose files are still there: rows that are the person's lose their cells, the file itself goes.
//!
//! Nobody knows which imports have a row of theirs, as one that was refused made no customer. So all of them are searched,
//! the newest first, back to where the bucket has forgotten them.

use domain::{
    Changed, Problem,
    csv_file::Header,
    erasure::{Erasing, Place, Searched, Wanted},
    import::{Import, Report, Row, State},
    job::{Job, Leased},
};
use futures::{StreamExt, TryStreamExt};
use jiff::SignedDuration;
use runtime::{App, work::Next};
use store::{Kept, Position};

use crate::{Done, Eraser, Erasure, keep};

/// For how long the bucket keeps anything of an import, which may be read anew as long as its file is there, and a day
/// more.
const KEPT: SignedDuration = SignedDuration::from_hours((90 + 7 + 1) * 24);
/// How many chunks are searched in a step.
const STEP: u32 = 64;
/// How many of them at once: so many chunks are in memory.
const AT_ONCE: usize = 8;

/// How many chunks there are to search.
pub(crate) async fn size(app: &App, job: &Job<Erasing>) -> Result<u64, Problem> {
    let (mut size, mut position) = (0, None);
    loop {
        let page = app.store().imports(job.account_id, 100, position.as_ref()).await?;
        let searched = page.items.iter().filter(|import| concerns(import, job));
        size += searched.map(|import| u64::from(files(import))).sum::<u64>();
        position = page.next;
        if position.is_none() || page.items.last().is_some_and(|last| is_forgotten(last, job)) {
            return Ok(size);
        }
    }
}

/// The chunks that may be in the bucket: one more than the import knows of, which its reader may have died over.
fn files(import: &Import) -> u32 {
    import.chunks.max(import.earlier_chunks) + 1
}

/// What was asked for after the deletion has nothing from before it.
fn concerns(import: &Import, job: &Job<Erasing>) -> bool {
    import.created_at <= job.created_at && !is_forgotten(import, job)
}

fn is_forgotten(import: &Import, job: &Job<Erasing>) -> bool {
    job.created_at.duration_since(import.created_at) > KEPT
}

/// Searches the next chunks.
pub(crate) async fn search(
    worker: &Eraser,
    held: &mut Erasure,
    last: Option<Searched>,
) -> Result<Next, Problem> {
    let Some((import, at)) = next(worker, held.now(), last.clone()).await? else {
        return keep(held, Done::default(), Place::Exports).await;
    };
    if is_busy(&worker.app, &import.thing).await? {
        // Its files are being written. The lease runs out meanwhile, and the watchdog calls the next worker.
        keep(held, Done::default(), Place::Imports { import: last }).await?;
        return Ok(Next::Ended);
    }
    let to = files(&import.thing).min(at.chunks + STEP);
    let work = &held.now().work;
    let person = Wanted { person: work.person, marker: &worker.marker, marks: &work.marks };
    let header = import.thing.header.clone().unwrap_or_default();
    let chunks =
        (at.chunks..to).map(|chunk| erase_chunk(&worker.app, &import.thing, chunk, (&person, &header)));
    let chunks: Vec<_> = chunks.collect();
    let erased: Vec<u64> = futures::stream::iter(chunks).buffer_unordered(AT_ONCE).try_collect().await?;
    let erased = erased.into_iter().sum::<u64>();
    let mut at = Searched { found: at.found || erased > 0, chunks: to, ..at };
    if to == files(&import.thing) {
        at = finish(&worker.app, import, at, &person).await?;
    }
    let units = u64::from(to - to.min(last_chunks(last.as_ref(), &at)));
    keep(held, Done { legs: vec![], erased, units }, Place::Imports { import: Some(at) }).await
}

/// How many chunks of the same import were done before.
fn last_chunks(last: Option<&Searched>, now: &Searched) -> u32 {
    last.filter(|last| last.id == now.id).map_or(0, |last| last.chunks)
}

/// The import that is to be searched, and from where on.
async fn next(
    worker: &Eraser,
    job: &Job<Erasing>,
    last: Option<Searched>,
) -> Result<Option<(Kept<Import>, Searched)>, Problem> {
    let store = worker.app.store();
    let (id, last) = match last {
        Some(last) if !last.done => (last.id, Some(last)),
        last => {
            let mut position = last.map(|last| Position { source: 0, after: last.id.to_string() });
            loop {
                let page = store.imports(job.account_id, 1, position.as_ref()).await?;
                let Some(import) = page.items.into_iter().next() else { return Ok(None) };
                if is_forgotten(&import, job) {
                    return Ok(None);
                }
                if concerns(&import, job) {
                    break (import.id, None);
                }
                position = page.next;
                if position.is_none() {
                    return Ok(None);
                }
            }
        }
    };
    let import = store.import(job.account_id, id).await?;
    let anew = Searched { id, version: import.version, chunks: 0, found: false, done: false };
    let at = match last {
        Some(last) if last.version == import.version => last,
        // It has moved since, so its files may have.
        Some(last) => Searched { found: last.found, ..anew },
        None => anew,
    };
    Ok(Some((import, at)))
}

/// Whether somebody works on it, or will in a moment since its file has come.
async fn is_busy(app: &App, import: &Import) -> Result<bool, Problem> {
    match import.state {
        State::AwaitingUpload => Ok(app.files()?.stat(&import.key).await?.is_some()),
        _ => Ok(import.is_open()),
    }
}

/// Blanks the person's rows of a chunk; gives how many.
async fn erase_chunk(
    app: &App,
    import: &Import,
    chunk: u32,
    (person, header): (&Wanted<'_>, &Header),
) -> Result<u64, Problem> {
    let key = import.rows_key(chunk);
    let Some(lines) = app.files()?.find(&key).await? else { return Ok(0) };
    let mut rows = Row::read_all(&lines)?;
    let erased = person.erase_from(&mut rows, header);
    if erased > 0 {
        app.files()?.save(&key, "application/x-ndjson", Row::write_all(&rows)).await?;
    }
    Ok(erased)
}

/// All rows are searched: what was made of them is made anew, and the file that they came from goes. Searched again from
/// its beginning when somebody has moved the import meanwhile.
async fn finish(
    app: &App,
    import: Kept<Import>,
    at: Searched,
    person: &Wanted<'_>,
) -> Result<Searched, Problem> {
    let state = &import.thing;
    if at.found && state.has_preview() {
        let account = app.store().account(state.account_id).await?.thing;
        read_import::rejected::write(app, state, account.locale()).await?;
    }
    // Of a file that was not read to its end nobody knows who is in it.
    if at.found || !state.has_preview() {
        delete_file(app, state).await?;
    }
    let version = erase_fault(app, import.clone(), person).await?;
    erase_answer(app, state).await?;
    let now = app.store().import(state.account_id, state.id).await?;
    Ok(Searched { version, done: now.version == version, ..at })
}

/// A drop of the same name that came later is another file.
async fn delete_file(app: &App, import: &Import) -> Result<(), Problem> {
    let Some(stat) = app.files()?.stat(&import.key).await? else { return Ok(()) };
    let is_its_own = import.key.starts_with("uploads/") || import.etag.as_ref() == Some(&stat.etag);
    if is_its_own { app.files()?.delete(&import.key).await } else { Ok(()) }
}

/// What lies beside a dropped file is made anew from the import. After a later drop of the same name it is that one's.
async fn erase_answer(app: &App, import: &Import) -> Result<(), Problem> {
    if !import.is_dropped() {
        return Ok(());
    }
    let Some(answer) = app.files()?.find(&Report::key(&import.key)).await? else { return Ok(()) };
    if Report::parse(&answer)?.import_id == Some(import.id) {
        report_import::report(app, import.account_id, import.id).await?;
    }
    Ok(())
}

/// What is wrong with a file may quote it: a first line that is no header is told as the names of columns.
async fn erase_fault(app: &App, import: Kept<Import>, person: &Wanted<'_>) -> Result<u64, Problem> {
    let Some(mut fault) = import.thing.fault.clone() else { return Ok(import.version) };
    if !person.erase_from_values(&mut fault.parameters) {
        return Ok(import.version);
    }
    let changed = Changed { now: Import { fault: Some(fault), ..import.thing }, events: vec![] };
    app.store().keep_work(import.version, changed, vec![]).await.map(|kept| kept.version)
}
