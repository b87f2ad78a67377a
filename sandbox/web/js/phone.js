// One phone: a person's chat with the bot. Events of the world go in, actions of the person go out.

import { act } from "./api.js";
import { openPoster, previewAndSend, scan, shareLink } from "./attach.js";
import { Chat } from "./chat.js";
import { Composer } from "./composer.js";
import { avatar, h, icon, iconButton } from "./dom.js";
import { safeUrl } from "./entities.js";
import { readLink } from "./links.js";
import { lightbox, Overlay } from "./overlay.js";
import { popupMenu } from "./popup.js";
import { errorText, kindOf, t } from "./words.js";

const TYPING_LASTS = 5000;
const TAP_WAITS = 30_000;
const ACTIONS = { upload_photo: "sendingPhoto", upload_document: "sendingFile" };

export class Phone {
  #typingTimer = 0;

  /** `page` gives `phones()`: every phone on the table. */
  constructor(person, bot, page) {
    this.id = person.id;
    this.bot = bot;
    this.page = page;
    this.chat = new Chat({
      mine: (message) => message.from?.id !== bot.id,
      author: (message) => (message.from?.id === bot.id ? bot.first_name : t("you")),
      welcome: this.#welcome(person),
      hands: {
        link: (url) => this.follow(url),
        command: (text) => this.act("send", { text }),
        tap: (message, button, place) => this.#tap(message, button, place),
        enlarge: (src, caption) => lightbox(src, caption),
        menu: (event, message) => this.#messageMenu(event, message),
      },
    });
    this.composer = new Composer(this);
    this.status = h("span", { class: "status", dataset: { testid: "status" } }, t("bot"));
    this.more = iconButton("more", t("more"), () => this.#openMenu(), {
      "aria-haspopup": "menu",
      dataset: { testid: "phone-menu" },
    });
    this.header = h(
      "header",
      { class: "chat-header" },
      avatar(bot.first_name, bot.id),
      h("div", { class: "who" }, h("span", { class: "bot-name" }, bot.first_name), this.status),
      iconButton("scan", t("scan"), () => scan(this), { dataset: { testid: "scan" } }),
      this.more,
    );
    this.screen = h("div", { class: "screen" }, this.header, this.chat.element, this.composer.element);
    this.overlay = new Overlay(this.screen);
    this.composer.element.append(this.overlay.toasts);
    this.caption = h("div", { class: "phone-caption" });
    this.element = h(
      "section",
      {
        class: "phone",
        dataset: { phone: person.id },
        "aria-label": t("phoneOf", { name: person.first_name }),
        ondragover: (event) => event.preventDefault(),
        ondrop: (event) => this.#onDrop(event),
      },
      this.caption,
      h("div", { class: "case" }, this.screen, this.overlay.layer),
    );
    this.composer.input.addEventListener("paste", (event) => this.#onFiles(event, event.clipboardData.files));
    this.load(person);
  }

  get name() {
    return [this.person.first_name, this.person.last_name].filter(Boolean).join(" ");
  }

  get kind() {
    return this.person.caption ? kindOf(this.person.caption) : "";
  }

  /** Take the whole state of this person: at first, and after every reconnection. */
  load(person) {
    this.setPerson(person);
    this.chat.reset(person.messages);
    this.composer.setMarkup(person.keyboard);
    this.#setMode();
  }

  setPerson(person) {
    this.person = { ...this.person, ...person };
    this.element.dataset.blocked = String(this.person.blocked);
    this.composer.setCommands(this.person.commands);
    this.caption.replaceChildren(
      avatar(this.name, this.id),
      h("span", { class: "caption-name" }, this.name),
      this.kind ? h("span", { class: "caption-kind" }, this.kind) : "",
      h("span", { class: "caption-language", lang: "en" }, this.person.language),
    );
    this.#setMode();
  }

  /** One event of the world about this person. */
  apply(event) {
    switch (event.type) {
      case "message":
        this.chat.add(event.message);
        if (event.message.from?.id === this.bot.id) this.#typing(null);
        this.#setMode();
        break;
      case "edit":
        this.chat.replace(event.message);
        break;
      case "delete":
        this.chat.remove([event.message_id]);
        this.#setMode();
        break;
      case "keyboard":
        this.composer.setMarkup(event.keyboard);
        break;
      case "person":
        this.setPerson(event.person);
        break;
      case "typing":
        this.#typing(event.action);
        break;
      case "answer":
        this.#answer(event);
        break;
      default:
        throw new Error(`unknown event ${event.type}`);
    }
  }

