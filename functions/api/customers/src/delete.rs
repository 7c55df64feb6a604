//! A manager deletes a customer, and may put their addresses on the denylist (CUS-8).

use axum::{extract::State, response::Response};
use domain::{
    Changed, CustomerId, FieldError, Problem,
    denylist::Denial,
    erasure::Erasing,
    permission::{ManageCustomers, ManageDenylist},
};
use runtime::{Answer, App, Caller, IfMatch, Named, ProblemDocument, Query, answer};
use serde::Deserialize;
use utoipa::IntoParams;

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Deletion {
    /// Whether their addresses go onto the denylist, for good.
    #[param(value_type = Option<bool>)]
    denylist: Option<String>,
    /// Why, for the denylist.
    #[param(max_length = 255)]
    reason: Option<String>,
}

/// Deletes a customer. Their addresses become free, and their data is erased everywhere: `Location` says where to see how
/// far that is.
#[utoipa::path(delete, path = "/v1/customers/{id}", tag = "customers", params(("id" = CustomerId, Path), Deletion),
    responses((status = 204, headers(("location" = String, description = "The erasure"))), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 412, body = ProblemDocument, content_type = "application/problem+json"), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn delete_customer(
    State(app): State<App>,
    caller: Caller<ManageCustomers>,
    Named(id): Named<CustomerId>,
    Query(deletion): Query<Deletion>,
    if_match: IfMatch,
) -> Answer<Response> {
    let denies = deletion.denies()?;
    if denies {
        caller.check::<ManageDenylist>()?;
    }
    let before = if_match.admit(app.store().customer(caller.account_id, id).await?)?;
    let (moment, marker) = (&mut app.moment(), app.marker(caller.account_id)?);
    let denials = if denies {
        let reason = deletion.reason.unwrap_or_default();
        let by = (caller.user_id, caller.actor());
        Denial::of_addresses(moment, &marker, by, before.thing.addresses(), &reason)?
    } else {
        Changed { now: vec![], events: vec![] }
    };
    let whose = (caller.account_id, id.into());
    let erasure = Erasing::of(moment, (&marker, caller.actor()), whose, before.thing.addresses());
    let location = format!("/v1/erasures/{}", erasure.now.id);
    let changed = before.thing.clone().delete(moment, caller.actor());
    app.store().delete_customer(&before, changed, erasure, denials).await?;
    app.store().end_sign_ins(caller.account_id, id, None).await?;
    Ok(answer::done_with(&location))
}

impl Deletion {
    fn denies(&self) -> Result<bool, Problem> {
        match self.denylist.as_deref() {
            None | Some("" | "false") => Ok(false),
            Some("true") => Ok(true),
            Some(_) => Err(Problem::Invalid(vec![FieldError::new("denylist", "wrong_type")])),
        }
    }
}
