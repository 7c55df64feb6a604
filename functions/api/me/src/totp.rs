//! Somebody switches two-factor sign-in on or off (PPL-8).

use axum::{Json, extract::State, response::Response};
use domain::{
    FieldError, Problem,
    permission::{OwnProfile, OwnSignIn},
    two_factor::{self, TwoFactor},
    user::User,
};
use runtime::{Answer, App, Caller, Input, ProblemDocument, answer, password as hashes};
use serde::{Deserialize, Serialize};
use store::Kept;
use utoipa::ToSchema;

/// One's own password.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct TotpRequest {
    /// The present password.
    #[schema(format = Password)]
    present_password: String,
}

/// A secret for an authenticator app. It is shown once, and asked for from the first code on.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TotpSecret {
    /// In base32, to be typed.
    secret: String,
    /// The same as an address, to be shown as a QR code.
    address: String,
}

/// A code of the app, or a recovery code.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct TotpCode {
    /// Six digits; a recovery code where two-factor sign-in is on.
    code: String,
}

/// Codes for the day on which the app is lost. They are shown once, and each is good once.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RecoveryCodes {
    /// The codes.
    recovery_codes: Vec<String>,
}

/// Makes a secret for an authenticator app. Nothing changes until its first code is shown. Where two-factor sign-in is on and the account
/// requires it, the secret takes the place of the present one then: for another device.
#[utoipa::path(post, path = "/v1/me/totp", tag = "me", request_body = TotpRequest,
    responses((status = 201, body = TotpSecret), (status = 409, body = ProblemDocument, content_type = "application/problem+json"), (status = 422, body = ProblemDocument, content_type = "application/problem+json"), (status = 429, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn request_totp(
    State(app): State<App>,
    caller: Caller<OwnSignIn>,
    Input(request): Input<TotpRequest>,
) -> Answer<Response> {
    let (user, account) = app.store().user_and_account(caller.account_id, caller.user_id).await?;
    let user = user.thing;
    let (credential, attempts) = app.store().credential(&user.login).await?;
    attempts.admit(app.now())?;
    let hash = credential.and_then(|kept| kept.thing.password);
    if !hashes::verify(&request.present_password, hash.as_deref())? {
        app.store().keep_attempts(&user.login, attempts.wrong(app.now()), None).await?;
        return Err(Problem::Invalid(vec![FieldError::new("present_password", "password_wrong")]).into());
    }
    if user.two_factor && !account.requires_two_factor() {
        return Err(Problem::conflict("totp_on").into());
    }
    let secret = app.moment().bytes::<20>();
    let sealed = app.seal("totp", &user.id.to_string(), &secret)?;
    keep(&app, &user, sealed).await?;
    let secret = totp_rs::Secret::Raw(secret.to_vec()).to_encoded().to_string();
    let address = two_factor::address(account.name(), user.login.as_str(), &secret);
    Ok(answer::created(TotpSecret { secret, address }, 1, "/v1/me"))
}

/// Keeps a new secret, beside the present one while that is good.
async fn keep(app: &App, user: &User, sealed: String) -> Result<(), Problem> {
    if !user.two_factor {
        return app.store().request_two_factor(&TwoFactor::of(user, sealed), None).await;
    }
    let (_, kept) = app.store().user_and_two_factor(user.account_id, user.id).await?;
    let Kept { thing, version } = kept.ok_or(Problem::Stale)?;
    app.store().request_two_factor(&thing.with_next(sealed), Some(version)).await
}

/// Switches two-factor sign-in on by the first code of the app.
#[utoipa::path(put, path = "/v1/me/totp", tag = "me", request_body = TotpCode,
    responses((status = 200, body = RecoveryCodes), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 409, body = ProblemDocument, content_type = "application/problem+json"), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn switch_totp_on(
    State(app): State<App>,
    caller: Caller<OwnSignIn>,
    Input(TotpCode { code }): Input<TotpCode>,
) -> Answer<Json<RecoveryCodes>> {
    let (user, kept) = app.store().user_and_two_factor(caller.account_id, caller.user_id).await?;
    let Kept { thing, version } = kept.ok_or(Problem::NotFound)?;
    let asked = thing.to_switch_on(&user.thing).ok_or_else(|| Problem::conflict("totp_on"))?;
    let secret = app.unseal("totp", &caller.user_id.to_string(), &asked.sealed)?;
    let given = (user.thing.clone(), code.as_str());
    let (two_factor, changed, recovery_codes) = asked.switch_on(&mut app.moment(), &secret, given)?;
    app.store().switch_two_factor(&user, changed, Some((two_factor, version))).await?;
    Ok(Json(RecoveryCodes { recovery_codes }))
}

/// Switches two-factor sign-in off by a code, unless the account requires it.
#[utoipa::path(delete, path = "/v1/me/totp", tag = "me", request_body = TotpCode,
    responses((status = 204), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 409, body = ProblemDocument, content_type = "application/problem+json"), (status = 422, body = ProblemDocument, content_type = "application/problem+json"), (status = 429, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn switch_totp_off(
    State(app): State<App>,
    caller: Caller<OwnProfile>,
    Input(TotpCode { code }): Input<TotpCode>,
) -> Answer<Response> {
    let (user, kept) = app.store().user_and_two_factor(caller.account_id, caller.user_id).await?;
    if app.store().account(caller.account_id).await?.thing.requires_two_factor() {
        return Err(Problem::conflict("totp_required").into());
    }
    let kept = kept.filter(|_| user.thing.two_factor).ok_or(Problem::NotFound)?;
    let (_, attempts) = app.store().credential(&user.thing.login).await?;
    attempts.admit(app.now())?;
    let secret = app.unseal("totp", &caller.user_id.to_string(), &kept.thing.sealed)?;
    match kept.thing.switch_off(&mut app.moment(), &secret, (user.thing.clone(), &code)) {
        Ok(changed) => app.store().switch_two_factor(&user, changed, None).await?,
        Err(problem) => {
            app.store().keep_attempts(&user.thing.login, attempts.wrong(app.now()), None).await?;
            return Err(problem.into());
        }
    }
    Ok(answer::done())
}
