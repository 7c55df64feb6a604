//! Somebody wants to see what a file looks like.

use axum::response::Response;
use domain::{csv_file::sample, permission::SeeImports};
use runtime::{Answer, Caller, ProblemDocument, answer};

/// A sample file.
#[utoipa::path(get, path = "/v1/imports/sample.csv", tag = "imports",
    responses((status = 200, body = String, content_type = "text/csv"), (status = 401, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn show_sample(_: Caller<SeeImports>) -> Answer<Response> {
    Ok(answer::file("customers.csv", "text/csv; charset=utf-8", sample().to_owned()))
}
