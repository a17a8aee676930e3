//! Sessions with the language server, as an editor has them.

mod client;

use std::fs;

use serde_json::{Value, json};

use self::client::{Client, Folder, range};

const ARTICLE: &str = "Trucks go from Heihe to Blagoveschchensk.\nBlagoveshchensk is in Russia.\n";

fn texts(found: &Value) -> Vec<&str> {
    let list = found["diagnostics"].as_array().expect("a list");
    list.iter()
        .map(|one| one["code"].as_str().expect("a rule"))
        .collect()
}

/// A text after the edits of an answer.
fn edited(text: &str, edits: &Value) -> String {
    let mut spans: Vec<(usize, usize, &str)> = edits
        .as_array()
        .expect("a list of edits")
        .iter()
        .map(|edit| {
            let at = |end: &str| offset(text, &edit["range"][end]);
            (at("start"), at("end"), edit["newText"].as_str().expect("a text"))
        })
        .collect();
    spans.sort();
    let mut edited = text.to_owned();
    for (start, end, new) in spans.into_iter().rev() {
        edited.replace_range(start..end, new);
    }
    edited
}

/// The byte of a position in UTF-16.
fn offset(text: &str, position: &Value) -> usize {
    let (line, column) = (
        position["line"].as_u64().unwrap(),
        position["character"].as_u64().unwrap(),
    );
    let start: usize = text.split_inclusive('\n').take(line as usize).map(str::len).sum();
    let mut left = column;
    for (at, c) in text[start..].char_indices() {
        if left == 0 {
            return start + at;
        }
        left -= c.len_utf16() as u64;
    }
    text.len()
}

#[test]
fn findings_come_as_one_types_and_are_mended() {
    let folder = Folder::new();
    let uri = folder.uri("news.md");
    let mut client = Client::start(&folder, json!({}));
    client.open(&uri, "markdown", ARTICLE);
    let found = client.findings(&uri, 1);
    assert_eq!(texts(&found), ["misspelled-name"]);
    assert_eq!(found["diagnostics"][0]["range"], range(0, 24, 0, 40));
    let message = found["diagnostics"][0]["message"].as_str().unwrap();
    assert_eq!(
        message,
        "`Blagoveschchensk` is a misspelling of `Blagoveshchensk`: write `Blagoveshchensk`"
    );

    client.change(&uri, 2, json!([{"range": range(0, 32, 0, 33), "text": ""}]));
    assert_eq!(client.findings(&uri, 2)["diagnostics"], json!([]));
    client.change(&uri, 3, json!([{"range": range(0, 32, 0, 32), "text": "k"}]));
    assert_eq!(
        client.findings(&uri, 3)["diagnostics"][0]["range"],
        range(0, 24, 0, 40)
    );

    client.change(&uri, 4, json!([{"text": ARTICLE}]));
    client.findings(&uri, 4);
    let actions = client.actions(&uri, range(0, 25, 0, 25), json!({"diagnostics": []}));
    let first = &actions[0];
    assert_eq!(first["title"], "Write `Blagoveshchensk`");
    assert_eq!(
        (&first["kind"], &first["isPreferred"]),
        (&json!("quickfix"), &json!(true))
    );
    let mended = edited(ARTICLE, &first["edit"]["changes"][&uri]);
    assert_eq!(mended, ARTICLE.replace("schch", "shch"));
    assert_eq!(
        client.actions(&uri, range(1, 0, 1, 3), json!({"diagnostics": []})),
        json!([])
    );

    let all = client.actions(
        &uri,
        range(0, 0, 2, 0),
        json!({"diagnostics": [], "only": ["source.fixAll"]}),
    );
    assert_eq!(all[0]["kind"], "source.fixAll.isonym");
    assert_eq!(edited(ARTICLE, &all[0]["edit"]["changes"][&uri]), mended);
    client.notify("textDocument/didClose", json!({"textDocument": {"uri": uri}}));
    assert_eq!(client.findings(&uri, 4)["diagnostics"], json!([]));
    client.end();
}

