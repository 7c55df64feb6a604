//! An organisation opens its account, with its first company manager.

use axum::{extract::State, response::Response};
use domain::{
    AccountId, Actor, Changed, Event, Locale, Moment, Problem,
    account::{Account, Manners},
    link::Person,
    mail::{Kind, Mail},
    settings,
    text::{Check, MAX_TEXT},
    user::{Role, User, UserInput},
};
use runtime::{Answer, App, Input, Language, ProblemDocument, answer};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::show::is_open;

/// An organisation, and its first manager.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Opening {
    /// The organisation's name.
    #[schema(max_length = 255)]
    name: String,
    /// The manager's login, in e-mail format; unique in the deployment.
    login: String,
    /// Where the manager's mail goes; the login when left out.
    email: String,
    /// The manager's first name.
    first_name: String,
    /// The manager's last name.
    last_name: String,
    /// Language of the account and its manager; the browser's when left out.
    locale: Option<Locale>,
    /// Time zone of the account and its manager (IANA).
    time_zone: String,
}

impl Default for Opening {
    fn default() -> Self {
        let empty = String::new;
        let (name, login, email, first_name, last_name) = (empty(), empty(), empty(), empty(), empty());
        Self { name, login, email, first_name, last_name, locale: None, time_zone: "UTC".into() }
    }
}

/// A new account.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Opened {
    /// Its id.
    id: AccountId,
    /// The organisation's name.
    name: String,
}

/// Opens an account, with a first service. Its first company manager is sent an activation link. Only where the deployment allows it.
#[utoipa::path(post, path = "/v1/accounts", tag = "accounts", security(()), request_body = Opening,
    responses((status = 201, body = Opened), (status = 409, body = ProblemDocument, content_type = "application/problem+json"), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn create_account(
    State(app): State<App>,
    Language(locale): Language,
    Input(opening): Input<Opening>,
) -> Answer<Response> {
    if !is_open(&app) {
        return Err(Problem::conflict("accounts_closed").into());
    }
    let moment = &mut app.moment();
    let (account, user) = open(moment, &opening, locale)?;
    let service = settings::default_service(moment, &account.now, Actor::Visitor)?;
    let mail = Mail::queue(moment, account.now.id, Person::User(user.now.id), Kind::Activation);
    let opened = Opened { id: account.now.id, name: account.now.name().to_owned() };
    app.store().create_account(account, user, Some(mail), Some(service)).await?;
    Ok(answer::created(opened, 1, "/v1/me"))
}

/// Checks both the account and its manager before either is refused, so that every wrong field is named at once.
fn open(
    moment: &mut Moment,
    opening: &Opening,
    locale: Locale,
) -> Result<(Changed<Account>, Changed<User>), Problem> {
    let locale = opening.locale.unwrap_or(locale);
    let mut check = Check::default();
    let name = check.required("name", &opening.name, MAX_TEXT);
    let account = Account::new(moment, &name, Manners { locale, time_zone: opening.time_zone.clone() });
    let email = if opening.email.is_empty() { opening.login.clone() } else { opening.email.clone() };
    let input = UserInput {
        first_name: opening.first_name.clone(),
        last_name: opening.last_name.clone(),
        login: opening.login.clone(),
        email,
        role: Role::CompanyManager,
        ..UserInput::default()
    };
    let user = match User::invite(moment, Actor::Visitor, &input, &account.clone().into()) {
        Ok(user) => Some(user),
        Err(Problem::Invalid(errors)) => {
            // An address that was left out is the login, which is named already.
            let named = |error: &domain::FieldError| error.field != "email" || !opening.email.is_empty();
            errors.into_iter().filter(named).for_each(|error| check.refuse(error));
            None
        }
        Err(problem) => return Err(problem),
    };
    let user = check.finish_some(user)?;
    let event = Event::new(moment, account.id, Actor::Visitor, "account.opened", account.id)
        .between(None, Some(&account));
    Ok((Changed { now: account, events: vec![event] }, user))
}
