//! Comments of Word documents, which say why something was changed: a part of their own, declared in two others.

use super::Source;
use super::block::Coding;

/// Where the types of all parts are declared.
pub(super) const TYPES: &str = "[Content_Types].xml";

/// The ending of the type of the part with the comments.
pub(super) const KIND: &str = "wordprocessingml.comments+xml";

/// The file that a document without comments gets for them, beside its main part.
const FILE: &str = "comments.xml";

/// The namespaces of Word's elements and of relationships, as most programs write them and in strict documents.
const NAMESPACES: [(&str, &str); 2] = [
    (
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
    ),
];

/// A comment on a change.
#[derive(Clone, Debug)]
pub(super) struct Comment {
    pub(super) id: usize,
    pub(super) author: String,
    pub(super) text: String,
}

/// Whether comments can be put into a document of such parts, the first of which is the main one.
pub(super) fn can_be_added(parts: &[Source]) -> bool {
    place(parts).is_some()
}

/// Puts comments into their part; it is made and declared if the document has none.
pub(super) fn add(parts: &mut Vec<Source>, comments: &[Comment]) {
    let Some(place) = place(parts).filter(|_| !comments.is_empty()) else {
        return;
    };
    let number = match place {
        Place::There(number) => number,
        Place::New { types, relations } => declare(parts, types, relations),
    };
    let text = &mut parts[number].text;
    let Some((at, prefix)) = end_of_root(text) else {
        return;
    };
    let written: Option<String> = comments.iter().map(|comment| comment.written(&prefix)).collect();
    text.insert_str(at, &written.unwrap_or_default());
}

/// Where the comments of a document go.
enum Place {
    /// Into the part of such a number.
    There(usize),
    /// Into a new part, which these parts have to declare.
    New { types: usize, relations: usize },
}

fn place(parts: &[Source]) -> Option<Place> {
    let number_of = |name: &str| parts.iter().position(|part| part.name == name);
    let types = number_of(TYPES)?;
    if parts[types].text.contains(KIND) {
        let number = parts
            .iter()
            .position(|part| part.is_aside && part.name != TYPES && !part.name.ends_with(".rels"))?;
        end_of_root(&parts[number].text)?;
        return Some(Place::There(number));
    }
    let relations = number_of(&relations_of(&parts[0].name))?;
    end_of_root(&parts[types].text)?;
    end_of_root(&parts[relations].text)?;
    Some(Place::New { types, relations })
}

/// Adds the part for comments, with its type and its relationship, and gives its number.
fn declare(parts: &mut Vec<Source>, types: usize, relations: usize) -> usize {
    let main = &parts[0];
    let name = format!("{}{FILE}", folder_of(&main.name));
    let is_strict = main.text.contains(NAMESPACES[1].0);
    let (word, office) = NAMESPACES[usize::from(is_strict)];
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:comments xmlns:w=\"{word}\"></w:comments>"
    );
    insert(&mut parts[types].text, |prefix| {
        format!(
            "<{prefix}Override PartName=\"/{name}\" ContentType=\"application/vnd.openxmlformats-officedocument.{KIND}\"/>"
        )
    });
    let id = free_id(&parts[relations].text);
    insert(&mut parts[relations].text, |prefix| {
        format!("<{prefix}Relationship Id=\"{id}\" Type=\"{office}/comments\" Target=\"{FILE}\"/>")
    });
    parts.push(Source {
        name,
        text: content,
        is_aside: true,
    });
    parts.len() - 1
}

/// Where the relationships of a part stand.
pub(super) fn relations_of(name: &str) -> String {
    let folder = folder_of(name);
    format!("{folder}_rels/{}.rels", &name[folder.len()..])
}

/// The folder of a part, with the slash behind it.
fn folder_of(name: &str) -> &str {
    name.rfind('/').map_or("", |at| &name[..=at])
}

fn free_id(relations: &str) -> String {
    let mut ids = (1..).map(|number| format!("rIdComments{number}"));
    ids.find(|id| !relations.contains(&format!("\"{id}\"")))
        .expect("there are more numbers than relationships")
}

/// Puts an element in as the last one of the root.
fn insert(text: &mut String, element: impl Fn(&str) -> String) {
    if let Some((at, prefix)) = end_of_root(text) {
        text.insert_str(at, &element(&prefix));
    }
}

/// Where the end tag of the root begins, and the prefix of its name with the colon; none if it has no end tag.
fn end_of_root(text: &str) -> Option<(usize, String)> {
    let at = text.rfind("</")?;
    let name = text[at + 2..].split('>').next()?;
    let prefix = name.find(':').map_or("", |colon| &name[..=colon]);
    Some((at, prefix.to_owned()))
}

impl Comment {
    fn written(&self, w: &str) -> Option<String> {
        let author = Coding::Attribute(Some('"')).encode(&self.author)?;
        let initials = Coding::Attribute(Some('"')).encode(self.author.get(..1).unwrap_or(""))?;
        let text = Coding::Markup.encode(&self.text)?;
        Some(format!(
            "<{w}comment {w}id=\"{}\" {w}author=\"{author}\" {w}initials=\"{initials}\"><{w}p><{w}r><{w}t xml:space=\"preserve\">{text}</{w}t></{w}r></{w}p></{w}comment>",
            self.id
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(name: &str, text: &str, is_aside: bool) -> Source {
        Source {
            name: name.to_owned(),
            text: text.to_owned(),
            is_aside,
        }
    }

    #[test]
    fn a_strict_document_with_prefixes_of_its_own_gets_its_own_namespaces() {
        let main = "<x:document xmlns:x=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"/>";
        let mut parts = vec![
            part("a/main.xml", main, false),
            part(TYPES, "<t:Types></t:Types>", true),
            part(
                "a/_rels/main.xml.rels",
                "<r:Relationships Id=\"rIdComments1\"></r:Relationships>\n",
                true,
            ),
        ];
        let comment = Comment {
            id: 5,
            author: "Ann & Co".to_owned(),
            text: "a < b".to_owned(),
        };
        add(&mut parts, &[comment]);
        assert!(parts[1].text.ends_with("comments+xml\"/></t:Types>"));
        let relation = "<r:Relationship Id=\"rIdComments2\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/comments\" Target=\"comments.xml\"/></r:Relationships>\n";
        assert!(parts[2].text.ends_with(relation), "{}", parts[2].text);
        assert_eq!(parts[3].name, "a/comments.xml");
        assert!(parts[3].text.contains("w:author=\"Ann &amp; Co\""));
        assert!(parts[3].text.contains(">a &lt; b</w:t>"));
    }

    #[test]
    fn a_document_whose_declarations_cannot_be_read_gets_no_comments() {
        assert!(!can_be_added(&[part("main.xml", "<document/>", false)]));
        let parts = [
            part("main.xml", "", false),
            part(TYPES, &format!("<Types>{KIND}</Types>"), true),
        ];
        assert!(!can_be_added(&parts));
    }
}
