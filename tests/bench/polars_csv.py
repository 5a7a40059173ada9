"""The subset over a csv file, read by polars."""
import sys

import polars as pl

from subset import check

check(pl.read_csv(sys.argv[1], infer_schema=False))
