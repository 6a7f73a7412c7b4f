// On a narrow screen the menu lies over the page: it closes once a page is chosen in it.
const NARROW = 768

export default function () {
  const menu = document.querySelector("[data-testid=stSidebar]")
  const close = (event) => {
    if (innerWidth >= NARROW || !event.target.closest?.("[data-testid=stPageLink] a")) return
    // After the link itself, which goes on to the page.
    setTimeout(() => menu.querySelector("[data-testid=stSidebarCollapseButton] button")?.click())
  }
  menu?.addEventListener("click", close)
  return () => menu?.removeEventListener("click", close)
}
