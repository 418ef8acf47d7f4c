// What is weak, as a list of work: what matters most to the ranking first, with who does it by when.
//
// One line is one kind of weakness of one row, with all fields in which it shows: that is what somebody can be asked to
// mend. A line is as weighty as the weightiest of its fields.
import { byEffect, type Effects, effectOfWeakness } from '#geodata/analysis/provenance/effects.ts'
import { itemName } from '#geodata/analysis/provenance/item-name.ts'
import type { KnownRow, Looked, Weakness } from '#geodata/analysis/provenance/known-row.ts'
import { weaknessesOf } from '#geodata/analysis/provenance/weaknesses.ts'
import { QUESTIONS } from '#geodata/analysis/questionnaire/questions.ts'
import { TASK_KINDS, type TaskKind } from '#geodata/contract/editable/tasks.ts'
import {
  EFFECT_KINDS,
  type Effect,
  type ProvenanceInputs,
  type ProvenanceResult,
  type WeakPart,
  type WeakRow,
  type WorkTask,
} from '#geodata/contract/processes/provenance.ts'

type Found = Weakness & { effect: Effect; isAsked: boolean }

/** A row of the table `tasks`. */
export type TaskRow = Omit<WorkTask, 'isOverdue'>

type Told = Pick<ProvenanceResult, 'counts' | 'matched' | 'matchedByEffect' | 'items' | 'mended'>

export function workOf(
  looked: Looked,
  effects: Effects,
  tasks: readonly TaskRow[],
  asked: Pick<ProvenanceInputs, 'kinds' | 'effects' | 'side' | 'standing' | 'limit' | 'offset'>,
): Told {
  const dated = tasks.map((task) => ({ ...task, isOverdue: isOverdue(task, looked.today) }))
  const all = linesOf(looked, effects, dated)
  const matched = all.filter((line) => isAsked(line, asked))
  const found = new Set(all.map(({ id }) => id))
  const names = new Map(looked.rows.map((row) => [`${row.collection}/${row.id}`, row]))
  return {
    counts: countsOf(all),
    matched: matched.length,
    matchedByEffect: counted(matched, EFFECT_KINDS, ({ effect }) => effect.kind),
    items: matched.slice(asked.offset, asked.offset + asked.limit),
    mended: dated
      .filter((task) => !found.has(lineId(task)))
      .map((task) => {
        const row = names.get(`${task.collection}/${task.rowId}`)
        return {
          ...task,
          isOverdue: false,
          nameZh: row?.nameZh ?? null,
          nameEn: row?.nameEn ?? null,
        }
      })
      .slice(0, MOST_MENDED),
  }
}

const MOST_MENDED = 200

/** A day that is not over is not passed. */
export function isOverdue({ dueDate, doneDate }: TaskRow, today: string): boolean {
  return doneDate === null && dueDate < today
}

const lineId = ({ collection, rowId, kind }: Pick<WeakRow, 'collection' | 'rowId' | 'kind'>) =>
  `${collection}/${rowId}/${kind}`

function linesOf(looked: Looked, effects: Effects, tasks: readonly WorkTask[]): WeakRow[] {
  const rows = new Map(looked.rows.map((row) => [`${row.collection}/${row.id}`, row]))
  const found: Found[] = [
    ...weaknessesOf(looked).map((one) => ({
      ...one,
      effect: effectOfWeakness(one, effects),
      isAsked: one.kind === 'imprecise' && one.row.collection === 'parks',
    })),
    ...unanswered(rows, effects),
    ...perhapsMade(rows, effects),
  ]
  const byTask = Map.groupBy(tasks, lineId)
  const lines = Map.groupBy(found, ({ row, kind }) =>
    lineId({ collection: row.collection, rowId: row.id, kind }),
  )
  return [...lines]
    .flatMap(([id, members]): WeakRow[] => {
      const [one] = members
      if (!one) return []
      const parts = members.map(partOf).sort((a, b) => byEffect(a.effect, b.effect))
      const { collection, id: rowId, nameZh, nameEn } = one.row
      return [
        {
          id,
          collection,
          rowId,
          nameZh,
          nameEn,
          kind: one.kind,
          effect: parts[0]?.effect ?? one.effect,
          parts,
          canBeAsked: members.some(({ isAsked }) => isAsked) && effects.candidates.has(rowId),
          task: currentOf(byTask.get(id) ?? []),
        },
      ]
    })
    .sort(byWeight)
}

