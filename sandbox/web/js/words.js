// Every word of the page, in both languages. What people and the bot say is theirs, not ours.

import { EN } from "./words-en.js";
import { RU } from "./words-ru.js";

export const DICTIONARIES = { ru: RU, en: EN };

export const language =
  localStorage.getItem("language") ?? (navigator.language.startsWith("ru") ? "ru" : "en");
const words = DICTIONARIES[language] ?? EN;

/** The page's word for `key`, with `{name}` places filled in. A missing key is a bug, so it throws. */
export function t(key, values = {}) {
  const word = words[key];
  if (typeof word !== "string") throw new Error(`no word for ${key}`);
  return filled(word, values);
}

function filled(word, values) {
  return word.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
}

export const kindOf = (caption) => words.kinds[caption] ?? caption;
export const errorText = ({ code, message }) => filled(words.errors[code] ?? words.errors.other, { message });

export function sizeText(bytes) {
  const power = bytes < 1024 ? 0 : bytes < 1024 ** 2 ? 1 : 2;
  const value = bytes / 1024 ** power;
  return `${value.toLocaleString(language, { maximumFractionDigits: 1 })} ${words.bytes[power]}`;
}

/** Every word is drawn once, so another language is another page. */
export function switchLanguage() {
  localStorage.setItem("language", language === "ru" ? "en" : "ru");
  location.reload();
}
