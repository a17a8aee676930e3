//! Files by their addresses: `file:///folder/a%20name.md`.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use gen_lsp_types::Uri;

/// The path of a file's address; none for what is no file (yet).
pub(super) fn path(uri: &Uri) -> Option<PathBuf> {
    let rest = uri.0.strip_prefix("file://")?;
    let rest = &rest[rest.find('/')?..];
    let path = decoded(rest)?;
    let drive = path
        .as_bytes()
        .get(1..3)
        .is_some_and(|two| two[0].is_ascii_alphabetic() && two[1] == b':');
    Some(PathBuf::from(if drive { &path[1..] } else { &path[..] }))
}

/// The address of a file whose path is absolute.
pub(super) fn of(path: &Path) -> Uri {
    let text = path.to_string_lossy().replace('\\', "/");
    let mut uri = String::from(if text.starts_with('/') {
        "file://"
    } else {
        "file:///"
    });
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    Uri(uri)
}

fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        let digits = || std::str::from_utf8(after.get(..2)?).ok();
        match (first, digits().and_then(|two| u8::from_str_radix(two, 16).ok())) {
            (b'%', Some(byte)) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            _ => bytes.push(*first),
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_come_back() {
        for name in ["/tmp/a b/статья.md", "/黑河/100%.md", "/a#b?c.txt"] {
            assert_eq!(path(&of(Path::new(name))).as_deref(), Some(Path::new(name)));
        }
        assert_eq!(of(Path::new("/a b")).0, "file:///a%20b");
    }

    #[test]
    fn other_addresses() {
        let of_text = |text: &str| path(&Uri(text.to_owned()));
        assert_eq!(of_text("untitled:Untitled-1"), None);
        assert_eq!(of_text("file://"), None);
        assert_eq!(
            of_text("file:///c%3A/Texts/a.md"),
            Some(PathBuf::from("c:/Texts/a.md"))
        );
        assert_eq!(of_text("file://localhost/etc/%E9%BB"), None);
        assert_eq!(of_text("file:///50%"), Some(PathBuf::from("/50%")));
    }
}
