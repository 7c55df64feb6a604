"""Reads CSV files with Python's csv module, by the rules of domain::csv_file.

Each line of input is JSON: {"file": base64, "encoding": Python's name, "delimiter": one character};
each line of output: {"names": [...], "records": [[row, line, cells, fault or null], ...]}.
"""
import base64, csv, io, json, sys


def closed(lines, delimiter):
    *_, last = csv.reader(lines + ["\n" if lines[-1][-1] not in "\r\n" else "", "END"], delimiter=delimiter)
    return last == ["END"]


def records(text, delimiter):
    lines, at = list(io.StringIO(text, newline="")), 0
    while at < len(lines):
        start, reader = at, csv.reader(lines[at:], delimiter=delimiter)
        for cells in reader:
            line, at = at, start + reader.line_num
            if at == len(lines) and not closed(lines[line:], delimiter):
                first = lines[line].rstrip("\r\n")
                yield line + 1, next(csv.reader([first], delimiter=delimiter)), first, "unclosed_quote"
                at = line + 1
                break
            yield line + 1, cells, "".join(lines[line:at]), None


def judged(cells, columns, fault):
    if fault is None and "\ufffd" in "".join(cells):
        fault = "undecodable"
    elif fault is None and len(cells) > columns and not any(cells[columns:]):
        cells = cells[:columns]
    elif fault is None and len(cells) != columns:
        fault = "cell_count"
    return cells, fault


def read(text, delimiter):
    names, out = None, []
    for line, cells, raw, fault in records(text, delimiter):
        if cells == []:
            continue
        if names is None:
            names = [name.strip() for name in cells]
            while names and not names[-1]:
                names.pop()
            continue
        if len(cells) == 1 and len(names) > 1 and not raw.strip(" \t\r\n") and fault is None:
            continue
        cells, fault = judged(cells, len(names), fault)
        out.append([len(out) + 1, line, cells, fault])
    return {"names": names, "records": out}


csv.field_size_limit(1 << 30)
for case in map(json.loads, sys.stdin):
    text = base64.b64decode(case["file"]).decode(case["encoding"], "replace")
    print(json.dumps(read(text, case["delimiter"])), flush=True)
