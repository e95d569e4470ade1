// What the programs of npm share: where packages are, and what they are to do.
//
//     node PEER.mjs rows TEMPLATE ROWS.tsv FROM TO FOLDER
//         one document a row, of the rows FROM to TO - 1, in FOLDER
//     node PEER.mjs sections TEMPLATE TEXT FILE
//         one document; TEXT has a heading and three paragraphs a section
//
// NODE_DIR is the folder whose node_modules has the package.
import fs from 'node:fs'
import path from 'node:path'
import { createRequire } from 'node:module'

export const need = createRequire(
	path.resolve(process.env.NODE_DIR || '.', 'node_modules', 'x.js'))

function readRows(file, from, to) {
	const [names, ...rows] = fs.readFileSync(file, 'utf8').trimEnd().split('\n')
		.map(line => line.split('\t'))
	return rows.slice(from, to).map(row =>
		Object.fromEntries(names.map((name, i) => [name, row[i]])))
}

function readSections(file) {
	const lines = fs.readFileSync(file, 'utf8').trimEnd().split('\n')
	const sections = []
	for (let i = 0; i < lines.length; i += 4)
		sections.push({ heading: lines[i], first: lines[i + 1],
			second: lines[i + 2], third: lines[i + 3] })
	return sections
}

// open(template) gives { row(values), sections(list) }, which give the bytes of
// a document.
export async function main(open) {
	const [what, template, data, ...rest] = process.argv.slice(2)
	const peer = open(fs.readFileSync(template))
	if (what === 'sections') {
		fs.writeFileSync(rest[0], await peer.sections(readSections(data)))
		return
	}
	const [from, to, folder] = rest
	for (const row of readRows(data, +from, +to))
		fs.writeFileSync(path.join(folder, row['文件名'] + '.docx'),
			await peer.row(row))
}
