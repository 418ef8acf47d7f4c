// What is sought from where on the proximity board, as one plain value and as one word of the address?
import type { NearestInputs } from '#geodata/contract/processes/nearest.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'

/** What can be sought: vehicle makers, firms of a segment or product, parks, hubs, platforms. */
export const SOUGHT = ['plants', 'firms', 'parks', 'hubs', 'platforms'] as const
export type Sought = (typeof SOUGHT)[number]

export type NearestView = {
  /** Where from; null: the pin, else the first of the ranking. */
  from: { collection: 'parks' | 'companies'; id: string } | { lngLat: LngLat } | null
  what: Sought
  /** Of hubs: only this kind. */
  hubKind: string | null
  segmentId: string | null
  productId: string | null
  direction: 'outward' | 'inward'
}

export const DEFAULT_NEAREST: NearestView = {
  from: null,
  what: 'plants',
  hubKind: null,
  segmentId: null,
  productId: null,
  direction: 'outward',
}

/** "from:parks/V04,what:firms,product:foam,dir:in"; what is default is left out. */
export function encodeNearest(of: NearestView): string {
  const words: string[] = []
  const put = (name: string, value: string | null) => {
    if (value !== null) words.push(`${name}:${value}`)
  }
  if (of.from) {
    put(
      'from',
      'lngLat' in of.from
        ? of.from.lngLat.map((degrees) => degrees.toFixed(5)).join('_')
        : `${of.from.collection}/${of.from.id}`,
    )
  }
  put('what', of.what === DEFAULT_NEAREST.what ? null : of.what)
  put('kind', of.hubKind)
  put('segment', of.segmentId)
  put('product', of.productId)
  put('dir', of.direction === 'inward' ? 'in' : null)
  return words.join(',')
}

/** What it does not understand is left at its default. */
export function decodeNearest(text: string | null): NearestView {
  const words = new Map(
    (text ?? '').split(',').map((word): [string, string] => {
      const colon = word.indexOf(':')
      return [word.slice(0, colon), word.slice(colon + 1)]
    }),
  )
  return {
    from: fromOf(words.get('from') ?? ''),
    what: SOUGHT.find((what) => what === words.get('what')) ?? DEFAULT_NEAREST.what,
    hubKind: words.get('kind') || null,
    segmentId: words.get('segment') || null,
    productId: words.get('product') || null,
    direction: words.get('dir') === 'in' ? 'inward' : 'outward',
  }
}

function fromOf(text: string): NearestView['from'] {
  const [collection, ...parts] = text.split('/')
  const id = parts.join('/')
  if ((collection === 'parks' || collection === 'companies') && id) return { collection, id }
  const [lng, lat, ...more] = text.split('_').map(Number)
  if (!text.includes('_') || more.length > 0 || lng === undefined || lat === undefined) return null
  return Math.abs(lng) <= 180 && Math.abs(lat) <= 90 ? { lngLat: [lng, lat] } : null
}

/** The part of the question that says what is sought. */
export function soughtInputs(
  of: NearestView,
): Pick<NearestInputs, 'collection' | 'direction'> & Partial<NearestInputs> {
  const { direction, what } = of
  const segment = of.segmentId ? { segmentId: of.segmentId } : {}
  switch (what) {
    case 'plants':
      return { collection: 'companies', kind: 'oem', direction }
    case 'firms':
      return {
        collection: 'companies',
        direction,
        ...(of.productId ? { productId: of.productId } : segment),
      }
    case 'parks':
      return { collection: 'parks', direction, ...segment }
    case 'hubs':
      return { collection: 'hubs', direction, ...(of.hubKind ? { kind: of.hubKind } : {}) }
    case 'platforms':
      return { collection: 'platforms', direction }
  }
}
