"""The people of the stories: managers with an account of their own, made the way everybody makes one."""

import itertools

from client import Client, link
from deploy import Deployment

PASSWORD = "Al-7-kfzquwx"
numbers = itertools.count(1)


def open_account(deployment: Deployment) -> tuple[Client, str]:
    """Opens an account; gives its manager, who has not set a password yet, and their login."""
    login = f"manager{next(numbers)}@example.org"
    visitor = Client(deployment)
    assert visitor.ask("GET", "/v1/accounts").json() == {"open": True}
    visitor.ask(
        "POST",
        "/v1/accounts",
        {"name": f"Desk of {login}", "login": login, "first_name": "Ada", "last_name": "Berg", "time_zone": "Europe/Lisbon"},
        expect=201,
    )
    return visitor, login


def manager(deployment: Deployment) -> Client:
    """A manager of a new account, signed in."""
    client, login = open_account(deployment)
    token = link(deployment, login, "activate")
    client.ask("PUT", f"/v1/activations/{token}", {"password": PASSWORD}, expect=204)
    client.sign_in(login, PASSWORD)
    return client
