// Which columns does the matrix have, in which order, and in which one does a firm stand?
//
// The "1" or its candidates first, then by minutes to the nearest of them, then what cannot be
// measured, and last the firms that stand in none: so every firm is in exactly one column.
import type {
  CoverageColumn,
  CoverageFirm,
  CoverageKnown,
  CoveragePark,
  Grain,
} from '#geodata/contract/processes/coverage.ts'
import type { SecondsInterval } from '#geodata/contract/shared.ts'
import { cityCode } from '#geodata/model/city-pairs.ts'

export const ELSEWHERE = 'elsewhere'

export type Columns = {
  columns: CoverageColumn[]
  indexOfFirm: (firm: CoverageFirm) => number
}

export function columnsOf(
  { parks, firms, destinations, municipalities }: CoverageKnown,
  grain: Grain,
): Columns {
  const codeOf = (adcode: string | null) => (adcode ? cityCode(adcode, municipalities) : null)
  const cityOf = cityCodes(firms, codeOf)
  const keyOfFirm = (firm: CoverageFirm) => {
    if (grain === 'park') return firm.parkId
    if (grain === 'district') return firm.adcode
    return codeOf(firm.adcode) ?? cityOf.get(firm.city) ?? null
  }
  const keyOfPark = ({ id, adcode }: CoveragePark) =>
    grain === 'park' ? id : grain === 'district' ? adcode : codeOf(adcode)
  const parksIn = Map.groupBy(parks, keyOfPark)
  const firmsIn = Map.groupBy(firms, keyOfFirm)
  // A firm's park may be filtered away: then the firm stands elsewhere.
  const keys = grain === 'park' ? parks.map(({ id }) => id) : [...parksIn.keys(), ...firmsIn.keys()]
  const vehicleParks = destinations.flatMap(({ kind }, index) =>
    kind === 'vehicle-park' ? [index] : [],
  )
  const columns = [...new Set(keys)]
    .filter((key) => key !== null)
    .map((key): CoverageColumn => {
      const itsParks = parksIn.get(key) ?? []
      const itsFirms = firmsIn.get(key) ?? []
      return {
        id: key,
        kind: grain,
        ...namesOf(grain, itsParks[0], itsFirms[0]),
        parkIds: itsParks.map(({ id }) => id),
        isVehiclePark: itsParks.some(({ isVehiclePark }) => isVehiclePark),
        duration: shortest([
          ...itsParks.map(({ duration }) => duration),
          ...(itsParks.length > 0 ? [] : itsFirms.flatMap((firm) => waysOf(firm, vehicleParks))),
        ]),
      }
    })
    .sort(byMinutes)
  columns.push({
    id: ELSEWHERE,
    kind: 'elsewhere',
    nameZh: '',
    nameEn: '',
    parkIds: [],
    isVehiclePark: false,
    duration: null,
  })
  const indexOf = new Map(columns.map(({ id }, index) => [id, index]))
  return {
    columns,
    indexOfFirm: (firm) => indexOf.get(keyOfFirm(firm) ?? '') ?? columns.length - 1,
  }
}

function namesOf(grain: Grain, park: CoveragePark | undefined, firm: CoverageFirm | undefined) {
  if (grain === 'park') return { nameZh: park?.nameZh ?? '', nameEn: park?.nameEn ?? '' }
  const nameZh =
    grain === 'city' ? (firm?.city ?? '') : (park?.districtZh ?? firm?.districtZh ?? '')
  return { nameZh, nameEn: '' }
}

/** The codes of the cities that firms name: so a firm of no known district still has its city. */
function cityCodes(
  firms: readonly CoverageFirm[],
  codeOf: (adcode: string | null) => string | null,
): Map<string, string> {
  return new Map(
    firms.flatMap(({ city, adcode }) => {
      const code = codeOf(adcode)
      return code ? [[city, code] as const] : []
    }),
  )
}

function waysOf({ secondsTo }: CoverageFirm, to: readonly number[]): SecondsInterval[] {
  return to.flatMap((index) => {
    const seconds = secondsTo[index]
    if (!seconds) return []
    return [{ lowSeconds: seconds[0], centralSeconds: seconds[1], highSeconds: seconds[2] }]
  })
}

function shortest(durations: readonly (SecondsInterval | null)[]): SecondsInterval | null {
  return durations.reduce(
    (best, one) => (one && one.centralSeconds < (best?.centralSeconds ?? Infinity) ? one : best),
    null,
  )
}

function byMinutes(a: CoverageColumn, b: CoverageColumn): number {
  return (
    Number(b.isVehiclePark) - Number(a.isVehiclePark) ||
    (a.isVehiclePark ? 0 : secondsOf(a) - secondsOf(b)) ||
    (a.id < b.id ? -1 : 1)
  )
}

/** Unmeasured ones after all others; a large number, since Infinity − Infinity is none. */
function secondsOf({ duration }: CoverageColumn): number {
  return duration?.centralSeconds ?? Number.MAX_SAFE_INTEGER
}
