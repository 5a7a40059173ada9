//! Writes the file of a new rule from a template whose placeholders are instructions.
//! Deliberately registers nothing: the list, the pages and the tests follow from the file.

use std::path::Path;

use crate::r#gen::is_code;

/// Arguments: the code, whose family is the folder, and the slug, which is the file's name.
pub(crate) fn run(root: &Path, arguments: &[String]) -> Result<(), String> {
    let [code, slug] = arguments else {
        return Err(
            "Write `new-rule CODE SLUG`, for instance `new-rule R2001 name-inner-space`."
                .to_owned(),
        );
    };
    if !is_code(code) {
        return Err(format!(
            "`{code}` is not a code: one capital letter and four digits."
        ));
    }
    if !is_slug(slug) {
        return Err(format!(
            "`{slug}` is not a slug: small words with `-` between them."
        ));
    }
    let rules = root.join("crates/roster-rules/src/rules");
    let module = slug.replace('-', "_");
    let Some((_, group)) = GROUPS.iter().find(|(family, _)| code.starts_with(family)) else {
        return Err(format!("{code} belongs to no family of codes."));
    };
    let path = rules.join(group).join(format!("{module}.rs"));
    if path.exists() {
        return Err(format!("{} is there already.", path.display()));
    }
    if root
        .join(format!("crates/roster-rules/pages/zh/{code}.md"))
        .exists()
    {
        return Err(format!(
            "{code} belongs to another rule; codes are never used twice."
        ));
    }
    let text = TEMPLATE.replace("{CODE}", code).replace("{SLUG}", slug);
    crate::write_bytes(&path, text.as_bytes())?;
    tell(&path);
    Ok(())
}

#[allow(clippy::print_stdout, reason = "the path is the verb's result")]
fn tell(path: &Path) {
    println!(
        "{} is there to be filled in; then run `./build.sh gen`.",
        path.display()
    );
}

fn is_slug(text: &str) -> bool {
    text.split('-').all(|word| {
        !word.is_empty()
            && word
                .bytes()
                .all(|it| it.is_ascii_lowercase() || it.is_ascii_digit())
    })
}

/// The folder of every family of codes.
const GROUPS: [(&str, &str); 16] = [
    ("R00", "files"),
    ("R01", "header"),
    ("R02", "text"),
    ("R1", "identity"),
    ("R2", "name"),
    ("R3", "date"),
    ("R4", "code"),
    ("R5", "contact"),
    ("R6", "family"),
    ("R7", "duplicate"),
    ("R8", "registration"),
    ("R9", "event"),
    ("P", "photo"),
    ("O", "open_university"),
    ("Y", "honours"),
    ("V", "comparison"),
];

const TEMPLATE: &str = include_str!("new_rule.txt");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_small_words_with_hyphens() {
        assert!(is_slug("name-inner-space") && is_slug("id-15-digits"));
        assert!(!is_slug("Name-space") && !is_slug("name--space") && !is_slug("name_space"));
    }

    #[test]
    fn the_template_is_a_rule_file() {
        let text = TEMPLATE.replace("{CODE}", "R9999").replace("{SLUG}", "a-b");
        assert!(text.starts_with("//! # "));
        assert!(text.contains("code: \"R9999\"") && text.contains("slug: \"a-b\""));
        assert!(crate::r#gen::reads_as_rule(&text));
    }
}
