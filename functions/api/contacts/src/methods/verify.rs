//! Whoever reads an e-mail address says that alerts and reports may come there.

use axum::{
    Json,
    extract::{Path, State},
    response::Response,
};
use domain::{
    Problem,
    contact::{Contact, Destination},
    link::{Person, Purpose},
};
use runtime::{Answer, App, ProblemDocument, answer};
use serde::Serialize;
use store::Kept;
use utoipa::ToSchema;

/// What a link confirms.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AddressVerification)]
pub(crate) struct Verification {
    /// The address.
    address: String,
    /// The organisation that wants to send there.
    account_name: String,
}

/// Which address a link confirms, and for whom.
#[utoipa::path(get, path = "/v1/contact-methods/{token}", tag = "contacts", security(()), params(("token" = String, Path)),
    responses((status = 200, body = Verification), (status = 404, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn show_verification(
    State(app): State<App>,
    Path(token): Path<String>,
) -> Answer<Json<Verification>> {
    let (contact, to) = find(&app, &token).await?;
    let account = app.store().account(contact.thing.account_id).await?.thing;
    let address = contact.thing.method(to.method)?.address.clone();
    Ok(Json(Verification { address, account_name: account.name().to_owned() }))
}

/// Confirms the address. Opening the link alone does not: programs that look for harm in mail open links, too.
#[utoipa::path(put, path = "/v1/contact-methods/{token}", tag = "contacts", security(()), params(("token" = String, Path)),
    responses((status = 204), (status = 404, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn verify_contact_method(
    State(app): State<App>,
    Path(token): Path<String>,
) -> Answer<Response> {
    let (before, to) = find(&app, &token).await?;
    let changed = before.thing.clone().verify_method(&mut app.moment(), to.method)?;
    app.store().verify_contact(&before, changed, &token).await?;
    Ok(answer::done())
}

/// The contact whose method a link confirms. The link of one that is gone, or confirmed, is as good as used.
async fn find(app: &App, token: &str) -> Result<(Kept<Contact>, Destination), Problem> {
    let gone = |problem| if problem == Problem::NotFound { Problem::LinkInvalid } else { problem };
    let link = app.store().link(token, Purpose::Verification).await?.ok_or(Problem::LinkInvalid)?;
    let link = link.admit(Purpose::Verification, app.now())?;
    let Person::Method(to) = link.person else { return Err(Problem::LinkInvalid) };
    let contact = app.store().contact(link.account_id, to.holder).await.map_err(gone)?;
    if !contact.thing.method(to.method).map_err(gone)?.is_unverified() {
        return Err(Problem::LinkInvalid);
    }
    Ok((contact, to))
}
