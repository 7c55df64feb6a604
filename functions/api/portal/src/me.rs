//! A customer looks at what the portal is for them.

use axum::{extract::State, response::Response};
use domain::{Problem, account::Account, customer::Customer};
use futures::future::try_join3;
use runtime::{Answer, App, PortalCaller, ProblemDocument, answer};

use crate::view::{Door, Me};

/// Who is signed in to the portal, with their company and services, and where they ask for help.
#[utoipa::path(get, path = "/v1/portal/me", tag = "portal", responses((status = 200, body = Me), (status = 401, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn show_portal_me(State(app): State<App>, caller: PortalCaller) -> Answer<Response> {
    let (customer, account) = app.store().customer_and_account(caller.account_id, caller.customer_id).await?;
    Ok(answer::show(whole(&app, customer.thing, account).await?, customer.version))
}

/// A customer with company, services and portals; all are read at once.
pub(crate) async fn whole(app: &App, customer: Customer, account: Account) -> Result<Me, Problem> {
    let store = app.store();
    let companies = store.companies_by_id(account.id, customer.company_id.as_slice());
    let (companies, services, portals) =
        Box::pin(try_join3(companies, store.all_services(account.id), store.portals(account.id))).await?;
    let mut me = Me::new(&customer, &account, companies.into_values().next(), services);
    me.ask_at =
        portals.iter().filter(|portal| portal.takes_questions_of(&customer)).map(Door::from).collect();
    Ok(me)
}
