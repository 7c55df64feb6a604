"""How often an endpoint goes to the table and back, one trip after the other: read in the code, not measured."""

from budget import line, table

BUDGET_READ, BUDGET_WRITE = 1, 2
# Endpoints above their budget, as the code stands: how many trips, and which. Trips side by side count as one.
READS = (
    ("ShowCustomer", "2", "the customer, then their company; 1 when they have none"),
    ("ListCustomers", "2", "the page, then its companies; with a text up to 3 queries for the page"),
    ("ListRows", "2 and more", "the import, then its chunks; after that a file of the bucket for each chunk"),
    ("ShowActivation", "2 to 3", "the link, then user and account; for a customer the customer, then the account"),
)
WRITES = (
    ("BeginSignIn", "3 to 7", "login with its wrong passwords, user and account, the teams of somebody in one, the sign-in; forgetting wrong passwords if any; where logins are counted, those that are taken, and who has them when all seem so"),
    ("TakeLogin", "5 to 7", "user and account, login and teams and denylist, the taken logins, who has them, each end of an idle one, the sign-in"),
    ("RefreshSignIn", "3 to 5", "the sign-in, user and account, the new secret; of somebody in a team the teams, and the taken logins where they are counted"),
    ("ResetPassword", "6 and more", "link, user, login, the password, the sign-ins, each end of one, the wrong passwords"),
    ("Activate", "4", "link, user, login, the password; for a customer 3"),
    ("ChangePassword", "5 and more", "user, login twice, the password, the sign-ins, each end of one"),
    ("UpdateMe", "2 to 3", "user and account, the change; a new login looks the old one up"),
    ("UpdateCustomer", "3", "the customer, what the change names, the change"),
    ("DeleteCompany", "3", "the company, whether anybody works there, the end"),
    ("UpdateService", "2 to 3", "the service, its companies if any, the change"),
    ("ConfirmImport", "2 to 3", "the services if any, the import, the change"),
)


def measure() -> dict:
    def budget(what: str, most: int, over: tuple) -> dict:
        names = ", ".join(name for name, *_ in over)
        return line(f"sequential round trips of {what}", f"{most}", f"more in {len(over)}: {names}" if over else "all", not over)

    text = (
        "Operations and capacity units of each endpoint are in [capacity.md](capacity.md), made by `make capacity` and checked by a "
        "test. These ask one after the other for more than the budget says; read in the code:\n\n"
        + table(["endpoint", "trips", "which"], [list(row) for row in READS + WRITES], figures=False)
        + "\n\nOn top come one look at the sign-in, once a minute for each warm function, and one trip for a `POST` with an "
        "`Idempotency-Key`: the look for an earlier answer. Its own answer is kept with its work."
    )
    return {"title": "Round trips", "budgets": [budget("a read", BUDGET_READ, READS), budget("a write", BUDGET_WRITE, WRITES)], "text": text}
