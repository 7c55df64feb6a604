//! What a request writes, held back until its answer is known: work and answer are kept together, or neither.

use std::sync::{Arc, Mutex, PoisonError};

use crate::Leg;

tokio::task_local! {
    static LEDGER: Ledger;
}

/// The writes of one request. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Ledger(Arc<Mutex<Pages>>);

#[derive(Debug, Default)]
struct Pages {
    legs: Vec<Leg>,
    /// Nothing is held back.
    open: bool,
}

impl Ledger {
    /// Answers a request whose writes go into this ledger.
    pub async fn around<F: Future>(&self, request: F) -> F::Output {
        LEDGER.scope(self.clone(), request).await
    }

    /// From here on the present request, if there is one, writes as it goes: its work is more than one transaction.
    pub fn write_through() {
        let open = |ledger: &Self| ledger.with(|pages| pages.open = true);
        LEDGER.try_with(open).unwrap_or_default();
    }

    /// Holds back what the present request wants to write; gives it back where nothing is held back.
    pub(crate) fn hold(legs: Vec<Leg>) -> Option<Vec<Leg>> {
        let Ok(ledger) = LEDGER.try_with(Clone::clone) else { return Some(legs) };
        ledger.with(|pages| {
            if pages.open {
                return Some(legs);
            }
            pages.legs.extend(legs);
            None
        })
    }

    /// Whether its writes were kept as it went.
    #[must_use]
    pub fn wrote_through(&self) -> bool {
        self.with(|pages| pages.open)
    }

    /// All that is held back.
    pub(crate) fn legs(&self) -> Vec<Leg> {
        self.with(|pages| std::mem::take(&mut pages.legs))
    }

    fn with<T>(&self, look: impl FnOnce(&mut Pages) -> T) -> T {
        look(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
