"""import-python.py OUT.docx PICTURE.png - a report as python-docx writes it."""
import sys

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.shared import Mm

out, picture = sys.argv[1:]
d = Document()
d.add_paragraph('东屿县工信局2021年度工作报告', style='Title')
d.add_paragraph('县委、县政府：')
d.add_paragraph('2021年，东屿县工信局党支部召开党员大会5次、支委会13次。')
d.add_heading('一、主要工作', 1)
d.add_heading('（一）强化学习', 2)
p = d.add_paragraph('一是')
p.add_run('学深一层').bold = True
p.add_run('。现有党员**名，党费*元；符号 \\ {{ }} | # % 原样保留。')
d.add_paragraph('# 不是标题')
d.add_paragraph('% 不是注释')
d.add_paragraph(':::表 不是块')
d.add_paragraph('第一项', style='List Number')
d.add_paragraph('第二项', style='List Number')
d.add_paragraph('点列', style='List Bullet')
d.add_heading('二、存在问题', 1)
d.add_paragraph('“引号不闭合。')
d.add_paragraph('表1 经费情况')
t = d.add_table(rows=4, cols=3)
for r in range(4):
    for c in range(3):
        t.cell(r, c).text = '%d行%d列' % (r + 1, c + 1)
for a, b in (((0, 1), (0, 2)), ((1, 0), (2, 0))):
    for cell in t.cell(*a), t.cell(*b):
        cell.text = ''
    t.cell(*a).merge(t.cell(*b)).text = '合并 | < ^'
t.cell(3, 2).text = '<'
d.add_paragraph('').add_run().add_picture(picture, width=Mm(80))
d.add_paragraph('另起一页之前').add_run().add_break(WD_BREAK.PAGE)
d.add_paragraph('另起一页之后')
d.add_paragraph('特此报告。')
for line in '东屿县工信局党支部', '2022年1月5日':
    d.add_paragraph(line).alignment = WD_ALIGN_PARAGRAPH.RIGHT
d.save(out)
