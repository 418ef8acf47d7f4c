// What do the marks of the small maps mean?
import { t } from '#web/messages/index.ts'

export function MapKey() {
  return (
    <p class="gaps-key site-note">
      {(['gained', 'served', 'open'] as const).map((state) => (
        <span key={state}>
          <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
            <rect class={`sm-plant sm-${state}`} x="1.5" y="1.5" width="7" height="7" />
          </svg>{' '}
          {t(`gaps.mark.${state}`)}
        </span>
      ))}
    </p>
  )
}