#[test]
fn of_more_findings_than_can_be_read_the_rest_is_counted() {
    let folder = Folder::new();
    let uri = folder.uri("many.md");
    let mut client = Client::start(&folder, json!({}));
    client.open(
        &uri,
        "markdown",
        &"Trucks go from Hei\u{200b}he.\n\n".repeat(1_007),
    );
    let found = client.findings(&uri, 1);
    let list = found["diagnostics"].as_array().expect("a list");
    assert_eq!(list.len(), 1_001);
    assert_eq!(
        list[1_000]["message"],
        "findings further down that are not shown: 7"
    );
    client.end();
}

#[test]
fn positions_count_utf_16_or_what_was_agreed() {
    let text = "👩‍👩‍👧 黑河 👍 Mоcква, 布拉戈维申斯克\n";
    let before = &text[..text.find('M').expect("it is there")];
    let name = "Mоcква";
    let units = |text: &str| text.encode_utf16().count() as u32;
    let bytes = |text: &str| text.len() as u32;
    let agreed = [
        (json!(["utf-16"]), units(before), units(name)),
        (json!(["utf-32", "utf-8"]), bytes(before), bytes(name)),
    ];
    for (encodings, start, length) in agreed {
        let end = start + length;
        let folder = Folder::new();
        let uri = folder.uri("news.txt");
        let mut client = Client::start(&folder, json!({"general": {"positionEncodings": encodings}}));
        client.open(&uri, "plaintext", text);
        let found = client.findings(&uri, 1);
        assert_eq!(texts(&found), ["mixed-script"]);
        assert_eq!(found["diagnostics"][0]["range"], range(0, start, 0, end));
        // Something is put in before it, and it moves with its action.
        client.change(&uri, 2, json!([{"range": range(0, 0, 0, 0), "text": "é黑\n"}]));
        let actions = client.actions(&uri, range(1, start, 1, end), json!({"diagnostics": []}));
        assert_eq!(actions[0]["title"], "Write `Москва`");
        let changed = &actions[0]["edit"]["changes"][&uri][0]["range"]["start"];
        assert_eq!(changed, &json!({"line": 1, "character": start}));
        assert_eq!(
            client.findings(&uri, 2)["diagnostics"][0]["range"],
            range(1, start, 1, end)
        );
        client.end();
    }
}

#[test]
fn names_are_shown_completed_and_found() {
    let folder = Folder::new();
    folder.write("isonym.toml", "glossaries = [\"ours.csv\"]\n");
    folder.write(
        "ours.csv",
        "id,kind,status,zh,ru,en,note,source\nptichkino,settlement,,鸟村,Птичкино,Ptichkino,a village of ours,our map\n",
    );
    let uri = folder.uri("news.txt");
    let mut client = Client::start(&folder, json!({}));
    client.open(
        &uri,
        "plaintext",
        "Мы были в Птичкине и в Хэйхэ.\nPtich\nDinner.\nхэй\n黑\nБлаговещен",
    );
    let hover = client.ask("textDocument/hover", place(&uri, 0, 12));
    let card = hover["contents"]["value"].as_str().expect("a card");
    for part in [
        "Ptichkino",
        "Птичкино",
        "鸟村",
        "settlement",
        "a village of ours",
        "our map",
    ] {
        assert!(card.contains(part), "{part} is missing in {card}");
    }
    assert_eq!(hover["range"], range(0, 10, 0, 18));
    let hover = client.ask("textDocument/hover", place(&uri, 0, 24));
    assert!(
        hover["contents"]["value"].as_str().unwrap().contains("黑河"),
        "{hover}"
    );
    assert_eq!(client.ask("textDocument/hover", place(&uri, 2, 2)), Value::Null);

    let rows = client.ask("textDocument/definition", place(&uri, 0, 12));
    assert_eq!(rows[0]["uri"], folder.uri("ours.csv"));
    assert_eq!(rows[0]["range"]["start"], json!({"line": 1, "character": 0}));
    assert_eq!(
        client.ask("textDocument/definition", place(&uri, 0, 24)),
        json!([])
    );
    assert!(client.said("heihe").contains("no file"));

    let mut labels = |line: u32, column: u32| {
        let list = client.ask("textDocument/completion", place(&uri, line, column));
        let items = list["items"].as_array().expect("items").iter();
        items
            .map(|item| item["label"].as_str().unwrap().to_owned())
            .collect::<Vec<String>>()
    };
    let latin = labels(1, 5);
    assert_eq!(latin[0], "Ptichkino");
    assert!(
        latin.contains(&"Птичкино".to_owned()),
        "in the document's language too: {latin:?}"
    );
    assert!(labels(4, 1).contains(&"黑河".to_owned()));
    assert_eq!(labels(5, 10)[0], "Благовещенск");
    let small = labels(3, 3);
    let is_small = |name: &String| name.starts_with(char::is_lowercase);
    assert!(
        small.iter().all(is_small),
        "a small letter begins no name with a capital: {small:?}"
    );
    assert!(labels(2, 7).is_empty());
    client.end();
}

