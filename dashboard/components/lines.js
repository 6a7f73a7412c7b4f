// How a line is drawn on a canvas: in the network of a page, and in the file that it is saved as.
const PERIOD = 44 // of the colours of a line of both, in the canvas' units

const stroke = (pen, [from, to], width, colour, dashes = [], offset = 0) => {
  pen.beginPath()
  pen.lineWidth = width
  pen.strokeStyle = colour
  pen.setLineDash(dashes)
  pen.lineDashOffset = offset
  pen.moveTo(from.x, from.y)
  pen.lineTo(to.x, to.y)
  pen.stroke()
}

// A line of cooperation and conflict alternates between their colours, each as long as its share of the events.
const drawLine = (pen, ends, line, width) => {
  if (!line.shares) return stroke(pen, ends, width, line.colour, line.dashes || [])
  const total = line.shares.reduce((sum, [, count]) => sum + count, 0)
  let begin = 0
  for (const [colour, count] of line.shares) {
    const part = Math.max((PERIOD * count) / total, 3)
    stroke(pen, ends, width, colour, [part - 2, PERIOD - part + 2], -begin)
    begin += part
  }
}
