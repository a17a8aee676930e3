"""Makes a project in OpenRefine, reconciles its names, extends them, and looks at the result."""

import csv
import io
import json
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

REFINE, ISONYM = (address.rstrip("/") for address in sys.argv[1:])
SHEET = [
    ("海兰泡", "blagoveshchensk", "布拉戈维申斯克"),
    ("Благовещенске", "blagoveshchensk", "布拉戈维申斯克"),
    ("Blagoveschensk", "blagoveshchensk", "布拉戈维申斯克"),
    ("Хейхэ", "heihe", "黑河"),
    ("哈爾濱", "harbin", "哈尔滨"),
    ("Chabarowsk", "khabarovsk", "哈巴罗夫斯克"),
]


def ask(command, data=None, kind="application/x-www-form-urlencoded", **params):
    address = f"{REFINE}/command/core/{command}?{urllib.parse.urlencode(params)}"
    request = urllib.request.Request(address, data, {"Content-Type": kind} if data is not None else {})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return answer.geturl(), answer.read().decode()


def patiently(question):
    """Asks until there is an answer: OpenRefine takes a while to start."""
    for _ in range(240):
        try:
            return question()
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.5)
    sys.exit("OpenRefine did not start")


def token():
    return json.loads(ask("get-csrf-token")[1])["token"]


def project():
    sheet = "name\n" + "".join(f"{name}\n" for name, *_ in SHEET)
    parts = {"project-name": "names", "format": "text/line-based/*sv", "options": json.dumps({"separator": ",", "encoding": "UTF-8"})}
    body = "".join(f'--cut\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n' for name, value in parts.items())
    body += f'--cut\r\nContent-Disposition: form-data; name="project-file"; filename="names.csv"\r\nContent-Type: text/csv\r\n\r\n{sheet}\r\n--cut--\r\n'
    address, _ = ask("create-project-from-upload", body.encode(), "multipart/form-data; boundary=cut", csrf_token=token())
    return urllib.parse.parse_qs(urllib.parse.urlsplit(address).query)["project"][0]


def apply(number, operation):
    data = urllib.parse.urlencode({"operations": json.dumps([operation])}).encode()
    ask("apply-operations", data, project=number, csrf_token=token())
    for _ in range(120):
        if not json.loads(ask("get-processes", project=number)[1])["processes"]:
            return
        time.sleep(0.5)
    sys.exit(f"{operation['op']} does not end")


def main():
    patiently(token)
    number = project()
    everything = {"facets": [], "mode": "row-based"}
    with urllib.request.urlopen(f"{ISONYM}/reconcile") as answer:
        manifest = json.load(answer)
    apply(number, {
        "op": "core/recon", "columnName": "name", "engineConfig": everything,
        "config": {"mode": "standard-service", "service": f"{ISONYM}/reconcile", "identifierSpace": manifest["identifierSpace"],
                   "schemaSpace": manifest["schemaSpace"], "type": {"id": "place", "name": "place"}, "autoMatch": True, "columnDetails": [], "limit": 0},
    })
    # What the service would not say for sure, a person takes: here the best candidate of each.
    apply(number, {"op": "core/recon-match-best-candidates", "columnName": "name", "engineConfig": everything})
    apply(number, {
        "op": "core/extend-reconciled-data", "baseColumnName": "name", "engineConfig": everything, "columnInsertIndex": 1,
        "endpoint": f"{ISONYM}/reconcile", "identifierSpace": manifest["identifierSpace"], "schemaSpace": manifest["schemaSpace"],
        "extension": {"properties": [{"id": "zh", "name": "zh"}, {"id": "ru-gen", "name": "ru-gen"}]},
    })
    apply(number, {
        "op": "core/column-addition", "baseColumnName": "name", "newColumnName": "entry", "columnInsertIndex": 1, "onError": "store-error",
        "expression": "grel:cell.recon.match.id", "engineConfig": everything,
    })
    data = urllib.parse.urlencode({"engine": json.dumps(everything), "format": "csv"}).encode()
    _, text = ask("export-rows", data, project=number, csrf_token=token())
    print(text)
    rows = list(csv.DictReader(io.StringIO(text)))
    wrong = [name for row, (name, entry, chinese) in zip(rows, SHEET) if row["entry"] != entry or chinese not in row.values()]
    if len(rows) != len(SHEET) or wrong:
        sys.exit(f"not reconciled: {wrong}")
    print(f"{len(rows)} of {len(SHEET)} names reconciled and extended")


main()
