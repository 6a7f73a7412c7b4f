// Copies the address. Where the browser gives no clipboard (plain http), the address is shown to be copied by hand.
export default function ({ data, parentElement }) {
  const button = parentElement.querySelector("button")
  const status = parentElement.querySelector("span")
  if (!button.textContent || button.textContent !== data.done) button.textContent = data.label
  button.onclick = async () => {
    const address = data.query == null ? location.href : `${location.origin}${location.pathname}${data.query}`
    try {
      await navigator.clipboard.writeText(address)
    } catch {
      window.prompt(data.label, address)
      return
    }
    button.textContent = data.done
    status.textContent = data.done
    button.onblur = () => { button.textContent = data.label; status.textContent = "" }
  }
}
