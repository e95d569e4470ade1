"""hostile.py bombs FOLDER | hostile.py broken FOLDER COUNT SEED FILE...

bombs writes documents that would take a careless reader much time or memory; broken writes COUNT damaged copies of the
files: cut short, bits turned over in the package, or in a part, whose package is then whole.
"""
import io
import os
import random
import sys
import zipfile

W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ' \
        'ContentType="application/xml"/></Types>'
RELS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>'
MAIN = RELS % '<Relationship Id="r" Type="%s/officeDocument" Target="d.xml"/>' % R


def package(path, body, more=(), head='', relations=''):
    """A document with this body; more are (name, content) of other parts."""
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as z:
        z.writestr('[Content_Types].xml', TYPES)
        z.writestr('_rels/.rels', MAIN)
        if relations:
            z.writestr('_rels/d.xml.rels', RELS % relations)
        with z.open('d.xml', 'w', force_zip64=False) as f:
            f.write(('%s<w:document xmlns:w="%s" xmlns:r="%s"><w:body>' % (head, W, R)).encode())
            for piece in body:
                f.write(piece.encode())
            f.write(b'</w:body></w:document>')
        for name, content in more:
            z.writestr(name, content)


def relation(kind, target):
    return '<Relationship Id="%s" Type="%s/%s" Target="%s"/>' % (kind, R, kind, target)


def part(kind, root, items):
    return ((kind + '.xml', '<w:%s xmlns:w="%s">%s</w:%s>' % (root, W, ''.join(items), root)),)


def text(s):
    return '<w:r><w:t>%s</w:t></w:r>' % s


def p(s):
    return '<w:p>%s</w:p>' % s


def bombs(folder):
    def make(name, *args, **more):
        package(os.path.join(folder, name + '.docx'), *args, **more)

    million = 1000000
    lol = ''.join('<!ENTITY l%d "%s">' % (i + 1, '&l%d;' % i * 10) for i in range(9))
    make('entities', [p(text('&l9;'))], head='<!DOCTYPE w:document [<!ENTITY l0 "lol">%s]>' % lol)
    make('outside', [p(text('&x;'))], head='<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>')
    make('zeros', ['<w:p>' + ' ' * 1024] * 200000)
    make('empty-paragraphs', ['<w:p/>'] * million)
    make('paragraphs', [p(text('一'))] * 900000)
    make('too-many-paragraphs', [p(text('一'))] * 1100000)
    make('runs', ['<w:p>'] + ['<w:r><w:rPr><w:b/></w:rPr><w:t>一</w:t></w:r>' + text('7次')] * 500000 + ['</w:p>'])
    make('long-paragraph', ['<w:p><w:r><w:t>'] + ['召开会议7次，**县“《' * 100] * 20000 + ['</w:t></w:r></w:p>'])
    make('quotes', ['<w:p><w:r><w:t>'] + ['“《' * 1000] * 1000 + ['</w:t></w:r></w:p>'])
    make('signs', ['<w:p><w:r><w:t>'] + ['X' * 1000 + '*' * 1000 + '1' * 1000] * 1000 + ['</w:t></w:r></w:p>'])
    make('counts', [p(text('各类%s事项%d次' % (chr(0x4e00 + i % 20000) * 2, i))) for i in range(200000)])
    nest = '<w:tbl><w:tr><w:tc>%s</w:tc></w:tr></w:tbl>'
    deep = p(text('底'))
    for _ in range(1000):
        deep = nest % deep
    make('tables-1000-deep', [deep])
    deep = p(text('底'))
    for _ in range(80):
        deep = nest % (p(text('层')) + deep + p(''))
    make('tables-80-deep', [deep])
    box = p(text('底'))
    for _ in range(60):
        box = '<w:p><w:r><w:t>层</w:t><w:pict><w:txbxContent>%s</w:txbxContent></w:pict></w:r></w:p>' % box
    make('boxes', [box])
    cells = '<w:tr><w:tc><w:p/></w:tc></w:tr>'
    wide = '<w:tr>' + '<w:tc>%s</w:tc>' % p(text('一')) * 200 + '</w:tr>'
    make('rows', ['<w:tbl>'] + [cells] * million + ['</w:tbl>'])
    make('wide-rows', ['<w:tbl>'] + [cells] * million + [wide, '</w:tbl>'])
    make('wide-tables', ['<w:tbl>' + wide + cells * 100 + '</w:tbl>'] * 2000)
    make('spans', ['<w:tbl>'] + ['<w:tr><w:tc><w:tcPr><w:gridSpan w:val="99999999"/><w:vMerge/></w:tcPr><w:p/></w:tc>'
                                 '</w:tr>'] * 100000 + ['</w:tbl>'])
    make('changes', ['<w:p><w:ins w:author="%d"><w:r><w:t>一</w:t></w:r></w:ins><w:del w:author="%d"><w:r><w:delText>二'
                     '</w:delText></w:r></w:del></w:p>' % (i, i) for i in range(300000)])
    make('deleted-marks', ['<w:p><w:pPr><w:rPr><w:del w:author="a"/></w:rPr></w:pPr>%s</w:p>' % text('一')] * 300000)
    make('charts', ['<w:p><w:r><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/></w:r></w:p>']
         * 300000)
    blip = '<w:r><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:embed="image"/></w:r>'
    make('pictures', [p(blip)] * 200000, more=[('i.png', b'\x89PNG\r\n\x1a\n' + bytes(1000000))],
         relations=relation('image', 'i.png'))
    mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    make('notes', [p(text('一') + mark)] * 200000, relations=relation('footnotes', 'footnotes.xml'),
         more=part('footnotes', 'footnotes', ['<w:footnote w:id="1">' + p(text('长' * 100000)) + '</w:footnote>']))
    make('many-notes', [p(text('一') + mark.replace('"1"', '"%d"' % i)) for i in range(200000)],
         relations=relation('footnotes', 'footnotes.xml'),
         more=part('footnotes', 'footnotes', ['<w:footnote w:id="%d">%s</w:footnote>' % (i, p(text('注')))
                                              for i in range(200000)]))
    style = '<w:style w:type="paragraph" w:styleId="s%d"><w:name w:val="s"/><w:basedOn w:val="s%d"/></w:style>'
    make('styles', ['<w:p><w:pPr><w:pStyle w:val="s%d"/></w:pPr>%s</w:p>' % (i % 100000, text('一'))
                    for i in range(200000)], relations=relation('styles', 'styles.xml'),
         more=part('styles', 'styles', [style % (i, (i + 1) % 100000) for i in range(100000)]))
    level = '<w:lvl w:ilvl="0"><w:start w:val="4294967295"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%s"/>' \
            '</w:lvl>' % ('%1' * 50000)
    number = '<w:abstractNum w:abstractNumId="%d">%s</w:abstractNum>'
    make('lists', ['<w:p><w:pPr><w:numPr><w:numId w:val="%d"/></w:numPr></w:pPr>%s</w:p>' % (i % 20000, text('一'))
                   for i in range(200000)], relations=relation('numbering', 'numbering.xml'),
         more=part('numbering', 'numbering', [number % (0, level)] + [
             '<w:num w:numId="%d"><w:abstractNumId w:val="0"/></w:num>' % i for i in range(20000)]))
    make('loop', [p(text('一'))], relations=relation('styles', '_rels/.rels') + relation('footnotes', 'd.xml') +
         relation('header', 'd.xml'))
    names(folder)


