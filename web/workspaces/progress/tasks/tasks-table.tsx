// The tasks line by line: a dot under each responsible side, the figure with its link, what is missing.
import type { PlanTask } from '#geodata/contract/documents.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import { say, t } from '#web/messages/index.ts'
import { Words } from '#web/parts/words/words.tsx'
import { changeView, view } from '#web/state/view/store.ts'
import { seenAt, type TaskFigure } from '#web/workspaces/progress/tasks/task-figures.ts'
import { partsOf, type TaskLine } from '#web/workspaces/progress/tasks/task-lines.ts'
import { sidesOf } from '#web/workspaces/progress/tasks/task-sides.ts'
import {
  caveatOf,
  missingOf,
  numberOf,
  seenName,
  wordsOf,
} from '#web/workspaces/progress/tasks/task-words.ts'

type Side = { name: Bilingual; count: number }

/** `all` names the columns, whichever lines are shown. */
export function TasksTable({
  lines,
  all,
}: {
  lines: readonly TaskLine[]
  all: readonly TaskLine[]
}) {
  const sides = sidesOf(all.map(({ task }) => task))
  return (
    <table class="tasks-table">
      <caption class="visually-hidden">{t('tasks.items', { count: lines.length })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('tasks.colId')}</th>
          <th scope="col">{t('tasks.colTask')}</th>
          {sides.map((side) => (
            <SideHead key={side.name.zh} side={side} />
          ))}
          <th scope="col" class="shown">
            {t('tasks.colShown')}
          </th>
          <th scope="col">{t('tasks.colMissing')}</th>
        </tr>
      </thead>
      {partsOf(lines).map(({ number, name, members }) => (
        <tbody key={number}>
          <tr class="tasks-part">
            <th scope="rowgroup" colSpan={sides.length + 4}>
              {t('tasks.part', { number, name })}{' '}
              <small>{t('tasks.items', { count: members.length })}</small>
            </th>
          </tr>
          {members.map((line) => (
            <Line key={line.task.id} line={line} sides={sides} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

/** Its tasks alone at one press, all again at the next. */
function SideHead({ side: { name, count } }: { side: Side }) {
  const isOnly = view.value.taskSide === name.zh
  return (
    <th scope="col" class="side">
      <button
        type="button"
        class="quiet"
        aria-pressed={isOnly}
        title={t('tasks.only', { name: say(name), count })}
        onClick={() => changeView({ taskSide: isOnly ? null : name.zh })}
      >
        <span>{say(name)}</span> {count}
      </button>
    </th>
  )
}

function Line({ line: { task, figure }, sides }: { line: TaskLine; sides: readonly Side[] }) {
  const names = task.responsible.map(say).join(t('common.listSeparator'))
  return (
    <tr>
      <td class="id">
        {task.section}
        {task.note && <abbr title={say(task.note)}>*</abbr>}
      </td>
      <th scope="row">
        {say(task.title)}
        <small>{say(task.asks)}</small>
        <small class="tasks-names">
          {t('tasks.side')} {names || t('tasks.unnamed')}
        </small>
      </th>
      {names ? (
        sides.map(({ name }) => (
          <td key={name.zh} class="side">
            {task.responsible.some(({ zh }) => zh === name.zh) && (
              <>
                <i class="mark-same" aria-hidden="true" />
                <span class="visually-hidden">{say(name)}</span>
              </>
            )}
          </td>
        ))
      ) : (
        <td colSpan={sides.length} class="side-unknown">
          <span>{t('tasks.unnamed')}</span>
        </td>
      )}
      <td class="shown">
        <Shown task={task} figure={figure} />
      </td>
      <td class="missing">
        <Words of={missingOf(task, figure)} />
      </td>
    </tr>
  )
}

function Shown({ task, figure }: { task: PlanTask; figure: TaskFigure }) {
  const number = numberOf(figure)
  const caveat = caveatOf(figure)
  const seen = seenAt(figure)
  return (
    <div>
      <b>
        {number ? (
          <>
            {number.value} <abbr>{number.unit}</abbr>
          </>
        ) : (
          <i class="tasks-hatch" aria-hidden="true" />
        )}
      </b>
      <p class={number ? undefined : 'unknown-words'}>
        <Words of={wordsOf(figure)} /> {caveat && <span class="tag dashed">{caveat}</span>}{' '}
        {seen && (
          <button
            type="button"
            class="quiet tasks-see"
            aria-label={t('tasks.seeOf', { what: seenName(figure), task: say(task.title) })}
            onClick={() => changeView(seen)}
          >
            {seenName(figure)}
            <span aria-hidden="true"> ›</span>
          </button>
        )}
      </p>
    </div>
  )
}
