// Carries what is chosen to the graph of that name, apart from the graph's data.
export default function ({ data }) {
  const chosen = (globalThis.lagebildChosen ??= {})
  chosen[data.name] = { actor: data.actor, relation: data.relation }
  globalThis.lagebildNetworks?.[data.name]?.choose(chosen[data.name])
}
