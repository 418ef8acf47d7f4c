// What was compared and found, as the minutes of a meeting have it: the figures of the table in sentences.

import { firstOfTold } from '#geodata/analysis/told/chance-text.ts'
import type { Cell, ComparisonResult, Row } from '#geodata/contract/processes/comparison.ts'
import type { ScenariosResult } from '#geodata/contract/processes/scenarios.ts'
import { say, t } from '#web/messages/index.ts'
import { basisText } from '#web/parts/words/basis-line.tsx'
import type { OwnRow } from '#web/state/answers/own-rows.ts'
import type { Remarks } from '#web/state/answers/remarks.ts'
import { cellWords, rowTitle, rowUnit } from '#web/workspaces/compare/cell-words.ts'
import type { Column } from '#web/workspaces/compare/column.ts'
import {
  gridSentence,
  movedWords,
  rankWords,
  scoreWords,
  unstopped,
} from '#web/workspaces/compare/scenarios/grid-words.ts'
import { tableLines } from '#web/workspaces/compare/table-lines.ts'

type MinutesOf = {
  columns: readonly Column[]
  result: ComparisonResult
  /** null: none is written, or none is answered yet. */
  scenarios: Pick<ScenariosResult, 'columns'> | null
  own: readonly OwnRow[]
  remarks: Pick<Remarks, 'notes' | 'hiddenRows'>
  /** As the reader writes a day. */
  day: string
  address: string
}

/** A line each; in the reader's language. */
export function minutesOf({
  columns,
  result,
  scenarios,
  own,
  remarks,
  day,
  address,
}: MinutesOf): string {
  const { question, needs, rows, rankedCount, basis } = result
  const { hiddenRows, notes } = remarks
  const asked = needs.map(({ title, unit, amount, isHard }) => {
    const row = { title, unit, asked: { amount, isHard } }
    return `${rowTitle(row)} ${rowUnit(row)}`.trim()
  })
  return [
    t('compare.minutesTitle', { product: say(question.product ?? question.segment), day }),
    `${basisText(basis)} ${t('common.dataHash', { hash: basis.dataset.hash })}`,
    t('compare.minutesAsked', {
      needs: asked.join(t('common.listSeparator')) || t('compare.minutesNoNeeds'),
    }),
    '',
    ...columns.map((column) => placeLine(column, rankedCount)),
    ...tableLines(rows, { onlyDifferences: true, unfolded: new Set(), hiddenRows }).flatMap(
      ({ group, lines }) => {
        const told = lines.flatMap((line) =>
          line.kind === 'row' ? rowLines(line.row, columns, result, notes[line.row.id]) : [],
        )
        return told.length === 0 ? [] : ['', t(`compare.group.${group}`), ...told]
      },
    ),
    ...(own.length === 0 ? [] : ['', t('compare.ownRows')]),
    ...own.map(({ title, texts }) =>
      lineOf(
        title || t('compare.ownUntitled'),
        columns.flatMap(({ id, letter }) => (texts[id] ? [`${letter} ${texts[id]}`] : [])),
      ),
    ),
    ...(scenarios ? scenarioLines(scenarios.columns, columns) : []),
    '',
    t('compare.url', { url: address }),
  ].join('\n')
}

/** Each scenario with what differs from the base, and how each of the compared stands in it. */
function scenarioLines(
  [base, ...others]: ScenariosResult['columns'],
  columns: readonly Column[],
): string[] {
  if (!base || others.length === 0) return []
  const concluded = gridSentence([base, ...others], columns)
  const told = others.flatMap(({ name, differs, notices, refused, cells }) => [
    t('compare.minutesScenario', {
      name: say(name),
      differs: differs.map((one) => say(one)).join(t('compare.minutesSeparator')),
    }),
    ...notices.map((one) => t('whatIf.notice', { told: unstopped(say(one)) })),
    ...refused.map(({ detail, detailZh }) =>
      t('whatIf.refused', { told: unstopped(say({ zh: detailZh, en: detail })) }),
    ),
    ...(refused.length > 0 ? [] : columns.flatMap((column) => standingLine(column, cells))),
  ])
  return ['', t('whatIf.title'), ...(concluded ? [concluded] : []), ...told]
}

function standingLine(
  { letter, name, candidateId }: Column,
  cells: ScenariosResult['columns'][number]['cells'],
): string[] {
  const cell = cells.find(({ id }) => id === candidateId)
  if (!cell) return []
  const { ranked, why } = cell
  if (!ranked) return [lineOf(`${letter} ${name}`, [why ? say(why) : t('compare.notRanked')])]
  const [score, rank, moved] = [scoreWords(ranked), rankWords(ranked), movedWords(ranked)]
  const withLikely = ({ text, likely }: { text: string; likely: string | null }) =>
    likely ? t('compare.minutesLikely', { text, likely }) : text
  return [
    lineOf(`${letter} ${name}`, [
      withLikely({ ...score, text: t('compare.minutesPoints', { score: score.text }) }),
      withLikely(rank),
      say(firstOfTold('all', ranked.chanceFirst)),
      moved ? moved.text : t('whatIf.notInBase'),
    ]),
  ]
}

/** The sentence ends once, whatever it ends with. */
function lineOf(title: string, told: readonly string[]): string {
  const all = told.join(t('compare.minutesSeparator')).replace(/[.。]$/, '')
  return t('compare.minutesLine', { title, told: all })
}

function placeLine({ letter, name, candidate }: Column, count: number): string {
  const ranked = candidate?.ranked
  if (!ranked) {
    const why = candidate?.why ? say(candidate.why) : t('compare.notRanked')
    return lineOf(`${letter} ${name}`, [why])
  }
  const whole = (value: number) => String(Math.round(value))
  return lineOf(`${letter} ${name}`, [
    t('compare.minutesScore', {
      score: whole(ranked.score.central),
      low: whole(ranked.score.likely[0]),
      high: whole(ranked.score.likely[1]),
    }),
    t('compare.minutesRank', {
      rank: ranked.rank,
      low: ranked.rankLikely[0],
      high: ranked.rankLikely[1],
      count,
    }),
    say(firstOfTold('all', ranked.chanceFirst)),
  ])
}

/** The row, and under it what was noted on it. */
function rowLines(
  row: Row,
  columns: readonly Column[],
  { candidates }: ComparisonResult,
  note: string | undefined,
): string[] {
  const told = columns.flatMap(({ letter, candidateId }) => {
    const cell = row.cells[candidates.findIndex(({ id }) => id === candidateId)]
    return cell && cell.kind !== 'none' ? [`${letter} ${cellText(cell, row)}`] : []
  })
  const line = lineOf([rowTitle(row), rowUnit(row)].filter(Boolean).join(' '), told)
  return note ? [line, lineOf(t('compare.rowNote'), [note])] : [line]
}

function cellText(cell: Cell, row: Row): string {
  const { text, range } = cellWords(cell, row, 'likely')
  const said = text ?? t('compare.unknown')
  return range ? t('compare.minutesRange', { text: said, range }) : said
}
