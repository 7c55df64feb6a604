//! The chunks of a preview, one after the other, with their rows: loaded while the one before is written. As long as an
//! import is written, nobody else touches them.

use domain::{
    Problem,
    import::{Import, Row},
};
use futures::stream;
use runtime::{Ahead, App};
use store::Chunk;

/// A chunk as the preview has it.
#[derive(Debug)]
pub(crate) struct Loaded {
    pub chunk: Chunk,
    pub rows: Vec<Row>,
}

/// The chunks that are not written yet.
pub(crate) fn chunks(app: &App, import: &Import) -> Ahead<Loaded> {
    let (app, import) = (app.clone(), import.clone());
    let first = import.chunks_written;
    let next = move |number| {
        let (app, import) = (app.clone(), import.clone());
        async move {
            if number >= import.chunks {
                return Ok(None);
            }
            Ok::<_, Problem>(Some((load(&app, &import, number).await?, number + 1)))
        }
    };
    Ahead::of(stream::try_unfold(first, next), 1)
}

async fn load(app: &App, import: &Import, number: u32) -> Result<Loaded, Problem> {
    let chunks = app.store().chunks(import, number, 1).await?;
    let chunk = chunks.into_iter().next().filter(|chunk| chunk.number == number);
    let chunk = chunk.ok_or_else(|| Problem::Bug(format!("{} has no chunk {number}", import.id)))?;
    let rows = Row::read_all(&app.files()?.load(&import.rows_key(number)).await?)?;
    Ok(Loaded { chunk, rows })
}
