// How is the figure beside a task said: number, unit, sentence, what is missing, where it is seen?
import type { PlanTask } from '#geodata/contract/documents.ts'
import { cityName } from '#web/map/shapes/cables.ts'
import { say, t } from '#web/messages/index.ts'
import type { MessageKey } from '#web/messages/texts.ts'
import { amount, amountNumber } from '#web/parts/words/amount.ts'
import { dateText } from '#web/parts/words/date-text.ts'
import type { TaskFigure } from '#web/workspaces/progress/tasks/task-figures.ts'

const UNITS: Partial<Record<TaskFigure['kind'], MessageKey>> = {
  system: 'tasks.unit.firms',
  firms: 'tasks.unit.firms',
  certificates: 'tasks.unit.items',
  links: 'tasks.unit.links',
  platforms: 'tasks.unit.platforms',
  stages: 'tasks.unit.parks',
  areas: 'tasks.unit.places',
}

/** The number with its unit; null: there is none. */
export function numberOf(figure: TaskFigure): { value: string; unit: string } | null {
  if (figure.kind === 'target' || figure.kind === 'figures') {
    const value = amountNumber(figure.row)
    return { value, unit: amount(figure.row).slice(value.length).trim() }
  }
  const unit = UNITS[figure.kind]
  return unit && 'count' in figure ? { value: String(figure.count), unit: t(unit) } : null
}

export function wordsOf(figure: TaskFigure): string {
  switch (figure.kind) {
    case 'system':
      return t('tasks.shown.system', { system: t(`common.system.${figure.system}`) })
    case 'target':
    case 'figures': {
      const { row } = figure
      const named = { metric: say(row.metric), date: dateText(row.asOf ?? '') }
      if (figure.kind === 'target') return t('tasks.shown.target', named)
      if (figure.others.length === 0) return t('tasks.shown.figure', named)
      const others = figure.others.map((other) => amount(other).replaceAll(' ', ''))
      return t('tasks.shown.figures', {
        ...named,
        count: others.length,
        others: others.join(t('common.listSeparator')),
      })
    }
    case 'certificates':
      return t('tasks.shown.certificates', { standard: figure.standard, firms: figure.firms })
    case 'links': {
      const kind = figure.linkKind
        ? t(`layout.kind.${figure.linkKind}` as MessageKey)
        : t('tasks.shown.anyLinks')
      const { from, to, cities, count } = figure
      if (count === 0) return t('tasks.shown.linksPlain', { kind })
      const counted = cities.map(({ adcode, count: held }) => `${cityName(adcode)} ${held}`)
      return t('tasks.shown.links', {
        kind,
        from,
        to,
        cities: counted.join(t('common.listSeparator')),
      })
    }
    case 'platforms': {
      const { national, municipal, type } = figure
      const key = type === null ? 'tasks.shown.platforms' : 'tasks.shown.testing'
      return t(key, { national, municipal })
    }
    case 'stages':
      return t('tasks.shown.stages', figure)
    case 'areas':
      return t('tasks.shown.areas', figure)
    default:
      return t(`tasks.shown.${figure.kind}`)
  }
}

/** What is not there: counted from the taxonomy where the task is of a system, else as recorded. */
export function missingOf(task: PlanTask, figure: TaskFigure): string {
  if (task.missing) return say(task.missing)
  if (figure.kind !== 'system') return ''
  const { products: all, without, example } = figure
  if (all === 0) return t('tasks.missing.systemNone')
  return example
    ? t('tasks.missing.system', { all, without, example: say(example) })
    : t('tasks.missing.systemAll', { all })
}

/** Why the number is no plain answer; null: it is one. */
export function caveatOf(figure: TaskFigure): string | null {
  if (figure.kind === 'target' && !figure.isComparable) return t('tasks.differs')
  if (figure.kind === 'figures' && figure.others.length > 0) return t('tasks.conflict')
  return null
}

/** What the link to the figure is called. */
export function seenName(figure: TaskFigure): string {
  switch (figure.kind) {
    case 'system':
      return t(figure.system === 'traditional' ? 'tasks.see.firms' : 'tasks.see.matrix')
    case 'target':
    case 'figures':
    case 'certificates':
    case 'stages':
      return t(`tasks.see.${figure.kind}`)
    default:
      return t('tasks.see.table')
  }
}
