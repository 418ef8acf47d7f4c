// The figures of a picture as rows of a file, for the compared that are shown, under the names they have here.
import type { Board } from '#geodata/analysis/decision/document/board-sheets.ts'
import { tableOf } from '#geodata/analysis/siting/document/column.ts'
import type { ComparisonResult } from '#geodata/contract/processes/comparison.ts'
import type { Sheet } from '#geodata/formats/export/format.ts'
import { language } from '#web/messages/index.ts'
import { letterOf } from '#web/state/answers/compare.ts'
import type { Shown } from '#web/workspaces/compare/pictures/shown.ts'

export function boardSheet(
  board: Board,
  result: ComparisonResult,
  shown: readonly Shown[],
): () => Sheet {
  return () => {
    const compared = shown.map(({ id, index, name }) => ({
      id,
      letter: letterOf(index),
      name: { zh: name, en: name },
    }))
    return tableOf(board(result, compared, language.value))
  }
}
