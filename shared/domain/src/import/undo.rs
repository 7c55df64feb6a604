//! Taking back what an import has written (IMP-7): chunk by chunk, then the companies that it made.

use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

use super::{Import, State};
use crate::{
    Actor, Changed, CompanyId, CustomerId, ImportId, Moment, Problem, Timestamp,
    job::{Leased, wrong_state},
};

/// How long after its end an import can be undone.
pub const UNDO: SignedDuration = SignedDuration::from_hours(24);

/// How many customers and companies have been taken back. For each chunk that is done,
/// `customers_removed + customers_restored + customers_kept` are the customers that were written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct UndoCounts {
    /// Customers that the import made and that are gone, whoever removed them.
    pub customers_removed: u64,
    /// Customers that the import changed and that are as they were before.
    pub customers_restored: u64,
    /// Customers that were left as they are, because somebody has touched them since.
    pub customers_kept: u64,
    /// Companies that the import made and that are gone.
    pub companies_removed: u64,
    /// Companies that the import made and that are used or have been changed since.
    pub companies_kept: u64,
}

impl UndoCounts {
    /// These and those together.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        Self {
            customers_removed: self.customers_removed + other.customers_removed,
            customers_restored: self.customers_restored + other.customers_restored,
            customers_kept: self.customers_kept + other.customers_kept,
            companies_removed: self.companies_removed + other.companies_removed,
            companies_kept: self.companies_kept + other.companies_kept,
        }
    }

    /// How many customers have been looked at.
    #[must_use]
    pub fn customers(&self) -> u64 {
        self.customers_removed + self.customers_restored + self.customers_kept
    }
}

/// How far taking back is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undo {
    /// When somebody asked for it.
    pub requested_at: Timestamp,
    /// How many chunks have been taken back.
    pub chunks: u32,
    /// The last company that has been looked at; companies come after all chunks.
    pub company: Option<CompanyId>,
    /// What has become of customers and companies so far.
    pub counts: UndoCounts,
    /// When all was done.
    pub finished_at: Option<Timestamp>,
}

/// Which row of which import was the last to change a customer; forgotten as soon as anybody else changes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The import.
    pub import_id: ImportId,
    /// The row.
    pub row: u64,
    /// Whether the change has been taken back.
    pub undone: bool,
}

impl Import {
    /// Until when it can be undone; `None` when it has written nothing that could be.
    #[must_use]
    pub fn undoable_until(&self) -> Option<Timestamp> {
        let ended = matches!(self.state, State::Done | State::Cancelled) && self.confirmation.is_some();
        self.finished_at.filter(|_| ended).and_then(|at| at.saturating_add(UNDO).ok())
    }

    /// The customer that a row made, or would have made; `None` before confirmation.
    #[must_use]
    pub fn customer_of_row(&self, row: u64) -> Option<CustomerId> {
        self.confirmation.as_ref().map(|confirmation| confirmation.customer_id(self.id, row))
    }

    /// Somebody wants it undone. Asked again: nothing changes.
    pub fn undo(self, moment: &mut Moment, actor: Actor) -> Result<Changed<Self>, Problem> {
        if self.undo.is_some() {
            return Ok(Changed { now: self, events: vec![] });
        }
        let until = self.undoable_until().ok_or_else(|| wrong_state(&self.state))?;
        if moment.now > until {
            return Err(Problem::conflict("undo_too_late"));
        }
        let undo = Undo {
            requested_at: moment.now,
            chunks: 0,
            company: None,
            counts: UndoCounts::default(),
            finished_at: None,
        };
        let now = Self { undo: Some(undo), lease: None, ..self };
        Ok(now.told(moment, actor, "import.undo_requested"))
    }

    /// One more chunk has been taken back.
    #[must_use]
    pub fn chunk_undone(self, now: Timestamp, chunk: &UndoCounts) -> Self {
        let step = |undo: Undo| Undo { chunks: undo.chunks + 1, counts: undo.counts.plus(chunk), ..undo };
        Self { undo: self.undo.map(step), ..self }.renewed(now)
    }

    /// Some more companies have been looked at, up to `last`.
    #[must_use]
    pub fn companies_undone(self, now: Timestamp, last: CompanyId, companies: &UndoCounts) -> Self {
        let step = |undo: Undo| Undo { company: Some(last), counts: undo.counts.plus(companies), ..undo };
        Self { undo: self.undo.map(step), ..self }.renewed(now)
    }

    /// All that nobody has touched since is taken back.
    pub fn undone(self, moment: &mut Moment) -> Changed<Self> {
        let undo = self.undo.map(|undo| Undo { finished_at: Some(moment.now), ..undo });
        let counts = undo.as_ref().map(|undo| undo.counts).unwrap_or_default();
        let now = Self { state: State::Undone, lease: None, undo, ..self };
        let Changed { now, events } = now.told(moment, Actor::System, "import.undone");
        let counts = serde_json::to_value(counts).unwrap_or_default();
        Changed { now, events: events.into_iter().map(|event| event.with("undo", counts.clone())).collect() }
    }
}
