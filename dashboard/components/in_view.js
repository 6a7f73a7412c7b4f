// Brings the card of what was just chosen into view, where it is not. Whoever chooses with keys stays where they are:
// with arrow keys in a table, each row would else take the table from under their eyes. So does who comes to another
// page with what was chosen before.
const seen = (globalThis.lagebildInView ??= {})
const hand = (globalThis.lagebildHand ??= watch())
const LEAST = 240  // so many pixels of a card are enough to be read from
const TRIES = 20

function watch() {
  const hand = { keys: false }
  addEventListener("pointerdown", () => { hand.keys = false }, true)
  addEventListener("keydown", () => { hand.keys = true }, true)
  return hand
}

const show = (name, left) => {
  const card = document.querySelector(`.st-key-${name}`)
  if (!card) {
    if (left) setTimeout(show, 50, name, left - 1)  // it is drawn after this
    return
  }
  const { top, height } = card.getBoundingClientRect()
  if (top >= 0 && top + Math.min(height, LEAST) <= innerHeight) return
  card.style.scrollMarginTop = "5rem"  // Streamlit's header lies over the page
  card.scrollIntoView({ block: "start", behavior: "instant" })
}

export default function ({ data }) {
  const before = seen[data.card]
  seen[data.card] = data.chosen
  if (data.chosen != null && data.chosen !== before && !hand.keys) show(data.card, TRIES)
}
