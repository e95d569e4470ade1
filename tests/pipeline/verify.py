#!/usr/bin/env python3
"""verify: altered copies of a document, for verify.long

verify.py flip COUNT VERIFY FILE SCRATCH   flips one bit at a time, asks VERIFY
verify.py make FILE FOLDER                 writes copies altered in other ways,
                                           and what is to be said of each
"""
import io
import os
import random
import subprocess
import sys
import zipfile


def flip(count, verify, path, scratch):
    data = open(path, "rb").read()
    chosen = random.Random(1).sample(range(len(data) * 8), min(count, len(data) * 8))
    missed = 0
    for at in chosen:
        altered = bytearray(data)
        altered[at // 8] ^= 1 << at % 8
        with open(scratch, "wb") as f:
            f.write(altered)
        run = subprocess.run([verify, path, scratch], capture_output=True)
        told = b"byte %d: " % (at // 8 + 1) in run.stdout
        if run.returncode != 1 or not told:
            print("bit", at, "exit", run.returncode, run.stdout.decode(), run.stderr)
            missed += 1
    print(len(chosen) - missed, "of", len(chosen), "flipped bits were found")
    return 1 if missed else 0


class Package:
    """The parts of a document, to be written in some other way."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as z:
            self.parts = [(i.filename, z.read(i)) for i in z.infolist()]

    def write(self, method=zipfile.ZIP_DEFLATED, comment=b"", order=1, date=1980):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", method) as z:
            for name, data in self.parts[::order]:
                info = zipfile.ZipInfo(name, (date, 1, 1, 0, 0, 0))
                info.compress_type = method
                z.writestr(info, data)
            z.comment = comment
        return out.getvalue()

    def replaced(self, name, old, new):
        copy = Package.__new__(Package)
        copy.parts = []
        for n, data in self.parts:
            if n == name:
                assert old in data, (name, old)
                data = data.replace(old, new, 1)
            copy.parts.append((n, data))
        return copy


def with_comment(data, comment):
    return data[:-2] + len(comment).to_bytes(2, "little") + comment


def with_gap(data, size):
    """Bytes that belong to nothing, in front of the directory."""
    at = int.from_bytes(data[-6:-2], "little")
    end = data[-22:-6] + (at + size).to_bytes(4, "little") + data[-2:]
    return data[:at] + b"x" * size + data[at:-22] + end


def make(path, folder):
    data, p = open(path, "rb").read(), Package(path)
    custom, document = "docProps/custom.xml", "word/document.xml"
    head = b'name="wengao.version"><vt:lpwstr>'
    value = b'name="wengao.ledgers"><vt:lpwstr>'
    xml = dict(p.parts)[custom]
    at = xml.index(value) + len(value)
    ledgers = xml[at:at + 64]
    end = b"</Properties>"
    copies = {
        "comment": (with_comment(data, b"x"), "byte"),
        "gap": (with_gap(data, 5), "byte"),
        "appended": (data + b"x", "damaged"),
        "prepended": (b"x" + data, "damaged"),
        "order": (p.write(order=-1), "byte"),
        "stored": (p.write(zipfile.ZIP_STORED), "byte"),
        "date": (p.write(date=2022), "byte"),
        "text": (p.replaced(document, "36".encode(), b"37").write(), "{+37+}"),
        "style": (p.replaced("word/styles.xml", b"w:val=", b"w:val =").write(),
                  "word/styles.xml: altered"),
        "hidden": (p.replaced(document, b"<w:body>", b"<w:body><!--x-->").write(),
                   "the text is the same"),
        "terminal": (p.replaced(document, "36".encode(),
                                "3\u202e\u009b6".encode()).write(), "altered"),
        "forged": (p.replaced(custom, ledgers, b"0" * 64).write(), "not proved"),
        "twice": (p.replaced(custom, end, b'<property name="wengao.ledgers">'
                             b"<vt:lpwstr>" + ledgers + b"</vt:lpwstr></property>"
                             + end).write(), "says the same thing twice"),
        "version": (p.replaced(custom, head + b"0.1", head + b"9.9").write(),
                    "it names wengao 9.9"),
        "escape": (p.replaced(custom, head + b"0.1",
                              head + "0\u009b31m".encode()).write(), "no version"),
        "path": (p.replaced(custom, ledgers, b"../" * 20 + b"etc/").write(),
                 "not as wengao writes it"),
        "long": (p.replaced(custom, ledgers, b"0" * 5000000).write(),
                 "not as wengao writes it"),
        "many": (p.replaced(custom, end, b"".join(
            b'<property name="wengao.ledgers.%d"><vt:lpwstr>%s</vt:lpwstr></property>'
            % (i, b" ".join([b"%08x" % (i * 28 + k) for k in range(28)]))
            for i in range(2, 4000)) + end).write(), "altered"),
    }
    extra = Package(path)
    extra.parts.append(("word/extra.bin", b"\0" * 50000000))
    copies["extra"] = (extra.write(), "word/extra.bin: added")
    less = Package(path)
    less.parts = [x for x in less.parts if x[0] != "docProps/app.xml"]
    copies["less"] = (less.write(), "docProps/app.xml: missing")
    for name, (content, said) in copies.items():
        with open(os.path.join(folder, name + ".docx"), "wb") as f:
            f.write(content)
        with open(os.path.join(folder, name + ".said"), "w") as f:
            f.write(said + "\n")
    return 0


if sys.argv[1] == "flip":
    sys.exit(flip(int(sys.argv[2]), *sys.argv[3:]))
sys.exit(make(*sys.argv[2:]))
