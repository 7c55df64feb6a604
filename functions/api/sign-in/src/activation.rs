//! Somebody opens the link of an activation mail, and sees whom it is for (PPL-5).

use axum::{
    Json,
    extract::{Path, State},
};
use domain::{
    AccountId, Problem,
    link::{Person, Purpose},
};
use runtime::{Answer, App, ProblemDocument};
use serde::Serialize;
use utoipa::ToSchema;

use crate::reset::{find_link, gone};

/// Whom an activation link is for.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Activation {
    /// `user` or `customer`.
    kind: &'static str,
    /// What they will sign in with.
    login: String,
    /// First name.
    first_name: String,
    /// The id of their account: a customer signs in to its portal.
    account_id: AccountId,
    /// The organisation that has invited them.
    account_name: String,
}

/// Whom an activation link is for.
#[utoipa::path(get, path = "/v1/activations/{token}", tag = "sign-in", security(()), params(("token" = String, Path)),
    responses((status = 200, body = Activation), (status = 404, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn show_activation(
    State(app): State<App>,
    Path(token): Path<String>,
) -> Answer<Json<Activation>> {
    let link = find_link(&app, &token, Purpose::Activation).await?;
    let (kind, login, first_name, account) = match link.person {
        Person::User(id) => {
            let (user, account) = app.store().user_and_account(link.account_id, id).await.map_err(gone)?;
            ("user", user.thing.login, user.thing.first_name, account)
        }
        Person::Customer(id) => {
            let (customer, account) =
                app.store().customer_and_account(link.account_id, id).await.map_err(gone)?;
            ("customer", customer.thing.email, customer.thing.first_name, account)
        }
        Person::Method(_) => return Err(Problem::LinkInvalid.into()),
    };
    Ok(Json(Activation {
        kind,
        login: login.to_string(),
        first_name,
        account_id: account.id,
        account_name: account.name().to_owned(),
    }))
}
