//! A customer has forgotten their password. The answer never says whether there is such a customer (PPL-7).

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use domain::{
    AccountId, CustomerId,
    mail::{Kind, Mail},
    text::Check,
};
use runtime::{Answer, App, Input, ProblemDocument};
use serde::Deserialize;
use store::Door;
use utoipa::ToSchema;

/// Whose portal, and whose password.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(as = PortalForgotten)]
pub(crate) struct Forgotten {
    /// The account whose portal it is.
    account_id: String,
    /// An address of the customer; the link goes to their e-mail address.
    email: String,
}

/// Asks for a link to set a new password. The same answer, whether there is such a customer or not.
#[utoipa::path(post, path = "/v1/portal/password-resets", tag = "portal", security(()), request_body = Forgotten,
    responses((status = 202), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn request_portal_password_reset(
    State(app): State<App>,
    Input(asked): Input<Forgotten>,
) -> Answer<Response> {
    let mut check = Check::default();
    let email = check.email("email", &asked.email);
    let email = check.finish_some(email)?;
    // What is no account is one that has no customers.
    let nowhere = || AccountId::derived(domain::Timestamp::UNIX_EPOCH, &[asked.account_id.as_bytes()]);
    let account_id: AccountId = asked.account_id.parse().unwrap_or_else(|_| nowhere());
    let found = app.store().entrant(account_id, &email).await?;
    let id: CustomerId = found.id;
    match found.customer {
        Some(_) => {
            let mail = Mail::queue(&mut app.moment(), account_id, id.into(), Kind::PasswordReset);
            app.store().queue_mail(mail).await?;
        }
        // A write that changes nothing, so that both answers take one.
        None => app.store().keep_attempts(Door::Portal(account_id, id), found.attempts, None).await?,
    }
    Ok(StatusCode::ACCEPTED.into_response())
}
