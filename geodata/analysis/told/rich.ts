// A sentence, of a report or of the page: words, figures that stand out, and the numbers of the sources behind them.
//
// It is data, never markup: what people typed stands in it as they typed it.
import type { DocumentLanguage } from '#geodata/analysis/siting/document/column.ts'

export type Run = { text: string; bold?: true } | { refs: number[] }
export type Rich = Run[]

type Part = string | number | Run | Rich

/** Runs from a sentence with its values put in: `rich\`mean ${bold('47')} min${cited}\``. */
export function rich(words: TemplateStringsArray, ...values: readonly Part[]): Rich {
  return words.flatMap((word, index) => [
    ...(word === '' ? [] : [{ text: word }]),
    ...(index < values.length ? runsOf(values[index] ?? '') : []),
  ])
}

function runsOf(part: Part): Rich {
  if (typeof part === 'string' || typeof part === 'number') {
    return part === '' ? [] : [{ text: String(part) }]
  }
  if (Array.isArray(part)) return part
  return 'refs' in part && part.refs.length === 0 ? [] : [part]
}

export const bold = (text: string | number): Run => ({ text: String(text), bold: true })
export const plain = (text: string): Rich => (text === '' ? [] : [{ text }])

/** Its words alone. */
export const wordsOf = (told: Rich): string =>
  told.map((run) => ('text' in run ? run.text : '')).join('')

/** Several sentences or clauses with something between them. */
export function joinedRich(parts: readonly Rich[], between: string): Rich {
  return parts.flatMap((part, index) => (index === 0 ? part : [{ text: between }, ...part]))
}

/** The side of the report's language. */
export type Say = <Told>(zh: Told, en: Told) => Told

export const sayIn =
  (language: DocumentLanguage): Say =>
  (zh, en) =>
    language === 'en' ? en : zh
