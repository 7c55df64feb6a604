//! Verdicts and how many rows have which.

use serde::{Deserialize, Serialize};

/// What becomes of a row (IMP-4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// A new customer.
    Create,
    /// Changes the customer who has that address.
    Update,
    /// Somebody has that address already: left as they are.
    Exists,
    /// An earlier row of the file has that address.
    Duplicate,
    /// A value breaks a rule, or the row can't be read.
    Invalid,
    /// The address is on the denylist.
    Denylisted,
}

impl Verdict {
    /// Whether the row becomes a customer or changes one; the others are left out.
    #[must_use]
    pub fn is_written(self) -> bool {
        matches!(self, Self::Create | Self::Update)
    }
}

/// How many rows have which verdict; `create + update + exists + duplicate + invalid + denylisted = rows`,
/// always.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Counts {
    /// Rows judged so far, the header and blank lines not counted.
    pub rows: u64,
    /// New customers, written or still to be written.
    pub create: u64,
    /// Changes of customers there are already, written or still to be written.
    #[serde(default)]
    pub update: u64,
    /// Rows whose address a customer has already.
    pub exists: u64,
    /// Rows whose address an earlier row has.
    pub duplicate: u64,
    /// Rows with a mistake.
    pub invalid: u64,
    /// Rows whose address is on the denylist.
    pub denylisted: u64,
    /// Customers written, new and changed.
    pub written: u64,
}

impl Counts {
    /// The counts of some rows, none of them written.
    pub fn of(verdicts: impl IntoIterator<Item = Verdict>) -> Self {
        let mut counts = Self::default();
        for verdict in verdicts {
            counts.rows += 1;
            *counts.of_mut(verdict) += 1;
        }
        counts
    }

    /// How many rows have `verdict`.
    #[must_use]
    pub fn with(&self, verdict: Verdict) -> u64 {
        match verdict {
            Verdict::Create => self.create,
            Verdict::Update => self.update,
            Verdict::Exists => self.exists,
            Verdict::Duplicate => self.duplicate,
            Verdict::Invalid => self.invalid,
            Verdict::Denylisted => self.denylisted,
        }
    }

    fn of_mut(&mut self, verdict: Verdict) -> &mut u64 {
        match verdict {
            Verdict::Create => &mut self.create,
            Verdict::Update => &mut self.update,
            Verdict::Exists => &mut self.exists,
            Verdict::Duplicate => &mut self.duplicate,
            Verdict::Invalid => &mut self.invalid,
            Verdict::Denylisted => &mut self.denylisted,
        }
    }

    /// These and those together.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        self.each(other, u64::saturating_add)
    }

    /// These without those.
    #[must_use]
    pub fn minus(&self, other: &Self) -> Self {
        self.each(other, u64::saturating_sub)
    }

    fn each(&self, other: &Self, join: impl Fn(u64, u64) -> u64) -> Self {
        Self {
            rows: join(self.rows, other.rows),
            create: join(self.create, other.create),
            update: join(self.update, other.update),
            exists: join(self.exists, other.exists),
            duplicate: join(self.duplicate, other.duplicate),
            invalid: join(self.invalid, other.invalid),
            denylisted: join(self.denylisted, other.denylisted),
            written: join(self.written, other.written),
        }
    }

    /// How many rows become customers or change one, all going well.
    #[must_use]
    pub fn to_write(&self) -> u64 {
        self.create + self.update
    }

    /// How many rows are left out.
    #[must_use]
    pub fn rejected(&self) -> u64 {
        self.exists + self.duplicate + self.invalid + self.denylisted
    }

    /// Whether every row has exactly one verdict.
    #[must_use]
    pub fn add_up(&self) -> bool {
        self.to_write() + self.rejected() == self.rows
    }
}
