//! Which stream records anybody waits for. The others are not even stored: most of what is written tells nobody anything.

use std::collections::HashMap;

use dynoxide::storage::Storage;
use rusqlite::functions::{Context, FunctionFlags};
use serde_json::Value;

use crate::error::Result;
use crate::template::{Template, Trigger};

/// What a record must have for a filter to let it pass. Not all that the filter asks; that is asked of what is left.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Hints {
    /// The kinds of change, if the filter names them.
    kinds: Option<Vec<String>>,
    /// Of each of these lists one must be in an image, as it is in JSON.
    texts: Vec<Vec<String>>,
}

impl Hints {
    fn of(filter: &Value) -> Self {
        let mut hints = Self { kinds: filter.get("eventName").and_then(plain), texts: Vec::new() };
        for image in ["NewImage", "OldImage"] {
            let asked = filter.get("dynamodb").and_then(|record| record.get(image));
            hints.collect(asked.unwrap_or(&Value::Null));
        }
        hints
    }

    fn collect(&mut self, asked: &Value) {
        for (name, wanted) in asked.as_object().into_iter().flatten() {
            match wanted {
                Value::Object(_) => self.collect(wanted),
                _ if name == "$or" => {}
                list => {
                    let texts = plain(list).into_iter();
                    self.texts
                        .extend(texts.map(|list| {
                            list.into_iter().map(|text| Value::from(text).to_string()).collect()
                        }));
                }
            }
        }
    }

    fn let_pass(&self, kind: &str, images: [&str; 2]) -> bool {
        let found = |text: &String| images.iter().any(|image| image.contains(text.as_str()));
        self.kinds.as_ref().is_none_or(|kinds| kinds.iter().any(|known| known == kind))
            && self.texts.iter().all(|texts| texts.iter().any(found))
    }
}

/// The texts of a list that holds nothing but texts.
fn plain(list: &Value) -> Option<Vec<String>> {
    list.as_array()?.iter().map(|choice| choice.as_str().map(str::to_owned)).collect()
}

/// What the readers of each table's stream wait for; a table that is not in it keeps all of its records.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wanted(HashMap<String, Vec<Hints>>);

impl Wanted {
    /// What the template's functions wait for.
    pub fn of(template: &Template) -> Self {
        let mut wanted = HashMap::<String, Vec<Hints>>::new();
        for trigger in template.functions.iter().flat_map(|function| &function.triggers) {
            let Trigger::Stream(stream) = trigger else { continue };
            let hints = wanted.entry(stream.table.clone()).or_default();
            hints.extend(stream.filters.iter().map(Hints::of));
            // Who has no filter wants all.
            hints.extend(stream.filters.is_empty().then(Hints::default));
        }
        Self(wanted)
    }

    fn wants(&self, table: &str, kind: &str, images: [&str; 2]) -> bool {
        self.0.get(table).is_none_or(|readers| readers.iter().any(|hints| hints.let_pass(kind, images)))
    }

    /// Has the database drop what nobody wants, for as long as it is open.
    pub fn watch(self, storage: &Storage) -> Result<()> {
        let wanted = move |context: &Context| {
            let [table, kind, new, old] =
                [0, 1, 2, 3].map(|at| context.get_raw(at).as_str().unwrap_or_default());
            Ok(self.wants(table, kind, [new, old]))
        };
        storage.conn().create_scalar_function("_local_wanted", 4, FunctionFlags::SQLITE_UTF8, wanted)?;
        storage.conn().execute_batch(
            "CREATE TEMP TRIGGER _local_unwanted BEFORE INSERT ON main._stream_records
             WHEN NOT _local_wanted(NEW.table_name, NEW.event_name, NEW.new_image, NEW.old_image)
             BEGIN SELECT RAISE(IGNORE); END;",
        )?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_record_is_kept_when_a_filter_could_let_it_pass() {
        let filter =
            json!({"eventName": ["INSERT"], "dynamodb": {"NewImage": {"type": {"S": ["event", "mail"]}}}});
        let hints = Hints::of(&filter);
        assert!(hints.let_pass("INSERT", [r#"{"type":{"S":"event"}}"#, ""]));
        assert!(hints.let_pass("INSERT", [r#"{"type":{"S":"mail"}}"#, ""]));
        assert!(!hints.let_pass("MODIFY", [r#"{"type":{"S":"event"}}"#, ""]));
        assert!(!hints.let_pass("INSERT", [r#"{"type":{"S":"customer"}}"#, ""]));
    }

    #[test]
    fn what_is_no_plain_text_is_left_to_the_filter() {
        for filter in [
            json!({"eventName": [{"prefix": "INS"}]}),
            json!({"dynamodb": {"NewImage": {"type": {"S": [{"prefix": "ev"}]}}}}),
            json!({"dynamodb": {"NewImage": {"$or": [{"type": {"S": ["event"]}}]}}}),
        ] {
            assert!(Hints::of(&filter).let_pass("MODIFY", ["{}", ""]), "{filter}");
        }
    }
}
