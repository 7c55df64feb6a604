//! What a request to the table touches: for policies, and for the record of calls.

#![expect(clippy::indexing_slicing, reason = "a JSON value gives Null for what it lacks, without a panic")]

use std::collections::HashMap;

use serde_json::Value;

use crate::policy::Ask;
use crate::template::Table;

/// One table or index that a request touches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Leg {
    pub action: String,
    pub table: String,
    pub index: Option<String>,
    /// The partition keys, or none when the action knows none (`Scan`).
    pub keys: Vec<String>,
}

impl Leg {
    /// What must be granted.
    pub fn ask(&self, tables: &HashMap<String, Table>) -> Ask {
        let table = tables
            .get(&self.table)
            .map_or_else(|| format!("arn:aws:dynamodb:::table/{}", self.table), |t| t.arn.clone());
        let resource =
            self.index.as_ref().map_or_else(|| table.clone(), |index| format!("{table}/index/{index}"));
        Ask {
            action: format!("dynamodb:{}", self.action),
            resources: vec![resource],
            context: HashMap::from([("dynamodb:LeadingKeys".to_owned(), self.keys.clone())]),
        }
    }
}

/// The legs of a request. The legs of transactions count as their single actions, as IAM counts them; those of
/// `BatchGetItem` and `BatchWriteItem` are these actions themselves, as with IAM.
pub(crate) fn legs(operation: &str, body: &Value, tables: &HashMap<String, Table>) -> Vec<Leg> {
    let reader = Reader { tables };
    match operation {
        "GetItem" | "DeleteItem" | "UpdateItem" => {
            vec![reader.leg(operation, &body["TableName"], &body["Key"])]
        }
        "PutItem" => vec![reader.leg(operation, &body["TableName"], &body["Item"])],
        "Query" => vec![reader.query(body)],
        "BatchGetItem" => {
            reader.batch(operation, body, |asked| asked["Keys"].as_array().cloned().unwrap_or_default())
        }
        "BatchWriteItem" => reader.batch(operation, body, |asked| {
            let requests = asked.as_array().cloned().unwrap_or_default();
            requests
                .iter()
                .map(|r| r.pointer("/PutRequest/Item").unwrap_or(&r["DeleteRequest"]["Key"]).clone())
                .collect()
        }),
        "TransactWriteItems" | "TransactGetItems" => {
            let items = body["TransactItems"].as_array().into_iter().flatten();
            items
                .filter_map(|item| item.as_object()?.iter().next())
                .map(|(kind, leg)| reader.transacted(kind, leg))
                .collect()
        }
        _ => vec![Leg {
            action: operation.to_owned(),
            table: name(&body["TableName"]),
            index: body["IndexName"].as_str().map(str::to_owned),
            keys: Vec::new(),
        }],
    }
}

struct Reader<'a> {
    tables: &'a HashMap<String, Table>,
}

impl Reader<'_> {
    fn leg(&self, action: &str, table: &Value, item: &Value) -> Leg {
        let table = name(table);
        let key = self.attribute(&table, None).map(|attribute| item[attribute].clone());
        Leg {
            action: action.to_owned(),
            table,
            index: None,
            keys: key.as_ref().and_then(shown).into_iter().collect(),
        }
    }

    fn transacted(&self, kind: &str, leg: &Value) -> Leg {
        let (action, item) = match kind {
            "Put" => ("PutItem", &leg["Item"]),
            "Update" => ("UpdateItem", &leg["Key"]),
            "Delete" => ("DeleteItem", &leg["Key"]),
            "Get" => ("GetItem", &leg["Key"]),
            _ => ("ConditionCheckItem", &leg["Key"]),
        };
        self.leg(action, &leg["TableName"], item)
    }

    fn batch(&self, action: &str, body: &Value, items: impl Fn(&Value) -> Vec<Value>) -> Vec<Leg> {
        let asked = body["RequestItems"].as_object().into_iter().flatten();
        asked
            .map(|(table, asked)| {
                let table = Value::from(table.as_str());
                let keys = items(asked).iter().flat_map(|item| self.leg(action, &table, item).keys).collect();
                Leg { keys, ..self.leg(action, &table, &Value::Null) }
            })
            .collect()
    }

    fn query(&self, body: &Value) -> Leg {
        let table = name(&body["TableName"]);
        let index = body["IndexName"].as_str().map(str::to_owned);
        let key = self.attribute(&table, index.as_deref()).and_then(|attribute| {
            let old = body.pointer(&format!("/KeyConditions/{attribute}/AttributeValueList/0"));
            old.or_else(|| equal_to(body, attribute)).and_then(shown)
        });
        // A condition that isn't understood must not pass for one without keys, which would satisfy ForAllValues.
        Leg {
            action: "Query".to_owned(),
            table,
            index,
            keys: vec![key.unwrap_or_else(|| "(unknown)".to_owned())],
        }
    }

    fn attribute(&self, table: &str, index: Option<&str>) -> Option<&str> {
        self.tables.get(table)?.partition.get(&index.map(str::to_owned)).map(String::as_str)
    }
}

