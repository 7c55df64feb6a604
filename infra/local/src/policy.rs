//! Policies: what a function may do.

mod grants;

pub use grants::{Grant, needed};

use std::collections::HashMap;

use serde_json::Value;
use wildmatch::WildMatch;

/// One statement of an inline policy.
#[derive(Clone, Debug)]
pub struct Statement {
    allow: bool,
    /// Actions are compared without case, resources with.
    actions: Vec<Pattern>,
    resources: Vec<Pattern>,
    conditions: Vec<Condition>,
}

/// A text in which `*` and `?` stand for anything; made ready once, as every call of a function asks for it.
#[derive(Clone, Debug)]
struct Pattern {
    text: String,
    wild: WildMatch,
}

impl Pattern {
    fn of(text: &str, known: &str) -> Self {
        Self { text: text.to_owned(), wild: WildMatch::new(known) }
    }
}

#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "four independent switches of an operator's name")]
struct Condition {
    /// Whether every value must match (`ForAllValues`), rather than one.
    all: bool,
    if_exists: bool,
    negated: bool,
    wild: bool,
    /// `Null`: whether the key must be absent, or must be there.
    absent: Option<bool>,
    key: String,
    values: Vec<Pattern>,
}

/// One thing that somebody wants to do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ask {
    /// The service and action, as `dynamodb:GetItem`.
    pub action: String,
    /// The ARNs that it touches, any of which may grant it (mail has two: address and domain).
    pub resources: Vec<String>,
    /// Condition keys, as `dynamodb:LeadingKeys`, and their values.
    pub context: HashMap<String, Vec<String>>,
}

impl Statement {
    /// Reads a statement.
    pub fn read(statement: &Value) -> Result<Self, String> {
        let allow = match statement["Effect"].as_str() {
            Some("Allow") => true,
            Some("Deny") => false,
            _ => return Err("Effect must be Allow or Deny".to_owned()),
        };
        if statement.get("NotAction").is_some() || statement.get("NotResource").is_some() {
            return Err("NotAction and NotResource are not known to the local cloud".to_owned());
        }
        let mut conditions = Vec::new();
        for (operator, keys) in statement["Condition"].as_object().into_iter().flatten() {
            for (key, values) in keys.as_object().into_iter().flatten() {
                conditions.push(Condition::read(operator, key, strings(values)?)?);
            }
        }
        let actions = strings(&statement["Action"])?;
        let resources = strings(&statement["Resource"])?;
        Ok(Self {
            allow,
            actions: actions.iter().map(|text| Pattern::of(text, &text.to_lowercase())).collect(),
            resources: resources.iter().map(|text| Pattern::of(text, text)).collect(),
            conditions,
        })
    }

    fn applies(&self, ask: &Ask) -> bool {
        let asked = ask.action.to_lowercase();
        let action = self.actions.iter().any(|action| action.wild.matches(&asked));
        let wild = |pattern: &Pattern| ask.resources.iter().any(|resource| pattern.wild.matches(resource));
        action
            && self.resources.iter().any(wild)
            && self.conditions.iter().all(|condition| condition.holds(ask))
    }
}

impl Condition {
    fn read(operator: &str, key: &str, values: Vec<String>) -> Result<Self, String> {
        let (all, name) = match operator.split_once(':') {
            Some(("ForAllValues", name)) => (true, name),
            Some(("ForAnyValue", name)) => (false, name),
            _ => (false, operator),
        };
        let (name, if_exists) = name.strip_suffix("IfExists").map_or((name, false), |name| (name, true));
        if name == "Null" {
            let absent = Some(values == ["true"]);
            let (key, values) = (key.to_owned(), vec![]);
            return Ok(Self { all, if_exists, negated: false, wild: false, absent, key, values });
        }
        let (negated, wild) = match name {
            "StringEquals" => (false, false),
            "StringNotEquals" => (true, false),
            "StringLike" | "ArnLike" | "ArnEquals" => (false, true),
            "StringNotLike" => (true, true),
            other => return Err(format!("condition {other} is not known to the local cloud")),
        };
        let values = values.iter().map(|text| Pattern::of(text, text)).collect();
        Ok(Self { all, if_exists, negated, wild, absent: None, key: key.to_owned(), values })
    }

