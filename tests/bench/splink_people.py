"""Splink on a table of people with the columns of its `historical_50k`: `splink_people.py FILE.csv`.

The settings are those that its documentation shows for this table: ten rules of blocking, names by
Jaro-Winkler with the frequencies of both, date, postcode, birth place and occupation; trained by random
pairs and two rounds of expectation and maximization. One thread, as the product has.
"""
import sys
import time
from itertools import combinations

import duckdb
import pandas as pd
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

BLOCKING = [
    ("first_name", "surname"),
    ("surname", "dob"),
    ("first_name", "dob"),
    ("postcode_fake", "first_name"),
    ("postcode_fake", "surname"),
    ("dob", "birth_place"),
    ("postcode_fake", "dob"),
    ("first_name", "surname", "birth_place"),
    ("postcode_fake", "birth_place"),
    ("dob", "occupation"),
]


def settings():
    return SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[block_on(*rule) for rule in BLOCKING],
        comparisons=[
            cl.ForenameSurnameComparison("first_name", "surname", forename_surname_concat_col_name="first_and_surname"),
            cl.DateOfBirthComparison("dob", input_is_string=True),
            cl.PostcodeComparison("postcode_fake"),
            cl.ExactMatch("birth_place").configure(term_frequency_adjustments=True),
            cl.ExactMatch("occupation").configure(term_frequency_adjustments=True),
        ],
    )


def measure(what, pairs, truth):
    right = sum(truth[a] == truth[b] for a, b in pairs)
    sizes = pd.Series(list(truth.values())).value_counts()
    every = int((sizes * (sizes - 1) // 2).sum())
    precision, recall = right / max(len(pairs), 1), right / every
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    print(f"{what}: F1 {f1:.4f}, precision {precision:.4f}, recall {recall:.4f}")


def main(path):
    people = pd.read_csv(path, dtype=str)
    truth = dict(zip(people["unique_id"], people["cluster"]))
    connection = duckdb.connect()
    connection.execute("SET threads TO 1")
    started = time.monotonic()
    api = DuckDBAPI(connection)
    linker = Linker(api.register(people), settings(), log_level="ERROR")
    training = linker.training
    training.estimate_probability_two_random_records_match(
        [block_on("first_name", "surname", "dob"), block_on("postcode_fake", "dob")], recall=0.6
    )
    training.estimate_u_using_random_sampling(max_pairs=5e6, seed=1)
    training.estimate_parameters_using_expectation_maximisation(block_on("first_name", "surname"))
    training.estimate_parameters_using_expectation_maximisation(block_on("dob"))
    predicted = linker.inference.predict(threshold_match_probability=0.5)
    scored = time.monotonic() - started
    found = predicted.as_pandas_dataframe()
    pairs = list(zip(found["unique_id_l"], found["unique_id_r"]))
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(predicted, threshold_match_probability=0.95)
    clustered = clusters.as_pandas_dataframe()
    print(f"{len(people)} records, scored after {scored:.1f} s, all {time.monotonic() - started:.1f} s")
    measure("pairs at even odds", pairs, truth)
    groups = clustered.groupby("cluster_id")["unique_id"].apply(list)
    measure("groups", [pair for group in groups for pair in combinations(group, 2)], truth)


main(sys.argv[1])
