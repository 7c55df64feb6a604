//! A manager deletes a customer (CUS-8).

use axum::{extract::State, response::Response};
use domain::{CustomerId, permission::ManageCustomers};
use runtime::{Answer, App, Caller, IfMatch, Named, ProblemDocument, answer};

/// Deletes a customer. Their addresses become free.
#[utoipa::path(delete, path = "/v1/customers/{id}", tag = "customers", params(("id" = CustomerId, Path)),
    responses((status = 204), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 412, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn delete_customer(
    State(app): State<App>,
    caller: Caller<ManageCustomers>,
    Named(id): Named<CustomerId>,
    if_match: IfMatch,
) -> Answer<Response> {
    let before = if_match.admit(app.store().customer(caller.account_id, id).await?)?;
    let changed = before.thing.clone().delete(&mut app.moment(), caller.actor());
    app.store().delete_customer(&before, changed).await?;
    app.store().end_sign_ins(caller.account_id, id, None).await?;
    Ok(answer::done())
}
