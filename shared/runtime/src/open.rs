//! Which endpoints ask nobody who they are: those that say `security(())` where they are documented, and no others.

use std::{collections::HashSet, sync::Arc};

use axum::{
    extract::{MatchedPath, Request},
    http::Method,
};
use utoipa::openapi::{OpenApi, path::Operation, security::SecurityRequirement};

/// Whether an operation is documented to need nothing to sign in with.
#[must_use]
pub fn is_open(operation: &Operation) -> bool {
    operation.security.as_ref().is_some_and(|needed| needed.contains(&SecurityRequirement::default()))
}

/// Every operation of a document, with its method and path.
pub fn operations(document: &mut OpenApi) -> impl Iterator<Item = (Method, &str, &mut Operation)> {
    document.paths.paths.iter_mut().flat_map(|(path, item)| {
        let operations = [
            (Method::GET, &mut item.get),
            (Method::POST, &mut item.post),
            (Method::PUT, &mut item.put),
            (Method::PATCH, &mut item.patch),
            (Method::DELETE, &mut item.delete),
        ];
        let there =
            operations.into_iter().filter_map(|(method, operation)| Some((method, operation.as_mut()?)));
        there.map(move |(method, operation)| (method, path.as_str(), operation))
    })
}

/// The open endpoints of a resource.
#[derive(Clone)]
pub(crate) struct Open(Arc<HashSet<(Method, String)>>);

impl Open {
    /// As its routes are documented.
    pub fn of(document: &mut OpenApi) -> Self {
        let open = operations(document).filter(|(_, _, operation)| is_open(operation));
        Self(Arc::new(open.map(|(method, path, _)| (method, path.to_owned())).collect()))
    }

    /// Whether the request is to one of them.
    pub fn admits(&self, request: &Request) -> bool {
        let path = request.extensions().get::<MatchedPath>();
        path.is_some_and(|path| self.0.contains(&(request.method().clone(), path.as_str().to_owned())))
    }
}