  /** Do something as this person. Resolves with the answer, or null after the refusal was shown. */
  async act(action, body = {}) {
    try {
      return await act(action, { phone: this.id, ...body });
    } catch (error) {
      this.overlay.toast(errorText(error), "bad");
      return null;
    }
  }

  others() {
    return this.page.phones().filter((phone) => phone !== this);
  }

  /** The file of the newest picture in the chat, or null. */
  newestPicture() {
    return this.chat.messages.findLast((message) => message.photo)?.photo.at(-1).file_id ?? null;
  }

  newestOwnText() {
    return this.chat.messages.findLast((message) => message.from?.id === this.id && message.text);
  }

  async copy(text) {
    await navigator.clipboard.writeText(text);
    this.overlay.toast(t("copied"));
  }

  async follow(address) {
    const url = safeUrl(address);
    if (!url) return;
    const link = readLink(url, this.bot.username);
    if (link.kind === "bot") await this.act("open", { url });
    else if (link.kind === "share") await shareLink(this, link);
    else if (await this.overlay.confirm({ title: t("openOutside"), text: url, accept: t("open") }))
      window.open(url, "_blank", "noopener,noreferrer");
  }

  async #tap(message, button, place) {
    if (button.url) return this.follow(button.url);
    if (button.copy_text) return this.copy(button.copy_text.text);
    if (button.switch_inline_query_current_chat !== undefined)
      return this.composer.insert(`@${this.bot.username} ${button.switch_inline_query_current_chat}`);
    if (button.callback_data === undefined) return this.overlay.toast(t("unsupportedButton"), "bad");
    const id = message.message_id;
    const stop = () => this.chat.busy(id, button.callback_data, false);
    this.chat.busy(id, button.callback_data, true);
    setTimeout(stop, TAP_WAITS);
    const [row, column] = place.split(":").map(Number);
    if (!(await this.act("tap", { message_id: id, row, column, label: button.text }))) stop();
    return undefined;
  }

  #answer({ message_id: id, data, text, show_alert: modal, url }) {
    this.chat.busy(id, data, false);
    if (url) this.follow(url);
    if (!text) return;
    if (modal) this.overlay.alert(text);
    else this.overlay.toast(text);
  }

  #typing(action) {
    clearTimeout(this.#typingTimer);
    this.status.classList.toggle("busy", action !== null);
    this.status.textContent = action === null ? t("bot") : t(ACTIONS[action] ?? "typing");
    if (action !== null) this.#typingTimer = setTimeout(() => this.#typing(null), TYPING_LASTS);
  }

  #setMode() {
    const mode = this.person.blocked ? "blocked" : this.chat.messages.length ? "write" : "start";
    this.composer.setMode(mode);
  }

  #welcome(person) {
    const description = person.description || t("emptyText");
    return h("div", { class: "welcome-card" }, h("b", {}, t("emptyTitle")), h("p", {}, description));
  }

  #openMenu() {
    const { blocked } = this.person;
    const items = [
      { glyph: icon("scan"), label: t("scan"), run: () => scan(this) },
      { glyph: icon("link"), label: t("openLink"), run: () => openPoster(this) },
      {
        glyph: icon("block"),
        label: blocked ? t("unblockBot") : t("blockBot"),
        run: () => this.act(blocked ? "unblock" : "block"),
      },
    ];
    this.header.querySelector(".popup")?.remove();
    this.header.append(popupMenu(this.more, items, "phone-menu"));
  }

  #messageMenu(event, message) {
    const text = message.text ?? message.caption;
    if (!text || getSelection().toString()) return;
    event.preventDefault();
    const items = [{ glyph: icon("corner-copy"), label: t("copy"), run: () => this.copy(text) }];
    if (message.from?.id === this.id && message.text)
      items.push({ glyph: icon("edit"), label: t("edit"), run: () => this.composer.edit(message) });
    const menu = popupMenu(event.currentTarget, items, "message-menu");
    const { left, top, right, bottom } = this.screen.getBoundingClientRect();
    Object.assign(menu.style, {
      left: `${Math.min(event.clientX, right - 190) - left}px`,
      top: `${Math.min(event.clientY, bottom - 110) - top}px`,
    });
    this.screen.querySelector(".message-menu")?.remove();
    this.screen.append(menu);
  }

  #onDrop(event) {
    this.#onFiles(event, event.dataTransfer.files);
  }

  #onFiles(event, files) {
    if (!files.length) return;
    event.preventDefault();
    previewAndSend(this, files[0].type.startsWith("image/") ? "photo" : "document", files[0]);
  }
}
