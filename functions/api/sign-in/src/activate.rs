//! An invited person sets their first password, and may sign in from then on (PPL-5).

use axum::{
    extract::{Path, State},
    response::Response,
};
use domain::{
    AccountId, Actor, Changed, Event, Problem,
    link::{Person, Purpose},
    password,
    text::Email,
    user::Status,
};
use runtime::{Answer, App, Input, ProblemDocument, answer, password as hashes};

use crate::reset::{NewPassword, entitled, find_link};

/// Sets the first password by the link of an activation mail.
#[utoipa::path(put, path = "/v1/activations/{token}", tag = "sign-in", security(()), params(("token" = String, Path)), request_body = NewPassword,
    responses((status = 204), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn activate(
    State(app): State<App>,
    Path(token): Path<String>,
    Input(new): Input<NewPassword>,
) -> Answer<Response> {
    let link = find_link(&app, &token, Purpose::Activation).await?;
    match link.person {
        Person::User(user_id) => {
            let user = app.store().user(link.account_id, user_id).await?;
            if user.thing.status != Status::Invited {
                return Err(Problem::LinkInvalid.into());
            }
            admit(&app, link.account_id, &user.thing.login).await?;
            let policy = app.store().password_policy(&user.thing).await?;
            password::check("password", &new.password, &user.thing.personal_words(), policy.min_length)?;
            let moment = &mut app.moment();
            let hash = hashes::hash(moment, &new.password)?;
            let changed = user.thing.clone().activate(moment);
            let hash = (hash, moment.now);
            app.store().set_password(&user, changed, hash, vec![app.store().use_link(&token)?]).await?;
        }
        Person::Customer(customer_id) => {
            let kept = entitled(&app, link.account_id, customer_id).await?;
            let customer = kept.thing;
            admit(&app, link.account_id, &customer.email).await?;
            password::check("password", &new.password, &customer.personal_words(), None)?;
            let moment = &mut app.moment();
            let hash = hashes::hash(moment, &new.password)?;
            let actor = Actor::Customer(customer_id);
            let event = Event::new(moment, link.account_id, actor, "customer.activated", customer_id);
            let changed = Changed { now: customer.activated(moment.now), events: vec![event] };
            let link = app.store().use_link(&token)?;
            app.store().activate_customer(kept.version, changed, hash, link).await?;
        }
        Person::Method(_) => return Err(Problem::LinkInvalid.into()),
    }
    Ok(answer::done())
}

/// Whoever has been put on the denylist since they were invited does not come in (DEN-1).
async fn admit(app: &App, account: AccountId, address: &Email) -> Result<(), Problem> {
    let denied = app.denied(account, std::slice::from_ref(address)).await?;
    app.tell_hits(account, Actor::Visitor, &denied).await?;
    if denied.is_empty() { Ok(()) } else { Err(Problem::LinkInvalid) }
}
