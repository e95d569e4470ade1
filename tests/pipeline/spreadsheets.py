"""Writes the table of spreadsheets.long as a workbook: by openpyxl, or by the
standard library alone a workbook of parts as other programs name them."""
import csv
import datetime
import sys

import openpyxl


def typed(cell):
    for kind in (int, float):
        try:
            return kind(cell)
        except ValueError:
            pass
    try:
        return datetime.date.fromisoformat(cell)
    except ValueError:
        return {"TRUE": True, "FALSE": False, "": None}.get(cell, cell)


source, target = sys.argv[1:]
book = openpyxl.Workbook()
sheet = book.active
with open(source, encoding="utf-8", newline="") as f:
    for row in csv.reader(f):
        sheet.append([typed(cell) for cell in row])
book.create_sheet("另一张").append(["不读"])
book.save(target)
