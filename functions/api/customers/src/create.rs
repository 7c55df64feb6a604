//! A manager adds a customer.

use axum::{extract::State, response::Response};
use domain::{
    Changed, Problem,
    account::Account,
    avatar::Avatar,
    customer::{Customer, CustomerInput, Named},
    permission::ManageCustomers,
};
use futures::future::try_join;
use runtime::{Answer, App, Caller, Input, ProblemDocument, Words, answer};

use crate::view::View;

/// Adds a customer (CUS-1 to CUS-4).
#[utoipa::path(post, path = "/v1/customers", tag = "customers", request_body = CustomerInput,
    responses((status = 201, body = View), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn create_customer(
    State(app): State<App>,
    caller: Caller<ManageCustomers>,
    Input(input): Input<CustomerInput>,
) -> Answer<Response> {
    let (account, named) = named(&app, &caller, &input, None).await?;
    let moment = &mut app.moment();
    let Changed { mut now, mut events } = Customer::create(moment, &account, caller.actor(), &input, &named)?;
    let mut mail = None;
    if input.send_activation {
        let (invited, first) = now.invite(moment, caller.actor())?;
        (now, mail) = (invited.now, Some(first));
        events.extend(invited.events);
    }
    let kept = app.store().create_customer(Changed { now, events }, mail.as_ref()).await?;
    let location = format!("/v1/customers/{}", kept.thing.id);
    let none = Avatar::none(caller.account_id, kept.thing.id);
    let view = View::new(&kept.thing, named.company.as_ref(), &none, Words(caller.locale));
    Ok(answer::created(view, kept.version, &location))
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
