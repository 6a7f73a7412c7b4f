// The legend of sizes: in the network of a page, and in the file that it is saved as.
const drawing = (shape, values, width, height) => {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg")
  svg.setAttribute("width", width)
  svg.setAttribute("height", height)
  svg.setAttribute("aria-hidden", "true")
  for (const value of values) {
    const part = document.createElementNS("http://www.w3.org/2000/svg", shape)
    for (const [key, worth] of Object.entries(value)) part.setAttribute(key, worth)
    svg.append(part)
  }
  return svg
}

const together = (...parts) => {
  const line = document.createElement("span")
  line.append(...parts)
  return line
}

// What the sizes are called, then circles as large as the picture's nodes are at its present scale.
const circles = (called, sizes, scale) => {
  const shown = sizes.map(([radius, events]) => {
    const across = Math.max(2, 2 * radius * scale)
    const middle = across / 2 + 1
    const shape = { cx: middle, cy: middle, r: across / 2, fill: "currentColor", "fill-opacity": 0.45 }
    return together(drawing("circle", [shape], across + 2, across + 2), `${events}`)
  })
  return [called, ...shown]
}
