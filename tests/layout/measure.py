#!/usr/bin/env python3
"""measure: do the pages of a document stand as a case's `expect` says?

usage: measure.py NAME FILE.docx FILE.pdf EXPECT

A line of EXPECT is a check and its arguments; TEXT has no blanks, and names the
first line of the pages that begins with it. `字` is a character of the grid.

  pages N            so many
  lines N            the fullest page has so many within the type area
  characters N       most full lines have so many
  ink                all but page numbers lies in the type area, within 1 mm
  number outer|centre  on each page `— N —`, there, and its dashes 7 mm below;
                       on a lying one, as the paper has it when it stands
  right TEXT N       the line ends N 字 before the type area's right edge
  left TEXT N        it begins N 字 behind the left edge
  offset A B N       A begins N 字 right of B
  centred TEXT       it stands in the middle
  over A B           the middle of A is that of B
  page TEXT N        it is on page N
  together A B       A and B are on one page
  not-first TEXT     no line that begins so is the first of its page
  not-last TEXT      no line that begins so is the last of its page
  title N M          N lines of 22 points on page 1, none of over M characters
  repeats TEXT N     it begins a line of N pages
  size N W H         page N is W by H mm
  below TEXT MM      its ink begins so far below the type area's top
  red-rule           as wide as the type area
  last-rule          the last page has its last rule at the type area's end
  toc TEXT           each line `TEXT... N` tells the page of the later line
Prints `ok NAME`, or `FAIL NAME: ...` for each fault; exit 0 or 1.
"""
import collections
import html
import re
import subprocess
import sys
import zipfile

MM = 72 / 25.4
GRID = 156 * MM / 28
DPI = 150
Line = collections.namedtuple('Line', 'page left top right bottom text words')


class Wrong(Exception):
    pass


def near(what, is_, due, within):
    if abs(is_ - due) > within:
        raise Wrong('%s: %.2f, due %.2f' % (what, is_, due))


class Pages:
    def __init__(self, pdf):
        self.pdf, self.sizes, self.lines, self.pictures = pdf, [], [], {}
        self.margin = {}  # the words left of the type area of turned pages
        words = []
        out = subprocess.run(['pdftotext', '-bbox', pdf, '-'], check=True,
                             stdout=subprocess.PIPE).stdout.decode()
        for row in out.split('\n'):
            page = re.search(r'<page width="([\d.]+)" height="([\d.]+)"', row)
            word = re.search(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" '
                             r'xMax="([-\d.]+)" yMax="([-\d.]+)">(.*)</word>', row)
            if page:
                self.sizes.append(tuple(float(v) for v in page.groups()))
                words = []
            elif word:
                box = [float(v) for v in word.groups()[:4]]
                words.append((*box, html.unescape(word.group(5))))
            elif '</page>' in row:
                n = len(self.sizes)
                if self.sizes[-1][0] > self.sizes[-1][1]:
                    self.margin[n] = [w for w in words if w[2] < self.area(n)[0]]
                    words = [w for w in words if w[2] >= self.area(n)[0]]
                self.lines += self.in_lines(n, words)

    @staticmethod
    def in_lines(page, words):
        """Words whose middles are within 5 points share a line."""
        rows = []
        for w in sorted(words, key=lambda w: w[1] + w[3]):
            middle = (w[1] + w[3]) / 2
            if rows and middle - rows[-1][0] < 5:
                rows[-1][1].append(w)
            else:
                rows.append((middle, [w]))
        for _, ws in rows:
            ws.sort()
            yield Line(page, ws[0][0], min(w[1] for w in ws),
                       max(w[2] for w in ws), max(w[3] for w in ws),
                       ''.join(w[4] for w in ws), ws)

    def area(self, page):
        """The type area: left, top, right, bottom in points."""
        width, height = self.sizes[page - 1]
        if width > height:  # turned: the top is at the right
            return (TOP - 2) * MM, 28 * MM, width - TOP * MM, height - 26 * MM
        return 28 * MM, TOP * MM, width - 26 * MM, height - (TOP - 2) * MM

    def body(self, page):
        end = self.area(page)[3]
        return [l for l in self.lines
                if l.page == page and (l.top + l.bottom) / 2 < end]

    def find(self, text, after=0):
        for l in self.lines[after:]:
            if l.text.startswith(text):
                return l
        raise Wrong('no line begins with ' + text)

    def picture(self, page):
        """Width, height and the red, green and blue bytes of a page."""
        if page not in self.pictures:
            ppm = subprocess.run(['pdftoppm', '-r', str(DPI), '-f', str(page), '-l',
                                  str(page), self.pdf], check=True,
                                 stdout=subprocess.PIPE).stdout
            head = re.match(rb'P6\s+(\d+)\s+(\d+)\s+255\s', ppm)
            self.pictures[page] = (int(head.group(1)), int(head.group(2)),
                                   ppm[head.end():])
        return self.pictures[page]

    def ink(self, page, box=None):
        """The bounds of all ink in a box, in points, or None."""
        width, height, data = self.picture(page)
        scale = DPI / 72
        x0, y0, x1, y1 = [int(v * scale) for v in
                          box or (0, 0, width / scale, height / scale)]
        x0, y0, x1, y1 = max(x0, 0), max(y0, 0), min(x1, width), min(y1, height)
        rows, left, right = [], None, None
        for y in range(y0, y1):
            row = data[(y * width + x0) * 3:(y * width + x1) * 3]
            dark = [i for i in range(0, len(row), 3) if row[i + 1] < 160] \
                if min(row, default=255) < 160 else []
            if dark:
                rows.append(y)
                left = min(dark[0], left) if left is not None else dark[0]
                right = max(dark[-1], right) if right is not None else dark[-1]
        if not rows:
            return None
        return ((x0 + left / 3) / scale, rows[0] / scale,
                (x0 + right / 3 + 1) / scale, (rows[-1] + 1) / scale)

    def rules(self, page, red):
        """Horizontal lines over half a page: (top, left, right) in points."""
        width, height, data = self.picture(page)
        scale, found = DPI / 72, []
        for y in range(height):
            row = data[y * width * 3:(y + 1) * width * 3]
            if min(row) > 200:
                continue
            hits = [i for i in range(width) if row[3 * i + 1] < 200
                    and (row[3 * i] > 200) == red]
            if len(hits) > width * 0.5:
                found.append((y / scale, hits[0] / scale, (hits[-1] + 1) / scale))
        return found


