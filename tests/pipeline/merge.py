"""merge.py: edits of a review copy as Word makes them, and what they must do

  merge.py edit SENT OUT EXPECTED OPS SEED COUNT   edits a copy by its XML
  merge.py plan SENT OUT EXPECTED OPS SEED COUNT   the same, but for OUT, which
                                                   an editor makes by OPS
  merge.py check OPS OLD NEW SAID                  where they landed

OUT has the edits, tracked and untracked, and with every third SEED no bookmarks; EXPECTED has those that must come back
as plain text, without what only is a proposal. OPS says where each belongs.
"""
import copy, glob, json, os, random, re, sys, zipfile
import difflib
import xml.etree.ElementTree as ET

W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
R = '{urn:wengao:review}'
DATE = '2026-01-02T03:04:05Z'
ET.register_namespace('w', W[1:-1])
ET.register_namespace('r', 'http://schemas.openxmlformats.org/'
                      'officeDocument/2006/relationships')
MADE = re.compile(r'^(?:（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、)'
                  r'|[表图]\d+|^附件：(?:\d+\.)?|^　+\d+\.|^附件\d*$'
                  r'|^抄送：| ?印发$')
TEXTS = ['积极推进', '有关情况', '# 一级', '{{党员总数}}', 'a|b', '反\\斜', '% 注',
         ':::表', '３０％', '12.5', 'Word', '、', '“引号”', '<b>&', '!注:', '空　格']
STYLES = ('BodyText', 'Heading1', 'Heading2', 'Heading3', 'Heading4')


class Copy:
    """A copy for review, and its paragraphs."""

    def __init__(self, path):
        self.zip = {i.filename: zipfile.ZipFile(path).read(i)
                    for i in zipfile.ZipFile(path).infolist()}
        self.root = ET.fromstring(self.zip['word/document.xml'])
        self.ids = 700000
        self.blocks = {}
        for name, data in self.zip.items():
            if re.match(r'customXml/item\d+\.xml', name):
                self.read_manifest(ET.fromstring(data))
        self.parents = {c: p for p in self.root.iter() for c in p}
        self.paragraphs = [p for p in (self.paragraph(e) for e in
                                       self.root.iter(W + 'p')) if p]
        for i, p in enumerate(self.paragraphs):
            p.index = i

    def read_manifest(self, root):
        self.sections = [e.get('path') for e in root.iter(R + 'section')]
        for e in root.iter(R + 'block'):
            self.blocks[e.get('name')] = (int(e.get('section')),
                                          int(e.get('line')))

    def paragraph(self, e):
        parent = self.parents[e]
        block = [b for b in e.iter(W + 'bookmarkStart')
                 if b.get(W + 'name') in self.blocks]
        if parent.tag == W + 'tc':
            row = self.parents[parent]
            block = [b for b in row.iter(W + 'bookmarkStart')
                     if b.get(W + 'name') in self.blocks]
        elif parent.tag != W + 'body':
            return None
        style = e.find(W + 'pPr/' + W + 'pStyle')
        if not block or e.find('.//' + W + 'fldChar') is not None or \
                e.find('.//' + W + 'drawing') is not None:
            return None
        p = Paragraph(self, e, self.blocks[block[0].get(W + 'name')])
        p.row = self.parents[parent] if parent.tag == W + 'tc' else None
        p.style = style.get(W + 'val') if style is not None else ''
        return p

    def id(self):
        self.ids += 1
        return str(self.ids)

    def save(self, path):
        self.zip['word/document.xml'] = ET.tostring(
            self.root, encoding='UTF-8', xml_declaration=True)
        with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as z:
            for name, data in self.zip.items():
                z.writestr(name, data)


