// The dialog that puts another person's phone on the table.

import { act } from "./api.js";
import { h } from "./dom.js";
import { errorText, language, t } from "./words.js";

/** `notify(text)` shows a refusal. */
export function addPhone(notify) {
  const name = h("input", {
    type: "text",
    name: "name",
    required: true,
    maxlength: "64",
    autocomplete: "off",
    "aria-label": t("name"),
    placeholder: t("name"),
  });
  const select = h(
    "select",
    { name: "language", "aria-label": t("botLanguage") },
    h("option", { value: "ru" }, "Русский"),
    h("option", { value: "en" }, "English"),
  );
  select.value = language;
  const submit = async (event) => {
    event.preventDefault();
    try {
      await act("phone", { name: name.value.trim(), language: select.value });
      dialog.close();
    } catch (error) {
      notify(errorText(error));
    }
  };
  const dialog = h(
    "dialog",
    {
      class: "page-dialog",
      "aria-label": t("addTitle"),
      dataset: { testid: "add-phone-dialog" },
      onclose: () => dialog.remove(),
    },
    h(
      "form",
      { class: "dialog", onsubmit: submit },
      h("h2", {}, t("addTitle")),
      h(
        "div",
        { class: "fields" },
        h("label", {}, t("name"), name),
        h("label", {}, t("botLanguage"), select),
      ),
      h(
        "div",
        { class: "actions" },
        h("button", { type: "button", onclick: () => dialog.close() }, t("cancel")),
        h("button", { type: "submit", class: "main" }, t("add")),
      ),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
}
