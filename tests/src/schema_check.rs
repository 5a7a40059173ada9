//! Holds a JSON value against a JSON Schema: the keywords that the report's schema uses, and no
//! others. Deliberately stricter in one thing: a property that the schema does not name is wrong.

use serde_json::{Map, Value};

/// Everything in which a value does not have the shape, by the path to it.
pub(crate) fn complaints(schema: &Value, value: &Value) -> Vec<String> {
    let mut complaints = Vec::new();
    Checker { root: schema }.check(schema, value, "", &mut complaints);
    complaints
}

struct Checker<'s> {
    root: &'s Value,
}

impl Checker<'_> {
    fn check(&self, schema: &Value, value: &Value, path: &str, complaints: &mut Vec<String>) {
        let Some(keywords) = schema.as_object() else {
            return;
        };
        for (keyword, argument) in keywords {
            match keyword.as_str() {
                "$ref" => match self.definition(argument) {
                    Some(definition) => self.check(definition, value, path, complaints),
                    None => complaints.push(format!("{path}: {argument} leads nowhere")),
                },
                "type" if !is_of_type(argument, value) => {
                    complaints.push(format!("{path}: {value} is not of type {argument}"));
                }
                "anyOf" | "oneOf" if !self.any_fits(argument, value) => {
                    complaints.push(format!("{path}: {value} fits none of {argument}"));
                }
                "const" if argument != value => {
                    complaints.push(format!("{path}: {value} is not {argument}"));
                }
                "enum" if !argument.as_array().is_some_and(|it| it.contains(value)) => {
                    complaints.push(format!("{path}: {value} is none of {argument}"));
                }
                "items" => {
                    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                        self.check(argument, item, &format!("{path}/{index}"), complaints);
                    }
                }
                "required" => {
                    let names = argument.as_array().into_iter().flatten();
                    let absent = names.filter(|it| lacks(value, it));
                    complaints.extend(absent.map(|it| format!("{path}: {it} is absent")));
                }
                "type"
                | "anyOf"
                | "oneOf"
                | "const"
                | "enum"
                | "properties"
                | "additionalProperties"
                | "$schema"
                | "$defs"
                | "title"
                | "description"
                | "format"
                | "minimum"
                | "maximum"
                | "default" => {}
                other => complaints.push(format!("{path}: the keyword {other} is not known here")),
            }
        }
        self.check_properties(keywords, value, path, complaints);
    }

    fn check_properties(
        &self,
        keywords: &Map<String, Value>,
        value: &Value,
        path: &str,
        complaints: &mut Vec<String>,
    ) {
        let Some(object) = value.as_object() else {
            return;
        };
        let known = keywords.get("properties").and_then(Value::as_object);
        let others = keywords.get("additionalProperties");
        if known.is_none() && others.is_none() {
            return;
        }
        for (name, property) in object {
            let path = format!("{path}/{name}");
            match known.and_then(|it| it.get(name)).or(others) {
                Some(schema) => self.check(schema, property, &path, complaints),
                None => complaints.push(format!("{path} is not in the schema")),
            }
        }
    }

    fn any_fits(&self, schemas: &Value, value: &Value) -> bool {
        schemas.as_array().into_iter().flatten().any(|schema| {
            let mut complaints = Vec::new();
            self.check(schema, value, "", &mut complaints);
            complaints.is_empty()
        })
    }

    fn definition(&self, reference: &Value) -> Option<&Value> {
        self.root.pointer(reference.as_str()?.strip_prefix('#')?)
    }
}

fn lacks(value: &Value, name: &Value) -> bool {
    let object = value.as_object();
    object.is_some_and(|it| name.as_str().is_some_and(|name| !it.contains_key(name)))
}

fn is_of_type(types: &Value, value: &Value) -> bool {
    let is = |name: &Value| match name.as_str() {
        Some("null") => value.is_null(),
        Some("boolean") => value.is_boolean(),
        Some("string") => value.is_string(),
        Some("integer") => value.is_i64() || value.is_u64(),
        Some("number") => value.is_number(),
        Some("array") => value.is_array(),
        Some("object") => value.is_object(),
        _ => false,
    };
    match types {
        Value::Array(types) => types.iter().any(is),
        one => is(one),
    }
}
