// Draws small surveyed regions for tests: places on a plan, ways between them, as an extract has them.
import { buildStreetNetwork } from '#geodata/network/street/build-street-network.ts'
import type { StreetNetwork } from '#geodata/network/street/street-network.ts'
import { Survey } from '#geodata/network/street/survey.ts'

export type Drawn = {
  /** Place name → kilometers east and north of 106.5 E, 29.5 N. */
  places: Record<string, readonly [east: number, north: number]>
  /** `a b c` → tags; the same places may be named twice by a key with a trailing mark, `a b c |2`. */
  ways: Record<string, Record<string, string>>
  barriers?: Record<string, Record<string, string>>
  /** `no: a b | b | b c`: kind, way come from, via place or way, way led to. */
  turns?: string[]
}

const KILOMETERS_PER_DEGREE = 111.195
const CENTER = [106.5, 29.5] as const

export function lngLatOf([east, north]: readonly [number, number]): [number, number] {
  const across = KILOMETERS_PER_DEGREE * Math.cos((CENTER[1] * Math.PI) / 180)
  return [CENTER[0] + east / across, CENTER[1] + north / KILOMETERS_PER_DEGREE]
}

/** The place on the plan of degrees; undoes `lngLatOf`. */
export function kilometersOf([lng, lat]: readonly [number, number]): [number, number] {
  const across = KILOMETERS_PER_DEGREE * Math.cos((CENTER[1] * Math.PI) / 180)
  return [(lng - CENTER[0]) * across, (lat - CENTER[1]) * KILOMETERS_PER_DEGREE]
}

export type Surveyed = StreetNetwork & {
  places: Drawn['places']
  /** Junctions at a place, in their order. */
  junctionsAt: (place: string) => number[]
  /** Streets between two places, either way round. */
  streetsBetween: (a: string, b: string) => number[]
}

export function surveyed({ places, ways, barriers = {}, turns = [] }: Drawn): Surveyed {
  const names = Object.keys(places)
  const idOf = (name: string) => {
    if (!names.includes(name)) throw new Error(`There is no place “${name}”.`)
    return names.indexOf(name) + 1
  }
  const survey = new Survey()
  const wayIds = Object.keys(ways)
  Object.entries(ways).forEach(([drawn, tags], i) => {
    const [nodes = ''] = drawn.split('|')
    survey.addWay(i + 1, Float64Array.from(nodes.trim().split(/\s+/), idOf), tags)
  })
  turns.forEach((turn, i) => {
    survey.addRelation(i + 1, ...restriction(turn, wayIds, names, idOf))
  })
  survey.expectNodes()
  for (const name of names) {
    const [lng, lat] = lngLatOf(places[name]!)
    survey.addNode(idOf(name), Math.round(lng * 1e7), Math.round(lat * 1e7), barriers[name])
  }
  const network = buildStreetNetwork(survey, { sources: ['drawn'], dataDate: null })
  const junctionsAt = (place: string) => {
    const [lng, lat] = lngLatOf(places[place]!)
    return [...Array(network.junctionCount).keys()].filter(
      (junction) =>
        network.junctionPoints[2 * junction] === Math.round(lng * 1e7) &&
        network.junctionPoints[2 * junction + 1] === Math.round(lat * 1e7),
    )
  }
  const { from, to, count } = network.streets
  return {
    ...network,
    places,
    junctionsAt,
    streetsBetween: (a, b) => {
      const [as, bs] = [junctionsAt(a), junctionsAt(b)]
      return [...Array(count).keys()].filter(
        (street) =>
          (as.includes(from[street]!) && bs.includes(to[street]!)) ||
          (bs.includes(from[street]!) && as.includes(to[street]!)),
      )
    },
  }
}

function restriction(
  turn: string,
  wayIds: readonly string[],
  names: readonly string[],
  idOf: (name: string) => number,
): [{ kind: 'node' | 'way'; ref: number; role: string }[], Record<string, string>] {
  const [kind = '', rest = ''] = turn.split(':')
  const [from = '', via = '', to = ''] = rest.split('|').map((part) => part.trim())
  const wayId = (drawn: string) => {
    if (!wayIds.includes(drawn)) throw new Error(`There is no way “${drawn}”.`)
    return wayIds.indexOf(drawn) + 1
  }
  const viaMember = names.includes(via)
    ? { kind: 'node' as const, ref: idOf(via), role: 'via' }
    : { kind: 'way' as const, ref: wayId(via), role: 'via' }
  return [
    [
      { kind: 'way', ref: wayId(from), role: 'from' },
      viaMember,
      { kind: 'way', ref: wayId(to), role: 'to' },
    ],
    { type: 'restriction', restriction: `${kind}_left_turn` },
  ]
}
