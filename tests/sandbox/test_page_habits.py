"""The page in a real browser: keyboards, files, the clock, small screens and coming back."""

import re
from pathlib import Path

from playwright.async_api import Page, expect

from sandbox import Upload
from sandbox.page import WEB
from tests.browser import browser_page
from tests.sandbox.conftest import picture
from tests.sandbox.page_actions import accept, button, choose, newest, phone, say
from tests.sandbox.table import Table


async def test_the_reply_keyboard_folds_and_unfolds(table: Table, page: Page) -> None:
    anna = phone(page, table.anna)
    keyboard = anna.get_by_test_id("reply-keyboard")
    await table.anna.start()
    await button(anna, "Hide the keyboard").click()
    await expect(keyboard).to_be_hidden()
    await button(anna, "Show the keyboard").click()
    await expect(keyboard).to_be_visible()
    await table.anna.send("/once")
    for presses in (1, 2):
        await button(keyboard, "Once").click()
        await expect(keyboard).to_be_hidden()
        await expect(
            anna.locator('[data-direction="out"]', has_text=re.compile("^You: Once"))
        ).to_have_count(presses)
        await button(anna, "Show the keyboard").click()
    await table.anna.send("/plain")
    await expect(anna.get_by_test_id("keyboard-toggle")).to_be_hidden()


async def test_attachments_reach_the_bot_as_they_are(
    table: Table, page: Page, tmp_path: Path
) -> None:
    anna, boris = phone(page, table.anna), phone(page, table.boris)
    await table.anna.start()
    await table.boris.start()
    await table.boris.send_photo(picture(300, 200))
    (tmp_path / "shop.png").write_bytes(picture(64, 48))
    async with page.expect_file_chooser() as chooser:
        await choose(anna, "attach", "Photo from a file")
    await (await chooser.value).set_files(tmp_path / "shop.png")
    await anna.get_by_label("Caption").fill("Our shop")
    await accept(anna)
    await expect(newest(anna)).to_contain_text("A fine photo")
    sent = table.anna.messages[-2]
    assert (sent["caption"], sent["photo"][-1]["width"]) == ("Our shop", 64)

    (tmp_path / "list.csv").write_bytes(b"1;2\n")
    async with page.expect_file_chooser() as chooser:
        await choose(anna, "attach", "Document")
    await (await chooser.value).set_files(tmp_path / "list.csv")
    await accept(anna)
    await expect(newest(anna)).to_contain_text("DOCUMENT")
    document = anna.get_by_test_id("document")
    async with page.expect_download() as download:
        await document.click()
    saved = await (await download.value).path()
    assert saved.read_bytes() == b"1;2\n"
    assert (await download.value).suggested_filename == "list.csv"

    await choose(anna, "attach", "Photo of another screen")
    await button(anna.get_by_role("dialog"), "Boris Cashier").click()
    await expect(newest(anna)).to_contain_text("A fine photo")
    assert table.anna.messages[-2]["photo"][-1]["width"] == 300
    await choose(anna, "attach", "Someone's contact")
    await button(anna.get_by_role("dialog"), "Boris Cashier").click()
    await expect(newest(anna)).to_contain_text(f"Got the phone {table.boris.phone}")
    for item, kind in (("Sticker", "STICKER"), ("Voice message", "VOICE")):
        await choose(anna, "attach", item)
        await expect(newest(anna)).to_contain_text(kind)
    await expect(boris.get_by_test_id("message")).to_have_count(4)


async def test_blocking_and_coming_back(table: Table, page: Page) -> None:
    anna = phone(page, table.anna)
    await table.anna.start()
    await choose(anna, "phone-menu", "Block the bot")
    await expect(anna.get_by_test_id("unblock")).to_be_visible()
    await expect(anna.get_by_test_id("input")).to_be_hidden()
    assert table.anna.chat is not None
    assert table.anna.chat.gone
    await anna.get_by_test_id("unblock").click()
    await say(anna, "Back again")
    await expect(newest(anna)).to_contain_text("Back again")


async def test_own_words_can_be_edited(table: Table, page: Page) -> None:
    anna = phone(page, table.anna)
    await table.anna.start()
    await say(anna, "100 points")
    await expect(newest(anna)).to_have_attribute("data-direction", "in")
    field = anna.get_by_test_id("input")
    await field.press("ArrowUp")
    await expect(field).to_have_value("100 points")
    await field.fill("200 points")
    await field.press("Enter")
    await expect(newest(anna)).to_contain_text("Now it says: 200 points")
    own = anna.locator('[data-direction="out"]').last
    await expect(own.locator(".text")).to_contain_text("200 points")
    await expect(own.locator(".edited")).to_be_visible()


