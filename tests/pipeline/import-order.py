"""import-order.py WANT GOT SECTION... - does GOT hold every line of WANT, in its order?

WANT is what another program reads from the old document, GOT what is read from the new one. Blanks do not count, nor
do the marks of footnotes, [1]; a line of the old contents may stand in a comment of a section instead.
"""
import re
import sys

BLANKS = re.compile('[\\s\u00a0\u3000]+|\\[[0-9]+\\]')


def squeeze(text):
    return BLANKS.sub('', text)


def read(path):
    with open(path, encoding='utf-8-sig', errors='replace') as f:
        return f.read()


def main():
    want, got, *sections = sys.argv[1:]
    text, at = squeeze(read(got)), 0
    remarks = {squeeze(line.split('：', 1)[1]) for path in sections for line in read(path).splitlines()
               if line.startswith('% 原目录：')}
    lines = 0
    rows = [row for row in read(want).split('\n') if squeeze(row) not in remarks]
    for line in (squeeze(cell) for row in rows for cell in row.split('\t')):
        if not line:
            continue
        found = text.find(line, at)
        if found < 0:
            print('not there, or not in its place: %r, behind %r' % (line[:60], text[max(0, at - 20):at]))
            return 1
        at = found + len(line)
        lines += 1
    print('%d lines' % lines)
    return 0


sys.exit(main())
