// Which lists has the table, and which columns has each? A column is a line here.
import type { ReadonlySignal } from '@preact/signals'
import type { Company, District } from '#geodata/contract/collections.ts'
import { language, nameOf, say, t } from '#web/messages/index.ts'
import type { MessageKey } from '#web/messages/texts.ts'
import { districtName } from '#web/parts/words/district-name.ts'
import { levelName } from '#web/parts/words/level-name.ts'
import type { Thing } from '#web/state/answers/hover.ts'
import {
  firmSummary,
  keptCompanies,
  keptHubs,
  keptLinks,
  keptParks,
} from '#web/state/region/kept.ts'
import { districts, parks, platforms, taxonomy } from '#web/state/region/lists.ts'

export const LISTS = ['parks', 'companies', 'hubs', 'links', 'platforms', 'districts'] as const
export type ListId = (typeof LISTS)[number]

/** null: unknown. */
export type Cell = string | number | null
type Column<P> = { title: MessageKey; cell: (properties: P) => Cell }
type Listed<P> = { properties: P; geometry: unknown }

export type ListRow = {
  id: string
  /** Worked out when it is looked at: of tens of thousands of rows few are. */
  cell: (column: number) => Cell
  /** In the reader's words; absent or null: the cell as it is. */
  shown?: (column: number) => Shown | null
  /** What it stands for on the map and in the view; null: nothing there. */
  thing: Thing | null
  /** Choosing it stays where the reader is; else it leads to the map of Layout. */
  stays?: true
  lngLat: readonly number[] | null
  origin?: Origin
}
/** A cell with its range, and under it a note whose title says all of it. */
export type Shown = { text: string; range?: string | null; note?: string; title?: string }
/** What every row of an export says about its source. */
type Origin = { source: string; confidence?: string; note?: string | null }
type Kept = ReadonlySignal<{ kept: { properties: { adcode: string | null } }[] }>
export type List = { head: string[]; rows: ListRow[] }

const words = (list: readonly string[]) => list.join(t('common.listSeparator')) || null
const segmentNames = (ids: readonly string[]) =>
  words(
    ids.map((id) => {
      const segment = taxonomy.value.find(({ segmentId }) => segmentId === id)
      return segment ? say(segment.name) : id
    }),
  )
const precision: Column<{ coordPrecision: 'site' | 'street' | 'town' | 'district' | 'unknown' }> = {
  title: 'layout.precision',
  cell: (p) => t(`layout.precision.${p.coordPrecision}`),
}
const confidence: Column<{ confidence: 'high' | 'medium' | 'low' }> = {
  title: 'filters.title.confidence',
  cell: (p) => t(`common.confidence.${p.confidence}`),
}
const name: Column<{ nameZh: string; nameEn: string }> = { title: 'layout.name', cell: nameOf }

const unifiedCode: Column<{ unifiedCode: string | null }> = {
  title: 'layout.unifiedCode',
  cell: (p) => p.unifiedCode,
}

export function listOf(id: ListId): List {
  switch (id) {
    case 'parks':
      return list(id, keptParks.value.kept, [
        name,
        { title: 'layout.district', cell: districtName },
        { title: 'layout.role', cell: (p) => t(`layout.role.${p.role}`) },
        { title: 'layout.stage', cell: (p) => t(`layout.stage.${p.stage}`) },
        { title: 'layout.segments', cell: (p) => segmentNames(p.segmentIds) },
        { title: 'layout.level', cell: (p) => levelName(p.level) },
        { title: 'layout.area', cell: (p) => p.plannedAreaSquareKilometers },
        { title: 'layout.firms', cell: (p) => p.companyCount },
        precision,
        confidence,
      ])
    case 'companies':
      return firmList(keptCompanies.value.kept)
    case 'hubs':
      return list(id, keptHubs.value.kept, [
        name,
        { title: 'layout.kind', cell: (p) => t(`layout.hub.${p.kind}`) },
        { title: 'layout.description', cell: (p) => p.description },
        precision,
        confidence,
      ])
    case 'links':
      return list(id, keptLinks.value.kept, [
        { title: 'layout.name', cell: (p) => `${p.fromNameZh} → ${p.toNameZh}` },
        { title: 'layout.kind', cell: (p) => t(`layout.kind.${p.kind}`) },
        { title: 'layout.year', cell: (p) => p.year },
        { title: 'layout.description', cell: (p) => p.description },
        confidence,
      ])
    case 'platforms':
      return list(id, platforms.value, [
        name,
        { title: 'layout.level', cell: (p) => p.level },
        { title: 'layout.field', cell: (p) => p.field },
        { title: 'layout.host', cell: (p) => p.host },
        { title: 'layout.status', cell: (p) => p.status },
        precision,
        confidence,
      ])
    case 'districts': {
      const ofParks = counted(keptParks)
      const { byDistrict } = firmSummary.value
      const total = (p: District['properties'], count: (adcode: string) => number) =>
        codesWithin(p, districts.value).reduce((sum, adcode) => sum + count(adcode), 0)
      return list(id, districts.value, [
        {
          ...name,
          cell: (p) =>
            p.level === 'city' ? t('layout.wholeCity', { name: nameOf(p) }) : nameOf(p),
        },
        {
          title: 'layout.countParks',
          cell: (p) => total(p, (adcode) => ofParks.get(adcode) ?? 0),
        },
        {
          title: 'layout.countCompanies',
          cell: (p) => total(p, (adcode) => byDistrict[adcode]?.count ?? 0),
        },
      ])
    }
  }
}

