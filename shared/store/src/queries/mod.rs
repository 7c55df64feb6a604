//! Queries: each known by the form that it came from, and to whom it belongs.

mod list;

pub use list::{QueryFilter, QueryLine};

use domain::{
    AccountId, Actor, Changed, CompanyId, CustomerId, Event, Moment, Problem, QueryId, Timestamp, code::Code,
    link::Person, mail::Mail, query::Query, text::Email,
};
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

use crate::{
    Store,
    commit::join,
    item::{Kept, Record, decode, owner},
    keys::{self, Key},
    leg::Leg,
    people,
};

/// For how long a form that was sent is known.
const FORM_KEPT: SignedDuration = SignedDuration::from_hours(24);

impl Record for Query {
    const TYPE: &'static str = "query";
    fn key(&self) -> Key {
        keys::query(self.account_id, self.id)
    }
    fn index(&self) -> Vec<(&'static str, String)> {
        let (account, id) = (self.account_id, self.id);
        let shard = keys::shard(id.bytes(), keys::TIME_SHARDS);
        let mut index = vec![
            ("newest", keys::newest_queries(account, shard)),
            ("newest_id", id.to_string()),
            ("company", keys::portal_queries(account, self.portal_id)),
            ("name", id.to_string()),
        ];
        let person = self.customer_id.map(Person::Customer);
        index.extend(person.into_iter().flat_map(|person| people::index(account, person, id)));
        index
    }
    fn summary(&self) -> Option<serde_json::Value> {
        serde_json::to_value(QueryLine::from(self)).ok()
    }
    fn expires_at(&self) -> Option<Timestamp> {
        Self::expires_at(self)
    }
}

/// That a form was sent, and what it has become.
#[derive(Serialize, Deserialize)]
struct Form {
    account_id: AccountId,
    sent: String,
    query_id: QueryId,
    at: Timestamp,
}

impl Record for Form {
    const TYPE: &'static str = "form";
    fn key(&self) -> Key {
        keys::form(self.account_id, &self.sent)
    }
    fn expires_at(&self) -> Option<Timestamp> {
        self.at.saturating_add(FORM_KEPT).ok()
    }
}

impl Store {
    /// A query. 1 read.
    pub async fn find_query(&self, account: AccountId, id: QueryId) -> Result<Kept<Query>, Problem> {
        self.find(keys::query(account, id)).await
    }

    /// Keeps a new query; gives its id. Where `sent`, which tells a form with its content, has become one already, that is it.
    /// The code by which it came is good no more.
    pub async fn submit_query(
        &self,
        changed: Changed<Query>,
        sent: Option<String>,
        code: Option<&Kept<Code>>,
    ) -> Result<QueryId, Problem> {
        let Changed { now: query, events } = changed;
        let mut legs = code.map(|code| self.used_code(code)).transpose()?.unwrap_or_default();
        legs.push(Leg::put_new(self, &query, Problem::conflict("conflict"))?);
        for event in &events {
            legs.push(Leg::put_new(self, event, Problem::conflict("conflict"))?);
        }
        let before = legs.len();
        if let Some(sent) = sent {
            let (account_id, query_id, at) = (query.account_id, query.id, query.submitted_at);
            let form = Form { account_id, sent, query_id, at };
            legs.push(Leg::put_expired(self, &form, at, Problem::conflict("conflict"))?);
        }
        let refusals = self.try_commit(&legs).await?;
        if let Some(form) = refusals.iter().find(|refusal| refusal.leg >= before) {
            let form = form.found.clone().ok_or_else(|| crate::item::bug("a form that is not there"))?;
            return Ok(decode::<Form>(form)?.thing.query_id);
        }
        if refusals.is_empty() { Ok(query.id) } else { Err(join(refusals)) }
    }

    /// What a form that was sent has become, if it has been sent. 1 read.
    pub async fn query_of_form(&self, account: AccountId, sent: &str) -> Result<Option<QueryId>, Problem> {
        let form = self.get::<Form>(keys::form(account, sent)).await?;
        Ok(form.map(|kept| kept.thing.query_id))
    }

    /// Queues the mails that tell of a query, with one event; nothing where they have been queued before.
    pub async fn queue_mails_of(
        &self,
        moment: &mut Moment,
        query: &Query,
        (told, mails): (&Event, &[Mail]),
    ) -> Result<(), Problem> {
        if mails.is_empty() {
            return Ok(());
        }
        // Who is told may change until the event comes again: it counts once, whoever that was.
        let mut legs = vec![self.first_time(told)?];
        for mail in mails {
            legs.push(self.put_mail(mail)?);
        }
        let ids: Vec<String> = mails.iter().map(|mail| mail.id.to_string()).collect();
        let event = Event::new(moment, query.account_id, Actor::System, "mail.queued", query.id);
        legs.push(Leg::put_new(self, &event.with("mail_ids", ids), Problem::conflict("conflict"))?);
        // What is refused is there already.
        self.try_commit(&legs).await.map(drop)
    }

    /// The customer who has an address, and their company. 2 reads.
    pub async fn customer_with(
        &self,
        account: AccountId,
        address: &Email,
    ) -> Result<Option<(CustomerId, Option<CompanyId>)>, Problem> {
        let claims = self.batch_get(vec![keys::address(account, &address.key())], false).await?;
        let Some(id) = claims.first().and_then(owner::<CustomerId>) else { return Ok(None) };
        match self.customer(account, id).await {
            Ok(customer) => Ok(Some((id, customer.thing.company_id))),
            Err(Problem::NotFound) => Ok(None),
            Err(problem) => Err(problem),
        }
    }
}
