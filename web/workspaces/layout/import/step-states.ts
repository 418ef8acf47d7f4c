// How far has an import come, step by step, and which step waits for somebody?
import type { Import } from '#geodata/contract/imports.ts'
import { OPEN_VERDICTS, WRITTEN_VERDICTS } from '#geodata/contract/imports.ts'
import { IMPORT_STEPS, type ImportStepId } from '#web/state/view/imported.ts'

/** `half`: it waits for somebody; `ahead`: its turn has not come. */
export type StepState = 'done' | 'half' | 'ahead'

/** What of an import says how far it is. */
export type Progressed = Pick<
  Import,
  'state' | 'missing' | 'coordinates' | 'choices' | 'counts' | 'columns' | 'headers'
>

const SOURCE_CLASS = 'sourceClass'
/** Columns that make the place of a row begin so. */
const OF_PLACES = 'place.'

const hasPlaces = ({ columns }: Pick<Import, 'columns'>) =>
  columns.some(({ name }) => name.startsWith(OF_PLACES))

/** The file has coordinates, and nobody has said yet how they are read. */
export const isSystemOpen = ({ coordinates, choices }: Progressed) =>
  coordinates.answer !== 'none' && coordinates.rowsWith > 0 && choices.system === null

/** Rows have a kind of source, and neither the file nor anybody says of which kind theirs is. */
export const isClassOpen = (one: Pick<Import, 'columns' | 'headers' | 'choices'>) =>
  one.choices.evidence.sourceClass === null && asksClass(one)

/** It is asked once for the whole file, unless the file says it row by row. */
export const asksClass = ({ columns, headers, choices }: Parameters<typeof isClassOpen>[0]) =>
  columns.some(({ name }) => name === SOURCE_CLASS) &&
  !headers.some(({ column }) => column === SOURCE_CLASS) &&
  !(SOURCE_CLASS in choices.fixed)

/** How many values are to be given to every row before any is written. */
export const valuesToFill = (one: Progressed) => one.missing.length + (isClassOpen(one) ? 1 : 0)

/** It was written and taken back: its rows were judged again, and wait to be written. */
export const isTakenBack = ({ state, changeId }: Pick<Import, 'state' | 'changeId'>) =>
  changeId !== null && state !== 'written' && state !== 'writing'

/** Rows that would be written now. */
export const writableRows = ({ counts }: Pick<Import, 'counts'>) =>
  WRITTEN_VERDICTS.reduce((sum, verdict) => sum + counts[verdict], 0)

/** Rows that wait for somebody. */
export const openRows = ({ counts }: Pick<Import, 'counts'>) =>
  OPEN_VERDICTS.reduce((sum, verdict) => sum + counts[verdict], 0)

const isRead = ({ state }: Progressed) => state !== 'reading' && state !== 'refused'

/** Places are made from columns, or lie in the file as shapes. */
export const isPlaced = (one: Pick<Import, 'columns' | 'coordinates'>) =>
  hasPlaces(one) || one.coordinates.answer !== 'none'

/** Tables without places have no step for them. */
export const stepsOf = (one: Progressed): ImportStepId[] =>
  IMPORT_STEPS.filter((step) => step !== 'coordinates' || isPlaced(one))

export function stateOf(step: ImportStepId, one: Progressed): StepState {
  if (step === 'file') return one.state === 'refused' ? 'half' : isRead(one) ? 'done' : 'ahead'
  if (!isRead(one)) return 'ahead'
  switch (step) {
    case 'columns':
      return one.state !== 'written' && valuesToFill(one) > 0 ? 'half' : 'done'
    case 'coordinates':
      return isSystemOpen(one) ? 'half' : 'done'
    case 'rows':
      return one.state === 'judging' ? 'ahead' : openRows(one) > 0 ? 'half' : 'done'
    case 'writing':
      return one.state === 'written' ? 'done' : 'ahead'
  }
}

/** The step to be looked at where nobody has chosen one. */
export function waitingStep(one: Progressed): ImportStepId {
  if (!isRead(one)) return 'file'
  if (one.state === 'writing' || one.state === 'written') return 'writing'
  if (valuesToFill(one) > 0) return 'columns'
  // A proposal that is told stands beside the rows; one that is not has to be chosen first.
  if (isSystemOpen(one) && one.coordinates.answer !== 'told') return 'coordinates'
  return 'rows'
}
