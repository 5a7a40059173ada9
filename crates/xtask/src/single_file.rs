//! The whole page as one file that also runs from a disk.
//!
//! Styles and the start script are written into the page where they are linked; the packed modules
//! and the sample stand as base64 in `globalThis.rostercheckParts`, by their paths, for the page to start its worker
//! from. The page's policy then names these texts by their hashes and permits no connection at all.
//! Deliberately no bundler: that work is done before.

use std::fmt::Write as _;
use std::path::Path;

use sha2::{Digest, Sha256};

/// Writes `DIST/rostercheck.html` from `PAGE/index.html`, built to be one script.
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    let [folder, dist] = arguments else {
        return Err("Write `single-file PAGE DIST`.".to_owned());
    };
    let folder = Path::new(folder);
    let page = crate::read_text(&folder.join("index.html"))?;
    let page = inline(&page, &mut |path| crate::read_text(&folder.join(path)))?;
    let mut parts = Vec::new();
    collect(folder, Path::new(""), &mut parts)?;
    parts.sort();
    let page = with_policy(&with_parts(&page, &parts)?)?;
    crate::write_bytes(&Path::new(dist).join("rostercheck.html"), page.as_bytes())
}

/// Replaces links to styles and scripts of the page's own folder by their text.
fn inline(
    page: &str,
    read: &mut dyn FnMut(&str) -> Result<String, String>,
) -> Result<String, String> {
    let mut out = String::with_capacity(page.len());
    let mut rest = page;
    while let Some(start) = rest.find('<') {
        out.push_str(&rest[..start]);
        rest = &rest[start..];
        let end = rest.find('>').map_or(rest.len(), |it| it + 1);
        let tag = &rest[..end];
        rest = &rest[end..];
        if tag.starts_with("<link") && tag.contains("modulepreload") {
            continue;
        }
        let style = (tag.starts_with("<link") && tag.contains("stylesheet"))
            .then(|| own_path(tag, "href"))
            .flatten();
        let script = tag
            .starts_with("<script")
            .then(|| own_path(tag, "src"))
            .flatten();
        if let Some(path) = style {
            let _ = write!(out, "<style>\n{}</style>", read(path)?);
        } else if let Some(path) = script {
            // The closing tag of the link is the closing tag of the text.
            let text = read(path)?.replace("</script", "<\\/script");
            let _ = write!(out, "<script type=\"module\">\n{text}");
        } else {
            out.push_str(tag);
        }
    }
    out.push_str(rest);
    Ok(out)
}

/// The path in an attribute, if it leads into the page's own folder.
fn own_path<'t>(tag: &'t str, attribute: &str) -> Option<&'t str> {
    let (_, after) = tag.split_once(&format!(" {attribute}=\""))?;
    let path = after.split('"').next()?;
    let path = path.trim_start_matches("./").trim_start_matches('/');
    (!path.contains("://") && !path.is_empty()).then_some(path)
}

fn collect(folder: &Path, below: &Path, parts: &mut Vec<(String, Vec<u8>)>) -> Result<(), String> {
    let path = folder.join(below);
    let listing = std::fs::read_dir(&path)
        .map_err(|error| format!("{} cannot be read: {error}.", path.display()))?;
    for item in listing.flatten() {
        let below = below.join(item.file_name());
        let path = folder.join(&below);
        if path.is_dir() {
            collect(folder, &below, parts)?;
            continue;
        }
        if below
            .extension()
            .is_some_and(|it| it == "dat" || it == "csv")
        {
            let bytes = std::fs::read(&path)
                .map_err(|error| format!("{} cannot be read: {error}.", path.display()))?;
            parts.push((below.to_string_lossy().replace('\\', "/"), bytes));
        }
    }
    Ok(())
}

fn with_parts(page: &str, parts: &[(String, Vec<u8>)]) -> Result<String, String> {
    let Some(at) = page.find("</head>") else {
        return Err("index.html has no `</head>`.".to_owned());
    };
    let mut script = String::from("<script>globalThis.rostercheckParts = {\n");
    for (path, bytes) in parts {
        let _ = writeln!(script, "\"{path}\": \"{}\",", base64(bytes));
    }
    script.push_str("};</script>\n");
    Ok(format!("{}{script}{}", &page[..at], &page[at..]))
}

