// A task with what this map shows for it, and the parts of the plan that tasks stand in.
import type { PlanTask } from '#geodata/contract/documents.ts'
import { say } from '#web/messages/index.ts'
import type { TaskFigure } from '#web/workspaces/progress/tasks/task-figures.ts'

export type TaskLine = { task: PlanTask; figure: TaskFigure }

/** Tasks by the number their section begins with, 一(1) is of 一, in the order of the plan. */
export function partsOf(lines: readonly TaskLine[]) {
  const numberOf = ({ task }: TaskLine) => task.section.replace(/\(.*$/, '')
  return [...Map.groupBy(lines, numberOf)].map(([number, members]) => ({
    number,
    name: members[0] ? say(members[0].task.part) : '',
    members,
  }))
}
