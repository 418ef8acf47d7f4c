// What would have to be otherwise, in words, with the figure now and the figure then.

import { amountText, changeTexts } from '#geodata/analysis/told/amount-text.ts'
import { chanceText } from '#geodata/analysis/told/chance-text.ts'
import type { ChangeToWin, Way } from '#geodata/contract/processes/what-would-win.ts'
import { say, t } from '#web/messages/index.ts'
import { unitWord } from '#web/parts/words/measured.ts'
import { letteredName, type Shown } from '#web/workspaces/compare/pictures/shown.ts'
import { percentOf } from '#web/workspaces/compare/pictures/weight-scores.tsx'

type Of<Kind extends ChangeToWin['kind']> = Extract<ChangeToWin, { kind: Kind }>

/** One change as a clause. */
export function changeWords(
  change: ChangeToWin,
  verdict: Way['verdict'],
  shown: readonly Shown[],
): string {
  switch (change.kind) {
    case 'weight':
      return t('pictures.changeWeight', {
        criterion: say(change.title),
        from: percentOf(change.fromShare),
        to: percentOf(change.toShare),
        up: change.toShare > change.fromShare ? 'yes' : 'no',
      })
    case 'fact':
      return factWords(change, verdict)
    case 'maker':
      return t('pictures.changeMaker', {
        firm: say(change.firm),
        input: say(change.input),
        from: change.fromMinutes === null ? t('pictures.unknown') : Math.round(change.fromMinutes),
        to: Math.round(change.toMinutes),
      })
    case 'need':
      return needWords(change, shown)
  }
}

function factWords({ title, unit, from, to }: Of<'fact'>, verdict: Way['verdict']): string {
  const word = unitWord(unit)
  const then = `${amountText(to, unit)}${word === '%' ? '' : ' '}${word}`
  const criterion = say(title)
  // It is the best that there could be, whether or not that differs from what is.
  if (verdict === 'impossible') return t('pictures.changeBest', { criterion, to: then })
  if (from === null) return t('pictures.changeUnknown', { criterion, to: then })
  const [now, later] = changeTexts(from, to, unit)
  return t('pictures.changeFact', {
    criterion,
    from: now,
    to: `${later}${word === '%' ? '' : ' '}${word}`,
    up: to > from ? 'yes' : 'no',
  })
}

function needWords(change: Of<'need'>, shown: readonly Shown[]): string {
  const { action, title, unit, from, to, ofId } = change
  const written = (one: number | null) =>
    one === null ? t('pictures.unknown') : String(Math.round(one * 10) / 10)
  const name = letteredName(shown, ofId)
  switch (action) {
    case 'drop':
      return t('pictures.needDropped', { need: say(title) })
    case 'proven':
      return t('pictures.needProven', { need: say(title), name })
    case 'disproven':
      return t('pictures.needDisproven', { need: say(title), name })
    case 'lower':
    case 'raise':
      return t('pictures.needMoved', {
        need: say(title),
        from: written(from),
        to: `${written(to)} ${unit ? t(`site.needUnit.${unit}`) : ''}`.trim(),
        up: action === 'raise' ? 'yes' : 'no',
      })
  }
}

/** How likely the facts of a way are, by the draws; null: it rests on no doubtful fact. */
export function chanceWords(changes: readonly ChangeToWin[]): string | null {
  const chances = changes.flatMap((change) =>
    change.kind === 'weight' || change.chance === null ? [] : [change.chance],
  )
  if (chances.length === 0) return null
  return t('pictures.changeChance', {
    chance: chances.map(chanceText).join(t('common.listSeparator')),
  })
}
