//! `CloudFormation`'s intrinsic functions, resolved to local values.

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::names::Names;

/// Everything that an intrinsic function may refer to.
pub(super) struct Resolver {
    /// Parameters and pseudo parameters.
    pub parameters: HashMap<String, Value>,
    /// The section `Mappings`.
    pub mappings: Value,
    /// The section `Conditions`, unresolved.
    pub conditions: Value,
    /// What `Ref` and `GetAtt` give for each resource.
    pub names: HashMap<String, Names>,
}

/// Stands for `AWS::NoValue` until the entry that holds it is dropped.
const NO_VALUE: &str = "\u{0}no value";

impl Resolver {
    /// The value without any intrinsic function in it.
    pub fn resolve(&self, value: &Value) -> Result<Value, String> {
        match value {
            Value::Array(items) => {
                let items: Vec<Value> =
                    items.iter().map(|item| self.resolve(item)).collect::<Result<_, _>>()?;
                Ok(Value::Array(items.into_iter().filter(|item| item != NO_VALUE).collect()))
            }
            Value::Object(map) => match single(map) {
                Some((name, argument)) if name == "Ref" || name.starts_with("Fn::") => {
                    self.call(name, argument)
                }
                _ => self.each(map),
            },
            plain => Ok(plain.clone()),
        }
    }

    /// Whether the condition of this name holds.
    pub fn condition(&self, name: &str) -> Result<bool, String> {
        let condition = self.conditions.get(name).ok_or_else(|| format!("there is no condition {name}"))?;
        self.holds(condition)
    }

    fn each(&self, map: &Map<String, Value>) -> Result<Value, String> {
        let mut resolved = Map::new();
        for (key, item) in map {
            let item = self.resolve(item)?;
            if item != NO_VALUE {
                resolved.insert(key.clone(), item);
            }
        }
        Ok(Value::Object(resolved))
    }

    fn call(&self, name: &str, argument: &Value) -> Result<Value, String> {
        match name {
            "Ref" => self.reference(text(argument)?),
            "Fn::GetAtt" => self.attribute(argument),
            "Fn::Sub" => self.substitute(argument),
            "Fn::Join" => self.join(argument),
            "Fn::Select" => self.select(argument),
            "Fn::Split" => self.split(argument),
            "Fn::FindInMap" => self.find(argument),
            "Fn::If" => self.choose(argument),
            other => Err(format!("{other} is not known to the local cloud")),
        }
    }

    fn reference(&self, name: &str) -> Result<Value, String> {
        if name == "AWS::NoValue" {
            return Ok(Value::from(NO_VALUE));
        }
        if let Some(value) = self.parameters.get(name) {
            return Ok(value.clone());
        }
        let names =
            self.names.get(name).ok_or_else(|| format!("there is no parameter or resource {name}"))?;
        names.reference().map(Value::from)
    }

    fn attribute(&self, argument: &Value) -> Result<Value, String> {
        let (resource, attribute) = match argument {
            Value::String(path) => path.split_once('.').ok_or_else(|| format!("GetAtt {path}"))?,
            Value::Array(parts) => match parts.as_slice() {
                [Value::String(resource), Value::String(attribute)] => {
                    (resource.as_str(), attribute.as_str())
                }
                _ => return Err(format!("GetAtt {argument}")),
            },
            _ => return Err(format!("GetAtt {argument}")),
        };
        let names = self.names.get(resource).ok_or_else(|| format!("there is no resource {resource}"))?;
        names.attribute(attribute).map(Value::from)
    }

