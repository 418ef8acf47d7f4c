// What are the places called that are stored here, and which of those names stand in a text?
//
// Texts are read from left to right, and of the names that begin at a letter the longest is taken, so that a district
// is not found in an airport that is called after it. A name cut short (without 区 at its end) counts only where addresses have districts: at the beginning,
// after a province or a city; anywhere else it is a road, a river's bank or a firm's fancy.
import { areaAt } from '#geodata/analysis/place/area-at.ts'
import type { District, Hub, Park, Site } from '#geodata/contract/collections.ts'
import { greatCircleMeters, type LngLat } from '#geodata/model/lng-lat.ts'
import type { Precision } from '#geodata/model/precision.ts'

export type KnownPlace = {
  kind: 'park' | 'hub' | 'site'
  id: string
  nameZh: string
  lngLat: LngLat
  precision: Precision
  area: District
}

/** A name in a text. `areas`: all that bear it; several where a merger joined them or two are called alike. */
export type Found = {
  at: number
  said: string
} /** `isShort`: without what it is, as 某某 for 某某区. */ & (
  | { kind: 'area'; areas: readonly District[]; isShort: boolean }
  | { kind: 'places'; places: readonly KnownPlace[] }
)

export type Gazetteer = {
  areas: readonly District[]
  parks: ReadonlyMap<string, KnownPlace>
  /** By id of the area: where most of what is known of it lies near. */
  middles: ReadonlyMap<string, KnownPlace>
  /** Places by the whole of their names, plain. */
  byName: ReadonlyMap<string, readonly KnownPlace[]>
  find: (text: string) => Found[]
}

type Named = {
  areas: Set<District>
  places: Set<KnownPlace>
  /** Less than the whole name. */
  isShort: boolean
}
type Names = Map<string, Named>

export type GazetteerRows = {
  parks: readonly Park[]
  hubs: readonly Hub[]
  sites: readonly Site[]
  areas: readonly District[]
  /** Short names of the provinces, and of a city that is one, with which addresses begin. */
  provinceNames: readonly string[]
}

/** Places outside of every known area are left out. */
export function gazetteerOf(rows: GazetteerRows): Gazetteer {
  const { parks, hubs, sites, areas } = rows
  const beginning = beginningBy(rows.provinceNames, areas)
  const known = (
    [
      ...parks.map((row) => ({ row, kind: 'park', precision: row.properties.coordPrecision })),
      ...hubs.map((row) => ({ row, kind: 'hub', precision: row.properties.coordPrecision })),
      ...sites.map((row) => ({ row, kind: 'site', precision: 'site' })),
    ] as { row: Park | Hub | Site; kind: KnownPlace['kind']; precision: Precision }[]
  ).flatMap(({ row, kind, precision }) => {
    const { geometry, properties, id } = row
    const lngLat = geometry.coordinates as unknown as LngLat
    const area = areaAt(areas, lngLat)
    if (!area) return []
    const place: KnownPlace = { kind, id, nameZh: properties.nameZh, lngLat, precision, area }
    const { labelZh = '', labelEn = '' } = properties as Partial<Park['properties']>
    return [{ place, called: [properties.nameZh, properties.nameEn ?? '', labelZh, labelEn] }]
  })
  const zh: Names = new Map()
  const en: Names = new Map()
  for (const area of areas) nameArea(area, areas, zh, en)
  nameMerged(parks, areas, zh)
  const stems = new Set([...zh].filter(([, { isShort }]) => isShort).map(([name]) => name))
  const byName = new Map<string, KnownPlace[]>()
  for (const { place, called } of known) {
    for (const name of called.map(plainChinese)) {
      if (name) byName.set(name, [...(byName.get(name) ?? []), place])
    }
    namePlace(place, called, (name) => withoutArea(name, stems, beginning), { stems, zh, en })
  }
  const places = known.map(({ place }) => place)
  return {
    areas,
    parks: new Map(places.flatMap((one) => (one.kind === 'park' ? [[one.id, one]] : []))),
    middles: middlesOf(places),
    byName,
    find: finderOf(zh, en, beginning),
  }
}

/** Without blanks, marks and brackets, what is in brackets staying. */
export function plainChinese(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '')
}

const plainEnglish = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim()

const PEOPLES =
  /(?:土家|苗|藏|羌|彝|侗|布依|仡佬|回|满|蒙古|维吾尔|壮|瑶|白|傣|哈尼|黎|傈僳|佤|畲|纳西|哈萨克|朝鲜)族/
const ENDINGS = new RegExp(
  `(?:${PEOPLES.source})*(?:自治[县州旗]|地区|新区|林区|矿区|[区县市盟旗])$`,
)
/** 某某区 → 某某; null: too short to be known by (某县). */
function stemOf(name: string): string | null {
  const stem = name.replace(ENDINGS, '')
  return stem.length >= 2 && stem !== name ? stem : null
}

