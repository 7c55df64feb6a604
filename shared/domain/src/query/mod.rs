//! Queries: what customers ask for at a portal, until somebody has answered (QRY-1).

mod asked;

pub use asked::{Asked, CustomAnswer, MAX_QUESTION, Submission};

use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

use crate::{
    AccountId, Actor, Changed, CompanyId, CustomerId, Event, Locale, Moment, PortalId, QueryId, SubportalId,
    Timestamp, UserId, portal::Portal, tally::Limit,
};

/// How many queries come from one place.
pub const PER_PLACE: Limit = Limit::new(10, 10);
/// How many queries come to one portal.
pub const PER_PORTAL: Limit = Limit::new(300, 10);
/// For how long a query is kept (REP-1).
const KEPT: SignedDuration = SignedDuration::from_hours(90 * 24);

/// How far a query has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = QueryState)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Nobody has answered yet.
    Waiting,
}

impl State {
    /// Its name, as the interface has it.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
        }
    }
}

/// A query.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Query {
    /// Its id; sorts by the time at which it came.
    pub id: QueryId,
    /// The account it belongs to.
    pub account_id: AccountId,
    /// The portal through which it came.
    pub portal_id: PortalId,
    /// The subportal of it.
    pub subportal_id: SubportalId,
    /// The representative who was chosen, if one was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub representative_id: Option<UserId>,
    /// How far it has come.
    pub state: State,
    /// What was filled in.
    pub asked: Asked,
    /// The language of the page.
    pub locale: Locale,
    /// The customer who has the e-mail address, if one has.
    pub customer_id: Option<CustomerId>,
    /// Their company, or that of the portal.
    pub company_id: Option<CompanyId>,
    /// When it came.
    pub submitted_at: Timestamp,
}

/// Where a query goes, and in which language it is to be answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Way {
    /// To this subportal.
    pub subportal_id: SubportalId,
    /// To this representative, if one was chosen.
    pub representative_id: Option<UserId>,
    /// In this language.
    pub locale: Locale,
}

impl Query {
    /// Takes a query that was filled in at a portal; `known` is the customer with its e-mail address, and their company.
    pub fn submit(
        moment: &mut Moment,
        portal: &Portal,
        (asked, way): (Asked, Way),
        known: Option<(CustomerId, Option<CompanyId>)>,
    ) -> Changed<Self> {
        let Way { subportal_id, representative_id, locale } = way;
        let now = Self {
            id: QueryId::new(moment),
            account_id: portal.account_id,
            portal_id: portal.id,
            subportal_id,
            representative_id,
            state: State::Waiting,
            asked,
            locale,
            customer_id: known.map(|(id, _)| id),
            company_id: known.and_then(|(_, company)| company).or(portal.company_id),
            submitted_at: moment.now,
        };
        // Nothing that was filled in: an event stays as it is told (ERA-1).
        let event = Event::new(moment, now.account_id, Actor::Visitor, "query.submitted", now.id)
            .with("portal_id", now.portal_id.to_string())
            .with("subportal_id", now.subportal_id.to_string());
        Changed { now, events: vec![event] }
    }

    /// The same query without anything of whoever asked (ERA-1).
    #[must_use]
    pub fn erased(self) -> Self {
        Self { asked: Asked::default(), customer_id: None, company_id: None, ..self }
    }

    /// When it is forgotten.
    #[must_use]
    pub fn expires_at(&self) -> Option<Timestamp> {
        self.submitted_at.saturating_add(KEPT).ok()
    }
}

#[cfg(test)]
mod tests;
