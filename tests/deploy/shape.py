"""What the emulator ignores or would let pass, checked in the transformed template itself."""

import re

import template
from deploy import PACKAGES, PARAMETERS

# CloudFormation's limit is 500; the house keeps a stack below 120 functions.
MOST_RESOURCES = 500
MOST_FUNCTIONS = 120
TRANSFORMED = template.transform(template.read(), PACKAGES, PARAMETERS)["Resources"]


def of_type(kind: str) -> dict[str, dict]:
    return {name: resource["Properties"] for name, resource in TRANSFORMED.items() if resource["Type"] == kind}


def check_the_table_keeps_what_it_should():
    (table,) = of_type("AWS::DynamoDB::Table").values()
    assert table["TimeToLiveSpecification"] == {"AttributeName": "expires_at", "Enabled": True}
    assert table["StreamSpecification"] == {"StreamViewType": "NEW_AND_OLD_IMAGES"}
    assert table["PointInTimeRecoverySpecification"] == {"PointInTimeRecoveryEnabled": True}
    assert table["DeletionProtectionEnabled"] is True
    assert table["BillingMode"] == "PAY_PER_REQUEST"


def check_every_index_is_built_of_declared_attributes():
    (table,) = of_type("AWS::DynamoDB::Table").values()
    indexes = table["GlobalSecondaryIndexes"]
    assert sorted(index["IndexName"] for index in indexes) == [
        "by_company", "by_due", "by_email", "by_first_name", "by_name", "by_newest", "by_person",
    ]  # fmt: skip
    used = {key["AttributeName"] for schema in [table, *indexes] for key in schema["KeySchema"]}
    # DynamoDB refuses a table that declares more, or fewer, than its keys use.
    assert used == {declared["AttributeName"] for declared in table["AttributeDefinitions"]}


def check_files_leave_the_bucket_again():
    (bucket,) = of_type("AWS::S3::Bucket").values()
    rules = bucket["LifecycleConfiguration"]["Rules"]
    assert all(rule["Status"] == "Enabled" for rule in rules)
    days = {rule["Prefix"]: rule["ExpirationInDays"] for rule in rules if "Prefix" in rule}
    assert days == {"uploads/": 7, "drops/": 7, "pictures/": 1, "rows/": 90, "results/": 90, "exports/": 3, "people/": 1}
    assert any(rule.get("AbortIncompleteMultipartUpload") for rule in rules)


def check_the_bucket_is_shut_and_demands_tls():
    (bucket,) = of_type("AWS::S3::Bucket").values()
    assert all(bucket["PublicAccessBlockConfiguration"].values())
    (policy,) = of_type("AWS::S3::BucketPolicy").values()
    (statement,) = policy["PolicyDocument"]["Statement"]
    assert (statement["Effect"], statement["Principal"], statement["Action"]) == ("Deny", "*", "s3:*")
    assert statement["Condition"] == {"Bool": {"aws:SecureTransport": "false"}}


def check_every_grant_on_the_table_names_its_keys():
    for name, role in of_type("AWS::IAM::Role").items():
        for statement in [statement for policy in role.get("Policies", []) for statement in policy["PolicyDocument"]["Statement"]]:
            if "dynamodb:" in str(statement["Action"]):
                assert statement["Condition"]["Null"] == {"dynamodb:LeadingKeys": "false"}, name
                assert statement["Condition"]["ForAllValues:StringLike"]["dynamodb:LeadingKeys"], name


def check_what_must_not_be_lost_outlives_the_stack():
    for name in ("Table", "Files"):
        assert TRANSFORMED[name]["DeletionPolicy"] == TRANSFORMED[name]["UpdateReplacePolicy"] == "Retain", name


def check_whatever_fails_lands_in_the_dead_letters():
    letters = {"Fn::GetAtt": ["DeadLetters", "Arn"]}
    for name, rule in of_type("AWS::Events::Rule").items():
        assert all(target["DeadLetterConfig"] == {"Arn": letters} for target in rule["Targets"]), name
    for kind in ("AWS::Lambda::EventInvokeConfig", "AWS::Lambda::EventSourceMapping"):
        for name, properties in of_type(kind).items():
            assert properties["DestinationConfig"]["OnFailure"]["Destination"] == letters, name


def check_the_stack_fits():
    assert len(TRANSFORMED) <= MOST_RESOURCES
    functions = of_type("AWS::Lambda::Function")
    assert len(functions) <= MOST_FUNCTIONS
    roles = [str(function["Role"]) for function in functions.values()]
    assert len(set(roles)) == len(roles), "two functions share a role"
    assert all(function["Runtime"] == "provided.al2023" for function in functions.values())


def check_every_route_has_one_function_and_every_function_a_trigger():
    routes = template.routes({"Resources": TRANSFORMED})
    served = [function for _, _, function in routes]
    assert len(set(served)) == len(served)
    # A function that answers requests says which in its description.
    for method, path, function in routes:
        assert TRANSFORMED[function]["Properties"]["Description"] == f"{method} {path}", function
    invoked = re.findall(r"'FunctionName': \{'Ref': '(\w+)'\}", str(of_type("AWS::Lambda::Permission")))
    invoked += re.findall(r"'FunctionName': \{'Ref': '(\w+)'\}", str(of_type("AWS::Lambda::EventSourceMapping")))
    invoked += re.findall(r"'Arn': \{'Fn::GetAtt': \['(\w+)', 'Arn'\]\}", str(of_type("AWS::Scheduler::Schedule")))
    assert set(of_type("AWS::Lambda::Function")) == set(invoked)
