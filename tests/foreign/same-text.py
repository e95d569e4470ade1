"""same-text.py [--one-blank] EXPECTED GOT - do two files hold the same text?

Equal: the same characters in the same order, once the blanks at both ends of each line and the line breaks are gone,
since readers break lines in a title or a cell as they like; a tab, which extract puts between cells, is as a line break.
--one-blank takes a row of blanks as one.
Exit 1 says where they part.
"""
import re
import sys

BLANKS = ' \t\u00a0\u3000'
CONTEXT = 12


def read(path, one_blank):
    # A byte that is not UTF-8 becomes U+FFFD and so a difference, not a traceback.
    with open(path, encoding='utf-8-sig', errors='replace') as f:
        text = ''.join(line.strip(BLANKS) for line in re.split('[\n\t]', f.read()))
    return re.sub('[%s]+' % BLANKS, ' ', text) if one_blank else text


def main():
    args = sys.argv[1:]
    one_blank = args[0] == '--one-blank'
    want, got = (read(path, one_blank) for path in args[-2:])
    if want == got:
        return 0
    at = next((i for i, (a, b) in enumerate(zip(want, got)) if a != b), min(len(want), len(got)))
    near = slice(max(0, at - CONTEXT), at + CONTEXT)
    print('character %d of %d: wanted %r, read %r' % (at + 1, len(want), want[near], got[near]))
    return 1


sys.exit(main())
