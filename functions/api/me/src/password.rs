//! Somebody changes their own password. Everywhere else they are signed out.

use axum::{extract::State, response::Response};
use domain::{
    Changed, Event, FieldError, Problem, link::Person, mail::Kind, mail::Mail, password,
    permission::OwnProfile,
};
use runtime::{Answer, App, Caller, Input, ProblemDocument, answer, password as hashes};
use serde::Deserialize;
use utoipa::ToSchema;

/// The old password and the new one.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Change {
    /// The present password.
    #[schema(format = Password)]
    present_password: String,
    /// The new one (PPL-6).
    #[schema(format = Password, min_length = 8, max_length = 128)]
    password: String,
}

/// Changes one's own password, and ends all other sign-ins.
#[utoipa::path(put, path = "/v1/me/password", tag = "me", request_body = Change,
    responses((status = 204), (status = 422, body = ProblemDocument, content_type = "application/problem+json"), (status = 429, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn change_password(
    State(app): State<App>,
    caller: Caller<OwnProfile>,
    Input(change): Input<Change>,
) -> Answer<Response> {
    let user = app.store().user(caller.account_id, caller.user_id).await?;
    let (credential, attempts) = app.store().credential(&user.thing.login).await?;
    attempts.admit(app.now())?;
    let hash = credential.and_then(|kept| kept.thing.password);
    let policy = app.store().password_policy(&user.thing).await?;
    let words = user.thing.personal_words();
    let mut wrong = password::check("password", &change.password, &words, policy.min_length).err();
    if !hashes::verify(&change.present_password, hash.as_deref())? {
        app.store().keep_attempts(&user.thing.login, attempts.wrong(app.now()), None).await?;
        wrong = Some(also(wrong, FieldError::new("present_password", "password_wrong")));
    }
    if let Some(problem) = wrong {
        return Err(problem.into());
    }
    let moment = &mut app.moment();
    let hash = hashes::hash(moment, &change.password)?;
    let notice = Mail::queue(moment, caller.account_id, Person::User(caller.user_id), Kind::PasswordChanged);
    let event =
        Event::new(moment, caller.account_id, caller.actor(), "user.password_changed", caller.user_id);
    let changed = Changed { now: user.thing.clone(), events: [vec![event], notice.events].concat() };
    let mail = app.store().put_mail(&notice.now)?;
    app.store().set_password(&user, changed, (hash, moment.now), vec![mail]).await?;
    app.store().end_sign_ins(caller.account_id, caller.user_id, Some(caller.sign_in_id()?)).await?;
    Ok(answer::done())
}

/// Both passwords may be wrong, and one answer says so.
fn also(wrong: Option<Problem>, error: FieldError) -> Problem {
    match wrong {
        Some(Problem::Invalid(errors)) => Problem::Invalid([errors, vec![error]].concat()),
        _ => Problem::Invalid(vec![error]),
    }
}
