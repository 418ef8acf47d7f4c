// How many truck minutes lie between places that a story names, one pair or each with each?
import { placeOf, type RegionFacts } from '#geodata/analysis/facts.ts'
import {
  type Ground,
  type Place,
  spreadFrom,
  type Trip,
  tripTo,
} from '#geodata/analysis/ground/trips.ts'
import type { Link } from '#geodata/contract/collections.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { FigureAnswer, FigureTable, LiveFigure } from '#geodata/contract/stories.ts'
import { PRECISION_RADIUS_KILOMETERS } from '#geodata/model/precision.ts'
import { isWide } from '#geodata/model/wide-interval.ts'

type Of<Kind extends LiveFigure['kind']> = Extract<LiveFigure, { kind: Kind }>
type Named = Of<'minutes'>['from']
type Places = Pick<RegionFacts, 'parks' | 'companies' | 'hubs'>

const SPEEDS: Bilingual = {
  zh: '卡车规划速度，不计拥堵与装卸',
  en: 'at planning speeds for trucks, without congestion and loading',
}

/** The network and the speeds a figure in minutes stands on. */
export function roadsOf({ roads: { title } }: Ground): Bilingual {
  return { zh: `${title.zh}，${SPEEDS.zh}`, en: `${title.en} ${SPEEDS.en}` }
}

const UNIT: Bilingual = { zh: '分', en: 'min' }
const NOTHING = { low: null, high: null, total: null, clauseZh: null }

export function minutesBetween(
  facts: Places,
  ground: Ground,
  { from, to }: Of<'minutes'>,
): FigureAnswer {
  return minutesOf(ground, placed(facts, from).place, placed(facts, to).place)
}

/** Between the ends of the cable: the seats of the cities' governments. */
export function cityMinutes(
  { links }: { links: readonly Link[] },
  ground: Ground,
  figure: Of<'cityMinutes'>,
): FigureAnswer {
  const [from, to] = links.flatMap(({ geometry, properties }) => {
    const line = geometry?.coordinates[properties.cityPairs.indexOf(figure.cityPair)]
    return (line as [number, number][] | undefined) ?? []
  })
  const seat = (lngLat: [number, number] | undefined): Place | null =>
    lngLat ? { lngLat, radiusKilometers: PRECISION_RADIUS_KILOMETERS.site } : null
  return minutesOf(ground, seat(from), seat(to))
}

/**
 * Each with each, the shortest of a row marked by the middle of its interval. The words tell the nearest pair of all.
 * What is not there, or has no place, is unknown to all others.
 */
export function matrixFigure(
  facts: Places,
  ground: Ground,
  { from, to }: Of<'matrix'>,
): FigureAnswer {
  const columns = to.map((one) => placed(facts, one))
  let nearest: { seconds: number; said: Bilingual } | null = null
  const rows = from.map((one): FigureTable['rows'][number] => {
    const row = placed(facts, one)
    const spread = row.place && spreadFrom(ground, row.place)
    const cells = columns.map(({ place, id }) => {
      if (id === row.id) return SAME_PLACE
      return toldTrip(spread && place ? tripTo(ground, spread, place) : null)
    })
    const shortest = Math.min(...cells.map(({ seconds }) => seconds ?? Number.POSITIVE_INFINITY))
    const at = cells.findIndex(({ seconds }) => seconds === shortest)
    const there = columns[at]
    const said = cells[at]?.said
    if (there && said && shortest < (nearest?.seconds ?? Number.POSITIVE_INFINITY)) {
      nearest = { seconds: shortest, said: pairSaid(row.name, there.name, said) }
    }
    const isOneOfSeveral = cells.filter(({ seconds }) => seconds !== null).length > 1
    return {
      name: row.name,
      unit: null,
      cells: cells.map(({ said: words, seconds }) => ({
        said: words,
        mark: isOneOfSeveral && seconds === shortest ? 'best' : null,
      })),
    }
  })
  const said = (nearest as { said: Bilingual } | null)?.said ?? null
  return {
    ...NOTHING,
    value: said?.zh ?? null,
    said,
    unit: null,
    source: roadsOf(ground),
    table: { columns: columns.map(({ name }) => name), rows, unit: UNIT },
  }
}

type Told = { said: Bilingual | null; seconds: number | null }
const SAME_PLACE: Told = { said: { zh: '—', en: '—' }, seconds: null }

const pairSaid = (from: Bilingual, to: Bilingual, minutes: Bilingual): Bilingual => ({
  zh: `${from.zh}到${to.zh} ${minutes.zh} ${UNIT.zh}`,
  en: `${from.en} to ${to.en}, ${minutes.en} ${UNIT.en}`,
})

/** Its place, null where none is known, and the name it is called by; what is not there is called by its id. */
function placed(facts: Places, { collection, id }: Named) {
  const all: readonly (Parameters<typeof placeOf>[0] & { properties: Calling })[] =
    facts[collection]
  const found = all.find(({ properties }) => properties.id === id)
  return {
    id: `${collection} ${id}`,
    place: found ? placeOf(found) : null,
    name: found ? calledOf(found.properties) : { zh: id, en: id },
  }
}

type Calling = { id: string; nameZh: string; nameEn: string; labelZh?: string; labelEn?: string }

/** Parks have short names. */
function calledOf({ nameZh, nameEn, labelZh = nameZh, labelEn = nameEn }: Calling): Bilingual {
  return { zh: labelZh, en: labelEn || nameEn || labelZh }
}

function minutesOf(ground: Ground, from: Place | null, to: Place | null): FigureAnswer {
  const trip = from && to ? tripTo(ground, spreadFrom(ground, from), to) : null
  const source = roadsOf(ground)
  if (trip?.kind !== 'reached') {
    return { ...NOTHING, value: null, said: null, unit: UNIT, source }
  }
  const [low, value, high] = wholeMinutes(trip)
  return { ...NOTHING, value, low, high, said: toldTrip(trip).said, unit: UNIT, source }
}

/** An interval where it is wide. */
function toldTrip(trip: Trip | null): Told {
  if (trip?.kind !== 'reached') return { said: null, seconds: null }
  const [low, value, high] = wholeMinutes(trip)
  const words = isWide(low, value, high) ? `${low}–${high}` : String(value)
  return { said: { zh: words, en: words }, seconds: trip.duration.centralSeconds }
}

function wholeMinutes({ duration }: Extract<Trip, { kind: 'reached' }>): [number, number, number] {
  const minutes = (seconds: number) => Math.round(seconds / 60)
  const { lowSeconds, centralSeconds, highSeconds } = duration
  return [minutes(lowSeconds), minutes(centralSeconds), minutes(highSeconds)]
}
