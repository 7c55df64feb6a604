//! Ending the writing of an import.

use domain::{Actor, Problem, import::Import};
use runtime::work::Held;

use crate::write::Writer;

/// Every chunk is written, or somebody wants it stopped. When rows turned out to exist since the preview, the file of
/// rejected rows is written anew first.
pub(crate) async fn finish(writer: &Writer, held: &mut Held<Import>) -> Result<(), Problem> {
    let state = held.now();
    if state.confirmation.as_ref().is_some_and(|confirmed| confirmed.promised != state.counts.to_write()) {
        read_import::rejected::write(&writer.app, state, writer.account.locale()).await?;
    }
    held.keep(vec![], |import, moment| {
        if import.chunks_written == import.chunks {
            import.done(moment)
        } else {
            import.cancelled(moment, Actor::System)
        }
    })
    .await
}
