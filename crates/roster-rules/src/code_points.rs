//! Characters by their numbers, for those that nobody can see or type.

/// `U+200B`.
pub(crate) fn code_point(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}

/// Each different one of some characters of a text, in its order: `U+200B U+FEFF`.
pub(crate) fn code_points(text: &str, is_one: fn(char) -> bool) -> String {
    let mut found: Vec<char> = Vec::new();
    for character in text.chars().filter(|&it| is_one(it)) {
        if !found.contains(&character) {
            found.push(character);
        }
    }
    let found: Vec<String> = found.into_iter().map(code_point).collect();
    found.join(" ")
}
