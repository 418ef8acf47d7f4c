// Who answers for each task of the plan, what does this map show for it, and what is missing?
import '#web/parts/controls/print.css'
import '#web/workspaces/progress/tasks/tasks.css'
import type { Certification, PlanTask, TargetRow } from '#geodata/contract/documents.ts'
import type { Problem } from '#geodata/contract/problem.ts'
import { inSight } from '#web/api/asked.ts'
import { getCertifications, getTasks } from '#web/api/client.ts'
import { nameOf, say, t } from '#web/messages/index.ts'
import { useAnswer } from '#web/parts/controls/use-answer.ts'
import { useAnnounced } from '#web/parts/focus/announcer.tsx'
import { planName } from '#web/parts/words/home-words.ts'
import { problemText } from '#web/parts/words/problem-text.ts'
import { saveSheet } from '#web/parts/words/save-sheet.ts'
import { Words } from '#web/parts/words/words.tsx'
import { companies } from '#web/state/region/firms.ts'
import { home, homeProvince } from '#web/state/region/home.ts'
import {
  districts,
  links,
  loading,
  loadMissing,
  missingLists,
  parks,
  platforms,
  taxonomy,
} from '#web/state/region/lists.ts'
import { view } from '#web/state/view/store.ts'
import { figureOf, isCounted, type Known } from '#web/workspaces/progress/tasks/task-figures.ts'
import type { TaskLine } from '#web/workspaces/progress/tasks/task-lines.ts'
import { isOfSide } from '#web/workspaces/progress/tasks/task-sides.ts'
import { missingOf, numberOf, wordsOf } from '#web/workspaces/progress/tasks/task-words.ts'
import { TasksChoices } from '#web/workspaces/progress/tasks/tasks-choices.tsx'
import { TasksParts } from '#web/workspaces/progress/tasks/tasks-parts.tsx'
import { TasksTable } from '#web/workspaces/progress/tasks/tasks-table.tsx'

/** The lists that figures of tasks are counted over. */
const COUNTED: readonly string[] = [
  'companies',
  'districts',
  'links',
  'parks',
  'platforms',
  'taxonomy',
]

async function fetched(signal: AbortSignal): Promise<[PlanTask[], Certification[]]> {
  return Promise.all([getTasks(signal), getCertifications(undefined, signal)])
}

export function TasksBoard({ items }: { items: TargetRow[] }) {
  const { answer, again } = useAnswer(fetched, '')
  const [tasks, certifications] = inSight(answer) ?? [null, []]
  // What did not come would be counted as none.
  const missing = missingLists.value.find(({ name }) => COUNTED.includes(name))
  const isThere = loading.value.kind === 'ready' && !missing
  const lines = tasks && isThere ? linesOf(tasks, items, certifications) : null
  useAnnounced(lines && leadOf(lines))
  if (answer.kind === 'failed') return <Failed problem={answer.problem} again={again} />
  if (missing) return <Failed problem={missing.problem} again={() => void loadMissing()} />
  if (!lines) return <p role="status">{t('tasks.loading')}</p>
  const { taskSide } = view.value
  const shown = lines.filter(({ task }) => isOfSide(task, taskSide))
  return (
    <section class="tasks" aria-label={t('tasks.title')}>
      <div class="tasks-head">
        <p class="lead">
          <Words of={leadOf(lines)} />
        </p>
        <button type="button" class="no-print" onClick={() => void download(lines)}>
          {t('tasks.download')}
        </button>
        <button type="button" class="no-print" onClick={() => window.print()}>
          {t('tasks.print')}
        </button>
      </div>
      <TasksParts lines={lines} />
      <TasksChoices lines={lines} />
      {shown.length > 0 ? (
        <TasksTable lines={shown} all={lines} />
      ) : (
        <p class="site-note">{t('tasks.noneLeft')}</p>
      )}
      <footer class="tasks-foot">
        {lines.map(
          ({ task }) => task.note && <p key={task.id}>{`${task.section}* ${say(task.note)}`}</p>,
        )}
        <p>{t('tasks.note')}</p>
      </footer>
    </section>
  )
}

function Failed({ problem, again }: { problem: Problem; again: () => void }) {
  return (
    <div class="site-failed" role="alert">
      <h2>{t('tasks.failed')}</h2>
      <p>{problemText(problem)}</p>
      <button type="button" onClick={again}>
        {t('progress.again')}
      </button>
    </div>
  )
}

function linesOf(
  tasks: readonly PlanTask[],
  targets: readonly TargetRow[],
  certifications: readonly Certification[],
): TaskLine[] {
  const known: Known = {
    homeName: home.value?.name.zh ?? '',
    provinceAdcode: homeProvince.value,
    cityAdcode: home.value?.cityAdcode ?? null,
    districts: districts.value,
    companies: companies.value,
    parks: parks.value,
    platforms: platforms.value,
    links: links.value,
    taxonomy: taxonomy.value,
    targets,
    certifications,
    chosen: view.value.filters.districts ?? [],
  }
  return tasks.map((task) => ({ task, figure: figureOf(task, known) }))
}

/** The board in one sentence. */
function leadOf(lines: readonly TaskLine[]): string {
  const shown = lines.filter(({ figure }) => isCounted(figure)).length
  const named = lines.filter(({ task }) => task.responsible.length > 0).length
  const counts = {
    plan: planName(),
    all: lines.length,
    shown,
    none: lines.length - shown,
    named,
    silent: lines.length - named,
  }
  const chosen = view.value.filters.districts ?? []
  if (chosen.length === 0) return t('tasks.lead', counts)
  const one = districts.value.find(({ id }) => chosen.length === 1 && id === chosen[0])
  const place = one ? nameOf(one.properties) : t('tasks.several', { count: chosen.length })
  return t('tasks.leadDistrict', { ...counts, place })
}

/** Every task with its figure, as a spreadsheet takes it. */
function download(lines: readonly TaskLine[]): Promise<void> {
  const head = ['colId', 'colTask', 'csv.responsible', 'colShown', 'colMissing'] as const
  const rows = lines.map(({ task, figure }) => {
    const number = numberOf(figure)
    return [
      task.section,
      `${say(task.title)} — ${say(task.asks)}`,
      task.responsible.map(say).join('; ') || t('tasks.unnamed'),
      [number && `${number.value} ${number.unit}`, wordsOf(figure)].filter(Boolean).join(' '),
      missingOf(task, figure),
      task.source,
    ]
  })
  const titles = [...head.map((key) => t(`tasks.${key}`)), t('common.source')]
  return saveSheet(t('tasks.title'), [titles, ...rows])
}
