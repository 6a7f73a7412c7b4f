// Opens the browser's own dialog, which prints the page as its style sheet for paper has it.
export default function ({ data, parentElement }) {
  const button = parentElement.querySelector("button")
  button.textContent = data.label
  button.onclick = () => window.print()
}
