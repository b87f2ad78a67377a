// The keyboard that replaces a phone's own, and the button that folds it.

import { mayShareContact, mayShareLocation } from "./attach.js";
import { h, icon, iconButton } from "./dom.js";
import { t } from "./words.js";

const UNKNOWN = ["request_users", "request_chat", "request_poll", "web_app"];

export class ReplyKeyboard {
  #markup = null;

  constructor(phone) {
    this.phone = phone;
    this.toggle = iconButton("keyboard", t("hideKeyboard"), () => this.#fold(!this.element.hidden), {
      dataset: { testid: "keyboard-toggle" },
    });
    this.element = h("div", {
      class: "reply-keyboard",
      role: "group",
      "aria-label": t("keyboard"),
      dataset: { testid: "reply-keyboard" },
    });
    this.set(null);
  }

  /** Show what the newest message brought: a keyboard, or nothing. */
  set(markup) {
    this.#markup = markup;
    const rows = markup?.keyboard ?? [];
    this.element.classList.toggle("tall", !markup?.resize_keyboard);
    this.element.replaceChildren(
      ...rows.map((row) =>
        h(
          "div",
          { class: "reply-row" },
          row.map((button) => this.#key(typeof button === "string" ? { text: button } : button)),
        ),
      ),
    );
    this.toggle.hidden = rows.length === 0;
    this.#fold(rows.length === 0 || markup.hidden);
  }

  #key(button) {
    const glyph = button.request_contact ? "person" : button.request_location ? "pin" : null;
    return h(
      "button",
      {
        type: "button",
        class: `reply-key${button.style ? ` style-${button.style}` : ""}`,
        onclick: () => this.#press(button),
      },
      button.text,
      glyph ? icon(glyph) : null,
    );
  }

  async #press(button) {
    if (UNKNOWN.some((kind) => button[kind])) {
      this.phone.overlay.toast(t("unsupportedButton"), "bad");
      return;
    }
    if (button.request_contact && !(await mayShareContact(this.phone))) return;
    if (button.request_location && !(await mayShareLocation(this.phone))) return;
    const markup = this.#markup;
    await this.phone.act("press", { label: button.text });
    if (markup === this.#markup && markup.one_time_keyboard) this.#fold(true);
  }

  #fold(folded) {
    const label = folded ? t("showKeyboard") : t("hideKeyboard");
    this.element.hidden = folded;
    this.toggle.setAttribute("aria-label", label);
    this.toggle.setAttribute("aria-expanded", String(!folded));
    this.toggle.title = label;
    this.toggle.classList.toggle("on", !folded);
  }
}
