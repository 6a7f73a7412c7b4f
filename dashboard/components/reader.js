// Builds each document from its text and spans with text nodes alone, and keeps it between reruns.
const readers = (globalThis.lagebildReaders ??= {})
const live = new WeakMap()

// Cuts a paragraph where any span begins or ends; each piece knows the spans that cover it.
const pieces = (spans, from, to) => {
  const cuts = new Set([from, to])
  for (const [start, end] of spans) {
    if (start > from && start < to) cuts.add(start)
    if (end > from && end < to) cuts.add(end)
  }
  const at = [...cuts].sort((a, b) => a - b)
  return at.slice(0, -1).map((start, n) => [start, at[n + 1], spans.filter((span) => span[0] <= start && span[1] >= at[n + 1])])
}

// One stop for the keyboard a claim and a note: at its first piece, which is read out as the whole.
const stop = (made, text, over, notes, begun) => {
  const fresh = over.filter((span) => (span[2] === "claim" || span[2] === "comment") && !begun.has(span))
  if (!fresh.length) return
  fresh.forEach((span) => begun.add(span))
  const claims = over.filter((span) => span[2] === "claim").sort(shortest)
  const [start, end] = fresh.filter((span) => span[2] === "claim").sort(shortest)[0] ?? fresh[0]
  const said = [...claims.slice(0, 1), ...notes].map((span) => span[4]).join("; ")
  made.tabIndex = 0
  made.setAttribute("role", claims.length ? "button" : "note")
  made.setAttribute("aria-label", `${text.slice(start, end)} (${said})`)
}

const shortest = (a, b) => a[1] - a[0] - (b[1] - b[0])

const piece = (text, from, to, over, begun) => {
  if (!over.length) return document.createTextNode(text.slice(from, to))
  const made = document.createElement("span")
  made.textContent = text.slice(from, to)
  made.title = [...new Set(over.map((span) => span[4]))].join(" · ")
  for (const span of over) made.classList.add(span[2])
  const notes = over.filter((span) => span[2] === "comment")
  made.notes = notes.map((span) => span[3])
  if (notes.some((span) => span[1] === to)) made.dataset.end = ""
  if (over.some((span) => span[2] === "differ" && span[1] === to)) made.dataset.differs = ""
  stop(made, text, over, notes, begun)
  const claims = over.filter((span) => span[2] === "claim").sort(shortest)
  if (!claims.length) return made
  made.events = claims.map((span) => span[3])
  made.style.setProperty("--colour", claims[0][5])
  if (claims.length > 1) made.dataset.deep = ""
  return made
}

const LONGEST = 80

const begin = (words) => (words.length > LONGEST ? `${words.slice(0, LONGEST).trimEnd()}…` : words)

const fill = (pane, { text, spans, interface: lang }) => {
  const parts = []
  const begun = new Set()
  let next = 0
  let active = []
  for (let at = 0; at < text.length; ) {
    const stop = text.indexOf("\n", at)
    const end = stop < 0 ? text.length : stop
    const line = document.createElement("p")
    line.dir = "auto"
    line.begin = at
    active = active.filter((span) => span[1] > at)
    while (next < spans.length && spans[next][0] < end) active.push(spans[next++])
    for (const [from, to, over] of pieces(active, at, end)) {
      if (to > from) line.append(piece(text, from, to, over, begun))
    }
    parts.push(line)
    for (const note of active.filter((span) => span[5] === "aside" && span[0] >= at && span[0] < end)) {
      const aside = document.createElement("aside")
      aside.dataset.layer = note[2]
      aside.note = note[3]
      aside.lang = lang
      aside.textContent = `„${begin(text.slice(note[0], note[1]))}“: ${note[4]}`
      parts.push(aside)
    }
    at = end + 1
  }
  pane.replaceChildren(...parts)
}

const button = (text, label, act) => {
  const made = document.createElement("button")
  made.type = "button"
  made.textContent = text
  made.setAttribute("aria-label", label)
  made.disabled = !act
  made.onclick = act
  return made
}

