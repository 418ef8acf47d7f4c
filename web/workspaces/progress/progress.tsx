// How far is the plan? Targets and what has been found, of the city or by district; nothing filled in.
import { Words } from '#web/parts/words/words.tsx'
import '#web/workspaces/progress/progress.css'
import type { FunctionComponent } from 'preact'
import type { TargetRow } from '#geodata/contract/documents.ts'
import { inSight } from '#web/api/asked.ts'
import { getTargets } from '#web/api/client.ts'
import { t } from '#web/messages/index.ts'
import type { MessageKey } from '#web/messages/texts.ts'
import { openEditor } from '#web/panels/editor/editing.ts'
import { Lazy } from '#web/parts/controls/lazy.tsx'
import { useAnswer } from '#web/parts/controls/use-answer.ts'
import { useAnnounced } from '#web/parts/focus/announcer.tsx'
import { planName } from '#web/parts/words/home-words.ts'
import { problemText } from '#web/parts/words/problem-text.ts'
import { edits } from '#web/state/region/lists.ts'
import { changeView, view } from '#web/state/view/store.ts'
import { PROGRESS_BOARDS, type ProgressBoardId } from '#web/state/view/view.ts'
import { DistrictBrief } from '#web/workspaces/progress/brief/district-brief.tsx'
import { boardOf } from '#web/workspaces/progress/comparable.ts'
import { ProgressBoard } from '#web/workspaces/progress/progress-board.tsx'
import { ProgressContext } from '#web/workspaces/progress/progress-context.tsx'
import { ProgressDistricts } from '#web/workspaces/progress/progress-districts.tsx'
import { TasksBoard } from '#web/workspaces/progress/tasks/tasks-board.tsx'

/** The targets workspace. */
export function ProgressPanel() {
  const { answer, again } = useAnswer(getTargets, String(edits.value))
  const items = inSight(answer)
  const { progressBy, briefDistrict } = view.value
  const { title, lead, Board } = BOARDS[progressBy]
  useAnnounced(items && briefDistrict === null ? (lead?.(items) ?? null) : null)
  if (briefDistrict !== null && items) {
    return (
      <main class="board">
        <DistrictBrief id={briefDistrict} items={items} />
      </main>
    )
  }
  return (
    <main class="board progress-board">
      <header class="progress-head">
        <div>
          <h1>{t(title)}</h1>
          {lead && (
            <p class="lead">
              <Words of={items ? lead(items) : t('progress.lead', { plan: planName() })} />
            </p>
          )}
        </div>
        <BoardSwitch />
        {lead && <AddProgress />}
      </header>
      {answer.kind === 'computing' && !items && <p role="status">{t('progress.loading')}</p>}
      {answer.kind === 'failed' && (
        <div class="site-failed" role="alert">
          <h2>{t('progress.failed')}</h2>
          <p>{problemText(answer.problem)}</p>
          <button type="button" onClick={again}>
            {t('progress.again')}
          </button>
        </div>
      )}
      {items && <Board items={items} />}
    </main>
  )
}

function TargetsBoard({ items }: { items: TargetRow[] }) {
  return (
    <div class="progress-body">
      <ProgressBoard rows={boardOf(items)} />
      <ProgressContext items={items} />
    </div>
  )
}

type BoardOfItems = FunctionComponent<{ items: TargetRow[] }>
type BoardEntry = {
  title: MessageKey
  /** The board in one sentence; left out: the board says its own. */
  lead?: (items: readonly TargetRow[]) => string
  Board: BoardOfItems
}

/** What the workspace can show: a board is a file and a line here. */
const BOARDS: Record<ProgressBoardId, BoardEntry> = {
  city: { title: 'progress.title', lead: leadOf, Board: TargetsBoard },
  districts: { title: 'progress.title', lead: leadOf, Board: ProgressDistricts },
  tasks: { title: 'tasks.title', Board: TasksBoard },
  provenance: { title: 'provenance.title', Board: ProvenanceOfData },
  prospects: { title: 'pool.title', Board: ProjectPool },
}

/** Comes with what it needs when it is first opened. */
function ProvenanceOfData() {
  return <Lazy load={loadProvenance} until={(words) => words} />
}

const loadProvenance = async () =>
  (await import('#web/workspaces/progress/provenance/provenance-board.tsx')).ProvenanceBoard

function ProjectPool() {
  return <Lazy load={loadPool} until={(words) => words} />
}

const loadPool = async () =>
  (await import('#web/workspaces/progress/prospects/prospects-board.tsx')).ProspectsBoard

function AddProgress() {
  return (
    <button
      type="button"
      onClick={() => void openEditor({ collection: 'targets', preset: { rowType: 'progress' } })}
    >
      <span aria-hidden="true">＋ </span>
      {t('progress.addOne')}
    </button>
  )
}

/** First the conclusion: of how many targets something comparable is known. */
function leadOf(items: readonly TargetRow[]): string {
  const rows = boardOf(items)
  const of = (verdict: string) => rows.filter((row) => row.verdict === verdict).length
  return t('progress.conclusion', {
    plan: planName(),
    all: rows.length,
    same: of('comparable'),
    other: of('other-definition'),
    unknown: of('unknown'),
  })
}

function BoardSwitch() {
  return (
    <fieldset class="segmented progress-switch">
      <legend class="visually-hidden">{t('progress.by')}</legend>
      {PROGRESS_BOARDS.map((by) => (
        <label key={by}>
          <input
            type="radio"
            name="progress-by"
            checked={view.value.progressBy === by}
            onChange={() => changeView({ progressBy: by })}
          />
          <span>{t(`shell.by.${by}`)}</span>
        </label>
      ))}
    </fieldset>
  )
}
