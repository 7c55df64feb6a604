//! The links of mails, under the hashes of their tokens, and which of them is the newest.

use domain::{
    AccountId, Changed, Problem, Timestamp,
    link::{Link, Newest, Person, Purpose},
    mail::Mail,
};
use serde::{Deserialize, Serialize};

use crate::{
    Store,
    item::{Kept, Record, encode},
    keys::{self, Key},
    leg::Leg,
};

/// A link under the hash of its token.
#[derive(Serialize, Deserialize)]
struct TokenLink {
    /// Never kept; empty in what is read back.
    #[serde(skip)]
    token: String,
    #[serde(flatten)]
    link: Link,
}

impl Record for TokenLink {
    const TYPE: &'static str = "link";
    fn key(&self) -> Key {
        keys::link(&self.token)
    }
    fn expires_at(&self) -> Option<Timestamp> {
        Some(self.link.expires_at)
    }
}

impl Record for Newest {
    const TYPE: &'static str = "newest_link";
    fn key(&self) -> Key {
        keys::newest_link(self.account_id, self.person, self.purpose)
    }
}

impl Store {
    /// The link with this token, if it is for this purpose, unless a newer one has been asked for. 2 reads.
    pub async fn link(&self, token: &str, purpose: Purpose) -> Result<Option<Link>, Problem> {
        let kept: Option<Kept<TokenLink>> = self.get(keys::link(token)).await?;
        // Of what a link for something else is about, its reader may know nothing.
        let link = kept.map(|kept| kept.thing.link).filter(|link| link.purpose == purpose);
        let Some(link) = link else { return Ok(None) };
        let newest = self.newest_link(link.account_id, link.person, link.purpose).await?;
        Ok(newest.is_none_or(|newest| newest.thing.mail_id == link.mail_id).then_some(link))
    }

    /// Which of somebody's links for a purpose is the newest. The first one, sent as they were made, is not noted.
    async fn newest_link(
        &self,
        account: AccountId,
        person: Person,
        purpose: Purpose,
    ) -> Result<Option<Kept<Newest>>, Problem> {
        self.get(keys::newest_link(account, person, purpose)).await
    }

    /// Keeps the link of a mail that is about to be sent. Sending it again keeps the same link.
    pub async fn put_link(&self, token: String, link: Link) -> Result<(), Problem> {
        self.put(encode(&TokenLink { token, link }, 1)?).await
    }

    /// Ends the link with this token, if there is one.
    pub fn end_link(&self, token: &str) -> Result<Leg, Problem> {
        Leg::release(self, keys::link(token))
    }

    /// Ends the link with this token, as part of what it allowed; whoever comes second finds it used.
    pub fn use_link(&self, token: &str) -> Result<Leg, Problem> {
        Leg::delete(self, keys::link(token), 1).map(|leg| leg.otherwise(Problem::LinkInvalid))
    }

    /// Queues a mail by itself. The links of earlier mails for the same are dead from now on.
    pub async fn queue_mail(&self, mail: Changed<Mail>) -> Result<(), Problem> {
        self.commit(self.mail_with_link(&mail.now)?, &mail.events).await
    }

    /// The legs that queue a mail and make its link, if it has one, the newest.
    pub(crate) fn mail_with_link(&self, mail: &Mail) -> Result<Vec<Leg>, Problem> {
        let mut legs = vec![self.put_mail(mail)?];
        legs.extend(Newest::of(mail).map(|newest| Leg::put_over(self, &newest)).transpose()?);
        Ok(legs)
    }

    /// As [`Store::queue_mail`], unless another has been asked for since `before` was the newest: then as
    /// [`Newest::admit_another`] refuses it.
    pub async fn queue_next_mail(
        &self,
        mail: Changed<Mail>,
        before: Option<&Kept<Newest>>,
    ) -> Result<(), Problem> {
        let limited = Problem::Limited { seconds: domain::link::REST.as_secs().unsigned_abs() };
        let mut legs = vec![self.put_mail(&mail.now)?];
        if let Some(newest) = Newest::of(&mail.now) {
            legs.push(match before {
                Some(before) => Leg::replace(self, &newest, before.version)?.otherwise(limited),
                None => Leg::put_new(self, &newest, limited)?,
            });
        }
        self.commit(legs, &mail.events).await
    }
}
