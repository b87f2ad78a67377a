// Menus that drop from a button.

import { h } from "./dom.js";

/** A menu that drops from the button that opened it. `items`: {label, run, glyph?, note?}. */
export function popupMenu(anchor, items, className) {
  const expanded = (state) => anchor.ariaHasPopup && anchor.setAttribute("aria-expanded", state);
  const close = (focusBack) => {
    menu.remove();
    expanded("false");
    document.removeEventListener("pointerdown", outside, true);
    if (focusBack) anchor.focus();
  };
  const outside = (event) => {
    if (!menu.contains(event.target) && !anchor.contains(event.target)) close(false);
  };
  const menu = h(
    "div",
    { class: `popup ${className}`, role: "menu", onkeydown: (event) => onKey(event) },
    items.map(({ label, glyph, note, run }) =>
      h(
        "button",
        { type: "button", role: "menuitem", onclick: () => (close(true), run()) },
        glyph ?? null,
        h("span", { class: "popup-label" }, label),
        note ? h("span", { class: "note" }, note) : null,
      ),
    ),
  );
  const onKey = (event) => {
    const stops = [...menu.children];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape" || event.key === "Tab") close(true);
    else if (step) stops.at((stops.indexOf(document.activeElement) + step) % stops.length).focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  expanded("true");
  document.addEventListener("pointerdown", outside, true);
  queueMicrotask(() => menu.firstElementChild?.focus());
  return menu;
}
