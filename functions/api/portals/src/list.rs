//! Staff look at the portals there are.

use axum::{Json, extract::State};
use domain::permission::SeePortals;
use runtime::{Answer, App, Caller, Paging, ProblemDocument, answer, answer::List};

use crate::view::View;

/// Portals, in the order in which they were made: those of the companies to which one has access, and those of none. A page on
/// which others would stand is shorter.
#[utoipa::path(get, path = "/v1/portals", tag = "portals", params(runtime::PagingParameters),
    responses((status = 200, body = List<View>), (status = 401, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn list_portals(
    State(app): State<App>,
    caller: Caller<SeePortals>,
    paging: Paging,
) -> Answer<Json<List<View>>> {
    let position = paging.position.as_ref();
    let mut page = app.store().page_of_portals(caller.account_id, paging.limit, position).await?;
    page.items.retain(|portal| portal.is_seen_by(caller.companies()));
    answer::list(page, &paging, View::from)
}
