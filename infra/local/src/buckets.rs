//! S3: the buckets of the template as folders, with events, policies, CORS, and lifecycle.

mod access;
mod cors;
mod lifecycle;
mod store;

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use s3s::auth::SimpleAuth;
use s3s::service::{S3Service, S3ServiceBuilder};
use s3s_fs::FileSystem;
use tower::ServiceExt;

use crate::cloud::{Cloud, LOCAL_KEY};
use crate::error::{Error, Result};
use crate::template::Bucket;

/// The secret access key of everybody; presigned addresses are signed with it.
pub(crate) const SECRET: &str = "local";

/// All buckets.
pub(crate) struct Buckets {
    service: S3Service,
    rules: HashMap<String, Bucket>,
    root: PathBuf,
}

impl Buckets {
    /// Makes the folders and the service.
    pub fn open(cloud: &Cloud) -> Result<Arc<Self>> {
        let root = cloud.folder.join("buckets");
        let buckets: HashMap<String, Bucket> =
            cloud.template.buckets.iter().map(|b| (b.name.clone(), b.clone())).collect();
        for folder in buckets.keys().map(|name| root.join(name)).chain([root.clone()]) {
            std::fs::create_dir_all(&folder).map_err(|cause| Error::File { path: folder.clone(), cause })?;
        }
        let files = FileSystem::new(&root).map_err(|error| Error::Table(format!("buckets: {error:?}")))?;
        let mut builder = S3ServiceBuilder::new(store::Store::new(files, cloud.clone(), buckets.clone()));
        let mut auth = SimpleAuth::from_single(LOCAL_KEY, SECRET);
        for function in &cloud.template.functions {
            auth.register(function.id.clone(), SECRET.into());
        }
        builder.set_auth(auth);
        builder.set_access(access::Access { cloud: cloud.clone() });
        Ok(Arc::new(Self { service: builder.build(), rules: buckets, root }))
    }

    /// Answers one request.
    pub async fn answer(&self, request: Request) -> Response {
        let bucket = request
            .uri()
            .path()
            .trim_start_matches('/')
            .split('/')
            .next()
            .and_then(|name| self.rules.get(name));
        let rules = bucket.map(|bucket| bucket.cors.as_slice()).unwrap_or_default();
        let cors = cors::headers(rules, &request);
        if request.method() == http::Method::OPTIONS {
            let status = if cors.is_some() { StatusCode::OK } else { StatusCode::FORBIDDEN };
            return (status, cors.unwrap_or_default(), Body::empty()).into_response();
        }
        // In a task of its own: who hangs up in the middle leaves no object with half of what belongs to it.
        let answered = tokio::spawn(self.service.clone().oneshot(request)).await;
        let mut response = match answered {
            Ok(Ok(response)) => response.map(Body::new).into_response(),
            error => {
                tracing::error!(?error, "S3 failed");
                StatusCode::INTERNAL_SERVER_ERROR.into_response()
            }
        };
        response.headers_mut().extend(cors.unwrap_or_default());
        response
    }

    /// Deletes what the lifecycle rules say, by the time of this clock.
    pub fn expire(&self, clock: &crate::Clock) {
        for bucket in self.rules.values() {
            lifecycle::expire(&self.root, bucket, clock);
        }
    }
}
