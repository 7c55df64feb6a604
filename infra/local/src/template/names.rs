//! What `Ref` and `GetAtt` give for a resource here: stable names, account 000000000000.

use serde_json::Value;

use crate::options::ACCOUNT;

/// A resource's names. What isn't known stays an error until somebody asks for it.
#[derive(Clone, Debug)]
pub(super) struct Names {
    id: String,
    kind: String,
    /// The physical name: of the table, the bucket, the bus, …
    pub name: String,
    region: String,
}

impl Names {
    /// Names a resource; a name that the template gives itself (already resolved) wins.
    pub fn new(id: &str, kind: &str, given: Option<&Value>, stack: &str, region: &str) -> Self {
        let made = match kind {
            "AWS::S3::Bucket" => format!("{stack}-{id}").to_lowercase(),
            "AWS::Serverless::Function" | "AWS::Lambda::Function" => id.to_owned(),
            "AWS::Serverless::HttpApi" => id.to_lowercase(),
            _ => format!("{stack}-{id}"),
        };
        let name = given.and_then(Value::as_str).map_or(made, str::to_owned);
        Self { id: id.to_owned(), kind: kind.to_owned(), name, region: region.to_owned() }
    }

    /// The property in which a template names such a resource itself.
    pub fn property(kind: &str) -> Option<&'static str> {
        Some(match kind {
            "AWS::DynamoDB::Table" => "TableName",
            "AWS::S3::Bucket" => "BucketName",
            "AWS::Events::EventBus"
            | "AWS::SecretsManager::Secret"
            | "AWS::SSM::Parameter"
            | "AWS::SES::ConfigurationSet" => "Name",
            "AWS::SQS::Queue" => "QueueName",
            "AWS::SES::EmailIdentity" => "EmailIdentity",
            "AWS::Logs::LogGroup" => "LogGroupName",
            _ => return None,
        })
    }

    /// What `Ref` gives.
    pub fn reference(&self) -> Result<String, String> {
        match self.kind.as_str() {
            "AWS::SecretsManager::Secret" | "AWS::SNS::Topic" => self.arn(),
            "AWS::SQS::Queue" => {
                Ok(format!("https://sqs.{}.amazonaws.com/{ACCOUNT}/{}", self.region, self.name))
            }
            "AWS::DynamoDB::Table"
            | "AWS::S3::Bucket"
            | "AWS::Events::EventBus"
            | "AWS::SES::EmailIdentity"
            | "AWS::SES::ConfigurationSet"
            | "AWS::SSM::Parameter"
            | "AWS::Logs::LogGroup"
            | "AWS::Serverless::Function"
            | "AWS::Lambda::Function"
            | "AWS::Serverless::HttpApi"
            | "AWS::KMS::Key"
            | "AWS::IAM::Role" => Ok(self.name.clone()),
            other => Err(format!("Ref of {} ({other}) is not known to the local cloud", self.id)),
        }
    }

    /// What `GetAtt` gives.
    pub fn attribute(&self, attribute: &str) -> Result<String, String> {
        match (self.kind.as_str(), attribute) {
            (_, "Arn") => self.arn(),
            ("AWS::DynamoDB::Table", "StreamArn") => Ok(format!("{}/stream/local", self.arn()?)),
            ("AWS::Events::EventBus", "Name") | ("AWS::SQS::Queue", "QueueName") => Ok(self.name.clone()),
            ("AWS::SQS::Queue", "QueueUrl") => self.reference(),
            ("AWS::S3::Bucket", "DomainName") => Ok(format!("{}.s3.amazonaws.com", self.name)),
            ("AWS::S3::Bucket", "RegionalDomainName") => {
                Ok(format!("{}.s3.{}.amazonaws.com", self.name, self.region))
            }
            (kind, _) => {
                Err(format!("GetAtt {}.{attribute} ({kind}) is not known to the local cloud", self.id))
            }
        }
    }

    /// The resource's ARN.
    pub fn arn(&self) -> Result<String, String> {
        let (service, path) = match self.kind.as_str() {
            "AWS::S3::Bucket" => return Ok(format!("arn:aws:s3:::{}", self.name)),
            "AWS::DynamoDB::Table" => ("dynamodb", format!("table/{}", self.name)),
            "AWS::Events::EventBus" => ("events", format!("event-bus/{}", self.name)),
            "AWS::SQS::Queue" => ("sqs", self.name.clone()),
            "AWS::SNS::Topic" => ("sns", self.name.clone()),
            "AWS::SES::EmailIdentity" => ("ses", format!("identity/{}", self.name)),
            "AWS::SES::ConfigurationSet" => ("ses", format!("configuration-set/{}", self.name)),
            "AWS::SecretsManager::Secret" => ("secretsmanager", format!("secret:{}", self.name)),
            "AWS::SSM::Parameter" => ("ssm", format!("parameter/{}", self.name.trim_start_matches('/'))),
            "AWS::Logs::LogGroup" => ("logs", format!("log-group:{}:*", self.name)),
            "AWS::KMS::Key" => ("kms", format!("key/{}", self.name)),
            "AWS::IAM::Role" => ("iam", format!("role/{}", self.name)),
            "AWS::Serverless::Function" | "AWS::Lambda::Function" => {
                ("lambda", format!("function:{}", self.name))
            }
            other => return Err(format!("the ARN of {} ({other}) is not known to the local cloud", self.id)),
        };
        let region = if service == "iam" { "" } else { self.region.as_str() };
        Ok(format!("arn:aws:{service}:{region}:{ACCOUNT}:{path}"))
    }
}
