//! The list of customers: by name or newest first, of all or of some.

use aws_sdk_dynamodb::types::AttributeValue;
use domain::{
    AccountId, CompanyId, CustomerId, Problem, ServiceId, Timestamp,
    customer::{Customer, CustomerFilter, PortalAccess},
    text::fold,
};
use serde::{Deserialize, Serialize};

use crate::{
    Store,
    companies::start_of,
    item::{Attributes, attribute},
    keys,
    newest::{Newest, before},
    page::{Page, Position},
    table::{Filter, Range, after, end_of},
};

/// A page that a filter keeps short reads at most this many entries, about 40 read units, and then says where to go on.
pub(super) const MOST_READ: usize = 1000;

/// What a list shows of a customer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CustomerLine {
    /// Their id.
    pub id: CustomerId,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// E-mail address.
    pub email: String,
    /// Their company.
    pub company_id: Option<CompanyId>,
    /// What they may do in the portal.
    pub portal_access: PortalAccess,
    /// The services they have.
    pub service_ids: Vec<ServiceId>,
    /// When they were added.
    pub created_at: Timestamp,
}

impl From<&Customer> for CustomerLine {
    fn from(customer: &Customer) -> Self {
        Self {
            id: customer.id,
            first_name: customer.first_name.clone(),
            last_name: customer.last_name.clone(),
            email: customer.email.to_string(),
            company_id: customer.company_id,
            portal_access: customer.portal_access,
            service_ids: customer.services.iter().map(|service| service.service_id).collect(),
            created_at: customer.created_at,
        }
    }
}

/// The order of a list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    /// By last name, then first name.
    #[default]
    Name,
    /// Newest first.
    Newest,
}

/// Which customers, and in which order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CustomerQuery {
    /// Which. A text sorts by what matched.
    pub filter: CustomerFilter,
    /// The order, when no text is searched.
    pub sort: Sort,
}

/// One index range that a list reads.
struct Source {
    index: (&'static str, &'static str),
    sort: &'static str,
    partition: String,
    prefix: String,
}

impl CustomerQuery {
    /// The ranges that together hold the answer, to be read one after the other.
    fn sources(&self, account: AccountId) -> Vec<Source> {
        let list = || keys::customers(account);
        let forward = |index, sort, partition, prefix| Source { index, sort, partition, prefix };
        let text = fold(&self.filter.text);
        if !text.is_empty() {
            let mut sources = vec![
                forward(("by_name", "list"), "name", list(), text.clone()),
                forward(("by_first_name", "list"), "first_name", list(), text),
            ];
            let email = self.filter.text.trim().to_lowercase();
            if !email.contains(' ') {
                sources.push(forward(("by_email", "list"), "email", list(), email));
            }
            return sources;
        }
        match (self.filter.company_id, self.sort) {
            (Some(company), Sort::Name) => {
                vec![forward(
                    ("by_company", "company"),
                    "name",
                    keys::company_customers(account, company),
                    String::new(),
                )]
            }
            (None, Sort::Name) => vec![forward(("by_name", "list"), "name", list(), String::new())],
            (_, Sort::Newest) => vec![],
        }
    }

    /// Whether an entry of a later source has been told by an earlier one.
    fn told_before(&self, source: usize, line: &CustomerLine) -> bool {
        let text = fold(&self.filter.text);
        let by_name = fold(&format!("{} {}", line.last_name, line.first_name)).starts_with(&text);
        let by_first_name = fold(&format!("{} {}", line.first_name, line.last_name)).starts_with(&text);
        (source > 0 && by_name) || (source > 1 && by_first_name)
    }

    /// Whether the text is looked for in the names of companies, too.
    fn finds_companies(&self) -> bool {
        !self.filter.text.trim().is_empty()
    }

    /// What the index can't answer is left to a filter on its summaries.
    fn rest(&self) -> Option<Filter> {
        let indexed = self.filter.text.trim().is_empty() && self.sort == Sort::Name;
        let company_id = self.filter.company_id.filter(|_| !indexed);
        on_summaries(&CustomerFilter { company_id, ..self.filter.clone() })
    }
}

