"""leak: plants a hidden value in each kind of part of a finished document, as
other programs might, and asks whether it is found, and in the right place.

    python3 leak.py LEAK HIDDEN DOCX VALUE FACT FOLDER
"""
import base64
import gzip
import io
import re
import struct
import subprocess
import sys
import zipfile
import zlib

leak, hidden, docx, value, fact, folder = sys.argv[1:]
bad = 0
kinds = set()
first, rest = value[0], value[1:]


def search(name, data):
    path = f'{folder}/{name}'
    with open(path, 'wb') as f:
        f.write(data)
    run = subprocess.run([leak, '-x', hidden, '-p', path], timeout=60,
                         capture_output=True, text=True)
    return run.returncode, run.stderr


def packed(change=None, add=None, comment=b'', **how):
    out = io.BytesIO()
    with zipfile.ZipFile(docx) as old, \
            zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            data = old.read(part)
            if change and part == change[0]:
                was = data
                data = change[1](data.decode()).encode()
                assert data != was, part
            new.writestr(zipfile.ZipInfo(part), data, **how)
        for part, data in (add or {}).items():
            if isinstance(data, str):
                data = data.encode()
            new.writestr(part, data)
        new.comment = comment
    return out.getvalue()


def planted(kind, place, **what):
    global bad
    kinds.add(kind)
    status, said = search('planted.docx', packed(**what))
    if status != 1 or fact not in said or place not in said or value in said:
        print(f'{kind}: exit {status}: {said or "nothing found"}')
        bad = 1


def body(kind, xml):
    planted(kind, 'word/document.xml', change=(
        'word/document.xml',
        lambda s: re.sub('(<w:body>)', lambda m: m[1] + xml, s, count=1)))


def part(kind, name, data):
    planted(kind, name, add={name: data})


def run(text):
    return f'<w:r><w:t>{text}</w:t></w:r>'


def chunk(kind, data):
    return (struct.pack('>I', len(data)) + kind + data +
            struct.pack('>I', zlib.crc32(kind + data)))


def png(*chunks, tail=b''):
    return (b'\x89PNG\r\n\x1a\n' +
            chunk(b'IHDR', struct.pack('>IIBBBBB', 1, 1, 8, 0, 0, 0, 0)) +
            b''.join(chunks) + chunk(b'IDAT', zlib.compress(b'\0\0')) +
            chunk(b'IEND', b'') + tail)


def jpeg(marker, data):
    return (b'\xff\xd8' + b'\xff' + bytes([marker]) +
            struct.pack('>H', len(data) + 2) + data + b'\xff\xda\0\2' +
            bytes(range(200)) + b'\xff\xd9')


def book(text):
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as z:
        z.writestr('xl/sharedStrings.xml', f'<sst><si><t>{text}</t></si></sst>')
    return out.getvalue()


def nested(text):
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w') as z:
        z.writestr('word/embeddings/book.xlsx', book(text))
    return out.getvalue()


utf8 = value.encode()
body('text', f'<w:p>{run(value)}</w:p>')
body('text over runs', f'<w:p>{run(first)}<w:proofErr w:type="gramEnd"/>'
     f'{run(rest)}</w:p>')
body('references', '<w:p>' + run(''.join(f'&#{ord(c)};' for c in value)) +
     '</w:p>')
body('a deletion', f'<w:p><w:del w:id="900" w:author="a"><w:r><w:delText>{value}'
     '</w:delText></w:r></w:del></w:p>')
body('a deletion beside what stayed',
     f'<w:p>{run(first)}<w:ins w:id="901" w:author="a">{run("**")}</w:ins>'
     f'<w:del w:id="902" w:author="a"><w:r><w:delText>{rest}</w:delText></w:r>'
     '</w:del></w:p>')
body('a move', f'<w:p><w:moveFrom w:id="903" w:author="a">{run(value)}'
     '</w:moveFrom></w:p>')
body('a field', f'<w:p><w:r><w:instrText>DOCPROPERTY {first}</w:instrText></w:r>'
     f'<w:r><w:instrText>{rest}</w:instrText></w:r></w:p>')
body('alt text', f'<w:p><w:r><w:drawing><wp:docPr id="9" name="x" '
     f'descr="{value}"/></w:drawing></w:r></w:p>')
body('a bookmark', f'<w:bookmarkStart w:id="9" w:name="{value}"/>')
body('an author', f'<w:p><w:ins w:id="904" w:author="{value}"/></w:p>')
body('a content control', f'<w:sdt><w:sdtPr><w:tag w:val="{value}"/></w:sdtPr>'
     '</w:sdt>')
body('a comment of XML', f'<!--{value}-->')
planted('a title', 'docProps/core.xml', change=(
    'docProps/core.xml', lambda s: s.replace('</dc:title>',
                                             value + '</dc:title>')))
