// The files that are under way or written: to go back to.
import type { Import } from '#geodata/contract/imports.ts'
import { inSight } from '#web/api/asked.ts'
import { listImports } from '#web/api/imports.ts'
import { language, t } from '#web/messages/index.ts'
import { useAnswer } from '#web/parts/controls/use-answer.ts'
import { problemText } from '#web/parts/words/problem-text.ts'
import { Words } from '#web/parts/words/words.tsx'
import { changeView } from '#web/state/view/store.ts'
import { isTakenBack, openRows, writableRows } from '#web/workspaces/layout/import/step-states.ts'
import { tableTitle } from '#web/workspaces/layout/import/table-title.ts'

export function ImportsKept() {
  const { answer, again } = useAnswer((signal) => listImports(signal), '')
  const items = inSight(answer)
  return (
    <section class="import-kept" aria-labelledby="import-kept">
      <h2 id="import-kept">{t('imports.kept')}</h2>
      {answer.kind === 'failed' && (
        <p role="alert" class="import-alert">
          {problemText(answer.problem)}{' '}
          <button type="button" class="quiet" onClick={again}>
            {t('common.retry')}
          </button>
        </p>
      )}
      {!items && answer.kind === 'computing' && <p role="status">{t('imports.rowsComing')}</p>}
      {items?.length === 0 && <p class="none">{t('imports.keptNone')}</p>}
      {items && items.length > 0 && (
        <ul>
          {items.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                onClick={() => changeView({ imported: { id: one.id, step: null } })}
              >
                <b>
                  <Words of={one.fileName} />
                </b>
                <span>{tableTitle(one.table)}</span>
                <span>{stateText(one)}</span>
                <time dateTime={one.startedAt}>{whenOf(one.startedAt)}</time>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function stateText(one: Import): string {
  if (one.state === 'ready') {
    return t(isTakenBack(one) ? 'imports.keptUndone' : 'imports.keptReady', {
      ready: writableRows(one),
      open: openRows(one),
    })
  }
  if (one.state === 'written') return t('imports.line.written', { count: writableRows(one) })
  return t(`imports.state.${one.state}`)
}

function whenOf(startedAt: string): string {
  return new Intl.DateTimeFormat(language.value, {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(new Date(startedAt))
}
