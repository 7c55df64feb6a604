//! The SAM template, read and resolved to what the local cloud runs.

mod functions;
mod intrinsics;
mod model;
mod names;
mod resources;
mod triggers;
mod yaml;

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use crate::error::{Error, Result};
use crate::options::{ACCOUNT, Options};
use intrinsics::Resolver;
use names::Names;

pub use model::{Bucket, FunctionSpec, StreamTrigger, Table, Template, Trigger};

impl Template {
    /// Reads the template of these options, and those of the applications in it.
    pub fn load(options: &Options) -> Result<Self> {
        let mut template = Self { buses: vec!["default".to_owned()], ..Self::default() };
        template.read(options)?;
        template.check().map_err(Error::Template)?;
        Ok(template)
    }

    fn read(&mut self, options: &Options) -> Result<()> {
        let text = std::fs::read_to_string(&options.template)
            .map_err(|cause| Error::File { path: options.template.clone(), cause })?;
        for application in self.parse(&text, options).map_err(Error::Template)? {
            self.read(&application)?;
        }
        Ok(())
    }

    /// Adds what is in one template; gives with what options to read its applications.
    fn parse(&mut self, text: &str, options: &Options) -> Result<Vec<Options>, String> {
        let source = yaml::read(text)?;
        let resolver = resolver(&source, options)?;
        let mut applications = Vec::new();
        for (id, resource) in source.get("Resources").and_then(Value::as_object).into_iter().flatten() {
            let wanted =
                resource.get("Condition").and_then(Value::as_str).map_or(Ok(true), |c| resolver.condition(c));
            if wanted.map_err(|e| format!("{id}: {e}"))? {
                let part = Part { id, resource, globals: source.get("Globals"), resolver: &resolver };
                let added = if part.kind() == "AWS::Serverless::Application" {
                    application(&part, options).map(|nested| applications.push(nested))
                } else {
                    self.add(&part)
                };
                added.map_err(|e| format!("{id}: {e}"))?;
            }
        }
        Ok(applications)
    }

    fn add(&mut self, part: &Part) -> Result<(), String> {
        match part.kind() {
            "AWS::DynamoDB::Table" => self.tables.push(resources::table(part)?),
            "AWS::S3::Bucket" => self.buckets.push(resources::bucket(part)?),
            "AWS::CloudFront::ResponseHeadersPolicy" => self.page_headers = resources::headers(part)?,
            "AWS::Events::EventBus" => self.buses.push(part.names()?.name.clone()),
            "AWS::SQS::Queue" => self.queues.push((part.names()?.arn()?, part.names()?.name.clone())),
            "AWS::Serverless::Function" => self.functions.push(functions::function(part)?),
            kind @ ("AWS::Events::Rule"
            | "AWS::Scheduler::Schedule"
            | "AWS::Lambda::EventSourceMapping"
            | "AWS::Lambda::Function"
            | "AWS::CloudFormation::Stack"
            | "AWS::Serverless::SimpleTable"
            | "AWS::Serverless::Api"
            | "AWS::Serverless::StateMachine") => {
                return Err(format!(
                    "{kind} is not known to the local cloud; say it as an event of a function, or teach it"
                ));
            }
            // Alarms, logs, roles and the like change nothing on one machine.
            _ => {}
        }
        Ok(())
    }

    /// What can only be checked when everything is read.
    fn check(&self) -> Result<(), String> {
        let mut ids = HashSet::new();
        for function in &self.functions {
            if !ids.insert(&function.id) {
                return Err(format!("two functions are called {}", function.id));
            }
            for trigger in &function.triggers {
                match trigger {
                    Trigger::Rule { name, bus, .. } if !self.buses.contains(bus) => {
                        return Err(format!("{}: event {name}: there is no event bus {bus}", function.id));
                    }
                    Trigger::Stream(stream)
                        if !self.tables.iter().any(|table| table.name == stream.table) =>
                    {
                        return Err(format!(
                            "{}: event {}: there is no table {}",
                            function.id, stream.name, stream.table
                        ));
                    }
                    _ => {}
                }
            }
        }
        Ok(())
    }
}

