"""pandoc-text.py - the text of pandoc's JSON (standard input), one paragraph a line.

pandoc takes the paragraphs of styles Title, Subtitle, Author, Date and Abstract that open a document out of the body and
into its metadata, so those come first here, in the order in which a document has them.
"""
import json
import sys

FRONT = ('title', 'subtitle', 'author', 'date', 'abstract')
PARAGRAPHS = ('Para', 'Plain', 'Header')


def walk(node):
    """Attributes are bare strings in lists, so only what stands under a "t" is text."""
    if isinstance(node, list):
        for child in node:
            yield from walk(child)
    elif isinstance(node, dict):
        kind = node.get('t')
        if kind == 'Str':
            yield node['c']
        elif kind in ('Space', 'SoftBreak'):
            yield ' '
        elif kind == 'LineBreak':
            yield '\n'
        elif kind in ('Code', 'CodeBlock', 'Math', 'RawInline', 'RawBlock'):
            yield node['c'][1]
        elif kind != 'Image':  # its alternative text is not the document's
            yield from walk(node.get('c', []))
            if kind in PARAGRAPHS:
                yield '\n'


def main():
    document = json.load(sys.stdin)
    for field in FRONT:
        print(''.join(walk(document['meta'].get(field, []))))
    print(''.join(walk(document['blocks'])))


main()
