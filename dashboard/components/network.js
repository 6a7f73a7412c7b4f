// Draws the graph and keeps it between reruns: what stays keeps its place, also where the visitor dragged it.
const networks = (globalThis.lagebildNetworks ??= {})
const live = new WeakMap()

const library = () =>
  globalThis.vis?.Network
    ? Promise.resolve()
    : new Promise((resolve) => globalThis.addEventListener("lagebild-vis", resolve, { once: true }))

// vis-network takes an element as tooltip; text inside it is never read as markup.
const prepared = (item) => {
  if (item.title == null) return item
  const tooltip = document.createElement("div")
  tooltip.textContent = item.title
  return { ...item, title: tooltip }
}

const update = (known, next) => {
  const stays = new Set(next.map((item) => item.id))
  known.remove(known.getIds().filter((id) => !stays.has(id)))
  known.update(
    next.map((item) => {
      if (!known.get(item.id)) return prepared(item)
      const { x, y, ...rest } = prepared(item)
      return rest
    })
  )
}

// Names stay legible where the whole network is small on the screen, as far as they do not cover it.
const LEGIBLE = 11
const LARGEST = 30

const themed = (element, options, scale = 1) => {
  const style = getComputedStyle(element)
  const text = style.getPropertyValue("--st-text-color").trim()
  const back = style.getPropertyValue("--st-background-color").trim()
  const size = Math.max(options.nodes.font.size, Math.min(LARGEST, LEGIBLE / scale))
  return {
    ...options,
    nodes: { ...options.nodes, font: { ...options.nodes.font, size, color: text, strokeColor: back, strokeWidth: 4 } },
  }
}

const zoomed = (net, factor) => net.moveTo({ scale: net.getScale() * factor, animation: { duration: 150 } })

// Names are wider than their nodes: a little more room than the nodes need.
const fitted = (net) => {
  net.fit()
  net.moveTo({ scale: net.getScale() * 0.88 })
}

const save = (box) => {
  const picture = box.querySelector("canvas")
  const sheet = document.createElement("canvas")
  sheet.width = picture.width
  sheet.height = picture.height
  const pen = sheet.getContext("2d")
  pen.fillStyle = getComputedStyle(box).backgroundColor
  pen.fillRect(0, 0, sheet.width, sheet.height)
  pen.drawImage(picture, 0, 0)
  const link = document.createElement("a")
  link.download = "lagebild-network.png"
  link.href = sheet.toDataURL("image/png")
  link.click()
}

const button = (text, label, act) => {
  const made = document.createElement("button")
  made.type = "button"
  made.textContent = text
  made.title = label
  made.setAttribute("aria-label", label)
  made.onclick = act
  return made
}

const create = (box, drawn) => {
  const graph = { nodes: new vis.DataSet(drawn.nodes.map(prepared)), edges: new vis.DataSet(drawn.edges.map(prepared)) }
  graph.net = new vis.Network(box, { nodes: graph.nodes, edges: graph.edges }, themed(box, drawn.options))
  graph.net.once("afterDrawing", () => {
    fitted(graph.net)
    graph.scale = graph.net.getScale()
    graph.net.setOptions(themed(box, drawn.options, graph.scale))
    box.dataset.drawn = "1"
  })
  graph.net.on("click", ({ nodes, edges }) => {
    if (nodes.length) graph.send("pick", { actor: nodes[0], at: Date.now() })
    else if (edges.length) graph.send("pick", { relation: edges[0], at: Date.now() })
    else graph.send("pick", { at: Date.now() })
  })
  graph.choose = ({ actor, relation } = {}) => {
    graph.net.unselectAll()
    if (actor && graph.nodes.get(actor)) graph.net.selectNodes([actor], true)
    if (relation && graph.edges.get(relation)) {
      graph.net.setSelection({ nodes: [], edges: [relation] }, { highlightEdges: false })
    }
  }
  // Tests and the browser's console find the graph here.
  box.network = graph.net
  return graph
}

const equip = (root, box, graph, words) => {
  root.querySelector(".tools").replaceChildren(
    button("+", words.in, () => zoomed(graph.net, 1.3)),
    button("−", words.out, () => zoomed(graph.net, 1 / 1.3)),
    button("⤢", words.fit, () => fitted(graph.net)),
    button("PNG", words.save, () => save(box))
  )
}

export default async function ({ data, parentElement, setTriggerValue }) {
  const box = parentElement.querySelector(".net")
  // In a shadow root a height in per cent gives the canvas its default height.
  box.style.height = `${data.height}px`
  box.setAttribute("aria-label", data.alt)
  await library()
  let graph = live.get(parentElement)
  const theme = getComputedStyle(box).getPropertyValue("--st-background-color")
  if (graph?.text !== data.graph || graph.theme !== theme) {
    const drawn = JSON.parse(data.graph)
    if (graph) {
      update(graph.nodes, drawn.nodes)
      update(graph.edges, drawn.edges)
      graph.net.setOptions(themed(box, drawn.options, graph.scale))
    } else {
      graph = create(box, drawn)
      live.set(parentElement, graph)
    }
    graph.text = data.graph
    graph.theme = theme
    box.dataset.nodes = drawn.nodes.length
  }
  equip(parentElement, box, graph, data.words)
  graph.send = setTriggerValue
  networks[data.name] = graph
  graph.choose(globalThis.lagebildChosen?.[data.name])
  return () => {
    graph.net.destroy()
    live.delete(parentElement)
    if (networks[data.name] === graph) delete networks[data.name]
  }
}
