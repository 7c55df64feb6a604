//! Taking back one chunk. Doing it again finds the customers gone, or marked as restored.

use domain::{
    CustomerId, Problem,
    import::{Import, Row, UndoCounts, Verdict},
};
use store::Chunk;

use crate::{customers, revert::Reverter};

/// What has become of a customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// They are gone, by this worker.
    Removed,
    /// They were gone already: by a worker that died, or because somebody has deleted them.
    Gone,
    /// They are as they were before the import.
    Restored,
    /// They stay as they are; the code says why, with words for it under `row.…`.
    Kept(&'static str),
}

/// What has become of a chunk's customers.
pub(crate) struct Done {
    /// The chunk, with the number of those that were kept.
    pub chunk: Chunk,
    /// How many there are of each outcome.
    pub counts: UndoCounts,
    /// The ids of those who were removed.
    pub removed: Vec<String>,
    /// The ids of those who are as they were before.
    pub restored: Vec<String>,
}

/// Takes back the chunk with this number. Its rows keep why a customer was left as they are.
pub(crate) async fn take_back(reverter: &Reverter, import: &Import, number: u32) -> Result<Done, Problem> {
    let chunks = reverter.app.store().chunks(import, number, 1).await?;
    let chunk = chunks.into_iter().find(|chunk| chunk.number == number);
    let chunk = chunk.ok_or_else(|| Problem::Bug(format!("{} has no chunk {number}", import.id)))?;
    let key = import.rows_key(number);
    let mut rows = Row::read_all(&reverter.app.files()?.load(&key).await?)?;
    let written = |(place, row): (usize, &Row)| Some((place, customer_of(import, row)?));
    let written: Vec<(usize, CustomerId)> = rows.iter().enumerate().filter_map(written).collect();
    let ids: Vec<CustomerId> = written.iter().map(|(_, id)| *id).collect();
    let outcomes = customers::take_back(reverter, import, &rows, &written).await?;
    let mut done = Done { chunk, counts: UndoCounts::default(), removed: vec![], restored: vec![] };
    for ((place, outcome), id) in written.iter().map(|(place, _)| place).zip(outcomes).zip(ids) {
        done.count(outcome, id);
        let Some(row) = rows.get_mut(*place) else { continue };
        match outcome {
            Outcome::Kept(code) => row.kept = Some(code.to_owned()),
            // Their data goes from here with them. The file that they came from, and other imports, keep it until the
            // bucket forgets them: an erasure searches all imports for one person, too much for each of so many.
            Outcome::Removed | Outcome::Gone => row.erase(),
            Outcome::Restored => {}
        }
    }
    if done.counts.customers_kept + done.counts.customers_removed > 0 {
        reverter.app.files()?.save(&key, "application/x-ndjson", Row::write_all(&rows)).await?;
    }
    Ok(done)
}

impl Done {
    fn count(&mut self, outcome: Outcome, id: CustomerId) {
        match outcome {
            Outcome::Removed => {
                self.counts.customers_removed += 1;
                self.removed.push(id.to_string());
            }
            Outcome::Gone => self.counts.customers_removed += 1,
            Outcome::Restored => {
                self.counts.customers_restored += 1;
                self.restored.push(id.to_string());
            }
            Outcome::Kept(_) => {
                self.counts.customers_kept += 1;
                self.chunk.kept += 1;
            }
        }
    }
}

/// The customer that a row has made or changed.
fn customer_of(import: &Import, row: &Row) -> Option<CustomerId> {
    match row.verdict {
        Verdict::Create => import.customer_of_row(row.row),
        Verdict::Update => row.target.as_ref().map(|target| target.customer_id),
        _ => None,
    }
}
