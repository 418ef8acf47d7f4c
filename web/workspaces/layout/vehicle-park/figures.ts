// Which figures compare the candidates for the "1", and of which rows is each made?
import type {
  Doubtful,
  TimedRow,
  VehicleParkCandidate,
} from '#geodata/contract/processes/vehicle-park.ts'

export type MeasureId =
  | 'median'
  | 'rail'
  | 'port'
  | 'airport'
  | 'plants'
  | 'planned'
  | 'undeveloped'
  | `${'suppliers' | 'segments' | 'parks'}:${number}`

export type Measure = {
  id: MeasureId
  group: 'suppliers' | 'segments' | 'parks' | 'hubs' | 'plants' | 'land'
  /** Only where the measure is "within". */
  cutoffMinutes: number | null
  unit: 'minutes' | 'firms' | 'segments' | 'parks' | 'plants' | 'squareKilometers'
  better: 'low' | 'high'
  /** null: unknown. */
  value: Doubtful | null
}

/** Every measure of a candidate, in the order of the table. */
export function measuresOf(candidate: VehicleParkCandidate): Measure[] {
  const within = (group: 'suppliers' | 'segments' | 'parks'): Measure[] =>
    candidate.covered.map((covered) => ({
      id: `${group}:${covered.cutoffMinutes}`,
      group,
      cutoffMinutes: covered.cutoffMinutes,
      unit: group === 'suppliers' ? 'firms' : group,
      better: 'high',
      value: covered[group],
    }))
  const { plannedSquareKilometers: planned, developedSquareKilometers: developed } = candidate.land
  const undeveloped = planned === null || developed === null ? null : planned - developed
  return [
    {
      id: 'median',
      group: 'suppliers',
      cutoffMinutes: null,
      unit: 'minutes',
      better: 'low',
      value: candidate.medianMinutes,
    },
    ...within('suppliers'),
    ...within('segments'),
    ...within('parks'),
    ...candidate.hubs.map(
      ({ kind, nearest }): Measure => ({
        id: kind,
        group: 'hubs',
        cutoffMinutes: null,
        unit: 'minutes',
        better: 'low',
        value: nearest && minutesOf(nearest),
      }),
    ),
    {
      id: 'plants',
      group: 'plants',
      cutoffMinutes: null,
      unit: 'plants',
      better: 'high',
      value: exactly(candidate.plants.length),
    },
    land('planned', planned),
    land('undeveloped', undeveloped),
  ]
}

function land(id: 'planned' | 'undeveloped', squareKilometers: number | null): Measure {
  return {
    id,
    group: 'land',
    cutoffMinutes: null,
    unit: 'squareKilometers',
    better: 'high',
    value: squareKilometers === null ? null : exactly(squareKilometers),
  }
}

function exactly(value: number): Doubtful {
  return { low: value, central: value, high: value }
}

export function minutesOf({ duration }: TimedRow): Doubtful | null {
  if (!duration) return null
  const { lowSeconds, centralSeconds, highSeconds } = duration
  return { low: lowSeconds / 60, central: centralSeconds / 60, high: highSeconds / 60 }
}

export type Place = 'best' | 'worst' | null

/**
 * Who is best and who worst among the known, by the central values; `sure` where no other known
 * value's interval reaches it. Equal to each other: neither is named.
 */
export function placesOf(measures: readonly Measure[]): { place: Place; sure: boolean }[] {
  const known = measures.flatMap(({ value }) => (value ? [value] : []))
  const sign = measures[0]?.better === 'low' ? -1 : 1
  const merits = known.map(({ central }) => sign * central)
  const [most, least] = [Math.max(...merits), Math.min(...merits)]
  return measures.map(({ value }) => {
    if (!value || known.length < 2 || most === least) return { place: null, sure: false }
    const merit = sign * value.central
    const place = merit === most ? 'best' : merit === least ? 'worst' : null
    const others = known.filter((other) => other !== value)
    return { place, sure: others.every((other) => isApart(value, other)) }
  })
}

function isApart(a: Doubtful, b: Doubtful): boolean {
  const high = ({ high }: Doubtful) => high ?? Number.POSITIVE_INFINITY
  return high(a) < b.low || high(b) < a.low
}

/** How sure a row is to lie within the cutoff. */
export type Within = 'surely' | 'maybe' | 'no'

export function withinOf({ duration }: TimedRow, cutoffMinutes: number): Within {
  if (!duration) return 'maybe'
  if (duration.highSeconds <= cutoffMinutes * 60) return 'surely'
  return duration.lowSeconds <= cutoffMinutes * 60 ? 'maybe' : 'no'
}
