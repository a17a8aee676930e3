//! Documents through the program and the library: what is found, what is mended, and that nothing else changes.

mod archives;
mod hostile;
pub(crate) mod made;

use isonym::Span;
use isonym::document::{Document, Format, Options};
use proptest::prelude::*;

/// The formats of one text file.
const TEXTS: [Format; 10] = [
    Format::Plain,
    Format::Markdown,
    Format::Html,
    Format::Po,
    Format::Subtitles,
    Format::Latex,
    Format::Csv,
    Format::Tsv,
    Format::Xliff,
    Format::Tmx,
];

fn read(format: Format, source: &str) -> Document {
    Document::read(format, source, &Options::default()).expect("the source is well formed")
}

/// Reads a source, compares its prose, and puts `new` in for `old` everywhere.
#[track_caller]
fn check(format: Format, source: &str, text: &str, old: &str, new: &str, mended: &str) {
    let document = read(format, source);
    assert_eq!(document.text(), text);
    let places = document.text().match_indices(old).map(|(start, _)| Span {
        start,
        end: start + old.len(),
    });
    let wanted: Vec<(Span, String)> = places
        .filter(|span| !document.excluded().iter().any(|part| part.overlaps(*span)))
        .map(|span| (span, new.to_owned()))
        .collect();
    let (after, done) = document.edited(&wanted, None);
    assert_eq!((after.source(), done), (mended, wanted.len()));
}

#[test]
fn html_is_read_as_a_page_shows_it() {
    check(
        Format::Html,
        "<p title='Amur&#x27;s'>He<b>ih</b>e\n   on&nbsp;the <i>Am</i>&#117;r<br>R&D<script>Amur</script></p><!-- Amur --><td>b",
        "Heihe\non\u{a0}the Amur\nR&D\n\nb\n\nAmur's",
        "Amur",
        "Zeya",
        "<p title='Zeya&#x27;s'>He<b>ih</b>e\n   on&nbsp;the <i>Zeya</i><br>R&D<script>Amur</script></p><!-- Amur --><td>b",
    );
}

#[test]
fn comments_to_the_linter_are_read_in_every_format_that_has_comments() {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, source) in [
        (
            "a.html",
            "<!-- isonym-ignore: Mоcква --><p>Mоcква</p><p>Тoмск <!-- isonym-ignore-line --></p><p>Пeрмь</p>",
        ),
        (
            "a.tex",
            "% isonym-ignore-next-line\nMоcква\nТoмск % isonym-ignore-line -- why\n\n\\emph{Пeрмь}\n",
        ),
        (
            "a.po",
            "# isonym-ignore: Mоcква\nmsgid \"\"\nmsgstr \"\"\n\n#. isonym-ignore-next-line mixed-script\nmsgid \"a\"\nmsgstr \"Тoмск\"\n\nmsgid \"b\"\nmsgstr \"Mоcква, Пeрмь\"\n",
        ),
        (
            "a.xlf",
            "<xliff version=\"1.2\"><file source-language=\"en\" target-language=\"ru\"><header><note>isonym-ignore: Mоcква</note></header><body>\
            <trans-unit id=\"a\"><source>a</source><target>Тoмск</target><note>isonym-ignore-next-line mixed-script -- why</note></trans-unit>\
            <trans-unit id=\"b\"><source>b</source><target>Mоcква, Пeрмь</target><note>as a note to people</note></trans-unit></body></file></xliff>",
        ),
        (
            "a.tmx",
            "<tmx version=\"1.4\"><header srclang=\"en\"><note>isonym-ignore: Mоcква</note></header><body>\
            <tu><note>isonym-ignore-next-line</note><tuv xml:lang=\"en\"><seg>a</seg></tuv><tuv xml:lang=\"ru\"><seg>Тoмск</seg></tuv></tu>\
            <tu><tuv xml:lang=\"en\"><seg>b</seg></tuv><tuv xml:lang=\"ru\"><seg>Mоcква, Пeрмь</seg></tuv></tu></body></tmx>",
        ),
    ] {
        std::fs::write(folder.path().join(name), source).expect("written");
        let done = archives::isonym(folder.path(), &["lint", "--fix", "--min-severity", "note", name]);
        let said =
            String::from_utf8_lossy(&done.stdout).into_owned() + &String::from_utf8_lossy(&done.stderr);
        assert_eq!(done.status.code(), Some(0), "{name}: {said}");
        let after = std::fs::read_to_string(folder.path().join(name)).expect("there");
        assert_eq!(after, source.replace("Пeрмь", "Пермь"), "{name}");
    }
}

