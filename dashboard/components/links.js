// A list of ways into other pages, each with all of its words. A plain click goes on without loading the page anew:
// Streamlit shows whatever page the browser's history comes to, as it does after Back.
// Words of the sources, which stand in quotation marks, are German whatever the page's language is.
const spoken = (text) =>
  text.split(/(“[^”]*”)/).map((part) => {
    if (!part.startsWith("“")) return part
    const words = document.createElement("span")
    words.lang = "de"
    words.textContent = part
    return words
  })

const line = ({ sign, text, aside, quote, href }) => {
  const item = document.createElement("li")
  const link = item.appendChild(document.createElement("a"))
  link.href = href
  link.onclick = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    history.pushState(null, "", link.href)
    dispatchEvent(new PopStateEvent("popstate"))
  }
  const mark = link.appendChild(document.createElement("span"))
  mark.className = "sign"
  mark.setAttribute("aria-hidden", "true")
  mark.textContent = sign
  const said = link.appendChild(document.createElement("span"))
  said.append(...spoken(text))
  if (aside) {
    const faint = said.appendChild(document.createElement("span"))
    faint.className = "aside"
    faint.textContent = ` ${aside}`
  }
  if (quote) {
    const words = said.appendChild(document.createElement("q"))
    words.lang = "de"
    words.textContent = quote
  }
  return item
}

export default function ({ data, parentElement }) {
  parentElement.querySelector("ul").replaceChildren(...data.lines.map(line))
}
