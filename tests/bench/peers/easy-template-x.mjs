// easy-template-x
import { main, need } from './common.mjs'

const { TemplateHandler } = need('easy-template-x')

main(template => {
	const handler = new TemplateHandler()
	const make = data => handler.process(template, data)
	return { row: make, sections: sections => make({ sections }) }
})