planted('a style', 'word/styles.xml', change=(
    'word/styles.xml', lambda s: s.replace('w:name w:val="',
                                           'w:name w:val="' + value, 1)))
planted('a font', 'word/fontTable.xml', change=(
    'word/fontTable.xml', lambda s: s.replace('w:name="', 'w:name="' + value, 1)))
planted('a footer', 'word/footer1.xml', change=(
    'word/footer1.xml', lambda s: s.replace('</w:p>', run(value) + '</w:p>')))
planted('a variable', 'word/settings.xml', change=(
    'word/settings.xml', lambda s: s.replace(
        '</w:settings>', f'<w:docVar w:name="n" w:val="{value}"/></w:settings>')))
planted('the cache of a chart', 'word/charts/chart1.xml', change=(
    'word/charts/chart1.xml',
    lambda s: s.replace('</c:v>', value + '</c:v>', 1)))
planted('a relationship', 'word/_rels/document.xml.rels', change=(
    'word/_rels/document.xml.rels', lambda s: s.replace(
        '</Relationships>', '<Relationship Id="x" TargetMode="External" '
        'Type="t" Target="http://x/' +
        ''.join(f'%{b:02X}' for b in utf8) + '"/></Relationships>')))
for name, root in (('comments', 'w:comments'), ('footnotes', 'w:footnotes'),
                   ('endnotes', 'w:endnotes'), ('header1', 'w:hdr'),
                   ('glossary/document', 'w:glossaryDocument')):
    part(name, f'word/{name}.xml',
         f'<{root}><w:p>{run(first)}{run(rest)}</w:p></{root}>')
part('properties', 'docProps/custom.xml', f'<p><vt:lpwstr>{value}</vt:lpwstr></p>')
part('custom XML', 'customXml/item9.xml', f'<a b="{value}"/>')
part('custom XML in base64', 'customXml/item9.xml',
     f'<a>{base64.b64encode(utf8 + b" - more").decode()}</a>')
part('custom XML in UTF-16', 'customXml/item9.xml',
     b'\xff\xfe' + f'<a>{value}</a>'.encode('utf-16-le'))
part('an element of custom XML', 'customXml/item9.xml', f'<{value}/>')
part('SmartArt', 'word/diagrams/data1.xml',
     f'<a:p><a:r><a:t>{first}</a:t></a:r><a:r><a:t>{rest}</a:t></a:r></a:p>')
part('a web page', 'word/chunk.htm', f'<p>{first}<b>{rest}</b></p>')
part('a workbook', 'word/embeddings/b.xlsx', book(value))
part('a workbook in a document', 'word/embeddings/d.docx', nested(value))
for encoding in ('utf-8', 'utf-16-le', 'utf-16-be', 'gb18030'):
    part(f'an object in {encoding}', 'word/embeddings/o.bin',
         b'\xd0\xcf\x11\xe0\0\1' + value.encode(encoding) + b'\0\xff')
part('a compressed metafile', 'word/media/i.emz',
     gzip.compress(b'\1\0\0\0' + value.encode('utf-16-le')))
for kind, data in ((b'tEXt', b'Title\0' + utf8),
                   (b'zTXt', b'Title\0\0' + zlib.compress(utf8)),
                   (b'iTXt', b'Title\0\1\0zh\0\0' + zlib.compress(utf8)),
                   (b'eXIf', b'MM\0*' + utf8)):
    part(f'PNG {kind.decode()}', 'word/media/i.png', png(chunk(kind, data)))
part('behind a PNG', 'word/media/i.png', png(tail=utf8))
part('a remark of a JPEG', 'word/media/i.jpeg', jpeg(0xFE, utf8))
part('EXIF of a JPEG', 'word/media/i.jpeg',
     jpeg(0xE1, b'Exif\0\0' + value.encode('utf-16-le')))
part('XMP of a JPEG', 'word/media/i.jpeg',
     jpeg(0xE1, f'<x:xmpmeta><a>{first}&#{ord(rest[0])};{rest[1:]}</a>'.encode()))
planted('the name of a part', 'the name of the part word/media/',
        add={f'word/media/{value}.png': png()})
planted('a comment of the archive', 'between the parts', comment=utf8)

status, said = search('clean.docx', packed())
if status != 0:
    print(f'clean: exit {status}: {said}')
    bad = 1
status, said = search('clean.docx', packed(add={'word/media/i.png': png()},
                                           compress_type=zipfile.ZIP_STORED))
if status != 0:
    print(f'clean and stored: exit {status}: {said}')
    bad = 1
print(len(kinds), 'kinds')
if len(kinds) < 25:
    bad = 1
sys.exit(bad)
