// mammoth-text.mjs FILE.docx - what mammoth reads, one paragraph a line.
import { createRequire } from 'node:module';

const require = createRequire(`${process.env.NODE_DIR}/node_modules/`);
try {
	const { value } = await require('mammoth').extractRawText({ path: process.argv[2] });
	process.stdout.write(value);
} catch (error) {
	console.error(error.message);
	process.exitCode = 1;
}
