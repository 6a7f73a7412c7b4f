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

// Names have this size on the screen where there is room: pixels, least and most.
const LEGIBLE = [11, 15]
const MARGIN = { across: 0.09, least: 38, above: 26, below: 84 } // across: of the width; else pixels

const bounded = (value, [least, most]) => Math.max(least, Math.min(most, value))

const themed = (element, options, size = options.nodes.font.size) => {
  const style = getComputedStyle(element)
  const text = style.getPropertyValue("--st-text-color").trim()
  const back = style.getPropertyValue("--st-background-color").trim()
  const face = style.getPropertyValue("--st-font").trim() || "sans-serif"
  const font = { ...options.nodes.font, size, face, color: text, strokeColor: back, strokeWidth: size / 5 }
  return { ...options, nodes: { ...options.nodes, font } }
}

const touching = (one, other) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom

// Names at the present scale: the chosen one's and the strongest's first, without those that would cover another.
const named = (graph, box) => {
  const scale = graph.net.getScale()
  const size = bounded(graph.options.nodes.font.size * scale, LEGIBLE) / scale
  graph.net.setOptions(themed(box, graph.options, size))
  const pen = (graph.pen ??= document.createElement("canvas").getContext("2d"))
  pen.font = `100px ${getComputedStyle(box).getPropertyValue("--st-font").trim() || "sans-serif"}`
  const first = new Set(graph.chosenEnds())
  const order = [...graph.shown].sort((a, b) => first.has(b.id) - first.has(a.id) || b.strength - a.strength)
  const discs = order.map(({ id, size: radius }) => {
    const { x, y } = graph.net.getPosition(id)
    return { id, left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }
  })
  const kept = []
  const labels = order.map(({ id, label }, at) => {
    const lines = label.split("\n")
    const half = (Math.max(...lines.map((line) => pen.measureText(line).width)) * size) / 200
    const middle = (discs[at].left + discs[at].right) / 2
    const high = (lines.length + 0.3) * size
    const [below, above] = [discs[at].bottom + 2, discs[at].top - 2 - high]
    const rooms = [below, above].map((top) => ({ left: middle - half, right: middle + half, top, bottom: top + high }))
    const room = rooms.find(
      (one) =>
        !kept.some((other) => touching(one, other)) &&
        (first.has(id) || !discs.some((disc) => disc.id !== id && touching(one, disc)))
    )
    if (room) kept.push(room)
    // vis-network has names below their nodes; one above is moved there.
    return { id, label: room ? label : "", font: { vadjust: room ? room.top - below : 0 } }
  })
  const changed = labels.filter(({ id, label, font }) => {
    const now = graph.nodes.get(id)
    return now.label !== label || (now.font?.vadjust ?? 0) !== font.vadjust
  })
  if (changed.length) graph.nodes.update(changed)
  graph.legend?.(scale)
}

const zoomed = (net, factor) => net.moveTo({ scale: net.getScale() * factor, animation: { duration: 150 } })

// Brings all that is drawn into view, or what `frame` tells: the corners of all that will be drawn.
const fitted = (graph, box) => {
  const spots = graph.frame
    ? [{ x: graph.frame[0], y: graph.frame[1] }, { x: graph.frame[2], y: graph.frame[3] }]
    : Object.values(graph.net.getPositions())
  if (!spots.length) return
  const [left, right] = [Math.min(...spots.map(({ x }) => x)), Math.max(...spots.map(({ x }) => x))]
  const [top, bottom] = [Math.min(...spots.map(({ y }) => y)), Math.max(...spots.map(({ y }) => y))]
  const beside = Math.max(box.clientWidth * MARGIN.across, MARGIN.least) // half of a name, however narrow it is
  const across = (box.clientWidth - 2 * beside) / Math.max(right - left, 1)
  const down = (box.clientHeight - MARGIN.above - MARGIN.below) / Math.max(bottom - top, 1)
  const scale = Math.max(0.02, Math.min(across, down, 1.2))
  const y = (top + bottom) / 2 + (MARGIN.below - MARGIN.above) / 2 / scale
  graph.net.moveTo({ position: { x: (left + right) / 2, y }, scale })
  named(graph, box)
}

