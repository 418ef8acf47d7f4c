// What do the marks of the matrix mean?
import { t } from '#web/messages/index.ts'

const MARKS = ['filled', 'pale', 'dashed'] as const
const REACHES = ['perhaps', 'late'] as const

/** So little room that the rows come first. */
const SHORT = matchMedia('(max-width: 1100px), (max-height: 800px)')

export function MatrixLegend({ isRouted }: { isRouted: boolean }) {
  return (
    <details class="matrix-key" open={!SHORT.matches}>
      <summary>{t('matrix.legend')}</summary>
      <ul class="matrix-legend">
        {MARKS.map((mark) => (
          <li key={mark}>
            <span class={`square of-legend in-time ${mark}`} aria-hidden="true">
              {mark === 'filled' ? '3' : ''}
            </span>
            {t(`matrix.legend.${mark}`)}
          </li>
        ))}
        {isRouted &&
          REACHES.map((reach) => (
            <li key={reach}>
              <span class={`square of-legend filled ${reach}`} aria-hidden="true" />
              {t(`matrix.legend.${reach}`)}
            </li>
          ))}
        <li class="keys">{t('matrix.legend.keys')}</li>
      </ul>
    </details>
  )
}
