"""import-order.py WANT GOT SECTION... - does GOT hold every word of WANT, in its order?

WANT is what another program reads from the old document, GOT what is read from the new one. Blanks do not count, nor
do the marks of footnotes, [1]; between two words of WANT there may be as much more as the number of a list's item, and
a line of the old contents may stand in a comment of a section instead.
"""
import re
import sys

MOST_BETWEEN = 20
BLANKS = re.compile('[\\s\u00a0\u3000]+|\\[[0-9]+\\]')
NOTE = re.compile('\\[[0-9]+\\]( |$)')


def squeeze(text):
    return BLANKS.sub('', text)


def read(path):
    with open(path, encoding='utf-8-sig', errors='replace') as f:
        return f.read()


def main():
    want, got, *sections = sys.argv[1:]
    text, at, words = squeeze(read(got)), 0, 0
    remarks = {squeeze(line.split('：', 1)[1]) for path in sections for line in read(path).splitlines()
               if line.startswith('% 原目录：')}
    rows = read(want).rstrip('\n').split('\n')
    while rows and NOTE.match(rows[-1]):  # the footnotes, at the end
        rows.pop()
    rows = [row for row in rows if squeeze(row) not in remarks]
    for word in (squeeze(word) for row in rows for word in row.split()):
        found = text.find(word, at)
        if found < 0 or found - at > MOST_BETWEEN:
            print('not there, or not in its place: %r, behind %r' % (word[:60], text[max(0, at - 20):at]))
            return 1
        at = found + len(word)
        words += 1
    print('%d words' % words)
    return 0


sys.exit(main())
