"""Checks isonym's TBX and XLSX against translate-toolkit and openpyxl: check.py ISONYM GLOSSARY.csv WORKDIR"""

import csv
import subprocess
import sys
from pathlib import Path

import openpyxl
from translate.storage import tbx

ISONYM, GLOSSARY, WORK = sys.argv[1], sys.argv[2], Path(sys.argv[3])
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
TAGS = {"zh": "zh-Hans", "ru": "ru", "en": "en"}


def isonym(*args):
    return subprocess.run([ISONYM, "glossary", *args], check=True, capture_output=True, text=True).stdout


def rows(text):
    return list(csv.DictReader(text.splitlines()))


def preferred(table):
    """By id and language tag, the first preferred ordinary name."""
    names = {}
    for row in table:
        if row["status"] == "preferred" and not row["form"] and not row["style"]:
            for lang, tag in TAGS.items():
                if row[lang]:
                    names.setdefault((row["id"], tag), row[lang])
    return names


def check(what, count, wrong):
    if wrong:
        sys.exit(f"{what}: {len(wrong)} of {count} differ, first {wrong[0]}")
    print(f"{what}: {count} names agree")


with open(GLOSSARY, encoding="utf-8") as file:
    ours = rows(file.read())
wanted = preferred(ours)

# Our TBX, read by translate-toolkit.
base = WORK / "names.tbx"
isonym("export", GLOSSARY, "--output", str(base))
store = tbx.tbxfile.parsefile(str(base))
theirs = {(unit.getid(), node.get(LANG)): unit.getNodeText(node) for unit in store.units for node in unit.getlanguageNodes()}
check("translate-toolkit reads our TBX", len(wanted), [key for key, name in wanted.items() if theirs.get(key) != name])

# What translate-toolkit writes of it again, read by us.
again = WORK / "again.tbx"
with open(again, "wb") as file:
    store.serialize(file)
back = rows(isonym("import", str(again)))
check("isonym reads translate-toolkit's TBX", len(wanted), [key for key in wanted if preferred(back).get(key) != wanted[key]])

# A base that translate-toolkit made by itself.
made = tbx.tbxfile(sourcelanguage="ru", targetlanguage="en")
for source, target in (("Хэйхэ", "Heihe"), ("Благовещенск", "Blagoveshchensk & <more>")):
    unit = made.addsourceunit(source)
    unit.target = target
with open(WORK / "made.tbx", "wb") as file:
    made.serialize(file)
pairs = {(row["ru"], row["en"]) for row in rows(isonym("import", str(WORK / "made.tbx")))}
check("isonym reads a TBX made by translate-toolkit", 2, [] if ("Благовещенск", "Blagoveshchensk & <more>") in pairs and len(pairs) == 2 else [pairs])

# Our XLSX, read by openpyxl.
book = WORK / "names.xlsx"
isonym("export", GLOSSARY, "--output", str(book))
sheet = openpyxl.load_workbook(book).active
header, *lines = [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
table = [{**dict(zip(header, line)), "zh": line[header.index("zh-Hans")]} for line in lines]
check("openpyxl reads our XLSX", len(wanted), [key for key in wanted if preferred(table).get(key) != wanted[key]])

# A workbook made by openpyxl, with headers of its own, a number and an empty row.
made = openpyxl.Workbook()
for row in (["Русский", "English", "Remark"], ["Хэйхэ", "Heihe", 2023], [], ["Харбин", "Harbin", None]):
    made.active.append(row)
made.save(WORK / "made.xlsx")
read = rows(isonym("import", str(WORK / "made.xlsx"), "--map", "Remark=note"))
found = [(row["ru"], row["en"], row["note"]) for row in read]
check("isonym reads an XLSX made by openpyxl", 2, [] if found == [("Хэйхэ", "Heihe", "2023"), ("Харбин", "Harbin", "")] else [found])