function put(names: Names, name: string, isShort: boolean): Named {
  const there = names.get(name)
  if (there) {
    there.isShort &&= isShort
    return there
  }
  const made: Named = { areas: new Set(), places: new Set(), isShort }
  names.set(name, made)
  return made
}

function nameArea(area: District, areas: readonly District[], zh: Names, en: Names): void {
  const { nameZh, nameEn, level } = area.properties
  put(zh, nameZh, false).areas.add(area)
  put(en, plainEnglish(nameEn.replace(/\(.*\)/, '')), true).areas.add(area)
  const kinds = level === 'district' ? ['district', 'county'] : ['city', 'prefecture']
  for (const kind of kinds) {
    const bareName = plainEnglish(nameEn.replace(/\(.*\)| (district|county|city)$/gi, ''))
    put(en, `${bareName} ${kind}`, false).areas.add(area)
  }
  const stem = stemOf(nameZh)
  if (!stem) return
  put(zh, stem, true).areas.add(area)
  // A county that became a district, and one of a people by its everyday name: unless another bears it.
  for (const ending of level === 'district' ? ['区', '县', '市'] : ['市', '州']) {
    const name = `${stem}${ending}`
    const isOthers = areas.some((one) => one !== area && one.properties.nameZh === name)
    if (!isOthers) put(zh, name, false).areas.add(area)
  }
}

/** A district that others were merged into: those, and those of which parks were. */
function nameMerged(parks: readonly Park[], areas: readonly District[], zh: Names): void {
  const byName = new Map(areas.map((area) => [area.properties.nameZh, area]))
  const pairs = [
    ...areas.map((area) => [area, area.properties.district2025Zh] as const),
    ...parks.map(
      ({ properties: { districtZh, district2025Zh } }) =>
        [byName.get(districtZh), district2025Zh] as const,
    ),
  ]
  for (const [area, merged] of pairs) {
    if (area && merged && !byName.has(merged) && ENDINGS.test(merged)) {
      put(zh, merged, false).areas.add(area)
    }
  }
}

const BRACKETS = /[(（][^)）]*[)）]/g
/** Shorter names of places need their district before them, or a word after that only places have. */
const TELLING = 4

function namePlace(
  place: KnownPlace,
  [nameZh = '', nameEn = '', labelZh = '', labelEn = '']: readonly string[],
  shortened: (name: string) => string,
  { stems, zh, en }: { stems: ReadonlySet<string>; zh: Names; en: Names },
): void {
  const parts = [nameZh, labelZh].flatMap((name) => [
    name,
    name.replace(BRACKETS, ''),
    ...name.replace(BRACKETS, '').split(/[/／]/),
  ])
  for (const name of parts.map(plainChinese)) {
    for (const one of [name, shortened(name)]) {
      if (one.length < 2 || stems.has(one) || zh.get(one)?.areas.size) continue
      const isShort = one.length < TELLING && one !== plainChinese(nameZh)
      put(zh, one, isShort).places.add(place)
    }
  }
  for (const name of [nameEn, nameEn.replace(BRACKETS, ''), labelEn].map(plainEnglish)) {
    // A single word may be anything.
    if (name.includes(' ') && !en.get(name)?.areas.size) put(en, name, false).places.add(place)
  }
}

/** What is left where the area before it is taken off; the whole where that tells too little. */
function withoutArea(name: string, stems: ReadonlySet<string>, beginning: Beginning): string {
  const before = beginning(name)
  const rest = name.slice(before.length)
  const stem = [...stems].find((one) => rest.startsWith(one)) ?? ''
  const left = rest.slice(stem.length).replace(/^[区县市]/, '')
  return left.length < 2 || COMMON.test(left) ? rest : left
}

/** Names that every district has one of. */
const COMMON = /^(国际|国家级?|机场|工业|高新|经开|经济|产业|港$|园区)/

function middlesOf(places: readonly KnownPlace[]): Map<string, KnownPlace> {
  const byArea = Map.groupBy(places, ({ area }) => area.id)
  const metersFrom = (place: KnownPlace, all: readonly KnownPlace[]) =>
    all.reduce((sum, { lngLat }) => sum + greatCircleMeters(place.lngLat, lngLat), 0)
  return new Map(
    [...byArea].map(([id, all]) => {
      const ranked = all.map((place) => ({ place, meters: metersFrom(place, all) }))
      const first = ranked.reduce((best, one) => (one.meters < best.meters ? one : best))
      return [id, first.place]
    }),
  )
}

/** After a name cut short: it is that of a road, a bank, a harbour, another town. */
const NOT_AREA =
  /^(?:[东南西北中]?[一二三四五六七八九十\d]*[路街巷道桥站港]|大道|国际|机场|新区|[镇乡村嘴城])/
