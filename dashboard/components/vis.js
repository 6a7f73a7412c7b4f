// Follows the library's own text, which sets `vis` on the page, and tells the graphs that wait for it.
export default function () {
  globalThis.dispatchEvent(new Event("lagebild-vis"))
}
