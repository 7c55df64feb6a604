//! Somebody follows the link of a mail and sets a new password. All devices are signed out (PPL-7).

use axum::{
    extract::{Path, State},
    response::Response,
};
use domain::{
    AccountId, Actor, Changed, CustomerId, Event, Problem, UserId,
    customer::Customer,
    link::{Link, Person, Purpose},
    mail::{Kind, Mail},
    password,
    user::Status,
};
use runtime::{Answer, App, Input, ProblemDocument, answer, password as hashes};
use serde::Deserialize;
use store::{Door, Kept};
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
    match link.person {
        Person::User(user_id) => reset_user(&app, &token, (link.account_id, user_id), &new.password).await?,
        Person::Customer(id) => reset_customer(&app, &token, (link.account_id, id), &new.password).await?,
        Person::Method(_) => return Err(Problem::LinkInvalid.into()),
    }
    Ok(answer::done())
}

async fn reset_user(
    app: &App,
    token: &str,
    (account_id, user_id): (AccountId, UserId),
    new: &str,
) -> Result<(), Problem> {
    let user = app.store().user(account_id, user_id).await?;
    if user.thing.status == Status::Suspended {
        return Err(Problem::LinkInvalid);
    }
    let policy = app.store().password_policy(&user.thing).await?;
    password::check("password", new, &user.thing.personal_words(), policy.min_length)?;
    let moment = &mut app.moment();
    let hash = hashes::hash(moment, new)?;
    let notice = Mail::queue(moment, account_id, user_id.into(), Kind::PasswordChanged);
    let event = Event::new(moment, account_id, Actor::User(user_id), "user.password_reset", user_id);
    // Whoever can read the mail may come in: a reset is as good as an activation.
    let activated = if user.thing.status == Status::Invited {
        user.thing.clone().activate(moment)
    } else {
        Changed { now: user.thing.clone(), events: vec![] }
    };
    let changed =
        Changed { now: activated.now, events: [activated.events, vec![event], notice.events].concat() };
    let legs = vec![app.store().use_link(token)?, app.store().put_mail(&notice.now)?];
    app.store().set_password(&user, changed, (hash, moment.now), legs).await?;
    app.store().end_sign_ins(account_id, user_id, None).await?;
    app.store().clear_attempts(&user.thing.login).await
}

async fn reset_customer(
    app: &App,
    token: &str,
    (account_id, id): (AccountId, CustomerId),
    new: &str,
) -> Result<(), Problem> {
    let before = entitled(app, account_id, id).await?;
    password::check("password", new, &before.thing.personal_words(), None)?;
    let moment = &mut app.moment();
    let hash = hashes::hash(moment, new)?;
    let notice = Mail::queue(moment, account_id, id.into(), Kind::PasswordChanged);
    let event = Event::new(moment, account_id, Actor::Customer(id), "customer.password_reset", id);
    let now = before.thing.clone().activated(moment.now);
    let changed = Changed { now, events: [vec![event], notice.events].concat() };
    let link = app.store().use_link(token)?;
    app.store().set_portal_password(&before, changed, hash, (link, &notice.now)).await?;
    app.store().end_sign_ins(account_id, id, None).await?;
    app.store().clear_attempts(Door::Portal(account_id, id)).await
}

/// A customer who may sign in. The link of one who is gone or has lost their access is as good as expired.
pub(crate) async fn entitled(
    app: &App,
    account: AccountId,
    id: CustomerId,
) -> Result<Kept<Customer>, Problem> {
    let customer = app.store().customer(account, id).await.map_err(gone)?;
    if customer.thing.may_sign_in() { Ok(customer) } else { Err(Problem::LinkInvalid) }
}

/// A link of somebody who is gone is as good as one that has expired.
pub(crate) fn gone(problem: Problem) -> Problem {
    if problem == Problem::NotFound { Problem::LinkInvalid } else { problem }
}

/// The link with this token, if it is for this purpose and still good.
pub(crate) async fn find_link(app: &App, token: &str, purpose: Purpose) -> Result<Link, Problem> {
    let link = app.store().link(token, purpose).await?.ok_or(Problem::LinkInvalid)?;
    link.admit(purpose, app.now())
}
