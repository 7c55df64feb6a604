//! The interface as one document, gathered from the routers of all resources.

use std::collections::HashMap;

use axum::{
    Router,
    body::Body,
    http::{Method, Request},
};
use domain::permission::{Name, Row};
use futures::FutureExt;
use runtime::{App, Clock, Config, Inquiry, is_open, operations};
use tower::ServiceExt;
use utoipa::openapi::{
    Components, ComponentsBuilder, Content, InfoBuilder, LicenseBuilder, Object, OpenApi, OpenApiBuilder,
    Ref, RefOr, Response, ResponseBuilder, Schema, SecurityRequirement,
    extensions::{Extensions, ExtensionsBuilder},
    path::Operation,
    security::{HttpAuthScheme, HttpBuilder, SecurityScheme},
};
use utoipa_axum::router::OpenApiRouter;

use crate::functions::{CODES, Code};

/// The `OpenAPI` 3.1 document.
#[must_use]
pub fn openapi() -> OpenApi {
    let token = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).bearer_format("JWT");
    let token = token.description(Some("An access token of somebody who is signed in."));
    let key = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).bearer_format("dhk_…");
    let key = key.description(Some("An API key with the scope that the operation names."));
    let device = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).bearer_format("dhd_…");
    let device = device.description(Some("The key of the device that the path names."));
    let components = ComponentsBuilder::new()
        .security_scheme("token", SecurityScheme::Http(token.build()))
        .security_scheme("key", SecurityScheme::Http(key.build()))
        .security_scheme("device", SecurityScheme::Http(device.build()))
        .build();
    let license = LicenseBuilder::new().name("Apache-2.0").identifier(Some("Apache-2.0")).build();
    let info = InfoBuilder::new()
        .title("Deskhand")
        .version(env!("CARGO_PKG_VERSION"))
        .license(Some(license))
        .build();
    let document = OpenApiBuilder::new().info(info).components(Some(components)).build();
    let mut router = OpenApiRouter::with_openapi(document);
    for (_, code) in CODES {
        if let Code::Api(routes) = code {
            router = router.merge(routes());
        }
    }
    let (endpoints, mut document) = router.split_for_parts();
    if let Some(routes) = nowhere().map(|app| endpoints.with_state(app)) {
        for (method, path, operation) in operations(&mut document) {
            // What says itself what it needs asks for no permission.
            let silent = operation.security.is_none();
            let permission = silent.then(|| permission(&routes, (&method, path))).flatten();
            operation.security = security(permission, operation);
            operation.extensions = permission.map(|row| named(row.name));
            operation.responses.responses.insert("default".to_owned(), refusal().into());
        }
    }
    document.components.iter_mut().for_each(open_flattened);
    document
}

/// What takes no unknown fields when it is sent stands among others where an answer repeats it: there it is a copy that is
/// not closed.
fn open_flattened(components: &mut Components) {
    let opened = |schema: &RefOr<Schema>| {
        let RefOr::T(Schema::Object(object)) = schema else { return None };
        let mut object = object.clone();
        object.additional_properties.take().map(|_| object)
    };
    let opened: HashMap<String, Object> = components
        .schemas
        .iter()
        .filter_map(|(name, schema)| Some((format!("#/components/schemas/{name}"), opened(schema)?)))
        .collect();
    for schema in components.schemas.values_mut() {
        let RefOr::T(Schema::AllOf(all)) = schema else { continue };
        for part in &mut all.items {
            let RefOr::Ref(reference) = part else { continue };
            if let Some(object) = opened.get(&reference.ref_location) {
                *part = RefOr::T(object.clone().into());
            }
        }
    }
}

/// What every operation may answer besides: a broken request, nobody signed in, no right, too much, not now.
fn refusal() -> Response {
    let document = Content::new(Some(Ref::from_schema_name("ProblemDocument")));
    let refusal = ResponseBuilder::new().description("Any other refusal");
    refusal.content("application/problem+json", document).build()
}

/// What an operation needs: what it says, nothing included, else somebody signed in, or a key with the scope that its handler
/// names.
fn security(permission: Option<Row>, operation: &Operation) -> Option<Vec<SecurityRequirement>> {
    if is_open(operation) {
        return None;
    }
    if operation.security.is_some() {
        return operation.security.clone();
    }
    let none = Vec::<String>::new;
    let key =
        permission.and_then(|row| row.scope).map(|scope| SecurityRequirement::new("key", [scope.name()]));
    Some([SecurityRequirement::new("token", none())].into_iter().chain(key).collect())
}

/// The name of the permission, as `x-permission`.
fn named(name: Name) -> Extensions {
    ExtensionsBuilder::new().add("x-permission", name.text()).build()
}

/// The permission that is needed here. The handler is asked, and says so before it does anything.
fn permission(routes: &Router, (method, path): (&Method, &str)) -> Option<Row> {
    let inquiry = Inquiry::default();
    let request = Request::builder().method(method).uri(path.replace(['{', '}'], ""));
    let mut request = request.body(Body::empty()).ok()?;
    request.extensions_mut().insert(inquiry.clone());
    routes.clone().oneshot(request).now_or_never();
    inquiry.permission()
}

/// An app that reaches nothing.
fn nowhere() -> Option<App> {
    let variables = ["TABLE", "AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"];
    let nothing = |name: &str| (name.to_owned(), "none".to_owned());
    let config = Config::new(variables.into_iter().map(nothing).collect::<HashMap<_, _>>());
    App::new(config, Clock::system()).ok()
}
