"""The pages in a real browser: drawn as meant, clean for screen readers, used by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
SCREENS: dict[str, tuple[int, int, Literal["light", "dark"]]] = {
    "desk, light": (1280, 900, "light"),
    "phone, dark": (360, 740, "dark"),
}
PLACES = (
    *("/", "/search?q=the", "/claims", "/articles", "/timeline", "/about", "/nothing"),
    *("/source?name=Aspegren", "/actor?name=Aspegren", "/outlet?name=Harbour Post"),
)


def links(page: Page, address: str, chosen: str) -> str:
    """Return where the first of the links leads that are chosen on a page."""
    page.goto(address)
    return page.locator(chosen).first.get_attribute("href") or ""


@pytest.fixture(scope="module")
def places(browser: Browser, site: str) -> Iterator[tuple[str, ...]]:
    """The addresses of one page of each kind."""
    page = browser.new_page(base_url=site)
    claim = links(page, "/claims", ".words-of a:has-text('300 tonnes')")
    changed = links(page, "/articles?language=en", "a:has-text('version 2')")
    arabic = links(page, "/articles?language=ar", ".rows h3 a")
    yield (*PLACES, claim, changed, changed.removesuffix("/versions"), arabic)
    page.close()


@pytest.mark.parametrize("screen", SCREENS)
def test_every_page_is_clean_and_asks_nobody_else(
    browser: Browser, site: str, places: tuple[str, ...], screen: str
) -> None:
    width, height, scheme = SCREENS[screen]
    context = browser.new_context(
        base_url=site, viewport={"width": width, "height": height}, color_scheme=scheme
    )
    page = context.new_page()
    complaints: list[str] = []
    asked: list[str] = []

    def complain(message: ConsoleMessage) -> None:
        if message.type == "error" and "404" not in message.text:
            complaints.append(message.text)

    def ask(request: Request) -> None:
        asked.append(request.url)

    page.on("console", complain)
    page.on("request", ask)
    for place in places:
        page.goto(place)
        found = Axe().run(page, options=RULES)
        assert not found.violations_count, f"{place}: {found.generate_report()}"
        assert page.evaluate("document.documentElement.scrollWidth") <= width, place
    assert complaints == []
    assert all(one.startswith(site) for one in asked)
    context.close()


@pytest.mark.parametrize(
    ("looked_for", "marked"),
    [("порты сопровождение", "порт"), ("停火后", "停火后"), ("oil leak", "leak")],
)
def test_a_search_is_typed_and_finds_words_in_any_script(
    page: Page, looked_for: str, marked: str
) -> None:
    page.goto("/")
    page.get_by_role("searchbox").fill(looked_for)
    page.keyboard.press("Enter")
    expect(page.locator("mark", has_text=marked).first).to_be_visible()
    expect(page.get_by_role("searchbox")).to_have_value(looked_for)


def test_a_claim_is_drawn_over_time(page: Page) -> None:
    page.goto(links(page, "/claims", ".words-of a:has-text('300 tonnes')"))
    drawing = page.locator(".drawn.wide svg.trail")
    expect(drawing).to_be_visible()
    expect(page.locator(".drawn.phone")).to_be_hidden()
    first, second = (one.bounding_box() for one in drawing.locator("circle:not(.ring)").all())
    assert first
    assert second
    assert first["x"] < second["x"]
    assert first["y"] < second["y"]
    expect(drawing.locator(".origin .ring")).to_have_count(1)
    expect(drawing.locator(".edge .mark")).to_have_count(1)


def test_a_claim_is_found_and_followed_with_the_keyboard_alone(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the page")).to_be_focused()
    focus(page, ".words-of a:has-text('300 tonnes')")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("300 tonnes of oil")
    focus(page, ".drawn.wide a.relay")
    page.keyboard.press("Enter")
    expect(page.locator("#carrier-2")).to_be_in_viewport()
    focus(page, "#carrier-2 .who a")
    page.keyboard.press("Enter")
    expect(page.locator("article .text")).to_contain_text("3000 тонн мазута")


def focus(page: Page, chosen: str) -> None:
    """Press the Tab key until the element is focused that is chosen."""
    wanted = page.locator(chosen).first
    for _ in range(100):
        page.keyboard.press("Tab")
        if wanted.evaluate("one => one === document.activeElement"):
            return
    raise AssertionError(f"the Tab key does not lead to {chosen}")


def test_a_focused_mark_lights_up_what_belongs_to_it(page: Page) -> None:
    page.goto(links(page, "/articles?language=ru", ".rows h3 a:has-text('(no title)')"))
    focus(page, ".text [role=button]")
    expect(page.locator("a.card.lit").first).to_be_in_viewport()


def test_arabic_stands_on_the_right(page: Page) -> None:
    page.goto(links(page, "/articles?language=ar", ".rows h3 a"))
    text, aside = page.locator(".text").bounding_box(), page.locator("aside").bounding_box()
    assert text
    assert aside
    assert text["x"] > aside["x"]


@pytest.mark.parametrize("place", ["/claims", "/search?q=oil", "/actor?name=Aspegren"])
def test_paper_has_what_is_told_and_no_controls(page: Page, place: str) -> None:
    page.emulate_media(media="print")
    page.goto(place)
    expect(page.locator("nav[aria-label=Pages]")).to_be_hidden()
    expect(page.locator("form:visible")).to_have_count(0)
    expect(page.get_by_text("300 tonnes").first).to_be_visible()


def test_reading_needs_no_script(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto("/claims")
    page.get_by_role("link", name="300 tonnes").click()
    expect(page.locator(".drawn.wide svg.trail")).to_be_visible()
    page.locator("#carrier-2 .who a").click()
    expect(page.locator("article .text")).to_contain_text("3000 тонн мазута")
    context.close()
