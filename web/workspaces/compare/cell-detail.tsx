// What stands behind one cell: every end of its range, what is said of it, its source and how old that is.
import type { Cell, Row } from '#geodata/contract/processes/comparison.ts'
import { say, t } from '#web/messages/index.ts'
import { ageText } from '#web/parts/words/age-text.ts'
import { Words } from '#web/parts/words/words.tsx'
import { cellWords, rowTitle, rowUnit } from '#web/workspaces/compare/cell-words.ts'
import type { Column } from '#web/workspaces/compare/column.ts'

type CellDetailProps = { row: Row; column: Column; cell: Cell }

export function CellDetail({ row, column: { letter, name }, cell }: CellDetailProps) {
  const likely = cellWords(cell, row, 'likely')
  const bounds = cellWords(cell, row, 'bounds').range
  const told = 'told' in cell && cell.told ? say(cell.told) : null
  const unit = cell.kind === 'amount' ? ` ${rowUnit(row)}` : ''
  const facts: [term: string, text: string][] = [
    ...(likely.range ? [[t('compare.likely'), likely.range] as [string, string]] : []),
    ...(bounds ? [[t('compare.bounds'), bounds] as [string, string]] : []),
    ...(likely.delta ? [[t('compare.deltaTo'), likely.delta] as [string, string]] : []),
    ...(cell.kind === 'none' || cell.source === ''
      ? []
      : [
          [t('compare.colSource'), cell.source] as [string, string],
          [t('compare.age'), ageText(cell.asOf)] as [string, string],
        ]),
  ]
  return (
    <div role="status">
      <p>
        <b>
          {letter} {name} · {rowTitle(row)}
        </b>{' '}
        <Words of={`${likely.text ?? t('compare.unknown')}${unit}`} />
        {told && told !== likely.text && (
          <>
            {' '}
            <Words of={told} />
          </>
        )}
      </p>
      <dl>
        {facts.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>
              <Words of={text} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
