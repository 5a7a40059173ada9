"""Ten rules of one column and three keys of duplicates, with polars. README.md lists them.

Written as a polars user would: whole columns at a time, as strings.
"""
import polars as pl

RULES = {
    "姓名": r"^.+$",
    "性别": r"^[男女]$",
    "出生日期": r"^\d{4}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$",
    "身份证件号": r"^\d{17}[\dX]$",
    "民族": r"^.+$",
    "联系电话": r"^1\d{10}$",
    "学校标识码": r"^\d{10}$",
    "入学年月": r"^\d{6}$",
    "户口所在地行政区划代码": r"^\d{6}$",
    "班号": r"^.+$",
}
KEYS = [["身份证件号"], ["姓名", "性别", "出生日期"], ["姓名", "联系电话"]]


def check(frame):
    wrong = frame.select(
        (~pl.col(column).fill_null("").str.contains(rule)).sum() for column, rule in RULES.items()
    ).row(0)
    repeated = [frame.select(pl.struct(key).is_duplicated().sum()).item() for key in KEYS]
    print(frame.height, sum(wrong), repeated)
