"""The page in a real browser: a person sees and presses what they would in Telegram."""

from playwright.async_api import Page, expect

from tests.sandbox.conftest import picture
from tests.sandbox.page_actions import accept, button, choose, newest, phone, say
from tests.sandbox.table import Table

EVIL = '<img src=x onerror="document.title=1"><b>&amp;'


async def test_start_card_and_a_closer_look(table: Table, page: Page) -> None:
    anna = phone(page, table.anna)
    await expect(anna.get_by_test_id("welcome")).to_contain_text("No plastic, no apps.")
    await anna.get_by_test_id("start").click()
    await expect(newest(anna)).to_contain_text("Welcome to Kopilka!")
    await expect(anna.get_by_test_id("input")).to_have_attribute("placeholder", "Choose or write")
    await button(anna.get_by_test_id("reply-keyboard"), "💳 Card").click()
    await expect(newest(anna).locator("strong")).to_have_text("120 points")
    await newest(anna).get_by_test_id("photo").click()
    lightbox = page.get_by_test_id("lightbox")
    await expect(lightbox.get_by_role("img")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(lightbox).to_have_count(0)


async def test_formatting_is_drawn_as_telegram_draws_it(table: Table, page: Page) -> None:
    await table.anna.start()
    await table.anna.send("/format")
    text = newest(phone(page, table.anna)).locator(".text")
    for selector, expected in [
        ("strong >> nth=0", "bold"),
        ("em > strong", "and bold"),
        ("u", "underlined"),
        ("s", "gone"),
        ("code >> nth=0", "a < b"),
        ("a", "a link"),
        (".mention", "@kopilka_demo_bot"),
        ("pre code", 'print("hi")'),
        (".pre-language", "python"),
        ("blockquote >> nth=0", "A quote\nin two lines"),
    ]:
        await expect(text.locator(selector)).to_have_text(expected)
    spoiler = text.locator(".spoiler-text")
    await expect(spoiler).to_have_css("opacity", "0")
    await text.get_by_role("button", name="Hidden text").press("Enter")
    await expect(spoiler).to_have_css("opacity", "1")
    quote = text.locator("blockquote").last
    folded = await quote.bounding_box()
    await button(quote, "Expand the quote").click()
    unfolded = await quote.bounding_box()
    assert folded is not None
    assert unfolded is not None
    assert unfolded["height"] > folded["height"]


async def test_what_people_write_is_never_markup(table: Table, page: Page) -> None:
    await table.anna.start()
    mallory = table.world.person(EVIL, last_name=EVIL)
    await table.anna.send(EVIL)
    await table.anna.share_contact(of=mallory)
    await table.anna.send_document(b"x", f"{EVIL}.txt", caption=EVIL)
    data = {"chat_id": table.anna.id, "text": EVIL, "reply_markup": {"inline_keyboard": [[
        {"text": EVIL, "callback_data": "toast"}, {"text": "Evil", "callback_data": EVIL}
    ]]}}  # fmt: skip
    await table.world.call("sendMessage", data)
    anna = phone(page, table.anna)
    await expect(newest(anna).locator(".text")).to_contain_text(EVIL)
    await button(anna, EVIL).click()
    await expect(anna.get_by_test_id("toast").first).to_have_text("Saved")
    await button(anna, "Evil").click()
    await expect(anna.get_by_test_id("toast").last).to_have_text(f"Pressed {EVIL}")
    assert await page.locator("img[src=x]").count() == 0
    assert await page.title() == "Kopilka: Sandbox"


async def test_taps_spin_answer_edit_and_delete(table: Table, page: Page) -> None:
    anna = phone(page, table.anna)
    await table.anna.start()
    await table.anna.send("/buttons")
    await button(anna, "Silent").click()
    await expect(button(anna, "Silent")).to_have_attribute("aria-busy", "true")
    await button(anna, "Toast").click()
    await expect(anna.get_by_test_id("toast")).to_have_text("Saved")
    await expect(button(anna, "Toast")).to_have_attribute("aria-busy", "false")
    await expect(button(anna, "Silent")).to_have_attribute("aria-busy", "true")
    (tap,) = table.world.unanswered_taps
    await table.world.call("answerCallbackQuery", {"callback_query_id": tap.id})
    await expect(button(anna, "Silent")).to_have_attribute("aria-busy", "false")

    await button(anna, "Alert").click()
    alert = anna.get_by_role("alertdialog")
    await expect(alert).to_contain_text("Really?")
    await expect(button(alert, "OK")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(alert).to_have_count(0)
    await expect(button(anna, "Alert")).to_be_focused()

    await button(anna, "Copy").click()
    assert await page.evaluate("navigator.clipboard.readText()") == "KOPILKA"
    message = anna.locator(f'[data-message="{table.anna.last["message_id"]}"]')
    await button(anna, "Confirm").click()
    await expect(message.locator(".text")).to_contain_text("Done: 120 points")
    await expect(message.locator(".edited")).to_be_visible()
    await expect(message.get_by_test_id("inline-keyboard")).to_have_count(0)
    await say(anna, "/buttons")
    before = await anna.get_by_test_id("message").count()
    await button(anna, "Cancel").click()
    await expect(anna.get_by_test_id("message")).to_have_count(before - 1)


async def test_scanning_really_reads_the_other_screen(table: Table, page: Page) -> None:
    boris = phone(page, table.boris)
    await table.anna.start()
    await table.anna.send("/card")
    await table.olga.start()
    await table.olga.send_photo(picture())
    await boris.get_by_test_id("scan").click()
    await button(boris.get_by_role("dialog"), "Olga Owner").click()
    await expect(boris.locator(".toast.bad")).to_have_text(
        "There is no QR code in the newest picture of that screen."
    )
    await boris.get_by_test_id("scan").click()
    await button(boris.get_by_role("dialog"), "Anna Member").click()
    link = f"https://t.me/kopilka_demo_bot?start=card_{table.anna.id}"
    await expect(boris.get_by_role("dialog")).to_contain_text(link)
    assert table.boris.messages == []
    await accept(boris)
    await expect(newest(boris)).to_contain_text(f"You came by the link card_{table.anna.id}")
    await expect(boris.get_by_test_id("message").first).to_contain_text("/start")


async def test_a_poster_link_opens_the_bot_and_another_does_not(table: Table, page: Page) -> None:
    anna = phone(page, table.anna)
    await choose(anna, "phone-menu", "Open a link")
    await anna.get_by_test_id("link").fill("t.me/kopilka_demo_bot?start=poster")
    await page.keyboard.press("Enter")
    await expect(newest(anna)).to_contain_text("You came by the link poster")
    await choose(anna, "phone-menu", "Open a link")
    await anna.get_by_test_id("link").fill("https://example.com/")
    await page.keyboard.press("Enter")
    await expect(anna.locator(".toast.bad")).to_contain_text("would not open this link")


async def test_a_phone_number_is_shared_only_after_a_yes(table: Table, page: Page) -> None:
    anna = phone(page, table.anna)
    await table.anna.start()
    share = button(anna.get_by_test_id("reply-keyboard"), "Share my phone")
    await share.click()
    await expect(anna.get_by_role("dialog")).to_contain_text("+79001234567")
    await page.keyboard.press("Escape")
    await expect(anna.get_by_role("dialog")).to_have_count(0)
    assert "contact" not in table.anna.messages[-1]
    await share.click()
    await accept(anna)
    await expect(newest(anna)).to_contain_text("Got the phone +79001234567")
