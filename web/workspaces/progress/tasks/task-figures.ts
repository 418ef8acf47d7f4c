// What do the collections of this map show for each task of the plan, and where is it seen?
//
// A figure is counted from the rows that are here, of the whole region or of the districts chosen; a
// published figure of the whole is never told as one of a district. Nothing to count is no zero.
import type { Company, District, Link, Park, Platform } from '#geodata/contract/collections.ts'
import type {
  Certification,
  PlanTask,
  TargetRow,
  TaxonomySegment,
} from '#geodata/contract/documents.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import { shownIn } from '#geodata/model/plan-task.ts'
import type { System } from '#geodata/model/system.ts'
import { areaWorded } from '#geodata/model/target-wording.ts'
import { placeNamed } from '#web/state/region/district-figures.ts'
import type { View } from '#web/state/view/view.ts'
import { boardOf } from '#web/workspaces/progress/comparable.ts'

export type Known = {
  homeName: string
  provinceAdcode: string | null
  cityAdcode: string | null
  districts: readonly District[]
  companies: readonly Company[]
  parks: readonly Park[]
  platforms: readonly Platform[]
  links: readonly Link[]
  taxonomy: readonly TaxonomySegment[]
  targets: readonly TargetRow[]
  certifications: readonly Certification[]
  /** Codes of the districts looked at; empty: the whole region. */
  chosen: readonly string[]
}

/** What stands beside a task; each kind is worded by the board. */
export type TaskFigure =
  | {
      kind: 'system'
      system: System
      count: number
      products: number
      without: number
      example: Bilingual | null
    }
  | { kind: 'firms'; count: number }
  | { kind: 'target'; row: TargetRow; isComparable: boolean }
  | { kind: 'figures'; row: TargetRow; others: TargetRow[] }
  | { kind: 'certificates'; standard: string; count: number; firms: number; firstId: string | null }
  | {
      kind: 'links'
      linkKind: string | null
      count: number
      from: number
      to: number
      cities: { adcode: string; count: number }[]
    }
  | { kind: 'platforms'; type: string | null; count: number; national: number; municipal: number }
  | { kind: 'stages'; count: number; recognised: number; creating: number }
  | { kind: 'areas'; count: number; parks: number }
  /** A figure of the whole region says nothing of a district. */
  | { kind: 'of-the-whole' }
  | { kind: 'none' }

const CITIES_NAMED = 3

export function figureOf(task: PlanTask, known: Known): TaskFigure {
  const shown = shownIn(task.shows)
  if (!shown) return { kind: 'none' }
  const { kind, of } = shown
  switch (kind) {
    case 'system':
      return systemFigure(of as System, known)
    case 'firms':
      return { kind, count: partsFirms(known).length }
    case 'target':
      return known.chosen.length > 0 ? { kind: 'of-the-whole' } : targetFigure(of ?? '', known)
    case 'figures':
      return known.chosen.length > 0 ? { kind: 'of-the-whole' } : groupFigure(of ?? '', known)
    case 'certificates':
      return certificateFigure(of ?? '', known)
    case 'links':
      return linkFigure(of, known)
    case 'platforms': {
      const all = inPlace(known.platforms, known).filter(
        ({ properties }) => of === null || properties.type === of,
      )
      const at = (level: string) =>
        all.filter(({ properties }) => properties.level === level).length
      const levels = { national: at('national'), municipal: at('municipal') }
      return { kind, type: of, count: all.length, ...levels }
    }
    case 'stages': {
      const at = (stage: string) =>
        inPlace(known.parks, known).filter(({ properties }) => properties.stage === stage).length
      const [recognised, creating] = [at('recognised'), at('creating')]
      return { kind, count: recognised + creating, recognised, creating }
    }
    case 'areas': {
      const parks = inPlace(known.parks, known)
      const documented = parks.filter(
        ({ properties }) => properties.developedAreaSquareKilometers !== null,
      )
      return { kind, count: documented.length, parks: parks.length }
    }
  }
}

/** Is there a number to see? */
export const isCounted = ({ kind }: TaskFigure) => kind !== 'none' && kind !== 'of-the-whole'

/** Where the figure is seen in full; null: nowhere on the page. */
export function seenAt(figure: TaskFigure): Partial<View> | null {
  const layout = { workspace: 'layout', layoutView: 'map' } as const
  switch (figure.kind) {
    case 'system':
      return figure.system === 'traditional'
        ? { ...layout, layoutView: 'firms' }
        : { ...layout, layoutView: 'matrix' }
    case 'firms':
    case 'platforms':
    case 'areas':
      return { ...layout, tableOpen: true }
    case 'target':
      return { workspace: 'progress', progressBy: 'city' }
    case 'figures':
      return { workspace: 'site', siteView: 'sourcing' }
    case 'certificates':
      return figure.firstId
        ? { ...layout, selection: { collection: 'companies', id: figure.firstId } }
        : null
    case 'links':
      return { ...layout, tableOpen: true }
    case 'stages':
      return { ...layout, layoutView: 'stages' }
    default:
      return null
  }
}

