// What is a system of coordinates called, in a sentence?

import type { Bilingual } from '#geodata/contract/shared.ts'
import {
  type CoordinateSystem,
  type SurveyDatum,
  zoneOf,
} from '#geodata/formats/coordinates/coordinate-system.ts'
import type { Datum } from '#geodata/formats/datums/index.ts'

const DATUM_WORDS: Record<Datum, Bilingual> = {
  wgs84: { zh: 'WGS84 / CGCS2000', en: 'WGS84 / CGCS2000' },
  gcj02: { zh: '高德、腾讯坐标（GCJ-02）', en: 'GCJ-02 (Amap, Tencent)' },
  bd09: { zh: '百度坐标（BD-09）', en: 'BD-09 (Baidu)' },
}
export const SURVEY_WORDS: Record<SurveyDatum, Bilingual> = {
  cgcs2000: { zh: '2000 国家大地坐标系', en: 'CGCS2000' },
  xian80: { zh: '1980 西安坐标系', en: 'Xi’an 1980' },
  beijing54: { zh: '1954 北京坐标系', en: 'Beijing 1954' },
}

export function systemWords(system: CoordinateSystem): Bilingual {
  switch (system.kind) {
    case 'degrees':
      return DATUM_WORDS[system.datum]
    case 'web-mercator':
      return { zh: 'Web 墨卡托', en: 'Web Mercator' }
    case 'gauss-kruger': {
      const { zh, en } = SURVEY_WORDS[system.datum]
      const { zoneDegrees, centralMeridianDegrees: central } = system
      const [inZone, zoned] = system.hasZonePrefix
        ? [`第 ${zoneOf(system)} 带`, `, zone ${zoneOf(system)}`]
        : ['', '']
      return {
        zh: `${zh}高斯–克吕格 ${zoneDegrees}° ${inZone}（中央经线 ${central}°）`,
        en: `${en}, Gauss–Krüger ${zoneDegrees}°${zoned} (central meridian ${central}°)`,
      }
    }
  }
}