// How far a place is from the line between two others.
const distance = ({ x, y }, from, to) => {
  const [across, down] = [to.x - from.x, to.y - from.y]
  const part = ((x - from.x) * across + (y - from.y) * down) / (across ** 2 + down ** 2 || 1)
  const along = bounded(part, [0, 1])
  return Math.hypot(x - from.x - along * across, y - from.y - along * down)
}

// The line at a place of the canvas: the uppermost that covers it, else the nearest.
const lineAt = (graph, pointer) => {
  const at = graph.net.canvas.DOMtoCanvas(pointer)
  const pixel = 1 / graph.net.getScale()
  let [nearest, least] = [null, 8 * pixel]
  for (const line of [...graph.lines].reverse()) {
    const [from, to] = graph.ends(line)
    if (!from || !to) continue
    const away = distance(at, from, to)
    if (away <= line.width / 2 + 2 * pixel) return line
    if (away < least) [nearest, least] = [line, away]
  }
  return nearest
}

// Draws the lines, the strongest last and the chosen one above all; what was not chosen steps back.
const paint = (graph, box, pen) => {
  const { actor, relation } = graph.chosen
  const accent = getComputedStyle(box).getPropertyValue("--st-primary-color").trim()
  const pixel = 1 / graph.net.getScale()
  const chosen = (line) => line.id === relation || (!relation && actor != null && [line.from, line.to].includes(actor))
  const some = graph.lines.some(chosen)
  const draw = (line) => {
    const ends = graph.ends(line)
    if (!ends[0] || !ends[1]) return
    const hovered = graph.net.body.edges[line.id]?.hover ? 2 * pixel : 0
    if (line.id === relation) {
      pen.globalAlpha = 0.4
      stroke(pen, ends, line.width + 12 * pixel, accent)
    }
    pen.globalAlpha = some && !chosen(line) && !hovered ? 0.22 : 1
    drawLine(pen, ends, line, Math.max(line.width, pixel) + hovered + (line.id === relation ? 2 * pixel : 0))
  }
  pen.save()
  graph.lines.filter((line) => !chosen(line)).forEach(draw)
  graph.lines.filter(chosen).forEach(draw)
  for (const id of graph.chosenEnds()) {
    const node = graph.net.body.nodes[id]
    pen.beginPath()
    pen.setLineDash([])
    pen.arc(node.x, node.y, node.options.size + 7 * pixel, 0, 2 * Math.PI)
    pen.globalAlpha = 0.4
    pen.fillStyle = accent
    pen.fill()
    pen.globalAlpha = 1
    pen.lineWidth = 2 * pixel
    pen.strokeStyle = accent
    pen.stroke()
  }
  pen.restore()
}

// Writes words from a place on, in as many lines as they need; gives where the next line begins.
const write = (pen, words, x, y, across, height) => {
  let line = ""
  for (const word of words.split(" ")) {
    const longer = line ? `${line} ${word}` : word
    if (line && pen.measureText(longer).width > across) {
      pen.fillText(line, x, y)
      y += height
      line = word
    } else line = longer
  }
  pen.fillText(line, x, y)
  return y + height
}

