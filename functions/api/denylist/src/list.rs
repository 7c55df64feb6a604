//! A manager looks at the denylist.

use axum::{Json, extract::State};
use domain::permission::SeeDenylist;
use runtime::{Answer, App, Caller, Paging, ProblemDocument, answer, answer::List};

use crate::view::View;

/// The denylist, newest first.
#[utoipa::path(get, path = "/v1/denylist", tag = "denylist", params(runtime::PagingParameters),
    responses((status = 200, body = List<View>), (status = 401, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn list_denials(
    State(app): State<App>,
    caller: Caller<SeeDenylist>,
    paging: Paging,
) -> Answer<Json<List<View>>> {
    let (account, now) = (caller.account_id, app.now());
    let page = app.store().denylist(account, now, paging.limit, paging.position.as_ref()).await?;
    let names = app.names(account, page.items.iter().map(|entry| entry.created_by.into()).collect()).await?;
    answer::list(page, &paging, |entry| View::new(entry, &names))
}
