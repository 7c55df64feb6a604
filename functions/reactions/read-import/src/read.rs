//! Reading a file from its beginning to its end, a range at a time, with checkpoints.
//!
//! A reader that goes on for another reads again what that one had read, because it must know all earlier addresses;
//! it judges and keeps only what comes behind the checkpoint. Reading alone takes a second for a million rows.

use domain::{
    AccountId, ImportId, Problem,
    account::Account,
    csv_file::{FileProblem, Reader},
    import::{FileFault, Import, Judge, MAX_ROWS, RowFile},
};
use jiff::SignedDuration;
use runtime::{App, Deadline};

use crate::{
    begin::{Begun, begin},
    finish,
    preview::Preview,
};

/// How many bytes are fetched at once.
const RANGE: u64 = 4 * 1024 * 1024;
/// A reader that has less time left than this stops at its checkpoint.
const SPARE: SignedDuration = SignedDuration::from_secs(60);

/// Why reading ends before the end of the file.
pub(crate) enum Stop {
    /// The file can't be used.
    Fault(FileFault),
    /// Time is nearly over; another reader goes on.
    Time,
    /// Something else is wrong, or the import is no longer ours.
    Problem(Problem),
}

impl From<Problem> for Stop {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

impl From<FileProblem> for Stop {
    fn from(problem: FileProblem) -> Self {
        Self::Fault(FileFault::from(&problem))
    }
}

/// Reads the import, unless another reader is at it.
pub(crate) async fn run(
    app: &App,
    account: AccountId,
    id: ImportId,
    deadline: Deadline,
) -> Result<(), Problem> {
    let Some(Begun { import, etag }) = begin(app, account, id).await? else { return Ok(()) };
    let account = app.store().account(account).await?.thing;
    let mut preview = Preview::new(app, &account, import);
    match read(app, &account, &mut preview, &etag, deadline).await {
        Ok(()) => finish::ready(app, preview.import, &account).await,
        Err(Stop::Fault(fault)) => finish::failed(app, preview.import, fault).await,
        Err(Stop::Time) => finish::paused(app, preview.import).await,
        // Somebody has cancelled it, or it took us so long that another reader has taken over.
        Err(Stop::Problem(Problem::Stale)) => Ok(()),
        Err(Stop::Problem(problem)) => Err(problem),
    }
}

async fn read(
    app: &App,
    account: &Account,
    preview: &mut Preview<'_>,
    etag: &str,
    deadline: Deadline,
) -> Result<(), Stop> {
    let Import { key, size, mode, options, .. } = preview.import.thing.clone();
    let mut reader = Reader::new(options);
    let mut judge = Judge::default();
    let mut from = 0;
    loop {
        let bytes = if from < size { app.files()?.read(&key, etag, from, RANGE).await? } else { vec![] };
        from += bytes.len() as u64;
        let last = from >= size || bytes.is_empty();
        let mut rest = bytes.as_slice();
        while let Some(record) = reader.read(&mut rest, last)? {
            let (Some(format), Some(header)) = (reader.format(), reader.header()) else { continue };
            if judge.is_full(record.row) {
                return Err(Stop::Fault(FileFault::new("too_many_rows").with("max", MAX_ROWS)));
            }
            let row = record.row;
            let judged = judge.judge(&RowFile { account, header, mode }, record);
            if preview.has(row) {
                continue;
            }
            preview.add(judged);
            if preview.is_full() {
                let read_to = from - rest.len() as u64;
                preview.keep(read_to, (format, header.clone())).await?;
                if deadline.is_near(app.now(), SPARE) {
                    return Err(Stop::Time);
                }
            }
        }
        if last {
            break;
        }
    }
    match (reader.format(), reader.header()) {
        (Some(format), Some(header)) => Ok(preview.keep(size, (format, header.clone())).await?),
        _ => Err(FileProblem::Empty.into()),
    }
}
