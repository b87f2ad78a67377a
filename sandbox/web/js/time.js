// The world's time as the page shows it, ticking between the server's reports.

import { language, t } from "./words.js";

const SHAPES = {
  hour: { hour: "2-digit", minute: "2-digit" },
  day: { day: "numeric", month: "long" },
  dayAndYear: { day: "numeric", month: "long", year: "numeric" },
  date: { day: "numeric", month: "numeric", year: "numeric" },
  clock: { weekday: "short", day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" },
};

let offset = 0;
let frozenAt = null;
let formats = formatsIn(undefined);

/** `now` is in milliseconds; a frozen clock stands still until it is moved. Without a zone: the browser's own. */
export function setClock({ now, frozen, zone }) {
  offset = now - Date.now();
  frozenAt = frozen ? now : null;
  formats = formatsIn(zone ?? undefined);
}

function formatsIn(timeZone) {
  const locale = language === "ru" ? "ru" : "en-GB";
  const made = Object.entries(SHAPES).map(([name, shape]) => [
    name,
    new Intl.DateTimeFormat(locale, { ...shape, timeZone }),
  ]);
  return Object.fromEntries(made);
}

export const worldNow = () => new Date(frozenAt ?? Date.now() + offset);

export const hourText = (unix) => formats.hour.format(unix * 1000);
export const clockText = () => formats.clock.format(worldNow());

/** The day in the shown zone, as a number that grows by one a day; and its year. */
function calendar(date) {
  const parts = formats.date.formatToParts(date).map(({ type, value }) => [type, Number(value)]);
  const { year, month, day } = Object.fromEntries(parts);
  return { year, number: Date.UTC(year, month - 1, day) / 86_400_000 };
}

export const dayOf = (unix) => calendar(new Date(unix * 1000)).number;

export function dayText(unix) {
  const now = calendar(worldNow());
  const then = calendar(new Date(unix * 1000));
  const age = now.number - then.number;
  if (age === 0) return t("today");
  if (age === 1) return t("yesterday");
  return (then.year === now.year ? formats.day : formats.dayAndYear).format(unix * 1000);
}
