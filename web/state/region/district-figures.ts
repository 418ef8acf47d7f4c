// What is known of each district, by one rule for all, so that they may stand side by side.
//
// Everything is counted by the district's code of 2022; what has no district is counted nowhere
// here and said so on the board.
import type { Company, District, Link, Park, Platform } from '#geodata/contract/collections.ts'
import type { TargetRow } from '#geodata/contract/documents.ts'
import type { FirmSummary } from '#geodata/contract/firm-summary.ts'
import { areaWorded, shortDistrictName } from '#geodata/model/target-wording.ts'

export const MEASURES = ['parks', 'firms', 'segments', 'platforms'] as const
export type Measure = (typeof MEASURES)[number]

export type DistrictFigures = {
  id: string
  nameZh: string
  nameEn: string
  district2025Zh: string
  counts: Record<Measure, number>
  parks: Park[]
  /** Those that the page holds; their number stands in `counts`. */
  firms: Company[]
  platforms: Platform[]
  links: Link[]
  /** Ids of segments with at least one known firm. */
  segmentIds: string[]
  /** Dated figures whose wording begins with the district's name. */
  figures: TargetRow[]
}

type Known = {
  districts: readonly District[]
  parks: readonly Park[]
  /** Those that the page holds. */
  companies: readonly Company[]
  /** Of all firms, whether the page holds them or not. */
  firmsByDistrict: FirmSummary['byDistrict']
  platforms: readonly Platform[]
  links: readonly Link[]
  targets: readonly TargetRow[]
}

/** The districts of the province, those of which most firms are known first. */
export function districtFigures(known: Known, provinceAdcode: string | null): DistrictFigures[] {
  return known.districts
    .filter(
      ({ properties }) =>
        properties.level === 'district' && properties.provinceAdcode === provinceAdcode,
    )
    .map((district) => figuresOf(district, known))
    .sort(
      (a, b) =>
        b.counts.firms - a.counts.firms ||
        b.counts.parks - a.counts.parks ||
        a.id.localeCompare(b.id),
    )
}

export function figuresOf({ properties }: District, known: Known): DistrictFigures {
  const { id, nameZh, nameEn, district2025Zh } = properties
  const inside = <F extends { properties: { adcode: string | null } }>(all: readonly F[]) =>
    all.filter((feature) => feature.properties.adcode === id)
  const parks = inside(known.parks)
  const firms = inside(known.companies)
  const platforms = inside(known.platforms)
  const { count = 0, segmentIds = [] } = known.firmsByDistrict[id] ?? {}
  const ends = new Set([id, ...[...parks, ...firms].map((feature) => feature.id)])
  return {
    id,
    nameZh,
    nameEn,
    district2025Zh,
    parks,
    firms,
    platforms,
    segmentIds,
    links: known.links.filter(({ properties: { fromIds, toIds } }) =>
      [...fromIds, ...toIds].some((end) => ends.has(end)),
    ),
    figures: known.targets
      .filter(
        ({ metric, rowType }) =>
          rowType !== 'target' &&
          metric.zh.startsWith(shortDistrictName(nameZh)) &&
          areaWorded(metric.zh) === null,
      )
      .sort((a, b) => (b.asOf ?? '').localeCompare(a.asOf ?? '')),
    counts: {
      parks: parks.length,
      firms: count,
      segments: segmentIds.length,
      platforms: platforms.length,
    },
  }
}

/** Of a figure of a part of the city, the name it begins with; null: of the whole, or of no place. */
export function placeNamed(metricZh: string, districts: readonly District[]): string | null {
  const area = areaWorded(metricZh)
  if (area) return area
  const district = districts.find(
    ({ properties: { level, nameZh } }) =>
      level === 'district' && metricZh.startsWith(shortDistrictName(nameZh)),
  )
  return district ? district.properties.nameZh : null
}
