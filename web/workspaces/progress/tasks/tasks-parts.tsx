// The parts of the plan at a glance: one square per task, hatched where nothing can be counted.
import { t } from '#web/messages/index.ts'
import { isCounted } from '#web/workspaces/progress/tasks/task-figures.ts'
import { partsOf, type TaskLine } from '#web/workspaces/progress/tasks/task-lines.ts'

export function TasksParts({ lines }: { lines: readonly TaskLine[] }) {
  return (
    <ul class="tasks-parts">
      {partsOf(lines).map(({ number, name, members }) => (
        <li key={number}>
          <b>{t('tasks.part', { number, name })}</b>
          <span aria-hidden="true">
            {members.map(({ task, figure }) => (
              <i key={task.id} class={isCounted(figure) ? 'counted' : 'hatched'} />
            ))}
          </span>
          <small>
            {t('tasks.counted', {
              counted: members.filter(({ figure }) => isCounted(figure)).length,
              all: members.length,
            })}
          </small>
        </li>
      ))}
    </ul>
  )
}
