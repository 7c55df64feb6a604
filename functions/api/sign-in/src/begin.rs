//! Somebody signs in with login and password (PPL-3, PPL-8).

use axum::{
    Json,
    extract::State,
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use domain::{
    Actor, Problem,
    mail::{Kind, Mail},
    password::Credential,
    text::Email,
    user::Status,
};
use futures::future::try_join;
use runtime::{Answer, App, Input, ProblemDocument, password};
use serde::Deserialize;
use store::Door;
use utoipa::ToSchema;

use crate::{
    door::{self, Known},
    login, session, totp,
};

/// Login and password.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct SigningIn {
    /// The login, in e-mail format; case ignored.
    login: String,
    /// The password.
    #[schema(format = Password)]
    password: String,
}

/// What login and password give: a session, or a question.
#[derive(Debug, ToSchema)]
#[schema(as = SignInAnswer)]
#[serde(untagged)]
#[expect(dead_code, reason = "it stands for them in the contract")]
pub(crate) enum SignedIn {
    /// Signed in.
    Session(Box<session::Session>),
    /// Two-factor sign-in is on.
    Challenge(totp::Challenge),
    /// All logins of the team are taken.
    Full(login::Full),
}

/// Signs in; where two-factor sign-in is on, the answer is a challenge for `POST /v1/sign-in/totp`. Where it is off and the account
/// requires it, the sign-in is good for setting it up (`POST` and `PUT /v1/me/totp`), and for all else from then on. Where the
/// password is older than the team allows, nobody signs in: a mail with a link to set a new one is on its way (`password_expired`). Where
/// all logins of the team are taken, the answer tells by whom, with a ticket for `POST /v1/sign-in/login`.
#[utoipa::path(post, path = "/v1/sign-in", tag = "sign-in", security(()), request_body = SigningIn,
    responses((status = 200, body = SignedIn), (status = 401, body = ProblemDocument, content_type = "application/problem+json"), (status = 409, body = ProblemDocument, content_type = "application/problem+json"), (status = 429, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn begin_sign_in(
    State(app): State<App>,
    headers: HeaderMap,
    Input(asked): Input<SigningIn>,
) -> Answer<Response> {
    // What is no address is no login; it takes as long to say so.
    let Some(login) = Email::parse(&asked.login) else {
        password::verify(&asked.password, None)?;
        return Err(Problem::SignInRefused.into());
    };
    let (credential, attempts) = app.store().credential(&login).await?;
    let credential = credential.map(|kept| kept.thing);
    let known = credential.as_ref().map(|Credential { account_id, user_id, password, .. }| Known {
        account_id: *account_id,
        person: (*user_id).into(),
        password: password.as_deref(),
    });
    let here = (Door::Staff(&login), attempts);
    door::admit(&app, here, &asked.password, known).await?;
    let Some(credential) = &credential else {
        return Err(Problem::SignInRefused.into());
    };
    let Credential { account_id, user_id, .. } = *credential;
    let ((user, account), found) = try_join(
        app.store().user_and_account(account_id, user_id),
        app.denied(account_id, std::slice::from_ref(&login)),
    )
    .await?;
    app.tell_hits(account.id, Actor::Visitor, &found).await?;
    if user.thing.status != Status::Active || !found.is_empty() {
        return Err(door::deny(&app, here, known).await?.into());
    }
    let teams = app.store().teams_of(&user.thing).await?;
    if credential.is_due(teams.password_policy(&user.thing).max_age_days, app.now()) {
        let mail = Mail::queue(&mut app.moment(), account_id, user_id.into(), Kind::PasswordReset);
        app.store().queue_mail(mail).await?;
        return Err(Problem::conflict("password_expired").into());
    }
    if user.thing.two_factor {
        return Ok(Json(totp::challenge(&app, &user.thing)?).into_response());
    }
    Ok(login::take(&app, (user.thing, account, teams), here, &headers, None).await?)
}