def names(folder):
    """Packages whose names or sizes are wrong."""
    for name, entries in (('escapes', ['../../etc/x', 'd.xml']), ('twice', ['d.xml', 'D.XML']),
                          ('absolute', ['/etc/x']), ('many-entries', ['p%d.xml' % i for i in range(20000)])):
        with zipfile.ZipFile(os.path.join(folder, name + '.docx'), 'w') as z:
            z.writestr('[Content_Types].xml', TYPES)
            z.writestr('_rels/.rels', MAIN)
            for entry in entries:
                z.writestr(entry, '<w:document xmlns:w="%s"/>' % W)
    overlapping(os.path.join(folder, 'overlapping.docx'))


def overlapping(path):
    """Many entries of the directory that mean the same bytes, as in zbsm."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as z:
        z.writestr('d.xml', bytes(10000000))
        info = z.getinfo('d.xml')
        for i in range(1000):
            copy = zipfile.ZipInfo('d%04d.xml' % i)
            copy.compress_type, copy.CRC = info.compress_type, info.CRC
            copy.compress_size, copy.file_size, copy.header_offset = info.compress_size, info.file_size, 0
            z.filelist.append(copy)
            z.NameToInfo[copy.filename] = copy
    with open(path, 'wb') as f:
        f.write(out.getvalue())


def turn_bits(data, times):
    data = bytearray(data)
    for _ in range(times):
        if data:
            data[random.randrange(len(data))] ^= 1 << random.randrange(8)
    return bytes(data)


def inside(data):
    """Turns bits over in one part, or cuts it short; the package is whole."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, 'w') as new:
        parts = [n for n in old.namelist() if n.endswith(('.xml', '.rels'))]
        chosen = random.choice(parts) if random.random() < .5 else 'word/document.xml'
        for name in old.namelist():
            content = old.read(name)
            if name == chosen and random.random() < .2:
                content = content[:random.randrange(len(content) + 1)]
            elif name == chosen:
                content = turn_bits(content, random.choice((1, 1, 2, 8)))
            new.writestr(name, content)
    return out.getvalue()


def broken(folder, count, seed, files):
    random.seed(int(seed))
    sound = []
    for path in files:
        with open(path, 'rb') as f:
            data = f.read()
        if zipfile.is_zipfile(path) and len(data) < 200000:
            sound.append(data)
    for i in range(int(count)):
        data = random.choice(sound)
        how = i % 4
        if how == 0:
            data = data[:random.randrange(len(data))]
        elif how == 1:
            data = turn_bits(data, random.choice((1, 2, 20)))
        else:
            try:
                data = inside(data)
            except Exception:  # not a whole package itself
                data = turn_bits(data, 1)
        with open(os.path.join(folder, '%05d.docx' % i), 'wb') as f:
            f.write(data)


if sys.argv[1] == 'bombs':
    bombs(sys.argv[2])
else:
    broken(sys.argv[2], sys.argv[3], sys.argv[4], sys.argv[5:])
