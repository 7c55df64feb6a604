//! Staff look for somebody to reach.

use axum::{Json, extract::State};
use domain::permission::SeeContacts;
use runtime::{Answer, App, Caller, Paging, ProblemDocument, Query, answer, answer::List};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::view::View;

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Search {
    /// The beginning of the name; case and accents ignored.
    #[serde(default)]
    text: String,
}

/// Contacts and users by name, each with the methods that reach them.
#[utoipa::path(get, path = "/v1/contacts", tag = "contacts", params(Search, runtime::PagingParameters),
    responses((status = 200, body = List<View>), (status = 401, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn list_contacts(
    State(app): State<App>,
    caller: Caller<SeeContacts>,
    Query(search): Query<Search>,
    paging: Paging,
) -> Answer<Json<List<View>>> {
    let page = app
        .store()
        .contacts(
            (caller.account_id, caller.companies()),
            &search.text,
            paging.limit,
            paging.position.as_ref(),
        )
        .await?;
    answer::list(page, &paging, |contact| View::from(contact.seen_by(caller.companies())))
}
