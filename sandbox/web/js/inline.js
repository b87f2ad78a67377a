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

/** `pending` holds the callback data of taps that were not answered yet: their buttons keep the spinner. */
export function inlineKeyboard(message, { pending, hands }) {
  const rows = message.reply_markup.inline_keyboard.map((row, rowIndex) =>
    h(
      "div",
      { class: "inline-row" },
      row.map((button, column) => inlineButton(message, button, `${rowIndex}:${column}`, pending, hands)),
    ),
  );
  return h("div", { class: "inline-keyboard", dataset: { testid: "inline-keyboard" } }, rows);
}

function inlineButton(message, button, place, pending, hands) {
  const corner = CORNERS.find(([kind]) => button[kind] !== undefined)?.[1];
  const data = button.callback_data;
  return h(
    "button",
    {
      type: "button",
      class: `inline-button${button.style ? ` style-${button.style}` : ""}`,
      title: button.text,
      "aria-busy": String(data !== undefined && pending.has(data)),
      disabled: button.disabled === true,
      dataset: data === undefined ? { place } : { place, callback: data },
      onclick: () => hands.tap(message, button, place),
    },
    h("span", { class: "inline-label" }, button.text),
    corner ? icon(corner) : null,
  );
}
