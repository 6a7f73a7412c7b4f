// Copies the address. Where the browser gives no clipboard (plain http), the address is shown to be copied by hand.
export default function ({ data, parentElement }) {
  const button = parentElement.querySelector("button")
  const status = parentElement.querySelector("span")
  if (!button.textContent || button.textContent !== data.done) button.textContent = data.label
  button.onclick = async () => {
    try {
      await navigator.clipboard.writeText(window.location.href)
    } catch {
      window.prompt(data.label, window.location.href)
      return
    }
    button.textContent = data.done
    status.textContent = data.done
    button.onblur = () => { button.textContent = data.label; status.textContent = "" }
  }
}
