// How developed is each park of the N? The formula, its weights beside it, and ranks with their doubt.
import { DoubtfulEnds } from '#web/parts/words/doubtful-ends.tsx'
import '#web/workspaces/layout/park-index/park-index.css'
import { useMemo } from 'preact/hooks'
import { rankedUnder } from '#geodata/analysis/park-index/rank.ts'
import type { ParkIndexResult } from '#geodata/contract/processes/park-index.ts'
import { inSight } from '#web/api/asked.ts'
import { execute } from '#web/api/client.ts'
import { language, say, t } from '#web/messages/index.ts'
import { AnswerStatus } from '#web/parts/controls/answer-status.tsx'
import { DesignationNote } from '#web/parts/controls/designation-note.tsx'
import { useAnswer } from '#web/parts/controls/use-answer.ts'
import { BasisLine } from '#web/parts/words/basis-line.tsx'
import { theOne } from '#web/state/region/designation.ts'
import { dataset, edits } from '#web/state/region/lists.ts'
import { networkOf } from '#web/state/view/asked-network.ts'
import { view } from '#web/state/view/store.ts'
import { ParkIndexFormula } from '#web/workspaces/layout/park-index/park-index-formula.tsx'
import { ParkIndexRanking } from '#web/workspaces/layout/park-index/park-index-ranking.tsx'

export function ParkIndexBoard() {
  const one = theOne.value
  const inputs = {
    ...networkOf(view.value),
    ...(one.kind === 'designated' ? { designatedParkId: one.park.properties.id } : {}),
  }
  const { answer, again } = useAnswer(
    (signal) => execute('park-index', inputs, signal),
    JSON.stringify([inputs, dataset.value?.hash, edits.value]),
  )
  const answered = inSight(answer)
  const { indexWeights } = view.value
  // A moved slider ranks again in the page, by the same function as the server's.
  const result = useMemo(
    () =>
      answered && { ...answered, ...rankedUnder(answered.terms, answered.ranking, indexWeights) },
    [answered, indexWeights],
  )
  return (
    <div class="index-board">
      <header>
        <h1>{t('parkIndex.title')}</h1>
        <p class="lead">{result ? conclusionOf(result) : t('parkIndex.lead')}</p>
        <DesignationNote />
      </header>
      <AnswerStatus answer={answer} again={again} said={result && conclusionOf(result)} />
      {result && answered && (
        <div class="index-columns">
          <ParkIndexFormula defaults={answered.terms} terms={result.terms} />
          <ParkIndexRanking result={result} />
        </div>
      )}
      {result && (
        <footer class="site-note">
          <p>
            <BasisLine basis={result.basis} />
          </p>
          <DoubtfulEnds ends={result.doubtfulEnds} />
          {result.assumptions.map((assumption) => (
            <p key={assumption.en}>{say(assumption)}</p>
          ))}
        </footer>
      )}
    </div>
  )
}

/** Who may be first: as many as the missing data leave open. */
function conclusionOf({ ranking }: ParkIndexResult): string {
  const [first] = ranking
  if (!first) return t('parkIndex.empty')
  const mayBeFirst = ranking.filter(({ rankLow }) => rankLow === 1).length
  const name = language.value === 'en' ? first.labelEn : first.labelZh
  return mayBeFirst === 1
    ? t('parkIndex.firstSure', { name, count: ranking.length })
    : t('parkIndex.firstUnsure', { name, count: ranking.length, open: mayBeFirst })
}
