//! Markdown: code, HTML tags and comments, the destinations of links and front matter are no prose.

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use crate::text::Span;

pub(super) fn no_prose(text: &str) -> Vec<Span> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    let mut parser = Parser::new_ext(text, options).into_offset_iter();
    let mut found: Vec<Span> = Vec::new();
    // Of each open link: where the text of what it holds ends.
    let mut links: Vec<usize> = Vec::new();
    for (event, range) in parser.by_ref() {
        let span = Span {
            start: range.start,
            end: range.end,
        };
        match event {
            Event::Start(Tag::CodeBlock(_) | Tag::MetadataBlock(_)) => found.push(span),
            Event::Code(_) | Event::InlineHtml(_) | Event::FootnoteReference(_) => found.push(span),
            Event::Start(Tag::HtmlBlock) => found.extend(tags(text, span)),
            Event::Start(Tag::Link { link_type, .. } | Tag::Image { link_type, .. }) => {
                if matches!(link_type, LinkType::Autolink | LinkType::Email) {
                    found.push(span);
                }
                links.push(span.start);
                continue;
            }
            Event::End(TagEnd::Link | TagEnd::Image) => {
                let text_end = links.pop().unwrap_or(span.start);
                found.push(Span {
                    start: text_end.max(span.start),
                    end: span.end,
                });
            }
            _ => {}
        }
        if let Some(text_end) = links.last_mut() {
            *text_end = span.end.max(*text_end);
        }
    }
    let definitions = parser.reference_definitions();
    found.extend(definitions.iter().map(|(_, definition)| Span {
        start: definition.span.start,
        end: definition.span.end,
    }));
    found
}

/// The tags and comments in a piece of HTML, and the elements that hold code; what stands between them is prose.
fn tags(text: &str, html: Span) -> impl Iterator<Item = Span> + '_ {
    let mut from = html.start;
    std::iter::from_fn(move || {
        let start = from + text[from..html.end].find('<')?;
        from = start + tag_length(&text[start..html.end]);
        Some(Span { start, end: from })
    })
}

/// How long the tag, comment or element of code is that a piece of HTML begins with; all of it where nothing closes it.
fn tag_length(html: &str) -> usize {
    let name = html[1..]
        .split(|c: char| !c.is_ascii_alphanumeric())
        .next()
        .unwrap_or("");
    let closer = match name.to_ascii_lowercase().as_str() {
        _ if html.starts_with("<!--") => "-->",
        "script" => "</script>",
        "style" => "</style>",
        "pre" => "</pre>",
        "code" => "</code>",
        _ => ">",
    };
    html.find(closer).map_or(html.len(), |at| at + closer.len())
}

#[cfg(test)]
mod tests {
    use crate::document::Format;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let parts = Format::Markdown.no_prose(text);
        let parts: Vec<&str> = parts.iter().map(|span| span.of(text).trim_end()).collect();
        assert_eq!(parts, expected, "in {text:?}");
    }

    #[test]
    fn code_is_no_prose() {
        check("a `b` c ``d ` e``", &["`b`", "``d ` e``"]);
        check("text\n\n```rust\nlet x;\n```\n\nmore", &["```rust\nlet x;\n```"]);
        check("text\n\n    indented\n\nmore", &["indented"]);
        check("- item\n\n  ~~~\n  code\n  ~~~\n", &["~~~\n  code\n  ~~~"]);
    }

    #[test]
    fn the_text_of_links_is_prose_and_their_addresses_are_not() {
        check("[Heihe](http://a.b \"c\") x", &["](http://a.b \"c\")"]);
        check("![*Heihe* `x`](a.png)", &["`x`](a.png)"]);
        check("[Heihe][1] x\n\n[1]: http://a.b\n", &["][1]", "[1]: http://a.b"]);
        check("[![alt](a.png)](b.html)", &["](a.png)](b.html)"]);
        check("<https://a.b> <a@b.cc>", &["<https://a.b>", "<a@b.cc>"]);
    }

    #[test]
    fn tags_comments_and_front_matter_are_no_prose() {
        check("---\ntitle: a\n---\n\ntext", &["---\ntitle: a\n---"]);
        check("+++\ntitle = 1\n+++\n\ntext", &["+++\ntitle = 1\n+++"]);
        check(
            "a <b class='x'>c</b> <!-- d --> e",
            &["<b class='x'>", "</b>", "<!-- d -->"],
        );
        check("<div>\nHeihe\n</div>\n", &["<div>", "</div>"]);
        check("<!-- a\n\n<b> -->\n\ntext\n", &["<!-- a\n\n<b> -->"]);
        check("<pre>\nHeihe <b>\n</pre>\n", &["<pre>\nHeihe <b>\n</pre>"]);
    }

    #[test]
    fn words_over_line_breaks_and_in_emphasis_are_prose() {
        check(
            "Nizhny\n**Novgorod** and *Heihe* ~~x~~\n\n> quote\n\n| a | b |\n|---|---|\n| c | d |\n",
            &[],
        );
    }

    proptest::proptest! {
        #[test]
        fn no_text_is_trouble(text in "[\\[\\]()<>`*_!#|~$:/\\-+ \\n\\ta黑я&;\"']{0,200}") {
            let parts = Format::Markdown.no_prose(&text);
            let mut end = 0;
            for part in parts {
                proptest::prop_assert!(part.start >= end && part.start < part.end);
                end = part.end;
                let _ = part.of(&text);
            }
        }
    }
}
