//! A company manager looks at all keys of the account, an API manager at their own.

use axum::{Json, extract::State};
use domain::{permission::HoldKeys, user::Role};
use runtime::{Answer, App, Caller, Paging, ProblemDocument, answer, answer::List};

use crate::view::View;

/// API keys, newest first: all of the account for a company manager, one's own for an API manager.
#[utoipa::path(get, path = "/v1/api-keys", tag = "api-keys", params(runtime::PagingParameters),
    responses((status = 200, body = List<View>), (status = 401, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn list_api_keys(
    State(app): State<App>,
    caller: Caller<HoldKeys>,
    paging: Paging,
) -> Answer<Json<List<View>>> {
    let own = (caller.duties.role != Role::CompanyManager).then_some(caller.user_id);
    let page = app.store().api_keys(caller.account_id, own, paging.limit, paging.position.as_ref()).await?;
    let names =
        app.names(caller.account_id, page.items.iter().map(|(key, _)| key.user_id.into()).collect()).await?;
    answer::list(page, &paging, |(key, used)| View::new(key, used, &names))
}
