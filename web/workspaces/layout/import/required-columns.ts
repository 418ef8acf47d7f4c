// Which columns have to be filled, and how was a header found to fill one?
import { bare } from '#geodata/analysis/importing/similar.ts'
import type { ImportColumnInfo, ImportHeader } from '#geodata/contract/imports.ts'

/** It is that of the whole file, where no header fills it. */
export const SOURCE = 'source'

/** Required, and nothing else stands for it: an English name follows from the Chinese one. */
export const isToFill = (
  { name, isRequired }: ImportColumnInfo,
  columns: readonly ImportColumnInfo[],
): boolean =>
  isRequired && !(name === 'nameEn' && columns.some((column) => column.name === 'nameZh'))

/** What stands in brackets: a unit, a hint. */
const ASIDE = /[(（[【〔][^)）\]】〕]*[)）\]】〕]/g

/** `name`: the column's own word; `meaning`: another word for it that is known. */
export function matchedBy(
  { header, column, by }: Pick<ImportHeader, 'header' | 'column' | 'by'>,
  columns: readonly ImportColumnInfo[],
): 'name' | 'meaning' | 'likeness' | 'hand' | null {
  const filled = columns.find(({ name }) => name === column)
  if (by !== 'name' || !filled) return by
  const own = [filled.name, filled.words.zh, filled.words.en].flatMap(namesIn)
  return namesIn(header).some((name) => own.includes(name)) ? 'name' : 'meaning'
}

const namesIn = (text: string) =>
  [bare(text), bare(text.replace(ASIDE, ''))].filter((name) => name !== '')
