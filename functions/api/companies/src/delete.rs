//! A manager deletes a company that is empty, and that nobody names any more.

use axum::{extract::State, response::Response};
use domain::{CompanyId, permission::ManageCompanies};
use runtime::{Answer, App, Caller, IfMatch, Named, ProblemDocument, answer};

/// Deletes a company; refused while customers or devices are left, users, contacts or services name it, or it has a portal (COM-1). One that is
/// not empty can be merged into another one.
#[utoipa::path(delete, path = "/v1/companies/{id}", tag = "companies", params(("id" = CompanyId, Path)),
    responses((status = 204), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 409, body = ProblemDocument, content_type = "application/problem+json"), (status = 412, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn delete_company(
    State(app): State<App>,
    caller: Caller<ManageCompanies>,
    Named(id): Named<CompanyId>,
    if_match: IfMatch,
) -> Answer<Response> {
    let before = if_match.admit(app.store().company(caller.account_id, id).await?)?;
    let left = app.store().left_of(caller.account_id, id).await?;
    let changed = before.thing.clone().delete(&mut app.moment(), caller.actor(), left)?;
    // On the heap: it looks at several things at once, each with room for a company.
    Box::pin(app.store().delete_company(&before, changed)).await?;
    Ok(answer::done())
}
