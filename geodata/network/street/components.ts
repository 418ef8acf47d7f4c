// Which states can all reach one another? The largest such part is what trips are made on.
//
// Tarjan 1972 without recursion: `path` holds the states of parts not closed yet, `visits` the way
// down to the state that is looked at.

/** True for the states of the largest strongly connected part; of equally large ones the first found. */
export function largestComponent(firstEdge: Uint32Array, neighbour: Uint32Array): Uint8Array {
  const stateCount = firstEdge.length - 1
  const NOT_SEEN = 0
  const order = new Uint32Array(stateCount)
  const lowest = new Uint32Array(stateCount)
  const isOnPath = new Uint8Array(stateCount)
  const component = new Uint32Array(stateCount)
  const path = new Uint32Array(stateCount)
  const visits = new Uint32Array(stateCount)
  const nextEdge = firstEdge.slice(0, stateCount)
  let pathCount = 0
  let seen = 0
  let components = 0
  let largest = 0
  let largestCount = 0
  for (let root = 0; root < stateCount; root++) {
    if (order[root] !== NOT_SEEN) continue
    let depth = 0
    visits[0] = root
    order[root] = lowest[root] = ++seen
    path[pathCount++] = root
    isOnPath[root] = 1
    while (depth >= 0) {
      const state = visits[depth]!
      if (nextEdge[state]! < firstEdge[state + 1]!) {
        const next = neighbour[nextEdge[state]!++]!
        if (order[next] === NOT_SEEN) {
          order[next] = lowest[next] = ++seen
          path[pathCount++] = next
          isOnPath[next] = 1
          visits[++depth] = next
        } else if (isOnPath[next] === 1) lowest[state] = Math.min(lowest[state]!, order[next]!)
        continue
      }
      depth--
      if (depth >= 0) {
        const before = visits[depth]!
        lowest[before] = Math.min(lowest[before]!, lowest[state]!)
      }
      if (lowest[state] !== order[state]) continue
      components++
      let members = 0
      for (let member = -1; member !== state; members++) {
        member = path[--pathCount]!
        isOnPath[member] = 0
        component[member] = components
      }
      if (members <= largestCount) continue
      largestCount = members
      largest = components
    }
  }
  return Uint8Array.from(component, (one) => (one === largest ? 1 : 0))
}
