#!/usr/bin/env python3
"""Rebuild the lists of known words and names in src/known/ from registry packages.

Needs Python 3, pip and apt-get; run from the root of the repository: glossaries/build/known.py WORKDIR
The lists only say that a spelling exists; they hold no translations.
"""
import bz2, glob, os, re, subprocess, sys, tarfile, unicodedata, zipfile
from collections import Counter, defaultdict

WORK = sys.argv[1]
OUT = os.path.join(os.getcwd(), "src/known")
os.makedirs(WORK, exist_ok=True)


def run(*command):
    subprocess.run(command, check=True, cwd=WORK, stdout=subprocess.DEVNULL)


def newest(pattern):
    return sorted(glob.glob(os.path.join(WORK, pattern)))[-1]


def fetch():
    run("pip", "download", "-q", "--no-deps", "rigour==1.3.0", "jieba==0.42.1", "opencc-python-reimplemented==0.1.7")
    for package in ("scowl", "hunspell-ru", "unicode-data"):
        run("apt-get", "download", "-q", package)
        run("dpkg-deb", "-x", newest(package + "_*.deb"), "deb")


PLAIN = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ё": "е"})


def fold(word):
    word = word.lower().translate(PLAIN)
    if re.search("[a-z]", word):
        word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return re.sub("['’`ʼʹ]", "", word)


def write(name, about, words):
    with open(os.path.join(OUT, name), "w", encoding="utf-8", newline="\n") as f:
        for word in sorted(words, key=str.encode):
            count = words[word] if isinstance(words, dict) else 1
            f.write(word + ("\t%d" % min(count, 9) if count > 1 else "") + "\n")
    print(len(words), about)


def names():
    """How many forms (languages) a Wikidata name item has is a measure of how widely the name is known."""
    latin, cyrillic, han = defaultdict(int), defaultdict(int), defaultdict(int)
    simple = dict(line.split()[:2] for line in zipfile.ZipFile(newest("opencc*.whl")).read("opencc/dictionary/TSCharacters.txt").decode().splitlines() if "\t" in line)
    persons = zipfile.ZipFile(newest("rigour-1.3.0*.whl")).read("rigour/data/names/persons.txt").decode()
    for line in persons.splitlines():
        forms = {form.strip() for form in line.split("=>")[0].split(",")}
        for form in forms:
            key = fold(form)
            if re.fullmatch("[a-z]{3,}", key):
                latin[key] = max(latin[key], len(forms))
            elif re.fullmatch("[а-я]{3,}", key):
                cyrillic[key] = max(cyrillic[key], len(forms))
            elif re.fullmatch("[\u4e00-\u9fff]{2,}", key):
                key = "".join(simple.get(c, c) for c in key)
                han[key] = max(han[key], len(forms))
    # Names and other capitalised words (demonyms, brands) of SCOWL's smaller lists are widely known.
    for path in glob.glob(os.path.join(WORK, "deb/usr/share/dict/scowl/*-*.*")):
        group, sort, level = re.search(r"/(\w+)-([a-z-]+)\.(\d+)$", path).groups()
        if group in ("english", "american", "british") and sort in ("proper-names", "upper") and int(level) <= 60:
            for word in open(path, encoding="latin-1"):
                key = fold(re.sub("'s$", "", word.strip()))
                if re.fullmatch("[a-z]{3,}", key):
                    latin[key] = max(latin[key], 5)
    for line in open(os.path.join(WORK, "deb/usr/share/hunspell/ru_RU.dic"), encoding="utf-8"):
        word = line.strip().split("/")[0]
        if re.fullmatch("[А-ЯЁ][а-яё]{2,}", word):
            cyrillic[fold(word)] = max(cyrillic[fold(word)], 5)
    write("names-latin.txt", "Latin names", latin)
    write("names-cyrillic.txt", "Cyrillic names", cyrillic)
    write("names-han.txt", "Chinese forms of names", han)


def english():
    words = set()
    for path in glob.glob(os.path.join(WORK, "deb/usr/share/dict/scowl/*-words.*")):
        group, level = re.search(r"/(\w+)-words\.(\d+)$", path).groups()
        if group in ("english", "american", "british") and int(level) <= 60:
            for word in open(path, encoding="latin-1"):
                word = word.strip()
                if re.fullmatch("[a-z]{3,}", word):
                    words.add(word)
    write("words-en.txt", "English words", words)