def pages(p, n):
    near('pages', len(p.sizes), int(n), 0)


def lines(p, n):
    near('lines', max(len(p.body(i + 1)) for i in range(len(p.sizes))), int(n), 0)


def grid(p, n):
    for page in range(1, len(p.sizes) + 1):
        found = p.body(page)
        if len(found) != int(n):
            continue
        _, top, _, bottom = p.area(page)
        half = (bottom - top) / int(n) / 2
        for l, due in ((found[0], top + half), (found[-1], bottom - half)):
            box = p.ink(page, (l.left, l.top, l.right, l.bottom))
            near('page %d, middle of %s, mm' % (page, l.text[:6]),
                 (box[1] + box[3]) / 2 / MM, due / MM, 1)
        return
    raise Wrong('no page has %s lines' % n)


def characters(p, n):
    full = collections.Counter(
        len(l.text) for l in p.lines
        if l.right > p.area(l.page)[2] - GRID and l.left < p.area(l.page)[0] + 2)
    if not full:
        raise Wrong('no full line')
    near('characters', full.most_common(1)[0][0], int(n), 0)


def ink(p):
    for n in range(1, len(p.sizes) + 1):
        left, top, right, bottom = p.area(n)
        start = left - 4 * MM if n in p.margin else 0  # beside its number
        is_ = p.ink(n, (start, 0, p.sizes[n - 1][0], bottom + 3))
        if is_ is None:
            raise Wrong('page %d is empty' % n)
        for side, value, due in (('left', is_[0], left), ('top', is_[1], top)):
            if value < due - MM:
                raise Wrong('page %d, %s: ink at %.1f mm, due %.1f' %
                            (n, side, value / MM, due / MM))
        if is_[2] > right + MM:
            raise Wrong('page %d, right: ink at %.1f mm, due %.1f' %
                        (n, is_[2] / MM, right / MM))


