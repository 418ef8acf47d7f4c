// Whom to recruit next and where, and where k suppliers of the product in question should stand?
import { DoubtfulEnds } from '#web/parts/words/doubtful-ends.tsx'
import '#web/workspaces/site/sourcing/sourcing.css'
import { inSight } from '#web/api/asked.ts'
import { t } from '#web/messages/index.ts'
import { AnswerStatus } from '#web/parts/controls/answer-status.tsx'
import { NumberField } from '#web/parts/controls/number-field.tsx'
import { RangeField } from '#web/parts/controls/range-field.tsx'
import { BasisLine } from '#web/parts/words/basis-line.tsx'
import { Words } from '#web/parts/words/words.tsx'
import { ranked } from '#web/state/answers/siting.ts'
import { SOURCING_NUMBERS, type SourcingView } from '#web/state/view/sourcing.ts'
import { changeView, view } from '#web/state/view/store.ts'
import { GapRecruits } from '#web/workspaces/site/gaps/gaps-recruits.tsx'
import { gapsAgainstRanking, gapsSentence } from '#web/workspaces/site/gaps/gaps-sentence.ts'
import { GapSites } from '#web/workspaces/site/gaps/gaps-sites.tsx'
import { useSourcing } from '#web/workspaces/site/sourcing/sourcing-known.ts'

export function GapsBoard() {
  const { answer, again } = useSourcing()
  const result = inSight(answer)
  const known = result?.known ?? null
  const { productId, sourcing } = view.value
  const asked = { productId, withinMinutes: sourcing.withinMinutes }
  const drawn = answer.kind === 'answered' ? answer.result.today : null
  const said = known && gapsSentence(known, asked, drawn)
  const against = known && gapsAgainstRanking(known, asked, ranked.value)
  return (
    <div class="sourcing-board">
      <header>
        <h1>{t('gaps.title')}</h1>
        {said && (
          <p class="board-sentence">
            <Words of={said} />
          </p>
        )}
        {against && (
          <p>
            <Words of={against} />
          </p>
        )}
        <p class="lead">{t('gaps.lead')}</p>
      </header>
      <Settings />
      <AnswerStatus
        answer={answer}
        again={again}
        said={said && [said, against].filter(Boolean).join(' ')}
      />
      {known && (
        <div class="sourcing-columns">
          <GapSites known={known} />
          <GapRecruits known={known} />
        </div>
      )}
      {result && (
        <p class="site-note">
          {t('gaps.method')} <BasisLine basis={result.basis} />
        </p>
      )}
      {result && <DoubtfulEnds ends={result.doubtfulEnds} />}
    </div>
  )
}

function Settings() {
  const { sourcing } = view.value
  const set = (change: Partial<SourcingView>) =>
    changeView({ sourcing: { ...sourcing, ...change } })
  const { withinMinutes, recruits, mostInPark } = SOURCING_NUMBERS
  const whole = (value: number | null, { min, max }: { min: number; max: number }) =>
    Math.max(min, Math.min(max, Math.round(value ?? min)))
  return (
    <fieldset class="gaps-settings">
      <legend class="visually-hidden">{t('gaps.settings')}</legend>
      <RangeField
        label={t('sourcing.within')}
        said={t('sourcing.minutes', { minutes: sourcing.withinMinutes })}
        value={sourcing.withinMinutes}
        min={withinMinutes.min}
        max={180}
        step={5}
        onValue={(minutes) => set({ withinMinutes: minutes })}
      />
      <NumberField
        label={t('gaps.recruits')}
        unit={t('gaps.recruitsUnit')}
        max={recruits.max}
        value={sourcing.recruits}
        onValue={(value) => set({ recruits: whole(value, recruits) })}
      />
      <NumberField
        label={t('gaps.mostInPark')}
        unit={t('gaps.recruitsUnit')}
        max={mostInPark.max}
        value={sourcing.mostInPark}
        onValue={(value) => set({ mostInPark: whole(value, mostInPark) })}
      />
      <NumberField
        label={t('gaps.hectaresEach')}
        unit={t('gaps.hectares')}
        max={9999}
        value={sourcing.hectaresEach}
        onValue={(value) => set({ hectaresEach: value || null })}
      />
      <label class="site-check">
        <input
          type="checkbox"
          checked={sourcing.assignedOnly}
          onChange={({ currentTarget }) => set({ assignedOnly: currentTarget.checked })}
        />
        <span>{t('gaps.assignedOnly')}</span>
      </label>
      <label class="site-check">
        <input
          type="checkbox"
          checked={sourcing.byCapacity}
          onChange={({ currentTarget }) => set({ byCapacity: currentTarget.checked })}
        />
        <span>{t('site.byCapacity')}</span>
      </label>
    </fieldset>
  )
}