/// One resource while it is read.
struct Part<'a> {
    id: &'a str,
    resource: &'a Value,
    globals: Option<&'a Value>,
    resolver: &'a Resolver,
}

impl Part<'_> {
    fn kind(&self) -> &str {
        kind(self.resource)
    }

    fn names(&self) -> Result<&Names, String> {
        self.resolver.names.get(self.id).ok_or_else(|| "has no names".to_owned())
    }

    /// A property without intrinsic functions; `Null` when it isn't there.
    fn property(&self, name: &str) -> Result<Value, String> {
        let value = self.resource.get("Properties").and_then(|p| p.get(name)).unwrap_or(&Value::Null);
        self.resolver.resolve(value).map_err(|e| format!("{name}: {e}"))
    }
}

/// With what an `AWS::Serverless::Application` is read: a template beside the one that names it, and its parameters.
fn application(part: &Part, outer: &Options) -> Result<Options, String> {
    let location = part.property("Location")?;
    let location = location.as_str().ok_or("Location is not the path of a template")?;
    let parameters = part.property("Parameters")?;
    let parameters = parameters.as_object().into_iter().flatten();
    Ok(Options {
        template: outer.template.with_file_name(location),
        stack: format!("{}-{}", outer.stack, part.id),
        parameters: parameters.map(|(name, value)| (name.clone(), intrinsics::shown(value))).collect(),
        ..outer.clone()
    })
}

fn kind(resource: &Value) -> &str {
    resource.get("Type").and_then(Value::as_str).unwrap_or_default()
}

fn resolver(source: &Value, options: &Options) -> Result<Resolver, String> {
    let mut resolver = Resolver {
        parameters: parameters(source, options)?,
        mappings: source.get("Mappings").cloned().unwrap_or_default(),
        conditions: source.get("Conditions").cloned().unwrap_or_default(),
        names: HashMap::new(),
    };
    // A name may be made of the names of others, which come in any order: made-up names first, then the given ones.
    for round in 0..3 {
        for (id, resource) in source.get("Resources").and_then(Value::as_object).into_iter().flatten() {
            let given =
                Names::property(kind(resource)).and_then(|name| resource.get("Properties")?.get(name));
            let given = given.filter(|_| round > 0).map(|name| resolver.resolve(name)).transpose();
            let given = given.map_err(|e| format!("{id}: {e}"))?;
            let names = Names::new(id, kind(resource), given.as_ref(), &options.stack, &options.region);
            resolver.names.insert(id.clone(), names);
        }
    }
    Ok(resolver)
}

fn parameters(source: &Value, options: &Options) -> Result<HashMap<String, Value>, String> {
    let mut parameters: HashMap<String, Value> = [
        ("AWS::Region", options.region.as_str()),
        ("AWS::AccountId", ACCOUNT),
        ("AWS::Partition", "aws"),
        ("AWS::URLSuffix", "amazonaws.com"),
        ("AWS::StackName", options.stack.as_str()),
    ]
    .map(|(name, value)| (name.to_owned(), Value::from(value)))
    .into();
    let declared = source.get("Parameters").and_then(Value::as_object).cloned().unwrap_or_default();
    if let Some(name) = options.parameters.keys().find(|name| !declared.contains_key(*name)) {
        return Err(format!("there is no parameter {name} to override"));
    }
    for (name, parameter) in declared {
        let default = parameter.get("Default").filter(|_| !kind(&parameter).starts_with("AWS::SSM"));
        let value =
            options.parameters.get(&name).map(|v| Value::from(v.as_str())).or_else(|| default.cloned());
        let value =
            value.ok_or_else(|| format!("parameter {name} has no default: give it in the options"))?;
        let list = kind(&parameter) == "CommaDelimitedList" || kind(&parameter).starts_with("List<");
        let split =
            |text: &str| text.split(',').map(|part| Value::from(part.trim())).collect::<Vec<_>>().into();
        parameters.insert(name, if list { split(&intrinsics::shown(&value)) } else { value });
    }
    Ok(parameters)
}
