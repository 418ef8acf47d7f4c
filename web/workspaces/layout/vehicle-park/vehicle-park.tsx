// Which park should be the "1"? The candidates on the same axes; the planner sets one and takes it back.
import { DoubtfulEnds } from '#web/parts/words/doubtful-ends.tsx'
import { Words } from '#web/parts/words/words.tsx'
import '#web/workspaces/layout/vehicle-park/vehicle-park.css'
import { useState } from 'preact/hooks'
import type { VehicleParkResult } from '#geodata/contract/processes/vehicle-park.ts'
import { inSight } from '#web/api/asked.ts'
import { execute } from '#web/api/client.ts'
import { say, t } from '#web/messages/index.ts'
import { AnswerStatus } from '#web/parts/controls/answer-status.tsx'
import { DesignationNote } from '#web/parts/controls/designation-note.tsx'
import { useAnswer } from '#web/parts/controls/use-answer.ts'
import { BasisLine } from '#web/parts/words/basis-line.tsx'
import { planName } from '#web/parts/words/home-words.ts'
import { timeFromTheOne } from '#web/state/answers/minutes.ts'
import { theOne } from '#web/state/region/designation.ts'
import { dataset, edits, taxonomy } from '#web/state/region/lists.ts'
import { networkOf } from '#web/state/view/asked-network.ts'
import { view } from '#web/state/view/store.ts'
import { candidateName } from '#web/workspaces/layout/vehicle-park/vehicle-park-measures.ts'
import {
  type Traced,
  VehicleParkRows,
} from '#web/workspaces/layout/vehicle-park/vehicle-park-rows.tsx'
import { VehicleParkStrips } from '#web/workspaces/layout/vehicle-park/vehicle-park-strips.tsx'
import { VehicleParkTable } from '#web/workspaces/layout/vehicle-park/vehicle-park-table.tsx'

export function VehicleParkBoard() {
  const [segmentId, setSegmentId] = useState('')
  const [traced, setTraced] = useState<Traced | null>(null)
  const inputs = { ...networkOf(view.value), ...(segmentId ? { segmentId } : {}) }
  const { answer, again } = useAnswer(
    (signal) => execute('vehicle-park', inputs, signal),
    JSON.stringify([inputs, dataset.value?.hash, edits.value]),
  )
  const result = inSight(answer)
  return (
    <div class="one-board">
      <header>
        <h1>{t('vehiclePark.title')}</h1>
        <p class="lead">{result ? conclusionOf(result) : t('vehiclePark.lead')}</p>
        <DesignationNote />
        <Consequence />
        <label class="one-segment">
          <span>{t('vehiclePark.segment')}</span>
          <select value={segmentId} onChange={(event) => setSegmentId(event.currentTarget.value)}>
            <option value="">{t('vehiclePark.allSegments')}</option>
            {taxonomy.value
              .filter(({ system }) => system !== null)
              .map((segment) => (
                <option key={segment.segmentId} value={segment.segmentId}>
                  {say(segment.name)}
                </option>
              ))}
          </select>
        </label>
      </header>
      <AnswerStatus answer={answer} again={again} said={result && conclusionOf(result)} />
      {result && result.candidates.length === 0 && <p>{t('vehiclePark.noCandidates')}</p>}
      {result && result.candidates.length > 0 && (
        <>
          <VehicleParkStrips result={result} />
          <VehicleParkTable result={result} traced={traced} trace={setTraced} />
          {traced && (
            <VehicleParkRows result={result} traced={traced} close={() => setTraced(null)} />
          )}
          <Assumptions result={result} />
        </>
      )}
    </div>
  )
}

/** First the conclusion, with its doubt: whether the intervals let a candidate be named. */
function conclusionOf({ candidates, supplierCount }: VehicleParkResult): string {
  const measured = candidates.flatMap((candidate) =>
    candidate.medianMinutes ? [{ candidate, median: candidate.medianMinutes }] : [],
  )
  measured.sort((a, b) => a.median.central - b.median.central)
  const [first, second] = measured
  if (!first) return t('vehiclePark.nothingMeasured', { suppliers: supplierCount })
  const values = {
    name: candidateName(first.candidate),
    minutes: Math.round(first.median.central),
    suppliers: supplierCount,
    candidates: candidates.length,
  }
  const firstHigh = first.median.high ?? Number.POSITIVE_INFINITY
  return second && firstHigh >= second.median.low
    ? t('vehiclePark.nearestUnsure', values)
    : t('vehiclePark.nearestSure', values)
}

/** What follows from the setting: the minutes everywhere are to this one. */
function Consequence() {
  const one = theOne.value
  if (one.kind === 'undecided') return null
  const minutes = [...timeFromTheOne.value.values()].map(
    ({ centralSeconds }) => centralSeconds / 60,
  )
  if (minutes.length === 0) return null
  return (
    <p class="lead">
      {t('vehiclePark.consequence', {
        within: minutes.filter((one) => one <= 60).length,
        measured: minutes.length,
      })}
    </p>
  )
}

function Assumptions({ result }: { result: VehicleParkResult }) {
  const { basis, assumptions } = result
  return (
    <footer class="site-note">
      <p>
        <BasisLine basis={basis} />
      </p>
      <DoubtfulEnds ends={result.doubtfulEnds} />
      {assumptions.map((one) => (
        <p key={one.en}>{say(one)}</p>
      ))}
      <p>
        <Words of={t('vehiclePark.notOfficial', { plan: planName() })} />
      </p>
    </footer>
  )
}
