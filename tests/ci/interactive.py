#!/usr/bin/env python3
"""Walks through findings on a pseudo-terminal: `isonym lint --interactive`.

    tests/ci/interactive.py [PROGRAM]      PROGRAM is target/debug/isonym if it is not given

Needs nothing but Python on a system with pseudo-terminals.
"""
import os
import pathlib
import pty
import select
import subprocess
import sys
import tempfile
import time
import zipfile

PROGRAM = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else "target/debug/isonym")
ARTICLE = "Trucks go from Heihe to Blagoveschchensk, not Vladivosstok.\nBlagoveshchensk is near, Mоskva is far.\n"


class Session:
    """A program on a terminal."""

    def __init__(self, folder, *args):
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            os.environ.update(NO_COLOR="1", TERM="xterm", COLUMNS="100", HOME=folder)
            os.execv(PROGRAM, [PROGRAM, *args])
        self.seen = ""

    def expect(self, text):
        """Reads until a text comes."""
        end = time.monotonic() + 60
        while text not in self.seen:
            ready, _, _ = select.select([self.terminal], [], [], max(0, end - time.monotonic()))
            try:
                part = os.read(self.terminal, 65536) if ready else b""
            except OSError:
                part = b""
            if not part:
                raise SystemExit(f"no {text!r} in:\n{self.seen}")
            self.seen += part.decode(errors="replace")
        before, self.seen = self.seen.split(text, 1)
        return before

    def say(self, line):
        os.write(self.terminal, (line + "\n").encode())

    def end(self):
        try:
            while os.read(self.terminal, 65536):
                pass
        except OSError:
            pass
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


def project():
    folder = tempfile.mkdtemp()
    pathlib.Path(folder, "news.md").write_text(ARTICLE)
    return folder, pathlib.Path(folder, "news.md")


def check(what, is_so):
    if not is_so:
        raise SystemExit(f"failed: {what}")
    print(f"ok: {what}")


def decided_and_confirmed():
    folder, file = project()
    session = Session(folder, "lint", "--interactive", "news.md")
    shown = session.expect("[1/3]")
    check("the finding is shown in its place", "Blagoveschchensk, not" in shown and "misspelled-name" in shown)
    session.say("a")
    session.expect("[2/3]")
    session.say("1")
    session.expect("[3/3]")
    session.say("u")
    session.expect("[2/3]")
    session.say("x")
    session.expect("[3/3]")
    check("nothing is written before the end", file.read_text() == ARTICLE and not pathlib.Path(folder, "isonym.toml").exists())
    session.say("e Moscow")
    session.expect("2 changes in 1 file, 1 name accepted: write it? [y/n]")
    check("nor before it is confirmed", file.read_text() == ARTICLE)
    session.say("y")
    code = session.end()
    wanted = ARTICLE.replace("Blagoveschchensk", "Blagoveshchensk").replace("Mоskva", "Moscow")
    check("what was decided is written", file.read_text() == wanted)
    check("the accepted name is in the configuration", 'accept = ["Vladivosstok"]' in pathlib.Path(folder, "isonym.toml").read_text())
    check("nothing remains", code == 0)
    check("and lint agrees", subprocess.run([PROGRAM, "lint", "--quiet", "news.md"], cwd=folder).returncode == 0)


def left_and_refused():
    folder, file = project()
    session = Session(folder, "lint", "--interactive", "news.md")
    for answer in ("1", "g", "q"):
        session.expect("q(uit) ?")
        session.say(answer)
    session.expect("1 change in 1 file, 1 name for the glossary: write it? [y/n]")
    session.say("n")
    session.expect("nothing was written")
    check("a refusal writes nothing", session.end() == 2 and file.read_text() == ARTICLE and os.listdir(folder) == ["news.md"])
    session = Session(folder, "lint", "--interactive", "news.md")
    session.expect("[1/3]")
    session.say("a")
    session.expect("[2/3]")
    os.write(session.terminal, b"\x04")
    session.expect("nothing was written")
    check("the end of the input writes nothing", session.end() == 2 and file.read_text() == ARTICLE)
    session = Session(folder, "lint", "--interactive", "news.md")
    for answer in ("i", "g", "i"):
        session.expect("q(uit) ?")
        session.say(answer)
    session.expect("1 name for the glossary: write it? [y/n]")
    session.say("y")
    check("what was left remains", session.end() == 1)
    check("the glossary has the name", ",Vladivosstok," in pathlib.Path(folder, "glossary.csv").read_text())


def changed_meanwhile():
    folder, file = project()
    session = Session(folder, "lint", "--interactive", "news.md")
    for answer in ("a", "i", "i"):
        session.expect("q(uit) ?")
        session.say(answer)
    session.expect("[y/n]")
    file.write_text(ARTICLE + "More.\n")
    session.say("y")
    session.expect("changed meanwhile")
    check("what somebody else wrote stays", session.end() == 2 and file.read_text() == ARTICLE + "More.\n")


def word_document():
    folder, _ = project()
    path = pathlib.Path(folder, "news.docx")
    text = "<w:p><w:r><w:t>Trucks go to Blago</w:t></w:r><w:r><w:t>veschchensk.</w:t></w:r></w:p><w:p><w:r><w:t>Blagoveshchensk</w:t></w:r></w:p>"
    main = '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>' + text + "</w:body></w:document>"
    types = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    rels = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (("[Content_Types].xml", types), ("_rels/.rels", rels), ("word/document.xml", main)):
            archive.writestr(name, content)
    session = Session(folder, "lint", "--interactive", "news.docx")
    session.expect("[1/1]")
    session.say("a")
    session.expect("[y/n]")
    session.say("y")
    check("a Word document is mended", session.end() == 0)
    mended = zipfile.ZipFile(path).read("word/document.xml").decode()
    check("over its runs", "veshchensk.</w:t>" in mended and "schch" not in mended)


def no_terminal():
    folder, file = project()
    done = subprocess.run([PROGRAM, "lint", "--interactive", "news.md"], cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    check("without a terminal it says so", done.returncode == 2 and "needs a terminal" in done.stderr)


for test in (decided_and_confirmed, left_and_refused, changed_meanwhile, word_document, no_terminal):
    test()
print("the walk through findings went as it should")
