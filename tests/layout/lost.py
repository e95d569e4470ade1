"""lost.py NAME DOCX PDF: says which marks of the text the pages do not show, and fails where there are any.

LibreOffice drops a mark that hangs at the end of a justified line where the line has less than a twip a character to
share out; nobody would see it but who reads both.
"""
import re
import subprocess
import sys
import zipfile

name, docx, pdf = sys.argv[1:]
package = zipfile.ZipFile(docx)
text = ''
for part in 'word/document.xml', 'word/footnotes.xml':
    if part in package.namelist():
        text += ''.join(re.findall(r'<w:t(?: [^>]*)?>([^<]*)</w:t>', package.read(part).decode()))
shown = subprocess.run(['pdftotext', '-layout', pdf, '-'], capture_output=True, text=True, check=True).stdout
marks = '，、。；：！？”’）》〉」』】〕'
lost = {m: text.count(m) - shown.count(m) for m in marks if text.count(m) > shown.count(m)}
if lost:
    print('FAIL %s: the pages lack marks of the text: %s' % (name, ', '.join('%s %d' % l for l in lost.items())))
sys.exit(1 if lost else 0)
