"""A file of customers, the same every time, and what an import must say of it."""

import csv
import time
from pathlib import Path

COMPANIES = 2000
FIRST = ("Ana", "Ben", "Chloé", "Dario", "Elif", "Fatima", "Günther", "Hana", "Inês", "Jonas", "Kenji", "Lucía")
LAST = ("Almeida", "Brandt", "Costa", "Dubois", "Eriksen", "Ferrari", "García", "Horváth", "Ivanova", "Jansen", "Kowalski")
HEAD = "first_name,last_name,email,company,job_title,department,office_phone,address\n"
# In every hundred rows the row at this place has the address of the one seven before, or none at all.
DUPLICATE, INVALID = 50, 99


def write(path: Path, rows: int) -> dict[str, int]:
    """Writes the file; gives the counts that its import must end with."""
    counts = {"rows": rows, "create": 0, "update": 0, "exists": 0, "duplicate": 0, "invalid": 0, "denylisted": 0}
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(HEAD)
        for row in range(rows):
            address, verdict = f"person{row}@import.example", "create"
            if row % 100 == DUPLICATE:
                address, verdict = f"Person{row - 7}@import.example", "duplicate"
            elif row % 100 == INVALID:
                address, verdict = f"person{row} at import.example", "invalid"
            counts[verdict] += 1
            first, last = FIRST[row % len(FIRST)], LAST[row * 7 % len(LAST)]
            place = f'"{row % 300} Long Street, Floor {row % 9}"'
            file.write(f"{first},{last},{address},Company {row % COMPANIES:04},Clerk,Sales,+49 30 {row:07},{place}\n")
    return counts


def floor(path: Path) -> float:
    """Milliseconds of CPU a row that Python's own reader of CSV takes for the file: how fast this machine is."""
    before, rows = time.process_time_ns(), 0
    with path.open(encoding="utf-8", newline="") as file:
        for _ in csv.reader(file):
            rows += 1
    return (time.process_time_ns() - before) / 1e6 / rows
