//! A company manager looks who did what (AUD-1).

use axum::{Json, extract::State};
use domain::permission::SeeAudit;
use runtime::{Answer, App, Caller, Names, Paging, ProblemDocument, Query, answer, answer::List};

use crate::{search::Search, view::Entry};

/// The audit log, newest first. A page may be short, or empty, and yet not be the last: where little was done, the next one
/// goes on a month earlier.
#[utoipa::path(get, path = "/v1/audit", tag = "audit", params(Search, runtime::PagingParameters),
    responses((status = 200, body = List<Entry>), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn list_audit(
    State(app): State<App>,
    caller: Caller<SeeAudit>,
    Query(search): Query<Search>,
    paging: Paging,
) -> Answer<Json<List<Entry>>> {
    let (query, store) = (search.read()?, app.store());
    let position = paging.position.as_ref();
    let page = store.audit(caller.account_id, &query, app.now(), paging.limit, position).await?;
    let actors = page.items.iter().map(|event| event.actor);
    let names = Names(store.names_of(caller.account_id, actors).await?);
    answer::list(page, &paging, |event| Entry::new(event, &names))
}