def russian():
    words = set()
    for line in open(os.path.join(WORK, "deb/usr/share/hunspell/ru_RU.dic"), encoding="utf-8"):
        word, _, flags = line.strip().partition("/")
        # Nouns of the third declension end as verbs do, but have one flag at most (часть/N, делать/BLMP), as few verbs have.
        verbal = re.search("(ть|ться|ти|тись|чь|чься)$", word) and len(flags) > 1
        participle = re.search("(вший|вшийся|щий|щийся|мый)$", word)
        if re.fullmatch("[а-яё]{3,}", word) and not verbal and not participle:
            words.add(fold(word))
    write("words-ru.txt", "Russian words", words)


def chinese():
    archive = tarfile.open(newest("jieba-*.tar.gz"))
    lines = archive.extractfile("jieba-0.42.1/jieba/dict.txt").read().decode().splitlines()
    words = {}
    for line in lines:
        word, count, tag = line.split()
        if len(word) > 1 and int(count) >= 3 and tag not in ("nr", "nrt", "nrfg") and re.fullmatch("[\u4e00-\u9fff]+", word):
            if len(word) <= 4 and (int(count) >= 10 or tag == "ns"):
                words[word] = len(count)
    write("words-zh.txt", "Chinese words", words)


def characters():
    """Sounds, shapes and frequency of the characters of GB 2312, from Unihan."""
    fields = defaultdict(lambda: defaultdict(str))
    for part in ("Readings", "DictionaryLikeData", "Variants"):
        for line in bz2.open(newest("deb/usr/share/unicode/Unihan_%s.txt.bz2" % part), "rt", encoding="utf-8"):
            if line.startswith("U+"):
                code, field, value = line.rstrip("\n").split("\t")
                fields[chr(int(code[2:], 16))][field] = value
    plain = lambda s: unicodedata.normalize("NFC", "".join(c for c in unicodedata.normalize("NFD", s) if c not in "\u0300\u0301\u0304\u030c"))
    # Names of four characters and more are transcriptions of foreign names.
    foreign = Counter(c for line in open(os.path.join(OUT, "names-han.txt"), encoding="utf-8") for c in line.split()[0] if len(line.split()[0]) > 3)
    rows = []
    for char, field in sorted(fields.items()):
        try:
            if len(char.encode("gb2312")) != 2:
                continue
        except UnicodeEncodeError:
            continue
        sounds = [plain(s) for s in re.sub(r"\([0-9]+\)", "", field["kHanyuPinlu"]).split()] + [plain(s) for s in field["kMandarin"].split()]
        traditional = [chr(int(c[2:], 16)) for c in field["kTraditionalVariant"].split()]
        phonetic = {c.strip("*x") for f in [field] + [fields[t] for t in traditional] for c in f["kPhonetic"].split()}
        corners = {c.split(".")[0] for c in field["kFourCornerCode"].split()}
        frequency = sum(int(n) for n in re.findall(r"\((\d+)\)", field["kHanyuPinlu"]))
        rows.append([char, " ".join(dict.fromkeys(sounds)), " ".join(sorted(corners)), " ".join(sorted(phonetic)), str(frequency), str(foreign[char])])
    with open(os.path.join(OUT, "characters.csv"), "w", encoding="utf-8", newline="\n") as f:
        f.write("# The characters of GB 2312: sounds without tones (commonest first), four-corner codes, phonetic series, frequency in\n")
        f.write("# Hanyu Pinlu Cidian. Source: Unicode Han Database (Unihan 15.0, fields kHanyuPinlu, kMandarin, kFourCornerCode, kPhonetic).\n")
        f.write("# transcription: how often it stands in names of four and more characters in src/known/names-han.txt.\n")
        f.write("character,sounds,corners,phonetics,frequency,transcription\n")
        f.writelines(",".join(row) + "\n" for row in rows)
    print(len(rows), "characters")


if len(sys.argv) < 3:
    fetch()
names()
english()
russian()
chinese()
characters()
