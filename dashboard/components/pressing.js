// Has keys press buttons of the page, wherever the focus is: also in the network's picture, which they would else move.
const PRESSED = "button, a, summary, [role=button]"  // these the space bar presses already

export default function ({ data }) {
  globalThis.lagebildPressing?.abort()  // this runs again with other data and another theme
  const heard = (globalThis.lagebildPressing = new AbortController())
  const press = (event) => {
    const name = data.keys[event.key]
    if (!name || !free(event)) return
    if (event.key === " " && event.composedPath().some((one) => one.matches?.(PRESSED))) return
    const button = document.querySelector(`.st-key-${name} button`)
    if (!button) return
    event.preventDefault()
    event.stopImmediatePropagation()
    button.click()
  }
  addEventListener("keydown", press, { capture: true, signal: heard.signal })
  return () => heard.abort()
}