#[test]
fn what_is_put_in_is_written_as_its_place_asks() {
    check(Format::Html, "<p>A</p>", "A", "A", "<&>", "<p>&lt;&amp;&gt;</p>");
    check(
        Format::Html,
        "<img alt=\"A'\">",
        "A'",
        "A",
        "\"",
        "<img alt=\"&quot;'\">",
    );
    check(
        Format::Po,
        "msgid \"a\"\nmsgstr \"A\"\n",
        "A",
        "A",
        "\"\\",
        "msgid \"a\"\nmsgstr \"\\\"\\\\\"\n",
    );
    check(
        Format::Csv,
        "a,\"A \"\"b\"\"\"\n",
        "a\n\nA \"b\"",
        "A",
        "\"",
        "a,\"\"\" \"\"b\"\"\"\n",
    );
}

#[test]
fn the_languages_of_elements_are_respected() {
    let document = read(
        Format::Html,
        "<html lang=ru><p>а <i lang=de>b</i> <i lang=zh>c</i> <code>d</code>",
    );
    assert_eq!(document.lang(), Some(isonym::Lang::Ru));
    let excluded = document.excluded().iter().map(|span| span.of(document.text()));
    assert_eq!(excluded.collect::<Vec<_>>(), ["b", "d"]);
}

#[test]
fn translations_are_the_text_of_translation_files() {
    check(
        Format::Po,
        "#, fuzzy\nmsgid \"A\"\nmsgstr \"A\"\n\nmsgctxt \"A\"\nmsgid \"A\"\nmsgstr \"\"\n\"x A\"\n\"A y\\n\"\n",
        "x AA y\n",
        "AA",
        "B",
        "#, fuzzy\nmsgid \"A\"\nmsgstr \"A\"\n\nmsgctxt \"A\"\nmsgid \"A\"\nmsgstr \"\"\n\"x B\"\n\" y\\n\"\n",
    );
    check(
        Format::Xliff,
        "<xliff version='2.0' srcLang='en' trgLang='ru'><file><unit id='u'><segment><source>A</source><target>x <pc id='1'>A</pc>&#65;</target></segment></unit></file></xliff>",
        "x AA",
        "AA",
        "B",
        "<xliff version='2.0' srcLang='en' trgLang='ru'><file><unit id='u'><segment><source>A</source><target>x <pc id='1'>B</pc></target></segment></unit></file></xliff>",
    );
    check(
        Format::Tmx,
        "<tmx><header srclang='en'/><body><tu><tuv xml:lang='en'><seg>A</seg></tuv><tuv xml:lang='ru'><seg>A<bpt i='1'>A</bpt></seg></tuv></tu></body></tmx>",
        "A",
        "A",
        "B",
        "<tmx><header srclang='en'/><body><tu><tuv xml:lang='en'><seg>A</seg></tuv><tuv xml:lang='ru'><seg>B<bpt i='1'>A</bpt></seg></tuv></tu></body></tmx>",
    );
}

#[test]
fn subtitles_have_no_time_codes_and_tags() {
    check(
        Format::Subtitles,
        "WEBVTT\n\nNOTE A\n\n1\n00:01.000 --> 00:02.000 align:A\n<v A>A</v>\r\n{\\an8}A < b\n\nSTYLE\nA\n",
        "A\nA < b",
        "A",
        "B",
        "WEBVTT\n\nNOTE A\n\n1\n00:01.000 --> 00:02.000 align:A\n<v A>B</v>\r\n{\\an8}B < b\n\nSTYLE\nA\n",
    );
}

