// What covers a phone for a moment: dialogs, lists to choose from, alerts, toasts; and the photo viewer.

import { h, iconButton } from "./dom.js";
import { t } from "./words.js";

let counter = 0;

export class Overlay {
  #queue = Promise.resolve();

  /** `screen` is what falls asleep while a dialog is open. */
  constructor(screen) {
    this.screen = screen;
    this.layer = h("div", { class: "overlay", hidden: true });
    this.toasts = h("div", {
      class: "toasts",
      role: "status",
      "aria-live": "polite",
      dataset: { testid: "toasts" },
    });
  }

  toast(text, kind = "") {
    const element = h("div", { class: `toast ${kind}`, dataset: { testid: "toast" } }, text);
    this.toasts.append(element);
    setTimeout(() => element.remove(), 3000 + 40 * text.length);
  }

  /** The bot's own alert: words and one button. */
  alert(text) {
    return this.dialog({ text, role: "alertdialog", actions: [{ label: t("ok"), value: true, main: true }] });
  }

  confirm({ title, text, accept, body = null }) {
    return this.dialog({
      title,
      text,
      body,
      actions: [
        { label: t("cancel"), value: false },
        { label: accept, value: true, main: true },
      ],
    });
  }

  /** A list; resolves with the chosen value, or null. `choices`: {label, value, picture?, note?, disabled?}. */
  choose(title, choices) {
    return this.dialog({
      title,
      choices,
      actions: [{ label: t("cancel"), value: null }],
    });
  }

  /** One dialog at a time; the next waits. Resolves with the pressed action's value (Escape is the first action's). */
  dialog(content) {
    const shown = this.#queue.then(() => this.#show(content));
    this.#queue = shown;
    return shown;
  }

  #show({ title, text, body, choices = [], actions, role = "dialog" }) {
    return new Promise((resolve) => {
      counter += 1;
      const titleId = `dialog-${counter}`;
      const before = document.activeElement;
      const close = (value) => {
        this.layer.hidden = true;
        this.layer.replaceChildren();
        this.screen.inert = false;
        if (this.screen.contains(before)) before.focus({ preventScroll: true });
        resolve(value);
      };
      const buttons = actions.map(({ label, value, main }) =>
        h(
          "button",
          {
            type: main ? "submit" : "button",
            class: main ? "main" : "",
            onclick: main ? null : () => close(value),
          },
          label,
        ),
      );
      const main = actions.find((action) => action.main);
      const box = h(
        "form",
        {
          class: "dialog",
          role,
          "aria-modal": "true",
          "aria-labelledby": titleId,
          dataset: { testid: role === "alertdialog" ? "alert" : "dialog" },
          onsubmit: (event) => {
            event.preventDefault();
            if (main) close(main.value);
          },
          onkeydown: (event) => this.#onKey(event, box, () => close(actions[0].value)),
        },
        title ? h("h2", { id: titleId }, title) : null,
        text ? h("p", { id: title ? null : titleId, class: "dialog-text" }, text) : null,
        body,
        choices.length
          ? h(
              "div",
              { class: "choices" },
              choices.map((choice) => this.#choice(choice, close)),
            )
          : null,
        h("div", { class: "actions" }, buttons),
      );
      this.layer.replaceChildren(
        h("div", { class: "shade", onclick: () => role === "dialog" && close(actions[0].value) }),
        box,
      );
      this.layer.hidden = false;
      this.screen.inert = true;
      (box.querySelector("input, .choice:not([disabled]), .main") ?? buttons[0]).focus({
        preventScroll: true,
      });
    });
  }

  #choice({ label, value, note, picture, disabled = false }, close) {
    return h(
      "button",
      { type: "button", class: "choice", disabled, onclick: () => close(value) },
      picture,
      h(
        "span",
        { class: "choice-text" },
        h("span", {}, label),
        note ? h("span", { class: "note" }, note) : null,
      ),
    );
  }

  #onKey(event, box, cancel) {
    if (event.key === "Escape") {
      event.stopPropagation();
      cancel();
    }
    if (event.key !== "Tab") return;
    const stops = [...box.querySelectorAll("button:not([disabled]), input")];
    const edge = event.shiftKey ? stops[0] : stops.at(-1);
    if (document.activeElement !== edge) return;
    event.preventDefault();
    (event.shiftKey ? stops.at(-1) : stops[0]).focus();
  }
}

/** A photo over the whole page. */
export function lightbox(src, caption) {
  const viewer = h(
    "dialog",
    {
      class: "lightbox",
      "aria-label": t("photo"),
      dataset: { testid: "lightbox" },
      onclick: () => viewer.close(),
      onclose: () => viewer.remove(),
    },
    iconButton("close", t("close"), () => viewer.close()),
    h("img", { src, alt: caption || t("photo") }),
    caption ? h("p", {}, caption) : null,
  );
  document.body.append(viewer);
  viewer.showModal();
}
