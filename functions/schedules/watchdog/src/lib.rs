//! Every five minutes: imports and jobs that nobody works on, uploads that never came, and mail that nobody has sent.

use std::collections::BTreeMap;

use domain::{
    AccountId, Actor, Event, MailId, Problem,
    job::{Leased, continued},
};
use runtime::{App, Deadline};
use serde_json::{Value, json};

/// Tells whoever can go on. Told twice is no harm: leases and claims let one in.
pub async fn handle(app: App, _: Value, _: Deadline) -> Result<Value, Problem> {
    let now = app.now();
    let imports = app.store().due_imports(now).await?;
    for (account, id) in &imports {
        let import = app.store().import(*account, *id).await?.thing;
        if import.due_at().is_some_and(|due| due <= now) {
            app.store().tell(import.wake(&mut app.moment())).await?;
        }
    }
    let jobs = app.store().due_jobs(now).await?;
    for (account, id, kind) in &jobs {
        app.store().tell(continued(&mut app.moment(), *account, kind, *id)).await?;
    }
    let mut mails: BTreeMap<AccountId, Vec<MailId>> = BTreeMap::new();
    for (account, id) in app.store().due_mails(now).await? {
        mails.entry(account).or_default().push(id);
    }
    for (account, ids) in &mails {
        let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
        let event =
            Event::new(&mut app.moment(), *account, Actor::System, "mail.due", account).with("mail_ids", ids);
        app.store().tell(event).await?;
    }
    tracing::info!(
        imports = imports.len(),
        jobs = jobs.len(),
        accounts_with_mail = mails.len(),
        "looked after what was left"
    );
    Ok(json!({ "imports": imports.len(), "jobs": jobs.len() }))
}
