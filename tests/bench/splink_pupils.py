"""Splink on a roster with our column names: `splink_pupils.py FILE.csv`.

What a careful person would set for pupils: five rules of blocking, the number by edit distance, name and
surname by their frequencies, date of birth, sex and telephone; trained by random pairs and two rounds of
expectation and maximization. One thread. Nothing about the sound and the look of characters, check digits,
twins or what the system itself flags; it finds pairs and clusters and explains none.
"""
import sys
import time

import duckdb
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

COLUMNS = {"姓名": "name", "性别": "sex", "出生日期": "birth", "身份证件号": "number", "联系电话": "phone"}
BLOCKING = [("number",), ("name", "birth"), ("name", "phone"), ("surname", "birth", "sex"), ("surname", "phone")]


def settings():
    return SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[block_on(*rule) for rule in BLOCKING],
        comparisons=[
            cl.LevenshteinAtThresholds("number", [1, 2]),
            cl.LevenshteinAtThresholds("name", 1).configure(term_frequency_adjustments=True),
            cl.LevenshteinAtThresholds("birth", 1),
            cl.ExactMatch("sex"),
            cl.ExactMatch("phone"),
        ],
    )


def main(path):
    connection = duckdb.connect()
    connection.execute("SET threads TO 1")
    chosen = ", ".join(f'nullif("{ours}", \'\') AS {theirs}' for ours, theirs in COLUMNS.items())
    connection.execute(
        f"CREATE TABLE pupils AS SELECT row_number() OVER () AS unique_id, *, substr(name, 1, 1) AS surname "
        f"FROM (SELECT {chosen} FROM read_csv('{path}', all_varchar = true, header = true))"
    )
    started = time.monotonic()
    api = DuckDBAPI(connection)
    linker = Linker(api.register("pupils"), settings(), log_level="ERROR")
    training = linker.training
    training.estimate_probability_two_random_records_match([block_on("number"), block_on("name", "birth")], recall=0.8)
    training.estimate_u_using_random_sampling(max_pairs=5e6, seed=1)
    training.estimate_parameters_using_expectation_maximisation(block_on("number"))
    training.estimate_parameters_using_expectation_maximisation(block_on("name", "birth"))
    trained = time.monotonic() - started
    predicted = linker.inference.predict(threshold_match_probability=0.5)
    scored = time.monotonic() - started
    linker.clustering.cluster_pairwise_predictions_at_threshold(predicted, threshold_match_probability=0.95)
    print(f"Splink: trained after {trained:.1f} s, scored after {scored:.1f} s, all {time.monotonic() - started:.1f} s")


main(sys.argv[1])
