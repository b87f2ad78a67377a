// The list of messages: dates between days, edits in place, and a scroll that stays where a person left it.

import { bubble } from "./bubble.js";
import { h, icon } from "./dom.js";
import { dayOf, dayText } from "./time.js";
import { t } from "./words.js";

const NEAR_BOTTOM = 90;

export class Chat {
  #messages = new Map();
  #pending = new Map();
  #unread = 0;
  #stuck = true;

  /** `hands`: what presses do; `author(message)`: a name; `mine(message)`: whose it is. */
  constructor({ hands, mine, author, welcome }) {
    this.hands = hands;
    this.mine = mine;
    this.author = author;
    this.welcome = h("div", { class: "welcome", dataset: { testid: "welcome" } }, welcome);
    this.list = h("div", { class: "messages" });
    this.scroller = h(
      "div",
      {
        class: "scroller",
        tabindex: "0",
        role: "log",
        "aria-live": "polite",
        "aria-relevant": "additions",
        "aria-label": t("chat"),
        onscroll: () => this.#onScroll(),
      },
      this.list,
    );
    this.badge = h("span", { class: "badge", hidden: true });
    this.down = h(
      "button",
      {
        type: "button",
        class: "scroll-down",
        "aria-label": t("scrollDown"),
        title: t("scrollDown"),
        onclick: () => this.toBottom(),
      },
      icon("down"),
      this.badge,
    );
    this.element = h("div", { class: "chat" }, this.scroller, this.welcome, this.down);
    // A keyboard that opens or a window that shrinks must not push the newest message out of sight.
    new ResizeObserver(() => this.#stuck && this.toBottom()).observe(this.scroller);
  }

  get messages() {
    return [...this.#messages.values()];
  }

  /** Replace everything: the state after a (re)connection. */
  reset(messages) {
    this.#messages = new Map(messages.map((message) => [message.message_id, message]));
    this.#pending.clear();
    // What stood there before is not news: it is not read aloud.
    this.scroller.setAttribute("aria-live", "off");
    requestAnimationFrame(() => this.scroller.setAttribute("aria-live", "polite"));
    this.list.replaceChildren();
    let day = null;
    for (const message of messages) {
      if (dayOf(message.date) !== day) this.list.append(this.#separator(message));
      day = dayOf(message.date);
      this.list.append(this.#draw(message));
    }
    this.#showWelcome();
    this.toBottom();
  }

  add(message) {
    if (this.#messages.has(message.message_id)) return this.replace(message);
    const previous = this.messages.at(-1);
    const stick = this.#stuck || this.mine(message);
    this.#messages.set(message.message_id, message);
    if (!previous || dayOf(previous.date) !== dayOf(message.date)) this.list.append(this.#separator(message));
    const element = this.#draw(message);
    element.classList.add("arriving");
    this.list.append(element);
    this.#showWelcome();
    if (stick) this.toBottom();
    else this.#count(this.#unread + 1);
  }

  /** An edit in place: focus and spinners stay with the buttons they were on. */
  replace(message) {
    const old = this.#find(message.message_id);
    if (!old) return;
    const focused = old.contains(document.activeElement)
      ? (document.activeElement.dataset.place ?? "")
      : null;
    this.#messages.set(message.message_id, message);
    const fresh = this.#draw(message);
    old.replaceWith(fresh);
    if (focused !== null)
      (fresh.querySelector(`[data-place="${focused}"]`) ?? fresh).focus({ preventScroll: true });
    if (this.#stuck) this.toBottom();
  }

  remove(ids) {
    for (const id of ids) {
      const element = this.#find(id);
      const before = element?.previousElementSibling;
      const after = element?.nextElementSibling;
      element?.remove();
      if (before?.classList.contains("date") && (!after || after.classList.contains("date"))) before.remove();
      this.#messages.delete(id);
      this.#pending.delete(id);
    }
    this.#showWelcome();
  }

  /** Start or stop the spinners of the buttons that send `data`. */
  busy(messageId, data, on) {
    const waiting = this.#pending.get(messageId) ?? new Set();
    if (on) waiting.add(data);
    else waiting.delete(data);
    this.#pending.set(messageId, waiting);
    for (const button of this.#find(messageId)?.querySelectorAll("[data-callback]") ?? []) {
      if (button.dataset.callback === data) button.setAttribute("aria-busy", String(on));
    }
  }

  /** The days go by: what was today is yesterday now. */
  renameDays() {
    for (const label of this.list.querySelectorAll(".date span"))
      label.textContent = dayText(Number(label.dataset.date));
  }

  toBottom() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.#stuck = true;
    this.#count(0);
  }

  #find(id) {
    return this.list.querySelector(`[data-message="${id}"]`);
  }

  #draw(message) {
    return bubble(message, {
      mine: this.mine(message),
      author: this.author(message),
      pending: this.#pending.get(message.message_id) ?? new Set(),
      hands: this.hands,
    });
  }

  #separator(message) {
    return h("div", { class: "date" }, h("span", { dataset: { date: message.date } }, dayText(message.date)));
  }

  #showWelcome() {
    this.welcome.hidden = this.#messages.size > 0;
  }

  #onScroll() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    this.#stuck = scrollHeight - scrollTop - clientHeight < NEAR_BOTTOM;
    this.down.classList.toggle("shown", !this.#stuck);
    if (this.#stuck) this.#count(0);
  }

  #count(unread) {
    this.#unread = unread;
    this.badge.hidden = unread === 0;
    this.badge.textContent = String(unread);
    this.down.setAttribute("aria-label", unread ? t("newMessages", { n: unread }) : t("scrollDown"));
  }
}
