//! How a problem must look: what every law asks of every refusal.

use std::{fs, sync::LazyLock};

use serde_json::Value;
use testkit::{House, Reply};

static GERMAN: LazyLock<Value> = LazyLock::new(|| locale("de"));

/// The messages of a language.
pub(crate) fn locale(code: &str) -> Value {
    let path = House::root().join(format!("shared/runtime/locales/{code}.json"));
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// The reply is this problem, as an RFC 9457 document in German (API-1).
pub(crate) fn is_german_problem(reply: &Reply, status: u16, code: &str, asked: &str) {
    assert_eq!((reply.status, reply.problem().as_str()), (status, code), "{asked}: {reply:?}");
    assert_eq!(reply.headers["content-type"], "application/problem+json", "{asked}");
    assert_eq!(
        (&reply.json["type"], &reply.json["status"]),
        (&Value::from(format!("/problems/{code}")), &Value::from(status)),
        "{asked}"
    );
    assert_eq!(reply.json["title"], GERMAN[format!("problem.{code}.title")], "{asked}");
    let pattern = GERMAN[format!("problem.{code}.detail")].as_str().unwrap();
    let (beginning, detail) = (pattern.split('{').next().unwrap(), reply.json["detail"].as_str().unwrap());
    assert!(detail.starts_with(beginning) && !detail.contains('{'), "{asked}: {detail}");
    for error in reply.json["errors"].as_array().into_iter().flatten() {
        let pattern =
            GERMAN[format!("field.{}", error["code"].as_str().unwrap())].as_str().unwrap_or_default();
        let message = error["message"].as_str().unwrap();
        assert!(
            !pattern.is_empty() && message.starts_with(pattern.split('{').next().unwrap()),
            "{asked}: {message}"
        );
    }
}
