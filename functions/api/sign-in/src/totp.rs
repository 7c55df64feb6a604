//! The second step of signing in: a code of the app, or a recovery code (PPL-8).

use axum::{extract::State, http::HeaderMap, response::Response};
use domain::{
    AccountId, Problem, Timestamp, UserId,
    user::{Status, User},
};
use jiff::SignedDuration;
use runtime::{Answer, App, Input, ProblemDocument};
use serde::{Deserialize, Serialize};
use store::Door;
use utoipa::ToSchema;

use crate::{
    door::{self, Known},
    session,
};

/// How long the second step may take.
const PATIENCE: SignedDuration = SignedDuration::from_mins(5);

/// Login and password were right, and a code is asked for.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Challenge {
    /// To be sent back with the code, within five minutes.
    pub challenge: String,
}

/// Whose second step it is, sealed.
#[derive(Debug, Serialize, Deserialize)]
struct Awaited {
    account_id: AccountId,
    user_id: UserId,
    until: Timestamp,
}

/// The second step.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct SecondStep {
    /// What the first step has answered.
    challenge: String,
    /// Six digits of the app, or a recovery code.
    code: String,
}

/// The question for a code.
pub(crate) fn challenge(app: &App, user: &User) -> Result<Challenge, Problem> {
    let until = app.now().saturating_add(PATIENCE).unwrap_or(app.now());
    let awaited = Awaited { account_id: user.account_id, user_id: user.id, until };
    let text = serde_json::to_vec(&awaited).map_err(|error| Problem::Bug(error.to_string()))?;
    Ok(Challenge { challenge: app.seal("challenge", "", &text)? })
}

/// Signs in where two-factor sign-in is on. Wrong codes count as wrong passwords do.
#[utoipa::path(post, path = "/v1/sign-in/totp", tag = "sign-in", security(()), request_body = SecondStep,
    responses((status = 200, body = session::Session), (status = 401, body = ProblemDocument, content_type = "application/problem+json"), (status = 422, body = ProblemDocument, content_type = "application/problem+json"), (status = 429, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn finish_sign_in(
    State(app): State<App>,
    headers: HeaderMap,
    Input(SecondStep { challenge, code }): Input<SecondStep>,
) -> Answer<Response> {
    let awaited: Awaited = app
        .unseal("challenge", "", &challenge)
        .ok()
        .and_then(|text| serde_json::from_slice(&text).ok())
        .filter(|awaited: &Awaited| awaited.until > app.now())
        .ok_or(Problem::SignInRefused)?;
    let Awaited { account_id, user_id, .. } = awaited;
    let gone = |problem| if problem == Problem::NotFound { Problem::SignInRefused } else { problem };
    let (user, kept) = app.store().user_and_two_factor(account_id, user_id).await.map_err(gone)?;
    let (user, kept) = (user.thing, kept.ok_or(Problem::SignInRefused)?);
    let (_, attempts) = app.store().credential(&user.login).await?;
    attempts.admit(app.now())?;
    let here = (Door::Staff(&user.login), attempts);
    let secret = app.unseal("totp", &user_id.to_string(), &kept.thing.sealed)?;
    let admitted = kept.thing.admit(&secret, &code, app.now());
    let Some(two_factor) = admitted.filter(|_| user.status == Status::Active && user.two_factor) else {
        let known = Known { account_id, person: user_id.into(), password: None };
        door::deny(&app, here, Some(known)).await?;
        return Err(Problem::field("code", "code_wrong").into());
    };
    app.store().use_two_factor(&two_factor, kept.version).await?;
    let account = app.store().account(account_id).await?.thing;
    let (sign_in, token) = door::begin(&app, here, (account_id, user_id.into()), &headers, false).await?;
    Ok(session::answer(&app, (user, account), &sign_in, &token)?)
}
