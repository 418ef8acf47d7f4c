// In which words are a figure of a report and what it has become told?
import { amountText, changeTexts } from '#geodata/analysis/told/amount-text.ts'
import { chanceText } from '#geodata/analysis/told/chance-text.ts'
import type { Say } from '#geodata/analysis/told/rich.ts'
import { CODE_WORD, STANDING_WORD, withUnit } from '#geodata/analysis/told/unit-words.ts'
import type { COMPARED_STANDINGS } from '#geodata/contract/processes/comparison.ts'
import type { VerifyReportResult } from '#geodata/contract/processes/verify-report.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'

type ComparedStanding = (typeof COMPARED_STANDINGS)[number]
type Moved = VerifyReportResult['moved'][number]['figures'][number]

const RANKED_WORD: Record<ComparedStanding, Bilingual> = {
  ranked: { zh: '参加排名', en: 'ranked' },
  excluded: { zh: '因硬要求出局', en: 'left out by a must' },
  outside: { zh: '不在候选之列', en: 'not among the candidates' },
  gone: { zh: '已删除', en: 'deleted' },
}
const UNKNOWN: Bilingual = { zh: '未知', en: 'unknown' }

/** Each with its unit, codes in words, and figures that differ never reading alike. */
export function figuresTold(
  { row, unit, figureThen, figureNow }: Omit<Moved, 'title'>,
  say: Say,
): [before: string, now: string] {
  const isBoth = typeof figureThen === 'number' && typeof figureNow === 'number'
  const apart = isBoth ? changeTexts(figureThen, figureNow, unit) : null
  const isChance =
    row === 'chanceFirst' && !(isBoth && chanceText(figureThen) === chanceText(figureNow))
  const told = (figure: Moved['figureThen'], text: string | undefined): string => {
    if (figure === null) return say(UNKNOWN.zh, UNKNOWN.en)
    if (typeof figure === 'string') return codeTold(row, figure, say)
    if (isChance) return chanceText(figure)
    return withUnit(text ?? amountText(figure, unit), unit, say)
  }
  return [told(figureThen, apart?.[0]), told(figureNow, apart?.[1])]
}

/** One that is new to us stays as the data have it. */
function codeTold(row: string, code: string, say: Say): string {
  const standings: Record<string, Bilingual> = row === 'standing' ? RANKED_WORD : STANDING_WORD
  const words = CODE_WORD[row]?.[code] ?? standings[code]
  return words ? say(words.zh, words.en) : code
}
