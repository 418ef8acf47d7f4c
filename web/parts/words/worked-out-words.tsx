// Who worked out an answer, in a small word beside it?
import { t } from '#web/messages/index.ts'
import { type WorkedOutBy, workedOutBy } from '#web/state/answers/worked-out.ts'

const KEYS = {
  device: 'site.byDevice',
  'device-alone': 'site.byDeviceAlone',
  server: 'site.byServer',
} as const satisfies Record<WorkedOutBy, string>

export function WorkedOut({ of }: { of: object | null }) {
  const by = workedOutBy(of)
  return by && <small data-worked-out-by={by}>{t(KEYS[by])}</small>
}