class Paragraph:
    """A paragraph as characters: each with its run and its value."""

    def __init__(self, doc, e, place):
        self.doc, self.e, self.place = doc, e, place
        self.read()

    def read(self):
        self.chars, value, serial = [], None, 0
        for child in self.e:
            if child.tag == W + 'bookmarkStart' and \
                    child.get(W + 'name').startswith('wgv'):
                value = child.get(W + 'id')
            elif child.tag == W + 'bookmarkEnd' and \
                    child.get(W + 'id') == value:
                value = None
            elif child.tag == W + 'r':
                for t in child:
                    if t.tag == W + 't':
                        self.chars += [(c, child, value) for c in t.text or '']
                    elif t.tag != W + 'rPr':
                        self.chars.append(('\ufffc', child, 'object'))
        self.text = ''.join(c[0] for c in self.chars)
        self.fixed = [c[2] is not None for c in self.chars]
        for m in MADE.finditer(self.text):
            for i in range(m.start(), m.end()):
                self.fixed[i] = True

    def split(self, pos):
        """Makes a run begin at a character; the child's number."""
        children = list(self.e)
        if pos >= len(self.chars):
            return 1 + max(children.index(c[1]) for c in self.chars)
        run = self.chars[pos][1]
        first = min(i for i, c in enumerate(self.chars) if c[1] is run)
        if first == pos:
            return children.index(run)
        t = run.find(W + 't')
        rest = copy.deepcopy(run)
        set_text(rest, t.text[pos - first:])
        set_text(run, t.text[:pos - first])
        self.e.insert(children.index(run) + 1, rest)
        self.read()
        return children.index(run) + 1

    def run(self, near, text):
        run = copy.deepcopy(self.chars[max(near - 1, 0)][1])
        for t in list(run):
            if t.tag != W + 'rPr':
                run.remove(t)
        ET.SubElement(run, W + 't')
        set_text(run, text)
        return run

    def change(self, tag, author):
        return ET.Element(W + tag, {W + 'id': self.doc.id(),
                                    W + 'author': author, W + 'date': DATE})

    def mark(self, tag, author):
        """Says that the paragraph's mark was changed."""
        ppr = self.e.find(W + 'pPr')
        if ppr is None:
            ppr = ET.Element(W + 'pPr')
            self.e.insert(0, ppr)
        rpr = ppr.find(W + 'rPr')
        if rpr is None:
            rpr = ET.SubElement(ppr, W + 'rPr')
        rpr.insert(0, self.change(tag, author))

    def wrap(self, runs, tag, author):
        for run in runs:
            at = list(self.e).index(run)
            self.e.remove(run)
            change = self.change(tag, author)
            if tag in ('del', 'moveFrom'):
                for t in run.iter(W + 't'):
                    t.tag = W + 'delText' if tag == 'del' else t.tag
            change.append(run)
            self.e.insert(at, change)

    def replace(self, pos, length, new, author):
        start = self.split(pos)
        if length:
            self.split(pos + length)
            start = self.split(pos)
        gone = []
        for c in self.chars[pos:pos + length]:
            if c[1] not in gone:
                gone.append(c[1])
        add = self.run(pos, new) if new else None
        if author:
            self.wrap(gone, 'del', author)
            at = start + len(gone)
            if gone:
                at = 1 + max(i for i, c in enumerate(self.e)
                             if any(g in c for g in gone))
            if add is not None:
                change = self.change('ins', author)
                change.append(add)
                self.e.insert(at, change)
            return
        for g in gone:
            self.e.remove(g)
        if add is not None:
            self.e.insert(start, add)

    def new_paragraph(self, text, author):
        e = ET.Element(W + 'p')
        ppr = self.e.find(W + 'pPr')
        if ppr is not None:
            e.append(copy.deepcopy(ppr))
        run = self.run(len(self.chars), text)
        rpr = run.find(W + 'rPr')
        if rpr is not None:
            run.remove(rpr)
        e.append(run)
        p = Paragraph(self.doc, e, self.place)
        if author:
            p.wrap([run], 'ins', author)
        return p

    def parent(self):
        return self.doc.parents[self.e]

    def insert_behind(self, text, author, late):
        parent = self.parent()
        p = self.new_paragraph(text, author)
        parent.insert(list(parent).index(self.e) + 1, p.e)
        if author:
            (p if late else self).mark('ins', author)

    def delete(self, author):
        if not author:
            self.parent().remove(self.e)
            return
        self.mark('del', author)
        self.wrap([c for c in self.e if c.tag == W + 'r'], 'del', author)

    def halve(self, pos, author):
        at = self.split(pos)
        parent = self.parent()
        e = ET.Element(W + 'p')
        ppr = self.e.find(W + 'pPr')
        if ppr is not None:
            e.append(copy.deepcopy(ppr))
        for child in list(self.e)[at:]:
            self.e.remove(child)
            e.append(child)
        parent.insert(list(parent).index(self.e) + 1, e)
        if author:
            self.mark('ins', author)

    def join(self, other, author):
        if author:
            self.mark('del', author)
            return
        for child in list(other.e):
            if child.tag != W + 'pPr':
                other.e.remove(child)
                self.e.append(child)
        other.parent().remove(other.e)

    def move(self, other, author):
        parent = self.parent()
        e = self.e
        if author:
            e = copy.deepcopy(self.e)
            for mark in list(e):
                if mark.tag in (W + 'bookmarkStart', W + 'bookmarkEnd'):
                    e.remove(mark)
            p = Paragraph(self.doc, e, self.place)
            p.wrap([c for c in e if c.tag == W + 'r'], 'moveTo', author)
            p.mark('moveTo', author)
            self.mark('moveFrom', author)
            self.wrap([c for c in self.e if c.tag == W + 'r'], 'moveFrom',
                      author)
        else:
            parent.remove(self.e)
        parent.insert(list(parent).index(other.e) + 1, e)
        self.doc.parents[e] = parent

    def row_change(self, tag, author):
        trpr = self.row.find(W + 'trPr')
        if trpr is None:
            trpr = ET.Element(W + 'trPr')
            self.row.insert(0, trpr)
        trpr.append(self.change(tag, author))

    def delete_row(self, author):
        if not author:
            self.doc.parents[self.row].remove(self.row)
            return
        self.row_change('del', author)
        for e in self.row.iter(W + 'p'):
            p = Paragraph(self.doc, e, self.place)
            p.wrap([c for c in e if c.tag == W + 'r'], 'del', author)

    def insert_row(self, text, author):
        table = self.doc.parents[self.row]
        row = copy.deepcopy(self.row)
        for n, e in enumerate(row.iter(W + 'p')):
            p = Paragraph(self.doc, e, self.place)
            run = p.run(0, '%s%d' % (text, n)) if p.chars else None
            for child in list(e):
                if child.tag != W + 'pPr':
                    e.remove(child)
            if run is not None:
                e.append(run)
                if author:
                    p.wrap([run], 'ins', author)
        table.insert(list(table).index(self.row) + 1, row)
        if author:
            saved, self.row = self.row, row
            self.row_change('ins', author)
            self.row = saved


