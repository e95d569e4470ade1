// docx-templates, without its sandbox, which its manual says is faster.
import { main, need } from './common.mjs'

const { createReport } = need('docx-templates')

main(template => {
	const make = data => createReport({
		template, data, cmdDelimiter: ['{', '}'], noSandbox: true,
		processLineBreaks: false, maximumWalkingDepth: 1e9,
	})
	return { row: make, sections: sections => make({ sections }) }
})
