// The first page: the decision, the doubt and what is asked for, in three sentences; then all candidates at a glance.

import { amongAllTold, whyNotByScore } from '#geodata/analysis/report/beside-others.ts'
import type { MapPlace, TableCell } from '#geodata/analysis/report/blocks.ts'
import type { Column, Grounds } from '#geodata/analysis/report/grounds.ts'
import { type Overturn, overturnsOf } from '#geodata/analysis/report/overturns.ts'
import { type Question, questionsOf } from '#geodata/analysis/report/questions.ts'
import {
  type Placed,
  type Standing,
  SURE_CHANCE,
  standingOf,
  WEAK_CHANCE,
} from '#geodata/analysis/report/standing.ts'
import { amountText, rangeText } from '#geodata/analysis/told/amount-text.ts'
import { chanceText, FIRST_OF } from '#geodata/analysis/told/chance-text.ts'
import { bold, joinedRich, type Rich, rich } from '#geodata/analysis/told/rich.ts'
import { withUnit } from '#geodata/analysis/told/unit-words.ts'
import { type Way, wayTold } from '#geodata/analysis/told/way-told.ts'
import type { Row } from '#geodata/contract/processes/comparison.ts'

/** A likely range on an axis that begins at zero; null ends: nothing is known. */
export type Strip = {
  central: number | null
  low: number | null
  high: number | null
  /** Part of it comes of what is unknown: it is hatched. */
  isHatched: boolean
}

export type Axis = { title: Rich; max: number; ticks: number[] }

export type Cover = {
  headline: string
  verdicts: { label: string; told: Rich }[]
  map: MapPlace | null
  scoreAxis: Axis
  leadAxis: Axis
  moreTitles: Rich[]
  rows: {
    letter: string
    index: number
    name: string
    where: string
    /** Why it is not ranked; the rest is empty then. */
    why: string | null
    score: Strip
    scoreText: string
    chance: string
    lead: Strip
    leadCell: TableCell
    more: TableCell[]
  }[]
  changes: Overturn[]
  asks: Question[]
}

export function coverOf(grounds: Grounds, map: MapPlace | null): Cover {
  const { say, answers, columns, computed } = grounds
  const standing = standingOf(grounds)
  const questions = questionsOf(grounds)
  const [lead, ...others] = criterionRows(answers.comparison.rows)
  const more = [...others.slice(0, 2), ...needRows(answers.comparison.rows)].slice(0, 4)
  const leadMax = axisMax(lead)
  const rows = columns.map((column) => rowOf(column, { grounds, standing, lead, more }))
  const changes = overturnsOf(grounds, standing)
  const verdicts = verdictsOf(grounds, standing, questions)
  const asks = questions.slice(0, 4)
  const moreTitles = more.map((row) => titleOf(row, grounds))
  const leadTitle = lead ? titleOf(lead, grounds) : []
  const scoreTitle = say(
    rich`得分，斜纹含未知${computed}`,
    rich`Score; hatched: part unknown${computed}`,
  )
  return {
    headline: headlineOf(grounds, standing, questions),
    verdicts,
    map,
    scoreAxis: { title: scoreTitle, max: 100, ticks: [0, 25, 50, 75, 100] },
    leadAxis: {
      title: leadTitle,
      max: leadMax,
      ticks: [0, 1, 2, 3, 4].map((part) => (part * leadMax) / 4),
    },
    moreTitles,
    rows,
    changes,
    asks,
  }
}

function criterionRows(rows: readonly Row[]): Row[] {
  return rows
    .filter(({ weight }) => weight !== null && weight > 0)
    .sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0))
}

function needRows(rows: readonly Row[]): Row[] {
  return rows.filter(({ asked }) => asked !== null)
}

function titleOf(row: Row, { said, say, asked }: Grounds): Rich {
  if (row.asked) {
    const much =
      row.asked.amount === null
        ? ''
        : ` ≥ ${withUnit(amountText(row.asked.amount, row.unit), row.unit, say)}`
    return rich`${said(row.title)}${row.id === 'need plantMinutesAtMost' ? much.replace('≥', '≤') : much}${asked}`
  }
  const unit = row.unit ? withUnit('', row.unit, say).trim() : ''
  return rich`${said(row.title)}${unit && say(`，${unit}`, `, ${unit}`)}`
}

/** A round number past the longest likely range, in four even parts. */
function axisMax(row: Row | undefined): number {
  const ends = (row?.cells ?? []).flatMap((cell) =>
    cell.kind === 'amount' ? [cell.likely?.[1] ?? cell.amount] : [],
  )
  const most = Math.max(1, ...ends)
  const scale = row?.unit === 'share' ? 1 : 10 ** Math.floor(Math.log10(most))
  const max = [0.4, 1, 1.2, 2, 4, 6, 8, 10, 12]
    .map((part) => part * scale)
    .find((one) => one >= most)
  return max ?? most
}