def set_text(run, text):
    t = run.find(W + 't')
    t.text = text
    t.set('{http://www.w3.org/XML/1998/namespace}space', 'preserve')


def free(p, pos, length):
    """Says whether characters are typed, and of one run each side."""
    return pos + length <= len(p.chars) and \
        not any(p.fixed[pos:pos + length]) and \
        (pos == 0 or not p.fixed[pos - 1] or p.chars[pos - 1][2] is None)


def is_body(p):
    return p.row is None and p.style in STYLES and not MADE.match(p.text)


def is_plain_row(p):
    cells = list(p.row.iter(W + 'tc'))
    return p.row.find('.//' + W + 'gridSpan') is None and \
        p.row.find('.//' + W + 'vMerge') is None and len(cells) > 1 and \
        p.row.find('.//' + W + 'tblHeader') is None and \
        all(''.join(t.text or '' for t in c.iter(W + 't')) for c in cells)


def new_text(r):
    return r.choice(TEXTS) + r.choice(['', r.choice(TEXTS)])


def plan_text(r, p, doc):
    pos = r.randrange(len(p.chars)) if p.chars else 0
    length = r.choice([0, 0, 1, 2, 4, 8])
    if not p.chars or not free(p, pos, max(length, 1)) or pos == 0 or \
            p.style == 'Colophon':
        return None
    old = p.text[pos:pos + length]
    if re.search(r'[\d.,%％]', p.text[max(pos - 1, 0):pos + length + 1]):
        return None  # a number is whole
    new = new_text(r) if length == 0 or r.random() < .7 else ''
    return dict(op='replace', pos=pos, n=length, old=old, new=new)


def plan_value(r, p, doc):
    values = [i for i, c in enumerate(p.chars) if c[2] not in (None, 'object')]
    if not values:
        return None
    pos = r.choice(values)
    new = '9' if p.chars[pos][0].isdigit() else '新'
    if p.chars[pos][0] == new:
        return None
    return dict(op='replace', pos=pos, n=1, old=p.text[pos], new=new,
                proposal=True)


def plan_number(r, p, doc):
    numbers = [m for m in re.finditer(r'\d+', p.text)
               if not any(p.fixed[m.start():m.end()]) and m.start()]
    if not numbers:
        return None
    m = r.choice(numbers)
    return dict(op='replace', pos=m.start(), n=m.end() - m.start(),
                old=m.group(), new=str(r.randrange(100, 999)))


