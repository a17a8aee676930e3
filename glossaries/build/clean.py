"""Turns a source's spelling into the spelling of a glossary row, or into nothing where it is no name."""

import re
import unicodedata
from functools import lru_cache

import jieba
import opencc

T2S = opencc.OpenCC("t2s").convert
TW2S = opencc.OpenCC("tw2s").convert

# Characters of Japanese script reform that no Chinese table folds; the Chinese name of the place uses the right-hand one.
SHINJITAI = str.maketrans("沢浜広桜竜辺駅関県徳気円斎斉塩栄戸黒仏浄穂滝豊歩渋鉄継総綾髪覇槙嶋応佐伝児当両覚単竹対", "泽滨广樱龙边驿关县德气圆斋齐盐荣户黑佛净穗泷丰步涩铁继总绫发霸槙岛应佐传儿当两觉单竹对")

HAN = re.compile(r"[\u3400-\u9fff]+(?:[·－—-][\u3400-\u9fff]+)*$")
CYRILLIC = re.compile(r"[А-Яа-яЁё][А-Яа-яЁё' .—-]*[А-Яа-яЁё]$")
BRACKET = re.compile(r"\s*[（(][^)）]*[)）]\s*")
ISLANDS = {"о-ва ": "острова ", "о-в ": "остров ", " о-ва": " острова", " о-в": " остров", "Св. ": "Святой "}


def simplified(text, country=""):
    """The name in simplified characters."""
    text = text.translate(SHINJITAI) if country == "JP" else text
    return T2S(text)


def chinese(text, country="", famous=False):
    """A Chinese name of a place, or nothing where it is mixed, too short or an ordinary word."""
    text = BRACKET.sub("", simplified(text or "", country)).strip().replace("・", "·").replace("•", "·").replace("‧", "·").replace("－", "-")
    return text if HAN.match(text) and len(text) >= 2 and (famous or not ordinary_word(text)) else ""


def russian(text):
    """A Russian name, with the short forms that tables use written out."""
    text = BRACKET.sub(" ", unicodedata.normalize("NFC", text or "").replace("’", "'")).rstrip("²³¹ ").strip()
    for short, full in ISLANDS.items():
        text = text.replace(short, full)
    return text if CYRILLIC.match(text) and text[:1].isupper() or text.startswith("остров") else ""


def english(text):
    """An English name with the apostrophe of the keyboard."""
    text = unicodedata.normalize("NFC", text or "").replace("’", "'").replace("‘", "'").replace("ʻ", "'").replace("`", "'")
    text = re.sub(r"\s+", " ", BRACKET.sub(" ", text).replace(" & ", " and ")).strip().rstrip("²³¹ ")
    latin = all(c in " '-–.,&/" or "LATIN" in unicodedata.name(c, "") for c in text)
    return text if latin and len(text) > 1 and text[:1].isupper() else ""


def simplified_bgn(text):
    """The usual newspaper spelling beside full BGN/PCGN: Tver' → Tver, Gorskiy → Gorsky."""
    text = re.sub(r"(?<=[a-z])'", "", text)
    return re.sub(r"(?:iy|yy)(?=$|[ -])", "y", text)


@lru_cache(None)
def word_list():
    """The words of jieba's dictionary (MIT) with frequency and part of speech."""
    with jieba.get_dict_file() as file:
        rows = (line.decode("utf-8").split() for line in file)
        return {row[0]: (int(row[1]), row[2]) for row in rows if len(row) == 3}


# Names that the word list does not know as names.
KNOWN = frozenset("比绍 清迈 河内 老街 首尔 帝力 冲绳 奈良 成田 函馆 海法 德比 根特 拿骚 多佛 得梅因 育空 休达 锡金 圣何塞 不来梅 旺代 马里 金边 贡布 平壤 万象 川圹 "
                  "色楞格 槟城 玻璃市 利马 基辅 清化 赤塔 比金 加来 台中 员林 宇治 熊本 甲府 臼杵 岩手县 圣路易 北领地 卡托维兹 恒春 怡保 古晋 芙蓉市 宇部 鸟取".split())


def ordinary_word(text):
    """Whether Chinese readers know the string as an ordinary word first: it would be found where no name is meant."""
    frequency, part = word_list().get(text, (0, ""))
    name = part.startswith("n") and part[1:2] in ("s", "t", "r", "z")
    return len(text) <= 3 and text not in KNOWN and frequency > 2 and not name


def slug(text):
    """The readable ASCII id for a name."""
    for letter, ascii_letters in {"ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "ı": "i", "đ": "d", "Đ": "d", "ß": "ss", "æ": "ae", "Æ": "ae", "ə": "a", "Ə": "a", "ð": "d", "þ": "th", "œ": "oe"}.items():
        text = text.replace(letter, ascii_letters)
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"['.]", "", text.lower())).strip("-")
