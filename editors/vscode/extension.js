// Starts `isonym lsp` and lets the editor talk with it.
"use strict";

const { commands, window, workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

const LANGUAGES = ["markdown", "plaintext", "html", "latex", "tex", "po", "srt", "vtt"];

let client;

async function start() {
  const program = workspace.getConfiguration("isonym").get("path") || "isonym";
  client = new LanguageClient(
    "isonym",
    "isonym",
    { command: program, args: ["lsp"] },
    {
      documentSelector: LANGUAGES.flatMap((language) => [
        { scheme: "file", language },
        { scheme: "untitled", language },
      ]),
      initializationOptions: workspace.getConfiguration("isonym"),
      synchronize: { configurationSection: "isonym" },
    },
  );
  try {
    await client.start();
  } catch (error) {
    window.showErrorMessage(
      `isonym: the server cannot be started (${error.message}). Install the program, or set "isonym.path".`,
    );
  }
}

async function stop() {
  const running = client;
  client = undefined;
  if (running) await running.stop().catch(() => {});
}

exports.activate = async (context) => {
  const restart = async () => {
    await stop();
    await start();
  };
  context.subscriptions.push(
    commands.registerCommand("isonym.restart", restart),
    workspace.onDidChangeConfiguration((change) => change.affectsConfiguration("isonym.path") && restart()),
  );
  await start();
};

exports.deactivate = stop;
