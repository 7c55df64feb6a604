//! What one starts the local cloud with.

use std::collections::HashMap;
use std::path::PathBuf;

use crate::MakeFunction;

/// The account in every local ARN.
pub const ACCOUNT: &str = "000000000000";

/// Where the data lives.
#[derive(Clone, Debug)]
pub enum Data {
    /// In memory; files and mail in a temporary folder that goes when the cloud stops.
    Memory,
    /// In this folder, which is made when it isn't there.
    Folder(PathBuf),
}

/// What one starts the local cloud with.
#[derive(Clone)]
pub struct Options {
    /// The SAM template.
    pub template: PathBuf,
    /// Where the data lives.
    pub data: Data,
    /// The port of the HTTP API and the web app; 0 takes a free one.
    pub api_port: u16,
    /// The port of the AWS endpoint; 0 takes a free one.
    pub endpoint_port: u16,
    /// The AWS region in names and for the functions.
    pub region: String,
    /// The stack's name, part of the names of tables and buckets.
    pub stack: String,
    /// Values for the template's parameters instead of their defaults.
    pub parameters: HashMap<String, String>,
    /// Secrets by `NAME/KEY`, for `{{resolve:secretsmanager:NAME:SecretString:KEY}}`.
    pub secrets: HashMap<String, String>,
    /// The built web app.
    pub web: Option<PathBuf>,
    /// Makes the functions.
    pub make_function: MakeFunction,
}

impl Options {
    /// Options for tests: in memory, on free ports.
    #[must_use]
    pub fn new(template: impl Into<PathBuf>, make_function: MakeFunction) -> Self {
        Self {
            template: template.into(),
            data: Data::Memory,
            api_port: 0,
            endpoint_port: 0,
            region: "eu-central-1".to_owned(),
            stack: "local".to_owned(),
            parameters: HashMap::new(),
            secrets: HashMap::new(),
            web: None,
            make_function,
        }
    }
}
