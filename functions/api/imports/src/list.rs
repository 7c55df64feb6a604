//! A manager looks at the imports there have been.

use axum::{Json, extract::State};
use domain::permission::SeeImports;
use runtime::{Answer, App, Caller, Paging, ProblemDocument, Words, answer, answer::List};

use crate::view::{View, importer};

/// Imports, newest first.
#[utoipa::path(get, path = "/v1/imports", tag = "imports", params(runtime::PagingParameters),
    responses((status = 200, body = List<View>), (status = 401, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn list_imports(
    State(app): State<App>,
    caller: Caller<SeeImports>,
    paging: Paging,
) -> Answer<Json<List<View>>> {
    let page = app.store().imports(caller.account_id, paging.limit, paging.position.as_ref()).await?;
    let names = app.names(caller.account_id, page.items.iter().map(importer).collect()).await?;
    answer::list(page, &paging, |import| View::new(import, &names, Words(caller.locale)))
}
