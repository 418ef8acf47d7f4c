// Draws an extract by places instead of ids: the same place is the same node.
import type { OsmExtract } from '#tests/support/osm-pbf-writer.ts'

type Place = readonly [lng: number, lat: number]
type Tags = Record<string, string>

export class TownPlan {
  readonly nodes: NonNullable<OsmExtract['nodes']> = []
  readonly ways: NonNullable<OsmExtract['ways']> = []
  readonly relations: NonNullable<OsmExtract['relations']> = []

  point([lng, lat]: Place, tags: Tags): void {
    this.nodes.push({ id: this.nodes.length + 1, lng, lat, tags })
  }

  /** Returns the id of the way. */
  way(places: readonly Place[], tags: Tags = {}): number {
    const id = this.ways.length + 1
    this.ways.push({ id, refs: places.map((place) => this.#node(place)), tags })
    return id
  }

  multipolygon(outer: number[], inner: number[], tags: Tags = {}): void {
    const member = (role: string) => (ref: number) => ({ kind: 'way' as const, ref, role })
    this.relations.push({
      id: this.relations.length + 1,
      members: [...outer.map(member('outer')), ...inner.map(member('inner'))],
      tags: { type: 'multipolygon', ...tags },
    })
  }

  #node([lng, lat]: Place): number {
    const known = this.nodes.find((node) => node.lng === lng && node.lat === lat && !node.tags)
    if (known) return known.id
    const id = this.nodes.length + 1
    this.nodes.push({ id, lng, lat })
    return id
  }
}

/** The corners of a square around a place, the first again at the end. */
export function square([lng, lat]: Place, halfSideDegrees: number): Place[] {
  const at = (east: number, north: number): Place => [
    Number((lng + east * halfSideDegrees).toFixed(7)),
    Number((lat + north * halfSideDegrees).toFixed(7)),
  ]
  return [at(-1, -1), at(1, -1), at(1, 1), at(-1, 1), at(-1, -1)]
}