// Fills a pane with the file that its document was read from: as text, or as the picture of a page. None of it is markup.
const fillOriginal = (pane, { title, original, interface: lang }, words, leaf) => {
  const said = document.createElement("div")
  said.className = "said"
  said.lang = lang
  said.textContent = original.said
  const parts = [said]
  if (original.picture) {
    const { page, pages, paged, picture } = original
    const leaves = document.createElement("div")
    leaves.className = "leaves"
    leaves.lang = lang
    leaves.append(
      button("‹", words.earlier, page > 1 ? () => leaf(page - 1) : null),
      paged,
      button("›", words.later, page < pages ? () => leaf(page + 1) : null)
    )
    const image = document.createElement("img")
    image.alt = `${title}: ${paged}`
    image.src = `data:image/png;base64,${picture}`
    parts.push(leaves, image)
  } else if (original.text) {
    const sheet = document.createElement("pre")
    const at = original.quote ? original.text.indexOf(original.quote) : -1
    if (at < 0) sheet.textContent = original.text
    else {
      const mark = document.createElement("mark")
      mark.textContent = original.quote
      sheet.append(original.text.slice(0, at), mark, original.text.slice(at + original.quote.length))
    }
    parts.push(sheet)
  }
  pane.replaceChildren(...parts)
}

// Scrolls the pane alone, never the page, so that the passage stands a quarter down. Paragraphs out of sight have
// estimated heights, which are corrected as they come into view: a second and third look settle it.
const reveal = (pane, passage) => {
  const go = () => {
    const top = passage.getBoundingClientRect().top - pane.getBoundingClientRect().top
    pane.scrollTo({ top: pane.scrollTop + top - pane.clientHeight / 4, behavior: "instant" })
  }
  go()
  requestAnimationFrame(() => { go(); requestAnimationFrame(go) })
}

// Where a point of the page is in its text; notes in the margin are no part of that.
const offset = (pane, node, within) => {
  const line = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest?.("p")
  if (!line || !pane.contains(line)) return null
  const before = document.createRange()
  before.setStart(line, 0)
  before.setEnd(node, within)
  return line.begin + before.toString().length
}

// The stretch of a pane's text that its reader has marked with the mouse or the keyboard; none where that is unclear.
const marked = (root, pane) => {
  const home = root.getRootNode()
  const selection = home.getSelection ? home.getSelection() : getSelection()
  const range = selection?.rangeCount ? selection.getRangeAt(0) : null
  if (!range || range.collapsed || !pane.contains(range.startContainer) || !pane.contains(range.endContainer)) return null
  const start = offset(pane, range.startContainer, range.startOffset)
  const end = offset(pane, range.endContainer, range.endOffset)
  return start != null && end != null && start < end ? { start, end } : null
}

const explain = (list, marks) => {
  const entries = marks.map(([layer, label, colour]) => {
    const entry = document.createElement("li")
    const sample = document.createElement("span")
    entry.layer = layer
    sample.className = layer === "chosen" ? "claim" : layer
    sample.textContent = label
    if (layer === "chosen") sample.dataset.on = ""
    if (colour) sample.style.setProperty("--colour", colour)
    entry.append(sample)
    return entry
  })
  list.replaceChildren(...entries)
}

const LAYERS = ["claim", "actor", "time", "differ", "note", "comment"]

