// Which of several marks on one line must step aside, so that none covers another?

/** The lane of each mark: 0 on the line, then each further one aside; the order of the places is kept. */
export function lanesOf(places: readonly number[], room: number): number[] {
  const lanes = places.map(() => 0)
  const ends: number[] = []
  const inOrder = places.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place)
  for (const { place, index } of inOrder) {
    const free = ends.findIndex((end) => place - end >= room)
    const lane = free === -1 ? ends.length : free
    ends[lane] = place
    lanes[index] = lane
  }
  return lanes
}

/** Places moved apart just as far as `room` asks, their order kept, all between the two ends where they fit. */
export function movedApart(
  places: readonly number[],
  room: number,
  [low, high]: readonly [number, number],
): number[] {
  const inOrder = places.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place)
  const moved: number[] = []
  for (const { place } of inOrder) moved.push(Math.max(place, low, (moved.at(-1) ?? -1e9) + room))
  let next = high
  for (let slot = moved.length - 1; slot >= 0; slot -= 1) {
    moved[slot] = Math.min(moved[slot] ?? high, next)
    next = (moved[slot] ?? high) - room
  }
  const found = places.map(() => 0)
  for (const [slot, { index }] of inOrder.entries()) found[index] = moved[slot] ?? 0
  return found
}
