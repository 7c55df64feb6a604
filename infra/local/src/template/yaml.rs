//! YAML with `CloudFormation`'s short tags, as JSON with the long forms.

use saphyr::{LoadableYamlNode, ScalarOwned, YamlOwned};
use serde_json::{Map, Value};

/// Reads one YAML document; `!Ref X` becomes `{"Ref": "X"}`, `!Sub X` becomes `{"Fn::Sub": "X"}`, and so on.
pub(super) fn read(text: &str) -> Result<Value, String> {
    let documents = YamlOwned::load_from_str(text).map_err(|e| e.to_string())?;
    documents.into_iter().next().ok_or_else(|| "the file is empty".to_owned()).and_then(value)
}

fn value(node: YamlOwned) -> Result<Value, String> {
    Ok(match node {
        YamlOwned::Value(scalar) => plain(scalar),
        YamlOwned::Representation(text, _, None) => Value::String(text),
        YamlOwned::Representation(text, _, Some(tag)) => long_form(&tag.suffix, Value::String(text)),
        YamlOwned::Sequence(items) => Value::Array(items.into_iter().map(value).collect::<Result<_, _>>()?),
        YamlOwned::Mapping(entries) => Value::Object(
            entries
                .into_iter()
                .map(|(key, item)| Ok((key_text(key)?, value(item)?)))
                .collect::<Result<Map<_, _>, String>>()?,
        ),
        YamlOwned::Tagged(tag, inner) => long_form(&tag.suffix, value(*inner)?),
        YamlOwned::Alias(_) | YamlOwned::BadValue => return Err("an alias or a broken value".to_owned()),
    })
}

fn plain(scalar: ScalarOwned) -> Value {
    match scalar {
        ScalarOwned::Null => Value::Null,
        ScalarOwned::Boolean(flag) => Value::Bool(flag),
        ScalarOwned::Integer(number) => Value::from(number),
        ScalarOwned::FloatingPoint(number) => Value::from(number.into_inner()),
        ScalarOwned::String(text) => Value::String(text),
    }
}

fn key_text(key: YamlOwned) -> Result<String, String> {
    match value(key)? {
        Value::String(text) => Ok(text),
        other @ (Value::Number(_) | Value::Bool(_)) => Ok(other.to_string()),
        other => Err(format!("{other} can't be a key")),
    }
}

fn long_form(tag: &str, inner: Value) -> Value {
    let name = match tag {
        "Ref" | "Condition" => tag.to_owned(),
        other => format!("Fn::{other}"),
    };
    let inner = match (tag, inner) {
        // `!GetAtt A.B.C` names the resource up to the first dot.
        ("GetAtt", Value::String(path)) => match path.split_once('.') {
            Some((resource, attribute)) => Value::from(vec![resource, attribute]),
            None => Value::String(path),
        },
        (_, inner) => inner,
    };
    Value::Object(Map::from_iter([(name, inner)]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn short_tags_become_long_forms() {
        let read = read("a: !Ref X\nb: !GetAtt T.Arn\nc: !Join ['', [x, !Sub '${Y}-z']]\nd: '2012-10-17'\ne: 2012-10-17\nf: 7").unwrap();
        assert_eq!(
            read,
            json!({"a": {"Ref": "X"}, "b": {"Fn::GetAtt": ["T", "Arn"]}, "c": {"Fn::Join": ["", ["x", {"Fn::Sub": "${Y}-z"}]]},
                "d": "2012-10-17", "e": "2012-10-17", "f": 7})
        );
    }
}
