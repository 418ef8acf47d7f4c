// What would have to be true for a candidate to win: the smallest changes, and what cannot be and why.
import { useState } from 'preact/hooks'
import { firstOfTold } from '#geodata/analysis/told/chance-text.ts'
import type { ComparisonResult } from '#geodata/contract/processes/comparison.ts'
import type { Way, WhatWouldWinResult } from '#geodata/contract/processes/what-would-win.ts'
import { execute } from '#web/api/client.ts'
import { VerdictDisc } from '#web/charts/verdict-disc.tsx'
import { say, t } from '#web/messages/index.ts'
import { AnswerStatus } from '#web/parts/controls/answer-status.tsx'
import { SheetButton } from '#web/parts/controls/sheet-button.tsx'
import { useAnswer } from '#web/parts/controls/use-answer.ts'
import { edits } from '#web/state/region/lists.ts'
import { askedSiting } from '#web/workspaces/compare/pictures/asked-siting.ts'
import { Picture } from '#web/workspaces/compare/pictures/picture.tsx'
import { letteredName, type Shown } from '#web/workspaces/compare/pictures/shown.ts'
import { chanceWords, changeWords } from '#web/workspaces/compare/pictures/way-words.ts'
import { waysSheet } from '#web/workspaces/compare/pictures/ways-sheet.ts'

/** More of a kind unfold. */
const MOST_WAYS = 5

type ToWinProps = { shown: readonly Shown[]; answer: ComparisonResult }

export function ToWin({ shown, answer }: ToWinProps) {
  const [chosen, setChosen] = useState<string | null>(null)
  const ranked = shown.filter(({ candidate }) => candidate.ranked !== null)
  const byScore = [...ranked].sort(
    (a, b) => (b.candidate.ranked?.score.central ?? 0) - (a.candidate.ranked?.score.central ?? 0),
  )
  // Of the second one asks first: the first has won already.
  const winner = shown.find(({ id }) => id === chosen) ?? byScore[1] ?? byScore[0]
  if (!winner) return null
  return (
    <Picture
      id="to-win"
      title={t('pictures.toWin', { name: letteredName(shown, winner.id) })}
      hint={t('pictures.toWinHint')}
      isTall
    >
      <label class="picture-choice no-print">
        {t('pictures.candidate')}
        <select value={winner.id} onChange={({ currentTarget }) => setChosen(currentTarget.value)}>
          {shown.map(({ id }) => (
            <option key={id} value={id}>
              {letteredName(shown, id)}
            </option>
          ))}
        </select>
      </label>
      <WaysToWin shown={shown} answer={answer} winnerId={winner.id} />
    </Picture>
  )
}

function WaysToWin({ shown, answer, winnerId }: ToWinProps & { winnerId: string }) {
  const siting = askedSiting() ?? {}
  const candidateIds = answer.candidates.map(({ id }) => id)
  const { answer: asked, again } = useAnswer(
    (signal) => execute('what-would-win', { siting, candidateIds, winnerId }, signal),
    JSON.stringify([siting, candidateIds, winnerId, edits.value]),
  )
  const found = asked.kind === 'answered' ? asked.result : null
  return (
    <>
      <AnswerStatus answer={asked} again={again} />
      {found && <FoundWays shown={shown} found={found} winnerId={winnerId} />}
    </>
  )
}

type FoundWaysProps = { shown: readonly Shown[]; found: WhatWouldWinResult; winnerId: string }

function FoundWays({ shown, found, winnerId }: FoundWaysProps) {
  const possible = [...found.singles, ...found.pairs]
  return (
    <>
      <p>{standingWords(found, shown)}</p>
      {possible.length === 0 && !found.isFirst && <p>{t('pictures.noWay')}</p>}
      <Ways ways={possible} shown={shown} />
      <Ways ways={found.impossible} shown={shown} />
      <SheetButton
        name={t('pictures.toWin', { name: letteredName(shown, winnerId) })}
        sheet={() => waysSheet(found, shown)}
      />
      <ul class="picture-key">
        {(['yours', 'to-find-out', 'impossible'] as const).map((kind) => (
          <li key={kind}>
            <VerdictDisc kind={kind} /> {t(`pictures.verdict.${kind}`)}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Where the candidate stands now. */
export function standingWords(
  { why, isFirst, rivalId, leadPoints, chance }: WhatWouldWinResult,
  shown: readonly Shown[],
): string {
  if (why) return say(why)
  if (rivalId === null || leadPoints === null) return t('pictures.noRival')
  return t('pictures.standsNow', {
    isFirst: isFirst ? 'yes' : 'no',
    rival: letteredName(shown, rivalId),
    points: String(Math.round(Math.abs(leadPoints) * 10) / 10),
    told: say(firstOfTold('compared', chance)),
  })
}

function Ways({ ways, shown }: { ways: readonly Way[]; shown: readonly Shown[] }) {
  if (ways.length === 0) return null
  const rest = ways.slice(MOST_WAYS)
  return (
    <>
      <WayList ways={ways.slice(0, MOST_WAYS)} shown={shown} />
      {rest.length > 0 && (
        <details class="picture-twin">
          <summary>{t('pictures.otherWays', { count: rest.length })}</summary>
          <WayList ways={rest} shown={shown} />
        </details>
      )}
    </>
  )
}

function WayList({ ways, shown }: { ways: readonly Way[]; shown: readonly Shown[] }) {
  return (
    <ul class="ways-to-win">
      {ways.map(({ changes, verdict, why }) => {
        const words = changes.map((change) => changeWords(change, verdict, shown))
        const chance = chanceWords(changes)
        return (
          <li key={words.join()} data-verdict={verdict}>
            <VerdictDisc kind={verdict} />
            <span>
              <b>{words.join(t('pictures.andAlso'))}</b>
              <small>
                {[
                  t(`pictures.verdict.${verdict}`),
                  ...(why ? [say(why)] : []),
                  ...(chance && verdict !== 'impossible' ? [chance] : []),
                ].join(t('pictures.clause'))}
              </small>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
