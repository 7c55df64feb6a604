"""Deploys the template into the emulator as `sam deploy` would: keys, packages, stack; then what the emulator leaves out."""

import base64
import copy
import io
import json
import os
import secrets
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

import template
from emulator import ACCOUNT, REGION, Emulator

STACK = "deskhand"
PACKAGES = "packages"
SENDER = "desk@example.com"
APP_URL = "https://desk.example.com"
PARAMETERS = {"AppUrl": APP_URL, "Sender": SENDER, "OpenAccounts": "true", "Architecture": "x86_64"}
# Where `build` puts the binaries.
BINARIES = Path(os.environ.get("CARGO_TARGET_DIR") or template.SOURCE.parents[1] / "target") / "lambda"


@dataclass
class Deployment:
    """What is deployed, and the way in."""

    emulator: Emulator
    # The root's template, and those of the areas by their logical ids.
    root: dict
    areas: dict[str, dict]
    # Physical ids by logical ids, of all stacks; no two functions share one.
    resources: dict[str, str]
    outputs: dict[str, str]
    # Where the areas' APIs answer.
    apis: dict[str, str]
    # What was answered as expected, by method and path.
    asked: set[tuple[str, str]] = field(default_factory=set)

    def url(self, path: str) -> str:
        """Where a path of the API is answered. What the edge would send elsewhere has no address here."""
        return self.apis[template.area_of(self.root, path.split("?")[0])] + path

    def invoke(self, logical_id: str, event: dict) -> dict:
        """Invokes a function by hand."""
        name = self.resources[logical_id]
        answer = self.emulator.client("lambda").invoke(FunctionName=name, Payload=json.dumps(event).encode())
        payload = json.loads(answer["Payload"].read())
        assert "FunctionError" not in answer, payload
        return payload

    def logs(self, lines: int = 60) -> str:
        """What the functions wrote last."""
        events = self.emulator.client("logs").filter_log_events(logGroupName=self.resources["Logs"], limit=10_000)["events"]
        return "\n".join(event["message"].rstrip() for event in events[-lines:])


def deploy(emulator: Emulator) -> Deployment:
    keys = keep_keys(emulator)
    emulator.client("ses").verify_email_identity(EmailAddress=SENDER)
    root = template.read()
    areas = template.areas(root)
    upload(emulator, {template.binary(function) for area in areas.values() for function in template.functions(area).values()})
    areas = {name: template.transform_area(area, PACKAGES) for name, area in areas.items()}
    for name, area in areas.items():
        keep(emulator, name, template.for_emulator(copy.deepcopy(area)), keys)
    root = template.transform(root, PACKAGES, PARAMETERS)
    keep(emulator, "root", template.for_emulator(copy.deepcopy(root)), {})
    resources, outputs = create_stack(emulator)
    apis = {}
    for name, area in areas.items():
        stack = resources_of(emulator, resources[name])
        if template.routes(area):
            apis[name] = create_routes(emulator, area, stack)
        resources |= stack
    return Deployment(emulator, root, areas, resources, outputs, apis)


def keep_keys(emulator: Emulator) -> dict[str, str]:
    """The secret that has to be there before the first deployment; gives what is in it."""
    signing = Ed25519PrivateKey.generate()
    keys = {
        "signing_key": signing.private_bytes_raw(),
        "verifying_key": signing.public_key().public_bytes_raw(),
        "data_key": secrets.token_bytes(32),
        "edge_key": secrets.token_bytes(32),
    }
    told = {name: base64.b64encode(key).decode() for name, key in keys.items()}
    emulator.client("secretsmanager").create_secret(Name="deskhand/keys", SecretString=json.dumps(told))
    return told


def upload(emulator: Emulator, binaries: set[str]):
    s3 = emulator.client("s3")
    s3.create_bucket(Bucket=PACKAGES, CreateBucketConfiguration={"LocationConstraint": REGION})
    for binary in binaries:
        package = io.BytesIO()
        with zipfile.ZipFile(package, "w", zipfile.ZIP_STORED) as archive:
            # `write` keeps the mode: a bootstrap has to be executable.
            archive.write(BINARIES / binary / "bootstrap", "bootstrap")
        s3.put_object(Bucket=PACKAGES, Key=f"{binary}.zip", Body=package.getvalue())


def keep(emulator: Emulator, name: str, transformed: dict, keys: dict[str, str]):
    """Puts a template where CloudFormation finds it: it takes 51,200 bytes inline, and a million from a bucket. The emulator
    looks no secrets up for a nested stack, so its keys stand in it."""
    text = json.dumps(transformed)
    for key, value in keys.items():
        text = text.replace(f"{{{{resolve:secretsmanager:deskhand/keys:SecretString:{key}}}}}", value)
    body = text.encode()
    assert len(body) <= 1_000_000, (name, len(body))
    emulator.client("s3").put_object(Bucket=PACKAGES, Key=f"{name}.json", Body=body)


def create_stack(emulator: Emulator) -> tuple[dict[str, str], dict[str, str]]:
    cloudformation = emulator.client("cloudformation")
    cloudformation.create_stack(
        StackName=STACK,
        TemplateURL=f"{emulator.url}/{PACKAGES}/root.json",
        Parameters=[{"ParameterKey": key, "ParameterValue": value} for key, value in PARAMETERS.items()],
        Capabilities=["CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"],
    )
    try:
        cloudformation.get_waiter("stack_create_complete").wait(StackName=STACK, WaiterConfig={"Delay": 1, "MaxAttempts": 120})
    except Exception as error:
        events = cloudformation.describe_stack_events(StackName=STACK)["StackEvents"]
        failures = [f"{e['LogicalResourceId']}: {e.get('ResourceStatusReason')}" for e in events if "FAILED" in e["ResourceStatus"]]
        raise RuntimeError("the stack was not created:\n" + "\n".join(failures)) from error
    (stack,) = cloudformation.describe_stacks(StackName=STACK)["Stacks"]
    return resources_of(emulator, STACK), {output["OutputKey"]: output["OutputValue"] for output in stack["Outputs"]}


def resources_of(emulator: Emulator, stack: str) -> dict[str, str]:
    """Physical ids of a stack by logical ids."""
    pages = emulator.client("cloudformation").get_paginator("list_stack_resources").paginate(StackName=stack)
    return {r["LogicalResourceId"]: r["PhysicalResourceId"] for page in pages for r in page["StackResourceSummaries"]}


def create_routes(emulator: Emulator, area: dict, resources: dict[str, str]) -> str:
    """The emulator makes an API but doesn't read its OpenAPI body, so its routes are made from that one by one."""
    gateway = emulator.client("apigatewayv2")
    api = resources["Api"]
    for method, path, function in template.routes(area):
        arn = f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:{resources[function]}"
        integration = gateway.create_integration(
            ApiId=api, IntegrationType="AWS_PROXY", IntegrationUri=arn, IntegrationMethod="POST", PayloadFormatVersion="2.0"
        )
        gateway.create_route(ApiId=api, RouteKey=f"{method} {path}", Target=f"integrations/{integration['IntegrationId']}")
    # On AWS the stage is in the host name; here, where host names lead nowhere, it is in the path.
    return f"{emulator.url}/_aws/execute-api/{api}/$default"
