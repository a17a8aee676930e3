"""Checks files of translators and pages that isonym has mended, by other programs' readers: mended.py ISONYM WORKDIR"""

import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

from translate.storage import factory, xliff2

ISONYM, WORK = sys.argv[1], Path(sys.argv[2])
WRONG, RIGHT = "Blagoveschchensk", "Blagoveshchensk"

PO = f'''msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: en\\n"

#: bridge.c:1
#, c-format
msgctxt "sign"
msgid "Мост в Благовещенск, %d км"
msgstr ""
"Bridge to \\"Blago"
"veschchensk\\", %d km"

msgid "Паром в Благовещенск"
msgstr "Ferry to {RIGHT}"
'''

XLIFF_1 = f'''<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="ru" target-language="en" datatype="plaintext"><body>
<trans-unit id="1"><source>Мост в <g id="1">Благовещенск</g></source><target>Bridge to <g id="1">Blago</g>veschchensk &amp; back</target></trans-unit>
<trans-unit id="2"><source>Паром</source><target>Ferry to {RIGHT}</target></trans-unit>
</body></file></xliff>
'''

XLIFF_2 = f'''<?xml version="1.0" encoding="UTF-8"?>
<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="ru" trgLang="en"><file id="f"><unit id="1"><segment>
<source>Мост в Благовещенск</source><target>Bridge to {WRONG}</target></segment></unit>
<unit id="2"><segment><source>Паром</source><target>Ferry to {RIGHT}</target></segment></unit></file></xliff>
'''

TMX = f'''<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header srclang="ru" datatype="plaintext" segtype="sentence" creationtool="x" creationtoolversion="1" adminlang="en" o-tmf="x"/><body>
<tu><tuv xml:lang="ru"><seg>Мост в Благовещенск</seg></tuv><tuv xml:lang="en"><seg>Bridge to {WRONG}, ferry to {RIGHT}</seg></tuv></tu>
</body></tmx>
'''

HTML = f'''<!doctype html><html lang="en"><head><title>{RIGHT}</title><script>var a = "{WRONG}";</script></head>
<body><p class="{WRONG}">The bridge to <b>Blago</b>vesch<i>chensk</i> &amp; back.<br>The ferry to {RIGHT}.</p>
<img src="{WRONG}.png" alt="{WRONG}"><!-- {WRONG} --></body></html>
'''


def mended(name, text):
    """The file as it is after `lint --fix`."""
    path = WORK / name
    path.write_text(text, encoding="utf-8")
    subprocess.run([ISONYM, "lint", "--fix", "--quiet", str(path)], stdout=subprocess.DEVNULL)
    return path


def targets(path):
    # The factory takes every XLIFF for one of version 1.
    store = xliff2.Xliff2File.parsefile(str(path)) if path.name.endswith("b.xlf") else factory.getobject(str(path))
    return [str(unit.target) for unit in store.units if unit.istranslatable()]


def agree(what, found, wanted):
    if found != wanted:
        sys.exit(f"{what}: {found!r} is not {wanted!r}")
    print(f"{what}: only the name has changed")


for name, text in (("a.po", PO), ("a.xlf", XLIFF_1), ("b.xlf", XLIFF_2), ("a.tmx", TMX)):
    before = WORK / f"before-{name}"
    before.write_text(text, encoding="utf-8")
    expected = [target.replace(WRONG, RIGHT) for target in targets(before)]
    if expected == targets(before):
        sys.exit(f"{name}: translate-toolkit does not see the name to mend: {expected}")
    agree(f"translate-toolkit reads the mended {name}", targets(mended(name, text)), expected)


class Nodes(HTMLParser):
    """A page as a list of its nodes: tags with attributes, texts, comments."""

    def __init__(self, page):
        super().__init__(convert_charrefs=False)
        self.nodes = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.nodes.append((tag, attributes))

    def handle_endtag(self, tag):
        self.nodes.append(("/" + tag,))

    def handle_data(self, data):
        self.nodes.append(data)

    def handle_entityref(self, name):
        self.nodes.append(f"&{name};")

    def handle_comment(self, data):
        self.nodes.append(("comment", data))


expected = HTML.replace("vesch<i>chensk", "vesh<i>chensk").replace(f'alt="{WRONG}"', f'alt="{RIGHT}"')
found = Nodes(mended("a.html", HTML).read_text(encoding="utf-8")).nodes
agree("the nodes of the mended a.html", found, Nodes(expected).nodes)
