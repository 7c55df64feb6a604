//! A manager sends a customer the activation mail, for the first time or again (CUS-4).

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use domain::{CustomerId, Problem, permission::ManageCustomers};
use runtime::{Answer, App, Caller, Named, ProblemDocument};

/// How often it is tried anew because somebody has changed the customer meanwhile.
const TRIES: usize = 3;

/// Sends the activation mail. The link of the one before is dead from then on. At most one a minute.
#[utoipa::path(post, path = "/v1/customers/{id}/activation", tag = "customers", params(("id" = CustomerId, Path)),
    responses((status = 202), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 409, body = ProblemDocument, content_type = "application/problem+json"), (status = 429, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn send_activation(
    State(app): State<App>,
    caller: Caller<ManageCustomers>,
    Named(id): Named<CustomerId>,
) -> Answer<Response> {
    for _ in 0..TRIES {
        let before = app.store().customer(caller.account_id, id).await?;
        let (changed, mail) = before.thing.invite(&mut app.moment(), caller.actor())?;
        match app.store().invite_customer(before.version, changed, &mail).await {
            Err(Problem::Stale) => {}
            kept => return Ok(kept.map(|()| StatusCode::ACCEPTED.into_response())?),
        }
    }
    Err(Problem::Unavailable("a customer keeps changing".into()).into())
}
