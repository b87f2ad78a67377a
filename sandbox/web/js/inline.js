// The keyboard that hangs under a message.

import { h, icon } from "./dom.js";

const CORNERS = [
  ["url", "corner-link"],
  ["login_url", "corner-link"],
  ["copy_text", "corner-copy"],
  ["web_app", "corner-app"],
  ["switch_inline_query", "corner-share"],
  ["switch_inline_query_current_chat", "corner-share"],
];

/** `pending` holds the keys of buttons whose answer has not come: they keep their spinner. */
export function inlineKeyboard(message, { pending, hands }) {
  const rows = message.reply_markup.inline_keyboard.map((row, rowIndex) =>
    h("div", { class: "inline-row" }, row.map((button, column) => inlineButton(message, button, `${rowIndex}:${column}`, pending, hands))),
  );
  return h("div", { class: "inline-keyboard", dataset: { testid: "inline-keyboard" } }, rows);
}

function inlineButton(message, button, place, pending, hands) {
  const corner = CORNERS.find(([kind]) => button[kind] !== undefined)?.[1];
  const waiting = pending.has(place);
  return h(
    "button",
    {
      type: "button",
      class: `inline-button${button.style ? ` style-${button.style}` : ""}`,
      title: button.text,
      "aria-busy": String(waiting),
      disabled: button.disabled === true,
      dataset: { place },
      onclick: () => hands.tap(message, button, place),
    },
    h("span", { class: "inline-label" }, button.text),
    corner ? icon(corner) : null,
  );
}
