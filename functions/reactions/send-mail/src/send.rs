//! Sending one mail: queued → sending → sent. Whoever claims it sends it; a claim that runs out is another's.

use domain::{
    AccountId, MailId, Problem, contact,
    link::{Link, Person},
    mail::{ATTEMPTS, Kind, Mail, State},
};
use mail::{Envelope, Mailbox, SendError};
use messages::Messenger;
use runtime::App;
use store::Kept;

use crate::compose::{Brief, Letter, Ready, compose};

/// Sends a mail, unless it is sent or another sender is at it.
pub(crate) async fn send(app: &App, account: AccountId, id: MailId) -> Result<(), Problem> {
    let kept = app.store().mail(account, id).await?;
    let Some(claimed) = kept.thing.claim(app.now()) else { return Ok(()) };
    if claimed.attempts > ATTEMPTS {
        return settle(app, kept.version, claimed, State::Failed { reason: "too many attempts".into() })
            .await;
    }
    let claimed = match app.store().update_mail(kept.version, &claimed).await {
        Ok(claimed) => claimed,
        // Another sender was faster.
        Err(Problem::Stale) => return Ok(()),
        Err(problem) => return Err(problem),
    };
    let Kept { thing: mail, version } = claimed;
    let Some(ready) = compose(app, &mail).await? else {
        return settle(app, version, mail, State::Failed { reason: "the recipient is gone".into() }).await;
    };
    keep_link(app, &mail).await?;
    match deliver(app, &mail, &ready).await {
        Ok(message_id) => settle(app, version, mail, State::Sent { message_id }).await,
        Err(SendError::Rejected(reason)) => {
            // A reason may name the address. Nothing of a contact outlives it (ERA-1); customers' mails are erased.
            let reason = if matches!(mail.to, Person::Method(_)) { "refused".into() } else { reason };
            settle(app, version, mail, State::Failed { reason }).await
        }
        Err(error @ (SendError::Throttled | SendError::Unavailable)) => {
            settle(app, version, mail, State::Queued).await?;
            Err(Problem::Unavailable(error.to_string()))
        }
    }
}

/// Keeps the link that the mail carries before it is sent, so that nobody holds a link that we don't know.
async fn keep_link(app: &App, mail: &Mail) -> Result<(), Problem> {
    let Some(purpose) = Kind::purpose(mail.kind) else { return Ok(()) };
    let now = app.now();
    let expires_at = now.saturating_add(purpose.lifetime()).unwrap_or(now);
    let link = Link { purpose, account_id: mail.account_id, person: mail.to, mail_id: mail.id, expires_at };
    app.store().put_link(app.link_token(mail.id)?, link).await
}

async fn deliver(app: &App, mail: &Mail, ready: &Ready) -> Result<String, SendError> {
    match ready {
        Ready::Letter(letter) => post(app, mail, letter).await,
        Ready::Brief(brief) => say(app, brief).await,
    }
}

async fn post(app: &App, mail: &Mail, letter: &Letter) -> Result<String, SendError> {
    let broken = |problem: Problem| SendError::Rejected(problem.to_string());
    let sender = app.config().required("SENDER").map_err(broken)?;
    let domain = sender.split('@').next_back().unwrap_or("localhost");
    let from = Mailbox::new(&letter.from_name, sender);
    let to = Mailbox::new(&letter.to_name, &letter.to_address);
    let id = mail.id.to_string();
    let mime =
        mail::to_mime(&letter.rendered, &Envelope { from: &from, to: &to, date: app.now(), id: &id, domain });
    app.mailer().send_raw(sender, to.address(), mime).await
}

/// Text messages and calls are rare beside mail, so their client is made when there is one.
async fn say(app: &App, brief: &Brief) -> Result<String, SendError> {
    let Some(origin) = app.config().optional("MESSAGE_ORIGIN") else {
        return Err(SendError::Rejected("no number to send from is set up".into()));
    };
    let messenger = Messenger::new(app.sdk(), origin);
    let said = match brief.by {
        contact::Kind::Phone => messenger.call(&brief.to, &brief.text, brief.locale).await,
        contact::Kind::Sms | contact::Kind::Email => messenger.text(&brief.to, &brief.text).await,
    };
    said.map_err(|error| match error {
        messages::SendError::Throttled => SendError::Throttled,
        messages::SendError::Unavailable => SendError::Unavailable,
        messages::SendError::Rejected => SendError::Rejected(error.to_string()),
    })
}

async fn settle(app: &App, version: u64, mail: Mail, state: State) -> Result<(), Problem> {
    match app.store().update_mail(version, &Mail { state, ..mail }).await {
        // Our claim ran out and another sender has it; they will find out.
        Ok(_) | Err(Problem::Stale) => Ok(()),
        Err(problem) => Err(problem),
    }
}
