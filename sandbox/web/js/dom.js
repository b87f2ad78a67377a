// The only way elements are made here: data becomes text nodes and attributes, never markup.

const SVG = "http://www.w3.org/2000/svg";

/** Build an element. `on*` props become listeners, `dataset` is spread, null and false are left out. */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "dataset") Object.assign(element.dataset, value);
    else if (name === "style") Object.assign(element.style, value);
    else element.setAttribute(name === "className" ? "class" : name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `/sandbox/web/img/icons.svg#${name}`);
  svg.append(use);
  return svg;
}

/** A round button that shows only an icon; its name is read aloud and shown on hover. */
export function iconButton(name, label, onclick, props = {}) {
  return h(
    "button",
    { type: "button", class: "icon-button", "aria-label": label, title: label, onclick, ...props },
    icon(name),
  );
}

/** A circle with a person's initial, in one of Telegram's seven colours. */
export function avatar(name, id) {
  const initial = [...name.trim()][0] ?? "?";
  return h(
    "span",
    { class: `avatar tone-${Math.abs(id) % 7}`, "aria-hidden": "true" },
    initial.toUpperCase(),
  );
}
