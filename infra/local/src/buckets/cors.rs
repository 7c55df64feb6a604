//! Which browsers of other origins may use a bucket.

use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use serde_json::Value;
use wildmatch::WildMatch;

/// The headers for this request by the first rule that fits; none when no rule does or no origin asks.
pub(super) fn headers(rules: &[Value], request: &Request) -> Option<HeaderMap> {
    let given = |name: HeaderName| request.headers().get(name).and_then(|value| value.to_str().ok());
    let origin = given(header::ORIGIN)?;
    let preflight = request.method() == Method::OPTIONS;
    let method =
        if preflight { given(header::ACCESS_CONTROL_REQUEST_METHOD)? } else { request.method().as_str() };
    let asked = given(header::ACCESS_CONTROL_REQUEST_HEADERS).filter(|_| preflight).unwrap_or_default();
    let asked: Vec<String> =
        asked.split(',').map(|name| name.trim().to_lowercase()).filter(|name| !name.is_empty()).collect();
    let rule = rules.iter().find(|rule| {
        let allowed: Vec<String> = list(rule, "AllowedHeaders").map(str::to_lowercase).collect();
        list(rule, "AllowedOrigins").any(|pattern| WildMatch::new(pattern).matches(origin))
            && list(rule, "AllowedMethods").any(|allowed| allowed == method)
            && asked.iter().all(|name| allowed.iter().any(|pattern| WildMatch::new(pattern).matches(name)))
    })?;
    let mut headers = HeaderMap::new();
    let mut put = |name: HeaderName, value: String| {
        if let Ok(value) = HeaderValue::try_from(value) {
            headers.insert(name, value);
        }
    };
    let any = list(rule, "AllowedOrigins").any(|allowed| allowed == "*");
    put(header::ACCESS_CONTROL_ALLOW_ORIGIN, if any { "*".to_owned() } else { origin.to_owned() });
    put(header::VARY, "Origin, Access-Control-Request-Headers, Access-Control-Request-Method".to_owned());
    put(header::ACCESS_CONTROL_ALLOW_METHODS, list(rule, "AllowedMethods").collect::<Vec<_>>().join(", "));
    put(header::ACCESS_CONTROL_EXPOSE_HEADERS, list(rule, "ExposedHeaders").collect::<Vec<_>>().join(", "));
    if preflight {
        put(header::ACCESS_CONTROL_ALLOW_HEADERS, asked.join(", "));
        put(header::ACCESS_CONTROL_MAX_AGE, rule["MaxAge"].as_i64().unwrap_or(0).to_string());
    }
    Some(headers)
}

fn list<'a>(rule: &'a Value, name: &str) -> impl Iterator<Item = &'a str> + use<'a> {
    rule[name].as_array().into_iter().flatten().filter_map(Value::as_str)
}
