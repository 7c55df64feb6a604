//! The second step of signing in: a code of the app, or a recovery code (PPL-8).

use axum::{extract::State, http::HeaderMap, response::Response};
use domain::{
    Problem,
    user::{Status, User},
};
use futures::future::try_join;
use runtime::{Answer, App, Input, ProblemDocument};
use serde::{Deserialize, Serialize};
use store::Door;
use utoipa::ToSchema;

use crate::{
    awaited::Awaited,
    door::{self, Known},
    login,
};

/// What is sealed for this step.
const STEP: &str = "challenge";

/// Login and password were right, and a code is asked for.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Challenge {
    /// To be sent back with the code, within five minutes.
    pub challenge: String,
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
    Ok(Challenge { challenge: Awaited::seal(app, STEP, user)? })
}

/// Signs in where two-factor sign-in is on. Wrong codes count as wrong passwords do.
#[utoipa::path(post, path = "/v1/sign-in/totp", tag = "sign-in", security(()), request_body = SecondStep,
    responses((status = 200, body = login::Entered), (status = 401, body = ProblemDocument, content_type = "application/problem+json"), (status = 422, body = ProblemDocument, content_type = "application/problem+json"), (status = 429, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn finish_sign_in(
    State(app): State<App>,
    headers: HeaderMap,
    Input(SecondStep { challenge, code }): Input<SecondStep>,
) -> Answer<Response> {
    let Awaited { account_id, user_id, .. } = Awaited::open(&app, STEP, &challenge)?;
    let gone = |problem| if problem == Problem::NotFound { Problem::SignInRefused } else { problem };
    let (user, kept) = app.store().user_and_two_factor(account_id, user_id).await.map_err(gone)?;
    let (user, kept) = (user.thing, kept.ok_or(Problem::SignInRefused)?);
    let login = user.login.clone();
    let (_, attempts) = app.store().credential(&login).await?;
    attempts.admit(app.now())?;
    let here = (Door::Staff(&login), attempts);
    let secret = app.unseal("totp", &user_id.to_string(), &kept.thing.sealed)?;
    let admitted = kept.thing.admit(&secret, &code, app.now());
    let Some(two_factor) = admitted.filter(|_| user.status == Status::Active && user.two_factor) else {
        let known = Known { account_id, person: user_id.into(), password: None };
        door::deny(&app, here, Some(known)).await?;
        return Err(Problem::field("code", "code_wrong").into());
    };
    app.store().use_two_factor(&two_factor, kept.version).await?;
    let (account, teams) = try_join(app.store().account(account_id), app.store().teams_of(&user)).await?;
    Ok(login::take(&app, (user, account.thing, teams), here, &headers, None).await?)
}
