// By what words is a licence told that the data word in one language only? Screen, files and reports take them from here.
import type { Say } from '#geodata/analysis/told/rich.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'

/** As licences are worded; a licence's own name stays. */
const LICENCES: readonly [phrase: RegExp, words: Bilingual][] = [
  [/public domain/gi, { zh: '公有领域', en: 'public domain' }],
  [/facts, sources per row/gi, { zh: '事实数据，来源逐行列出', en: 'facts, sources per row' }],
  [
    /ISC as packaged; origin unclear/gi,
    { zh: '随包声明为 ISC，来源不明', en: 'ISC as packaged; origin unclear' },
  ],
  [/see its provider/gi, { zh: '以提供方的条款为准', en: 'see its provider' }],
  [
    /\p{Script=Han}+ \/ Tianditu terms of service/gu,
    { zh: '天地图服务条款', en: 'Tianditu terms of service' },
  ],
]

/** In the reader's language where it is worded. */
export function licenceTold(licence: string, say: Say): string {
  return LICENCES.reduce(
    (told, [phrase, { zh, en }]) => told.replaceAll(phrase, say(zh, en)),
    licence,
  )
}