type RowAbout = {
  grounds: Grounds
  standing: Standing
  lead: Row | undefined
  more: readonly Row[]
}

function rowOf(column: Column, { grounds, standing, lead, more }: RowAbout): Cover['rows'][number] {
  const { candidate, letter, index, name } = column
  const { answers, district, said, cell } = grounds
  const found = standing.ranked.find((one) => one.column === column)
  const where = answers.comparison.rows.find(({ id }) => id === 'record district')?.cells[index]
  const leadCell = lead?.cells[index]
  const told = lead ? cell(lead, index) : null
  const isUnknown = candidate.terms.some(({ known, weight }) => !known && weight > 0)
  return {
    letter,
    index,
    name,
    where: where?.kind === 'code' ? district(where.code) : '',
    why: candidate.ranked ? null : candidate.why ? said(candidate.why) : '',
    score: {
      central: candidate.ranked?.score.central ?? null,
      low: candidate.ranked?.score.likely[0] ?? null,
      high: candidate.ranked?.score.likely[1] ?? null,
      isHatched: isUnknown,
    },
    scoreText: candidate.ranked
      ? (rangeText(...candidate.ranked.score.likely, null) ??
        amountText(candidate.ranked.score.central, null))
      : '',
    chance: found ? chanceText(found.chance) : '',
    lead: {
      central: leadCell?.kind === 'amount' ? leadCell.amount : null,
      low: leadCell?.kind === 'amount' ? (leadCell.likely?.[0] ?? leadCell.amount) : null,
      high: leadCell?.kind === 'amount' ? (leadCell.likely?.[1] ?? leadCell.amount) : null,
      isHatched: false,
    },
    leadCell: told ? tableCell(told) : { told: [] },
    more: more.map((row) => tableCell(cell(row, index))),
  }
}

export function tableCell({ told, note, isUnknown }: ReturnType<Grounds['cell']>): TableCell {
  return { told, ...(note.length > 0 ? { note } : {}), ...(isUnknown ? { isUnknown } : {}) }
}

function headlineOf(
  { say }: Grounds,
  { ranked }: Standing,
  questions: readonly Question[],
): string {
  const [first, second] = ranked
  if (!first)
    return say('没有候选参加排名，暂不能建议', 'No candidate is ranked: nothing to recommend yet')
  const name = first.column.name
  const most = questions[0]?.topic ?? ''
  if (!second || first.chance >= SURE_CHANCE) return say(`建议定在${name}`, `Choose ${name}`)
  if (first.chance < WEAK_CHANCE) {
    return say(
      `${name}与${second.column.name}难分先后，先问清再定`,
      `${name} or ${second.column.name}: ask before choosing`,
    )
  }
  return questions.length === 0
    ? say(`建议定在${name}，但并非定论`, `Choose ${name}, though it is not certain`)
    : say(`建议定在${name}，同时问清${most}`, `Choose ${name}, and ask about ${most}`)
}

function verdictsOf(
  grounds: Grounds,
  standing: Standing,
  questions: readonly Question[],
): Cover['verdicts'] {
  const { say, computed } = grounds
  const [first, second] = standing.ranked
  const labels = [say('决定', 'Decision'), say('疑问', 'Doubt'), say('请定', 'Request')] as const
  if (!first) {
    const whys = grounds.columns.map(({ letter, name, candidate }) =>
      `${letter} ${name}${candidate.why ? say(`：${candidate.why.zh}`, `: ${candidate.why.en}`) : ''}`.replace(
        /[.。]$/,
        '',
      ),
    )
    return [
      { label: labels[0], told: rich`${whys.join(say('；', '; '))}${say('。', '.')}` },
      {
        label: labels[2],
        told: say(
          rich`请改换候选或放宽要求后再比。`,
          rich`Please change the candidates or ease a need, and compare again.`,
        ),
      },
    ]
  }
  return [
    { label: labels[0], told: decisionTold(first, grounds) },
    ...(second ? [{ label: labels[1], told: doubtTold(standing, second, grounds) }] : []),
    { label: labels[2], told: requestTold(first, questions, { say, computed }) },
  ]
}

