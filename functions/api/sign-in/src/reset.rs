//! Somebody follows the link of a mail and sets a new password. All devices are signed out (PPL-7).

use axum::{
    extract::{Path, State},
    response::Response,
};
use domain::{
    Changed, Event, Problem,
    link::{Link, Person, Purpose},
    mail::{Kind, Mail},
    password,
    user::Status,
};
use runtime::{Answer, App, Input, ProblemDocument, answer, password as hashes};
use serde::Deserialize;
use utoipa::ToSchema;

/// The password that somebody chooses.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct NewPassword {
    /// 8 to 128 characters of three kinds, or at least 15 (PPL-6).
    #[schema(format = Password, min_length = 8, max_length = 128)]
    pub password: String,
}

/// Sets a new password by the link of a mail.
#[utoipa::path(put, path = "/v1/password-resets/{token}", tag = "sign-in", security(()), params(("token" = String, Path)), request_body = NewPassword,
    responses((status = 204), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn reset_password(
    State(app): State<App>,
    Path(token): Path<String>,
    Input(new): Input<NewPassword>,
) -> Answer<Response> {
    let link = find_link(&app, &token, Purpose::PasswordReset).await?;
    let Person::User(user_id) = link.person else { return Err(Problem::LinkInvalid.into()) };
    let user = app.store().user(link.account_id, user_id).await?;
    if user.thing.status == Status::Suspended {
        return Err(Problem::LinkInvalid.into());
    }
    password::check("password", &new.password, &user.thing.personal_words())?;
    let moment = &mut app.moment();
    let hash = hashes::hash(moment, &new.password)?;
    let notice = Mail::queue(moment, link.account_id, Person::User(user_id), Kind::PasswordChanged);
    let event =
        Event::new(moment, link.account_id, domain::Actor::User(user_id), "user.password_reset", user_id);
    // Whoever can read the mail may come in: a reset is as good as an activation.
    let activated = if user.thing.status == Status::Invited {
        user.thing.clone().activate(moment)
    } else {
        Changed { now: user.thing.clone(), events: vec![] }
    };
    let changed =
        Changed { now: activated.now, events: [activated.events, vec![event], notice.events].concat() };
    let legs = vec![app.store().use_link(&token)?, app.store().put_mail(&notice.now)?];
    app.store().set_password(&user, changed, hash, legs).await?;
    app.store().end_sign_ins(link.account_id, user_id, None).await?;
    app.store().clear_attempts(&user.thing.login).await?;
    Ok(answer::done())
}

/// A link of somebody who is gone is as good as one that has expired.
pub(crate) fn gone(problem: Problem) -> Problem {
    if problem == Problem::NotFound { Problem::LinkInvalid } else { problem }
}

/// The link with this token, if it is for this purpose and still good.
pub(crate) async fn find_link(app: &App, token: &str, purpose: Purpose) -> Result<Link, Problem> {
    let link = app.store().link(token).await?.ok_or(Problem::LinkInvalid)?;
    link.admit(purpose, app.now())
}
