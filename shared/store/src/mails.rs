//! Mails, and what the watchdog must look after.

use domain::{AccountId, ImportId, MailId, Problem, Timestamp, link::Person, mail::Mail};

use crate::{
    Store,
    item::{Kept, Record, encode},
    keys::{self, Key},
    leg::Leg,
    people,
    table::{Range, end_of},
};

impl Record for Mail {
    const TYPE: &'static str = "mail";
    fn key(&self) -> Key {
        keys::mail(self.account_id, self.id)
    }
    fn index(&self) -> Vec<(&'static str, String)> {
        let mut index = match self.to {
            // It holds nothing of whoever is behind it.
            Person::Method(_) => vec![],
            person => people::index(self.account_id, person, self.id),
        };
        let shard = keys::shard(self.id.bytes(), keys::DUE_SHARDS);
        if let Some(due) = self.due_at() {
            index.push(("due", keys::due("MAIL", shard)));
            index.push(("due_at", keys::due_at(due, self.account_id, &self.id.to_string())));
        }
        index
    }
    /// What was sent is forgotten after 90 days.
    fn expires_at(&self) -> Option<Timestamp> {
        self.created_at.saturating_add(jiff::SignedDuration::from_hours(90 * 24)).ok()
    }
}

impl Store {
    /// A mail. 1 read.
    pub async fn mail(&self, account: AccountId, id: MailId) -> Result<Kept<Mail>, Problem> {
        self.find(keys::mail(account, id)).await
    }

    /// Queues a mail with the change it belongs to.
    pub fn put_mail(&self, mail: &Mail) -> Result<Leg, Problem> {
        Leg::put_new(self, mail, Problem::conflict("conflict"))
    }

    /// Keeps a mail's new state; stale when somebody else has moved it.
    pub async fn update_mail(&self, version: u64, mail: &Mail) -> Result<Kept<Mail>, Problem> {
        let item = encode(mail, version + 1)?;
        self.put_at(item, version).await?;
        Ok(Kept { thing: mail.clone(), version: version + 1 })
    }

    /// Imports that nobody has worked on in time, at most 100 a shard.
    pub async fn due_imports(&self, now: Timestamp) -> Result<Vec<(AccountId, ImportId)>, Problem> {
        Ok(self.due("IMPORT", now).await?.into_iter().map(|(account, id, _)| (account, id)).collect())
    }

    /// Mails that nobody has sent in time, at most 100 a shard.
    pub async fn due_mails(&self, now: Timestamp) -> Result<Vec<(AccountId, MailId)>, Problem> {
        Ok(self.due("MAIL", now).await?.into_iter().map(|(account, id, _)| (account, id)).collect())
    }

    pub(crate) async fn due<T: std::str::FromStr>(
        &self,
        kind: &str,
        now: Timestamp,
    ) -> Result<Vec<Due<T>>, Problem> {
        let ranges = (0..keys::DUE_SHARDS).map(|shard| Range {
            index: Some(("by_due", "due")),
            sort: "due_at",
            partition: keys::due(kind, shard),
            from: " ".into(),
            to: end_of(&now.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()),
            descending: false,
            limit: 100,
            filter: None,
            bare: false,
        });
        let ranges: Vec<Range> = ranges.collect();
        let slices = futures::future::try_join_all(ranges.iter().map(|range| self.query(range))).await?;
        let entries = slices.into_iter().flat_map(|slice| slice.items);
        Ok(entries
            .filter_map(|entry| {
                entry.get("due_at").and_then(|due| due.as_s().ok()).and_then(|due| ids_of(due))
            })
            .collect())
    }
}

/// Account and id of something that is due, and what else its key says.
pub(crate) type Due<T> = (AccountId, T, Option<String>);

/// What a due-time sort key says, see [`keys::due_at`].
fn ids_of<T: std::str::FromStr>(due: &str) -> Option<Due<T>> {
    let mut parts = due.split('#').skip(1);
    let (account, id) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    Some((account, id, parts.next().map(str::to_owned)))
}
