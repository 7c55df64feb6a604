"""Told last: what holds over all that the other stories did."""

import json
import os
import re
import subprocess
import sys

import template
from client import Client, link, mails
from deploy import STACK, Deployment
from emulator import ACCOUNT, REGION
from people import manager, open_account

# As many as the template lets into one batch.
BATCH = 100


def story_every_event_comes_again(deployment: Deployment):
    """The stream promises each record at least once: all that were, once more, change nothing."""
    client = manager(deployment)
    sent = len(mails(deployment, "@"))
    again = [record for record in stream(deployment) if is_event(record)]
    assert len(again) > sent, len(again)
    for start in range(0, len(again), BATCH):
        answer = deployment.invoke("PublishEvents", {"Records": again[start : start + BATCH]})
        assert answer == {"batchItemFailures": []}, answer
    # What is told after them is handled after them.
    _, login = open_account(deployment)
    link(deployment, login, "activate")
    assert len(mails(deployment, "@")) == sent + 1
    assert client.ask("GET", "/v1/customers").json()["items"] == []


def story_dead_letters_are_sent_again_by_one_command(deployment: Deployment):
    """The three kinds that the queue gets: from Lambda, from EventBridge, and places in the stream."""
    records = [record for record in stream(deployment) if is_event(record)]
    arn, shard = stream_of(deployment)
    function = {"functionArn": deployment.resources["PublishEvents"]}
    place = {"streamArn": arn, "shardId": shard, "startSequenceNumber": records[0]["dynamodb"]["SequenceNumber"], "batchSize": 1}
    nobody = {"detail-type": "nothing.happened", "source": "deskhand", "detail": {}}
    letters = (
        ({"requestContext": function, "requestPayload": {"Records": records[:1]}}, {}),
        ({"requestContext": function, "DDBStreamBatchInfo": place}, {}),
        (nobody, {"TARGET_ARN": {"DataType": "String", "StringValue": deployment.resources["SendMail"]}}),
    )
    queue, sqs = deployment.resources["DeadLetters"], deployment.emulator.client("sqs")
    for body, attributes in letters:
        sqs.send_message(QueueUrl=queue, MessageBody=json.dumps(body), MessageAttributes=attributes)
    sent = len(mails(deployment, "@"))
    place_of = {"AWS_ENDPOINT_URL": deployment.emulator.url, "AWS_DEFAULT_REGION": REGION}
    keys = {"AWS_ACCESS_KEY_ID": ACCOUNT, "AWS_SECRET_ACCESS_KEY": "secret"}
    command = [sys.executable, str(template.SOURCE.parents[1] / "scripts/redrive"), STACK]
    done = subprocess.run(command, env={**os.environ, **place_of, **keys}, capture_output=True, text=True, timeout=60)
    assert done.stdout == "3 sent again\n", (done.stdout, done.stderr)
    assert not sqs.receive_message(QueueUrl=queue).get("Messages")
    assert len(mails(deployment, "@")) == sent, "what was done before is not done again"


def stream_of(deployment: Deployment) -> tuple[str, str]:
    """The table's stream and its newest shard."""
    table = deployment.emulator.client("dynamodb").describe_table(TableName=deployment.resources["Table"])["Table"]
    arn = table["LatestStreamArn"]
    return arn, deployment.emulator.client("dynamodbstreams").describe_stream(StreamArn=arn)["StreamDescription"]["Shards"][-1]["ShardId"]


def stream(deployment: Deployment) -> list[dict]:
    """All records of the table's stream, as the function is given them."""
    table = deployment.emulator.client("dynamodb").describe_table(TableName=deployment.resources["Table"])["Table"]
    streams = deployment.emulator.client("dynamodbstreams")
    arn = table["LatestStreamArn"]
    records = []
    for shard in streams.describe_stream(StreamArn=arn)["StreamDescription"]["Shards"]:
        place = streams.get_shard_iterator(StreamArn=arn, ShardId=shard["ShardId"], ShardIteratorType="TRIM_HORIZON")["ShardIterator"]
        while place:
            page = streams.get_records(ShardIterator=place)
            records += page["Records"]
            place = page.get("NextShardIterator") if page["Records"] else None
    return records


def is_event(record: dict) -> bool:
    """The filter of the template's trigger."""
    change = record["dynamodb"]
    # The only value that is no JSON, and that the function doesn't read.
    change.pop("ApproximateCreationDateTime", None)
    return record["eventName"] == "INSERT" and change["NewImage"].get("type") == {"S": "event"}


def story_every_function_was_asked(deployment: Deployment):
    """Each has a role of its own, which only a request to it can prove right."""
    missed = []
    for method, path, _ in (route for area in deployment.areas.values() for route in template.routes(area)):
        pattern = re.compile(re.sub(r"\{\w+\}", "[^/]+", path))
        if not any(method == asked and pattern.fullmatch(at) for asked, at in deployment.asked):
            missed.append(f"{method} {path}")
    assert not missed, missed


def story_nothing_waits_in_the_dead_letters(deployment: Deployment):
    queue = deployment.resources["DeadLetters"]
    got = deployment.emulator.client("sqs").receive_message(QueueUrl=queue, MaxNumberOfMessages=10)
    assert not got.get("Messages"), got["Messages"]
    denied = [line for line in deployment.logs(10_000).splitlines() if "is not authorized" in line]
    assert not denied, denied


def story_an_unknown_route_leads_nowhere(deployment: Deployment):
    Client(deployment).ask("PUT", "/v1/customers", {}, expect=404)
