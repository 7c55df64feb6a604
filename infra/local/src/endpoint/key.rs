//! Who calls: the access key id in a signature (version 4).

use axum::extract::Request;
use http::header::AUTHORIZATION;

use crate::cloud::{Cloud, LOCAL_KEY};

/// The access key id of the `Authorization` header, or of a presigned address. The signature itself is not checked
/// here: the endpoint listens on loopback only, and S3 checks it.
pub(super) fn of(request: &Request) -> Option<String> {
    let presigned = || request.uri().query().and_then(|query| query.split_once("X-Amz-Credential="));
    signer(request).or_else(|| presigned().and_then(|(_, rest)| id(rest)))
}

/// The access key id of the `Authorization` header: who calls by themselves, not by an address that somebody else signed.
pub(super) fn signer(request: &Request) -> Option<String> {
    let header = request.headers().get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    header.and_then(|header| header.split_once("Credential=")).and_then(|(_, rest)| id(rest))
}

fn id(credential: &str) -> Option<String> {
    credential.split(['/', '%', ',']).next().map(str::to_owned)
}

/// Whether it is the key of a function, or the one that may do everything.
pub(super) fn known(cloud: &Cloud, key: &str) -> bool {
    key == LOCAL_KEY || cloud.template.functions.iter().any(|function| function.id == key)
}