/// The value that the key condition wants the attribute to be equal to.
fn equal_to<'a>(body: &'a Value, attribute: &str) -> Option<&'a Value> {
    let expression = body["KeyConditionExpression"].as_str()?.replace('=', " = ").replace(['(', ')'], " ");
    let words: Vec<&str> = expression.split_whitespace().collect();
    words.windows(3).find_map(|three| match three {
        // `< =` is no equality: the operators with two characters were torn apart above.
        [left, "=", right]
            if body["ExpressionAttributeNames"][left].as_str().unwrap_or(left) == attribute =>
        {
            body["ExpressionAttributeValues"].get(right)
        }
        [left, "=", right]
            if body["ExpressionAttributeNames"][right].as_str().unwrap_or(right) == attribute =>
        {
            body["ExpressionAttributeValues"].get(left)
        }
        _ => None,
    })
}

/// The table's name, also when it is given by its ARN.
fn name(table: &Value) -> String {
    let table = table.as_str().unwrap_or_default();
    table.split_once(":table/").map_or(table, |(_, name)| name).to_owned()
}

fn shown(value: &Value) -> Option<String> {
    value.as_object()?.values().next()?.as_str().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn tables() -> HashMap<String, Table> {
        let partition = HashMap::from([(None, "pk".to_owned()), (Some("I".to_owned()), "ipk".to_owned())]);
        let table = Table {
            name: "t".to_owned(),
            arn: "arn:t".to_owned(),
            create: Value::Null,
            partition,
            ttl: None,
        };
        HashMap::from([("t".to_owned(), table)])
    }

    fn keys(operation: &str, body: &Value) -> Vec<(String, Vec<String>)> {
        legs(operation, body, &tables()).into_iter().map(|leg| (leg.action, leg.keys)).collect()
    }

    #[test]
    fn the_partition_key_of_every_leg() {
        let body = json!({"TransactItems": [
            {"Put": {"TableName": "t", "Item": {"pk": {"S": "a"}, "sk": {"S": "x"}}}},
            {"ConditionCheck": {"TableName": "t", "Key": {"pk": {"S": "b"}, "sk": {"S": "x"}}}}]});
        let expected = [("PutItem", "a"), ("ConditionCheckItem", "b")];
        assert_eq!(
            keys("TransactWriteItems", &body),
            expected.map(|(a, k)| (a.to_owned(), vec![k.to_owned()]))
        );
        let body = json!({"RequestItems": {"t": [{"PutRequest": {"Item": {"pk": {"S": "a"}}}}, {"DeleteRequest": {"Key": {"pk": {"S": "b"}}}}]}});
        assert_eq!(
            keys("BatchWriteItem", &body),
            [("BatchWriteItem".to_owned(), vec!["a".to_owned(), "b".to_owned()])]
        );
    }

    #[test]
    fn the_partition_key_of_a_query() {
        for condition in [
            "pk = :p AND begins_with(sk, :s)",
            "begins_with(sk, :s) and (#p=:p)",
            ":p = pk",
            "sk >= :s AND pk = :p",
        ] {
            let body = json!({"TableName": "t", "KeyConditionExpression": condition, "ExpressionAttributeNames": {"#p": "pk"},
                "ExpressionAttributeValues": {":p": {"S": "a"}, ":s": {"S": "b"}}});
            assert_eq!(keys("Query", &body), [("Query".to_owned(), vec!["a".to_owned()])], "{condition}");
        }
        let body = json!({"TableName": "t", "IndexName": "I", "KeyConditionExpression": "ipk = :p", "ExpressionAttributeValues": {":p": {"S": "a"}}});
        assert_eq!(keys("Query", &body), [("Query".to_owned(), vec!["a".to_owned()])]);
    }
}
