//! Staff look at how many customers there are, where they work, and how that moved.

use axum::{Json, extract::State};
use domain::{
    AccountId, CompanyId, FieldError, Problem,
    company_access::CompanyAccess,
    figures::{ByAccess, DayFigures, MAX_DAYS, day_of, first_day, series},
    permission::SeeCustomers,
};
use runtime::{Answer, App, Caller, ProblemDocument, Query};
use serde::{Deserialize, Serialize};
use store::Size;
use utoipa::{IntoParams, ToSchema};

/// How many companies are told by name.
const LARGEST: usize = 10;
/// How many days are told unless somebody says.
const DAYS: u16 = 90;

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Asked {
    /// How many days, today included; 90 unless said.
    #[param(value_type = Option<u16>, minimum = 1, maximum = 366)]
    days: Option<String>,
}

/// Figures of customers. Days are those of UTC. They follow a change within seconds.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CustomerFigures {
    /// How many there are.
    total: i64,
    /// What they may do in the portal; null for whoever has access to some companies only.
    by_access: Option<ByAccess>,
    /// Where they work.
    by_company: ByCompany,
    /// Each day, the first one first; none for whoever has access to some companies only.
    days: Vec<DayFigures>,
}

/// Customers by company.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CustomersByCompany)]
pub(crate) struct ByCompany {
    /// The ten companies with the most customers, the largest first.
    largest: Vec<OfCompany>,
    /// How many work for any other company.
    others: i64,
    /// How many work for none.
    none: i64,
}

/// A company's customers.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CustomersOfCompany)]
pub(crate) struct OfCompany {
    /// The company.
    id: CompanyId,
    /// Its name.
    name: String,
    /// How many work for it.
    customers: i64,
}

/// How many customers there are, by day, by company and by portal access (UX-3). Who has access to some companies only is
/// told of those alone, without access and days.
#[utoipa::path(get, path = "/v1/customers/figures", tag = "customers", params(Asked),
    responses((status = 200, body = CustomerFigures), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn show_customer_figures(
    State(app): State<App>,
    caller: Caller<SeeCustomers>,
    Query(asked): Query<Asked>,
) -> Answer<Json<CustomerFigures>> {
    let count = asked.count()?;
    let account = caller.account_id;
    if let CompanyAccess::Only(ids) = caller.companies() {
        let sizes = app.store().sizes(account, ids).await?;
        let total = sizes.iter().map(|size| size.customers).sum();
        let by_company = ByCompany::new(&app, account, sizes, (total, total)).await?;
        return Ok(Json(CustomerFigures { total, by_access: None, by_company, days: vec![] }));
    }
    let today = day_of(app.now());
    let from = first_day(today, count);
    let figures = app.store().figures(account, from, LARGEST).await?;
    let total = figures.customers;
    let by_company = ByCompany::new(&app, account, figures.largest, (total, figures.with_company)).await?;
    let days = series((from, today), &figures.days, total);
    Ok(Json(CustomerFigures { total, by_access: Some(figures.access), by_company, days }))
}

impl ByCompany {
    /// The largest of these companies with their names; `total` customers, of whom `with_company` work for any.
    async fn new(
        app: &App,
        account: AccountId,
        mut sizes: Vec<Size>,
        (total, with_company): (i64, i64),
    ) -> Result<Self, Problem> {
        sizes.truncate(LARGEST);
        let ids: Vec<_> = sizes.iter().map(|size| size.company_id).collect();
        let mut companies = app.store().companies_by_id(account, &ids).await?;
        // One that has just been deleted has nobody any more.
        let named = sizes.iter().filter_map(|size| {
            let company = companies.remove(&size.company_id)?;
            Some(OfCompany { id: company.id, name: company.name, customers: size.customers })
        });
        let largest: Vec<_> = named.collect();
        let told: i64 = largest.iter().map(|company| company.customers).sum();
        Ok(Self { largest, others: (with_company - told).max(0), none: (total - with_company).max(0) })
    }
}

impl Asked {
    fn count(&self) -> Result<u16, Problem> {
        let Some(text) = self.days.as_deref().filter(|text| !text.is_empty()) else { return Ok(DAYS) };
        let wrong = || FieldError::new("days", "out_of_range").with("min", 1).with("max", MAX_DAYS);
        text.parse()
            .ok()
            .filter(|days| (1..=MAX_DAYS).contains(days))
            .ok_or_else(|| Problem::Invalid(vec![wrong()]))
    }
}
