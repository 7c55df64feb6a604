//! The list of customers: by name or newest first, of all or of some.

use std::collections::BTreeSet;

use aws_sdk_dynamodb::types::AttributeValue;
use domain::{
    AccountId, CompanyId, CustomerId, Problem, ServiceId, Timestamp,
    company_access::CompanyAccess,
    customer::{ActivationState, Customer, CustomerFilter, PortalAccess},
    text::fold,
};
use serde::{Deserialize, Serialize};

use crate::{
    Store,
    item::{Attributes, attribute},
    keys,
    newest::{Newest, before},
    page::{Page, Position},
    search::Source,
    table::{Filter, Range, end_of},
};

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
    /// How far their activation is.
    #[serde(default)]
    pub activation: ActivationState,
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
            activation: customer.activation.state(),
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomerQuery {
    /// Which. A text sorts by what matched.
    pub filter: CustomerFilter,
    /// The order, when no text is searched.
    pub sort: Sort,
    /// The companies whose customers may be told of.
    pub companies: CompanyAccess,
}

impl CustomerQuery {
    /// The same query where the companies that may be told of make it another one: of the only one; `None` when nothing is
    /// left to tell.
    fn within_reach(&self) -> Option<Self> {
        let Some(listed) = self.companies.listed() else { return Some(self.clone()) };
        let company = match self.filter.company_id {
            Some(company) => Some(company).filter(|company| listed.contains(company))?,
            None if listed.len() > 1 => return Some(self.clone()),
            None => *listed.first()?,
        };
        let filter = CustomerFilter { company_id: Some(company), ..self.filter.clone() };
        Some(Self { filter, ..self.clone() })
    }

    /// The ranges that together hold the answer, to be read one after the other.
    fn sources(&self, account: AccountId) -> Vec<Source> {
        let list = || keys::customers(account);
        let forward =
            |index, sort, partition, prefix| Source { index, sort, partition, prefix, descending: false };
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
        // Who sees one company alone is read from its own index.
        let companies =
            if indexed && self.filter.company_id.is_some() { None } else { self.companies.listed() };
        on_summaries(&CustomerFilter { company_id, ..self.filter.clone() }, companies)
    }
}

/// All of a filter but its text, as an expression on the summaries of an index; of customers of `companies` alone, if some
/// are named.
pub(super) fn on_summaries(
    filter: &CustomerFilter,
    companies: Option<&BTreeSet<CompanyId>>,
) -> Option<Filter> {
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
    if let Some(state) = filter.activation.and_then(|state| serde_json::to_value(state).ok()) {
        term(
            "summary.activation = :activation",
            ":activation",
            state.as_str().unwrap_or_default().to_owned(),
        );
    }
    if let Some(companies) = companies {
        let names: Vec<String> = (0..companies.len()).map(|at| format!(":c{at}")).collect();
        terms.push(format!("summary.company_id IN ({})", names.join(", ")));
        let ids = companies.iter().map(|id| AttributeValue::S(id.to_string()));
        values.extend(names.into_iter().zip(ids));
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
        let Some(query) = &query.within_reach() else { return Ok(Page { items: vec![], next: None }) };
        if query.filter.text.trim().is_empty() && query.sort == Sort::Newest {
            return self.newest_customers(account, query, limit, position).await;
        }
        let sources = query.sources(account);
        let is_new = |source, line: &CustomerLine| !query.told_before(source, line);
        let from = (position.cloned().unwrap_or_default(), limit);
        let (mut items, place) = self.in_turn(&sources, query.rest().as_ref(), from, is_new).await?;
        let ended = usize::from(place.source) >= sources.len();
        if !query.finds_companies() || !ended || items.len() >= limit {
            let more = !ended || query.finds_companies();
            return Ok(Page { items, next: Some(place).filter(|_| more) });
        }
        let left = limit - items.len();
        let (found, next) = self.customers_of_companies(account, query, left, &place.after).await?;
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
        to: position.map_or_else(|| end_of(""), |position| before(&position.after)),
        descending: true,
        limit,
        filter: query.rest(),
        ..Range::of(keys::newest_customers(account, shard))
    }
}

pub(super) fn line(mut entry: Attributes) -> Result<CustomerLine, Problem> {
    attribute(&mut entry, "summary")
}
