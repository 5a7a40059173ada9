//! Shows a folder of static files to this machine's browser, and to nothing else.
//! For trying the page; deliberately no server for anyone else: one address, no options.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::time::Duration;

const FIRST_PORT: u16 = 8137;
const PORTS: u16 = 20;
const REQUEST_BYTES_MAX: u64 = 8 * 1024;

/// Serves until it is stopped.
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    let [folder] = arguments else {
        return Err("Write `serve DIR`.".to_owned());
    };
    let folder = PathBuf::from(folder);
    if !folder.join("index.html").is_file() {
        return Err(format!(
            "{} has no index.html; build the page first.",
            folder.display()
        ));
    }
    let listener = (FIRST_PORT..FIRST_PORT + PORTS)
        .find_map(|port| TcpListener::bind(("127.0.0.1", port)).ok())
        .ok_or_else(|| format!("No port from {FIRST_PORT} on is free."))?;
    let address = listener
        .local_addr()
        .map_err(|error| format!("No address: {error}."))?;
    tell(&format!("http://{address}/"));
    for stream in listener.incoming().flatten() {
        let folder = folder.clone();
        std::thread::spawn(move || answer(stream, &folder));
    }
    Ok(())
}

#[allow(clippy::print_stdout, reason = "the address is the verb's result")]
fn tell(address: &str) {
    println!("{address}");
}

fn answer(mut stream: TcpStream, folder: &Path) {
    // A browser that went away is no one's error.
    let _ = stream.set_read_timeout(Some(Duration::from_secs(10)));
    let Some(line) = request_line(&stream) else {
        return;
    };
    let found = path_of(&line).map(|path| folder.join(path));
    let found = found.map(|path| {
        if path.is_dir() {
            path.join("index.html")
        } else {
            path
        }
    });
    let (status, kind, body) = match found.and_then(|path| Some((std::fs::read(&path).ok()?, path)))
    {
        Some((body, path)) => ("200 OK", mime(&path), body),
        None => (
            "404 Not Found",
            "text/plain; charset=utf-8",
            b"Not found.\n".to_vec(),
        ),
    };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\
         Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        body.len()
    );
    let _ = stream.write_all(head.as_bytes());
    if !line.starts_with("HEAD ") {
        let _ = stream.write_all(&body);
    }
}

/// The first line of a request; the header lines after it are read and left alone.
fn request_line(stream: &TcpStream) -> Option<String> {
    let mut reader = BufReader::new(std::io::Read::take(stream, REQUEST_BYTES_MAX));
    let mut first = String::new();
    reader.read_line(&mut first).ok()?;
    let mut line = String::new();
    while reader.read_line(&mut line).ok()? > 2 {
        line.clear();
    }
    Some(first)
}

/// The relative path a request asks for; none that leads out of the folder.
fn path_of(line: &str) -> Option<PathBuf> {
    let mut words = line.split(' ');
    if !matches!(words.next(), Some("GET" | "HEAD")) {
        return None;
    }
    let target = words.next()?.split(['?', '#']).next()?;
    let path = PathBuf::from(unescape(target.trim_start_matches('/'))?);
    let is_inside = path
        .components()
        .all(|it| matches!(it, Component::Normal(_)));
    is_inside.then_some(path)
}

fn unescape(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        if *first != b'%' {
            bytes.push(*first);
            continue;
        }
        let digits = std::str::from_utf8(rest.get(..2)?).ok()?;
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        rest = &rest[2..];
    }
    String::from_utf8(bytes).ok()
}

fn mime(path: &Path) -> &'static str {
    match path.extension().and_then(|it| it.to_str()).unwrap_or("") {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" | "map" => "application/json; charset=utf-8",
        "webmanifest" => "application/manifest+json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" | "md" => "text/plain; charset=utf-8",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_path_leads_out_of_the_folder() {
        assert_eq!(
            path_of("GET /a/b.js?x=1 HTTP/1.1"),
            Some(PathBuf::from("a/b.js"))
        );
        assert_eq!(path_of("GET / HTTP/1.1"), Some(PathBuf::new()));
        assert_eq!(
            path_of("GET /%E8%A1%A8.csv HTTP/1.1"),
            Some(PathBuf::from("表.csv"))
        );
        for line in [
            "GET /../x",
            "GET /a/%2e%2e/x",
            "GET /%2Fx",
            "POST /a",
            "GET /%f",
            "GET",
        ] {
            assert_eq!(path_of(line), None, "{line}");
        }
    }
}
