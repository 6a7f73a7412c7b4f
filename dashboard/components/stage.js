// Builds a stop from text nodes alone. On a whole screen it hears a presenter's keys and a swipe.
const made = (name, text, className) => {
  const element = document.createElement(name)
  if (text) element.textContent = text
  if (className) element.className = className
  return element
}

const listed = (lines, className) => {
  const list = made("ul", "", className)
  list.append(...lines.map((line) => made("li", line)))
  return list
}

const figure = (passage, said) => {
  const whole = made("figure")
  const words = whole.appendChild(made("blockquote"))
  words.lang = "de"
  if (passage.before.trim()) words.append(made("span", `… ${passage.before}`, "around"))
  words.append(made(passage.stands ? "mark" : "del", passage.quote))
  if (passage.after.trim()) words.append(made("span", `${passage.after} …`, "around"))
  const caption = whole.appendChild(made("figcaption"))
  const from = caption.appendChild(made("span"))
  from.append(made("cite", passage.source))
  if (passage.url) {
    from.append(" · ")
    const link = from.appendChild(made("a", said.source))
    link.href = passage.url
    link.target = "_blank"
    link.rel = "noreferrer"
  }
  if (passage.known) caption.append(made("span", passage.known))
  if (!passage.stands) caption.append(made("strong", said.gone))
  return whole
}

// What is wider than its frame begins in its middle, and fades where it goes on.
const scrolled = (frame, image) => {
  const edges = () => {
    frame.toggleAttribute("data-before", frame.scrollLeft > 1)
    frame.toggleAttribute("data-behind", frame.scrollLeft + frame.clientWidth < frame.scrollWidth - 1)
  }
  const middle = () => {
    frame.scrollLeft = (frame.scrollWidth - frame.clientWidth) / 2
    edges()
  }
  image.addEventListener("load", middle)
  frame.addEventListener("scroll", edges, { passive: true })
  new ResizeObserver(edges).observe(frame)
}

const drawn = ({ picture, narrow, alt }) => {
  const whole = made("picture")
  if (narrow) {
    const small = whole.appendChild(made("source"))
    small.media = "(max-width: 640px)"
    small.srcset = narrow
  }
  const image = whole.appendChild(made("img"))
  image.src = picture
  image.alt = alt
  const frame = made("div", "", narrow ? "drawing" : "drawing wide")
  frame.tabIndex = 0
  frame.setAttribute("role", "group")
  frame.setAttribute("aria-label", alt)
  frame.append(whole)
  if (!narrow) scrolled(frame, image)
  return frame
}

const fill = (article, data) => {
  const whole = data.screen != null
  const parts = [made(whole ? "h1" : "h2", data.title)]
  if (data.screen) parts.unshift(made("p", data.screen, "above"))
  if (data.facts.length) parts.push(listed(data.facts, "facts"))
  if (data.parties) parts.push(made("p", data.parties, "parties"))
  if (data.corrected) parts.push(made("p", data.corrected, "corrected"))
  if (data.missing) parts.push(made("p", data.missing, "missing"))
  if (data.words) parts.push(made("p", data.words, "words"))
  if (data.differences.length) {
    const box = made("div", "", "differences")
    box.append(made("p", data.said.differences), listed(data.differences))
    parts.push(box)
  }
  if (data.passages.length) {
    const quotes = made("div", "", "quotes")
    quotes.append(...data.passages.map((passage) => figure(passage, data.said)))
    parts.push(quotes)
  }
  if (data.picture) parts.push(drawn(data))
  if (data.legend) parts.push(made("p", data.legend, "legend"))
  article.className = whole ? "screen" : ""
  article.dataset.kind = data.kind
  article.setAttribute("aria-live", whole ? "polite" : "off")
  article.replaceChildren(...parts)
}

const STEPS = { PageDown: 1, " ": 1, PageUp: -1, Home: -100000, End: 100000 }

// Streamlit keeps the frame of a sidebar that a page before has had; while a stop fills the screen, it is not shown.
const AROUND = '[data-testid="stSidebar"], [data-testid="stHeader"] { display: none }'

const screen = (article, send) => {
  const go = (by) => send("go", { by, at: Date.now() })
  const pressed = (event) => {
    const by = STEPS[event.key]
    if (!by || event.altKey || event.ctrlKey || event.metaKey || event.target.closest?.("input, textarea, button, a")) return
    event.preventDefault()
    go(by)
  }
  let begun = null
  const touched = (event) => { begun = event.changedTouches[0] }
  const left = (event) => {
    if (!begun || event.target.closest?.(".drawing")) return
    const across = event.changedTouches[0].clientX - begun.clientX
    const down = event.changedTouches[0].clientY - begun.clientY
    if (Math.abs(across) > 60 && Math.abs(across) > 2 * Math.abs(down)) go(across < 0 ? 1 : -1)
    begun = null
  }
  const style = document.head.appendChild(made("style", AROUND))
  document.addEventListener("keydown", pressed)
  article.addEventListener("touchstart", touched, { passive: true })
  article.addEventListener("touchend", left)
  return () => {
    style.remove()
    document.removeEventListener("keydown", pressed)
    article.removeEventListener("touchstart", touched)
    article.removeEventListener("touchend", left)
  }
}

export default function ({ data, parentElement, setTriggerValue }) {
  const article = parentElement.querySelector("article")
  const mark = JSON.stringify(data)
  if (article.shown !== mark) {
    article.shown = mark
    fill(article, data)
  }
  article.leave?.()
  article.leave = data.screen == null ? null : screen(article, setTriggerValue)
  return () => {
    article.leave?.()
    article.leave = null
  }
}
