//! The last part of a search: the customers of the companies whose names begin with the text.

use std::collections::BTreeSet;

use domain::{
    AccountId, CompanyId, Problem,
    company::Company,
    customer::{CustomerFilter, Selection},
    text::fold,
};

use super::list::{CustomerLine, MOST_READ, line, on_summaries};
use crate::{
    Store,
    companies::{by_name, start_of},
    item::{Attributes, attribute},
    keys,
    table::{Range, after, end_of},
};

/// How many companies are read at once for a list.
const COMPANIES: usize = 10;
/// Between the places of company and customer; no name holds it.
const BREAK: char = '\n';

impl Store {
    /// Customers of one company after the other, as far as nothing else of them is found by the text; and where to go on.
    /// A round trip for ten companies, and one for each.
    pub(super) async fn customers_of_companies(
        &self,
        account: AccountId,
        filter: &CustomerFilter,
        limit: usize,
        place: &str,
    ) -> Result<(Vec<CustomerLine>, Option<String>), Problem> {
        let (company, mut customer) = match place.split_once(BREAK) {
            Some((company, customer)) => (company.to_owned(), customer.to_owned()),
            None => (start_of(&fold(&filter.text)), String::new()),
        };
        let (companies, further) = self.next_companies(account, filter, company).await?;
        let (mut items, mut read) = (vec![], 0);
        for (name, id) in companies {
            loop {
                let range = customers(account, id, filter, &customer, limit - items.len());
                let slice = self.query(&range).await?;
                read += limit;
                for entry in slice.items {
                    let line = line(entry)?;
                    if !filter.finds(&line.first_name, &line.last_name, &line.email) {
                        items.push(line);
                    }
                }
                customer = slice.last.clone().unwrap_or_default();
                if items.len() >= limit || read >= MOST_READ {
                    let name = if slice.last.is_some() { name } else { after(&name) };
                    return Ok((items, Some(format!("{name}{BREAK}{customer}"))));
                }
                if slice.last.is_none() {
                    break;
                }
            }
        }
        Ok((items, further.map(|last| format!("{}{BREAK}", after(&last)))))
    }

    /// The next companies with their places, and the last place when there may be more.
    async fn next_companies(
        &self,
        account: AccountId,
        filter: &CustomerFilter,
        from: String,
    ) -> Result<(Vec<(String, CompanyId)>, Option<String>), Problem> {
        if let Some(id) = filter.company_id {
            let found = self.companies_by_id(account, &[id]).await?.remove(&id);
            let found = found.filter(|company| fold(&company.name).starts_with(&fold(&filter.text)));
            let found = found.map(|company| (by_name(&company), id)).filter(|(place, _)| *place >= from);
            return Ok((found.into_iter().collect(), None));
        }
        let slice = self.query(&companies(account, &filter.text, from, COMPANIES)).await?;
        let place = |mut entry: Attributes| {
            let company: Company = attribute(&mut entry, "summary")?;
            Ok((by_name(&company), company.id))
        };
        Ok((slice.items.into_iter().map(place).collect::<Result<_, Problem>>()?, slice.last))
    }

    /// The companies whose names begin with the text by which customers are selected, if they are.
    pub async fn companies_found(
        &self,
        account: AccountId,
        whom: &Selection,
    ) -> Result<BTreeSet<CompanyId>, Problem> {
        let mut found = BTreeSet::new();
        let Some(filter) = whom.filter().filter(|filter| !filter.text.trim().is_empty()) else {
            return Ok(found);
        };
        let mut from = start_of(&fold(&filter.text));
        loop {
            let slice = self.query(&companies(account, &filter.text, from, MOST_READ)).await?;
            for mut entry in slice.items {
                found.insert(attribute::<Company>(&mut entry, "summary")?.id);
            }
            match slice.last {
                Some(last) => from = after(&last),
                None => return Ok(found),
            }
        }
    }
}

fn companies(account: AccountId, text: &str, from: String, limit: usize) -> Range {
    Range {
        index: Some(("by_name", "list")),
        sort: "name",
        from,
        to: end_of(&fold(text)),
        limit,
        ..Range::of(keys::companies(account))
    }
}

fn customers(
    account: AccountId,
    company: CompanyId,
    filter: &CustomerFilter,
    place: &str,
    limit: usize,
) -> Range {
    Range {
        index: Some(("by_company", "company")),
        sort: "name",
        from: if place.is_empty() { start_of("") } else { after(place) },
        to: end_of(""),
        limit,
        filter: on_summaries(filter),
        ..Range::of(keys::company_customers(account, company))
    }
}
