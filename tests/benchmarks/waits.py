"""How long a visitor waits in the browser for what an action shows, frame by frame as the page sees it."""

from collections.abc import Callable

from playwright.sync_api import Page

_WATCH = """(shows) => {
  globalThis.waited = null
  const shown = new Function(`return ${shows}`)
  document.addEventListener("pointerdown", () => {
    const began = performance.now()
    const look = () => shown() ? (globalThis.waited = performance.now() - began) : requestAnimationFrame(look)
    look()
  }, { once: true, capture: true })
}"""


def milliseconds(page: Page, act: Callable[[], None], shows: str) -> float:
    """From the press of an action until an expression of JavaScript holds, which must not hold before."""
    page.evaluate(_WATCH, shows)
    act()
    page.wait_for_function("globalThis.waited !== null")
    waited: float = page.evaluate("globalThis.waited")
    return waited
