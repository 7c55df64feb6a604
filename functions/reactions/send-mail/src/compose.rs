//! What a mail says, to whom and in which language; looked up when it is sent.

mod reader;

use domain::{
    Problem, QueryId,
    account::Account,
    contact,
    link::{Person, Purpose},
    mail::{Kind, Mail},
    password,
};
use mail::{Link, Look, Message, Rendered};
use runtime::App;

use reader::Reader;

/// What goes out, ready to be handed over.
pub(crate) enum Ready {
    /// A mail to be put into an envelope.
    Letter(Letter),
    /// A text message or a call.
    Brief(Brief),
}

/// A mail.
pub(crate) struct Letter {
    pub from_name: String,
    pub to_name: String,
    pub to_address: String,
    pub rendered: Rendered,
}

/// A text message or a call.
pub(crate) struct Brief {
    pub by: contact::Kind,
    pub to: String,
    pub text: String,
    pub locale: domain::Locale,
}

/// Composes a mail; `None` when its recipient is gone.
pub(crate) async fn compose(app: &App, mail: &Mail) -> Result<Option<Ready>, Problem> {
    let (reader, account) = match reader::find(app, mail).await {
        Ok(Some(found)) => found,
        Ok(None) | Err(Problem::NotFound) => return Ok(None),
        Err(problem) => return Err(problem),
    };
    let Some(message) = message(app, mail, &reader, &account).await? else { return Ok(None) };
    let bug = |error: mail::RenderError| Problem::Bug(error.to_string());
    if reader.by != contact::Kind::Email {
        let text = mail::brief(&message, reader.locale).map_err(bug)?;
        let text = text.ok_or_else(|| Problem::Bug(format!("{} goes by mail alone", message.name())))?;
        return Ok(Some(Ready::Brief(Brief {
            by: reader.by,
            to: reader.address,
            text,
            locale: reader.locale,
        })));
    }
    let app_url = app.config().required("APP_URL")?.trim_end_matches('/');
    let look = Look::of(&account.brand(), app_url).map_err(|error| Problem::Bug(error.to_string()))?;
    let written = (&reader.recipient, reader.format);
    let rendered = mail::render(&message, reader.locale, written, &look).map_err(bug)?;
    let to_name = reader.recipient.name();
    let letter =
        Letter { from_name: account.name().to_owned(), to_name, to_address: reader.address, rendered };
    Ok(Some(Ready::Letter(letter)))
}

/// What it says; `None` when what it is about is gone.
async fn message(
    app: &App,
    mail: &Mail,
    reader: &Reader,
    account: &Account,
) -> Result<Option<Message>, Problem> {
    let (account, login) = (account.name().to_owned(), reader.login.clone());
    let hours = |purpose: Purpose| u32::try_from(purpose.lifetime().as_hours()).unwrap_or(u32::MAX);
    let minutes = |duration: jiff::SignedDuration| u32::try_from(duration.as_mins()).unwrap_or(u32::MAX);
    Ok(Some(match (mail.kind, mail.to) {
        (Kind::Activation, Person::Customer(_)) => {
            let valid_hours = hours(Purpose::Activation);
            Message::CustomerActivation { account, link: portal_link(app, mail, "activate")?, valid_hours }
        }
        (Kind::Activation, _) => {
            let (link, valid_hours) = (link(app, mail, "activate")?, hours(Purpose::Activation));
            Message::Activation { account, inviter: None, login, link, valid_hours }
        }
        (Kind::AccessChanged, _) => Message::AccessChanged { account },
        (Kind::PasswordReset, to) => {
            let valid_minutes = minutes(Purpose::PasswordReset.lifetime());
            let link = match to {
                Person::Customer(_) => portal_link(app, mail, "reset-password")?,
                Person::User(_) | Person::Method(_) => link(app, mail, "reset-password")?,
            };
            Message::PasswordReset { account, login, link, valid_minutes }
        }
        (Kind::PasswordChanged, _) => Message::PasswordChanged { account, login },
        (Kind::SignInLocked, _) => {
            let (attempts, minutes) = (password::ATTEMPTS, minutes(password::WINDOW));
            Message::SignInLocked { account, login, attempts, minutes }
        }
        (Kind::Verification, _) => {
            let (address, valid_hours) = (reader.address.clone(), hours(Purpose::Verification));
            Message::Verification { account, address, link: link(app, mail, "confirm-address")?, valid_hours }
        }
        (Kind::Test, _) => Message::Test { account },
        (Kind::QuerySubmitted(query), _) => return of_query(app, mail, query, account).await,
    }))
}

/// What a mail says of a query; `None` when it or its portal is gone.
async fn of_query(app: &App, mail: &Mail, id: QueryId, account: String) -> Result<Option<Message>, Problem> {
    let query = match app.store().find_query(mail.account_id, id).await {
        Err(Problem::NotFound) => return Ok(None),
        found => found?.thing,
    };
    let Some(portal) = app.store().portal(mail.account_id, query.portal_id).await? else { return Ok(None) };
    let link = page_link(app, &format!("queries/{id}"))?;
    Ok(Some(Message::QuerySubmitted { account, portal: portal.thing.name, link }))
}

/// Customers sign in to the portal of an account, so its pages say of which.
fn portal_link(app: &App, mail: &Mail, page: &str) -> Result<Link, Problem> {
    link(app, mail, &format!("portal/{}/{page}", mail.account_id))
}

/// Links lead to the configured address, never to one that a request names.
fn link(app: &App, mail: &Mail, page: &str) -> Result<Link, Problem> {
    page_link(app, &format!("{page}/{}", app.link_token(mail.id)?))
}

fn page_link(app: &App, page: &str) -> Result<Link, Problem> {
    let base = app.config().required("APP_URL")?.trim_end_matches('/');
    Link::new(format!("{base}/{page}")).map_err(|error| Problem::Bug(error.to_string()))
}