async def test_commands_suggest_themselves_and_typing_shows(table: Table, page: Page) -> None:
    boris = phone(page, table.boris)
    await table.boris.start()
    await boris.get_by_test_id("input").fill("/c")
    await boris.locator(".commands").get_by_role("button", name="/card").click()
    await expect(newest(boris).get_by_test_id("photo")).to_be_visible()
    await boris.get_by_test_id("commands").click()
    await expect(boris.get_by_role("menuitem").first).to_be_focused()
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    # The answer: coming later, it would put an end to the typing.
    answer = boris.locator('[data-testid="message"][data-direction="in"]', has_text="/help")
    await expect(answer).to_be_visible()
    await table.boris.send("/typing")
    await expect(boris.get_by_test_id("status")).to_have_text("typing")
    await table.boris.send("well?")
    await expect(boris.get_by_test_id("status")).to_have_text("bot")


async def test_the_clock_moves_and_today_becomes_yesterday(table: Table, page: Page) -> None:
    anna = phone(page, table.anna)
    await table.anna.start()
    await expect(page.get_by_test_id("clock")).to_have_text(re.compile(r"Tue,? 10 Mar 2026"))
    await page.get_by_test_id("clock-day").click()
    await expect(page.get_by_test_id("clock")).to_have_text(re.compile(r"Wed,? 11 Mar 2026"))
    await expect(anna.locator(".date")).to_have_text(["Yesterday"])
    await say(anna, "Good morning")
    await expect(anna.locator(".date")).to_have_text(["Yesterday", "Today"])


async def test_the_time_is_that_of_the_people_not_of_the_browser(table: Table) -> None:
    table.world.clock.zone = "Asia/Vladivostok"
    await table.anna.start()
    async with browser_page(table.url) as page:
        anna = phone(page, table.anna)
        clock = page.get_by_test_id("clock")
        await expect(clock).to_have_text(re.compile(r"Tue,? 10 Mar 2026,? 22:00"))
        await expect(newest(anna).locator("time")).to_have_text("22:00")
        await expect(anna.locator(".date")).to_have_text(["Today"])
        for at in ("23:00", "00:00"):
            await page.get_by_test_id("clock-hour").click()
            await expect(clock).to_contain_text(at)
        await expect(clock).to_have_text(re.compile(r"Wed,? 11 Mar 2026"))
        await expect(anna.locator(".date")).to_have_text(["Yesterday"])


async def test_the_scroll_stays_where_a_person_left_it(table: Table, page: Page) -> None:
    anna = phone(page, table.anna)
    await table.anna.start()
    for number in range(40):
        await table.anna.send(f"line {number}")
    await expect(newest(anna)).to_be_in_viewport()
    await anna.locator(".scroller").evaluate("element => { element.scrollTop = 0 }")
    down = anna.locator(".scroll-down")
    await expect(down).to_have_class(re.compile("shown"))
    await table.world.call("sendMessage", {"chat_id": table.anna.id, "text": "news"})
    await expect(down).to_have_accessible_name("New messages: 1")
    await expect(newest(anna)).not_to_be_in_viewport()
    await down.click()
    await expect(newest(anna)).to_be_in_viewport()
    await table.world.call("sendMessage", {"chat_id": table.anna.id, "text": "more news"})
    await expect(newest(anna)).to_contain_text("more news")
    await expect(newest(anna)).to_be_in_viewport()


async def test_another_phone_joins_the_table(table: Table, page: Page) -> None:
    await page.get_by_test_id("add-phone").click()
    dialog = page.get_by_test_id("add-phone-dialog")
    await dialog.get_by_label("Name").fill("Vera")
    await dialog.get_by_label("Telegram language").select_option("en")
    await dialog.get_by_role("button", name="Add").click()
    await expect(dialog).to_have_count(0)
    vera = max(table.world.people.values(), key=lambda person: person.id)
    assert (vera.first_name, vera.language) == ("Vera", "en")
    await phone(page, vera).get_by_test_id("start").click()
    await expect(newest(phone(page, vera))).to_contain_text("Welcome")


