//! The names of customers' companies.

use std::collections::HashMap;

use domain::{AccountId, CompanyId, Problem, customer::Customer};
use runtime::App;
use store::Kept;

/// How many names are remembered before all are forgotten, so that memory stays bounded.
const REMEMBERED: usize = 20_000;

/// Companies' names, as far as this writer has met them.
#[derive(Default)]
pub(crate) struct Companies(HashMap<CompanyId, String>);

impl Companies {
    /// Makes sure that the companies of these customers are remembered.
    pub(crate) async fn meet(
        &mut self,
        app: &App,
        account: AccountId,
        customers: &[Kept<Customer>],
    ) -> Result<(), Problem> {
        if self.0.len() > REMEMBERED {
            self.0.clear();
        }
        let ids = customers.iter().filter_map(|kept| kept.thing.company_id);
        let mut open: Vec<_> = ids.filter(|id| !self.0.contains_key(id)).collect();
        open.sort_unstable();
        open.dedup();
        if !open.is_empty() {
            let found = app.store().companies_by_id(account, &open).await?;
            self.0.extend(found.into_iter().map(|(id, company)| (id, company.name)));
        }
        Ok(())
    }

    /// The name of a customer's company; empty when there is none.
    pub(crate) fn of(&self, customer: &Customer) -> &str {
        customer.company_id.and_then(|id| self.0.get(&id)).map_or("", String::as_str)
    }
}
