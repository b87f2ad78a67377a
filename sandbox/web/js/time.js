// The world's time as the page shows it, ticking between the server's reports.

import { language, t } from "./words.js";

let offset = 0;
let frozenAt = null;

/** `now` is in milliseconds; a frozen clock stands still until it is moved. */
export function setClock({ now, frozen }) {
  offset = now - Date.now();
  frozenAt = frozen ? now : null;
}

export const worldNow = () => new Date(frozenAt ?? Date.now() + offset);

const format = (options) => new Intl.DateTimeFormat(language === "ru" ? "ru" : "en-GB", options);
const HOUR = format({ hour: "2-digit", minute: "2-digit" });
const DAY = format({ day: "numeric", month: "long" });
const DAY_AND_YEAR = format({ day: "numeric", month: "long", year: "numeric" });
const CLOCK = format({
  weekday: "short",
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});

export const hourText = (unix) => HOUR.format(unix * 1000);
export const clockText = () => CLOCK.format(worldNow());

const dayNumber = (date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000;
export const dayOf = (unix) => dayNumber(new Date(unix * 1000));

export function dayText(unix) {
  const now = worldNow();
  const age = dayNumber(now) - dayOf(unix);
  if (age === 0) return t("today");
  if (age === 1) return t("yesterday");
  const date = new Date(unix * 1000);
  return (date.getFullYear() === now.getFullYear() ? DAY : DAY_AND_YEAR).format(date);
}
