//! A manager changes a customer. What held when they were added still holds (CUS-2).

use axum::{extract::State, response::Response};
use domain::{CustomerId, customer::CustomerInput, permission::ManageCustomers};
use runtime::{Answer, App, Caller, IfMatch, Named, Patch, ProblemDocument, answer};

use crate::{create::named, view::View};

/// Changes a customer.
#[utoipa::path(patch, path = "/v1/customers/{id}", tag = "customers", params(("id" = CustomerId, Path)), request_body = CustomerInput,
    responses((status = 200, body = View), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 412, body = ProblemDocument, content_type = "application/problem+json"), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn update_customer(
    State(app): State<App>,
    caller: Caller<ManageCustomers>,
    Named(id): Named<CustomerId>,
    if_match: IfMatch,
    patch: Patch,
) -> Answer<Response> {
    let before = if_match.admit(app.store().customer(caller.account_id, id).await?)?;
    let input: CustomerInput = patch.apply(&before.thing.input())?;
    let (account, named) = named(&app, &caller, &input, Some(&before.thing)).await?;
    let changed = before.thing.clone().update(&mut app.moment(), &account, caller.actor(), &input, &named)?;
    let kept = app.store().update_customer(&before, changed).await?;
    Ok(answer::show(View::new(&kept.thing, named.company.as_ref()), kept.version))
}
