// Three presses of Tab from the top of the page to what it answers.
import { t } from '#web/messages/index.ts'
import { landOn } from '#web/parts/focus/keep-focus.ts'

/** Where each leads: the first that is on the page. */
const TARGETS = {
  result: ['.site-board', '.layout-board', 'main.board', 'main.compare', '.inspector'],
  map: ['.map-frame canvas'],
  panel: ['.panel'],
} as const

export type SkipTarget = keyof typeof TARGETS

export function SkipLinks({ targets }: { targets: readonly SkipTarget[] }) {
  return (
    <nav class="skip-links no-print" aria-label={t('shell.skip')}>
      {targets.map((id) => (
        <button
          key={id}
          type="button"
          onClick={() => {
            const to = TARGETS[id].flatMap((one) => document.querySelector<HTMLElement>(one) ?? [])
            if (to[0]) landOn(to[0])
          }}
        >
          {t(`shell.skip.${id}`)}
        </button>
      ))}
    </nav>
  )
}