    fn holds(&self, ask: &Ask) -> bool {
        let given = ask.context.get(&self.key).filter(|given| !given.is_empty());
        if let Some(absent) = self.absent {
            return given.is_none() == absent;
        }
        let Some(given) = given else {
            // As with IAM: a missing key satisfies ForAllValues, IfExists and the negated operators.
            return self.all || self.if_exists || self.negated;
        };
        let fits = |value: &String| {
            let hit = |pattern: &Pattern| {
                if self.wild { pattern.wild.matches(value) } else { pattern.text == *value }
            };
            self.values.iter().any(hit) != self.negated
        };
        if self.all { given.iter().all(fits) } else { given.iter().any(fits) }
    }
}

/// Whether these statements allow what is asked: one allows it and none denies it.
pub fn allowed(statements: &[Statement], ask: &Ask) -> bool {
    let mut applying = statements.iter().filter(|statement| statement.applies(ask)).peekable();
    applying.peek().is_some() && applying.all(|statement| statement.allow)
}

fn strings(value: &Value) -> Result<Vec<String>, String> {
    match value {
        Value::String(one) => Ok(vec![one.clone()]),
        Value::Array(list) => list
            .iter()
            .map(|item| item.as_str().map(str::to_owned).ok_or_else(|| format!("{item}")))
            .collect(),
        other => Err(format!("{other} should be text or a list of texts")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn ask(action: &str, resource: &str, keys: &[&str]) -> Ask {
        let keys = keys.iter().map(|&key| key.to_owned()).collect();
        Ask {
            action: action.to_owned(),
            resources: vec![resource.to_owned()],
            context: HashMap::from([("dynamodb:LeadingKeys".to_owned(), keys)]),
        }
    }

    #[test]
    fn leading_keys_must_all_match() {
        let statement =
            Statement::read(&json!({"Effect": "Allow", "Action": ["dynamodb:GetItem"], "Resource": "arn:t",
            "Condition": {"ForAllValues:StringLike": {"dynamodb:LeadingKeys": ["A#*"]}}}))
            .unwrap();
        let statements = [statement];
        assert!(allowed(&statements, &ask("dynamodb:GetItem", "arn:t", &["A#1", "A#2"])));
        assert!(!allowed(&statements, &ask("dynamodb:GetItem", "arn:t", &["A#1", "L#2"])));
        assert!(!allowed(&statements, &ask("dynamodb:PutItem", "arn:t", &["A#1"])));
        assert!(!allowed(&statements, &ask("dynamodb:GetItem", "arn:t/index/I", &["A#1"])));
    }

    #[test]
    fn null_asks_whether_there_is_a_key_at_all() {
        let condition = json!({"ForAllValues:StringLike": {"dynamodb:LeadingKeys": ["A#*"]}, "Null": {"dynamodb:LeadingKeys": "false"}});
        let statement =
            json!({"Effect": "Allow", "Action": "dynamodb:*", "Resource": "*", "Condition": condition});
        let statements = [Statement::read(&statement).unwrap()];
        assert!(allowed(&statements, &ask("dynamodb:GetItem", "arn:t", &["A#1"])));
        assert!(!allowed(&statements, &ask("dynamodb:Scan", "arn:t", &[])));
    }

    #[test]
    fn a_denial_wins() {
        let allow = Statement::read(&json!({"Effect": "Allow", "Action": "s3:*", "Resource": "*"})).unwrap();
        let deny =
            Statement::read(&json!({"Effect": "Deny", "Action": "s3:Put*", "Resource": "arn:b/*"})).unwrap();
        assert!(allowed(&[allow.clone(), deny.clone()], &ask("s3:GetObject", "arn:b/k", &[])));
        assert!(!allowed(&[allow, deny], &ask("s3:PutObject", "arn:b/k", &[])));
    }

    #[test]
    fn an_unknown_condition_is_an_error() {
        let read = Statement::read(
            &json!({"Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": {"Bool": {"a": "b"}}}),
        );
        assert!(read.unwrap_err().contains("Bool"));
    }
}