/** After a short name of a place. */
const OF_PLACE = /^(?:街道|镇|片区|组团|园|工业|产业|新城|高新|经开|开发区)/
const OF_ROAD = /^(?:[东南西北中]?[一二三四五六七八九十\d]*(?:路|街(?!道)|巷|桥|站)|大道)/
const NOT_AREA_EN =
  /^ (?:north|south|east|west|road|rd|avenue|ave|street|st|international|airport|port|railway|bridge|new area)\b/

const MOST_KEPT = 4000
const LONGEST_KEPT = 24

function finderOf(zh: Names, en: Names, beginning: Beginning): (text: string) => Found[] {
  const inChinese = beginningsOf(zh, (name) => name.slice(0, 2))
  const inEnglish = beginningsOf(en, firstWord)
  const read = (text: string) => [
    ...foundIn(plainChinese(text), inChinese, pairAt, (one) => isMeant(one, beginning)),
    ...(/[a-z]{3}/i.test(text)
      ? foundIn(plainEnglish(text), inEnglish, wordAt, isMeantInEnglish)
      : []),
  ]
  // Columns of districts and cities say the same few things in each of their rows.
  const kept = new Map<string, Found[]>()
  return (text) => {
    const there = kept.get(text)
    if (there) return there
    const found = read(text)
    if (text.length <= LONGEST_KEPT && kept.size < MOST_KEPT) kept.set(text, found)
    return found
  }
}

type Beginnings = ReadonlyMap<string, readonly (readonly [name: string, named: Named])[]>

/** By how they begin; longer names go before those they begin with. */
function beginningsOf(names: Names, beginningOf: (name: string) => string): Beginnings {
  const sorted = [...names].sort(([a], [b]) => b.length - a.length)
  return Map.groupBy(sorted, ([name]) => beginningOf(name))
}

const firstWord = (name: string) => name.split(' ', 1)[0] ?? ''
const pairAt = (text: string, at: number) => text.slice(at, at + 2)
const wordAt = (text: string, at: number) =>
  at === 0 || text[at - 1] === ' ' ? firstWord(text.slice(at)) : ''

type Standing = { name: string; named: Named; before: Found | undefined; at: number; text: string }

function foundIn(
  text: string,
  names: Beginnings,
  beginningAt: (text: string, at: number) => string,
  isMeantAt: (standing: Standing) => boolean,
): Found[] {
  const found: Found[] = []
  for (let at = 0; at < text.length; at++) {
    const [name, named] =
      names.get(beginningAt(text, at))?.find(([one]) => text.startsWith(one, at)) ?? []
    if (!name || !named) continue
    if (isMeantAt({ name, named, before: found.at(-1), at, text })) {
      found.push(foundAt(at, name, named))
    }
    at += name.length - 1
  }
  return found
}

function foundAt(at: number, said: string, { areas, places, isShort }: Named): Found {
  return areas.size > 0
    ? { at, said, kind: 'area', areas: [...areas], isShort }
    : { at, said, kind: 'places', places: [...places] }
}

function isMeant({ name, named, before, at, text }: Standing, beginning: Beginning): boolean {
  const after = text.slice(at + name.length)
  const isAfterArea = before?.kind === 'area' && before.at + before.said.length === at
  if (named.areas.size > 0) {
    const isFirst = beginning(text).length === at || isAfterArea
    // A name of two characters may be the end of anything.
    if (!named.isShort) return name.length > 2 || isFirst
    return isFirst && !NOT_AREA.test(after)
  }
  if (!named.isShort) return true
  return !OF_ROAD.test(after) && (isAfterArea || OF_PLACE.test(after))
}

function isMeantInEnglish({ name, named, at, text }: Standing): boolean {
  const after = text.slice(at + name.length)
  if (after && !after.startsWith(' ')) return false
  return !named.isShort || !NOT_AREA_EN.test(after)
}

/** What goes before a district in an address, or before a name: country, province, city. */
type Beginning = (text: string) => string

/** By what it is called at its end, by a name that is known, or before a city that is known. */
function beginningBy(names: readonly string[], areas: readonly District[]): Beginning {
  const cities = areas
    .filter(({ properties }) => properties.level === 'city')
    .flatMap(({ properties }) => stemOf(properties.nameZh) ?? [])
  const either = (all: readonly string[]) => (all.length > 0 ? `(?:${all.join('|')})` : '(?!)')
  const han = '\\p{Script=Han}'
  const province = [
    `${either(names)}[省市]?`,
    `${han}{2,3}省`,
    `${han}{2,6}自治区`,
    `${han}{2,3}(?=${either(cities)})`,
  ].join('|')
  const before = new RegExp(`^(?:中国)?(?:${province}){0,2}(?:市辖区)?`, 'u')
  return (text) => before.exec(text)?.[0] ?? ''
}
