//! Portals and subportals: where customers start (POR-1).

mod copy;
mod fields;
mod input;
mod mode;
mod subportals;
mod texts;

pub use copy::Part;
pub use fields::{CustomField, Fields, MAX_CUSTOM};
pub use input::{MAX_PORTALS, PortalInput};
pub use mode::{Kind, Mode};
pub use subportals::{MAX_SUBPORTALS, Subportal, SubportalInput};
pub use texts::{Text, Texts};

use serde::{Deserialize, Serialize};

use crate::{
    AccountId, Actor, Changed, CompanyId, Event, Moment, PortalId, Problem, SubportalId, Timestamp,
    account::Brand,
    company_access::CompanyAccess,
    customer::Customer,
    feature::{Chain, Features, FeaturesInput, Level},
    settings::Colour,
    team::Teams,
};

/// Whether a portal is open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = PortalStatus)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Its page is there.
    #[default]
    Active,
    /// Its page says that there is nothing.
    Inactive,
}

/// A portal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Portal {
    /// Its id.
    pub id: PortalId,
    /// The account it belongs to.
    pub account_id: AccountId,
    /// Its name in addresses; unique in the deployment.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// How customers are brought to representatives.
    pub mode: Mode,
    /// What its page is like.
    #[serde(rename = "type")]
    pub kind: Kind,
    /// Whether it is open.
    pub status: Status,
    /// The company whose portal it is, if it is one's (COM-1).
    pub company_id: Option<CompanyId>,
    /// What its page says, by language.
    pub texts: Texts,
    /// The colour of its page; `None`: the account's.
    pub accent_colour: Option<Colour>,
    /// What its page asks for.
    pub fields: Fields,
    /// What a question can be about.
    pub categories: Vec<String>,
    /// Where queries are routed to, at least one.
    pub subportals: Vec<Subportal>,
    /// What it says of features: it can only take away.
    #[serde(default, skip_serializing_if = "Features::is_empty")]
    pub features: Features,
    /// When it was made.
    pub created_at: Timestamp,
}

impl Portal {
    /// Whether somebody with access to these companies sees it. The portal of a company is for those with access to it.
    #[must_use]
    pub fn is_seen_by(&self, companies: &CompanyAccess) -> bool {
        self.company_id.is_none() || companies.includes(self.company_id)
    }

    /// Where its page is: a path below the address of the deployment.
    #[must_use]
    pub fn address(&self) -> String {
        format!("/p/{}", self.slug)
    }

    /// Whether a customer may ask there without being told a code: it is open, and of their company or of none.
    #[must_use]
    pub fn takes_questions_of(&self, customer: &Customer) -> bool {
        let is_theirs = self.company_id.is_none() || self.company_id == customer.company_id;
        self.is_open() && self.kind != Kind::Code && is_theirs
    }

    /// Whether a subportal is one of its.
    #[must_use]
    pub fn has(&self, id: SubportalId) -> bool {
        self.subportals.iter().any(|subportal| subportal.id == id)
    }

    /// Whether visitors find it.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.status == Status::Active
    }

    /// How its page looks: as its account, but for what it says itself.
    #[must_use]
    pub fn brand(&self, account: Brand) -> Brand {
        Brand { accent_colour: self.accent_colour.clone().unwrap_or(account.accent_colour), ..account }
    }

    /// Changes what it says of features.
    pub fn change_features(
        self,
        moment: &mut Moment,
        actor: Actor,
        input: &FeaturesInput,
    ) -> Result<Changed<Self>, Problem> {
        let level = (Level::Portal, &Chain::default());
        let features = self.features.change(moment, actor, level, input)?;
        Ok(self.clone().told(moment, actor, Self { features, ..self }))
    }

    /// Makes it another company's, or nobody's: its own has been merged into that one.
    pub fn move_to(self, moment: &mut Moment, company_id: Option<CompanyId>) -> Changed<Self> {
        self.clone().told(moment, Actor::System, Self { company_id, ..self })
    }

    /// Deletes it, unless teams serve it.
    pub fn delete(self, moment: &mut Moment, actor: Actor, teams: &Teams) -> Result<Changed<Self>, Problem> {
        let serving = teams.iter().filter(|team| team.portal_id == Some(self.id)).count();
        if serving > 0 {
            return Err(Problem::InUse(vec![("teams", serving as u64)]));
        }
        let event =
            Event::new(moment, self.account_id, actor, "portal.deleted", self.id).between(Some(&self), None);
        Ok(Changed { now: self, events: vec![event] })
    }

    /// The change to `now`, told by an event; by none when nothing has changed.
    fn told(self, moment: &mut Moment, actor: Actor, now: Self) -> Changed<Self> {
        if now == self {
            return Changed { now, events: vec![] };
        }
        let event = Event::new(moment, now.account_id, actor, "portal.changed", now.id);
        let event = event.between(Some(&self), Some(&now));
        Changed { now, events: vec![event] }
    }
}

#[cfg(test)]
pub(crate) mod testing {
    use super::*;
    use crate::{moment::testing::moment, user::testing::account};

    /// What somebody says of a portal.
    pub fn input() -> PortalInput {
        PortalInput { slug: "help".into(), name: "Help".into(), ..PortalInput::default() }
    }

    /// A portal that asks for a question.
    pub fn portal() -> Portal {
        Portal::create(&mut moment(9), (account().id, Actor::System), &input(), 0).unwrap().now
    }
}

#[cfg(test)]
mod tests;
