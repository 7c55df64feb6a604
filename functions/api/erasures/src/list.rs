//! A manager looks at the erasures of people who have been deleted.

use axum::{Json, extract::State};
use domain::{erasure::Erasing, permission::ManagePersonalData};
use runtime::{Answer, App, Caller, Paging, ProblemDocument, answer, answer::List};

use crate::view::View;

/// Erasures, newest first (ERA-1).
#[utoipa::path(get, path = "/v1/erasures", tag = "erasures", params(runtime::PagingParameters),
    responses((status = 200, body = List<View>), (status = 401, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn list_erasures(
    State(app): State<App>,
    caller: Caller<ManagePersonalData>,
    paging: Paging,
) -> Answer<Json<List<View>>> {
    let account = caller.account_id;
    let page = app.store().jobs::<Erasing>(account, paging.limit, paging.position.as_ref()).await?;
    answer::list(page, &paging, View::from)
}
