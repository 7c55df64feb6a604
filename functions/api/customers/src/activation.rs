//! A manager sends a customer the activation mail, for the first time or again (CUS-4).

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use domain::{CustomerId, permission::ManageCustomers};
use runtime::{Answer, App, Caller, Named, ProblemDocument};

/// Sends the activation mail. The link of the one before is dead from then on. At most one a minute.
#[utoipa::path(post, path = "/v1/customers/{id}/activation", tag = "customers", params(("id" = CustomerId, Path)),
    responses((status = 202), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 409, body = ProblemDocument, content_type = "application/problem+json"), (status = 429, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn send_activation(
    State(app): State<App>,
    caller: Caller<ManageCustomers>,
    Named(id): Named<CustomerId>,
) -> Answer<Response> {
    let found = app.store().activation(caller.account_id, id).await?;
    let newest = found.newest.as_ref().map(|kept| &kept.thing);
    let mail = found.customer.thing.invite(&mut app.moment(), caller.actor(), found.activated, newest)?;
    app.store().queue_next_mail(mail, found.newest.as_ref()).await?;
    Ok(StatusCode::ACCEPTED.into_response())
}
