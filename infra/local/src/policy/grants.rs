//! What a policy grants, part by part: to tell which parts are needed.

use serde::Serialize;

use super::{Ask, Pattern, Statement};

/// The smallest thing that a statement grants: one action on one resource, for one value of a condition if it has any.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Grant {
    /// The action, as the statement writes it.
    pub action: String,
    /// The ARN, as the statement writes it.
    pub resource: String,
    /// The value of a condition, as the statement writes it: such as a pattern of partition keys.
    pub value: Option<String>,
}

impl Statement {
    /// All that it grants, part by part.
    #[must_use]
    pub fn grants(&self) -> Vec<Grant> {
        self.parts(|_| true, |_| true, |_, _| true)
    }

    /// Those parts of it that are needed for what is asked.
    fn needed(&self, ask: &Ask) -> Vec<Grant> {
        let asked = ask.action.to_lowercase();
        self.parts(
            |action| action.wild.matches(&asked),
            |resource| ask.resources.iter().any(|asked| resource.wild.matches(asked)),
            |key, value| ask.context.get(key).into_iter().flatten().any(|given| value.wild.matches(given)),
        )
    }

    fn parts(
        &self,
        action: impl Fn(&Pattern) -> bool,
        resource: impl Fn(&Pattern) -> bool,
        value: impl Fn(&str, &Pattern) -> bool,
    ) -> Vec<Grant> {
        let conditions = || self.conditions.iter().filter(|condition| condition.absent.is_none());
        let values =
            conditions().flat_map(|condition| condition.values.iter().map(|value| (&condition.key, value)));
        let mut values: Vec<Option<String>> = values
            .filter(|(key, pattern)| value(key, pattern))
            .map(|(_, pattern)| Some(pattern.text.clone()))
            .collect();
        if conditions().next().is_none() {
            values.push(None);
        }
        let mut parts = Vec::new();
        for action in self.actions.iter().filter(|pattern| action(pattern)) {
            for resource in self.resources.iter().filter(|pattern| resource(pattern)) {
                let part = |value: &Option<String>| Grant {
                    action: action.text.clone(),
                    resource: resource.text.clone(),
                    value: value.clone(),
                };
                parts.extend(values.iter().map(part));
            }
        }
        parts
    }
}

/// The parts of these statements that allow what is asked.
pub fn needed(statements: &[Statement], ask: &Ask) -> Vec<Grant> {
    let applying = statements.iter().filter(|statement| statement.allow && statement.applies(ask));
    applying.flat_map(|statement| statement.needed(ask)).collect()
}