type Placed = { properties: { adcode: string | null } }

/** Rows of the home province, or of the districts chosen. */
function inPlace<F extends Placed>(rows: readonly F[], known: Known): F[] {
  const { chosen, districts, provinceAdcode } = known
  const home = new Set(
    districts.flatMap(({ properties }) =>
      properties.provinceAdcode === provinceAdcode ? [properties.adcode] : [],
    ),
  )
  const within = chosen.length > 0 ? new Set(chosen) : home
  // What has no district belongs to the whole, as long as no district is asked for.
  return rows.filter(({ properties: { adcode } }) =>
    adcode === null ? chosen.length === 0 : within.has(adcode),
  )
}

function firmsHere(known: Known): Company[] {
  return inPlace(known.companies, known).filter(
    ({ properties }) => properties.adcode !== null || properties.city === known.homeName,
  )
}

function partsFirms(known: Known): Company[] {
  return firmsHere(known).filter(({ properties }) => properties.kind !== 'oem')
}

function systemFigure(system: System, known: Known): TaskFigure {
  const firms = partsFirms(known).filter(({ properties }) => properties.systems.includes(system))
  const made = new Set(firms.flatMap(({ properties }) => properties.productIds))
  const products = known.taxonomy
    .filter((segment) => segment.system === system)
    .flatMap((segment) => segment.products)
  const without = products.filter(({ productId }) => !made.has(productId))
  return {
    kind: 'system',
    system,
    count: firms.length,
    products: products.length,
    without: without.length,
    example: without[0]?.name ?? null,
  }
}

function targetFigure(targetId: string, { targets }: Known): TaskFigure {
  const row = boardOf(targets).find(({ target }) => target.targetId === targetId)
  const latest = row?.same ?? row?.others.find(({ value }) => value !== null)
  return latest
    ? { kind: 'target', row: latest, isComparable: latest === row?.same }
    : { kind: 'none' }
}

/** The first figure of the whole, and the others of its unit: they differ, so none is chosen over them. */
function groupFigure(targetId: string, { targets, districts }: Known): TaskFigure {
  const group = targets.filter((row) => row.targetId === targetId && row.value !== null)
  const ofWhole = group.filter(
    ({ metric }) => areaWorded(metric.zh) === null && placeNamed(metric.zh, districts) === null,
  )
  const first = ofWhole[0]
  if (!first) return { kind: 'none' }
  const others = group.filter((row) => row !== first && row.unit === first.unit)
  return { kind: 'figures', row: first, others }
}

function certificateFigure(standard: string, known: Known): TaskFigure {
  const here = new Set(firmsHere(known).map(({ id }) => id))
  const held = known.certifications.filter(
    ({ certification, status, companyId }) =>
      certification === standard && status === 'documented' && here.has(companyId),
  )
  const firms = new Set(held.map(({ companyId }) => companyId))
  const firstId = held[0]?.companyId ?? null
  return { kind: 'certificates', standard, count: held.length, firms: firms.size, firstId }
}

function linkFigure(linkKind: string | null, known: Known): TaskFigure {
  const { chosen } = known
  const ends = new Set([
    ...chosen,
    ...[...inPlace(known.parks, known), ...inPlace(known.companies, known)].map(({ id }) => id),
  ])
  const links = known.links
    .map(({ properties }) => properties)
    .filter(({ kind }) => linkKind === null || kind === linkKind)
    .filter(
      ({ fromIds, toIds }) =>
        chosen.length === 0 || [...fromIds, ...toIds].some((id) => ends.has(id)),
    )
  const years = links.map(({ year }) => year)
  return {
    kind: 'links',
    linkKind,
    count: links.length,
    from: Math.min(...years),
    to: Math.max(...years),
    cities: citiesOf(links, known).slice(0, CITIES_NAMED),
  }
}

/** Cities at the other end, those with most links first. */
function citiesOf(links: readonly Link['properties'][], { cityAdcode }: Known) {
  const counts = new Map<string, number>()
  for (const { cityPairs } of links) {
    const others = new Set(cityPairs.flatMap((pair) => pair.split('-')))
    for (const code of others) {
      if (code !== cityAdcode) counts.set(code, (counts.get(code) ?? 0) + 1)
    }
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([adcode, count]) => ({ adcode, count }))
}