/// Replaces the policy in the page's head by one that permits its own texts and nothing else.
fn with_policy(page: &str) -> Result<String, String> {
    const START: &str = "http-equiv=\"Content-Security-Policy\" content=\"";
    let at = page.find(START).ok_or("index.html has no policy.")? + START.len();
    let length = page[at..]
        .find('"')
        .ok_or("The policy of index.html has no end.")?;
    let (scripts, styles) = (hashes(page, "script"), hashes(page, "style"));
    let policy = format!(
        "default-src 'none'; script-src {scripts} 'wasm-unsafe-eval' 'unsafe-eval'; style-src {styles}; \
         img-src data: blob:; worker-src blob:; connect-src 'none'; base-uri 'none'; \
         form-action 'none'"
    );
    Ok(format!("{}{policy}{}", &page[..at], &page[at + length..]))
}

/// The hashes of all elements of a name, as a policy writes them.
fn hashes(page: &str, name: &str) -> String {
    let texts = texts(page).into_iter().filter(|it| it.0 == name);
    let hashes = texts.map(|(_, text)| format!("'sha256-{}'", base64(&Sha256::digest(text))));
    hashes.collect::<Vec<_>>().join(" ")
}

/// The text of every script and style, with which of them it is. A browser looks for no element inside
/// such a text, and a script may well speak of styles.
fn texts(page: &str) -> Vec<(&'static str, &str)> {
    let mut found = Vec::new();
    let mut rest = page;
    loop {
        let starts = ["script", "style"].map(|it| (rest.find(&format!("<{it}")), it));
        let next = starts.into_iter().filter_map(|(at, it)| Some((at?, it)));
        let Some((start, name)) = next.min() else {
            return found;
        };
        let close = format!("</{name}>");
        let text = rest[start..].find('>').map(|it| start + it + 1);
        let end = text.and_then(|it| rest[it..].find(&close).map(|end| it + end));
        let Some((text, end)) = text.zip(end) else {
            return found;
        };
        found.push((name, &rest[text..end]));
        rest = &rest[end + close.len()..];
    }
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let byte = |at: usize| u32::from(chunk.get(at).copied().unwrap_or(0));
        let word = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            let letter = LETTERS[(word >> (18 - 6 * place) & 63) as usize];
            let is_there = place <= chunk.len();
            text.push(if is_there { char::from(letter) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_the_usual_one() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
        ] {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }

    #[test]
    fn the_policy_names_the_texts_by_their_hashes() {
        let page = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src x\">\
                    <style>a</style><script type=\"module\">abc</script>";
        let text = with_policy(page).unwrap();
        // The published SHA-256 of `abc`.
        assert!(text.contains("script-src 'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='"));
        assert!(text.contains("connect-src 'none'") && !text.contains("default-src x"));
        assert!(text.ends_with("<style>a</style><script type=\"module\">abc</script>"));
        assert!(with_policy("<head></head>").is_err());
    }

    #[test]
    fn a_script_that_speaks_of_styles_is_a_script() {
        let page = "<script>/<style>(.*)<\\/style>/</script><style>a</style>";
        assert_eq!(
            texts(page),
            [("script", "/<style>(.*)<\\/style>/"), ("style", "a")]
        );
    }

    #[test]
    fn links_become_text() {
        let page = "<head><link rel=\"stylesheet\" href=\"./a.css\"></head>\
                    <script type=\"module\" src=\"a.js\"></script><a href=\"x\">x</a>";
        let text = inline(page, &mut |path| Ok(format!("[{path}</script]"))).unwrap();
        assert!(text.contains("<style>\n[a.css</script]</style>"));
        assert!(text.contains("<script type=\"module\">\n[a.js<\\/script]</script><a href=\"x\">"));
        let text = with_parts(&text, &[("w.dat".to_owned(), b"foo".to_vec())]).unwrap();
        assert!(text.contains("\"w.dat\": \"Zm9v\",\n};</script>\n</head>"));
    }
}
