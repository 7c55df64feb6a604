//! Somebody signs in with login and password (PPL-3, PPL-8).

use axum::{
    extract::State,
    http::{HeaderMap, header},
    response::Response,
};
use domain::{
    Actor, Event, Moment, Problem,
    link::Person,
    mail::{Kind, Mail},
    password::{Attempts, Credential},
    sign_in::SignIn,
    text::Email,
    user::Status,
};
use futures::future::try_join;
use runtime::{Answer, App, Input, ProblemDocument, password};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::session;

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

/// Signs in.
#[utoipa::path(post, path = "/v1/sign-in", tag = "sign-in", security(()), request_body = SigningIn,
    responses((status = 200, body = session::Session), (status = 401, body = ProblemDocument, content_type = "application/problem+json"), (status = 429, body = ProblemDocument, content_type = "application/problem+json")))]
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
    attempts.admit(app.now())?;
    let credential = credential.map(|kept| kept.thing);
    let hash = credential.as_ref().and_then(|credential| credential.password.as_deref());
    let right = password::verify(&asked.password, hash)?;
    let moment = &mut app.moment();
    let Some(credential) = credential.as_ref().filter(|_| right) else {
        return Err(denied(&app, moment, &login, attempts, credential.as_ref()).await?.into());
    };
    let ((user, account), found) = try_join(
        app.store().user_and_account(credential.account_id, credential.user_id),
        app.denied(credential.account_id, std::slice::from_ref(&login)),
    )
    .await?;
    app.tell_hits(account.id, Actor::Visitor, &found).await?;
    if user.thing.status != Status::Active || !found.is_empty() {
        return Err(denied(&app, moment, &login, attempts, Some(credential)).await?.into());
    }
    let device = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let (sign_in, token) = SignIn::begin(moment, &user.thing, device);
    let event = Event::new(moment, account.id, Actor::User(user.thing.id), "sign_in.succeeded", sign_in.id);
    app.store().begin_sign_in(&sign_in, event).await?;
    if attempts != Attempts::default() {
        app.store().clear_attempts(&login).await?;
    }
    Ok(session::answer(&app, (user.thing, account), &sign_in, &token)?)
}

/// Records a wrong password, and mails the user when it was the one that locks the login.
async fn denied(
    app: &App,
    moment: &mut Moment,
    login: &Email,
    attempts: Attempts,
    known: Option<&Credential>,
) -> Result<Problem, Problem> {
    let attempts = attempts.wrong(moment.now);
    let told = known.map(|credential| {
        let Credential { account_id, user_id, .. } = credential;
        let event = Event::new(moment, *account_id, Actor::Visitor, "sign_in.denied", user_id);
        let locked = attempts.locked_until.is_some();
        let notice =
            locked.then(|| Mail::queue(moment, *account_id, Person::User(*user_id), Kind::SignInLocked));
        (event, notice)
    });
    app.store().keep_attempts(login, attempts, told).await?;
    Ok(Problem::SignInRefused)
}
