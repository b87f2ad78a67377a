// One message as Telegram draws it: bubble, media, time, ticks and the keyboard under it.

import { fileUrl } from "./api.js";
import { avatar, h, icon } from "./dom.js";
import { formatted } from "./entities.js";
import { inlineKeyboard } from "./inline.js";
import { hourText } from "./time.js";
import { sizeText, t } from "./words.js";

const PHOTO_WIDTH = 320;
const PHOTO_HEIGHT = 380;

/** `hands` is what a press may do: link, command, tap, enlarge, menu. `mine` tells whose message it is. */
export function bubble(message, { mine, author, pending, hands }) {
  const media = mediaOf(message, hands);
  const text = textOf(message, mine);
  const body = text
    ? h(
        "div",
        { class: "text", dir: "auto" },
        formatted(text, message.entities ?? message.caption_entities, hands),
        meta(message, mine),
      )
    : null;
  const bare = media?.classList.contains("bare") ?? false;
  const reply = message.reply_to_message ? replyOf(message.reply_to_message) : null;
  const box = h(
    "div",
    { class: ["bubble", media ? "with-media" : "", bare ? "bare" : "", body ? "" : "no-text"].join(" ") },
    h("span", { class: "visually-hidden" }, `${author}: `),
    reply,
    media,
    body ?? meta(message, mine),
  );
  const keyboard = message.reply_markup?.inline_keyboard?.length
    ? inlineKeyboard(message, { pending, hands })
    : null;
  return h(
    "article",
    {
      class: `message ${mine ? "out" : "in"}${keyboard ? " with-keyboard" : ""}`,
      tabindex: "-1",
      dataset: { message: message.message_id, testid: "message", direction: mine ? "out" : "in" },
      oncontextmenu: (event) => hands.menu(event, message),
    },
    box,
    keyboard,
  );
}

/** A deep link's payload reaches the bot, but the chat shows a plain /start, as Telegram does. */
function textOf(message, mine) {
  const text = message.text ?? message.caption ?? "";
  return mine && text.startsWith("/start ") ? "/start" : text;
}

function meta(message, mine) {
  return h(
    "span",
    { class: "meta" },
    message.edit_date ? h("span", { class: "edited" }, `${t("edited")} `) : null,
    h("time", { datetime: new Date(message.date * 1000).toISOString() }, hourText(message.date)),
    mine ? icon("ticks") : null,
  );
}

function replyOf(message) {
  const what = message.text ?? message.caption ?? t("photo");
  return h(
    "div",
    { class: "reply" },
    h("span", { class: "reply-name" }, message.from?.first_name ?? ""),
    h("span", { class: "reply-text" }, what),
  );
}

function mediaOf(message, hands) {
  if (message.photo) return photo(message, hands);
  if (message.sticker)
    return h(
      "div",
      { class: "media sticker bare", role: "img", "aria-label": t("sticker") },
      message.sticker.emoji ?? "🙂",
    );
  if (message.voice) return voice(message.voice);
  if (message.document) return file(message.document);
  if (message.video ?? message.audio) return file(message.video ?? message.audio);
  if (message.contact) return contact(message.contact);
  if (message.location) return place(message.location, message.venue);
  if (message.dice)
    return h("div", { class: "media sticker bare" }, `${message.dice.emoji} ${message.dice.value}`);
  if (message.text !== undefined) return null;
  return h("div", { class: "media strange" }, t("unsupported", { what: kindOf(message) }));
}

const ENVELOPE = new Set([
  "message_id",
  "from",
  "chat",
  "date",
  "edit_date",
  "reply_markup",
  "reply_to_message",
  "caption",
  "caption_entities",
]);
const kindOf = (message) =>
  Object.keys(message).find((key) => !ENVELOPE.has(key) && !key.startsWith("_")) ?? "?";

function photo(message, hands) {
  const largest = message.photo.at(-1);
  const scale = Math.min(PHOTO_WIDTH / largest.width, PHOTO_HEIGHT / largest.height, 1);
  const [width, height] = [largest.width, largest.height].map((side) => Math.round(side * scale));
  const image = h("img", {
    src: fileUrl(largest.file_id),
    alt: message.caption ?? t("photo"),
    width,
    height,
    draggable: "false",
    onerror: () => image.replaceWith(h("span", { class: "broken" }, t("photoBroken"))),
  });
  const cover = message.has_media_spoiler ? " covered" : "";
  return h(
    "button",
    {
      type: "button",
      class: `media photo${cover}`,
      style: { width: `${width}px` },
      "aria-label": t("enlarge"),
      dataset: { testid: "photo" },
      onclick: ({ currentTarget }) => {
        if (currentTarget.classList.contains("covered")) currentTarget.classList.remove("covered");
        else hands.enlarge(image.src, message.caption ?? "");
      },
    },
    image,
  );
}

function file(document) {
  const name = document.file_name ?? "file";
  return h(
    "a",
    {
      class: "media file",
      href: fileUrl(document.file_id),
      download: name,
      "aria-label": t("download", { name }),
      dataset: { testid: "document" },
    },
    h("span", { class: "file-badge" }, icon("file")),
    h(
      "span",
      { class: "file-text" },
      h("span", { class: "file-name" }, name),
      h("span", { class: "file-size" }, sizeText(document.file_size ?? 0)),
    ),
  );
}

function voice({ duration = 0 }) {
  // A quiet recording still has a shape: bars follow a fixed wave, so that every voice looks alike.
  const bars = Array.from(
    { length: 32 },
    (_, i) => 20 + Math.round(70 * Math.abs(Math.sin(i * 0.9) * Math.cos(i * 0.37))),
  );
  const minutes = `${Math.floor(duration / 60)}:${String(duration % 60).padStart(2, "0")}`;
  return h(
    "div",
    { class: "media voice", role: "img", "aria-label": `${t("voice")} ${minutes}` },
    h("span", { class: "file-badge" }, icon("play")),
    h(
      "span",
      { class: "file-text" },
      h(
        "span",
        { class: "wave" },
        bars.map((height) => h("i", { style: { height: `${height}%` } })),
      ),
      h("span", { class: "file-size" }, minutes),
    ),
  );
}

function contact({ first_name: first, last_name: last, phone_number: number, user_id: userId }) {
  const name = [first, last].filter(Boolean).join(" ");
  return h(
    "div",
    { class: "media contact" },
    avatar(name, userId ?? 0),
    h(
      "span",
      { class: "file-text" },
      h("span", { class: "file-name" }, name),
      h("span", { class: "file-size" }, number),
    ),
  );
}

function place({ latitude, longitude }, venue) {
  const where = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  return h(
    "div",
    { class: "media place" },
    h("div", { class: "map", "aria-hidden": "true" }, icon("pin")),
    h("span", { class: "file-name" }, venue?.title ?? t("location")),
    h("span", { class: "file-size" }, venue?.address ?? where),
  );
}
