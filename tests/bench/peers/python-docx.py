"""python-docx; the template stays open, and its runs are known.

    python-docx.py rows TEMPLATE ROWS.tsv FROM TO FOLDER
    python-docx.py sections TEMPLATE TEXT FILE

common.mjs says what these are.
"""
import re
import sys

import docx


def rows(template, data, first, last, folder):
    document = docx.Document(template)
    runs = [(run, run.text) for paragraph in document.paragraphs
            for run in paragraph.runs if '{' in run.text]
    with open(data, encoding='utf-8') as f:
        names, *lines = [line.rstrip('\n').split('\t') for line in f]
    for line in lines[int(first):int(last)]:
        values = dict(zip(names, line))
        for run, text in runs:
            run.text = re.sub('{(.*?)}', lambda m: values[m[1]], text)
        document.save('%s/%s.docx' % (folder, line[0]))


def sections(template, data, out):
    document = docx.Document(template)
    # to add a paragraph at the end takes as long as there are paragraphs; before
    # one that stands it does not
    last, *others = document.paragraphs
    for paragraph in others:
        paragraph._p.getparent().remove(paragraph._p)
    heading = document.styles['heading 1']
    body = document.styles['Body Text']
    with open(data, encoding='utf-8') as f:
        for i, line in enumerate(f):
            last.insert_paragraph_before(line.rstrip('\n'),
                                         body if i % 4 else heading)
    last._p.getparent().remove(last._p)
    document.save(out)


{'rows': rows, 'sections': sections}[sys.argv[1]](*sys.argv[2:])
