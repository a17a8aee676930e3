"""Looks persons' names up: in Wikidata's items of names, and in the Palladius syllables of Pinyin."""

import re
import sqlite3
from collections import defaultdict
from itertools import product

from pypinyin import Style, pinyin

from folding import plain
from tables import module_file

# What the languages treat differently: Башар Асад is Bashar al-Assad.
PARTICLES = set("de la le du da dos di del van von der den al el bin ibn ben де ла ле дю да душ ди дель ван фон дер ден аль эль бин ибн бен".split())


class Names:
    """Wikidata's items of names: which spellings are one given name or surname."""

    def __init__(self):
        self.items = defaultdict(set)
        for number, line in enumerate(module_file("rigour", "data/names/persons.txt").read_text(encoding="utf-8").splitlines()):
            for form in line.split("=>")[0].split(","):
                self.items[plain(form)].add(number)

    def agree(self, one, other):
        """Whether each part of two names is one name with a part of the other."""
        return self.covers(one, other) and self.covers(other, one)

    def covers(self, one, *others):
        """Whether each part of a name is one name with a part of another."""
        parts, theirs = telling(one), [part for other in others for part in telling(other)]
        return bool(parts) and all(any(self.items[part] & self.items[other] for other in theirs) for part in parts)

    def confirms(self, row, names):
        """A whole name by its other one; a short one by the whole names in the other two scripts."""
        own = [lang for lang in ("zh", "ru", "en") if row[lang]]
        if not row["form"]:
            return any(self.agree(row[lang], row[other]) for lang in own for other in own if lang < other)
        return row["form"] == "short" and bool(own) and all(any(self.covers(row[lang], name) for name in others(lang, names)) for lang in own)


def telling(name):
    """The parts of a name but its particles and initials."""
    parts = plain(name).split()
    return [part for part in parts if len(part) > 1 and part not in PARTICLES or re.match("[一-鿿]", part)] or parts


def others(lang, names):
    return [name for other in ("zh", "ru", "en") if other != lang for name in names[other]]


# Where the table departs from Palladius.
SLIPS = {"wu": "у", "yue": "юэ"}


class Palladius:
    """The Russian syllables of Pinyin, as zh2ru-idterms lists them for surnames and given names."""

    def __init__(self):
        with sqlite3.connect(module_file("zh2ru_idterms", "data/terms.db")) as data:
            self.surnames = {**dict(data.execute("select pinyin, ru_map from surname_pinyin_rule")), **SLIPS}
            self.given = {**dict(data.execute("select pattern, ru_map from givenname_rule")), **SLIPS}

    def confirms(self, row, names):
        """Whether the English name reads the Chinese characters in Pinyin, and the Russian one writes that reading."""
        if row["form"] or not row["ru"] or len(row["en"].split()) != 2:
            return False
        return any(self.agree(name, row) for name in ([row["zh"]] if row["zh"] else names["zh"]) if re.fullmatch("[一-鿿]{2,4}", name))

    def agree(self, name, row):
        sounds = [[sound.replace("ü", "u") for sound in options] for options in pinyin(name, style=Style.NORMAL, heteronym=True)]
        wanted, russian = [plain(part).replace(" ", "") for part in row["en"].split()], [plain(part) for part in row["ru"].split()]
        return any(self.writes(reading, cut, wanted, russian) for reading in product(*sounds) for cut in (1, 2) if cut < len(reading))

    def writes(self, reading, cut, wanted, russian):
        """Whether a reading, of which so many syllables are the surname, gives both names."""
        parts = reading[:cut], reading[cut:]
        syllables = ("".join(table.get(sound, "?") for sound in part) for table, part in zip((self.surnames, self.given), parts))
        return ["".join(part) for part in parts] == wanted and [plain(part).replace("ъ", "") for part in syllables] == [part.replace("ъ", "") for part in russian]
