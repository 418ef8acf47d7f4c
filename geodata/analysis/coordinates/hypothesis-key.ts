// A way to read coordinates, as a word that is sent and kept, and as words that people read.
import { systemWords } from '#geodata/analysis/coordinates/system-words.ts'
import type { Hypothesis, Reading } from '#geodata/analysis/coordinates/which-system.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import {
  type CoordinateSystem,
  SURVEY_DATUMS,
  type SurveyDatum,
} from '#geodata/formats/coordinates/coordinate-system.ts'
import type { Datum } from '#geodata/formats/datums/index.ts'

/** As wgs84, bd09~second~packed, xian80-3-105-zone. */
export function hypothesisKey({ system, reading }: Hypothesis): string {
  return [
    systemKey(system),
    ...(reading.east === 'second' ? ['second'] : []),
    ...(reading.isPacked ? ['packed'] : []),
    ...reading.flips.map((flip) => `minus-${flip}`),
  ].join('~')
}

function systemKey(system: CoordinateSystem): string {
  if (system.kind === 'degrees') return system.datum
  if (system.kind === 'web-mercator') return 'web-mercator'
  const { datum, zoneDegrees, centralMeridianDegrees, hasZonePrefix } = system
  return [datum, zoneDegrees, centralMeridianDegrees, ...(hasZonePrefix ? ['zone'] : [])].join('-')
}

/** Null: no key of such a way. */
export function hypothesisOf(key: string): Hypothesis | null {
  const [name = '', ...marks] = key.split('~')
  const system = systemOf(name)
  if (!system) return null
  const flips = (['longitude', 'latitude'] as const).filter((flip) =>
    marks.includes(`minus-${flip}`),
  )
  const reading: Reading = {
    east: marks.includes('second') ? 'second' : 'first',
    isPacked: marks.includes('packed'),
    flips,
  }
  const found = { system, reading }
  return hypothesisKey(found) === key ? found : null
}

const DATUM_KEYS: readonly string[] = ['wgs84', 'gcj02', 'bd09'] satisfies Datum[]
const SURVEY = /^([a-z0-9]+)-([36])-(\d{1,3})(-zone)?$/

function systemOf(name: string): CoordinateSystem | null {
  if (DATUM_KEYS.includes(name)) return { kind: 'degrees', datum: name as Datum }
  if (name === 'web-mercator') return { kind: 'web-mercator' }
  const [, datum = '', zone, central, prefix] = SURVEY.exec(name) ?? []
  const isMeridian = Number(central) % 3 === 0 && Number(central) < 180
  if (!(SURVEY_DATUMS as readonly string[]).includes(datum) || !isMeridian) return null
  return {
    kind: 'gauss-kruger',
    datum: datum as SurveyDatum,
    zoneDegrees: Number(zone) as 3 | 6,
    centralMeridianDegrees: Number(central),
    hasZonePrefix: prefix !== undefined,
  }
}

/** What is particular of how the two columns are read; empty: they are read as they stand. */
export function readingWords({ system, reading }: Hypothesis): Bilingual {
  const isSurvey = system.kind === 'gauss-kruger'
  const parts: Bilingual[] = []
  if (reading.east === 'second') {
    parts.push(
      isSurvey
        ? { zh: '第一列朝北', en: 'first column to the north' }
        : { zh: '纬度在前', en: 'latitude first' },
    )
  }
  if (reading.isPacked)
    parts.push({ zh: '度分秒连写', en: 'degrees, minutes, seconds run together' })
  if (reading.flips.length > 0) parts.push({ zh: '正负号相反', en: 'signs turned' })
  return { zh: parts.map(({ zh }) => zh).join('，'), en: parts.map(({ en }) => en).join(', ') }
}

export function hypothesisWords(hypothesis: Hypothesis): Bilingual {
  const [system, reading] = [systemWords(hypothesis.system), readingWords(hypothesis)]
  if (!reading.zh) return system
  return { zh: `${system.zh}，${reading.zh}`, en: `${system.en}, ${reading.en}` }
}
