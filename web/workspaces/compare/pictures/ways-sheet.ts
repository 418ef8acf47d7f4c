// What would have to be true for a candidate to win, as rows of a file: a way a row, the smallest first.
import type { WhatWouldWinResult } from '#geodata/contract/processes/what-would-win.ts'
import type { Sheet } from '#geodata/formats/export/format.ts'
import { say, t } from '#web/messages/index.ts'
import type { Shown } from '#web/workspaces/compare/pictures/shown.ts'
import { chanceWords, changeWords } from '#web/workspaces/compare/pictures/way-words.ts'

export function waysSheet(found: WhatWouldWinResult, shown: readonly Shown[]): Sheet {
  const ways = [...found.singles, ...found.pairs, ...found.impossible]
  return [
    [
      t('pictures.way'),
      t('pictures.waySize'),
      t('pictures.wayVerdict'),
      t('pictures.wayChance'),
      t('pictures.wayWhy'),
    ],
    ...ways.map(({ changes, verdict, size, why }) => [
      changes.map((change) => changeWords(change, verdict, shown)).join(t('pictures.andAlso')),
      size,
      t(`pictures.verdict.${verdict}`),
      chanceWords(changes) ?? '',
      why ? say(why) : '',
    ]),
  ]
}