def plan_cut_value(r, p, doc):
    values = sorted({c[2] for c in p.chars} - {None, 'object'})
    if not values:
        return None
    value = r.choice(values)
    at = [i for i, c in enumerate(p.chars) if c[2] == value]
    pos, n = at[0] - 2, len(at) + 4
    if pos < 1 or not free(p, pos, 2) or not free(p, at[-1] + 1, 2) or \
            pos + n >= len(p.chars):
        return None
    return dict(op='replace', pos=pos, n=n, old=p.text[pos:pos + n], new='')


def plan_made(r, p, doc):
    """An edit of what the programs made: it has no place, and is told so."""
    m = re.match(r'附件|抄送', p.text)
    if m and p.style in ('AttachmentLabel', 'Attachment', 'Colophon'):
        return dict(op='replace', pos=1, n=1, old=p.text[1], new='新字',
                    unplaced=True)


def plan_insert(r, p, doc):
    if is_body(p):
        return dict(op='insert', new=new_text(r) + '新的一段。',
                    late=r.random() < .5)


def plan_delete(r, p, doc):
    if is_body(p):
        return dict(op='delete')


def plan_split(r, p, doc):
    pos = r.randrange(1, len(p.chars)) if len(p.chars) > 4 else 0
    if pos and is_body(p) and free(p, pos - 1, 2) and \
            p.text[pos] not in ' 　' and p.text[pos - 1] not in ' 　':
        return dict(op='split', pos=pos)


def plan_join(r, p, doc):
    q = neighbour(p, doc)
    if q is not None and is_body(p) and is_body(q):
        return dict(op='join', other=q.index)


def neighbour(p, doc):
    """The next paragraph, where it is the next of the section's lines."""
    siblings = list(p.parent())
    at = siblings.index(p.e) + 1
    q = [q for q in doc.paragraphs if at < len(siblings) and
         q.e is siblings[at]]
    if q and q[0].place[0] == p.place[0] and q[0].place[1] == p.place[1] + 1:
        return q[0]
    return None


def plan_move(r, p, doc):
    others = [q for q in doc.paragraphs if is_body(q) and q is not p and
              not q.used and abs(q.index - p.index) > 2]
    if not is_body(p) or not others:
        return None
    return dict(op='move', other=r.choice(others).index)


def plan_row(r, p, doc):
    if p.row is None or not is_plain_row(p):
        return None
    # a fact gives the whole table
    cells = [Paragraph(doc, e, p.place) for e in p.row.iter(W + 'p')]
    fact = all(c[2] for cell in cells for c in cell.chars)
    if r.random() < .5:
        return dict(op='row+', new=r.choice(['新行', 'a|b', '\\行', '# 行']),
                    proposal=fact)
    return dict(op='row-', proposal=fact)


PLANS = [plan_text] * 8 + [plan_value] * 2 + [plan_number] * 2 + \
    [plan_made, plan_made, plan_cut_value, plan_insert, plan_insert, plan_delete, plan_split,
     plan_join, plan_move, plan_row]


def perform(doc, o, author):
    p = doc.paragraphs[o['at']]
    if o['op'] == 'replace':
        p.replace(o['pos'], o['n'], o['new'], author)
    elif o['op'] == 'insert':
        p.insert_behind(o['new'], author, o['late'])
    elif o['op'] == 'delete':
        p.delete(author)
    elif o['op'] == 'split':
        p.halve(o['pos'], author)
    elif o['op'] == 'join':
        p.join(doc.paragraphs[o['other']], author)
    elif o['op'] == 'move':
        p.move(doc.paragraphs[o['other']], author)
    elif o['op'] == 'row+':
        p.insert_row(o['new'], author)
    elif o['op'] == 'row-':
        p.delete_row(author)


def last_lines(doc):
    """The line of a section that each paragraph ends in, with what follows it
    up to the next one's."""
    places = sorted(set(doc.blocks.values()))
    for p in doc.paragraphs:
        later = [q for q in places if q > p.place and q[0] == p.place[0]]
        p.last = later[0][1] - 1 if later else 10 ** 6
        p.used = False


