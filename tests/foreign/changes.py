#!/usr/bin/python3
"""changes: a folder of redlines, accepted and rejected by LibreOffice

  changes.py FOLDER PROFILE

FOLDER has N.docx, and N.new.docx and N.old.docx, which it must be with all of
its changes accepted, and rejected; N.new.txt and N.old.txt are what extract
reads in these, which LibreOffice must read, too. One LibreOffice opens them all. Empty lines are left out, as
LibreOffice keeps a paragraph where a document ends or a table begins, and so
are blanks and the marks of notes; of contents, which are the new ones, the
lines; and comments, at which a LibreOffice 7.4 without windows ends when it is
asked from outside. Exit 0: all are; 3: there is no LibreOffice with Python.
"""
import os
import re
import subprocess
import sys
import time
import zipfile

try:
    import uno
    from com.sun.star.beans import PropertyValue
except ImportError:
    print("skipped: python3-uno is not here")
    sys.exit(3)


def start(profile):
    pipe = "wengao%d" % os.getpid()
    office = subprocess.Popen(
        ["soffice", "--headless", "--norestore", "--nologo",
         "-env:UserInstallation=file://" + os.path.abspath(profile),
         "--accept=pipe,name=%s;urp;" % pipe],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    here = uno.getComponentContext()
    find = here.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", here)
    for _ in range(300):
        try:
            return office, find.resolve(
                "uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe)
        except Exception:
            time.sleep(0.2)
    raise SystemExit("LibreOffice does not start")


def flat(text):
    return re.sub(r"\[\d+\]|\s|　", "", text)


def lines(text, out):
    """What stands in a text, a line a paragraph, a line a row."""
    parts = text.createEnumeration()
    while parts.hasMoreElements():
        part = parts.nextElement()
        if part.supportsService("com.sun.star.text.TextTable"):
            rows = {}
            for name in part.getCellNames():
                row = int(re.sub(r"\D", "", name))
                cell = []
                lines(part.getCellByName(name), cell)
                rows.setdefault(row, []).append("".join(cell))
            out += ["".join(rows[row]) for row in sorted(rows)]
        elif not part.ParaStyleName.startswith(("Contents", "TOC", "toc")):
            out.append(string_of(part))


def string_of(paragraph):
    """Its text, without the marks of notes."""
    text, portions = "", paragraph.createEnumeration()
    while portions.hasMoreElements():
        portion = portions.nextElement()
        if portion.TextPortionType == "Text":
            text += portion.getString()
    return text


def without_comments(path, copy):
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(copy, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/document.xml":
                part = re.sub(rb"<w:r><w:commentReference[^>]*></w:r>|"
                              rb"<w:commentRange[^>]*>", b"", part)
            new.writestr(name, part)


class Office:
    def __init__(self, profile):
        self.process, context = start(profile)
        make = context.ServiceManager.createInstanceWithContext
        self.desktop = make("com.sun.star.frame.Desktop", context)
        self.dispatcher = make("com.sun.star.frame.DispatchHelper", context)

    def read(self, path, command=None):
        copy = path + ".copy"
        without_comments(path, copy)
        hidden = PropertyValue()
        hidden.Name, hidden.Value = "Hidden", True
        doc = self.desktop.loadComponentFromURL(
            "file://" + os.path.abspath(copy), "_blank", 0, (hidden,))
        if command:
            self.dispatcher.executeDispatch(
                doc.getCurrentController().getFrame(), ".uno:" + command, "", 0, ())
        out, notes = [], doc.getFootnotes()
        lines(doc.Text, out)
        frames = doc.getTextFrames()
        for group in notes, frames:
            for i in range(group.getCount()):
                part = []
                lines(group.getByIndex(i), part)
                if not re.fullmatch(r"—\s*\d*\s*—", "".join(part)):
                    out += part  # all but the page's number
        doc.close(True)
        os.remove(copy)
        return [line for line in map(flat, "\n".join(out).splitlines())
                if line]


def compare(path, how, got, want):
    if got == want:
        return 0
    print("%s, %s by LibreOffice:" % (path, how))
    for a in got:
        if a not in want:
            print("  has    ", a[:100])
    for b in want:
        if b not in got:
            print("  has not", b[:100])
    return 1


def ours(path):
    """What extract reads, without the lines of contents."""
    with open(path, encoding="utf-8") as f:
        text = re.sub(r"(?m)^(目录|.*期\t\d+)$", "", f.read())
    return sorted(line for line in map(flat, text.splitlines()) if line)


def compare_all(office, folder):
    bad, names = 0, sorted(name[:-9] for name in os.listdir(folder)
                           if name.endswith(".new.docx"))
    for name in names:
        base = os.path.join(folder, name)
        for side, command in (("new", "AcceptAllTrackedChanges"),
                              ("old", "RejectAllTrackedChanges")):
            want = office.read("%s.%s.docx" % (base, side))
            bad += compare(base, command[:6] + "ed",
                           office.read(base + ".docx", command), want)
            bad += compare(base, side, sorted(want),
                           ours("%s.%s.txt" % (base, side)))
    print("%d documents, %d texts differ" % (len(names), bad))
    return bad != 0


def main(folder, profile):
    office = Office(profile)
    try:
        return compare_all(office, folder)
    finally:
        try:
            office.desktop.terminate()
            office.process.wait(30)
        except Exception:
            office.process.kill()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
