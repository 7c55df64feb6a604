//! Somebody has forgotten their password. The answer never says whether there is such a login (PPL-7).

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use domain::{
    link::Person,
    mail::{Kind, Mail},
    text::Email,
};
use runtime::{Answer, App, Input, ProblemDocument};
use serde::Deserialize;
use utoipa::ToSchema;

/// Whose password.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Forgotten {
    /// The login.
    login: String,
}

/// Asks for a link to set a new password. The same answer, whether there is such a login or not.
#[utoipa::path(post, path = "/v1/password-resets", tag = "sign-in", security(()), request_body = Forgotten,
    responses((status = 202), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn request_password_reset(
    State(app): State<App>,
    Input(asked): Input<Forgotten>,
) -> Answer<Response> {
    let mut check = domain::text::Check::default();
    let login = check.email("login", &asked.login);
    let login: Email = check.finish_some(login)?;
    let (credential, attempts) = app.store().credential(&login).await?;
    match credential.map(|kept| kept.thing) {
        Some(credential) => {
            let person = Person::User(credential.user_id);
            let mail = Mail::queue(&mut app.moment(), credential.account_id, person, Kind::PasswordReset);
            app.store().queue_mail(mail).await?;
        }
        // A write that changes nothing, so that both answers take a write.
        None => app.store().keep_attempts(&login, attempts, None).await?,
    }
    Ok(StatusCode::ACCEPTED.into_response())
}
