//! What a mail says, to whom and in which language; looked up when it is sent.

use domain::{
    Locale, Problem,
    account::Account,
    customer::{EmailFormat, PortalAccess},
    link::{Person, Purpose},
    mail::{Kind, Mail},
    password,
};
use mail::{Format, Link, Message, Recipient, Rendered};
use runtime::App;

/// A mail, ready to be put into an envelope.
pub(crate) struct Letter {
    pub from_name: String,
    pub to_name: String,
    pub to_address: String,
    pub rendered: Rendered,
}

/// Who gets it.
struct Reader {
    recipient: Recipient,
    address: String,
    login: String,
    locale: Locale,
    format: Format,
}

/// Composes a mail; `None` when its recipient is gone.
pub(crate) async fn compose(app: &App, mail: &Mail) -> Result<Option<Letter>, Problem> {
    let (reader, account) = match reader(app, mail).await {
        Ok(Some(found)) => found,
        Ok(None) | Err(Problem::NotFound) => return Ok(None),
        Err(problem) => return Err(problem),
    };
    let message = message(app, mail, &reader, &account)?;
    let rendered = mail::render(&message, reader.locale, &reader.recipient, reader.format);
    let rendered = rendered.map_err(|error| Problem::Bug(error.to_string()))?;
    let to_name = reader.recipient.name();
    Ok(Some(Letter { from_name: account.name, to_name, to_address: reader.address, rendered }))
}

async fn reader(app: &App, mail: &Mail) -> Result<Option<(Reader, Account)>, Problem> {
    match mail.to {
        Person::User(id) => {
            let (user, account) = app.store().user_and_account(mail.account_id, id).await?;
            let user = user.thing;
            let recipient = Recipient { first_name: user.first_name, last_name: user.last_name };
            let (address, login) = (user.email.to_string(), user.login.to_string());
            Ok(Some((
                Reader { recipient, address, login, locale: user.locale, format: Format::Html },
                account,
            )))
        }
        Person::Customer(id) => {
            let customer = app.store().customer(mail.account_id, id).await?.thing;
            let account = app.store().account(mail.account_id).await?.thing;
            if customer.portal_access == PortalAccess::None {
                return Ok(None);
            }
            let recipient = Recipient { first_name: customer.first_name, last_name: customer.last_name };
            let address = customer.email.to_string();
            let format = match customer.email_format {
                EmailFormat::Html => Format::Html,
                EmailFormat::Plain => Format::Plain,
            };
            Ok(Some((
                Reader { recipient, login: address.clone(), address, locale: customer.locale, format },
                account,
            )))
        }
    }
}

fn message(app: &App, mail: &Mail, reader: &Reader, account: &Account) -> Result<Message, Problem> {
    let (account, login) = (account.name.clone(), reader.login.clone());
    let hours = |purpose: Purpose| u32::try_from(purpose.lifetime().as_hours()).unwrap_or(u32::MAX);
    let minutes = |duration: jiff::SignedDuration| u32::try_from(duration.as_mins()).unwrap_or(u32::MAX);
    Ok(match (mail.kind, mail.to) {
        (Kind::Activation, Person::User(_)) => {
            let valid_hours = hours(Purpose::Activation);
            Message::Activation {
                account,
                inviter: None,
                login,
                link: link(app, mail, "activate")?,
                valid_hours,
            }
        }
        (Kind::Activation, Person::Customer(_)) => {
            let valid_hours = hours(Purpose::Activation);
            Message::CustomerActivation { account, link: link(app, mail, "activate")?, valid_hours }
        }
        (Kind::AccessChanged, _) => Message::AccessChanged { account },
        (Kind::PasswordReset, _) => {
            let valid_minutes = minutes(Purpose::PasswordReset.lifetime());
            Message::PasswordReset { account, login, link: link(app, mail, "reset-password")?, valid_minutes }
        }
        (Kind::PasswordChanged, _) => Message::PasswordChanged { account, login },
        (Kind::SignInLocked, _) => {
            let (attempts, minutes) = (password::ATTEMPTS, minutes(password::WINDOW));
            Message::SignInLocked { account, login, attempts, minutes }
        }
    })
}

/// Links lead to the configured address, never to one that a request names.
fn link(app: &App, mail: &Mail, page: &str) -> Result<Link, Problem> {
    let base = app.config().required("APP_URL")?.trim_end_matches('/');
    Link::new(format!("{base}/{page}/{}", app.link_token(mail.id)?))
        .map_err(|error| Problem::Bug(error.to_string()))
}