/** Of several tasks for one line the one that is not done, else the one done last. */
function currentOf(tasks: readonly WorkTask[]): WorkTask | null {
  const last = (a: WorkTask, b: WorkTask) => (a.doneDate ?? '') < (b.doneDate ?? '')
  return tasks.reduce<WorkTask | null>((best, one) => {
    if (!best || (best.doneDate !== null && one.doneDate === null)) return one
    return best.doneDate !== null && one.doneDate !== null && last(best, one) ? one : best
  }, null)
}

function partOf({ field, name, known, mend, effect }: Found): WeakPart {
  return { field, name, known, mend, effect }
}

/** The greatest effect first, then by kind, then by name. */
function byWeight(a: WeakRow, b: WeakRow): number {
  return (
    byEffect(a.effect, b.effect) ||
    TASK_KINDS.indexOf(a.kind) - TASK_KINDS.indexOf(b.kind) ||
    (a.nameZh < b.nameZh ? -1 : a.nameZh > b.nameZh ? 1 : 0) ||
    (a.id < b.id ? -1 : 1)
  )
}

type Rows = ReadonlyMap<string, KnownRow>

/** What parks among the candidates are asked and nothing is on record of; their places are found in the table. */
function unanswered(rows: Rows, { questions }: Effects): Found[] {
  return questions.flatMap(({ parkId, id, now, words, effect }): Found[] => {
    const row = rows.get(`parks/${parkId}`)
    const isPlace = QUESTIONS.some((one) => one.id === id && one.isPlace)
    if (!row || isPlace) return []
    return [
      {
        row,
        kind: 'unsourced',
        field: id,
        name: itemName(id),
        known: now,
        mend: { zh: `问园区：${words.zh}`, en: `Ask the park: ${words.en}` },
        effect,
        isAsked: true,
      },
    ]
  })
}

/** Firms of which only the segment or a wider product is known, where an input of the question hangs on it. */
function perhapsMade(rows: Rows, { makers }: Effects): Found[] {
  return makers.flatMap(({ companyId, input, effect }): Found[] => {
    const row = rows.get(`companies/${companyId}`)
    if (!row) return []
    return [
      {
        row,
        kind: 'imprecise',
        field: 'productIds',
        name: { zh: '产品', en: 'Products' },
        known: {
          zh: `只知道环节或大类，是否做${input.zh}不清楚`,
          en: `Only the segment or a wider product is known; whether it makes ${input.en} is not`,
        },
        mend: {
          zh: '问企业做哪些产品，记到产品名',
          en: 'Ask the firm what it makes, and record the products by name',
        },
        effect,
        isAsked: false,
      },
    ]
  })
}

function isAsked(
  { kind, effect, task }: WeakRow,
  { kinds, effects, side, standing }: Parameters<typeof workOf>[3],
): boolean {
  if (kinds && !kinds.includes(kind)) return false
  if (effects && !effects.includes(effect.kind)) return false
  if (side !== undefined && task?.assignedTo !== side) return false
  const isDone = task !== null && task.doneDate !== null
  switch (standing) {
    case undefined:
      return true
    case 'open':
      return !isDone
    case 'unassigned':
      return task === null
    case 'assigned':
      return task !== null && !isDone
    case 'overdue':
      return task?.isOverdue === true
    case 'done':
      return isDone
  }
}

const countIn = (lines: readonly WeakRow[]) => ({
  total: lines.length,
  assigned: lines.filter(({ task }) => task !== null && task.doneDate === null).length,
  overdue: lines.filter(({ task }) => task?.isOverdue).length,
  done: lines.filter(({ task }) => task !== null && task.doneDate !== null).length,
})

/** How many lines have each key; none left out. */
function counted<K extends string>(
  lines: readonly WeakRow[],
  keys: readonly K[],
  keyOf: (line: WeakRow) => K,
): Record<K, number> {
  const times = keys.map((key) => [key, lines.filter((line) => keyOf(line) === key).length])
  return Object.fromEntries(times) as Record<K, number>
}

function countsOf(lines: readonly WeakRow[]): Told['counts'] {
  const sides = Map.groupBy(
    lines.filter(({ task }) => task !== null),
    ({ task }) => task?.assignedTo ?? '',
  )
  return {
    ...countIn(lines),
    byKind: counted<TaskKind>(lines, TASK_KINDS, ({ kind }) => kind),
    byEffect: counted(lines, EFFECT_KINDS, ({ effect }) => effect.kind),
    sides: [...sides]
      .map(([side, members]) => ({ side, ...countIn(members) }))
      .sort((a, b) => b.total - a.total || (a.side < b.side ? -1 : 1)),
  }
}
