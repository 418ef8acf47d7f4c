// The next recruits in order: the greedy answer at once, the exact one in its place when it is there.
import { useMemo } from 'preact/hooks'
import { gapFilling } from '#geodata/analysis/sourcing/recruits.ts'
import type { SourcingKnown } from '#geodata/contract/processes/local-sourcing.ts'
import { execute } from '#web/api/client.ts'
import { t } from '#web/messages/index.ts'
import { useAnswer } from '#web/parts/controls/use-answer.ts'
import { problemText } from '#web/parts/words/problem-text.ts'
import { edits } from '#web/state/region/lists.ts'
import { networkOf } from '#web/state/view/asked-network.ts'
import { view } from '#web/state/view/store.ts'
import { MapKey } from '#web/workspaces/site/gaps/gaps-key.tsx'
import { frameOf, groundOf } from '#web/workspaces/site/gaps/gaps-places.ts'
import { GapsProof } from '#web/workspaces/site/gaps/gaps-proof.tsx'
import { RecruitRow } from '#web/workspaces/site/gaps/gaps-recruit.tsx'
import { countRange } from '#web/workspaces/site/sourcing/count-range.ts'

export function GapRecruits({ known }: { known: SourcingKnown }) {
  const { sourcing } = view.value
  const settings = {
    withinMinutes: sourcing.withinMinutes,
    count: sourcing.recruits,
    mostInPark: sourcing.mostInPark,
    hectaresEach: sourcing.hectaresEach,
    assignedOnly: sourcing.assignedOnly,
    byCapacity: sourcing.byCapacity,
  }
  const question = JSON.stringify([settings, networkOf(view.value), edits.value])
  const atOnce = useMemo(() => gapFilling(known, settings, null), [known, question])
  const { answer } = useAnswer(
    (signal) =>
      execute('gap-filling', { ...settings, ...networkOf(view.value), exact: true }, signal),
    question,
  )
  const exact = answer.kind === 'answered' ? answer.result : null
  const shown = exact ?? atOnce
  const { recruits, neededWeight, gapWeight } = shown
  const before = neededWeight - gapWeight
  const percent = (weight: number) => ((100 * weight) / neededWeight).toFixed(1)
  const said = t('gaps.fills', {
    count: recruits.length,
    filled: round(shown.filledWeight),
    gaps: round(gapWeight),
    from: percent(before),
    to: percent(before + shown.filledWeight),
  })
  const inSight = recruits.flatMap(({ parkId, plantIds }) => [parkId, ...plantIds])
  const frame = frameOf(inSight, MARGIN_KILOMETERS, WIDTH, HEIGHT)
  const ground = groundOf(frame)
  return (
    <section aria-label={t('gaps.order')}>
      <h2>{t('gaps.order')}</h2>
      <p>
        {said}{' '}
        {t('gaps.doubt', {
          filled: countRange({
            low: shown.filledWeightLow,
            high: shown.filledWeightHigh,
            likely: shown.filledWeightLikely,
          }),
          gaps: countRange({
            low: shown.gapWeightLow,
            high: shown.gapWeightHigh,
            likely: shown.gapWeightLikely,
          }),
        })}
      </p>
      <GapsProof
        proof={exact?.proof ?? null}
        isProving={answer.kind === 'computing'}
        greedyShort={exact ? exact.filledWeight - exact.greedyWeight : 0}
      />
      {answer.kind === 'failed' && (
        <p role="alert" class="site-note">
          {t('gaps.notProven')} {problemText(answer.problem)}
        </p>
      )}
      {shown.recruits.length === 0 && <p class="site-note">{t('gaps.none')}</p>}
      {recruits.length > 0 && <MapKey />}
      <ol class="gaps-list">
        {recruits.map((recruit, index) => (
          <RecruitRow
            key={`${recruit.productId} ${recruit.parkId}`}
            known={known}
            recruit={recruit}
            rank={index + 1}
            points={percent(recruit.addedWeight)}
            frame={frame}
            ground={ground}
          />
        ))}
      </ol>
    </section>
  )
}

const WIDTH = 190
const HEIGHT = 120
const MARGIN_KILOMETERS = 9

/** Weighted counts to a tenth, whole ones as they are. */
function round(weight: number): number {
  return Math.round(10 * weight) / 10
}
