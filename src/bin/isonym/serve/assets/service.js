// The services of the server that the page came from.

/** An answer that is none, with the reason that the server gives. */
export class Refusal extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

async function ask(path, options = {}) {
  const answer = await fetch(path, options);
  if (answer.ok) return answer;
  let message = answer.statusText;
  try {
    message = (await answer.json()).message;
  } catch {
    // Not an answer of ours: the status has to do.
  }
  throw new Refusal(answer.status, message);
}

/** Asks with parameters in the address. */
export async function get(path, params = {}, signal) {
  const query = new URLSearchParams(Object.entries(params).filter(([, value]) => value !== undefined && value !== ""));
  const address = query.size ? `${path}?${query}` : path;
  return (await ask(address, { signal })).json();
}

/** Sends an object. */
export async function send(path, object, { method = "POST", signal } = {}) {
  const body = JSON.stringify(object);
  return (await ask(path, { method, body, signal, headers: { "Content-Type": "application/json" } })).json();
}

/** Removes something. */
export const remove = async (path) => (await ask(path, { method: "DELETE" })).json();

/** Sends a form with files. */
export async function form(path, parts) {
  const body = new FormData();
  for (const [name, value] of Object.entries(parts)) body.append(name, value);
  return ask(path, { method: "POST", body });
}

/** Whether an error only says that nobody waits for the answer any more. */
export const isCancelled = (error) => error.name === "AbortError";