def plan(doc, r, count, by_editor):
    ops = []
    last_lines(doc)
    texts = [p.text for p in doc.paragraphs]
    for _ in range(count * 60):
        if len(ops) == count:
            break
        p = r.choice(doc.paragraphs)
        o = None if p.used else r.choice(PLANS)(r, p, doc)
        if not o:
            continue
        if by_editor and (o['op'] == 'row+' or '\ufffc' in p.text or
                          texts.count(p.text) > 1):
            continue
        mine = [p] + ([doc.paragraphs[o['other']]] if 'other' in o else [])
        if p.row is not None:
            mine += [q for q in doc.paragraphs if q.row is p.row]
        # what stands beside it is left as it is, so that edits stay apart
        around = [q for m in mine for q in doc.paragraphs
                  if abs(q.index - m.index) <= 1]
        if any(m.used for m in around):
            continue
        for m in mine:
            m.used = True
        o.update(at=p.index, text=p.text, style=p.style,
                 author=r.choice(['', '张三', '李四']),
                 other_text=doc.paragraphs[o['other']].text
                 if 'other' in o else '',
                 lines=[[doc.sections[m.place[0]], m.place[1], m.last]
                        for m in mine],
                 cell=p.row is not None)
        ops.append(o)
    return ops


def edit(sent, out, expected, path, seed, count, writes):
    ops = plan(Copy(sent), random.Random(int(seed)), int(count), not writes)
    # from the end on, so that what moves is no matter to the others
    ops.sort(key=lambda o: -o['at'])
    edited, wanted = Copy(sent), Copy(sent)
    for doc in (edited, wanted):
        last_lines(doc)
    for o in ops:
        perform(edited, o, o['author'])
        if not o.get('proposal') and not o.get('unplaced'):
            perform(wanted, o, '')
    if int(seed) % 3 == 0:  # some editors drop bookmarks
        for parent in list(edited.root.iter()):
            for mark in list(parent):
                if mark.tag in (W + 'bookmarkStart', W + 'bookmarkEnd'):
                    parent.remove(mark)
    if writes:
        edited.save(out)
    wanted.save(expected)
    with open(path, 'w') as f:
        json.dump(ops, f, ensure_ascii=False, indent=1)
    print(len(ops))


PLACEHOLDER = re.compile(r'(?<!\\)\{\{[^!{}][^{}]*\}\}')


def placeholders(folder):
    """All placeholders of the sections, in order."""
    texts = [open(os.path.join(folder, n), newline='').read()
             for n in sorted(os.listdir(folder))
             if n.endswith('.txt') and not n.startswith('facts')]
    return sorted(p for t in texts for p in PLACEHOLDER.findall(t))


def check(path, old, new, said):
    """What is wrong with where the edits landed, a line each."""
    ops, bad = json.load(open(path)), []
    touched = {}
    for name in sorted(os.listdir(old)):
        if not name.endswith('.txt') or name.startswith('facts'):
            continue
        a = open(os.path.join(old, name), newline='').read().split('\n')
        b = open(os.path.join(new, name), newline='').read().split('\n')
        for tag, i, j, k, l in difflib.SequenceMatcher(
                None, a, b, False).get_opcodes():
            if tag == 'equal':
                continue
            lines = range(i + 1, max(j, i + 1) + 1)
            allowed = [o for o in ops for n, f, t in o['lines']
                       if n == name and any(f <= x <= t + 1 for x in lines)]
            if not allowed:
                bad.append('%s:%d: changed by nobody: %s' % (name, i + 1,
                                                            b[k:l]))
            for o in allowed:
                touched[o['at']] = True
    for o in ops:
        if not o.get('proposal') and not o.get('unplaced') and \
                o['at'] not in touched:
            bad.append('not there: %s' % o)
    told = open(said).read()
    for kind in 'proposal', 'unplaced':
        n = len(re.findall(r'\[%s\]' % kind, told))
        wanted = sum(1 for o in ops if o.get(kind))
        if n != wanted:
            bad.append('%d told as %s where %d are due' % (n, kind, wanted))
    before, after = placeholders(old), placeholders(new)
    for o in ops:
        if o['op'] == 'delete' or o['op'] == 'row-' or \
                (o['op'] == 'replace' and o['n'] > 8):
            before = None
    if before is not None and before != after:
        bad.append('placeholders: %s' % sorted(set(before) ^ set(after)))
    for line in bad:
        print(line)
    return bad


if __name__ == '__main__':
    if sys.argv[1] in ('edit', 'plan'):
        edit(*sys.argv[2:8], sys.argv[1] == 'edit')
    else:
        sys.exit(1 if check(*sys.argv[2:6]) else 0)
