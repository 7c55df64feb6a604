//! How far a customer has come from the activation mail to a password of their own; kept with them (CUS-4).

use serde::{Deserialize, Serialize};

use super::{Customer, PortalAccess};
use crate::{
    Actor, Changed, Event, Moment, Problem, Timestamp,
    link::rested,
    mail::{Kind, Mail},
};

/// When the steps of an activation were taken.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Activation {
    /// When the newest activation mail was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub invited_at: Option<Timestamp>,
    /// Since when they have a password.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub active_since: Option<Timestamp>,
}

/// How far an activation is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = ActivationState)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// No activation mail has been sent.
    #[default]
    NotInvited,
    /// An activation mail has been sent; they have no password yet.
    Invited,
    /// They have set a password.
    Active,
}

impl Activation {
    /// Whether nothing of it has happened.
    #[must_use]
    pub fn is_unbegun(&self) -> bool {
        self.state() == State::NotInvited
    }

    /// How far it is.
    #[must_use]
    pub fn state(&self) -> State {
        match (self.active_since, self.invited_at) {
            (Some(_), _) => State::Active,
            (None, Some(_)) => State::Invited,
            (None, None) => State::NotInvited,
        }
    }
}

impl Customer {
    /// Whether they may sign in to the portal (CUS-2).
    #[must_use]
    pub fn may_sign_in(&self) -> bool {
        self.portal_access != PortalAccess::None
    }

    /// Sends the activation mail; the one before must be a while ago.
    pub fn invite(self, moment: &mut Moment, actor: Actor) -> Result<(Changed<Self>, Mail), Problem> {
        if !self.may_sign_in() {
            return Err(Problem::conflict("no_portal_access"));
        }
        if self.activation.active_since.is_some() {
            return Err(Problem::conflict("already_activated"));
        }
        self.activation.invited_at.map_or(Ok(()), |last| rested(last, moment.now))?;
        let mail = Mail::queue(moment, self.account_id, self.id.into(), Kind::Activation);
        let event = Event::new(moment, self.account_id, actor, "customer.invited", self.id);
        let now = self.invited(moment.now);
        Ok((Changed { now, events: [vec![event], mail.events].concat() }, mail.now))
    }

    /// The same, invited at `at`. Nothing that was said of them changes, and so not when they were last changed.
    #[must_use]
    pub fn invited(self, at: Timestamp) -> Self {
        Self { activation: Activation { invited_at: Some(at), ..self.activation }, ..self }
    }

    /// The same, with a password of their own: since now, unless they have one already.
    #[must_use]
    pub fn activated(self, now: Timestamp) -> Self {
        let active_since = self.activation.active_since.or(Some(now));
        Self { activation: Activation { active_since, ..self.activation }, ..self }
    }

    /// Whether they are as they were added: nobody has changed what was said of them. An activation is no such change.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        self.updated_at == self.created_at
    }
}
