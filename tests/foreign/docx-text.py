"""docx-text.py FILE.docx - what python-docx reads, one paragraph a line.

All paragraphs in the order of the document: Document.paragraphs leaves out those in tables.
"""
import sys

import docx
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

try:
    document = docx.Document(sys.argv[1])
except Exception as error:  # python-docx lets those of zipfile and lxml through
    sys.exit('%s: %s' % (type(error).__name__, error))
for element in document.element.body.iter(qn('w:p')):
    print(Paragraph(element, document).text)