// The picture twice as fine as the screen has it, with what it is of above it and what its signs mean below.
const pictured = (graph, box, { title, about, legend, words, sizes }) => {
  const { net } = graph
  const canvas = net.canvas.frame.canvas
  const ratio = net.canvas.pixelRatio
  const [width, height] = [canvas.width / ratio, canvas.height / ratio]
  const style = getComputedStyle(box)
  const face = style.getPropertyValue("--st-font").trim() || "sans-serif"
  const ink = style.getPropertyValue("--st-text-color").trim()
  const sheet = document.createElement("canvas")
  const pen = sheet.getContext("2d")
  const [edge, line] = [16, 20]
  const frame = (pen) => {
    pen.textBaseline = "top"
    pen.fillStyle = ink
    pen.font = `600 18px ${face}`
    let y = write(pen, title, edge, 14, width - 2 * edge, 24)
    pen.font = `14px ${face}`
    return about ? write(pen, about, edge, y, width - 2 * edge, line) : y
  }
  const key = (pen, top) => {
    let y = top
    pen.font = `14px ${face}`
    for (const words of legend) y = write(pen, words, edge, y, width - 2 * edge, line)
    if (!sizes.length) return y
    const radii = sizes.map(([radius]) => Math.max(1, radius * net.getScale()))
    const middle = y + Math.max(line / 2, ...radii)
    pen.textBaseline = "middle"
    pen.fillText(words.sizes, edge, middle)
    let x = edge + pen.measureText(words.sizes).width + 10
    sizes.forEach(([, events], at) => {
      pen.globalAlpha = 0.45
      pen.beginPath()
      pen.arc(x + radii[at], middle, radii[at], 0, 2 * Math.PI)
      pen.fill()
      pen.globalAlpha = 1
      pen.fillText(events, x + 2 * radii[at] + 4, middle)
      x += 2 * radii[at] + 12 + pen.measureText(events).width
    })
    return middle + Math.max(line / 2, ...radii)
  }
  const head = frame(pen) + 6
  sheet.width = 2 * width
  sheet.height = 2 * (key(pen, head + height + 8) + 14)  // a first time, to see how much room it takes
  pen.scale(2, 2)
  pen.fillStyle = style.backgroundColor
  pen.fillRect(0, 0, width, sheet.height / 2)
  frame(pen)
  key(pen, head + height + 8)
  net.canvas.pixelRatio = 2
  canvas.width = 2 * width
  canvas.height = 2 * height
  net.redraw()
  pen.drawImage(canvas, 0, head, width, height)
  net.canvas.pixelRatio = ratio
  canvas.width = width * ratio
  canvas.height = height * ratio
  net.redraw()
  return sheet
}

