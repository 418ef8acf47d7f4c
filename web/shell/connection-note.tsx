// Says calmly that the server does not answer, what still holds, and that the page comes back by itself.

import { connection } from '#web/api/connection.ts'
import { t } from '#web/messages/index.ts'
import { loading } from '#web/state/region/lists.ts'

export function ConnectionNote() {
  const now = connection.value
  if (now === 'up') return null
  return (
    <p class="page-note connection-note" role="status">
      <b>{t(now === 'offline' ? 'shell.offline' : 'shell.serverAway')}</b>{' '}
      {loading.value.kind === 'ready' && t('shell.kept')} {t('shell.trying')}
    </p>
  )
}
