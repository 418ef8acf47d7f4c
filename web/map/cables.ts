// Which cable joins which cities, and how do its strands lie beside one another?
import type { Feature, FeatureCollection } from 'geojson'
import { LINK_KINDS, type Link } from '#geodata/contract/collections.ts'
import { districts } from '#web/api/data.ts'
import { timesToCity } from '#web/api/minutes.ts'
import { language, nameOf, t } from '#web/messages/index.ts'
import { keptLinks } from '#web/state/kept.ts'
import { minutesText } from '#web/state/minutes-text.ts'

export type Cable = {
  pair: string
  members: Link[]
  from: number[]
  to: number[]
  /** The bowed line between them. */
  path: number[][]
  city: string
  /** From the hub of the region to the city's point, over the road network; null: not known. */
  minutes: string | null
}

/** A cable of fewer links is drawn lighter. */
const STRONG_CABLE_LINKS = 5
const STRAND_SPACING_PIXELS = 3.6
/** How far a cable bows aside, as a share of its length. */
const BOW = 0.06
const BOW_STEPS = 32

/** One cable per pair of cities, of the links that the filters keep. */
export function cablesOf(): Cable[] {
  const pairs = new Map<string, Link[]>()
  for (const link of keptLinks.value.kept) {
    for (const pair of link.properties.cityPairs) {
      pairs.set(pair, [...(pairs.get(pair) ?? []), link])
    }
  }
  return [...pairs].flatMap(([pair, members]) => {
    const line = lineOfPair(pair, members)
    if (!line) return []
    const adcode = pair.split('-')[1] ?? ''
    const city = districts.value.find(({ properties }) => properties.adcode === adcode)
    return [
      {
        pair,
        members,
        from: line[0],
        to: line[1],
        path: bow(line[0], line[1]),
        city: city ? cityName(city.properties) : pair,
        minutes: minutesOf(pair),
      },
    ]
  })
}

function minutesOf(pair: string): string | null {
  const time = timesToCity.value.get(pair)
  return time ? minutesText(time) : null
}

/** A city's short name: 成都, Chengdu. */
function cityName(city: { nameZh: string; nameEn: string | null }): string {
  const name = nameOf(city)
  return language.value === 'en' ? name.replace(/ City$/, '') : name.replace(/市$/, '')
}

/** "10 条 · 283 分"; the minutes are left out where they are not known. */
export function cableNote({ members, minutes }: Cable): string {
  const count = t('layout.dock', { count: members.length })
  return minutes === null ? count : `${count} · ${t('layout.dockMinutes', { minutes })}`
}

export function isStrong(cable: Cable): boolean {
  return cable.members.length >= STRONG_CABLE_LINKS
}

/** Strands side by side over a casing that parts them from the ground, and the ends as nodes. */
export function cableFeatures(
  cables: readonly Cable[],
  selected: string | null,
  /** Something else is in focus. */
  aside = false,
) {
  const strands: Feature[] = []
  const nodes: Feature[] = []
  for (const cable of cables) {
    const kinds = LINK_KINDS.filter((kind) =>
      cable.members.some((link) => link.properties.kind === kind),
    )
    const common = {
      pair: cable.pair,
      faint: (aside || !isStrong(cable)) && cable.pair !== selected,
      selected: cable.pair === selected,
      width: kinds.length * STRAND_SPACING_PIXELS + 3,
    }
    const geometry = { type: 'LineString' as const, coordinates: cable.path }
    strands.push({ type: 'Feature', geometry, properties: { ...common, kind: 'casing' } })
    kinds.forEach((kind, index) => {
      const offset = (index - (kinds.length - 1) / 2) * STRAND_SPACING_PIXELS
      strands.push({ type: 'Feature', geometry, properties: { ...common, kind, offset } })
    })
    nodes.push(node(cable.from, { ...common, home: true }), node(cable.to, common))
  }
  return { cables: collection(strands), nodes: collection(nodes) }
}

function node(coordinates: number[], properties: Record<string, unknown>): Feature {
  return { type: 'Feature', geometry: { type: 'Point', coordinates }, properties }
}

function collection(features: Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features }
}

function lineOfPair(pair: string, members: Link[]): [number[], number[]] | null {
  for (const link of members) {
    const lines = link.geometry?.coordinates as number[][][] | undefined
    const line = lines?.[link.properties.cityPairs.indexOf(pair)]
    if (line?.[0] && line[1]) return [line[0], line[1]]
  }
  return null
}

/** A slightly bowed line, so that cables in one direction stay apart. */
function bow(from: number[], to: number[]): number[][] {
  const [x1 = 0, y1 = 0] = from
  const [x2 = 0, y2 = 0] = to
  const controlX = (x1 + x2) / 2 - (y2 - y1) * BOW
  const controlY = (y1 + y2) / 2 + (x2 - x1) * BOW
  return Array.from({ length: BOW_STEPS + 1 }, (_, step) => {
    const s = step / BOW_STEPS
    return [
      (1 - s) ** 2 * x1 + 2 * s * (1 - s) * controlX + s * s * x2,
      (1 - s) ** 2 * y1 + 2 * s * (1 - s) * controlY + s * s * y2,
    ]
  })
}
