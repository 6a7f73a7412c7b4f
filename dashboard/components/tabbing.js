// A table of Streamlit's chooses its first cell as soon as Tab comes to it, which would choose that row for the page.
// So it hears of that only with the next key: an arrow then chooses.
const TABLE = "[data-testid=data-grid-canvas]"

export default function () {
  let tabbed = false
  let waiting = null
  const press = (event) => {
    tabbed = event.key === "Tab"
    if (tabbed || event.key === "Shift") return
    const table = waiting
    waiting = null
    if (table && table === document.activeElement) table.dispatchEvent(new FocusEvent("focusin", { bubbles: true }))
  }
  const point = () => { tabbed = false }
  const come = (event) => {
    waiting = null
    if (!tabbed || !event.target.matches?.(TABLE)) return
    event.stopImmediatePropagation()
    waiting = event.target
  }
  const heard = { keydown: press, pointerdown: point, focusin: come }
  for (const [name, hear] of Object.entries(heard)) window.addEventListener(name, hear, true)
  return () => { for (const [name, hear] of Object.entries(heard)) window.removeEventListener(name, hear, true) }
}
