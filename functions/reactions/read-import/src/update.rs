//! Rows whose address a customer has, in the mode `update`: what each changes is looked up and shown.

use std::collections::{BTreeMap, HashMap, HashSet};

use domain::{
    CompanyId, CustomerId, Problem,
    account::Account,
    company::Company,
    csv_file::Header,
    customer::Customer,
    denylist::Denied,
    import::{Compared, Import, Row, Sighting, draft},
    service::Service,
    text::{Email, fold},
};
use runtime::App;
use store::Kept;

use crate::preview::known;

/// What rows are compared with.
pub(crate) struct Updates<'a> {
    app: &'a App,
    account: &'a Account,
    /// All services of the account, once they were needed.
    services: Option<Vec<Service>>,
}

/// The companies that a chunk's rows and customers have to do with.
struct Companies {
    by_id: BTreeMap<CompanyId, Company>,
    by_name: HashMap<String, Company>,
}

impl<'a> Updates<'a> {
    pub(crate) fn new(app: &'a App, account: &'a Account) -> Self {
        Self { app, account, services: None }
    }

    /// The final verdicts of a chunk's rows. A row belongs to the customer who has its e-mail address; an alias that is
    /// somebody else's makes it `exists`, and a new one that is denied `denylisted`.
    pub(crate) async fn settle(
        &mut self,
        import: &Import,
        header: &Header,
        rows: Vec<Result<Sighting, Row>>,
        (taken, denied): (&HashMap<String, CustomerId>, &Denied),
    ) -> Result<Vec<Row>, Problem> {
        let sightings: Vec<&Sighting> = rows.iter().filter_map(|row| row.as_ref().ok()).collect();
        let ids: HashSet<CustomerId> = sightings.iter().filter_map(|row| found(row, taken)).collect();
        let ids: Vec<CustomerId> = ids.into_iter().collect();
        let customers = self.app.store().customers_by_id(import.account_id, &ids).await?;
        let customers: HashMap<CustomerId, Kept<Customer>> =
            customers.into_iter().map(|customer| (customer.thing.id, customer)).collect();
        let companies = self.companies(import, header, (&sightings, taken), &customers).await?;
        let services = match self.services.take() {
            Some(services) => services,
            None => self.app.store().all_services(import.account_id).await?,
        };
        let compared = Compared { account: self.account, header, services: &services };
        let moment = &mut self.app.moment();
        let settled = rows.into_iter().map(|row| {
            let sighting = match row {
                Ok(sighting) => sighting,
                Err(row) => return row,
            };
            let own = found(&sighting, taken).filter(|id| customers.contains_key(id));
            let against = |address: &Email| {
                let is_own = own.is_some() && taken.get(&address.key()).copied() == own;
                if is_own { None } else { known(address, (taken, denied)) }
            };
            match own.and_then(|id| customers.get(&id)) {
                Some(customer) if sighting.addresses.iter().all(|address| against(address).is_none()) => {
                    let both = companies.of(header, &sighting, &customer.thing);
                    compared.settle(moment, sighting, &customer.thing, both)
                }
                _ => sighting.settle(against),
            }
        });
        let settled = settled.collect();
        self.services = Some(services);
        Ok(settled)
    }

    async fn companies(
        &self,
        import: &Import,
        header: &Header,
        (sightings, taken): (&[&Sighting], &HashMap<String, CustomerId>),
        customers: &HashMap<CustomerId, Kept<Customer>>,
    ) -> Result<Companies, Problem> {
        let updating = sightings.iter().filter(|sighting| found(sighting, taken).is_some());
        let names: BTreeMap<String, String> = updating
            .filter_map(|sighting| draft(header, &sighting.row.cells).ok())
            .map(|(_, name)| (fold(&name), name))
            .filter(|(folded, _)| !folded.is_empty())
            .collect();
        let folded: Vec<String> = names.keys().cloned().collect();
        let ids = self.app.store().companies_by_name(import.account_id, &folded).await?;
        let employers = customers.values().filter_map(|customer| customer.thing.company_id);
        let wanted: HashSet<CompanyId> = employers.chain(ids.values().copied()).collect();
        let wanted: Vec<CompanyId> = wanted.into_iter().collect();
        let by_id = self.app.store().companies_by_id(import.account_id, &wanted).await?;
        let moment = &mut self.app.moment();
        let by_name = names.into_iter().map(|(folded, name)| {
            let known = ids.get(&folded).and_then(|id| by_id.get(id)).cloned();
            // One that is not there yet will be made when the rows are written.
            let make = || Company::import(moment, import.account_id, import.id, &name).now;
            let company = known.unwrap_or_else(make);
            (folded, company)
        });
        let by_name = by_name.collect();
        Ok(Companies { by_id, by_name })
    }
}

impl Companies {
    /// The company that the customer works for, and the one that the row names.
    fn of(
        &self,
        header: &Header,
        sighting: &Sighting,
        customer: &Customer,
    ) -> (Option<&Company>, Option<&Company>) {
        let named = draft(header, &sighting.row.cells).ok().map(|(_, name)| fold(&name));
        (
            customer.company_id.and_then(|id| self.by_id.get(&id)),
            named.and_then(|name| self.by_name.get(&name)),
        )
    }
}

/// Who has the row's e-mail address.
fn found(sighting: &Sighting, taken: &HashMap<String, CustomerId>) -> Option<CustomerId> {
    sighting.addresses.first().and_then(|email| taken.get(&email.key())).copied()
}
