//! What a manager does to an import on which a function may be working.

use axum::response::Response;
use domain::{Actor, Changed, ImportId, Moment, Problem, import::Import, permission::ManageImports};
use runtime::{Answer, App, Caller, Words, answer, work};
use store::keys;

use crate::view::{View, importer};

/// Decides it and answers with the import as it is then.
pub(crate) async fn change(
    app: &App,
    caller: &Caller<ManageImports>,
    id: ImportId,
    decide: impl Fn(Import, &mut Moment, Actor) -> Result<Changed<Import>, Problem>,
) -> Answer<Response> {
    let decide = |import, moment: &mut Moment| decide(import, moment, caller.actor());
    let import = work::change(app, keys::import(caller.account_id, id), decide).await?;
    let names = app.names(caller.account_id, vec![importer(&import)]).await?;
    Ok(answer::accepted(View::new(import, &names, Words(caller.locale))))
}
