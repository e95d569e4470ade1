#!/usr/bin/env python3
"""markup: what LibreOffice forgives and Word or WPS does not

usage: markup.py NAME FILE.docx

No attribute of a theme, which would win over the fonts; no run with marks that
Chinese shares with Western type, beside Chinese, without the hint; each table
with its columns and its width, each cell with a paragraph. Prints `FAIL NAME:
...` for each fault; exit 0 or 1.
"""
import re
import sys
import xml.etree.ElementTree as tree
import zipfile

W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
SHARED = re.compile('[“”‘’—…·]')
CHINESE = re.compile('[\u3000-\u9fff\uff00-\uffef]')


def runs(part, root):
    for p in root.iter(W + 'p'):
        text = ''.join(t.text or '' for t in p.iter(W + 't'))
        for r in p.iter(W + 'r'):
            own = ''.join(t.text or '' for t in r.iter(W + 't'))
            fonts = r.find(W + 'rPr/' + W + 'rFonts')
            hint = fonts is not None and fonts.get(W + 'hint') == 'eastAsia'
            if SHARED.search(own) and CHINESE.search(text) and not hint:
                yield f'{part}: no hint: {own[:20]}'


def tables(part, root):
    for table in root.iter(W + 'tbl'):
        if table.find(W + 'tblGrid/' + W + 'gridCol') is None:
            yield f'{part}: a table without gridCol'
        if table.find(W + 'tblPr/' + W + 'tblW') is None:
            yield f'{part}: a table without tblW'
        for cell in table.iter(W + 'tc'):
            if list(cell)[-1].tag != W + 'p':
                yield f'{part}: a cell that no paragraph ends'


def faults(docx):
    with zipfile.ZipFile(docx) as package:
        for part in package.namelist():
            if not part.startswith('word/') or not part.endswith('.xml'):
                continue
            text = package.read(part).decode()
            if re.search(r' w:\w*[tT]heme\w*=', text):
                yield f'{part}: an attribute of a theme'
            root = tree.fromstring(text)
            yield from runs(part, root)
            yield from tables(part, root)


name, docx = sys.argv[1:]
found = list(faults(docx))
for fault in found:
    print(f'FAIL {name}: {fault}')
sys.exit(1 if found else 0)