def turned_number(p, n, where):
    """Where the paper has it when it stands: its foot is at the left."""
    left, top, _, bottom = p.area(n)
    words = sorted(p.margin[n], key=lambda w: w[1])
    if ''.join(w[4] for w in words) != '—%d—' % n:
        raise Wrong('page %d: no — %d — at the left' % (n, n))
    if where == 'centre':
        near('number of page %d, middle' % n, (words[0][1] + words[-1][3]) / 2,
             (top + bottom) / 2, 3)
    elif n % 2:
        near('number of page %d, end' % n, words[-1][3], bottom - 14, 3)
    else:
        near('number of page %d, start' % n, words[0][1], top + 14, 3)
    dash = p.ink(n, words[0][:4])
    near('dash of page %d, mm' % n, (left - (dash[0] + dash[2]) / 2) / MM, 7, 0.5)


def number(p, where):
    for n in range(1, len(p.sizes) + 1):
        if n in p.margin:
            turned_number(p, n, where)
            continue
        left, _, right, bottom = p.area(n)
        foot = [l for l in p.lines if l.page == n and l.top > bottom - 4]
        found = [l for l in foot if l.text == '—%d—' % n]
        if not found:
            raise Wrong('page %d: no — %d — below, but %s' %
                        (n, n, [l.text for l in foot]))
        l = found[-1]
        if where == 'centre':
            near('number of page %d, middle' % n, (l.left + l.right) / 2,
                 (left + right) / 2, 3)
        elif n % 2:
            near('number of page %d, right' % n, l.right, right - 14, 3)
        else:
            near('number of page %d, left' % n, l.left, left + 14, 3)
        dash = p.ink(n, (l.left, l.top, l.left + 13, l.bottom))
        near('dash of page %d, mm' % n, ((dash[1] + dash[3]) / 2 - bottom) / MM,
             7, 0.5)


def right(p, text, n):
    l = p.find(text)
    near(text + ' right', (p.area(l.page)[2] - l.right) / GRID, float(n), 0.3)


def left(p, text, n):
    l = p.find(text)
    near(text + ' left', (l.left - p.area(l.page)[0]) / GRID, float(n), 0.3)


def offset(p, a, b, n):
    near(a + ' from ' + b, (p.find(a).left - p.find(b).left) / GRID, float(n), 0.3)


def centred(p, text):
    l = p.find(text)
    area = p.area(l.page)
    near(text + ' middle', (l.left + l.right) / 2, (area[0] + area[2]) / 2, 4)


def over(p, a, b):
    a, b = p.find(a), p.find(b)
    near('middle', (a.left + a.right) / 2, (b.left + b.right) / 2, 5)


def page(p, text, n):
    near(text + ' page', p.find(text).page, int(n), 0)


def together(p, a, b):
    near(a + ' and ' + b, p.find(a).page, p.find(b).page, 0)


def not_first(p, text):
    p.find(text)
    for n in range(1, len(p.sizes) + 1):
        body = p.body(n)
        if body and body[0].text.startswith(text):
            raise Wrong('%s is the first line of page %d' % (text, n))


def not_last(p, text):
    p.find(text)
    for n in range(1, len(p.sizes) + 1):
        body = p.body(n)
        if body and body[-1].text.startswith(text):
            raise Wrong('%s is the last line of page %d' % (text, n))


def title(p, n, most):
    big = [l for l in p.body(1)
           if max(w[3] - w[1] for w in l.words) > 23]
    near('title lines', len(big), int(n), 0)
    for l in big:
        near('middle of ' + l.text, (l.left + l.right) / 2,
             sum(p.area(1)[::2]) / 2, 4)
        if not 2 <= len(l.text) <= int(most) and len(big) > 1:
            raise Wrong('%s: %d characters' % (l.text, len(l.text)))


def repeats(p, text, n):
    near('pages with ' + text,
         len({l.page for l in p.lines if l.text.startswith(text)}), int(n), 0)


def size(p, n, width, height):
    near('width', p.sizes[int(n) - 1][0] / MM, float(width), 0.5)
    near('height', p.sizes[int(n) - 1][1] / MM, float(height), 0.5)


def below(p, text, mm):
    l = p.find(text)
    box = p.ink(l.page, (l.left, l.top - 4, l.right, l.bottom))
    near(text + ', mm', (box[1] - p.area(l.page)[1]) / MM, float(mm), 1.5)


