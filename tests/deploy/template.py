"""The template as deployed: local folders replaced by uploaded packages, SAM's resources by CloudFormation's."""

from fnmatch import fnmatchcase
from pathlib import Path

import boto3
from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator
from samtranslator.yaml_helper import yaml_parse

from emulator import REGION

SOURCE = Path(__file__).parents[2] / "infra" / "template.yaml"
FUNCTION = "AWS::Serverless::Function"
APPLICATION = "AWS::Serverless::Application"


def read(source: Path = SOURCE) -> dict:
    """A template as it is written."""
    return yaml_parse(source.read_text())


def areas(root: dict) -> dict[str, dict]:
    """The templates of the root's applications, as they are written, by their logical ids."""
    found = {name: one["Properties"]["Location"] for name, one in root["Resources"].items() if one["Type"] == APPLICATION}
    return {name: read(SOURCE.parent / location) for name, location in found.items()}


def binary(function: dict) -> str:
    """The name of the binary that a function runs."""
    return Path(function["Properties"]["CodeUri"]).name


def functions(template: dict) -> dict[str, dict]:
    return {name: resource for name, resource in template["Resources"].items() if resource["Type"] == FUNCTION}


def transform(template: dict, packages: str, parameters: dict[str, str]) -> dict:
    """What `sam package` and then AWS's transform make of it: `packages` is the bucket with code and templates."""
    for function in functions(template).values():
        function["Properties"]["CodeUri"] = f"s3://{packages}/{binary(function)}.zip"
    for name, resource in template["Resources"].items():
        if resource["Type"] == APPLICATION:
            resource["Properties"]["Location"] = f"https://s3.{REGION}.amazonaws.com/{packages}/{name}.json"
    # The translator asks nobody; it wants the session only to know the region.
    translator = Translator({}, Parser(), boto_session=boto3.Session(region_name=REGION))
    transformed = translator.translate(template, dict(parameters))
    # It has kept measures of its work, which go nowhere, and complains about those not fetched.
    translator.metrics.publish()
    return transformed


def transform_area(area: dict, packages: str) -> dict:
    """The same for an application's template, whose parameters are known only when the root is deployed."""
    return transform(area, packages, {})


def routes(transformed: dict) -> list[tuple[str, str, str]]:
    """Every route of an area's HTTP API, if it has one: method, path, and the function's logical id."""
    apis = [r for r in transformed["Resources"].values() if r["Type"] == "AWS::ApiGatewayV2::Api"]
    assert len(apis) <= 1
    found = []
    for path, methods in (item for api in apis for item in api["Properties"]["Body"]["paths"].items()):
        for method, operation in methods.items():
            integration = operation["x-amazon-apigateway-integration"]
            assert integration["payloadFormatVersion"] == "2.0", (method, path)
            logical_id = integration["uri"]["Fn::Sub"].split("functions/${")[1].split(".Arn}")[0]
            found.append((method.upper(), path, logical_id))
    return found


def area_of(root: dict, path: str) -> str | None:
    """The area whose API the edge asks for a path: the first behavior with a pattern for it decides."""
    (edge,) = [r["Properties"]["DistributionConfig"] for r in root["Resources"].values() if r["Type"] == "AWS::CloudFront::Distribution"]
    hosts = {origin["Id"]: origin["DomainName"] for origin in edge["Origins"]}
    for behavior in edge["CacheBehaviors"]:
        if fnmatchcase(path, behavior["PathPattern"]):
            application, output = hosts[behavior["TargetOriginId"]]["Fn::GetAtt"]
            assert output == "Outputs.ApiHost"
            return application
    return None


def for_emulator(transformed: dict) -> dict:
    """What is different in the emulator. It checks each call's action and resource against the function's role and the
    bucket's policy, but it can't tell the leading keys of a DynamoDB call nor the identity that mail is sent from, and it
    speaks HTTP without TLS, because functions trust Amazon's certificates alone. So the conditions that ask for keys to be
    present go (the local cloud checks the keys), mail may be sent from anywhere, and the policies that demand TLS go. It has
    no CloudFront, so the web app's edge goes, too; `shape` looks at that."""
    roles = [r["Properties"] for r in transformed["Resources"].values() if r["Type"] == "AWS::IAM::Role"]
    policies = [policy["PolicyDocument"] for role in roles for policy in role.get("Policies", [])]
    for statement in [statement for policy in policies for statement in policy["Statement"]]:
        statement.get("Condition", {}).pop("Null", None)
        if statement["Action"] == ["ses:SendRawEmail"]:
            statement["Resource"] = "*"
    resources = transformed["Resources"]
    edge = [name for name, resource in resources.items() if resource["Type"].startswith("AWS::CloudFront::")]
    for name in ["FilesPolicy", "WebPolicy", *edge]:
        resources.pop(name, None)
    for name in ("WebUrl", "DistributionId"):
        transformed["Outputs"].pop(name, None)
    transformed.pop("Rules", None)
    return transformed
