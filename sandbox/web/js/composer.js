// The bottom of the screen: input, commands, attachments and the reply keyboard.

import { attachItems } from "./attach.js";
import { h, icon, iconButton } from "./dom.js";
import { popupMenu } from "./popup.js";
import { ReplyKeyboard } from "./reply.js";
import { t } from "./words.js";

const MAX_LENGTH = 4096;

export class Composer {
  #editing = null;
  #popup = null;

  constructor(phone) {
    this.phone = phone;
    this.input = h("textarea", {
      rows: "1",
      maxlength: MAX_LENGTH,
      "aria-label": t("write"),
      placeholder: t("write"),
      dataset: { testid: "input" },
      oninput: () => this.#onInput(),
      onkeydown: (event) => this.#onKey(event),
    });
    this.menu = h(
      "button",
      {
        type: "button",
        class: "menu-button",
        "aria-label": t("commands"),
        "aria-haspopup": "menu",
        dataset: { testid: "commands" },
        onclick: () => this.#toggleCommands(),
      },
      icon("menu"),
      h("span", {}, t("menu")),
    );
    this.keyboard = new ReplyKeyboard(phone);
    this.attach = iconButton(
      "attach",
      t("attach"),
      () => this.#openPopup(this.attach, attachItems(phone), "attach-menu"),
      { "aria-haspopup": "menu", dataset: { testid: "attach" } },
    );
    this.submit = h(
      "button",
      {
        type: "submit",
        class: "send",
        "aria-label": t("send"),
        title: t("send"),
        dataset: { testid: "send" },
      },
      icon("send"),
    );
    this.strip = h("div", { class: "edit-strip", hidden: true });
    this.form = h(
      "form",
      { class: "composer", onsubmit: (event) => (event.preventDefault(), this.#send()) },
      this.menu,
      h("div", { class: "field" }, this.input, this.keyboard.toggle, this.attach),
      this.submit,
    );
    this.wide = h("button", { type: "button", class: "wide" });
    this.writing = h("div", {}, this.strip, this.form, this.keyboard.element);
    this.element = h("footer", {}, this.writing, this.wide);
    this.#onInput();
  }

  /** Which of the three bottoms: the input, START on an empty chat, or unblock. */
  setMode(mode) {
    this.writing.hidden = mode !== "write";
    this.wide.hidden = mode === "write";
    this.wide.textContent = mode === "blocked" ? t("unblock") : t("start");
    this.wide.dataset.testid = mode === "blocked" ? "unblock" : "start";
    this.wide.onclick = () => this.phone.act(mode === "blocked" ? "unblock" : "start");
  }

  setCommands(commands) {
    this.commands = commands;
    this.menu.hidden = commands.length === 0;
  }

  /** The reply keyboard (or force_reply, or null) that the newest such message set. */
  setMarkup(markup) {
    this.keyboard.set(markup);
    this.input.placeholder = markup?.input_field_placeholder ?? t("write");
    if (markup?.force_reply && this.phone.element?.contains(document.activeElement)) this.input.focus();
  }

  edit(message) {
    this.#editing = message.message_id;
    this.input.value = message.text;
    this.strip.hidden = false;
    this.strip.replaceChildren(
      icon("edit"),
      h("span", {}, h("b", {}, t("editing")), h("span", { class: "note" }, message.text)),
      iconButton("close", t("cancel"), () => this.#stopEditing()),
    );
    this.#onInput();
    this.input.focus();
  }

  insert(text) {
    this.input.value = text;
    this.#onInput();
    this.input.focus();
  }

  async #send() {
    const text = this.input.value.trim();
    if (!text) return;
    const editing = this.#editing;
    this.#stopEditing();
    const done = await (editing
      ? this.phone.act("edit", { message_id: editing, text })
      : this.phone.act("send", { text }));
    // What could not be sent goes back where it was typed.
    if (!done && !this.input.value) this.insert(text);
  }

  #stopEditing() {
    this.#editing = null;
    this.strip.hidden = true;
    this.input.value = "";
    this.#onInput();
  }

  #onInput() {
    const text = this.input.value;
    this.element?.classList.toggle("has-text", text.trim() !== "");
    this.input.style.height = "auto";
    if (this.input.scrollHeight) this.input.style.height = `${Math.min(this.input.scrollHeight, 140)}px`;
    this.#suggest(/^\/\w*$/.test(text) ? text : null);
  }

  #onKey(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.#send();
    } else if (event.key === "Escape" && this.#editing) {
      event.stopPropagation();
      this.#stopEditing();
    } else if (event.key === "ArrowUp" && !this.input.value) {
      const own = this.phone.newestOwnText();
      if (own) (event.preventDefault(), this.edit(own));
    }
  }

  /** Commands that begin as typed, above the input. They do not take the focus from it. */
  #suggest(prefix) {
    this.suggestions?.remove();
    this.suggestions = null;
    if (prefix === null || this.#editing || !this.commands) return;
    const fitting = this.commands.filter(
      ({ command }) => `/${command}`.startsWith(prefix.toLowerCase()) && `/${command}` !== prefix,
    );
    if (!fitting.length) return;
    this.suggestions = h(
      "div",
      { class: "popup commands", role: "group", "aria-label": t("commands") },
      fitting.map((command) =>
        h(
          "button",
          { type: "button", onclick: () => this.#command(command) },
          h("span", { class: "popup-label" }, `/${command.command}`),
          h("span", { class: "note" }, command.description),
        ),
      ),
    );
    this.element.append(this.suggestions);
  }

  #command({ command }) {
    this.input.value = "";
    this.#onInput();
    this.phone.act("send", { text: `/${command}` });
  }

  #toggleCommands() {
    const items = this.commands.map((command) => ({
      label: command.description,
      note: `/${command.command}`,
      run: () => this.#command(command),
    }));
    this.#openPopup(this.menu, items, "commands");
  }

  #openPopup(anchor, items, className) {
    const wasOpen = this.#popup?.isConnected && this.#popup.classList.contains(className);
    this.#popup?.remove();
    anchor.setAttribute("aria-expanded", "false");
    if (wasOpen) return;
    this.#popup = popupMenu(anchor, items, className);
    this.element.append(this.#popup);
  }
}
