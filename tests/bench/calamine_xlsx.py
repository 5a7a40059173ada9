"""The subset over a workbook, read by python-calamine."""
import sys

import polars as pl
from python_calamine import CalamineWorkbook

from subset import check

rows = CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python()
check(pl.DataFrame(rows[1:], schema={name: pl.String for name in rows[0]}, orient="row", strict=False))