async def test_everything_can_be_done_from_the_keyboard(table: Table, page: Page) -> None:
    anna = phone(page, table.anna)
    await anna.get_by_test_id("start").focus()
    await page.keyboard.press("Enter")
    await anna.get_by_test_id("input").focus()
    await page.keyboard.type("/buttons")
    await page.keyboard.press("Enter")
    await button(anna, "Toast").focus()
    await page.keyboard.press("Space")
    await expect(anna.get_by_test_id("toast")).to_have_text("Saved")
    await button(anna, "Confirm").focus()
    await page.keyboard.press("Enter")
    await expect(newest(anna)).to_be_focused()
    await anna.get_by_test_id("attach").focus()
    await page.keyboard.press("Enter")
    await expect(anna.get_by_role("menuitem").first).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(anna.get_by_test_id("attach")).to_be_focused()


async def test_the_page_speaks_two_languages_and_shows_two_themes(table: Table, page: Page) -> None:
    await expect(page.locator("html")).to_have_attribute("lang", "en")
    await expect(phone(page, table.olga).locator(".caption-kind")).to_have_text("Owner")
    await page.get_by_test_id("page-language").click()
    await expect(page.locator("html")).to_have_attribute("lang", "ru")
    await expect(phone(page, table.olga).locator(".caption-kind")).to_have_text("Владелец")
    await expect(phone(page, table.olga).get_by_test_id("start")).to_have_text("Запустить")
    case = phone(page, table.olga).locator(".chat-header")
    await expect(case).to_have_css("background-color", "rgb(255, 255, 255)")
    await page.get_by_test_id("theme").click()
    await expect(case).to_have_css("background-color", "rgb(23, 33, 43)")


async def test_on_a_small_screen_one_phone_fills_the_width(table: Table) -> None:
    async with browser_page(table.url, language="ru", dark=True, size=(390, 844)) as page:
        await page.locator("main[data-ready]").wait_for()
        box = await phone(page, table.anna).bounding_box()
        assert box is not None
        assert (box["x"], box["width"]) == (0, 390)
        await page.get_by_role("navigation").get_by_role("button", name="Boris").click()
        await expect(phone(page, table.boris)).to_be_in_viewport(ratio=1)
        await expect(phone(page, table.anna)).not_to_be_in_viewport(ratio=0.5)


async def test_a_page_that_comes_back_shows_what_it_missed(table: Table, page: Page) -> None:
    anna = phone(page, table.anna)
    await table.anna.start()
    await expect(newest(anna)).to_contain_text("Welcome")
    await page.reload()
    await expect(newest(anna)).to_contain_text("Welcome")
    await expect(anna.get_by_test_id("reply-keyboard")).to_be_visible()


async def test_both_languages_have_the_same_words_and_all_that_are_used(page: Page) -> None:
    keys = """async () => {
        const { DICTIONARIES } = await import("/sandbox/web/js/words.js");
        const flat = (node, path) => typeof node === "string" ? [path]
            : Object.entries(node).flatMap(([key, value]) => flat(value, `${path}.${key}`));
        return Object.fromEntries(
            Object.entries(DICTIONARIES).map(([name, words]) => [name, flat(words, "").sort()]));
    }"""
    words = await page.evaluate(keys)
    assert words["ru"] == words["en"]
    sources = [path.read_text() for path in (WEB / "js").glob("*.js")]
    used = {key for source in sources for key in re.findall(r'\bt\("([^"]+)"', source)}
    assert {f".{key}" for key in used} <= set(words["en"])


async def test_a_file_from_the_bot_is_a_photo_or_a_download(table: Table, page: Page) -> None:
    await table.anna.start()
    upload = {"photo": Upload("p.png", picture(900, 600))}
    await table.world.call("sendPhoto", {"chat_id": table.anna.id}, upload)
    image = newest(phone(page, table.anna)).get_by_role("img")
    await expect(image).to_have_js_property("naturalWidth", 900)
    await table.anna.send("/file")
    link = newest(phone(page, table.anna)).get_by_test_id("document")
    await expect(link).to_have_accessible_name("Download history.csv")


async def test_a_refusal_is_said_in_the_language_of_the_page(table: Table) -> None:
    await table.anna.start()
    async with browser_page(table.url, language="ru") as page:
        anna = phone(page, table.anna)
        await anna.get_by_test_id("input").fill("Алло")
        await table.anna.block()
        await expect(anna.get_by_test_id("unblock")).to_be_visible()
        await anna.locator("form.composer").evaluate("form => form.requestSubmit()")
        await expect(anna.locator(".toast.bad")).to_have_text(
            "На этом экране сейчас так не сделать."
        )
