// The table of the comparison as rows of a file: every row, folded or not, with ranges and sources of each cell.
import type { ComparisonResult } from '#geodata/contract/processes/comparison.ts'
import type { ExportCell, Sheet } from '#geodata/formats/export/format.ts'
import { t } from '#web/messages/index.ts'
import { inReadersWords } from '#web/parts/words/known-phrases.ts'
import { cellWords, rowTitle, rowUnit } from '#web/workspaces/compare/cell-words.ts'
import type { Column } from '#web/workspaces/compare/column.ts'

export function compareSheet(columns: readonly Column[], result: ComparisonResult): Sheet {
  const head = [
    t('compare.colGroup'),
    t('compare.colRow'),
    t('compare.colUnit'),
    ...columns.flatMap(({ letter, name }) => [
      `${letter} ${name}`,
      `${letter} ${t('compare.likely')}`,
      `${letter} ${t('compare.bounds')}`,
      `${letter} ${t('compare.colSource')}`,
    ]),
  ]
  const places = columns.map((one) =>
    result.candidates.findIndex(({ id }) => id === one.candidateId),
  )
  return [
    head,
    ...result.rows.map((row): ExportCell[] => [
      t(`compare.group.${row.group}`),
      rowTitle(row),
      rowUnit(row),
      ...places.flatMap((place): ExportCell[] => {
        const cell = row.cells[place]
        if (!cell) return ['', '', '', '']
        const words = cellWords(cell, row, 'likely')
        const text = words.text ?? t('compare.unknown')
        return [
          cell.kind === 'amount' ? cell.amount : [text, words.told].filter(Boolean).join(' '),
          words.range ?? '',
          cellWords(cell, row, 'bounds').range ?? '',
          cell.kind === 'none' ? '' : inReadersWords(cell.source),
        ]
      }),
    ]),
  ]
}