#[test]
fn commands_and_formulas_of_latex_are_no_prose() {
    let source = "\\section[A]{x A} \\label{A} $A$ \\(A\\) 5\\$ A% A\n\\verb|A| \\begin{equation}A\\end{equation} \\href{A}{y}";
    let mended = "\\section[A]{x B} \\label{A} $A$ \\(A\\) 5\\$ B% A\n\\verb|A| \\begin{equation}A\\end{equation} \\href{A}{y}";
    check(Format::Latex, source, source, "A", "B", mended);
}

#[test]
fn the_columns_of_a_table_can_be_chosen() {
    let source = "id;A;note\n1;A;A\n2;\"A\";b\n";
    let columns = |columns: &[&str]| Options {
        columns: columns.iter().map(|&name| name.to_owned()).collect(),
    };
    let read = |options| Document::read(Format::Csv, source, &options);
    let document = read(columns(&["A"])).expect("the column is there");
    assert_eq!(document.text(), "A\n\nA");
    assert_eq!(
        document.place(3).map(ToString::to_string).as_deref(),
        Some("row 3, column `A`")
    );
    assert_eq!(
        read(columns(&["3"])).expect("the column is there").text(),
        "A\n\nb"
    );
    assert!(read(columns(&["C"])).is_err_and(|why| why.to_string().contains("`id`, `A`, `note`")));
    assert!(read(columns(&["4"])).is_err());
}

#[test]
fn an_edit_that_would_touch_markup_of_lines_is_left_out() {
    let document = read(Format::Html, "<p>a<br>b");
    let all = Span { start: 0, end: 3 };
    assert_eq!(document.edited(&[(all, "x".to_owned())], None).1, 0);
}

/// Markup of all formats in any order.
fn markup() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "<",
        ">",
        "</",
        "<p>",
        "<b>",
        "</b>",
        "<code>",
        "</code>",
        "<script>",
        "</script>",
        "<p title=\"",
        "alt='x'",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "&",
        "&amp;",
        "&#65;",
        "&#x110000;",
        "&nbsp",
        ";",
        "\"",
        "'",
        "\\",
        "\"\"",
        ",",
        "\t",
        "\n",
        "\r\n",
        " ",
        "msgid \"a\"\n",
        "msgstr \"",
        "\"\n",
        "00:01 --> 00:02\n",
        "{\\an8}",
        "{",
        "}",
        "$",
        "\\begin{verbatim}",
        "\\label{",
        "\\verb|",
        "%",
        "[",
        "]",
        "黑河",
        "Амур",
        "Heihe",
        "é",
        "\u{301}",
        "\u{0}",
        "\u{feff}",
        "a",
        "isonym-ignore",
        "lang=de",
        "`",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_source_is_trouble(source in markup(), at in 0usize..200) {
        for format in TEXTS {
            let Ok(document) = Document::read(format, &source, &Options::default()) else { continue };
            let text = document.text();
            for (start, c) in text.char_indices() {
                let span = Span { start, end: start + c.len_utf8() };
                if let Some(there) = document.source_span(span) {
                    prop_assert!(source.get(there.start..there.end).is_some(), "{format:?} {there:?}");
                }
            }
            let mut end = 0;
            for part in format.no_prose(&source) {
                prop_assert!(part.start >= end && part.start < part.end, "{format:?}");
                end = part.end;
                let _ = part.of(&source);
            }
            let Some((start, c)) = text.char_indices().nth(at % text.chars().count().max(1)) else { continue };
            let span = Span { start, end: start + c.len_utf8() };
            let (after, done) = document.edited(&[(span, "Ж".to_owned())], None);
            if done == 0 {
                prop_assert_eq!(after.source(), source.as_str());
            } else if matches!(format, Format::Plain | Format::Latex) {
                prop_assert_eq!(after.text(), format!("{}Ж{}", &text[..start], &text[span.end..]));
            }
        }
    }
}
