// Writes the table of spreadsheets.long as workbooks by exceljs and by xlsx.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const [source, library, target] = process.argv.slice(2);
const require = createRequire(`${process.env.NODE_DIR}/node_modules/`);

const parse = (text) => {
	const rows = [[]];
	for (const [, quoted, plain, end] of
		text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/gy)) {
		rows.at(-1).push(quoted !== undefined
			? quoted.replaceAll('""', '"') : plain);
		if (end === '\n') rows.push([]);
		if (end === '') break;
	}
	return rows.filter((row) => row.length > 1);
};
const typed = (cell) => {
	if (cell === '') return null;
	if (cell === 'TRUE' || cell === 'FALSE') return cell === 'TRUE';
	if (/^-?\d+(\.\d+)?$/.test(cell)) return Number(cell);
	if (/^\d{4}-\d\d-\d\d$/.test(cell)) return new Date(`${cell}T00:00:00Z`);
	return cell;
};

const rows = parse(readFileSync(source, 'utf8')).map((row) => row.map(typed));
if (library === 'exceljs') {
	const book = new (require('exceljs').Workbook)();
	const sheet = book.addWorksheet('台账');
	for (const row of rows) sheet.addRow(row);
	await book.xlsx.writeFile(target);
} else {
	process.env.TZ = 'UTC';
	const xlsx = require('xlsx');
	const book = xlsx.utils.book_new();
	xlsx.utils.book_append_sheet(book,
		xlsx.utils.aoa_to_sheet(rows, { cellDates: false, UTC: true,
			dateNF: 'yyyy-mm-dd' }), '台账');
	xlsx.writeFile(book, target, { bookSST: true });
}
