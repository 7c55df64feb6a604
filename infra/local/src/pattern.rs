//! Event patterns of `EventBridge` and of stream filters.

use serde_json::Value;
use wildmatch::WildMatchPattern;

/// Whether the event matches the pattern: every field of the pattern must match.
pub fn matches(pattern: &Value, event: &Value) -> bool {
    let Some(fields) = pattern.as_object() else { return false };
    fields.iter().all(|(name, wanted)| match (name.as_str(), wanted) {
        ("$or", Value::Array(choices)) => choices.iter().any(|choice| matches(choice, event)),
        (_, Value::Array(choices)) => field(choices, event.get(name)),
        (_, nested) => match event.get(name) {
            // An array of objects matches when one of them does.
            Some(Value::Array(items)) => items.iter().any(|item| matches(nested, item)),
            Some(inner) => matches(nested, inner),
            None => matches(nested, &Value::Null),
        },
    })
}

fn field(choices: &[Value], value: Option<&Value>) -> bool {
    choices.iter().any(|choice| match value {
        Some(Value::Array(items)) if choice.get("anything-but").is_none() => {
            exists(choice).unwrap_or_else(|| items.iter().any(|item| one(choice, item)))
        }
        Some(Value::Array(items)) => items.iter().all(|item| one(choice, item)),
        Some(value) => {
            exists(choice).map_or_else(|| one(choice, value), |wanted| wanted != value.is_object())
        }
        None => exists(choice) == Some(false),
    })
}

fn exists(choice: &Value) -> Option<bool> {
    choice.get("exists")?.as_bool()
}

fn one(choice: &Value, value: &Value) -> bool {
    let Some((operator, argument)) = choice.as_object().and_then(|rule| rule.iter().next()) else {
        return same(choice, value);
    };
    let text = value.as_str();
    match operator.as_str() {
        "prefix" => affix(argument, text, |text, part| text.starts_with(part)),
        "suffix" => affix(argument, text, |text, part| text.ends_with(part)),
        "equals-ignore-case" => {
            text.zip(argument.as_str()).is_some_and(|(a, b)| a.to_lowercase() == b.to_lowercase())
        }
        "wildcard" => text
            .zip(argument.as_str())
            .is_some_and(|(text, p)| WildMatchPattern::<'*', '\0'>::new(p).matches(text)),
        "anything-but" => match argument {
            Value::Array(list) => !list.iter().any(|item| same(item, value)),
            Value::Object(_) => !one(argument, value),
            plain => !same(plain, value),
        },
        "numeric" => value.as_f64().is_some_and(|number| numeric(argument, number)),
        _ => false,
    }
}

/// `prefix` and `suffix` take a text, a list (inside `anything-but`), or `equals-ignore-case`.
fn affix(argument: &Value, text: Option<&str>, holds: fn(&str, &str) -> bool) -> bool {
    let Some(text) = text else { return false };
    match argument {
        Value::String(part) => holds(text, part),
        Value::Array(parts) => parts.iter().filter_map(Value::as_str).any(|part| holds(text, part)),
        Value::Object(rule) => {
            let part = rule.get("equals-ignore-case").and_then(Value::as_str);
            part.is_some_and(|part| holds(&text.to_lowercase(), &part.to_lowercase()))
        }
        _ => false,
    }
}

fn same(wanted: &Value, value: &Value) -> bool {
    match (wanted.as_f64(), value.as_f64()) {
        (Some(wanted), Some(value)) => (wanted - value).abs() < f64::EPSILON,
        _ => wanted == value,
    }
}

fn numeric(tests: &Value, number: f64) -> bool {
    let tests = tests.as_array().map(Vec::as_slice).unwrap_or_default();
    !tests.is_empty()
        && tests.chunks(2).all(|test| match test {
            [Value::String(operator), bound] => bound.as_f64().is_some_and(|bound| match operator.as_str() {
                "<" => number < bound,
                "<=" => number <= bound,
                ">" => number > bound,
                ">=" => number >= bound,
                "=" => (number - bound).abs() < f64::EPSILON,
                _ => false,
            }),
            _ => false,
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_operator() {
        let event = json!({"source": "crm", "detail-type": "customer.created",
            "detail": {"n": 5, "tags": ["a", "b"], "deep": {"name": "export-7.csv", "nil": null}}});
        let yes = [
            json!({"source": ["crm"]}),
            json!({"detail-type": [{"prefix": "customer."}]}),
            json!({"detail-type": [{"suffix": ".created"}, "x"]}),
            json!({"detail": {"deep": {"name": [{"wildcard": "export-*.csv"}]}}}),
            json!({"detail": {"deep": {"name": [{"exists": true}], "gone": [{"exists": false}]}}}),
            json!({"detail": {"deep": {"nil": [null]}}}),
            json!({"source": [{"anything-but": ["aws.s3", "x"]}]}),
            json!({"source": [{"anything-but": {"prefix": "aws."}}]}),
            json!({"detail": {"n": [{"numeric": [">", 4, "<=", 5]}]}}),
            json!({"detail": {"tags": ["b"]}}),
            json!({"$or": [{"source": ["x"]}, {"detail": {"n": [5]}}]}),
            json!({"source": [{"equals-ignore-case": "CRM"}]}),
        ];
        for pattern in yes {
            assert!(matches(&pattern, &event), "{pattern}");
        }
        let no = [
            json!({"source": ["x"]}),
            json!({"source": ["crm"], "detail-type": ["x"]}),
            json!({"detail": {"deep": {"name": [{"wildcard": "import-*"}]}}}),
            json!({"detail": {"gone": ["x"]}}),
            json!({"detail": {"gone": {"deeper": ["x"]}}}),
            json!({"detail": {"n": [{"numeric": [">", 5]}]}}),
            json!({"source": [{"anything-but": "crm"}]}),
            json!({"source": [{"exists": false}]}),
            json!({"source": [{"unheard-of": 1}]}),
        ];
        for pattern in no {
            assert!(!matches(&pattern, &event), "{pattern}");
        }
    }
}