    fn substitute(&self, argument: &Value) -> Result<Value, String> {
        let (pattern, own) = match argument {
            Value::Array(parts) => match parts.as_slice() {
                [Value::String(pattern), own] => (pattern.as_str(), self.resolve(own)?),
                _ => return Err(format!("Sub {argument}")),
            },
            other => (text(other)?, Value::Null),
        };
        let mut result = String::new();
        let mut rest = pattern;
        while let Some((before, after)) = rest.split_once("${") {
            let (name, after) =
                after.split_once('}').ok_or_else(|| format!("Sub {pattern}: a brace is open"))?;
            result.push_str(before);
            if let Some(literal) = name.strip_prefix('!') {
                result.extend(["${", literal, "}"]);
            } else if let Some(value) = own.get(name) {
                result.push_str(&shown(value));
            } else if let (Some((resource, attribute)), false) = (name.split_once('.'), name.contains("::")) {
                result.push_str(&shown(&self.attribute(&Value::from(vec![resource, attribute]))?));
            } else {
                result.push_str(&shown(&self.reference(name)?));
            }
            rest = after;
        }
        result.push_str(rest);
        Ok(Value::from(result))
    }

    fn join(&self, argument: &Value) -> Result<Value, String> {
        let [separator, items] = pair(argument)?;
        let Value::Array(items) = self.resolve(items)? else { return Err(format!("Join {argument}")) };
        let items: Vec<String> = items.iter().map(shown).collect();
        Ok(Value::from(items.join(text(separator)?)))
    }

    fn select(&self, argument: &Value) -> Result<Value, String> {
        let [index, items] = pair(argument)?;
        let index: usize = shown(&self.resolve(index)?).parse().map_err(|_| format!("Select {argument}"))?;
        let items = self.resolve(items)?;
        items.get(index).cloned().ok_or_else(|| format!("Select {argument}: too short"))
    }

    fn split(&self, argument: &Value) -> Result<Value, String> {
        let [separator, whole] = pair(argument)?;
        let whole = shown(&self.resolve(whole)?);
        Ok(whole.split(text(separator)?).map(Value::from).collect::<Vec<_>>().into())
    }

    fn find(&self, argument: &Value) -> Result<Value, String> {
        let Value::Array(path) = self.resolve(argument)? else { return Err(format!("FindInMap {argument}")) };
        let found = path.iter().take(3).try_fold(&self.mappings, |at, key| at.get(shown(key)));
        found.cloned().ok_or_else(|| format!("FindInMap {argument}: nothing there"))
    }

    fn choose(&self, argument: &Value) -> Result<Value, String> {
        match argument.as_array().map(Vec::as_slice) {
            Some([Value::String(name), yes, no]) => {
                self.resolve(if self.condition(name)? { yes } else { no })
            }
            _ => Err(format!("If {argument}")),
        }
    }

    fn holds(&self, condition: &Value) -> Result<bool, String> {
        let Some((name, argument)) = condition.as_object().and_then(single) else {
            return Err(format!("condition {condition}"));
        };
        let parts = argument.as_array().map(Vec::as_slice).unwrap_or_default();
        match name.as_str() {
            "Condition" => self.condition(text(argument)?),
            "Fn::Equals" => {
                let [left, right] = pair(argument)?;
                Ok(shown(&self.resolve(left)?) == shown(&self.resolve(right)?))
            }
            "Fn::Not" => {
                parts.first().ok_or("Not of nothing").map_err(str::to_owned).and_then(|c| Ok(!self.holds(c)?))
            }
            "Fn::And" => parts.iter().try_fold(true, |all, c| Ok(self.holds(c)? && all)),
            "Fn::Or" => parts.iter().try_fold(false, |any, c| Ok(self.holds(c)? || any)),
            other => Err(format!("{other} is not known in a condition")),
        }
    }
}

fn single(map: &Map<String, Value>) -> Option<(&String, &Value)> {
    if map.len() == 1 { map.iter().next() } else { None }
}

fn text(value: &Value) -> Result<&str, String> {
    value.as_str().ok_or_else(|| format!("{value} should be text"))
}

fn pair(argument: &Value) -> Result<[&Value; 2], String> {
    match argument.as_array().map(Vec::as_slice) {
        Some([first, second]) => Ok([first, second]),
        _ => Err(format!("{argument} should be a list of two")),
    }
}

/// The value as it stands inside a text.
pub(super) fn shown(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
