// On a narrow screen the menu lies over the page: it closes once a page is chosen in it, or its events are to be shown.
// A page begins at its top: while parts of the one before are still to be seen, Streamlit leaves the page scrolled as
// that one was.
const NARROW = 768
const CLOSING = "[data-testid=stPageLink] a, .st-key-show_found button"
const seen = (globalThis.lagebildPage ??= { page: null })

export default function ({ data }) {
  if (seen.page !== null && seen.page !== data.page) document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0)
  seen.page = data.page
  const menu = document.querySelector("[data-testid=stSidebar]")
  const close = (event) => {
    if (innerWidth >= NARROW || !event.target.closest?.(CLOSING)) return
    // After the link itself, which goes on to the page.
    setTimeout(() => menu.querySelector("[data-testid=stSidebarCollapseButton] button")?.click())
  }
  menu?.addEventListener("click", close)
  return () => menu?.removeEventListener("click", close)
}
