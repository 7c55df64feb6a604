"""What the emulator ignores or would let pass, checked in the transformed template itself."""

import re

import template
from deploy import PACKAGES, PARAMETERS

# CloudFormation's limit for a stack, and HTTP API's.
MOST_RESOURCES = 500
MOST_INTEGRATIONS = 300
# Three resources a function; an area with more is split before it meets the limit.
MOST_FUNCTIONS = 120
# CloudFront's limit, unless AWS is asked for more.
MOST_BEHAVIORS = 25
# Policies that AWS manages.
CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
ALL_BUT_HOST = "b689b0a8-53d0-40ab-baf2-68738e2966ac"
WRITTEN = template.areas(template.read())
ROOT = template.transform(template.read(), PACKAGES, PARAMETERS)
AREAS = {name: template.transform_area(area, PACKAGES) for name, area in template.areas(template.read()).items()}


def of_type(kind: str) -> dict[str, dict]:
    """Resources of all stacks by logical ids, of which no two are the same but the APIs'."""
    stacks = [ROOT, *AREAS.values()]
    return {name: one["Properties"] for stack in stacks for name, one in stack["Resources"].items() if one["Type"] == kind}


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
    bucket = of_type("AWS::S3::Bucket")["Files"]
    rules = bucket["LifecycleConfiguration"]["Rules"]
    assert all(rule["Status"] == "Enabled" for rule in rules)
    days = {rule["Prefix"]: rule["ExpirationInDays"] for rule in rules if "Prefix" in rule}
    assert days == {"uploads/": 7, "drops/": 7, "pictures/": 1, "rows/": 90, "results/": 90, "exports/": 3, "people/": 1}
    assert any(rule.get("AbortIncompleteMultipartUpload") for rule in rules)


def check_the_buckets_are_shut_and_demand_tls():
    buckets, policies = of_type("AWS::S3::Bucket"), of_type("AWS::S3::BucketPolicy")
    assert {policy["Bucket"]["Ref"] for policy in policies.values()} == set(buckets) == {"Files", "Web"}
    for bucket in buckets.values():
        assert all(bucket["PublicAccessBlockConfiguration"].values())
    for policy in policies.values():
        denied, *allowed = policy["PolicyDocument"]["Statement"]
        assert (denied["Effect"], denied["Principal"], denied["Action"]) == ("Deny", "*", "s3:*")
        assert denied["Condition"] == {"Bool": {"aws:SecureTransport": "false"}}
        for statement in allowed:
            assert statement["Principal"] == {"Service": "cloudfront.amazonaws.com"}
            assert statement["Action"] in ("s3:GetObject", "s3:ListBucket")
            assert "distribution/${Distribution}" in str(statement["Condition"]["StringEquals"]["aws:SourceArn"])


def check_the_edge_has_pages_and_api_at_one_origin():
    (distribution,) = (one["DistributionConfig"] for one in of_type("AWS::CloudFront::Distribution").values())
    assert (distribution["HttpVersion"], distribution["DefaultRootObject"]) == ("http2and3", "index.html")
    certificate = distribution["ViewerCertificate"]["Fn::If"]
    assert certificate[0] == "HasDomain" and certificate[1]["MinimumProtocolVersion"] == "TLSv1.2_2021"
    pages, behaviors = distribution["DefaultCacheBehavior"], distribution["CacheBehaviors"]
    assert pages["TargetOriginId"] == "web" and pages["Compress"] and pages["ViewerProtocolPolicy"] == "redirect-to-https"
    assert pages["ResponseHeadersPolicyId"] == {"Ref": "PageHeaders"}
    # What is no file is a page; what the API has not stays a 404.
    assert [one["EventType"] for one in pages["FunctionAssociations"]] == ["viewer-request"]
    assert "CustomErrorResponses" not in distribution
    assert len(behaviors) < MOST_BEHAVIORS
    for behavior in behaviors:
        # The API is told who asks, by one who proves to be the distribution.
        (told,) = behavior["FunctionAssociations"]
        assert told == {"EventType": "viewer-request", "FunctionARN": {"Fn::GetAtt": ["ViewerAddress", "FunctionARN"]}}
        assert behavior["CachePolicyId"] == CACHING_DISABLED and behavior["OriginRequestPolicyId"] == ALL_BUT_HOST
    apis = [origin for origin in distribution["Origins"] if origin["Id"] != "web"]
    assert {origin["Id"] for origin in apis} == {behavior["TargetOriginId"] for behavior in behaviors}
    for api in apis:
        (proof,) = api["OriginCustomHeaders"]
        assert proof["HeaderName"] == "x-deskhand-edge" and ":deskhand/keys:SecretString:edge_key" in proof["HeaderValue"]


