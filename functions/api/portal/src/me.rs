//! A customer looks at what the portal is for them.

use axum::{extract::State, response::Response};
use domain::{Problem, account::Account, customer::Customer};
use runtime::{Answer, App, PortalCaller, ProblemDocument, answer};

use crate::view::Me;

/// Who is signed in to the portal, with their company and services.
#[utoipa::path(get, path = "/v1/portal/me", tag = "portal", responses((status = 200, body = Me), (status = 401, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn show_portal_me(State(app): State<App>, caller: PortalCaller) -> Answer<Response> {
    let (customer, account) = app.store().customer_and_account(caller.account_id, caller.customer_id).await?;
    Ok(answer::show(whole(&app, customer.thing, account).await?, customer.version))
}

/// A customer with company and services; both are read at once.
pub(crate) async fn whole(app: &App, customer: Customer, account: Account) -> Result<Me, Problem> {
    let store = app.store();
    let companies = store.companies_by_id(account.id, customer.company_id.as_slice());
    let (companies, services) = futures::try_join!(companies, store.all_services(account.id))?;
    Ok(Me::new(&customer, &account, companies.into_values().next(), services))
}