function decisionTold(placed: Placed, grounds: Grounds): Rich {
  const { column, chance, meanLoss, ranked } = placed
  const { say, computed, answers, cell, said } = grounds
  const [lead] = criterionRows(answers.comparison.rows)
  const told = lead ? cell(lead, column.index) : null
  const measured: Rich =
    lead && told && !told.isUnknown
      ? say(
          rich`${said(lead.title)} ${unitInside(told.told, lead, say)}${bracketed(told.note, say)}；`,
          rich`${said(lead.title)}: ${unitInside(told.told, lead, say)}${bracketed(told.note, say)}; `,
        )
      : []
  const [score, likely] = [
    Math.round(ranked.score.central),
    rangeText(...ranked.score.likely, null),
  ]
  const amongAll = amongAllTold(placed, grounds)
  return say(
    rich`${column.name}${measured.length > 0 ? '：' : ''}${measured}得 ${bold(score)} 分${likely ? `（可能 ${likely}）` : ''}，${FIRST_OF.compared.zh} ${bold(chanceText(chance))}，选它平均少得 ${meanLoss.toFixed(1)} 分，为最少${computed}。${amongAll}。`,
    rich`${column.name}${measured.length > 0 ? ': ' : ' '}${measured}${bold(score)} points${likely ? ` (likely ${likely})` : ''}, first of these in ${bold(chanceText(chance))} of the draws; choosing it loses ${meanLoss.toFixed(1)} points on average, the least${computed}. ${amongAll}.`,
  )
}

/** The unit stands after the figure and before its sources. */
function unitInside(told: Rich, row: Row, say: Grounds['say']): Rich {
  const unit = row.unit ? withUnit('', row.unit, say) : ''
  return told.flatMap((run) => ('refs' in run ? [{ text: unit }, run] : [run]))
}

function bracketed(told: Rich, say: Grounds['say']): Rich {
  return told.length === 0 ? [] : say(rich`（${told}）`, rich` (${told})`)
}

function doubtTold(standing: Standing, second: Placed, grounds: Grounds): Rich {
  const { say, computed, answers, lettered } = grounds
  const wins = answers.wins.find(({ winnerId }) => winnerId === second.column.candidate.id)
  const way = wins?.singles.find(({ verdict }) => verdict !== 'impossible')
  const name = second.column.name
  const chance = bold(chanceText(second.chance))
  const score = Math.round(second.ranked.score.central)
  const clauses = [
    say(
      rich`${name}${FIRST_OF.compared.zh} ${chance}，得 ${score} 分${computed}`,
      rich`${name} is first of these in ${chance} of the draws, with ${score} points${computed}`,
    ),
    whyNotByScore(standing, grounds),
    way
      ? wayToRival(way, wins?.rivalId ?? null, grounds)
      : unknownTold(second, lettered(second.column.candidate.id), grounds),
  ]
  const told = joinedRich(
    clauses.filter((clause) => clause.length > 0),
    say('；', '; '),
  )
  return say(rich`${told}。`, rich`${told}.`)
}

function wayToRival(way: Way, rivalId: string | null, grounds: Grounds): Rich {
  const { say, computed, lettered } = grounds
  const told = wayTold(way, { say, nameOf: lettered })
  const rival = rivalId === null ? '' : lettered(rivalId)
  return say(
    rich`${told}，它按中心得分就追平 ${rival}${computed}`,
    rich`it draws level with ${rival} by central score once this holds: ${told}${computed}`,
  )
}

function unknownTold({ column }: Placed, name: string, grounds: Grounds): Rich {
  const unknown = column.candidate.terms
    .filter(({ known, weight }) => !known && weight > 0)
    .map(({ criterion }) => criterionTitle(criterion, grounds))
  return unknown.length === 0
    ? []
    : grounds.say(
        rich`${name} 的${unknown.join('、')}还未知`,
        rich`${unknown.map((one) => `“${one}”`).join(', ')} of ${name} is still unknown`,
      )
}

function criterionTitle(criterion: string, { answers, said }: Grounds): string {
  const found = answers.comparison.criteria.find(({ id }) => id === criterion)
  return found ? said(found.title) : criterion
}

function requestTold(
  { column, chance }: Placed,
  questions: readonly Question[],
  { say, computed }: Pick<Grounds, 'say' | 'computed'>,
): Rich {
  const count = Math.min(questions.length, 3)
  if (chance >= SURE_CHANCE || count === 0) {
    return say(rich`请定${column.name}。`, rich`Please decide for ${column.name}.`)
  }
  const [most] = questions
  const worth = most?.worth
    ? say(
        rich`，查清第一件后，在全部候选中选对的可能平均为 ${bold(most.worth)}${computed}`,
        rich`: once the first is known, the chance of being right among all candidates is ${bold(most.worth)} on average${computed}`,
      )
    : []
  const first = count === 1 ? 'first question' : `first ${count} questions`
  const firstZh = count === 1 ? '第一件事' : `前 ${count} 件事`
  return chance < WEAK_CHANCE
    ? say(
        rich`请先问清“还没有答案”中的${firstZh}再定${worth}；答复之前不付不可退的钱。`,
        rich`Please have the ${first} of “What is still open” answered${worth}; until then pay nothing that cannot be had back.`,
      )
    : say(
        rich`请定方向为${column.name}，同日问清“还没有答案”中的${firstZh}${worth}；答复之前不付不可退的钱。`,
        rich`Please decide for ${column.name} as the direction and ask the ${first} of “What is still open” the same day${worth}; until then pay nothing that cannot be had back.`,
      )
}