/// All of a filter but its text, as an expression on the summaries of an index.
pub(super) fn on_summaries(filter: &CustomerFilter) -> Option<Filter> {
    let mut terms = vec![];
    let mut values = vec![];
    let mut term = |expression: &str, name: &str, value: String| {
        terms.push(expression.to_owned());
        values.push((name.to_owned(), AttributeValue::S(value)));
    };
    if let Some(company) = filter.company_id {
        term("summary.company_id = :company", ":company", company.to_string());
    }
    if let Some(service) = filter.service_id {
        term("contains(summary.service_ids, :service)", ":service", service.to_string());
    }
    if let Some(access) = filter.portal_access.and_then(|access| serde_json::to_value(access).ok()) {
        term("summary.portal_access = :access", ":access", access.as_str().unwrap_or_default().to_owned());
    }
    (!terms.is_empty()).then(|| (terms.join(" AND "), values))
}

impl Store {
    /// A page of customers. One round trip, unless a filter leaves little, or a text is searched: then one for each place
    /// where it may be, until the page is full.
    pub async fn customers(
        &self,
        account: AccountId,
        query: &CustomerQuery,
        limit: usize,
        position: Option<&Position>,
    ) -> Result<Page<CustomerLine>, Problem> {
        if query.filter.text.trim().is_empty() && query.sort == Sort::Newest {
            return self.newest_customers(account, query, limit, position).await;
        }
        let sources = query.sources(account);
        let mut place = position.cloned().unwrap_or_default();
        let (mut items, mut read) = (vec![], 0);
        while let Some(source) = sources.get(usize::from(place.source)) {
            let slice = self.query(&source.range(query, &place, limit - items.len())).await?;
            read += limit;
            for entry in slice.items {
                let line = line(entry)?;
                if !query.told_before(usize::from(place.source), &line) {
                    items.push(line);
                }
            }
            place = match slice.last {
                Some(after) => Position { source: place.source, after },
                None => Position { source: place.source + 1, after: String::new() },
            };
            let more = sources.len() > usize::from(place.source) || query.finds_companies();
            if items.len() >= limit || read >= MOST_READ {
                return Ok(Page { items, next: Some(place).filter(|_| more) });
            }
        }
        if !query.finds_companies() {
            return Ok(Page { items, next: None });
        }
        let left = limit - items.len();
        let (found, next) = self.customers_of_companies(account, &query.filter, left, &place.after).await?;
        items.extend(found);
        Ok(Page { items, next: next.map(|after| Position { source: place.source, after }) })
    }

    /// The newest of each shard, put together. Ids sort by time.
    async fn newest_customers(
        &self,
        account: AccountId,
        query: &CustomerQuery,
        limit: usize,
        position: Option<&Position>,
    ) -> Result<Page<CustomerLine>, Problem> {
        let ranges: Vec<Range> =
            (0..keys::TIME_SHARDS).map(|shard| newest(account, shard, query, limit, position)).collect();
        let slices = futures::future::try_join_all(ranges.iter().map(|range| self.query(range))).await?;
        let Newest { mut items, horizon } = Newest::of(slices, line, |line| line.id.to_string())?;
        let more = items.len() > limit || horizon.is_some();
        items.truncate(limit);
        let last = if items.len() == limit { items.last().map(|line| line.id.to_string()) } else { horizon };
        Ok(Page { items, next: last.filter(|_| more).map(|after| Position { source: 0, after }) })
    }
}

fn newest(
    account: AccountId,
    shard: u8,
    query: &CustomerQuery,
    limit: usize,
    position: Option<&Position>,
) -> Range {
    Range {
        index: Some(("by_newest", "newest")),
        sort: "newest_id",
        partition: keys::newest_customers(account, shard),
        from: start_of(""),
        to: position.map_or_else(|| end_of(""), |position| before(&position.after)),
        descending: true,
        limit,
        filter: query.rest(),
    }
}

impl Source {
    fn range(&self, query: &CustomerQuery, place: &Position, limit: usize) -> Range {
        let from = if place.after.is_empty() { start_of(&self.prefix) } else { after(&place.after) };
        Range {
            index: Some(self.index),
            sort: self.sort,
            partition: self.partition.clone(),
            from,
            to: end_of(&self.prefix),
            descending: false,
            limit,
            filter: query.rest(),
        }
    }
}

pub(super) fn line(mut entry: Attributes) -> Result<CustomerLine, Problem> {
    attribute(&mut entry, "summary")
}
