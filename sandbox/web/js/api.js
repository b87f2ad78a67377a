// The page's side of the server: actions go out as JSON, everything that happens comes back as events.

/** Raised when the server refuses an action; `message` is a sentence for people, `code` is stable. */
export class ActionError extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

export async function act(action, body = {}) {
  let response;
  try {
    response = await fetch(`/sandbox/api/${action}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
  } catch {
    throw new ActionError("offline", "");
  }
  const answer = await response.json().catch(() => ({ error: "broken", message: response.statusText }));
  if (!response.ok) throw new ActionError(answer.error, answer.message);
  return answer;
}

/** Listen to the world. The first event after every (re)connection is the whole `state`. */
export function listen(onEvent, onConnection) {
  const source = new EventSource("/sandbox/api/events");
  source.onmessage = ({ data }) => JSON.parse(data).forEach(onEvent);
  source.onopen = () => onConnection(true);
  source.onerror = () => onConnection(false);
}

export const fileUrl = (fileId) => `/sandbox/files/${encodeURIComponent(fileId)}`;

/** A File from the disk as base64, the only form in which bytes travel in JSON. */
export function base64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
