// Telegram's entities drawn over plain text. Offsets are UTF-16 code units, as JavaScript's own are.

import { h } from "./dom.js";
import { t } from "./words.js";

const SAFE_SCHEMES = new Set(["http:", "https:", "tg:", "mailto:", "tel:", "ton:"]);
const INLINE = { bold: "strong", italic: "em", underline: "u", strikethrough: "s" };
const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);

/** An address that is safe to follow, or null. `t.me/x` gets its https. */
export function safeUrl(text) {
  const withScheme = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  try {
    const url = new URL(withScheme);
    return SAFE_SCHEMES.has(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** Nodes for `text`; `hands.link(url)` and `hands.command(text)` do what a press on them does. */
export function formatted(text, entities = [], hands) {
  const ordered = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return branch(text, ordered, 0, text.length, hands);
}

function branch(text, entities, from, to, hands) {
  const nodes = [];
  let at = from;
  for (let i = 0; i < entities.length;) {
    const entity = entities[i];
    const start = Math.max(entity.offset, at);
    const end = Math.min(entity.offset + entity.length, to);
    const inside = [];
    for (i += 1; i < entities.length && entities[i].offset < end; i += 1) inside.push(entities[i]);
    if (start >= end) continue;
    if (start > at) nodes.push(text.slice(at, start));
    nodes.push(wrap(entity, text.slice(start, end), branch(text, inside, start, end, hands), hands));
    at = end;
    // A block ends its own line, so the line break after it is not an empty line.
    if (BLOCKS.has(entity.type) && text[at] === "\n" && at < to) at += 1;
  }
  if (at < to) nodes.push(text.slice(at, to));
  return nodes;
}

function wrap(entity, text, children, hands) {
  if (INLINE[entity.type]) return h(INLINE[entity.type], {}, children);
  switch (entity.type) {
    case "code":
      return h("code", {}, children);
    case "pre":
      return h(
        "pre",
        { tabindex: "0" },
        entity.language ? h("span", { class: "pre-language" }, entity.language) : null,
        h("code", {}, children),
      );
    case "blockquote":
      return h("blockquote", {}, children);
    case "expandable_blockquote":
      return expandable(children);
    case "spoiler":
      return spoiler(children);
    case "url":
      return link(text, children, hands);
    case "text_link":
      return link(entity.url, children, hands);
    case "email":
      return link(`mailto:${text}`, children, hands);
    case "phone_number":
      return link(`tel:${text.replace(/[^+\d]/g, "")}`, children, hands);
    case "bot_command":
      return h(
        "button",
        { type: "button", class: "text-button", onclick: () => hands.command(text) },
        children,
      );
    case "mention":
    case "text_mention":
    case "hashtag":
    case "cashtag":
      return h("span", { class: "mention" }, children);
    default:
      return h("span", {}, children);
  }
}

function link(address, children, hands) {
  const url = safeUrl(address);
  if (!url) return h("span", {}, children);
  const follow = (event) => {
    event.preventDefault();
    hands.link(url);
  };
  return h("a", { href: url, target: "_blank", rel: "noopener noreferrer", onclick: follow }, children);
}

function spoiler(children) {
  const cover = h(
    "span",
    { class: "spoiler", role: "button", tabindex: "0", "aria-label": t("spoiler") },
    h("span", { class: "spoiler-text" }, children),
  );
  const reveal = (event) => {
    if (event.type === "keydown" && !["Enter", " "].includes(event.key)) return;
    event.preventDefault();
    cover.classList.add("shown");
    for (const name of ["role", "tabindex", "aria-label"]) cover.removeAttribute(name);
    cover.removeEventListener("click", reveal);
    cover.removeEventListener("keydown", reveal);
  };
  cover.addEventListener("click", reveal);
  cover.addEventListener("keydown", reveal);
  return cover;
}

function expandable(children) {
  const quote = h("blockquote", { class: "folded" }, children);
  const toggle = h("button", {
    type: "button",
    class: "fold",
    "aria-expanded": "false",
    "aria-label": t("expand"),
    onclick: () => {
      const folded = quote.classList.toggle("folded");
      toggle.setAttribute("aria-expanded", String(!folded));
    },
  });
  quote.append(toggle);
  return quote;
}
