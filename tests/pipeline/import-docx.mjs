// import-docx.mjs OUT.docx PICTURE.png - a report as docx (npm) writes it.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(`${process.env.NODE_DIR}/node_modules/`);
const d = require('docx');
const [out, picture] = process.argv.slice(2);
const p = (...children) => new d.Paragraph({ children: children.map((c) => (typeof c === 'string' ? new d.TextRun(c) : c)) });
const heading = (text, level) => new d.Paragraph({ text, heading: d.HeadingLevel[`HEADING_${level}`], numbering: { reference: 'official', level: level - 1 } });
const item = (text) => new d.Paragraph({ text, numbering: { reference: 'official', level: 2 } });
const cell = (text, more = {}) => new d.TableCell({ children: [p(text)], ...more });
const level = (n, format, text) => ({ level: n, format, text, alignment: d.AlignmentType.LEFT });

const document = new d.Document({
	numbering: {
		config: [{
			reference: 'official',
			levels: [level(0, 'chineseCounting', '%1、'), level(1, 'chineseCounting', '（%2）'), level(2, 'decimal', '%3.'), level(3, 'decimal', '（%4）')],
		}],
	},
	footnotes: { 1: { children: [p('脚注里的 {{括号}}')] } },
	comments: { children: [{ id: 0, author: '李四', date: new Date(0), children: [p('此处请核实')] }] },
	sections: [{
		headers: { default: new d.Header({ children: [p('内部资料')] }) },
		children: [
			new d.Paragraph({ text: '澜浦县局2020年度工作总结', heading: d.HeadingLevel.TITLE }),
			p('2020年，全局走访企业31家，', new d.TextRun({ text: '办结诉求28件', bold: true }), '。',
				new d.FootnoteReferenceRun(1), '其余在办。'),
			heading('强化学习', 1),
			heading('领导带头', 2),
			item('第一条措施。'),
			item('第二条措施。'),
			heading('深化服务', 1),
			p(new d.CommentRangeStart(0), '服务企业31家。', new d.CommentRangeEnd(0), new d.TextRun({ children: [new d.CommentReference(0)] })),
			p(new d.InsertedTextRun({ text: '增加的话。', id: 1, author: '王五', date: '2020-01-01T00:00:00Z' }),
				new d.DeletedTextRun({ text: '删去的话。', id: 2, author: '王五', date: '2020-01-01T00:00:00Z' })),
			new d.Table({
				rows: [
					new d.TableRow({ children: [cell('类别', { rowSpan: 2 }), cell('件数', { columnSpan: 2 })] }),
					new d.TableRow({ children: [cell('受理'), cell('办结')] }),
					new d.TableRow({ children: [cell('用工'), cell('17'), cell('15')] }),
				],
			}),
			new d.Paragraph({ children: [new d.ImageRun({ type: 'png', data: readFileSync(picture), transformation: { width: 200, height: 150 }, altText: { title: '图', description: '码头 | 现场', name: '图' } })] }),
			p('澜浦县局'),
			p('2021年1月8日'),
			new d.Paragraph({ children: [new d.TextRun('附件1')], pageBreakBefore: true }),
			p('走访企业名单'),
			p('附件的正文。'),
		],
	}],
});
writeFileSync(out, await d.Packer.toBuffer(document));
