// Everything a person sends that is not typed: files, photos of other screens, contacts; and the QR scanner.

import { base64, fileUrl } from "./api.js";
import { avatar, h, icon } from "./dom.js";
import { t } from "./words.js";

/** The attach menu's items for one phone. */
export function attachItems(phone) {
  const item = (glyph, label, run) => ({ glyph: icon(glyph), label: t(label), run });
  return [
    item("photo", "photoFile", () => sendFile(phone, "photo", "image/*")),
    item("camera", "photoScreen", () => photographScreen(phone)),
    item("file", "document", () => sendFile(phone, "document", "")),
    item("person", "ownContact", () => shareOwnContact(phone)),
    item("people", "contact", () => sendContact(phone)),
    item("sticker", "sticker", () => phone.act("sticker")),
    item("voice", "voice", () => phone.act("voice")),
    item("pin", "location", () => shareLocation(phone)),
  ];
}

function pickFile(accept) {
  return new Promise((resolve) => {
    const input = h("input", {
      type: "file",
      accept,
      hidden: true,
      onchange: () => resolve(input.files[0]),
      oncancel: () => resolve(null),
    });
    document.body.append(input);
    input.click();
    input.remove();
  });
}

async function sendFile(phone, kind, accept) {
  const file = await pickFile(accept);
  if (file) await previewAndSend(phone, kind, file);
}

/** Show what is about to be sent, with room for a caption. Also the end of a paste or a drop. */
export async function previewAndSend(phone, kind, file) {
  const caption = h("input", {
    type: "text",
    "aria-label": t("caption"),
    placeholder: t("caption"),
    maxlength: "1024",
    autocomplete: "off",
  });
  const address = kind === "photo" ? URL.createObjectURL(file) : null;
  const preview = address
    ? h("img", { class: "preview", src: address, alt: file.name })
    : h("p", { class: "dialog-text" }, file.name);
  const accepted = await phone.overlay.confirm({
    title: t(kind),
    body: h("div", { class: "fields" }, preview, caption),
    accept: t("send"),
  });
  if (address) URL.revokeObjectURL(address);
  if (!accepted) return;
  const body = { data: await base64(file), caption: caption.value.trim() || null };
  if (kind === "photo") await phone.act("photo", body);
  else
    await phone.act("document", { ...body, name: file.name, mime: file.type || "application/octet-stream" });
}

/** A list of the other phones. `needsPicture` shows what is on each screen and greys out the empty ones. */
function chooseOther(phone, title, needsPicture) {
  const choices = phone.others().map((other) => {
    const picture = other.newestPicture();
    return {
      label: other.name,
      value: other,
      note: needsPicture && !picture ? t("noPicture") : other.kind,
      disabled: needsPicture && !picture,
      picture:
        needsPicture && picture
          ? h("img", { class: "thumb", src: fileUrl(picture), alt: "" })
          : avatar(other.name, other.id),
    };
  });
  return phone.overlay.choose(title, choices);
}

async function photographScreen(phone) {
  const other = await chooseOther(phone, t("photoScreenTitle"), true);
  if (other) await phone.act("photo-of", { other: other.id });
}

async function sendContact(phone) {
  const other = await chooseOther(phone, t("contactTitle"), false);
  if (other) await phone.act("contact", { of: other.id });
}

async function shareOwnContact(phone) {
  if (await mayShareContact(phone)) await phone.act("contact");
}

async function shareLocation(phone) {
  if (await mayShareLocation(phone)) await phone.act("location");
}

/** Telegram's question before a number leaves the phone. */
export function mayShareContact(phone) {
  return phone.overlay.confirm({
    title: t("sharePhoneTitle"),
    text: t("sharePhone", { bot: phone.bot.first_name, phone: phone.person.phone }),
    accept: t("share"),
  });
}

export function mayShareLocation(phone) {
  return phone.overlay.confirm({
    title: t("shareLocationTitle"),
    text: t("shareLocation", { bot: phone.bot.first_name }),
    accept: t("share"),
  });
}

/** Point the camera at another phone, show what was really read, and only then follow it. */
export async function scan(phone) {
  const other = await chooseOther(phone, t("scanTitle"), true);
  if (!other) return;
  const read = await phone.act("scan", { other: other.id });
  if (!read) return;
  if (read.opens) {
    const title = t("scanned", { name: other.name });
    if (await phone.overlay.confirm({ title, text: read.text, accept: t("open") }))
      await phone.act("open", { url: read.text });
  } else {
    await phone.overlay.alert(`${t("scannedAlien")}\n${read.text}`);
  }
}

export async function openPoster(phone) {
  const input = h("input", {
    type: "text",
    inputmode: "url",
    "aria-label": t("openLink"),
    placeholder: `t.me/${phone.bot.username}?start=`,
    autocomplete: "off",
    spellcheck: "false",
    dataset: { testid: "link" },
  });
  const hint = h("p", { class: "note" }, t("linkHint", { bot: phone.bot.username }));
  const accepted = await phone.overlay.confirm({
    title: t("openLinkTitle"),
    body: h("div", { class: "fields" }, input, hint),
    accept: t("open"),
  });
  const url = input.value.trim();
  if (accepted && url) await phone.act("open", { url });
}

/** Telegram's share dialog: here a friend is another phone, which opens the link. */
export async function shareLink(phone, { url, text }) {
  const choices = phone.others().map((other) => ({
    label: other.name,
    value: other,
    note: other.kind,
    picture: avatar(other.name, other.id),
  }));
  const friend = await phone.overlay.dialog({
    title: t("shareLinkTitle"),
    text: [text, url].filter(Boolean).join("\n"),
    choices,
    actions: [
      { label: t("cancel"), value: null },
      { label: t("copy"), value: "copy", main: true },
    ],
  });
  if (friend === "copy") await phone.copy(url);
  else if (friend) await friend.act("open", { url });
}
