-- A session of Neovim with `isonym lsp`: open, type, see, fix, hover, complete, rename. Run by run.sh in a folder of its own.
local program = assert(os.getenv("ISONYM"), "ISONYM names the program")

local function step(what, ok, seen)
  if not ok then
    io.stderr:write("failed: " .. what .. ": " .. vim.inspect(seen) .. "\n")
    vim.cmd("cquit 1")
  end
  io.stdout:write("ok: " .. what .. "\n")
end

local function wait(condition)
  return vim.wait(60000, condition, 20)
end

local article = { "👩 The ferry from 黑河 to Blagoveshchensk has closed.", "" }
vim.fn.writefile(article, "news.md")
vim.cmd("edit news.md")
local buffer = vim.api.nvim_get_current_buf()
local client = vim.lsp.start_client({
  name = "isonym",
  cmd = { program, "lsp" },
  root_dir = vim.fn.getcwd(),
  settings = { isonym = { minSeverity = "warning" } },
  init_options = { minSeverity = "warning" },
})
vim.lsp.buf_attach_client(buffer, client)
step("the server starts", wait(function()
  local running = vim.lsp.get_client_by_id(client)
  return running ~= nil and running.initialized
end))

-- Type.
vim.api.nvim_buf_set_lines(buffer, 1, 2, false, { "Trucks go from Heihe 👍 to Blagoveschchensk." })
step("what is typed is seen", wait(function() return #vim.diagnostic.get(buffer) == 1 end), vim.diagnostic.get(buffer))
local found = vim.diagnostic.get(buffer)[1]
local line = vim.api.nvim_buf_get_lines(buffer, 1, 2, false)[1]
step("its place is right", found.lnum == 1 and line:sub(found.col + 1, found.end_col) == "Blagoveschchensk", found)
step("its rule is named", found.code == "misspelled-name" and found.severity == vim.diagnostic.severity.ERROR, found)

local function request(method, params)
  local answers = assert(vim.lsp.buf_request_sync(buffer, method, params, 60000))
  local answer = answers[client]
  return answer and answer.result
end

local function place(row, column)
  vim.api.nvim_win_set_cursor(0, { row, column })
  return vim.lsp.util.make_position_params(0, vim.lsp.get_client_by_id(client).offset_encoding)
end

-- Hover.
local hover = request("textDocument/hover", place(1, article[1]:find("黑") - 1))
step("a name is shown in three languages", hover and hover.contents.value:find("Хэйхэ") ~= nil, hover)

-- Fix.
local encoding = vim.lsp.get_client_by_id(client).offset_encoding
vim.api.nvim_win_set_cursor(0, { 2, found.col + 2 })
local range = vim.lsp.util.make_range_params(0, encoding)
range.context = { diagnostics = {} }
local actions = request("textDocument/codeAction", range)
step("a fix is offered", actions and actions[1] and actions[1].isPreferred, actions)
vim.lsp.util.apply_workspace_edit(actions[1].edit, encoding)
local fixed = vim.api.nvim_buf_get_lines(buffer, 1, 2, false)[1]
step("the fix is put in", fixed == "Trucks go from Heihe 👍 to Blagoveshchensk.", fixed)
step("and nothing is found any more", wait(function() return #vim.diagnostic.get(buffer) == 0 end), vim.diagnostic.get(buffer))

-- Complete.
vim.api.nvim_buf_set_lines(buffer, 2, 3, false, { "黑龙" })
local list = request("textDocument/completion", place(3, #"黑龙"))
step("names are completed", list and #list.items > 0 and vim.startswith(list.items[1].label, "黑龙"), list)

-- Rename.
local params = place(2, fixed:find("Blago") + 2)
params.newName = "Khabarovsk"
vim.lsp.util.apply_workspace_edit(request("textDocument/rename", params), encoding)
local lines = vim.api.nvim_buf_get_lines(buffer, 0, 2, false)
step("a name is renamed everywhere", lines[1]:find("to Khabarovsk has") and lines[2]:find("to Khabarovsk%."), lines)

-- Take a name as right.
vim.api.nvim_buf_set_lines(buffer, 2, 3, false, { "They saw Vladivosstok from the ferry." })
step("the next slip is seen", wait(function() return #vim.diagnostic.get(buffer) == 1 end), vim.diagnostic.get(buffer))
request("workspace/executeCommand", {
  command = "isonym.ignore",
  arguments = { { uri = vim.uri_from_bufnr(buffer), name = "Vladivosstok" } },
})
step("a name that is taken as right is no slip", wait(function() return #vim.diagnostic.get(buffer) == 0 end),
  vim.diagnostic.get(buffer))
step("the project says so", vim.fn.readfile("isonym.toml")[1] == 'accept = ["Vladivosstok"]')

vim.lsp.stop_client(client)
wait(function() return vim.lsp.get_client_by_id(client) == nil or vim.lsp.get_client_by_id(client).is_stopped() end)
vim.cmd("qall!")
