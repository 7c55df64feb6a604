//! Mails wait in the table: send each once (CUS-4, PPL-5, PPL-7).

mod compose;
mod send;

use domain::{AccountId, Event, MailId, Problem};
use futures::{StreamExt, TryStreamExt};
use jiff::SignedDuration;
use runtime::{App, BusEvent, Deadline, Detail};
use serde_json::Value;

/// How many mails are under way at once.
const AT_ONCE: usize = 8;
/// A sender that has less time left than this leaves the rest for the event's next delivery.
const SPARE: SignedDuration = SignedDuration::from_secs(20);

/// Sends the mails that an event tells of. Those that were sent before are left alone, so the event may come again.
pub async fn handle(app: App, event: Value, deadline: Deadline) -> Result<Value, Problem> {
    let Detail::Ours(event) = BusEvent::parse(event)? else { return Ok(Value::Null) };
    let account = event.account_id;
    let work: Vec<_> = mails(&event).into_iter().map(|mail| one(&app, account, mail, deadline)).collect();
    futures::stream::iter(work).buffer_unordered(AT_ONCE).try_collect::<()>().await?;
    Ok(Value::Null)
}

async fn one(app: &App, account: AccountId, mail: MailId, deadline: Deadline) -> Result<(), Problem> {
    if deadline.is_near(app.now(), SPARE) {
        return Err(Problem::Unavailable("no time left for the rest".into()));
    }
    send::send(app, account, mail).await
}

/// The mails of a chunk, or the one that the event is about.
fn mails(event: &Event) -> Vec<MailId> {
    let listed = event.after.get("mail_ids").and_then(|ids| ids.as_array());
    match listed {
        Some(ids) => ids.iter().filter_map(|id| id.as_str()?.parse().ok()).collect(),
        None => event.subject.parse().into_iter().collect(),
    }
}
