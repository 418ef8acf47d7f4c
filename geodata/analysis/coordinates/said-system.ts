// How much likelier is a system because the file says so itself: by its format, a .prj, a code, the names of its columns?
// Files are often wrong about it, so that it is a hint and never the answer.
import type { Hypothesis } from '#geodata/analysis/coordinates/which-system.ts'
import type { SurveyDatum } from '#geodata/formats/coordinates/coordinate-system.ts'
import type { SaidSystem } from '#geodata/formats/import/foreign/piece.ts'

/** At a guess: of twenty files that say it, one is wrong. */
const SAID = 20

type Meant = (hypothesis: Hypothesis) => boolean

export function saidWeights(
  said: SaidSystem | null,
  headers: readonly string[],
): (hypothesis: Hypothesis) => number {
  const meant = [meantBy(said), ...headers.map(meantByHeader)].filter((one) => one !== null)
  return (hypothesis) => {
    // A format of maps holds numbers, which nobody runs together.
    if (said && hypothesis.reading.isPacked) return 0
    return meant.reduce((weight, is) => (is(hypothesis) ? weight * SAID : weight), 1)
  }
}

const isDegrees =
  (datum: string): Meant =>
  ({ system }) =>
    system.kind === 'degrees' && system.datum === datum

const HEADERS: readonly [RegExp, Meant][] = [
  [/百度|bd-?09/i, isDegrees('bd09')],
  [/高德|腾讯|火星|gcj-?02/i, isDegrees('gcj02')],
  [/wgs-?84|gps|84坐标/i, isDegrees('wgs84')],
  [/cgcs-?2000|国家2000|2000坐标/i, ofDatum('cgcs2000')],
  [/西安\s*80|xian\s*-?80|80坐标/i, ofDatum('xian80')],
  [/北京\s*54|beijing\s*-?54|54坐标/i, ofDatum('beijing54')],
]

function meantByHeader(header: string): Meant | null {
  return HEADERS.find(([words]) => words.test(header))?.[1] ?? null
}

function ofDatum(datum: SurveyDatum): Meant {
  return ({ system }) =>
    (system.kind === 'gauss-kruger' && system.datum === datum) ||
    (datum === 'cgcs2000' && system.kind === 'degrees' && system.datum === 'wgs84')
}

/** Zones of the three datums in the list of the EPSG: [first, last, degrees of a zone, number of the first, with prefix]. */
const ZONES: readonly [SurveyDatum, number, number, 3 | 6, number, boolean][] = [
  ['cgcs2000', 4491, 4501, 6, 13, true],
  ['cgcs2000', 4502, 4512, 6, 13, false],
  ['cgcs2000', 4513, 4533, 3, 25, true],
  ['cgcs2000', 4534, 4554, 3, 25, false],
  ['xian80', 2327, 2337, 6, 13, true],
  ['xian80', 2338, 2348, 6, 13, false],
  ['xian80', 2349, 2369, 3, 25, true],
  ['xian80', 2370, 2390, 3, 25, false],
  ['beijing54', 2401, 2421, 3, 25, true],
  ['beijing54', 2422, 2442, 3, 25, false],
  ['beijing54', 21413, 21423, 6, 13, true],
  ['beijing54', 21453, 21463, 6, 13, false],
]

function meantBy(said: SaidSystem | null): Meant | null {
  if (!said) return null
  const text = `${said.name ?? ''} ${said.wellKnownText ?? ''}`
  const code = Number(/EPSG[^\d]{0,3}(\d{4,5})\b/i.exec(said.name ?? '')?.[1])
  if (code === 3857 || /web.?mercator|pseudo-mercator/i.test(text)) {
    return ({ system }) => system.kind === 'web-mercator'
  }
  const zone = ZONES.find(([, from, to]) => code >= from && code <= to)
  if (zone) {
    const [datum, from, , degrees, first, hasPrefix] = zone
    const number = first + code - from
    return inZone(datum, degrees === 3 ? number * 3 : number * 6 - 3, hasPrefix)
  }
  const datum = /xian[_ ]?1980|xian[_ ]?80/i.test(text)
    ? 'xian80'
    : /beijing[_ ]?19?54/i.test(text)
      ? 'beijing54'
      : /cgcs[_ ]?2000|china[_ ]geodetic/i.test(text)
        ? 'cgcs2000'
        : null
  const central = Number(/central_meridian"?\s*,\s*([\d.]+)/i.exec(text)?.[1])
  const easting = Number(/false_easting"?\s*,\s*([\d.]+)/i.exec(text)?.[1])
  if (datum && Number.isFinite(central)) return inZone(datum, central, easting > 1_000_000)
  if (datum) return ofDatum(datum)
  const isWorld = [4326, 4490, 84].includes(code) || /wgs[_ ]?(19)?84|crs84/i.test(text)
  return isWorld || said.by === 'format' ? isDegrees('wgs84') : null
}

function inZone(datum: SurveyDatum, central: number, hasPrefix: boolean): Meant {
  return ({ system }) =>
    system.kind === 'gauss-kruger' &&
    system.datum === datum &&
    system.centralMeridianDegrees === central &&
    system.hasZonePrefix === hasPrefix
}