type Coded = Pick<District['properties'], 'adcode' | 'cityAdcode' | 'level'>

/** Whose things are counted with it: its own, and of a city those of its districts too. */
export function codesWithin(
  { adcode, level }: Coded,
  all: readonly { properties: Coded }[],
): string[] {
  if (level !== 'city') return [adcode]
  const inside = all.filter(
    ({ properties: p }) => p.level === 'district' && p.cityAdcode === adcode,
  )
  return [adcode, ...inside.map(({ properties }) => properties.adcode)]
}

/** Firms as a list; `sortedBy` names the property behind each column. */
export function firmList(firms: readonly Company[]): List & { sortedBy: string[] } {
  // A column without a single value tells nothing.
  const hasCodes = firmSummary.value.coded > 0
  const columns: (Column<Company['properties']> & { sortedBy: string })[] = [
    { ...name, sortedBy: language.value === 'en' ? 'nameEn' : 'nameZh' },
    {
      title: 'layout.district',
      cell: (p) => `${p.city} ${districtName(p)}`,
      sortedBy: 'districtZh',
    },
    { title: 'layout.kind', cell: (p) => t(`layout.company.${p.kind}`), sortedBy: 'kind' },
    { title: 'layout.segments', cell: (p) => segmentNames(p.segmentIds), sortedBy: 'segmentIds' },
    { title: 'layout.products', cell: (p) => p.products || null, sortedBy: 'products' },
    { title: 'layout.park', cell: (p) => parkName(p.parkId), sortedBy: 'parkId' },
    ...(hasCodes ? [{ ...unifiedCode, sortedBy: 'unifiedCode' }] : []),
    { ...precision, sortedBy: 'coordPrecision' },
    { ...confidence, sortedBy: 'confidence' },
  ]
  return {
    ...list('companies', firms, columns),
    sortedBy: columns.map(({ sortedBy }) => sortedBy),
  }
}

function counted({ value }: Kept): ReadonlyMap<string | null, number> {
  const counts = new Map<string | null, number>()
  for (const { properties } of value.kept) {
    counts.set(properties.adcode, (counts.get(properties.adcode) ?? 0) + 1)
  }
  return counts
}

function parkName(id: string | null): string | null {
  const park = parks.value.find(({ properties }) => properties.id === id)?.properties
  return park ? (language.value === 'en' ? park.labelEn : park.labelZh) : null
}

function list<P extends { id: string } & Origin>(
  collection: ListId,
  features: readonly Listed<P>[],
  columns: readonly Column<P>[],
): List {
  return {
    head: columns.map(({ title }) => t(title)),
    rows: features.map(({ properties, geometry }) => ({
      id: properties.id,
      cell: (column) => columns[column]?.cell(properties) ?? null,
      thing: { collection, id: properties.id },
      lngLat: pointOf(geometry),
      origin: properties,
    })),
  }
}

function pointOf(geometry: unknown): readonly number[] | null {
  const { type, coordinates } = (geometry ?? {}) as { type?: string; coordinates?: number[] }
  return type === 'Point' && coordinates ? coordinates : null
}