def check_the_edge_sends_every_path_to_the_area_that_answers_it():
    for name, area in AREAS.items():
        for _, path, _ in template.routes(area):
            assert template.area_of(ROOT, path) == name, path
    assert template.area_of(ROOT, "/customers") is None


def check_pages_are_sent_with_a_policy_that_trusts_nobody_else():
    (policy,) = (one["ResponseHeadersPolicyConfig"] for one in of_type("AWS::CloudFront::ResponseHeadersPolicy").values())
    security = policy["SecurityHeadersConfig"]
    assert all(header["Override"] for header in [*security.values(), *policy["CustomHeadersConfig"]["Items"]])
    content = security["ContentSecurityPolicy"]["ContentSecurityPolicy"]["Fn::Sub"]
    assert content.startswith("default-src 'none'; script-src 'self'; style-src 'self';") and "unsafe" not in content
    assert security["StrictTransportSecurity"]["AccessControlMaxAgeSec"] >= 365 * 24 * 3600


def check_every_grant_on_the_table_names_its_keys():
    for name, role in of_type("AWS::IAM::Role").items():
        for statement in [statement for policy in role.get("Policies", []) for statement in policy["PolicyDocument"]["Statement"]]:
            if "dynamodb:" in str(statement["Action"]):
                assert statement["Condition"]["Null"] == {"dynamodb:LeadingKeys": "false"}, name
                assert statement["Condition"]["ForAllValues:StringLike"]["dynamodb:LeadingKeys"], name


def check_what_must_not_be_lost_outlives_the_stack():
    for name in ("Table", "Files"):
        kept = ROOT["Resources"][name]
        assert kept["DeletionPolicy"] == kept["UpdateReplacePolicy"] == "Retain", name


def check_whatever_fails_lands_in_the_dead_letters():
    letters = {"Ref": "DeadLetters"}
    queue = {"Fn::GetAtt": ["DeadLetters", "Arn"]}
    assert ROOT["Resources"]["Background"]["Properties"]["Parameters"]["DeadLetters"] == queue
    for name, rule in of_type("AWS::Events::Rule").items():
        assert all(target["DeadLetterConfig"] == {"Arn": letters} for target in rule["Targets"]), name
    for kind in ("AWS::Lambda::EventInvokeConfig", "AWS::Lambda::EventSourceMapping"):
        for name, properties in of_type(kind).items():
            assert properties["DestinationConfig"]["OnFailure"]["Destination"] == letters, name


def check_the_stacks_fit():
    for name, stack in [("root", ROOT), *AREAS.items()]:
        assert len(stack["Resources"]) <= MOST_RESOURCES, name
        assert len(template.routes(stack)) <= MOST_INTEGRATIONS, name
    for name, area in WRITTEN.items():
        assert len(template.functions(area)) <= MOST_FUNCTIONS, name
    functions = of_type("AWS::Lambda::Function")
    roles = [str(function["Role"]) for function in functions.values()]
    assert len(set(roles)) == len(roles), "two functions share a role"
    assert all(function["Runtime"] == "provided.al2023" for function in functions.values())


def check_the_areas_have_the_same_globals():
    """A template can't take them from another, so they stand in each."""
    first, *others = [area["Globals"] for area in WRITTEN.values()]
    assert all(other == first for other in others)


def check_no_two_functions_have_one_name():
    names = [name for area in WRITTEN.values() for name in template.functions(area)]
    assert len(set(names)) == len(names)


def check_every_route_has_one_function_and_every_function_a_trigger():
    functions = of_type("AWS::Lambda::Function")
    routes = [route for area in AREAS.values() for route in template.routes(area)]
    served = [function for _, _, function in routes]
    assert len(set(served)) == len(served)
    # A function that answers requests says which in its description.
    for method, path, function in routes:
        assert functions[function]["Description"] == f"{method} {path}", function
    invoked = re.findall(r"'FunctionName': \{'Ref': '(\w+)'\}", str(of_type("AWS::Lambda::Permission")))
    invoked += re.findall(r"'FunctionName': \{'Ref': '(\w+)'\}", str(of_type("AWS::Lambda::EventSourceMapping")))
    invoked += re.findall(r"'Arn': \{'Fn::GetAtt': \['(\w+)', 'Arn'\]\}", str(of_type("AWS::Scheduler::Schedule")))
    assert set(functions) == set(invoked)
