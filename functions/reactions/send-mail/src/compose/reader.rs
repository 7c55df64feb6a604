//! Who gets a mail: their address and language as they are now.

use domain::{
    AccountId, CustomerId, Locale, Problem, UserId,
    account::Account,
    contact::{self, Destination, Holder},
    customer::{EmailFormat, PortalAccess},
    link::Person,
    mail::Mail,
};
use mail::{Format, Recipient};
use runtime::App;

/// Who gets it.
pub(super) struct Reader {
    pub recipient: Recipient,
    pub by: contact::Kind,
    pub address: String,
    pub login: String,
    pub locale: Locale,
    pub format: Format,
}

/// Who gets a mail, and in whose name; `None` when nobody does any more.
pub(super) async fn find(app: &App, mail: &Mail) -> Result<Option<(Reader, Account)>, Problem> {
    match mail.to {
        Person::User(id) => user(app, mail.account_id, id).await.map(Some),
        Person::Customer(id) => customer(app, mail.account_id, id).await,
        Person::Method(to) => method(app, mail.account_id, to).await.map(Some),
    }
}

async fn user(app: &App, account: AccountId, id: UserId) -> Result<(Reader, Account), Problem> {
    let (user, account) = app.store().user_and_account(account, id).await?;
    let user = user.thing;
    let reader = Reader {
        recipient: Recipient { first_name: user.first_name, last_name: user.last_name },
        by: contact::Kind::Email,
        address: user.email.to_string(),
        login: user.login.to_string(),
        locale: user.locale,
        format: Format::Html,
    };
    Ok((reader, account))
}

async fn customer(
    app: &App,
    account: AccountId,
    id: CustomerId,
) -> Result<Option<(Reader, Account)>, Problem> {
    let customer = app.store().customer(account, id).await?.thing;
    let account = app.store().account(account).await?.thing;
    if customer.portal_access == PortalAccess::None {
        return Ok(None);
    }
    let address = customer.email.to_string();
    let reader = Reader {
        recipient: Recipient { first_name: customer.first_name, last_name: customer.last_name },
        by: contact::Kind::Email,
        login: address.clone(),
        address,
        locale: customer.locale,
        format: match customer.email_format {
            EmailFormat::Html => Format::Html,
            EmailFormat::Plain => Format::Plain,
        },
    };
    Ok(Some((reader, account)))
}

/// Whoever is behind a contact method. A contact has no language: the account's is spoken.
async fn method(app: &App, account: AccountId, to: Destination) -> Result<(Reader, Account), Problem> {
    let contact = app.store().contact(account, to.holder).await?.thing;
    let account = app.store().account(account).await?.thing;
    let method = contact.method(to.method)?;
    let locale = match to.holder {
        Holder::User(_) => contact.user.as_ref().map_or_else(|| account.locale(), |user| user.locale),
        Holder::Contact(_) => account.locale(),
    };
    let reader = Reader {
        recipient: Recipient { first_name: contact.name(), last_name: String::new() },
        by: method.kind,
        address: method.address.clone(),
        login: String::new(),
        locale,
        format: Format::Html,
    };
    Ok((reader, account))
}
