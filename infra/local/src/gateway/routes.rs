//! Which function answers which route.

use std::collections::{HashMap, HashSet};

use axum::http::Method;
use matchit::Router;

use crate::work::invoke::Made;

/// The routes of the template, and nothing else.
#[derive(Default)]
pub(super) struct Routes {
    /// By method, `ANY` among them.
    methods: HashMap<String, Router<Made>>,
    /// The first parts of the paths: what lies under them is never the web app.
    api: HashSet<String>,
}

impl Routes {
    /// Adds a route with `{parameter}` and `{proxy+}`.
    pub fn add(&mut self, method: &str, path: &str, made: Made) -> Result<(), String> {
        let mut parts = Vec::new();
        for (index, part) in path.trim_start_matches('/').split('/').enumerate() {
            // The names of parameters don't matter here; alike at each place, they can't conflict.
            parts.push(match part.strip_prefix('{').and_then(|name| name.strip_suffix('}')) {
                Some(name) if name.ends_with('+') => format!("{{*p{index}}}"),
                Some(_) => format!("{{p{index}}}"),
                None => part.to_owned(),
            });
        }
        if let Some(first) = parts.first().filter(|first| !first.starts_with('{')) {
            self.api.insert(first.clone());
        }
        let router = self.methods.entry(method.to_owned()).or_default();
        router
            .insert(format!("/{}", parts.join("/")), made)
            .map_err(|e| format!("route {method} {path}: {e}"))
    }

    /// The function for this request; the most specific route wins, and one of the method before one of any.
    pub fn find(&self, method: &Method, path: &str) -> Option<&Made> {
        let at = |method: &str| self.methods.get(method)?.at(path).ok().map(|found| found.value);
        at(method.as_str()).or_else(|| at("ANY"))
    }

    /// Whether the path belongs to the API, although no route may fit it.
    pub fn is_api(&self, path: &str) -> bool {
        path.trim_start_matches('/').split('/').next().is_some_and(|first| self.api.contains(first))
    }
}