fn place(uri: &str, line: u32, character: u32) -> Value {
    json!({"textDocument": {"uri": uri}, "position": {"line": line, "character": character}})
}

#[test]
fn a_name_is_renamed_in_all_its_cases() {
    let folder = Folder::new();
    let uri = folder.uri("news.html");
    let text = "<p>Благовещенск. Жители Благовещенска в <b>Благо</b>вещенске; Blagoveshchensk.</p>\n<p>Зульфакаров, Зульфакарова.</p>";
    let mut client = Client::start(&folder, json!({}));
    client.open(&uri, "html", text);
    let prepared = client.ask("textDocument/prepareRename", place(&uri, 0, 25));
    assert_eq!(prepared["placeholder"], "Благовещенск");
    let mut params = place(&uri, 0, 25);
    params["newName"] = json!("Хабаровск");
    let edit = client.ask("textDocument/rename", params);
    assert_eq!(
        edited(text, &edit["changes"][&uri]),
        "<p>Хабаровск. Жители Хабаровска в <b>Хабаров</b>ске; Blagoveshchensk.</p>\n<p>Зульфакаров, Зульфакарова.</p>",
    );
    let mut params = place(&uri, 1, 5);
    params["newName"] = json!("Зульфикаров");
    let edit = client.ask("textDocument/rename", params);
    assert!(edited(text, &edit["changes"][&uri]).ends_with("<p>Зульфикаров, Зульфикарова.</p>"));
    let mut params = place(&uri, 0, 1);
    params["newName"] = json!(" ");
    assert_eq!(client.error("textDocument/rename", params)["code"], -32803);
    client.end();
}

