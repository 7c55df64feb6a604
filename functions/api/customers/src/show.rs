//! Staff look at a customer.

use axum::{extract::State, response::Response};
use domain::{CustomerId, permission::SeeCustomers};
use runtime::{Answer, App, Caller, Named, ProblemDocument, Words, answer};

use crate::view::View;

/// A customer.
#[utoipa::path(get, path = "/v1/customers/{id}", tag = "customers", params(("id" = CustomerId, Path)),
    responses((status = 200, body = View), (status = 404, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn show_customer(
    State(app): State<App>,
    caller: Caller<SeeCustomers>,
    Named(id): Named<CustomerId>,
) -> Answer<Response> {
    let (kept, avatar) = app.store().customer_and_avatar(caller.account_id, id).await?;
    caller.check_company(kept.thing.company_id)?;
    let company = app.store().companies_by_id(caller.account_id, kept.thing.company_id.as_slice()).await?;
    Ok(answer::show(
        View::new(&kept.thing, company.values().next(), &avatar.thing, Words(caller.locale)),
        kept.version,
    ))
}
