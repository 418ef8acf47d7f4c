// The grid of scenarios as rows of a file: a candidate under a scenario a row, with what moved against the base.
import { FIRST_OF } from '#geodata/analysis/told/chance-text.ts'
import type { ScenariosResult } from '#geodata/contract/processes/scenarios.ts'
import type { ExportCell, Sheet } from '#geodata/formats/export/format.ts'
import { say, t } from '#web/messages/index.ts'
import type { Column } from '#web/workspaces/compare/column.ts'

const HEADS = [
  'scenario',
  'differs',
  'letter',
  'candidate',
  'rank',
  'rankLow',
  'rankHigh',
  'score',
  'scoreLow',
  'scoreHigh',
  'rankChange',
  'scoreChange',
  'note',
] as const

export function gridSheet({ columns: grid }: ScenariosResult, places: readonly Column[]): Sheet {
  return [
    [...HEADS.map((head) => t(`whatIf.csv.${head}`)), say(FIRST_OF.all)],
    ...grid.flatMap(({ name, differs, cells, refused, notices, scenarioIds }) =>
      places.map(({ candidateId, letter, name: candidate }): ExportCell[] => {
        const cell = cells.find(({ id }) => id === candidateId)
        const ranked = cell?.ranked
        const notes = [
          ...refused.map(({ detail, detailZh }) => ({ zh: detailZh, en: detail })),
          ...notices,
          ...(cell?.why ? [cell.why] : []),
        ]
        return [
          say(name),
          scenarioIds.length === 0 ? t('whatIf.base') : differs.map(say).join('; '),
          letter,
          candidate,
          ranked?.rank ?? null,
          ranked?.rankLikely[0] ?? null,
          ranked?.rankLikely[1] ?? null,
          ranked?.score ?? null,
          ranked?.scoreLikely[0] ?? null,
          ranked?.scoreLikely[1] ?? null,
          ranked?.rankChange ?? null,
          ranked?.scoreChange ?? null,
          notes.map(say).join('; '),
          ranked?.chanceFirst ?? null,
        ]
      }),
    ),
  ]
}
