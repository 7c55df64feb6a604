//! Seats: licences for a module, named or shared (PPL-15).

mod presence;

pub use presence::{Occupancy, Patience, Presence, Standing};

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::{
    AccountId, Actor, Changed, Event, FieldError, Moment, Problem,
    text::Check,
    user::{Module, SeatKind, Seats},
};

/// The most seats of a kind.
pub const MAX_SEATS: u32 = 10_000;

/// A module in which people work by seats.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SeatModule {
    /// Live help.
    RemoteSupport,
    /// The service desk.
    ServiceDesk,
}

impl SeatModule {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::RemoteSupport, Self::ServiceDesk];

    /// The module.
    #[must_use]
    pub const fn module(self) -> Module {
        match self {
            Self::RemoteSupport => Module::RemoteSupport,
            Self::ServiceDesk => Module::ServiceDesk,
        }
    }

    /// Its name, as the interface and keys have it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.module().name()
    }

    /// The kind of seat in it among those that somebody holds.
    #[must_use]
    pub fn of(self, seats: Seats) -> Option<SeatKind> {
        match self {
            Self::RemoteSupport => seats.remote_support,
            Self::ServiceDesk => seats.service_desk,
        }
    }
}

/// What is no module of this kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoSuchModule;

impl FromStr for SeatModule {
    type Err = NoSuchModule;

    fn from_str(text: &str) -> Result<Self, NoSuchModule> {
        Self::ALL.into_iter().find(|module| module.name() == text).ok_or(NoSuchModule)
    }
}

/// The seats that an account has for a module.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeatPool {
    /// The account.
    pub account_id: AccountId,
    /// For which module.
    pub module: SeatModule,
    /// How many named ones there are.
    pub named: u32,
    /// How many of them belong to somebody. Moved by the transaction that moves the user, and by nothing else.
    pub named_assigned: u32,
    /// How many may work at once by the shared pool.
    pub shared: u32,
    /// How many users share it.
    pub shared_assigned: u32,
}

/// How many seats there are to be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct SeatsInput {
    /// Named ones: each belongs to one user. At most 10,000, and no fewer than belong to somebody.
    pub named: u32,
    /// Shared ones: so many users work at once, however many share them. At most 10,000.
    pub shared: u32,
}

impl SeatPool {
    /// None yet.
    #[must_use]
    pub const fn none(account_id: AccountId, module: SeatModule) -> Self {
        Self { account_id, module, named: 0, named_assigned: 0, shared: 0, shared_assigned: 0 }
    }

    /// There are to be more or fewer seats.
    pub fn change(
        self,
        moment: &mut Moment,
        actor: Actor,
        input: SeatsInput,
    ) -> Result<Changed<Self>, Problem> {
        let mut check = Check::default();
        for (field, number) in [("named", input.named), ("shared", input.shared)] {
            if number > MAX_SEATS {
                let error = FieldError::new(field, "out_of_range").with("min", 0).with("max", MAX_SEATS);
                check.refuse(error);
            }
        }
        if input.named < self.named_assigned {
            check.refuse(FieldError::new("named", "seats_assigned").with("assigned", self.named_assigned));
        }
        if input.shared == 0 && self.shared_assigned > 0 {
            check.refuse(FieldError::new("shared", "seats_assigned").with("assigned", self.shared_assigned));
        }
        check.finish(())?;
        let now = Self { named: input.named, shared: input.shared, ..self.clone() };
        if now == self {
            return Ok(Changed { now, events: vec![] });
        }
        let event = Event::new(moment, self.account_id, actor, "seats.changed", self.module.name())
            .between(Some(&self), Some(&now));
        Ok(Changed { now, events: vec![event] })
    }

    /// What was said of it.
    #[must_use]
    pub const fn input(&self) -> SeatsInput {
        SeatsInput { named: self.named, shared: self.shared }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::moment::testing::moment;

    /// PPL-15.
    #[test]
    fn there_are_never_fewer_named_seats_than_belong_to_somebody() {
        let moment = &mut moment(0);
        let none = SeatPool::none(AccountId::new(moment), SeatModule::ServiceDesk);
        let pool = SeatPool { named: 5, named_assigned: 3, shared: 2, shared_assigned: 7, ..none };
        let mut change =
            |named, shared| pool.clone().change(moment, Actor::System, SeatsInput { named, shared });
        assert_eq!(change(3, 1).unwrap().events[0].name, "seats.changed");
        assert!(change(5, 2).unwrap().events.is_empty());
        let Err(Problem::Invalid(errors)) = change(2, 0) else { panic!("refused") };
        assert_eq!(errors.iter().map(|error| error.field.as_str()).collect::<Vec<_>>(), ["named", "shared"]);
        assert!(change(MAX_SEATS + 1, 1).is_err());
    }
}
