// The ranking of a siting as a list: every candidate with what is likely, what is sure and what each criterion found.
import { rankingSheet } from '#geodata/analysis/siting/document/ranking-sheet.ts'
import { chanceText } from '#geodata/analysis/told/chance-text.ts'
import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import type { Sheet } from '#geodata/formats/export/format.ts'
import { language, say, t } from '#web/messages/index.ts'
import { creditLines } from '#web/panels/basemaps/map-credits.ts'
import type { Cell, List, ListRow, Shown } from '#web/panels/table/table-lists.ts'
import { basisText } from '#web/parts/words/basis-line.tsx'
import { candidateName } from '#web/parts/words/candidate-name.ts'
import { inReadersWords } from '#web/parts/words/known-phrases.ts'
import { centralText, rangeText, unitWord } from '#web/parts/words/measured.ts'
import { shortSource } from '#web/parts/words/short-source.ts'
import type { Candidate, RankedAnswer } from '#web/state/answers/siting-rank.ts'

type RankColumn = {
  title: string
  cell: (one: Candidate) => Cell
  shown?: (one: Candidate) => Shown
}

export function rankingList(result: RankedAnswer): List {
  const columns = [...standingColumns(result), ...result.criteria.map(criterionColumn)]
  return {
    head: columns.map(({ title }) => title),
    rows: result.ranking.map(
      (one): ListRow => ({
        id: one.id,
        cell: (column) => columns[column]?.cell(one) ?? null,
        shown: (column) => columns[column]?.shown?.(one) ?? null,
        thing: one.kind === 'pin' ? null : { collection: collectionOf(one), id: one.id },
        stays: true,
        lngLat: one.lngLat,
      }),
    ),
  }
}

const collectionOf = ({ kind }: Candidate) => (kind === 'site' ? 'sites' : 'parks')

/** Until the draws of moved weights are there, nothing likely is told. */
function standingColumns({ isSettled }: RankedAnswer): RankColumn[] {
  const likely = (text: string) => (isSettled ? text : '…')
  return [
    { title: t('layout.name'), cell: candidateName },
    {
      title: t('print.rank'),
      cell: ({ rank }) => rank,
      shown: ({ rank, rankLikely: [low, high] }) => ({
        text: String(rank),
        range: likely(between(low, high, 0)),
      }),
    },
    {
      title: t('document.rankBounds'),
      cell: ({ rankHigh }) => rankHigh,
      shown: ({ rankLow, rankHigh }) => ({ text: between(rankLow, rankHigh, 0) }),
    },
    {
      title: t('site.chanceFirst'),
      cell: ({ chanceFirst }) => (isSettled ? chanceFirst : null),
      shown: ({ chanceFirst }) => ({ text: likely(chanceText(chanceFirst)) }),
    },
    {
      title: t('site.colPoints'),
      cell: ({ score }) => score,
      shown: ({ score, scoreLikely: [low, high] }) => ({
        text: score.toFixed(1),
        range: likely(between(low, high, 1)),
      }),
    },
    {
      title: t('document.scoreBounds'),
      cell: ({ scoreHigh }) => scoreHigh,
      shown: ({ scoreLow, scoreHigh }) => ({ text: between(scoreLow, scoreHigh, 1) }),
    },
  ]
}

const between = (low: number, high: number, digits: number) =>
  `${low.toFixed(digits)}–${high.toFixed(digits)}`

function criterionColumn({ id, title, unit }: SitingResult['criteria'][number]): RankColumn {
  const termOf = ({ terms }: Candidate) => terms.find(({ criterion }) => criterion === id)
  return {
    title: t('document.criterion', { title: say(title), unit: unitWord(unit) }),
    cell: (one) => termOf(one)?.raw ?? null,
    shown: (one) => {
      const term = termOf(one)
      if (!term) return { text: t('common.unknown') }
      return {
        text: centralText(term) ?? t('common.unknown'),
        range: rangeText(term, 'likely'),
        note: shortSource(term.source),
        title: inReadersWords(term.source),
      }
    },
  }
}

/** What the answer gives, unrounded, in the order of the rows; and on what it stands. */
export function rankingCsv(result: RankedAnswer, rows: readonly ListRow[]): Sheet {
  const { columns, rows: lines } = rankingSheet(result, language.value)
  const lineOf = new Map(result.ranking.map(({ id }, index) => [id, lines[index]]))
  const { network, dataset, parametersHash } = result.basis
  const notes = [
    basisText({ network }),
    t('common.dataHash', { hash: dataset.hash }),
    t('document.questionHash', { hash: parametersHash }),
    ...creditLines(),
  ]
  return [
    columns.map(({ head }) => head),
    ...rows.map(({ id }) => lineOf.get(id) ?? []),
    ...notes.map((line) => [`# ${line}`, ...Array(columns.length - 1).fill('')]),
  ]
}
