// What would have to be otherwise for one to win, as a clause with the figure now and the figure then.

import { amountText, changeTexts, percentText } from '#geodata/analysis/told/amount-text.ts'
import { chanceText } from '#geodata/analysis/told/chance-text.ts'
import { bold, plain, type Rich, type Run, rich, type Say } from '#geodata/analysis/told/rich.ts'
import { UNIT_WORD, withUnit } from '#geodata/analysis/told/unit-words.ts'
import type { ChangeToWin, WhatWouldWinResult } from '#geodata/contract/processes/what-would-win.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'

export type Way = WhatWouldWinResult['singles'][number]
type Of<Kind extends ChangeToWin['kind']> = Extract<ChangeToWin, { kind: Kind }>

/** Whose language it is told in, and by what names. */
export type Telling = { say: Say; nameOf: (candidateId: string) => string }

/** All changes of a way as one clause. */
export function wayTold({ changes, verdict }: Way, telling: Telling): Rich {
  const { say } = telling
  return changes.flatMap((change, index) => [
    ...(index === 0 ? [] : [{ text: say('，并且', ', and ') }]),
    ...changeTold(change, verdict, telling),
  ])
}

/** One change as a clause. */
export function changeTold(change: ChangeToWin, verdict: Way['verdict'], telling: Telling): Rich {
  const { say } = telling
  const said = ({ zh, en }: Bilingual) => say(zh, en)
  switch (change.kind) {
    case 'weight': {
      const title = said(change.title)
      const [from = '', to = ''] = [change.fromShare, change.toShare].map(
        (share) => `${percentText(share)}%`,
      )
      const rises = change.toShare > change.fromShare
      return say(
        rich`${title}的权重从 ${from} ${rises ? '升' : '降'}到 ${bold(to)}`,
        rich`The weight of “${title}” goes from ${from} to ${bold(to)}`,
      )
    }
    case 'fact':
      return factTold(change, verdict, say)
    case 'maker': {
      const [firm, input] = [said(change.firm), said(change.input)]
      const from =
        change.fromMinutes === null ? say('未知', 'unknown') : Math.round(change.fromMinutes)
      const to = bold(Math.round(change.toMinutes))
      return say(
        rich`证实${firm}生产${input}，到上游供应商由 ${from} 分变为 ${to} 分`,
        rich`${firm} is found to make ${input}: ${from} minutes to upstream suppliers become ${to}`,
      )
    }
    case 'need':
      return needTold(change, telling)
  }
}

function factTold({ title, unit, from, to }: Of<'fact'>, verdict: Way['verdict'], say: Say): Rich {
  const criterion = say(title.zh, title.en)
  const then = bold(withUnit(amountText(to, unit), unit, say))
  if (verdict === 'impossible') {
    return say(rich`${criterion}达到 ${then}`, rich`“${criterion}” is ${then}`)
  }
  if (from === null) {
    return say(
      rich`${criterion}（现未知）查明为 ${then}`,
      rich`“${criterion}”, unknown now, is found to be ${then}`,
    )
  }
  const [now, later] = changeTexts(from, to, unit)
  const after = bold(withUnit(later, unit, say))
  return say(
    rich`${criterion}由 ${now} ${to > from ? '升' : '降'}到 ${after}`,
    rich`“${criterion}” goes from ${now} to ${after}`,
  )
}

function needTold(change: Of<'need'>, { say, nameOf }: Telling): Rich {
  const { action, title, unit, from, to, ofId } = change
  const need = say(title.zh, title.en)
  const name = nameOf(ofId)
  const written = (one: number | null) =>
    one === null ? say('未知', 'unknown') : String(Math.round(one * 10) / 10)
  switch (action) {
    case 'drop':
      return say(rich`不再要求${need}`, rich`The need “${need}” is dropped`)
    case 'proven':
      return say(rich`证实${name}满足${need}`, rich`${name} is proven to meet “${need}”`)
    case 'disproven':
      return say(rich`查明${name}不满足${need}`, rich`${name} is found to fail “${need}”`)
    default: {
      const word = unit ? UNIT_WORD[unit] : null
      const then = bold(`${written(to)} ${word ? say(word.zh, word.en) : ''}`.trim())
      return say(
        rich`${need}的要求从 ${written(from)} ${action === 'raise' ? '升' : '降'}到 ${then}`,
        rich`The need “${need}” goes from ${written(from)} to ${then}`,
      )
    }
  }
}

/** Who has to do with it: you decide, somebody can be asked, or nobody can help it and why. */
export function verdictTold({ verdict, why, changes }: Way, say: Say, computed: Run): Rich {
  const chance = chanceTold(changes, say)
  const likely = chance === null ? [] : rich`${say('；', '; ')}${chance}${computed}`
  switch (verdict) {
    case 'yours':
      return plain(say('可自行决定', 'yours to decide'))
    case 'to-find-out':
      return rich`${say('有待查证', 'to be found out')}${likely}`
    case 'impossible': {
      // After a colon the sentence goes on: only names are capital there.
      const told = why
        ? say(`：${why.zh}`, `: ${why.en.slice(0, 1).toLowerCase()}${why.en.slice(1)}`)
        : ''
      return rich`${say('不可能', 'cannot be')}${told.replace(/[.。]$/, '')}${why ? computed : ''}`
    }
  }
}

/** How likely the facts of a way are, by the draws; null: it rests on no doubtful fact. */
export function chanceTold(changes: readonly ChangeToWin[], say: Say): string | null {
  const chances = changes.flatMap((change) =>
    change.kind === 'weight' || change.chance === null ? [] : [chanceText(change.chance)],
  )
  if (chances.length === 0) return null
  return say(`在 ${chances.join('、')} 的抽样中如此`, `so in ${chances.join(', ')} of the draws`)
}
