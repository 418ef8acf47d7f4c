// The page of one candidate: what it is like in two sentences, its map, where its score comes from, what is known of it.

import type { MapPlace, TableCell } from '#geodata/analysis/report/blocks.ts'
import type { Strip } from '#geodata/analysis/report/cover.ts'
import { tableCell } from '#geodata/analysis/report/cover.ts'
import type { Column, Grounds } from '#geodata/analysis/report/grounds.ts'
import { amountText, percentText, rangeText } from '#geodata/analysis/told/amount-text.ts'
import { chanceText, FIRST_OF } from '#geodata/analysis/told/chance-text.ts'
import { bold, joinedRich, type Rich, rich } from '#geodata/analysis/told/rich.ts'
import { UNIT_WORD, withUnit } from '#geodata/analysis/told/unit-words.ts'
import type { Row } from '#geodata/contract/processes/comparison.ts'
import type { SitingTerm } from '#geodata/contract/processes/siting.ts'

export type CandidatePage = {
  letter: string
  index: number
  name: string
  otherName: string
  headline: string
  /** "74"; null: it is not ranked. */
  score: string | null
  standing: Rich
  told: Rich[]
  map: MapPlace | null
  terms: { title: string; cell: TableCell; weight: string; points: string; isUnknown: boolean }[]
  total: string
  /** Points of each term, in the order of the terms; of an unknown one what it is counted with. */
  bar: { points: number; isUnknown: boolean }[]
  facts: { title: Rich; cell: TableCell }[]
  doubts: string
  roads: {
    title: Rich
    max: number
    ticks: number[]
    plants: (Strip & { name: string })[]
  } | null
  /** The computation, which the points stand on. */
  computed: Rich
}

const FACTS = [
  'record district',
  'record level',
  'record stage',
  'record plannedArea',
  'record developedArea',
  'record companies',
  'record landPrice',
  'record position',
]

export function candidatePage(
  column: Column,
  grounds: Grounds,
  map: MapPlace | null,
): CandidatePage {
  const { answers, say } = grounds
  const { candidate, index } = column
  const rows = answers.comparison.rows
  const terms = weighedTerms(candidate.terms)
  const told = sentencesOf(column, grounds)
  const facts = factsOf(rows, index, grounds)
  const shownTerms = terms.map((term) => termOf(term, column, grounds))
  const standing = standingTold(column, grounds)
  return {
    letter: column.letter,
    index,
    name: column.name,
    otherName: column.otherName,
    headline: say(
      `候选 ${column.letter}，共 ${grounds.columns.length} 处`,
      `Candidate ${column.letter} of ${grounds.columns.length}`,
    ),
    score: candidate.ranked ? amountText(candidate.ranked.score.central, null) : null,
    standing,
    told,
    map,
    terms: shownTerms,
    total: candidate.ranked ? candidate.ranked.score.central.toFixed(1) : '',
    bar: terms.map(({ contribution, known }) => ({ points: contribution, isUnknown: !known })),
    facts,
    doubts: doubtsOf(rows, index, grounds),
    roads: roadsOf(rows, index, grounds),
    computed: [grounds.computed],
  }
}

function weighedTerms(terms: readonly SitingTerm[]): SitingTerm[] {
  return terms.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight)
}

function standingTold({ candidate }: Column, { say, said, answers, computed }: Grounds): Rich {
  const { ranked, why } = candidate
  if (!ranked) {
    return why ? rich`${said(why)}` : say(rich`未参加排名`, rich`not ranked`)
  }
  const range = rangeText(...ranked.rankLikely, null)
  const { rankedCount } = answers.comparison
  return say(
    rich`${rankedCount} 处候选中第 ${ranked.rank}${range ? `，可能 ${range}` : ''}${computed}`,
    rich`${ranked.rank} of ${rankedCount} candidates${range ? `, likely ${range}` : ''}${computed}`,
  )
}

function termOf(
  term: SitingTerm,
  { index }: Column,
  { answers, said, cell, say }: Grounds,
): CandidatePage['terms'][number] {
  const row = answers.comparison.rows.find(({ id }) => id === `criterion ${term.criterion}`)
  const found = row ? cell(row, index) : { told: [], note: [], isUnknown: true }
  const unit = row?.unit ? UNIT_WORD[row.unit] : null
  const shown = tableCell(found)
  const isUnknown = found.isUnknown
  return {
    title: row ? said(row.title) : term.criterion,
    cell:
      isUnknown || !unit
        ? shown
        : { ...shown, told: withUnitInside(shown.told, say(unit.zh, unit.en)) },
    weight: `${percentText(term.weight)}%`,
    points: term.contribution.toFixed(1),
    isUnknown,
  }
}

function withUnitInside(told: Rich, unit: string): Rich {
  return told.flatMap((run) =>
    'refs' in run ? [{ text: unit === '%' ? unit : ` ${unit}` }, run] : [run],
  )
}

