// Carries what is chosen and which layers are marked, apart from the documents themselves.
export default function ({ data }) {
  const chosen = (globalThis.lagebildReading ??= {})
  chosen[data.name] = data
  globalThis.lagebildReaders?.[data.name]?.choose(data)
}
