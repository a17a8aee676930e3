"""Folds names so that spellings of one name compare equal."""

import csv
import re
import unicodedata

from files import GLOSSARIES

# What a name of its kind may have or lack: SVO is 谢列梅捷沃机场 and 谢列梅捷沃国际机场, Шереметьево and аэропорт Шереметьево.
GENERIC = {
    "airport": r"(国际)?机场$|международн[ыа]и|аэропорт|international|airport",
    "company": r"(集团|控股|股份|有限|责任)*(公司|集团)$|(group|corporation|company|inc|coltd|ltd|plc)+$",
    "river": r"[江河]$|^река|river$",
    "lake": r"湖$|^озеро|озеро$|^lake|lake$",
    "mountain": r"山?峰$|山$|^гора|^mount(?!ain)|^mt",
}


def simplified_characters():
    lines = (GLOSSARIES.parent / "src/text/simplified.csv").read_text(encoding="utf-8").splitlines()
    return {ord(row["traditional"]): row["simplified"] for row in csv.DictReader(line for line in lines if not line.startswith("#"))}


SIMPLIFIED = simplified_characters()


def letters(text):
    """Small, simplified, without marks: ё is е, ü is u."""
    return "".join(c for c in unicodedata.normalize("NFD", text.translate(SIMPLIFIED).lower()) if not unicodedata.combining(c))


def plain(text):
    """Small letters and digits in words, without marks: `Düsseldorf,` is `dusseldorf`."""
    return " ".join(re.findall(r"[^\W_]+", letters(text)))


def folded(text, kind=""):
    """A name as one run of letters, without articles and what its kind may lack."""
    run = re.sub(r"[\W_]+", "", re.sub(r"\b(the|of)\b", "", letters(text).replace("&", " and ")))
    core = re.sub(GENERIC[kind], "", run) if kind in GENERIC else run
    return core or run


def script(text):
    """The language that a name's letters tell: zh, ru or en; none for kana, Greek and the like."""
    if re.search(r"[぀-ヿ가-힯]", text):
        return ""
    for lang, pattern in (("zh", "[一-鿿]"), ("ru", "[а-яё]"), ("en", "[a-z]")):
        if re.search(pattern, text.lower()):
            return lang
    return ""
