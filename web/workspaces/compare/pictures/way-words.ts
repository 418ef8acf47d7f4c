// What would have to be otherwise, in the words of the report, in the reader's language.
import { sayIn, wordsOf } from '#geodata/analysis/told/rich.ts'
import { chanceTold, changeTold } from '#geodata/analysis/told/way-told.ts'
import type { ChangeToWin, Way } from '#geodata/contract/processes/what-would-win.ts'
import { language } from '#web/messages/index.ts'
import { letteredName, type Shown } from '#web/workspaces/compare/pictures/shown.ts'

/** One change as a clause. */
export function changeWords(
  change: ChangeToWin,
  verdict: Way['verdict'],
  shown: readonly Shown[],
): string {
  const nameOf = (id: string) => letteredName(shown, id)
  return wordsOf(changeTold(change, verdict, { say: sayIn(language.value), nameOf }))
}

/** How likely the facts of a way are, by the draws; null: it rests on no doubtful fact. */
export function chanceWords(changes: readonly ChangeToWin[]): string | null {
  return chanceTold(changes, sayIn(language.value))
}
