// What can be searched for, with every word that leads to it?
import { computed } from '@preact/signals'
import type { Company, Park } from '#geodata/contract/collections.ts'
import {
  type Entry,
  pronouncedNames,
  pronouncedWords,
  type Reason,
} from '#web/panels/search/search.ts'
import { companies } from '#web/state/region/firms.ts'
import { districts, hubs, links, parks, platforms, taxonomy } from '#web/state/region/lists.ts'

type Word = { reason: Reason; text: string }

const word = (reason: Reason, text: string | null | undefined): Word[] =>
  text ? [{ reason, text }] : []

const segmentWords = computed(
  () =>
    new Map(
      taxonomy.value.map(({ segmentId, name }) => [
        segmentId,
        [...word('segment', name.zh), ...word('segment', name.en)],
      ]),
    ),
)
const productWords = computed(
  () =>
    new Map(
      taxonomy.value.flatMap(({ products }) =>
        products.map(
          ({ productId, name }) =>
            [productId, [...word('product', name.zh), ...word('product', name.en)]] as const,
        ),
      ),
    ),
)

function ofSegments({ segmentIds }: Park['properties'] | Company['properties']): Word[] {
  return segmentIds.flatMap((id) => segmentWords.value.get(id) ?? [])
}

/** Everything that can be found, of the map and beside it: of equals parks and districts come before firms. */
export const searchEntries = computed((): Entry[] => [
  ...parks.value.map(({ properties: p, geometry }) => ({
    collection: 'parks',
    id: p.id,
    nameZh: p.nameZh,
    nameEn: p.nameEn,
    labels: [p.labelZh, p.labelEn],
    at: geometry.coordinates,
    words: [
      ...word('code', p.id),
      ...ofSegments(p),
      ...word('district', p.districtZh),
      ...p.anchorCompanies.flatMap((name) => word('text', name)),
      ...word('text', p.officialStatus),
      ...word('source', p.source),
    ],
  })),
  ...districts.value.map(({ properties: p }) => ({
    collection: 'districts',
    id: p.id,
    nameZh: p.nameZh,
    nameEn: p.nameEn,
    labels: [],
    at: [p.labelLng, p.labelLat],
    words: word('code', p.adcode),
  })),
  ...companies.value.map(({ properties: p, geometry }) => ({
    collection: 'companies',
    id: p.id,
    nameZh: p.nameZh,
    nameEn: p.nameEn,
    labels: [],
    at: geometry?.coordinates ?? null,
    words: [
      ...word('code', p.id),
      ...word('product', p.products),
      ...p.productIds.flatMap((id) => productWords.value.get(id) ?? []),
      ...ofSegments(p),
      ...word('district', p.districtZh),
      ...word('source', p.source),
    ],
  })),
  ...hubs.value.map(({ properties: p, geometry }) => ({
    collection: 'hubs',
    id: p.id,
    nameZh: p.nameZh,
    nameEn: p.nameEn,
    labels: [],
    at: geometry.coordinates,
    words: [...word('code', p.id), ...word('text', p.description), ...word('source', p.source)],
  })),
  ...platforms.value.map(({ properties: p, geometry }) => ({
    collection: 'platforms',
    id: p.id,
    nameZh: p.nameZh,
    nameEn: p.nameEn,
    labels: [],
    at: geometry?.coordinates ?? null,
    words: [
      ...word('code', p.id),
      ...word('text', p.field),
      ...word('text', p.host),
      ...word('source', p.source),
    ],
  })),
  ...links.value.map(({ properties: p }) => ({
    collection: 'links',
    id: p.id,
    nameZh: `${p.fromNameZh} → ${p.toNameZh}`,
    nameEn: '',
    labels: [],
    at: null,
    words: [...word('text', p.description), ...word('source', p.source)],
  })),
])

/** Every name that may be typed as it sounds, the few that stand on the map first. */
export function* namesToSay(): Iterable<string> {
  for (const entry of searchEntries.peek()) yield* pronouncedNames(entry)
  for (const entry of searchEntries.peek()) yield* pronouncedWords(entry)
}