function factsOf(rows: readonly Row[], index: number, grounds: Grounds): CandidatePage['facts'] {
  const { said, say, cell } = grounds
  const named = FACTS.flatMap((id) => rows.find((row) => row.id === id) ?? [])
  const needs = rows.filter(({ asked }) => asked !== null)
  return [...needs, ...named].flatMap((row) => {
    const own = row.cells[index]
    if (!own || own.kind === 'none') return []
    const found = cell(row, index)
    const unit = row.unit && own.kind === 'amount' ? UNIT_WORD[row.unit] : null
    const told = unit ? withUnitInside(found.told, say(unit.zh, unit.en)) : found.told
    const asked = row.asked?.amount ?? null
    const much = asked === null ? '' : ` ${withUnit(amountText(asked, row.unit), row.unit, say)}`
    const ofClient = much === '' ? [] : grounds.asked
    return [
      { title: rich`${said(row.title)}${much}${ofClient}`, cell: tableCell({ ...found, told }) },
    ]
  })
}

function doubtsOf(rows: readonly Row[], index: number, { said }: Grounds): string {
  const cell = rows.find(({ id }) => id === 'record flags')?.cells[index]
  return cell?.kind === 'words' && !/^(无|Nothing)/.test(cell.told.zh) ? said(cell.told) : ''
}

/** Two sentences: what weighs most, then where it falls short and what is unknown. */
function sentencesOf(column: Column, grounds: Grounds): Rich[] {
  const { say, said, answers, cell, computed } = grounds
  const { candidate, index } = column
  if (!candidate.ranked) return []
  const terms = weighedTerms(candidate.terms)
  const titled = (term: SitingTerm, at: number): Rich => {
    const row = answers.comparison.rows.find(({ id }) => id === `criterion ${term.criterion}`)
    if (!row) return []
    const found = cell(row, index)
    const unit = row.unit ? UNIT_WORD[row.unit] : { zh: '', en: '' }
    const note = found.note.length > 0 ? say(rich`（${found.note}）`, rich` (${found.note})`) : []
    const told = withUnitInside(found.told, say(unit.zh, unit.en))
    // Within an English sentence only its first word is capital.
    const title = at === 0 ? said(row.title) : say(row.title.zh, lowered(row.title.en))
    return rich`${title} ${told}${note}`
  }
  const known = terms.filter(({ known: isKnown, raw }) => isKnown && raw !== null)
  const unknown = terms.filter((term) => !known.includes(term))
  const heavy = joinedRich(known.slice(0, 3).map(titled), say('，', ', '))
  const short = known
    .map((term) => ({ term, lost: 100 * term.weight - term.contribution }))
    .sort((a, b) => b.lost - a.lost)[0]
  const chance = bold(chanceText(candidate.ranked.chanceFirst))
  const first = say(
    rich`${heavy}；${FIRST_OF.all.zh} ${chance}${computed}。`,
    rich`${heavy}; first of all candidates in ${chance} of the draws${computed}.`,
  )
  const shortTold: Rich =
    short && short.lost >= 0.05
      ? say(
          rich`短处是${titleOf(short.term, grounds)}，少得 ${bold(short.lost.toFixed(1))} 分${computed}`,
          rich`It loses most by “${titleOf(short.term, grounds)}”: ${bold(short.lost.toFixed(1))} points${computed}`,
        )
      : []
  const unknownTold: Rich =
    unknown.length > 0
      ? say(
          rich`未知：${unknown.map((term) => titleOf(term, grounds)).join('、')}，不按零计`,
          rich`Unknown, and not counted as zero: ${unknown.map((term) => titleOf(term, grounds)).join(', ')}`,
        )
      : []
  const parts = [shortTold, unknownTold].filter((part) => part.length > 0)
  return parts.length === 0
    ? [first]
    : [first, say(rich`${joinedRich(parts, '；')}。`, rich`${joinedRich(parts, '. ')}.`)]
}

const lowered = (title: string) => title.slice(0, 1).toLowerCase() + title.slice(1)

function titleOf({ criterion }: SitingTerm, { answers, said }: Grounds): string {
  const found = answers.comparison.criteria.find(({ id }) => id === criterion)
  return found ? said(found.title) : criterion
}

function roadsOf(
  rows: readonly Row[],
  index: number,
  { say, said, sources }: Grounds,
): CandidatePage['roads'] {
  const cited: string[] = []
  const plants = rows.flatMap((row) => {
    const cell = row.cells[index]
    if (!row.id.startsWith('plant ') || cell?.kind !== 'amount') return []
    const [low, high] = cell.likely ?? [cell.amount, cell.amount]
    cited.push(cell.source)
    return [{ name: said(row.title), central: cell.amount, low, high, isHatched: false }]
  })
  if (plants.length === 0) return null
  plants.sort((a, b) => a.central - b.central)
  const refs = sources.cite(cited.join(';'))
  const most = Math.max(...plants.map(({ high }) => high))
  const max = Math.max(120, Math.ceil(most / 60) * 60)
  const step = max / 4
  return {
    title: say(
      rich`到 ${plants.length} 家整车厂，卡车分钟${refs}`,
      rich`To ${plants.length} vehicle plants, truck minutes${refs}`,
    ),
    max,
    ticks: [0, 1, 2, 3, 4].map((part) => part * step),
    plants,
  }
}
