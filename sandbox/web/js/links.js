// What a link means inside Telegram: this bot's deep link, a share dialog, or the world outside.

const TELEGRAM_HOSTS = new Set(["t.me", "telegram.me", "telegram.dog"]);

/** {kind: "bot"} | {kind: "share", url, text} | {kind: "outside"} */
export function readLink(address, botUsername) {
  const url = new URL(address);
  const isBot = (name) => name?.toLowerCase() === botUsername.toLowerCase();
  if (url.protocol === "tg:" && url.hostname === "resolve" && isBot(url.searchParams.get("domain")))
    return { kind: "bot" };
  if (!TELEGRAM_HOSTS.has(url.hostname)) return { kind: "outside" };
  const path = url.pathname.slice(1);
  if (isBot(path)) return { kind: "bot" };
  if (path === "share/url" || path === "share") {
    return {
      kind: "share",
      url: url.searchParams.get("url") ?? "",
      text: url.searchParams.get("text") ?? "",
    };
  }
  return { kind: "outside" };
}
