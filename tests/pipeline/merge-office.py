"""merge-office.py: edits of review copies made by LibreOffice

  merge-office.py FOLDER

One LibreOffice does what each FOLDER/N.ops says (merge.py plan) in FOLDER/N.docx
and saves FOLDER/N.edited.docx; FOLDER/plain.docx is only opened and saved. It
has a profile of its own in FOLDER.
"""
import glob, json, os, subprocess, sys, time
import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK

FOLDER = os.path.abspath(sys.argv[1])


def start():
    pipe = 'wengao-%d' % os.getpid()
    office = subprocess.Popen(
        ['soffice', '-env:UserInstallation=file://%s/profile' % FOLDER,
         '--headless', '--norestore', '--nologo',
         '--accept=pipe,name=%s;urp;' % pipe],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    resolver = uno.getComponentContext().ServiceManager.createInstance(
        'com.sun.star.bridge.UnoUrlResolver')
    for _ in range(240):
        try:
            return office, resolver.resolve(
                'uno:pipe,name=%s;urp;StarOffice.ComponentContext' % pipe)
        except Exception:
            if office.poll() is not None:
                break
            time.sleep(0.25)
    office.kill()
    sys.exit('LibreOffice does not start')


def value(name, v):
    p = PropertyValue()
    p.Name, p.Value = name, v
    return p


def set_author(context, name):
    provider = context.ServiceManager.createInstance(
        'com.sun.star.configuration.ConfigurationProvider')
    access = provider.createInstanceWithArguments(
        'com.sun.star.configuration.ConfigurationUpdateAccess',
        (value('nodepath', '/org.openoffice.UserProfile/Data'),))
    access.setPropertyValue('givenname', name)
    access.setPropertyValue('sn', '')
    access.commitChanges()


def paragraphs(doc):
    """Each paragraph with its text, and the table and cell it stands in."""
    e = doc.Text.createEnumeration()
    while e.hasMoreElements():
        block = e.nextElement()
        if block.supportsService('com.sun.star.text.Paragraph'):
            yield block, doc.Text, None, None
        elif block.supportsService('com.sun.star.text.TextTable'):
            for name in block.getCellNames():
                cell = block.getCellByName(name)
                inner = cell.createEnumeration()
                while inner.hasMoreElements():
                    yield inner.nextElement(), cell, block, name


def find(doc, text):
    text = text.replace('\ufffc', '\n')
    for p, where, table, name in paragraphs(doc):
        if p.getString() == text:
            return p, where, table, name
    raise LookupError(text)


def at(where, p, pos, length):
    cursor = where.createTextCursorByRange(p.getStart())
    cursor.goRight(pos, False)
    cursor.goRight(length, True)
    return cursor


def perform(doc, o):
    p, where, table, name = find(doc, o['text'])
    op = o['op']
    if op == 'replace':
        cursor = at(where, p, o['pos'], o['n'])
        if cursor.getString() != o['old']:
            raise LookupError('%r is not %r' % (cursor.getString(), o['old']))
        cursor.setString(o['new'])
    elif op == 'insert':
        cursor = where.createTextCursorByRange(p.getEnd())
        where.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
        where.insertString(cursor, o['new'], False)
    elif op == 'split':
        where.insertControlCharacter(at(where, p, o['pos'], 0),
                                     PARAGRAPH_BREAK, False)
    elif op == 'join':
        cursor = where.createTextCursorByRange(p.getEnd())
        cursor.goRight(1, True)
        cursor.setString('')
    elif op == 'delete':
        cut(where, p)
    elif op == 'move':
        q, there = find(doc, o['other_text'])[:2]
        text = p.getString()
        cursor = there.createTextCursorByRange(q.getEnd())
        there.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
        there.insertString(cursor, text, False)
        cut(where, p)
    elif op == 'row-':
        table.getRows().removeByIndex(int(name.lstrip(
            'ABCDEFGHIJKLMNOPQRSTUVWXYZ')) - 1, 1)


def cut(where, p):
    cursor = where.createTextCursorByRange(p.getStart())
    cursor.gotoEndOfParagraph(True)
    cursor.goRight(1, True)
    cursor.setString('')


def main():
    office, context = start()
    try:
        desktop = context.ServiceManager.createInstanceWithContext(
            'com.sun.star.frame.Desktop', context)
        for path in sorted(glob.glob(FOLDER + '/*.ops')) + [FOLDER + '/plain']:
            base = path[:-4] if path.endswith('.ops') else path
            doc = desktop.loadComponentFromURL(
                uno.systemPathToFileUrl(base + '.docx'), '_blank', 0,
                (value('Hidden', True),))
            for o in json.load(open(path)) if path.endswith('.ops') else []:
                set_author(context, o['author'])
                doc.RecordChanges = o['author'] != ''
                perform(doc, o)
            doc.storeToURL(uno.systemPathToFileUrl(base + '.edited.docx'),
                           (value('FilterName', 'MS Word 2007 XML'),))
            doc.close(True)
        try:
            desktop.terminate()
        except Exception:
            pass
        office.wait(30)
    finally:
        if office.poll() is None:
            office.kill()


main()
