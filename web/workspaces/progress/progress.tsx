// How far is the plan? Targets and what has been found, of the city or by district; nothing filled in.
import '#web/workspaces/progress/progress.css'
import { useEffect, useState } from 'preact/hooks'
import type { TargetRow } from '#geodata/contract/documents.ts'
import type { Problem } from '#geodata/contract/problem.ts'
import { getTargets, problemOf } from '#web/api/client.ts'
import { t } from '#web/messages/index.ts'
import { openEditor } from '#web/panels/editor/editing.ts'
import { problemText } from '#web/parts/words/problem-text.ts'
import { edits } from '#web/state/region/lists.ts'
import { changeView, view } from '#web/state/view/store.ts'
import { DistrictBrief } from '#web/workspaces/progress/brief/district-brief.tsx'
import { boardOf } from '#web/workspaces/progress/comparable.ts'
import { ProgressBoard } from '#web/workspaces/progress/progress-board.tsx'
import { ProgressContext } from '#web/workspaces/progress/progress-context.tsx'
import { ProgressDistricts } from '#web/workspaces/progress/progress-districts.tsx'

type Known =
  | { kind: 'loading' }
  | { kind: 'ready'; items: TargetRow[] }
  | { kind: 'failed'; problem: Problem }

/** The targets workspace. */
export function ProgressPanel() {
  const [known, setKnown] = useState<Known>({ kind: 'loading' })
  const load = () => {
    getTargets().then(
      (items) => setKnown({ kind: 'ready', items }),
      (error) => setKnown({ kind: 'failed', problem: problemOf(error) }),
    )
  }
  useEffect(load, [edits.value])
  const { progressBy, briefDistrict } = view.value
  const byDistrict = progressBy === 'districts'
  if (briefDistrict !== null && known.kind === 'ready') {
    return (
      <main class="board">
        <DistrictBrief id={briefDistrict} items={known.items} />
      </main>
    )
  }
  return (
    <main class="board progress-board">
      <header class="progress-head">
        <div>
          <h1>{t('progress.title')}</h1>
          <p class="lead">{known.kind === 'ready' ? leadOf(known.items) : t('progress.lead')}</p>
        </div>
        <SideSwitch />
        <button
          type="button"
          onClick={() =>
            void openEditor({ collection: 'targets', preset: { rowType: 'progress' } })
          }
        >
          <span aria-hidden="true">＋ </span>
          {t('progress.addOne')}
        </button>
      </header>
      {known.kind === 'loading' && <p role="status">{t('progress.loading')}</p>}
      {known.kind === 'failed' && (
        <div class="site-failed" role="alert">
          <h2>{t('progress.failed')}</h2>
          <p>{problemText(known.problem)}</p>
          <button type="button" onClick={load}>
            {t('progress.again')}
          </button>
        </div>
      )}
      {known.kind === 'ready' && byDistrict && <ProgressDistricts items={known.items} />}
      {known.kind === 'ready' && !byDistrict && (
        <div class="progress-body">
          <ProgressBoard rows={boardOf(known.items)} />
          <ProgressContext items={known.items} />
        </div>
      )}
    </main>
  )
}

/** First the conclusion: of how many targets something comparable is known. */
function leadOf(items: readonly TargetRow[]): string {
  const rows = boardOf(items)
  const of = (verdict: string) => rows.filter((row) => row.verdict === verdict).length
  return t('progress.conclusion', {
    all: rows.length,
    same: of('comparable'),
    other: of('other-definition'),
    unknown: of('unknown'),
  })
}

function SideSwitch() {
  return (
    <fieldset class="segmented progress-switch">
      <legend class="visually-hidden">{t('progress.by')}</legend>
      {(['city', 'districts'] as const).map((by) => (
        <label key={by}>
          <input
            type="radio"
            name="progress-by"
            checked={view.value.progressBy === by}
            onChange={() => changeView({ progressBy: by })}
          />
          <span>{t(`progress.by.${by}`)}</span>
        </label>
      ))}
    </fieldset>
  )
}
