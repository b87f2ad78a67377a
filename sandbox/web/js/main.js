// The table with the phones: draws the first state, then hands every event to the phone it is about.

import { listen } from "./api.js";
import { h } from "./dom.js";
import { Phone } from "./phone.js";
import { setClock } from "./time.js";
import { applyTheme, Topbar } from "./topbar.js";
import { language, t } from "./words.js";

const NOTICE_LASTS = 5000;

const phones = new Map();
const table = h("main", { class: "table", "aria-label": t("phones") });
const notice = h("div", { class: "notice", role: "status", "aria-live": "polite", hidden: true });
const topbar = new Topbar(notify);
let bot = null;
let noticeTimer = 0;

function notify(text, { stays = false } = {}) {
  clearTimeout(noticeTimer);
  notice.textContent = text;
  notice.hidden = !text;
  if (!stays) noticeTimer = setTimeout(() => notify("", { stays: true }), NOTICE_LASTS);
}

function setPhone(person) {
  const known = phones.get(person.id);
  if (known) {
    known.load(person);
    return known;
  }
  const phone = new Phone(person, bot, { phones: () => [...phones.values()] });
  phones.set(person.id, phone);
  table.append(phone.element);
  phone.chat.toBottom();
  topbar.setPhones([...phones.values()]);
  return phone;
}

function onState(state) {
  bot = state.bot;
  document.title = `${bot.first_name}: ${t("sandbox")}`;
  onClock(state.clock);
  const present = new Set(state.phones.map((person) => person.id));
  for (const [id, phone] of phones) {
    if (present.has(id)) continue;
    phone.element.remove();
    phones.delete(id);
  }
  state.phones.forEach(setPhone);
  table.dataset.ready = "true";
}

function onClock(clock) {
  setClock(clock);
  topbar.tick();
  for (const phone of phones.values()) phone.chat.renameDays();
}

function onEvent(event) {
  if (event.type === "state") onState(event);
  else if (event.type === "clock") onClock(event.clock);
  else if (event.type === "phone")
    setPhone(event.person).element.scrollIntoView({ inline: "center", block: "nearest" });
  else phones.get(event.phone)?.apply(event);
}

applyTheme();
document.documentElement.lang = language;
document.title = t("title");
document.body.append(topbar.element, table, notice);
listen(onEvent, (connected) => notify(connected ? "" : t("offline"), { stays: true }));
