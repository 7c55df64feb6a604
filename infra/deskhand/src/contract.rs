//! The interface as one document, gathered from the routers of all resources.

use utoipa::openapi::{
    ComponentsBuilder, InfoBuilder, LicenseBuilder, OpenApi, OpenApiBuilder, SecurityRequirement,
    security::{HttpAuthScheme, HttpBuilder, SecurityScheme},
};
use utoipa_axum::router::OpenApiRouter;

use crate::functions::{CODES, Code};

/// What needs no token.
const OPEN: [&str; 10] = [
    "/health",
    "/v1/accounts",
    "/v1/activations/{token}",
    "/v1/avatars/{account_id}/{customer_id}/{file}",
    "/v1/openapi.json",
    "/v1/password-resets",
    "/v1/password-resets/{token}",
    "/v1/portal/password-resets",
    "/v1/portal/sign-in/refresh",
    "/v1/sign-in/refresh",
];

/// The OpenAPI 3.1 document.
#[must_use]
pub fn openapi() -> OpenApi {
    let bearer = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).bearer_format("JWT").build();
    let components = ComponentsBuilder::new().security_scheme("token", SecurityScheme::Http(bearer)).build();
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
    let mut document = router.into_openapi();
    for (path, item) in &mut document.paths.paths {
        let operations = [&mut item.get, &mut item.post, &mut item.put, &mut item.patch, &mut item.delete];
        for operation in operations.into_iter().flatten() {
            let begins = ["begin_sign_in", "begin_portal_sign_in"];
            let signs_in = operation.operation_id.as_deref().is_some_and(|id| begins.contains(&id));
            if !signs_in && !OPEN.contains(&path.as_str()) {
                operation.security = Some(vec![SecurityRequirement::new("token", Vec::<String>::new())]);
            }
        }
    }
    document
}
