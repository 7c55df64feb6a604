//! Staff look at the services there are.

use axum::{Json, extract::State};
use domain::permission::SeeServices;
use runtime::{Answer, App, Caller, Paging, ProblemDocument, answer, answer::List};

use crate::view::View;

/// Services, in the order in which they were made.
#[utoipa::path(get, path = "/v1/services", tag = "services", params(runtime::PagingParameters),
    responses((status = 200, body = List<View>), (status = 401, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn list_services(
    State(app): State<App>,
    caller: Caller<SeeServices>,
    paging: Paging,
) -> Answer<Json<List<View>>> {
    let mut page = app.store().services(caller.account_id, paging.limit, paging.position.as_ref()).await?;
    page.items.retain(|service| service.is_within(caller.companies()));
    answer::list(page, &paging, |service| View::from(service.seen_by(caller.companies())))
}
