// Which cable joins which cities, and how do its strands lie beside one another?
import type { Feature } from 'geojson'
import { LINK_KINDS, type Link } from '#geodata/contract/collections.ts'
import { collect, line, point } from '#web/map/geojson.ts'
import { bowed, bowsOf } from '#web/map/shapes/fan.ts'
import { language, nameOf, say, t } from '#web/messages/index.ts'
import { minutesText } from '#web/messages/minutes-text.ts'
import { timesToCity } from '#web/state/answers/minutes.ts'
import { home } from '#web/state/region/home.ts'
import { keptLinks } from '#web/state/region/kept.ts'
import { districts } from '#web/state/region/lists.ts'

export type Cable = {
  pair: string
  members: Link[]
  from: number[]
  to: number[]
  /** The bowed line between them. */
  path: number[][]
  /** Where it starts: the region's centre, or a city. */
  origin: string
  city: string
  /** From the hub of the region to the city's point, over the road network; null: not known. */
  minutes: string | null
}

/** A cable of fewer links is drawn lighter. */
const STRONG_CABLE_LINKS = 5
const STRAND_SPACING_PIXELS = 3.6
/** How far a cable bows aside, as a share of its length. */
const BOW = 0.03

/** One cable per pair of cities, of the links that the filters keep. */
export function cablesOf(): Cable[] {
  const pairs = new Map<string, Link[]>()
  for (const link of keptLinks.value.kept) {
    for (const pair of link.properties.cityPairs) {
      pairs.set(pair, [...(pairs.get(pair) ?? []), link])
    }
  }
  return [...pairs].flatMap(([pair, members]) => {
    const ends = endsOfPair(pair, members)
    if (!ends) return []
    const [from = '', to = ''] = pair.split('-')
    return [
      {
        pair,
        members,
        from: ends[0],
        to: ends[1],
        path: bowed(ends[0], ends[1], BOW),
        origin: from === home.value?.cityAdcode ? say(home.value.centre) : cityName(from),
        city: cityName(to),
        minutes: minutesOf(pair),
      },
    ]
  })
}

function minutesOf(pair: string): string | null {
  const time = timesToCity.value.get(pair)
  return time ? minutesText(time) : null
}

/** A city's short name, without the word for a city. */
export function cityName(adcode: string): string {
  const city = districts.value.find(({ properties }) => properties.adcode === adcode)
  if (!city) return adcode
  const name = nameOf(city.properties)
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

export type Looked = {
  /** The pair of an opened cable, or of the cable that holds the opened link. */
  opened: string | null
  /** The link that is selected or pointed at. */
  linkId: string | null
  /** Something else is in focus. */
  aside: boolean
}

/** Strands side by side over a casing that parts them from the ground, and the ends as nodes. */
export function cableFeatures(cables: readonly Cable[], { opened, linkId, aside }: Looked) {
  const strands: Feature[] = []
  const nodes: Feature[] = []
  for (const cable of cables) {
    const isOpened = cable.pair === opened
    const common = {
      pair: cable.pair,
      faint: (aside || !isStrong(cable)) && !isOpened,
      selected: isOpened,
    }
    strands.push(...(isOpened ? fanned(cable, linkId) : strandsOf(cable, common)))
    nodes.push(point(cable.from, { ...common, home: true }), point(cable.to, common))
  }
  return { cables: collect(strands), nodes: collect(nodes) }
}

function strandsOf({ members, path }: Cable, common: Record<string, unknown>): Feature[] {
  const kinds = LINK_KINDS.filter((kind) => members.some((link) => link.properties.kind === kind))
  const width = kinds.length * STRAND_SPACING_PIXELS + 3
  return [
    line(path, { ...common, kind: 'casing', width }),
    ...kinds.map((kind, index) => {
      const offset = (index - (kinds.length - 1) / 2) * STRAND_SPACING_PIXELS
      return line(path, { ...common, kind, offset })
    }),
  ]
}

/** Each link an arc of its own, those of one kind side by side; the one in question in front. */
function fanned({ members, from, to, pair }: Cable, linkId: string | null): Feature[] {
  const inOrder = LINK_KINDS.flatMap((kind) =>
    members.filter(({ properties }) => properties.kind === kind),
  )
  const bows = bowsOf(inOrder.length)
  const arcs = inOrder.flatMap(({ properties: { id, kind } }, index) => {
    const path = bowed(from, to, bows[index] ?? 0)
    const common = { pair, link: id, faint: linkId !== null && id !== linkId }
    return [
      line(path, { ...common, kind: 'arc', strong: id === linkId }),
      line(path, { ...common, kind, offset: 0 }),
    ]
  })
  return arcs.sort((a, b) => Number(b.properties?.faint) - Number(a.properties?.faint))
}

/** The cable that a selected cable or link opens. */
export function openedBy(
  cables: readonly Cable[],
  selection: { collection: string; id: string } | null,
): string | null {
  if (selection?.collection === 'cables') return selection.id
  if (selection?.collection !== 'links') return null
  const holds = ({ members }: Cable) => members.some(({ id }) => id === selection.id)
  return cables.find(holds)?.pair ?? null
}

function endsOfPair(pair: string, members: Link[]): [number[], number[]] | null {
  for (const link of members) {
    const lines = link.geometry?.coordinates as number[][][] | undefined
    const [from, to] = lines?.[link.properties.cityPairs.indexOf(pair)] ?? []
    if (from && to) return [from, to]
  }
  return null
}
