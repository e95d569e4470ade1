// docx, which builds a document of objects; its template is a plain text with
// {names}, a paragraph a line, the first one the title.
import { main, need } from './common.mjs'

const { Document, HeadingLevel, Packer, Paragraph, TextRun } = need('docx')

// A heading that stands in the line is bold up to its 。
function paragraph(text) {
	const end = /^[一二三四五六七八九]、/.test(text) ? text.indexOf('。') + 1 : 0
	return new Paragraph({ children: end ?
		[new TextRun({ text: text.slice(0, end), bold: true }),
			new TextRun(text.slice(end))] :
		[new TextRun(text)] })
}

const pack = children =>
	Packer.toBuffer(new Document({ sections: [{ children }] }))

main(template => {
	const [title, ...lines] = template.toString().trimEnd().split('\n')
	return {
		row(values) {
			const fill = text =>
				text.replace(/{([^}]*)}/g, (all, name) => values[name])
			return pack([
				new Paragraph({ heading: HeadingLevel.TITLE,
					text: fill(title) }),
				...lines.map(line => paragraph(fill(line))),
			])
		},
		sections: list => pack(list.flatMap(s => [
			new Paragraph({ heading: HeadingLevel.HEADING_1,
				text: s.heading }),
			new Paragraph(s.first), new Paragraph(s.second),
			new Paragraph(s.third),
		])),
	}
})