const create = (root) => {
  const book = { shown: [], asked: 0 }
  const panes = [...root.querySelectorAll(".pane")]
  const ask = (event) => {
    book.wanted = event
    book.asked = Math.max(Date.now(), book.asked + 1)
    book.send("pick", { event, at: book.asked })
  }
  panes.forEach((pane, side) => {
    const turn = pane.parentElement.querySelector(".turn")
    turn.onclick = () => book.send("turn", { side, at: Date.now() })
  })
  const pick = (event) => {
    const piece = event.target.closest?.(".claim")
    const pane = event.target.closest?.(".pane")
    if (book.marks && pane && event.type === "click" && marked(root, pane)) return  // words were marked, none chosen
    if (!piece || !pane || !root.hasAttribute("data-claim")) return
    if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return
    event.preventDefault()
    book.clicked = piece.closest(".pane")
    const now = piece.events.indexOf(book.event)
    ask(piece.events[(now + 1) % piece.events.length])
  }
  const mark = (event) => {
    const pane = event.target.closest?.(".pane")
    const stretch = pane && book.marks ? marked(root, pane) : null
    const now = JSON.stringify(stretch)
    if (!stretch || now === book.marked) return
    book.marked = now
    book.send("mark", { document: pane.document, ...stretch, at: Date.now() })
  }
  const point = (event) => {
    const notes = event.target.closest?.(".comment")?.notes ?? []
    for (const aside of root.querySelectorAll("aside[data-layer=comment]")) aside.toggleAttribute("data-on", notes.includes(aside.note))
  }
  // The arrow keys lead from event to event.
  const step = (event) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (!by || !free(event)) return
    const next = book.steps[book.steps.indexOf(book.wanted) + by]
    if (!next) return
    event.preventDefault()
    ask(next)
  }
  document.addEventListener("keydown", step)
  book.leave = () => document.removeEventListener("keydown", step)
  root.addEventListener("focusin", point)
  root.addEventListener("pointerover", point)
  root.addEventListener("pointerup", mark)
  root.addEventListener("keyup", mark)
  root.addEventListener("click", pick)
  root.addEventListener("keydown", pick)
  book.show = ({ documents, key, called, words }) => {
    const list = root.querySelector(".key")
    const said = JSON.stringify([key, called])
    if (book.said !== said) {
      book.said = said
      explain(list, key)
      list.setAttribute("aria-label", called)
      book.only?.()
    }
    panes.forEach((pane, n) => {
      const now = documents[n]
      const section = pane.parentElement
      section.hidden = !now
      const mark = JSON.stringify(now ?? null)
      if (!now || book.shown[n] === mark) return
      book.shown[n] = mark
      section.querySelector("h2").textContent = now.title
      section.querySelector("header p").textContent = now.about
      section.querySelector("footer").textContent = now.source
      pane.lang = now.language
      pane.setAttribute("aria-label", now.title)
      const turn = section.querySelector(".turn")
      turn.textContent = words.original
      turn.setAttribute("aria-pressed", Boolean(now.original))
      const place = `${now.id} ${Boolean(now.original)}`
      const top = pane.place === place ? pane.scrollTop : 0
      pane.document = now.id
      pane.place = place
      if (now.original) fillOriginal(pane, now, words, (page) => book.send("leaf", { side: n, page, at: Date.now() }))
      else fill(pane, now)
      pane.scrollTop = top
      const here = pane.querySelector("mark")
      if (here) reveal(pane, here)
      book.event = undefined
    })
  }
  book.choose = ({ event, answered, steps, inside, layers }) => {
    for (const layer of LAYERS) root.toggleAttribute(`data-${layer}`, layers.includes(layer))
    book.only = () => {
      for (const entry of root.querySelectorAll(".key li")) {
        const layer = entry.layer === "chosen" ? "claim" : entry.layer
        entry.hidden = LAYERS.includes(layer) && !layers.includes(layer)
      }
    }
    book.only()
    book.steps = steps
    if (answered >= book.asked) book.wanted = event  // else the page has yet to follow: a further key goes on from there
    const passing = new Set(inside)
    const moved = event !== book.event
    book.event = event
    for (const pane of panes) {
      let first = null
      for (const piece of pane.querySelectorAll(".claim")) {
        const on = event != null && piece.events.includes(event)
        piece.toggleAttribute("data-on", on)
        piece.toggleAttribute("data-out", !piece.events.some((one) => passing.has(one)))
        if (piece.tabIndex === 0) piece.setAttribute("aria-pressed", on)
        if (on && !first) first = piece
      }
      if (event == null) first = pane.querySelector(".found")
      if (first && moved && book.clicked !== pane) reveal(pane, first)
    }
    if (moved) book.clicked = null
  }
  return book
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".book")
  let book = live.get(parentElement)
  if (!book) {
    book = create(root)
    live.set(parentElement, book)
  }
  book.send = setTriggerValue
  book.marks = data.marks
  book.show(data)
  readers[data.name] = book
  const chosen = globalThis.lagebildReading?.[data.name]
  if (chosen) book.choose(chosen)
  return () => {
    book.leave()
    live.delete(parentElement)
    if (readers[data.name] === book) delete readers[data.name]
  }
}
