//! A manager adds a customer.

use axum::{extract::State, response::Response};
use domain::{
    Problem,
    account::Account,
    customer::{Customer, CustomerInput, Named},
    permission::ManageCustomers,
};
use futures::future::try_join;
use runtime::{Answer, App, Caller, Input, ProblemDocument, answer};

use crate::view::View;

/// Adds a customer (CUS-1 to CUS-3).
#[utoipa::path(post, path = "/v1/customers", tag = "customers", request_body = CustomerInput,
    responses((status = 201, body = View), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn create_customer(
    State(app): State<App>,
    caller: Caller<ManageCustomers>,
    Input(input): Input<CustomerInput>,
) -> Answer<Response> {
    let (account, named) = named(&app, &caller, &input, None).await?;
    let changed = Customer::create(&mut app.moment(), &account, caller.actor(), &input, &named)?;
    let kept = app.store().create_customer(changed).await?;
    let location = format!("/v1/customers/{}", kept.thing.id);
    Ok(answer::created(View::new(&kept.thing, named.company.as_ref()), kept.version, &location))
}

/// The account, and what there is of what the input names; one round trip. An address that `before` has is not looked
/// up: whoever is a customer may stay one.
pub(crate) async fn named(
    app: &App,
    caller: &Caller<ManageCustomers>,
    input: &CustomerInput,
    before: Option<&Customer>,
) -> Result<(Account, Named), Problem> {
    let services: Vec<_> = input.services.iter().map(|service| service.service_id).collect();
    let addresses = input.new_addresses(before);
    let ((account, named), denied) = try_join(
        app.store().named(caller.account_id, input.company_id, &services),
        app.denied(caller.account_id, &addresses),
    )
    .await?;
    app.tell_hits(caller.account_id, caller.actor(), &denied).await?;
    Ok((account, Named { denied, ..named }))
}