def clear(p, text, mm):
    l = p.find(text)
    below = [r[0] for r in p.rules(l.page, False) if r[0] > (l.top + l.bottom) / 2]
    if not below or below[0] - l.bottom < float(mm) * MM:
        raise Wrong('%s: %s mm below it, due %s' %
                    (text, below and '%.1f' % ((below[0] - l.bottom) / MM), mm))


def red_rule(p):
    found = p.rules(1, True)
    if not found:
        raise Wrong('no red rule')
    near('left, mm', found[-1][1] / MM, 28, 0.6)
    near('right, mm', found[-1][2] / MM, 184, 0.6)


def rule_under(p, text, mm):
    l = p.find(text)
    box = p.ink(l.page, (l.left, l.top, l.right, l.bottom))
    below = [r[0] for r in p.rules(l.page, True) if r[0] > box[3]]
    if not below:
        raise Wrong('no red rule below ' + text)
    near('rule under %s, mm' % text, (below[0] - box[3]) / MM, float(mm), 0.5)


def last_rule(p):
    found = p.rules(len(p.sizes), False)
    if not found:
        raise Wrong('no rule on the last page')
    near('last rule, mm', found[-1][0] / MM, p.area(len(p.sizes))[3] / MM, 1)


def toc(p, text):
    told = 0
    for i, l in enumerate(p.lines):
        m = re.match(r'(%s.*?)[.…·]{3,}(\d+)$' % re.escape(text), l.text)
        if m:
            told += 1
            near(m.group(1) + ' page', int(m.group(2)),
                 p.find(m.group(1), i + 1).page, 0)
    if not told:
        raise Wrong('no line of a table of contents begins with ' + text)


CHECKS = {f.__name__.replace('_', '-'): f for f in (
    pages, lines, grid, characters, ink, number, right, left, offset, centred, over,
    page, together, not_first, not_last, title, repeats, size, below, clear, red_rule,
    rule_under, last_rule, toc)}


def xml(docx):
    """Faults of the parts that hold for every document."""
    parts = zipfile.ZipFile(docx)
    for name in parts.namelist():
        text = parts.read(name).decode('utf-8', 'replace')
        if re.search(r'w:\w*[tT]heme\w*=', text):
            yield name + ': a theme attribute'
        for run in re.findall(r'<w:r>(?:(?!</w:r>).)*</w:r>', text, re.S):
            said = ''.join(re.findall(r'<w:t[ >][^<]*', run))
            if re.search('[“”‘’—…]', said) and name == 'word/document.xml' and \
                    'w:hint="eastAsia"' not in run:
                yield '%s: no eastAsia hint: %s' % (name, said[-30:])
        for table in re.findall(r'<w:tbl>.*?</w:tbl>', text, re.S):
            grid = [int(v) for v in re.findall(r'<w:gridCol w:w="(\d+)"', table)]
            wide = re.search(r'<w:tblW [^>]*w:w="(\d+)"', table)
            if not grid or not wide or sum(grid) != int(wide.group(1)):
                yield '%s: columns of %d, tblW %s' % (
                    name, sum(grid), wide and wide.group(1))
            for cell in re.findall(r'<w:tc>.*?</w:tc>', table, re.S):
                if '<w:p>' not in cell and '<w:p ' not in cell and '<w:p/>' not in cell:
                    yield name + ': a cell without a paragraph'


TOP = 37.0


def main(name, docx, pdf, expect):
    global TOP
    p, faults = Pages(pdf), list(xml(docx))
    for row in open(expect, encoding='utf-8'):
        words = row.split('#')[0].split()
        if not words:
            continue
        try:
            if words[0] == 'top-margin':
                TOP = float(words[1])
            else:
                CHECKS[words[0]](p, *words[1:])
        except Wrong as e:
            faults.append('%s: %s' % (words[0], e))
        except (KeyError, TypeError) as e:
            faults.append('%s: no such check, or other arguments (%s)' % (row.strip(), e))
    for fault in faults:
        print('FAIL %s: %s' % (name, fault))
    if not faults:
        print('ok ' + name)
    return bool(faults)


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