#[test]
fn commands_change_the_project_and_files_are_read_again() {
    let article = "Trucks go from Heihe to Blagoveschchensk.\n";
    let folder = Folder::new();
    let uri = folder.uri("texts/news.md");
    folder.write("texts/news.md", article);
    let mut client = Client::start(
        &folder,
        json!({"workspace": {"didChangeWatchedFiles": {"dynamicRegistration": true}}}),
    );
    assert_eq!(client.registered()["method"], "workspace/didChangeWatchedFiles");
    client.open(&uri, "markdown", article);
    assert_eq!(texts(&client.findings(&uri, 1)), ["misspelled-name"]);
    let actions = client.actions(&uri, range(0, 25, 0, 25), json!({"diagnostics": []}));
    let ignore = actions
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["command"]["command"] == "isonym.ignore");
    let command = ignore.expect("it is offered")["command"].clone();
    let params = json!({"command": command["command"], "arguments": command["arguments"]});
    client.ask("workspace/executeCommand", params.clone());
    assert_eq!(client.findings(&uri, 1)["diagnostics"], json!([]));
    assert_eq!(folder.read("isonym.toml"), "accept = [\"Blagoveschchensk\"]\n");

    // Somebody takes it back in another program.
    folder.write("isonym.toml", "");
    let changes = json!({"changes": [{"uri": folder.uri("isonym.toml"), "type": 2}]});
    client.notify("workspace/didChangeWatchedFiles", changes.clone());
    assert_eq!(texts(&client.findings(&uri, 1)), ["misspelled-name"]);

    client.ask(
        "workspace/executeCommand",
        json!({"command": "isonym.addToGlossary", "arguments": params["arguments"]}),
    );
    assert_eq!(client.findings(&uri, 1)["diagnostics"], json!([]));
    assert!(
        folder.read("glossary.csv").contains(",Blagoveschchensk,"),
        "{}",
        folder.read("glossary.csv")
    );
    assert_eq!(folder.read("isonym.toml"), "glossaries = [\"glossary.csv\"]\n");

    folder.write("isonym.toml", "no such = key\n");
    client.notify("workspace/didChangeWatchedFiles", changes.clone());
    let found = client.findings(&uri, 1);
    let message = found["diagnostics"][0]["message"].as_str().unwrap();
    assert!(message.contains("isonym.toml:1"), "{message}");
    folder.write("isonym.toml", "exclude = [\"texts\"]\n");
    client.notify("workspace/didChangeWatchedFiles", changes);
    assert_eq!(client.findings(&uri, 1)["diagnostics"], json!([]));
    client.end();
}

#[test]
fn settings_and_comments_hold_as_they_do_for_lint() {
    let folder = Folder::new();
    let uri = folder.uri("news.md");
    let text = "Trains leave Kiev for Blagoveschchensk. <!-- isonym-ignore-line misspelled-name -->\n\nThey reach Blagoveschchensk by `Mоcква`.\n";
    let mut client = Client::start(&folder, json!({}));
    client.open(&uri, "markdown", text);
    assert_eq!(texts(&client.findings(&uri, 1)), ["misspelled-name"]);
    let set = |settings: Value| json!({"settings": {"isonym": settings}});
    client.notify(
        "workspace/didChangeConfiguration",
        set(json!({"style": "bbc", "ignore": ["misspelled-name"]})),
    );
    let found = client.findings(&uri, 1);
    assert_eq!(texts(&found), ["discouraged-name"], "{found}");
    client.notify(
        "workspace/didChangeConfiguration",
        set(json!({"style": "bbc", "minSeverity": "error"})),
    );
    assert_eq!(texts(&client.findings(&uri, 1)), ["misspelled-name"]);
    client.notify("workspace/didChangeConfiguration", set(json!({"style": 7})));
    assert!(client.said("settings").contains("left as they were"));
    client.end();
}

