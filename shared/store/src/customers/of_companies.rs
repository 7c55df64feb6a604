//! The customers of companies: those of one, and the last part of a search, those of all whose names begin with the text.

use std::collections::BTreeSet;

use domain::{
    AccountId, CompanyId, CustomerId, Problem,
    company::Company,
    customer::{Customer, CustomerFilter, Selection},
    text::fold,
};

use super::list::{CustomerLine, CustomerQuery, line, on_summaries};
use crate::{
    Store,
    companies::{by_name, start_of},
    item::Kept,
    keys,
    page::{Page, Position},
    search::MOST_READ,
    table::{Range, after, end_of},
};

/// How many companies are read at once for a list.
const COMPANIES: usize = 10;
/// Between the place behind which a company stands and a customer's place in it; no name holds it.
const BREAK: char = '\n';

impl Store {
    /// Customers of one company after the other, as far as nothing else of them is found by the text; and where to go on.
    /// A round trip for ten companies, and one for each.
    pub(super) async fn customers_of_companies(
        &self,
        account: AccountId,
        query: &CustomerQuery,
        limit: usize,
        place: &str,
    ) -> Result<(Vec<CustomerLine>, Option<String>), Problem> {
        let filter = &query.filter;
        let (behind, customer) = place.split_once(BREAK).unwrap_or_default();
        let (mut behind, mut customer) = (behind.to_owned(), customer.to_owned());
        let companies = self.companies_behind(account, filter, &behind).await?;
        let (mut items, mut read) = (vec![], 0);
        for company in companies.items {
            if !query.companies.includes(Some(company.id)) {
                behind = by_name(&company);
                continue;
            }
            loop {
                let range = customers(account, company.id, filter, &customer, limit - items.len());
                let slice = self.query(&range).await?;
                read += limit;
                for entry in slice.items {
                    let line = line(entry)?;
                    if !filter.finds(&line.first_name, &line.last_name, &line.email) {
                        items.push(line);
                    }
                }
                let ends = slice.last.is_none();
                customer = slice.last.unwrap_or_default();
                if ends {
                    behind = by_name(&company);
                }
                if items.len() >= limit || read >= MOST_READ {
                    return Ok((items, Some(format!("{behind}{BREAK}{customer}"))));
                }
                if ends {
                    break;
                }
            }
        }
        Ok((items, companies.next.map(|next| format!("{}{BREAK}", next.after))))
    }

    /// The next customers of a company by name, behind an entry of the list, at most `limit`; and behind which to go on. The
    /// list lags behind a little: those whom it names are looked up, and those who are elsewhere by now left out. 2 reads.
    pub async fn employees(
        &self,
        (account, company): (AccountId, CompanyId),
        behind: Option<&str>,
        limit: usize,
    ) -> Result<(Vec<Kept<Customer>>, Option<String>), Problem> {
        let slice = self.query(&Range { limit, ..staff_of(account, company, behind) }).await?;
        let lines: Vec<CustomerLine> = slice.items.into_iter().map(line).collect::<Result<_, _>>()?;
        let ids: Vec<CustomerId> = lines.iter().map(|line| line.id).collect();
        let mut there = self.customers_by_id(account, &ids).await?;
        there.retain(|customer| customer.thing.company_id == Some(company));
        Ok((there, slice.last))
    }

    /// How many customers the list of a company has. Reads a megabyte of the index a round trip.
    pub(crate) async fn count_employees(
        &self,
        account: AccountId,
        company: CompanyId,
    ) -> Result<u64, Problem> {
        self.count(&staff_of(account, company, None)).await
    }

    /// The next companies that the text finds; the one by which the list is filtered, if it is.
    async fn companies_behind(
        &self,
        account: AccountId,
        filter: &CustomerFilter,
        behind: &str,
    ) -> Result<Page<Company>, Problem> {
        let Some(id) = filter.company_id else {
            let position = Position { source: 0, after: behind.to_owned() };
            let position = Some(&position).filter(|position| !position.after.is_empty());
            return self.companies(account, &filter.text, COMPANIES, position).await;
        };
        let text = fold(&filter.text);
        let found = self.companies_by_id(account, &[id]).await?.remove(&id);
        let found = found
            .filter(|company| fold(&company.name).starts_with(&text) && by_name(company).as_str() > behind);
        Ok(Page { items: found.into_iter().collect(), next: None })
    }

    /// The companies whose names begin with the text by which customers are selected; none when they are not. A round trip
    /// for each thousand.
    pub async fn companies_found(
        &self,
        account: AccountId,
        whom: &Selection,
    ) -> Result<BTreeSet<CompanyId>, Problem> {
        let (mut found, mut position) = (BTreeSet::new(), None);
        let Some(filter) = whom.filter().filter(|filter| !filter.text.trim().is_empty()) else {
            return Ok(found);
        };
        loop {
            let page = self.companies(account, &filter.text, MOST_READ, position.as_ref()).await?;
            found.extend(page.items.iter().map(|company| company.id));
            position = page.next;
            if position.is_none() {
                return Ok(found);
            }
        }
    }
}

fn customers(
    account: AccountId,
    company: CompanyId,
    filter: &CustomerFilter,
    place: &str,
    limit: usize,
) -> Range {
    let behind = Some(place).filter(|place| !place.is_empty());
    Range { limit, filter: on_summaries(filter, None), ..staff_of(account, company, behind) }
}

/// The list of a company's customers by name, behind an entry of it.
fn staff_of(account: AccountId, company: CompanyId, behind: Option<&str>) -> Range {
    Range {
        index: Some(("by_company", "company")),
        sort: "name",
        from: behind.map_or_else(|| start_of(""), after),
        to: end_of(""),
        ..Range::of(keys::company_customers(account, company))
    }
}