const save = (graph, box, told) => {
  const link = document.createElement("a")
  link.download = "lagebild-network.png"
  link.href = pictured(graph, box, told).toDataURL("image/png")
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

// vis-network leaves a tooltip where it was when the pointer leaves the picture, or what it told of goes.
const untold = (graph) => {
  const hand = graph.net.interactionHandler
  clearInterval(hand.popupTimer)
  hand.popupObj = undefined
  hand.popup?.hide()
}

const adopt = (graph, box, drawn) => {
  graph.options = drawn.options
  graph.shown = drawn.nodes
  graph.lines = drawn.edges.map(({ color, ...line }) => ({ ...line, colour: color }))
  box.dataset.nodes = drawn.nodes.length
}

const create = (box, drawn, frame) => {
  const graph = { nodes: new vis.DataSet(drawn.nodes.map(prepared)), edges: new vis.DataSet(drawn.edges.map(prepared)) }
  adopt(graph, box, drawn)
  graph.frame = frame
  graph.chosen = {}
  graph.net = new vis.Network(box, { nodes: graph.nodes, edges: graph.edges }, themed(box, drawn.options))
  graph.ends = ({ from, to }) => [graph.net.body.nodes[from], graph.net.body.nodes[to]]
  graph.chosenEnds = () => {
    const line = graph.lines.find(({ id }) => id === graph.chosen.relation)
    return (line ? [line.from, line.to] : [graph.chosen.actor]).filter((id) => graph.net.body.nodes[id])
  }
  graph.net.renderer._drawEdges = (pen) => paint(graph, box, pen)
  graph.net.selectionHandler.getEdgeAt = (pointer, whole = true) => {
    const id = lineAt(graph, pointer)?.id
    return id && whole ? graph.net.body.edges[id] : id
  }
  graph.net.once("afterDrawing", () => {
    fitted(graph, box)
    box.dataset.drawn = "1"
  })
  const settle = () => {
    clearTimeout(graph.settling)
    graph.settling = setTimeout(() => box.isConnected && named(graph, box), 60)
  }
  for (const change of ["zoom", "dragEnd", "animationFinished"]) graph.net.on(change, settle)
  let width = box.clientWidth
  graph.net.on("resize", () => {
    if (box.clientWidth !== width && box.clientWidth) fitted(graph, box)
    width = box.clientWidth
  })
  // The wheel alone scrolls the page; with Ctrl, which a pinch on a touchpad sends, too, it zooms.
  box.addEventListener("wheel", (event) => {
    untold(graph)
    if (!event.ctrlKey && !event.metaKey) event.stopPropagation()
  }, { capture: true, passive: true })
  box.addEventListener("pointerleave", () => untold(graph))
  graph.net.on("click", ({ nodes, edges }) => {
    untold(graph)
    if (nodes.length) graph.send("pick", { actor: nodes[0], at: Date.now() })
    else if (edges.length) graph.send("pick", { relation: edges[0], at: Date.now() })
    else graph.send("pick", { at: Date.now() })
  })
  graph.choose = (chosen = {}) => {
    graph.chosen = chosen
    const { actor, relation } = chosen
    graph.net.unselectAll()
    if (relation && graph.edges.get(relation)) {
      graph.net.setSelection({ nodes: [], edges: [relation] }, { highlightEdges: false })
    } else if (actor && graph.nodes.get(actor)) graph.net.selectNodes([actor], false)
    if (box.dataset.drawn) named(graph, box)
    graph.net.redraw()
  }
  // Tests and the browser's console find the graph here.
  box.network = graph.net
  box.graph = graph
  return graph
}

const equip = (root, box, graph, data) => {
  const { words } = data
  const near = button("+", words.in, () => zoomed(graph.net, 1.3))
  const far = button("−", words.out, () => zoomed(graph.net, 1 / 1.3))
  for (const made of [near, far]) made.title += ` (${words.wheel})`
  root.querySelector(".tools").replaceChildren(
    near,
    far,
    button("⤢", words.fit, () => fitted(graph, box)),
    button("PNG", words.save, () => save(graph, box, data))
  )
}

// What circles of these sizes stand for, and lines of two colours, in a legend.
const explain = (root, graph, { sizes, mixed, words }) => {
  const place = root.querySelector(".sizes")
  graph.legend = (scale) => {
    const stripes = ["#2f7fc1", "#cf5440", "#2f7fc1", "#cf5440"].map((fill, at) => (
      { x: at * 12 + (at % 2) * 3, y: 0, width: at % 2 ? 7 : 13, height: 5, fill }
    ))
    const both = mixed ? [drawing("rect", stripes, 46, 5), words.mixed] : []
    place.replaceChildren(
      ...[circles(words.sizes, sizes, scale), both].filter((row) => row.length).map((row) => together(...row))
    )
  }
  graph.legend(graph.net.getScale())
}

export default async function ({ data, parentElement, setTriggerValue }) {
  const box = parentElement.querySelector(".net")
  // In a shadow root a height in per cent gives the canvas its default height.
  box.style.height = `${data.height}px`
  box.setAttribute("aria-label", data.alt)
  await library()
  let graph = live.get(parentElement)
  const theme = getComputedStyle(box).getPropertyValue("--st-background-color")
  const frame = data.frame ?? null
  if (!graph) {
    graph = create(box, JSON.parse(data.graph), frame)
    live.set(parentElement, graph)
  } else if (graph.text !== data.graph || graph.theme !== theme) {
    const before = graph.nodes.getIds().sort().join()
    const drawn = JSON.parse(data.graph)
    untold(graph)
    adopt(graph, box, drawn)
    update(graph.nodes, drawn.nodes)
    update(graph.edges, drawn.edges)
    const reframed = JSON.stringify(graph.frame) !== JSON.stringify(frame)
    graph.frame = frame
    if (reframed || (!frame && before !== graph.nodes.getIds().sort().join())) fitted(graph, box)
    else named(graph, box)
  }
  graph.text = data.graph
  graph.theme = theme
  // What lies on top is told of first.
  const rank = new Map(graph.lines.map(({ id }, at) => [id, at]))
  graph.net.body.edgeIndices.sort((one, other) => rank.get(one) - rank.get(other))
  equip(parentElement, box, graph, data)
  explain(parentElement, graph, data)
  graph.send = setTriggerValue
  networks[data.name] = graph
  graph.choose(globalThis.lagebildChosen?.[data.name])
  return () => {
    clearTimeout(graph.settling)
    graph.net.destroy()
    live.delete(parentElement)
    if (networks[data.name] === graph) delete networks[data.name]
  }
}
