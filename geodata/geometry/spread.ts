// Where does a symbol stand when its true place is taken? Moved apart, never far, always the same.
//
// Places and radii are in screen pixels. Symbols that would cover one another push each other away
// along the line between them; a weak pull brings each back towards its own place.

export type Disc = {
  x: number
  y: number
  /** Space it takes, in pixels. */
  radius: number
  /** 1 yields freely; a heavy one makes the others yield. */
  mass: number
}

const ROUNDS = 90
const PULL = 0.03
const GOLDEN_ANGLE = 2.399963

/** Places for the discs in their order, so that they overlap as little as `farthest` pixels allow. */
export function spread(discs: readonly Disc[], farthest = 46): { x: number; y: number }[] {
  const places = discs.map(({ x, y }, index) => ({
    // Two at one place need a direction to part in: a different one for each, the same every time.
    x: x + 0.01 * Math.cos(index * GOLDEN_ANGLE),
    y: y + 0.01 * Math.sin(index * GOLDEN_ANGLE),
  }))
  for (let round = 0; round < ROUNDS; round++) {
    pushApart(discs, places)
    discs.forEach((disc, index) => {
      const place = places[index]
      if (place) holdNear(disc, place, farthest, round < ROUNDS - 10 ? PULL : 0)
    })
  }
  return places
}

function pushApart(discs: readonly Disc[], places: { x: number; y: number }[]): void {
  for (let i = 0; i < discs.length; i++) {
    for (let j = i + 1; j < discs.length; j++) {
      const [a, b, from, to] = [discs[i], discs[j], places[i], places[j]]
      if (!a || !b || !from || !to) continue
      const dx = to.x - from.x
      const dy = to.y - from.y
      const apart = Math.hypot(dx, dy) || 1e-6
      const missing = a.radius + b.radius - apart
      if (missing <= 0) continue
      const shareOfA = b.mass / (a.mass + b.mass)
      from.x -= (dx / apart) * missing * shareOfA
      from.y -= (dy / apart) * missing * shareOfA
      to.x += (dx / apart) * missing * (1 - shareOfA)
      to.y += (dy / apart) * missing * (1 - shareOfA)
    }
  }
}

function holdNear(disc: Disc, place: { x: number; y: number }, farthest: number, pull: number) {
  place.x += (disc.x - place.x) * pull
  place.y += (disc.y - place.y) * pull
  const away = Math.hypot(place.x - disc.x, place.y - disc.y)
  if (away <= farthest) return
  place.x = disc.x + ((place.x - disc.x) * farthest) / away
  place.y = disc.y + ((place.y - disc.y) * farthest) / away
}
