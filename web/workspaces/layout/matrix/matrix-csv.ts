// The matrix as a table for a spreadsheet: a line per firm of a row, or per empty assignment, with sources.
import { reachOf } from '#geodata/analysis/coverage/reach.ts'
import type { CoverageKnown, CoverageMatrix } from '#geodata/contract/processes/coverage.ts'
import type { Sheet } from '#geodata/formats/export/format.ts'
import { nameOf, t } from '#web/messages/index.ts'
import { basisText } from '#web/parts/words/basis-line.tsx'
import { saveSheet } from '#web/parts/words/save-sheet.ts'
import { view } from '#web/state/view/store.ts'
import { askedIndexes, coverageInSight, nearestOf } from '#web/workspaces/layout/matrix/coverage.ts'
import { columnName, rowName, verdictText } from '#web/workspaces/layout/matrix/matrix-words.ts'

const HEADS = [
  'segment',
  'product',
  'column',
  'assigned',
  'firm',
  'firmId',
  'basis',
  'nearest',
  'low',
  'central',
  'high',
  'reach',
  'verdict',
  'confidence',
  'source',
] as const

function matrixSheet(matrix: CoverageMatrix, known: CoverageKnown): Sheet {
  const { destinationId } = view.value.matrix
  const firmOf = new Map(known.firms.map((firm) => [firm.id, firm]))
  const columnOf = new Map(matrix.columns.map((column) => [column.id, column]))
  const asked = askedIndexes(known, destinationId)
  const lines: (string | number)[][] = [HEADS.map((head) => t(`matrix.csv.${head}`))]
  for (const row of matrix.rows) {
    const segment = matrix.rows.find(({ id }) => id === row.segmentId) ?? row
    for (const cell of row.cells) {
      const column = columnOf.get(cell.columnId)
      const start = [
        rowName(segment, known),
        row.kind === 'segment' ? '' : rowName(row, known),
        column ? columnName(column) : '',
        cell.isAssigned ? t('matrix.csv.yes') : '',
      ]
      const verdict = row.verdict ? verdictText(row.verdict) : ''
      if (cell.firmIds.length === 0) lines.push([...start, '', '', '', '', '', '', '', '', verdict])
      for (const firmId of cell.firmIds) {
        const firm = firmOf.get(firmId)
        if (!firm) continue
        const nearest = nearestOf(known, firm, destinationId)
        const makes = firm.makes.find(({ segmentId }) => segmentId === row.segmentId)
        const minutes = (nearest?.seconds ?? []).map((seconds) => Math.round(seconds / 6) / 10)
        lines.push([
          ...start,
          nameOf(firm),
          firmId,
          (makes?.bases ?? []).map((basis) => t(`matrix.csv.basis.${basis}`)).join(';'),
          nearest ? nameOf(nearest.destination) : '',
          ...(minutes.length === 3 ? minutes : ['', '', '']),
          t(`matrix.reach.${reachOf(firm, asked, matrix.settings.withinMinutes)}`),
          verdict,
          t(`common.confidence.${firm.confidence}`),
          firm.source,
        ])
      }
    }
  }
  const basis = coverageInSight.value?.basis
  if (basis) {
    const { network, dataset } = basis
    lines.push([], [basisText({ network }), t('common.dataHash', { hash: dataset.hash })])
  }
  return lines
}

export function saveMatrix(matrix: CoverageMatrix, known: CoverageKnown): void {
  saveSheet(t('matrix.title'), matrixSheet(matrix, known))
}
