// Where do the suppliers stand around each candidate? One strip each, all on one axis.
import type {
  VehicleParkCandidate,
  VehicleParkResult,
} from '#geodata/contract/processes/vehicle-park.ts'
import { SupplierStrip, tallestPile } from '#web/charts/supplier-strip.tsx'
import { t } from '#web/messages/index.ts'
import { designate } from '#web/state/region/designation.ts'
import { view } from '#web/state/view/store.ts'
import { measuresOf } from '#web/workspaces/layout/vehicle-park/figures.ts'
import {
  candidateName,
  figureText,
} from '#web/workspaces/layout/vehicle-park/vehicle-park-measures.ts'

export function VehicleParkStrips({ result: { candidates } }: { result: VehicleParkResult }) {
  const minutes = candidates.map(minutesOfSuppliers)
  const farthest = Math.max(0, ...minutes.flat())
  const endMinutes = Math.max(120, Math.ceil(farthest / 30) * 30)
  const tallest = Math.max(1, ...minutes.map(tallestPile))
  return (
    <section class="one-strips" aria-labelledby="one-strips">
      <h2 id="one-strips">
        {t('vehiclePark.strips')} <small>{t('vehiclePark.stripsHint')}</small>
      </h2>
      <ul>
        {candidates.map((candidate, index) => (
          <Strip
            key={candidate.id}
            candidate={candidate}
            index={index}
            minutes={minutes[index] ?? []}
            endMinutes={endMinutes}
            tallest={tallest}
          />
        ))}
      </ul>
    </section>
  )
}

type StripProps = {
  candidate: VehicleParkCandidate
  index: number
  minutes: number[]
  endMinutes: number
  tallest: number
}

function Strip({ candidate, index, minutes, endMinutes, tallest }: StripProps) {
  const name = candidateName(candidate)
  const [median] = measuresOf(candidate)
  const isSet = view.value.designatedParkId === candidate.id
  const unmeasured = candidate.suppliers.length - minutes.length
  return (
    <li class={isSet ? 'one-strip set' : 'one-strip'} data-candidate={candidate.id}>
      <div class="one-strip-head">
        <h3>
          <span class={`letter letter-${index}`} aria-hidden="true">
            {letterOf(index)}
          </span>{' '}
          {name}{' '}
          {isSet ? (
            <span class="scenario-tag">{t('designation.scenario')}</span>
          ) : (
            <span class="tag">{t('vehiclePark.candidate')}</span>
          )}
        </h3>
        <p>
          <b>{(median && figureText(median)) ?? t('common.unknown')}</b>{' '}
          <small>{t('vehiclePark.medianUnit')}</small>
        </p>
        <button
          type="button"
          aria-pressed={isSet}
          aria-label={
            isSet ? t('vehiclePark.unsetNamed', { name }) : t('vehiclePark.setNamed', { name })
          }
          onClick={() => designate(isSet ? null : candidate.id)}
        >
          {isSet ? t('vehiclePark.unset') : t('vehiclePark.set')}
        </button>
      </div>
      <div>
        <SupplierStrip
          minutes={minutes}
          endMinutes={endMinutes}
          tallest={tallest}
          cutoffMinutes={candidate.covered.map(({ cutoffMinutes }) => cutoffMinutes)}
          median={candidate.medianMinutes}
          label={t('vehiclePark.stripLabel', {
            name,
            measured: minutes.length,
            median: (median && figureText(median)) ?? t('common.unknown'),
            within: candidate.covered
              .map(({ cutoffMinutes, suppliers }) => `${cutoffMinutes}: ${suppliers.central}`)
              .join(t('common.listSeparator')),
          })}
        />
        {unmeasured > 0 && (
          <p class="site-note">
            <i class="hatch-swatch" aria-hidden="true" />
            {t('vehiclePark.unmeasured', { count: unmeasured })}
          </p>
        )}
      </div>
    </li>
  )
}

export function letterOf(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index)
}

function minutesOfSuppliers({ suppliers }: VehicleParkCandidate): number[] {
  return suppliers.flatMap(({ duration }) => (duration ? [duration.centralSeconds / 60] : []))
}
