//! Pictures of the bucket, as browsers show them; and why one was refused.

use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use domain::{
    Problem,
    picture::{Fault, MAX_BYTES},
};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{App, Words};

/// Why a picture was refused.
#[derive(Debug, Serialize, ToSchema)]
pub struct PictureProblem {
    /// A stable word.
    pub code: String,
    /// The same in the reader's language.
    pub message: String,
}

impl PictureProblem {
    /// In the reader's language.
    #[must_use]
    pub fn new(fault: &Fault, words: Words) -> Self {
        let message = words.message(&format!("picture.{}", fault.code), &fault.parameters);
        Self { code: fault.code.clone(), message }
    }
}

/// A PNG of the bucket, in a folder; not found when there is none of that name. A picture is never another one under the same address.
pub async fn show_picture(
    app: &App,
    (folder, file): (&str, &str),
    cache: &'static str,
) -> Result<Response, Problem> {
    let simple = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
    if !file.chars().all(simple) || file.contains("..") {
        return Err(Problem::NotFound);
    }
    let picture = app.files()?.beginning(&format!("{folder}/{file}"), MAX_BYTES).await?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("image/png")),
        (header::CACHE_CONTROL, HeaderValue::from_static(cache)),
    ];
    Ok((headers, picture.ok_or(Problem::NotFound)?).into_response())
}
