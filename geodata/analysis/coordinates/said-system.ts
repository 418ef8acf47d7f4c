// How much likelier is a system because the file says so itself: by its format, a .prj, a code, the names of its columns?
// Files are often wrong about it, so that it is a hint and never the answer.
import { SURVEY_WORDS, systemWords } from '#geodata/analysis/coordinates/system-words.ts'
import type { Hypothesis } from '#geodata/analysis/coordinates/which-system.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { SurveyDatum } from '#geodata/formats/coordinates/coordinate-system.ts'
import type { Datum } from '#geodata/formats/datums/index.ts'
import type { SaidSystem } from '#geodata/formats/import/foreign/piece.ts'

/** At a guess: of twenty files that say it, one is wrong. */
const SAID = 20

type Meant = {
  /** What it calls the system, as it is called here. */
  words: Bilingual
  is: (hypothesis: Hypothesis) => boolean
}

/** Something the file says of its coordinates. */
export type Saying = {
  by: 'header' | 'file'
  /** As the file has it: headers, the name of a system, the beginning of a .prj. */
  text: string
  /** Null: nothing that is known here. */
  meant: Meant | null
}

const MOST_TEXT = 120

/** Headers that mean one system say it once: who wrote the one wrote the other. */
export function sayingsOf(said: SaidSystem | null, headers: readonly string[]): Saying[] {
  const text = said && (said.name ?? said.wellKnownText?.slice(0, MOST_TEXT))
  const byHeader = HEADERS.flatMap(([words, meant]): Saying[] => {
    const saying = headers.filter((header) => meantByHeader(header) === words)
    return saying.length > 0 ? [{ by: 'header', text: saying.join('、'), meant }] : []
  })
  return [...(text ? [{ by: 'file' as const, text, meant: meantBy(said) }] : []), ...byHeader]
}

export function saidWeights(
  said: SaidSystem | null,
  headers: readonly string[],
): (hypothesis: Hypothesis) => number {
  const byFile = meantBy(said)
  const byHeaders = sayingsOf(null, headers).map(({ meant }) => meant)
  const meant = [byFile, ...byHeaders].filter((one) => one !== null)
  return (hypothesis) => {
    // A format of maps holds numbers, which nobody runs together.
    if (said && hypothesis.reading.isPacked) return 0
    return meant.reduce((weight, { is }) => (is(hypothesis) ? weight * SAID : weight), 1)
  }
}

function isDegrees(datum: Datum): Meant {
  return {
    words: systemWords({ kind: 'degrees', datum }),
    is: ({ system }) => system.kind === 'degrees' && system.datum === datum,
  }
}

/** As people and the tools that convert coordinates write it; BD09MC are meters of a projection of its own. */
const HEADERS: readonly [RegExp, Meant][] = [
  [
    /百度(?:地图)?|baidu|bd[-_ ]?09(?:ll)?(?!mc)|(?<![a-z])bd(?=[-_ ]?(?:lng|lon|lat|x|y)|[^a-z0-9]*$)/i,
    isDegrees('bd09'),
  ],
  [
    /(?:高德|腾讯)(?:地图)?|火星|amap|gaode|autonavi|tencent|gcj(?:[-_ ]?02)?|(?<![a-z])mars(?![a-z])/i,
    isDegrees('gcj02'),
  ],
  [
    /wgs(?:[-_ ]?(?:19)?84|(?![-_ ]?\d))|gps|epsg[-_: ]?4326|(?<!\d)84(?=坐标)|(?<=(?:lng|lon|long|lat|[经纬]度)[-_ ]?)84(?!\d)/i,
    isDegrees('wgs84'),
  ],
  [
    /cgcs(?:[-_ ]?2000)?|天地图|epsg[-_: ]?4490|(?:国家|大地)2000|2000(?:国家|大地)?(?=坐标)|(?<=(?:^|[^a-z])[xy][-_ ]?)2000(?!\d)/i,
    ofDatum('cgcs2000'),
  ],
  [/西安\s*(?:19)?80|xi'?an[-_ ]?(?:19)?80|(?<!\d)80(?=坐标)/i, ofDatum('xian80')],
  [/北京\s*(?:19)?54|beijing[-_ ]?(?:19)?54|(?<!\d)54(?=坐标)/i, ofDatum('beijing54')],
]

/** By which words it says it; null: it says nothing. */
function meantByHeader(header: string): RegExp | null {
  return HEADERS.find(([words]) => words.test(header))?.[0] ?? null
}

/** Whether two headers mean the same system, or neither means any. */
export function saySameSystem(one: string, other: string): boolean {
  return meantByHeader(one) === meantByHeader(other)
}

/** lng_bd09, 高德经度, 国家2000坐标系X → what is left beside the system: lng, 经度, X. */
export function withoutSystem(header: string): string {
  const words = meantByHeader(header)
  return words ? header.replace(words, ' ').replace(/坐标系统?/, ' ') : header
}

function ofDatum(datum: SurveyDatum): Meant {
  return {
    words: SURVEY_WORDS[datum],
    is: ({ system }) =>
      (system.kind === 'gauss-kruger' && system.datum === datum) ||
      (datum === 'cgcs2000' && system.kind === 'degrees' && system.datum === 'wgs84'),
  }
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
    const system = { kind: 'web-mercator' } as const
    return { words: systemWords(system), is: (one) => one.system.kind === system.kind }
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
  const { zh, en } = SURVEY_WORDS[datum]
  return {
    words: {
      zh: `${zh}（中央经线 ${central}°）`,
      en: `${en} (central meridian ${central}°)`,
    },
    is: ({ system }) =>
      system.kind === 'gauss-kruger' &&
      system.datum === datum &&
      system.centralMeridianDegrees === central &&
      system.hasZonePrefix === hasPrefix,
  }
}
