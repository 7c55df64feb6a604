//! `query.submitted`: somebody has asked something at a portal; whoever looks after it is told by mail (QRY-1). Told twice, each
//! gets one mail.

mod recipients;

use domain::{Event, Problem, QueryId, mail::Mail};
use runtime::{App, BusEvent, Deadline, Detail};
use serde_json::Value;

/// Queues the mails about the query that an event tells of.
pub async fn handle(app: App, event: Value, _: Deadline) -> Result<Value, Problem> {
    let Detail::Ours(event) = BusEvent::parse(event)? else { return Ok(Value::Null) };
    let Ok(id) = event.subject.parse::<QueryId>() else { return Ok(Value::Null) };
    announce(&app, &event, id).await.map(|()| Value::Null)
}

async fn announce(app: &App, event: &Event, id: QueryId) -> Result<(), Problem> {
    let query = match app.store().find_query(event.account_id, id).await {
        Err(Problem::NotFound) => return Ok(()),
        found => found?.thing,
    };
    let recipients = recipients::of(app.store(), &query).await?;
    let mail = |user| Mail::of_query(&query, domain::link::Person::User(user), app.now());
    let mails: Vec<Mail> = recipients.into_iter().map(mail).collect();
    app.store().queue_mails_of(&mut app.moment(), &query, (event, &mails)).await
}