#[test]
fn what_is_no_message_is_answered() {
    let folder = Folder::new();
    let mut client = Client::bare(&folder);
    assert_eq!(client.error("textDocument/hover", json!({}))["code"], -32002);
    client.send_bytes(b"Content-Length: 5\r\n\r\nhello");
    assert_eq!(client.next_error()["code"], -32700);
    client.send_bytes(b"Content-Length: 99999999999999999999\r\n\r\n");
    assert_eq!(client.next_error()["code"], -32700);
    client.send_bytes(b"Content-Length: 2\r\n\r\n[]");
    assert_eq!(client.next_error()["code"], -32600);
    assert_eq!(client.error("initialize", Value::Null)["code"], -32602);
    client.ask(
        "initialize",
        json!({"capabilities": {"general": 3}, "workspaceFolders": "none"}),
    );
    assert_eq!(client.error("initialize", json!({}))["code"], -32600);
    assert_eq!(client.error("no/such", json!([1]))["code"], -32601);
    for method in [
        "hover",
        "completion",
        "definition",
        "rename",
        "prepareRename",
        "codeAction",
    ] {
        let method = format!("textDocument/{method}");
        for params in [
            json!(null),
            json!([]),
            json!({"position": -1}),
            place("file:///not/open", 0, 0),
        ] {
            if method.ends_with("codeAction") && params.is_object() {
                continue;
            }
            assert_eq!(client.error(&method, params)["code"], -32602, "{method}");
        }
    }
    let command = json!({"command": "isonym.nothing", "arguments": [{"uri": "x", "name": "y"}]});
    assert_eq!(client.error("workspace/executeCommand", command)["code"], -32803);
    for method in [
        "textDocument/didOpen",
        "textDocument/didChange",
        "workspace/didChangeWatchedFiles",
        "$/what",
    ] {
        client.notify(method, json!({"textDocument": 1, "changes": [1, {"uri": 2}]}));
    }
    // Positions far outside, in any order, and an address that is no file.
    client.open("untitled:one", "markdown", "黑河 and Heihe");
    client.change(
        "untitled:one",
        2,
        json!([{"range": range(9, 9, 0, 1), "text": "\u{301}"}]),
    );
    let far = u32::MAX;
    client.ask("textDocument/hover", place("untitled:one", far, far));
    client.ask("textDocument/completion", place("untitled:one", 0, far));
    client.ask("shutdown", Value::Null);
    assert_eq!(
        client.error("textDocument/hover", place("untitled:one", 0, 0))["code"],
        -32600
    );
    client.end_without_shutdown(0);

    let mut rude = Client::bare(&folder);
    rude.ask("initialize", json!({}));
    rude.end_without_shutdown(1);
    assert!(
        fs::read_dir(folder.path()).unwrap().next().is_none(),
        "nothing is written"
    );
}

#[test]
fn no_message_brings_it_down() {
    let folder = Folder::new();
    let uri = folder.uri("news.md");
    let mut client = Client::start(&folder, json!({}));
    client.open(&uri, "markdown", ARTICLE);
    let place = |line: Value, character: Value| json!({"line": line, "character": character});
    let ranges = [
        json!({"start": place(json!(0), json!(0)), "end": place(json!(u32::MAX), json!(u32::MAX))}),
        json!({"start": place(json!(1), json!(9)), "end": place(json!(0), json!(1))}),
        json!({"start": place(json!(-1), json!(1.5)), "end": place(json!("a"), json!(null))}),
        json!(7),
    ];
    let mut odd = vec![
        json!(null),
        json!([]),
        json!(0),
        json!("text"),
        json!({"textDocument": null, "settings": 1, "changes": 2}),
    ];
    for document in [
        json!({"uri": uri}),
        json!({"uri": "file:///%"}),
        json!({"uri": 1}),
        json!({"uri": uri, "version": 2}),
    ] {
        for range in &ranges {
            for more in [
                json!(null),
                json!("x"),
                json!([]),
                json!([{"range": range, "text": "黑👩\r"}]),
                json!({"diagnostics": [1]}),
            ] {
                odd.push(json!({
                    "textDocument": document, "position": range["end"], "range": range, "newName": more, "context": more,
                    "contentChanges": more, "settings": {"isonym": more}, "command": more, "arguments": [more], "changes": more,
                }));
            }
        }
    }
    let requests = [
        "hover",
        "completion",
        "definition",
        "prepareRename",
        "rename",
        "codeAction",
        "formatting",
    ];
    let notes = [
        "textDocument/didOpen",
        "textDocument/didChange",
        "textDocument/didSave",
        "workspace/didChangeConfiguration",
    ];
    for params in odd {
        for method in notes.iter().chain(&[
            "workspace/didChangeWatchedFiles",
            "initialized",
            "$/cancelRequest",
        ]) {
            client.notify(method, params.clone());
        }
        let requests = requests.map(|name| format!("textDocument/{name}"));
        for method in requests
            .iter()
            .map(String::as_str)
            .chain(["workspace/executeCommand"])
        {
            let answer = client.response(method, params.clone());
            assert_ne!(answer["error"]["code"], -32603, "{method} {params}: {answer}");
        }
    }
    client.open(&uri, "markdown", ARTICLE);
    client.findings(&uri, 1);
    client.end();
}
