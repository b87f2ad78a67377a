// The top of the page: the clock that can be moved, another phone, language and theme.

import { act } from "./api.js";
import { h, icon, iconButton } from "./dom.js";
import { addPhone } from "./newphone.js";
import { clockText } from "./time.js";
import { errorText, language, switchLanguage, t } from "./words.js";

const STEPS = [
  ["hour", 3600],
  ["day", 86_400],
  ["week", 604_800],
];

export class Topbar {
  /** `notify(text)` shows a sentence of the whole page. */
  constructor(notify) {
    this.notify = notify;
    this.time = h("time", { class: "clock-time", dataset: { testid: "clock" }, "aria-label": t("clock") });
    this.steps = STEPS.map(([key, seconds]) =>
      h(
        "button",
        {
          type: "button",
          class: "step",
          dataset: { testid: `clock-${key}` },
          onclick: ({ currentTarget }) => this.#move(currentTarget, seconds),
        },
        t(key),
      ),
    );
    this.clock = h(
      "div",
      { class: "clock", role: "group", "aria-label": t("clock") },
      icon("clock"),
      this.time,
      h("div", { class: "steps" }, this.steps),
    );
    this.people = h("nav", { class: "people", "aria-label": t("phones") });
    this.element = h(
      "header",
      { class: "topbar" },
      h(
        "h1",
        {},
        h("span", { class: "logo", "aria-hidden": "true" }, icon("logo")),
        h("span", { class: "names" }, t("sandbox"), h("small", {}, t("tagline"))),
      ),
      this.clock,
      h(
        "div",
        { class: "tools" },
        h(
          "button",
          {
            type: "button",
            class: "tool wordy",
            "aria-label": t("addPhone"),
            title: t("addPhone"),
            dataset: { testid: "add-phone" },
            onclick: () => addPhone(notify),
          },
          icon("add"),
          h("span", {}, t("addPhone")),
        ),
        h(
          "button",
          {
            type: "button",
            class: "tool",
            "aria-label": t("language"),
            title: t("language"),
            lang: language === "ru" ? "en" : "ru",
            dataset: { testid: "page-language" },
            onclick: switchLanguage,
          },
          t("otherLanguage"),
        ),
        iconButton("theme", t("theme"), switchTheme, { class: "tool", dataset: { testid: "theme" } }),
      ),
      this.people,
    );
    this.tick();
    setInterval(() => this.tick(), 1000);
  }

  tick() {
    if (this.clock.hasAttribute("aria-busy")) return;
    const text = clockText();
    if (this.time.textContent !== text) this.time.textContent = text;
  }

  /** Names that bring a phone into view: the only way round on a small screen. */
  setPhones(phones) {
    const names = new Map(
      phones.map(({ element, name }) => {
        const onclick = () => element.scrollIntoView({ inline: "center", block: "nearest" });
        return [element, h("button", { type: "button", class: "person", onclick }, name)];
      }),
    );
    this.people.replaceChildren(...names.values());
    this.seen?.disconnect();
    this.seen = new IntersectionObserver(
      (changes) =>
        changes.forEach(({ target, isIntersecting }) =>
          names.get(target).setAttribute("aria-current", String(isIntersecting)),
        ),
      { threshold: 0.6 },
    );
    for (const element of names.keys()) this.seen.observe(element);
  }

  async #move(button, seconds) {
    this.clock.setAttribute("aria-busy", "true");
    for (const step of this.steps) step.disabled = true;
    this.time.textContent = t("moving");
    try {
      await act("clock", { seconds });
    } catch (error) {
      this.notify(errorText(error));
    }
    for (const step of this.steps) step.disabled = false;
    this.clock.removeAttribute("aria-busy");
    this.tick();
    button.focus();
  }
}

const dark = matchMedia("(prefers-color-scheme: dark)");

/** Follow the system until a person chooses; then remember the choice. */
export function applyTheme() {
  const chosen = localStorage.getItem("theme");
  document.documentElement.dataset.theme = chosen ?? "auto";
}

function switchTheme() {
  const now = localStorage.getItem("theme") ?? (dark.matches ? "dark" : "light");
  localStorage.setItem("theme", now === "dark" ? "light" : "dark");
  applyTheme();
}
