// Whether a key is free for the page to hear: not where it is for something else, such as words, a slider, a list, a dialog.
const OTHERS = "input, textarea, select, [contenteditable=true], canvas, [role=slider], [role=radio], [role=tab], [role=grid]"
const free = (event) =>
  !event.defaultPrevented && !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey &&
  !event.composedPath().some((one) => one.matches?.(OTHERS)) &&
  !document.querySelector("[role=dialog], [role=listbox], [role=menu]")
