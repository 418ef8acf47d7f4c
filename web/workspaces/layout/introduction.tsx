// Three steps for a new user: what to see, what to ask, how to find. Folded after the first visit; skipped once, it stays away.
import { useState } from 'preact/hooks'
import { t } from '#web/messages/index.ts'
import { TOUCH, useMedia } from '#web/parts/controls/use-media.ts'
import { introduction, introductionUnfolded } from '#web/state/preferences.ts'

const STEPS = ['layout.intro.1', 'layout.intro.2', 'layout.intro.3'] as const
const TOUCH_STEPS = ['layout.intro.1', 'layout.intro.2', 'layout.intro.3Touch'] as const

export function Introduction() {
  const [at, setAt] = useState(0)
  const steps = useMedia(TOUCH) ? TOUCH_STEPS : STEPS
  if (!introduction.value) return null
  const isLast = at === steps.length - 1
  if (!introductionUnfolded.value) {
    return (
      <p class="introduction-folded">
        <button type="button" class="quiet" onClick={() => (introductionUnfolded.value = true)}>
          {t('layout.intro.title')}
        </button>
      </p>
    )
  }
  const done = () => {
    introduction.value = false
    setAt(0)
  }
  return (
    <section class="introduction" aria-label={t('layout.intro.title')}>
      <h2>
        {t('layout.intro.title')} <small>{t('layout.intro.step', { step: at + 1 })}</small>
      </h2>
      <p aria-live="polite">{t(steps[at] ?? steps[0])}</p>
      <p class="acts">
        <button type="button" class="primary" onClick={() => (isLast ? done() : setAt(at + 1))}>
          {isLast ? t('layout.intro.done') : t('layout.intro.next')}
        </button>
        {!isLast && (
          <button type="button" class="quiet" onClick={done}>
            {t('layout.intro.skip')}
          </button>
        )}
      </p>
    </section>
  )
}
