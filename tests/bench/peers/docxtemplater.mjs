// docxtemplater; an instance renders once, so each row makes one.
import { main, need } from './common.mjs'

const PizZip = need('pizzip')
const Docxtemplater = need('docxtemplater')

main(template => {
	const make = data => {
		const doc = new Docxtemplater(new PizZip(template),
			{ paragraphLoop: true })
		doc.render(data)
		return doc.getZip()
			.generate({ type: 'nodebuffer', compression: 'DEFLATE' })
	}
	return { row: make, sections: sections => make({ sections }) }
})
