// By which rules are gaps, thin spots and doubles found? Each threshold can be edited.
import { t } from '#web/messages/index.ts'
import { DEFAULT_MATRIX, THRESHOLDS, type ThresholdId } from '#web/state/view/matrix.ts'
import { view } from '#web/state/view/store.ts'
import { changeMatrix } from '#web/workspaces/layout/matrix/coverage.ts'

export function MatrixRules() {
  const { withinMinutes, thinFirms, duplicatedParks, duplicatedShare } = view.value.matrix
  const isDefault = Object.keys(THRESHOLDS).every(
    (id) => view.value.matrix[id as ThresholdId] === DEFAULT_MATRIX[id as ThresholdId],
  )
  const percent = Math.round(duplicatedShare * 100)
  return (
    <section class="matrix-rules">
      <h3>{t('matrix.rules')}</h3>
      <p>
        {withinMinutes === null
          ? t('matrix.rule.all', { thin: thinFirms })
          : t('matrix.rule.within', { minutes: withinMinutes, thin: thinFirms })}{' '}
        {t('matrix.rule.doubled', { parks: duplicatedParks, percent })}
      </p>
      <details>
        <summary>{t('matrix.rules.edit')}</summary>
        <Threshold id="thinFirms" label={t('matrix.rule.thinFirms')} step={1} />
        <Threshold id="duplicatedParks" label={t('matrix.rule.duplicatedParks')} step={1} />
        <Threshold id="duplicatedShare" label={t('matrix.rule.duplicatedShare')} step={0.05} />
        <button
          type="button"
          disabled={isDefault}
          onClick={() => {
            const { thinFirms, duplicatedParks, duplicatedShare } = DEFAULT_MATRIX
            changeMatrix({ thinFirms, duplicatedParks, duplicatedShare })
          }}
        >
          {t('matrix.rules.reset')}
        </button>
      </details>
    </section>
  )
}

function Threshold({ id, label, step }: { id: ThresholdId; label: string; step: number }) {
  const { min, max } = THRESHOLDS[id]
  return (
    <label>
      <span>{label}</span>
      <input
        type="number"
        min={min}
        max={max}
        step={step}
        value={view.value.matrix[id]}
        onInput={(event) => {
          const { value, validity } = event.currentTarget
          if (value !== '' && validity.valid) changeMatrix({ [id]: Number(value) })
        }}
      />
    </label>
  )
}
