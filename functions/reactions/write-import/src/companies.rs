//! The companies of a file: found by their names, or made (IMP-5).

use std::collections::{BTreeMap, HashMap};

use domain::{JobId, Problem, company::Company, import::Import, text::fold};
use runtime::App;

/// How many companies are remembered before all are forgotten, so that memory stays bounded.
const REMEMBERED: usize = 20_000;

/// Companies by folded name, as far as this writer has met them.
#[derive(Default)]
pub(crate) struct Companies {
    known: HashMap<String, Company>,
    /// The newest merge of companies of which they know.
    merge: Option<JobId>,
}

impl Companies {
    /// The company with this folded name.
    pub(crate) fn get(&self, name: &str) -> Option<&Company> {
        self.known.get(name)
    }

    /// Makes sure that the companies with these names are there, and remembered. Where one is being merged into another one,
    /// the name is that one's from now on; whoever merges waits for a chunk that was begun before.
    pub(crate) async fn find_or_create(
        &mut self,
        app: &App,
        import: &Import,
        names: impl Iterator<Item = &str>,
    ) -> Result<(), Problem> {
        let merge = app.store().newest_merge(import.account_id).await?;
        if merge != self.merge || self.known.len() > REMEMBERED {
            *self = Self { merge, ..Self::default() };
        }
        let mut open: BTreeMap<String, &str> = BTreeMap::new();
        for name in names.filter(|name| !name.is_empty()) {
            let folded = fold(name);
            if !self.known.contains_key(&folded) {
                // The first spelling is the one that a new company gets.
                open.entry(folded).or_insert(name);
            }
        }
        if open.is_empty() {
            return Ok(());
        }
        let folded: Vec<String> = open.keys().cloned().collect();
        let mut ids = app.store().companies_by_name(import.account_id, &folded).await?;
        let missing = open.iter().filter(|(folded, _)| !ids.contains_key(*folded));
        let moment = &mut app.moment();
        let missing =
            missing.map(|(_, name)| Company::import(moment, import.account_id, import.id, name)).collect();
        ids.extend(app.store().create_companies(import.id, missing).await?);
        let wanted: Vec<_> = ids.values().copied().collect();
        let mut companies = app.store().companies_now(import.account_id, &wanted).await?;
        for (folded, id) in ids {
            // One that was renamed this very moment keeps the id under which its name was known.
            self.known.extend(companies.remove(&id).map(|company| (folded, company)));
        }
        Ok(())
    }
}
