//! What is agreed with a client at the beginning.

use std::path::PathBuf;

use gen_lsp_types::{
    CodeActionKind, CodeActionOptions, CodeActionProvider, CompletionOptions, DefinitionProvider,
    ExecuteCommandOptions, HoverProvider, InitializeResult, PositionEncodingKind, RenameOptions,
    RenameProvider, Save, SaveOptions, ServerCapabilities, ServerInfo, TextDocumentSync,
    TextDocumentSyncKind, TextDocumentSyncOptions, Uri,
};
use serde_json::{Value, json};

use super::text::Encoding;
use super::{actions, commands, uri};

/// What a client is and can do.
#[derive(Debug)]
pub(super) struct Agreed {
    pub(super) encoding: Encoding,
    /// The first folder of the workspace.
    pub(super) root: Option<PathBuf>,
    /// Whether it watches files for the server.
    pub(super) watches: bool,
    /// Whether it can be asked for its settings.
    pub(super) has_settings: bool,
    /// The settings that it began with.
    pub(super) settings: Value,
}

impl Agreed {
    /// Reads what a client says of itself. What it does not say, or says in an unknown way, it cannot do.
    pub(super) fn of(params: &Value) -> Agreed {
        let is_said = |pointer| params.pointer(pointer).and_then(Value::as_bool).unwrap_or(false);
        let root = ["/workspaceFolders/0/uri", "/rootUri"]
            .iter()
            .find_map(|pointer| params.pointer(pointer)?.as_str());
        Agreed {
            encoding: encoding(params),
            root: root.and_then(|root| uri::path(&Uri(root.to_owned()))),
            watches: is_said("/capabilities/workspace/didChangeWatchedFiles/dynamicRegistration"),
            has_settings: is_said("/capabilities/workspace/configuration"),
            settings: section(params.get("initializationOptions").unwrap_or(&Value::Null)),
        }
    }
}

/// The settings in what a client sends: its own section, or all of it.
pub(super) fn section(sent: &Value) -> Value {
    sent.get(super::settings::SECTION).unwrap_or(sent).clone()
}

/// Bytes where the client counts them: that costs nothing.
fn encoding(params: &Value) -> Encoding {
    let known = params.pointer("/capabilities/general/positionEncodings");
    let known: Vec<&str> = known.and_then(Value::as_array).map_or(Vec::new(), |known| {
        known.iter().filter_map(Value::as_str).collect()
    });
    if known.contains(&"utf-8") {
        Encoding::Utf8
    } else if known.contains(&"utf-16") || !known.contains(&"utf-32") {
        Encoding::Utf16
    } else {
        Encoding::Utf32
    }
}

/// What the server can do.
pub(super) fn answer(encoding: Encoding) -> InitializeResult {
    let kinds = [
        CodeActionKind::QuickFix,
        CodeActionKind::Custom(actions::FIX_ALL.into()),
    ];
    let capabilities = ServerCapabilities {
        position_encoding: Some(match encoding {
            Encoding::Utf8 => PositionEncodingKind::UTF8,
            Encoding::Utf16 => PositionEncodingKind::UTF16,
            Encoding::Utf32 => PositionEncodingKind::UTF32,
        }),
        text_document_sync: Some(TextDocumentSync::Options(TextDocumentSyncOptions {
            open_close: Some(true),
            change: Some(TextDocumentSyncKind::Incremental),
            save: Some(Save::SaveOptions(SaveOptions {
                include_text: Some(false),
            })),
            ..TextDocumentSyncOptions::default()
        })),
        hover_provider: Some(HoverProvider::Bool(true)),
        completion_provider: Some(CompletionOptions::default()),
        definition_provider: Some(DefinitionProvider::Bool(true)),
        rename_provider: Some(RenameProvider::RenameOptions(RenameOptions {
            prepare_provider: Some(true),
            ..RenameOptions::default()
        })),
        code_action_provider: Some(CodeActionProvider::CodeActionOptions(CodeActionOptions {
            code_action_kinds: Some(kinds.to_vec()),
            ..CodeActionOptions::default()
        })),
        execute_command_provider: Some(ExecuteCommandOptions {
            commands: commands::ALL.map(str::to_owned).to_vec(),
            ..ExecuteCommandOptions::default()
        }),
        ..ServerCapabilities::default()
    };
    InitializeResult {
        capabilities,
        server_info: Some(ServerInfo {
            name: "isonym".to_owned(),
            version: Some(env!("CARGO_PKG_VERSION").to_owned()),
        }),
    }
}

/// The request to be told of changes of configurations and glossaries.
pub(super) fn watchers() -> Value {
    let globs = ["**/isonym.toml", "**/*.csv", "**/*.tsv"].map(|glob| json!({"globPattern": glob}));
    json!({"registrations": [{
        "id": "isonym-files",
        "method": "workspace/didChangeWatchedFiles",
        "registerOptions": {"watchers": globs},
    }]})
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_agreed() {
        let agreed = Agreed::of(&json!({
            "rootUri": "file:///project",
            "capabilities": {
                "general": {"positionEncodings": ["utf-16", "utf-8"]},
                "workspace": {"configuration": true, "didChangeWatchedFiles": {"dynamicRegistration": true}},
            },
            "initializationOptions": {"isonym": {"lang": "ru"}},
        }));
        assert_eq!(
            (agreed.encoding, agreed.watches, agreed.has_settings),
            (Encoding::Utf8, true, true)
        );
        assert_eq!(agreed.root, Some(PathBuf::from("/project")));
        assert_eq!(agreed.settings, json!({"lang": "ru"}));
        let silent = Agreed::of(&Value::Null);
        assert_eq!(
            (silent.encoding, silent.watches, silent.root),
            (Encoding::Utf16, false, None)
        );
        assert!(answer(Encoding::Utf16).capabilities.completion_provider.is_some());
    }
}
