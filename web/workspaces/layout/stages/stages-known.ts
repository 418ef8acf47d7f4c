// At which stage is each park by the criteria, and how much of that is known?
//
// A stage is read from what is shown met; what is not known leaves the higher stages open and is never
// taken for "not met". Whether the stage on record agrees is said beside it.
import type { Park } from '#geodata/contract/collections.ts'
import type { Draft } from '#geodata/contract/editable/editable.ts'

export type Criterion = { id: string; properties: Draft<'stage-criteria'>['properties'] }
export type Evidence = { id: string; properties: Draft<'stage-evidence'>['properties'] }

/** met, not: shown by evidence; clue: something is known that does not decide; unknown: nothing is. */
export type Shown = 'met' | 'not' | 'clue' | 'unknown'
export type StageCell = { criterion: Criterion; evidence: Evidence | null; shown: Shown }

export type StageRead = {
  stage: 'candidate' | 'creating' | 'recognised'
  /** A higher stage is not shown, and not shown to be wrong either. */
  higherOpen: boolean
}

export type StageRow = {
  park: Park
  cells: StageCell[]
  read: StageRead
  /** Whether the stage on record is the one read; null: the criteria say nothing of it. */
  agrees: boolean | null
}

const RISING = ['creating', 'recognised'] as const

/** The parks of the N within the city, the furthest first. */
export function stageRows(
  parks: readonly Park[],
  criteria: readonly Criterion[],
  evidence: readonly Evidence[],
): StageRow[] {
  const found = new Map(
    evidence.map((one) => [`${one.properties.parkId}/${one.properties.criterionId}`, one]),
  )
  return parks
    .filter(({ properties: { role, stage } }) => role !== 'vehicle' && stage !== 'partner')
    .map((park) => {
      const cells = criteria.map((criterion): StageCell => {
        const one = found.get(`${park.properties.id}/${criterion.id}`) ?? null
        return { criterion, evidence: one, shown: shownBy(one) }
      })
      const read = readStage(cells)
      return { park, cells, read, agrees: agreement(park, read) }
    })
    .sort(
      (a, b) =>
        order(b.read.stage) - order(a.read.stage) ||
        metOf(b) - metOf(a) ||
        a.park.properties.id.localeCompare(b.park.properties.id),
    )
}

function shownBy(evidence: Evidence | null): Shown {
  if (!evidence) return 'unknown'
  return evidence.properties.verdict === 'unknown' ? 'clue' : evidence.properties.verdict
}

/** The highest stage all of whose criteria are met. */
export function readStage(cells: readonly StageCell[]): StageRead {
  let stage: StageRead['stage'] = 'candidate'
  let higherOpen = false
  for (const one of RISING) {
    const ofStage = cells.filter(({ criterion }) => criterion.properties.stage === one)
    if (ofStage.length === 0) continue
    if (ofStage.every(({ shown }) => shown === 'met')) {
      stage = one
      higherOpen = false
    } else if (ofStage.every(({ shown }) => shown !== 'not')) higherOpen = true
  }
  return { stage, higherOpen }
}

function agreement({ properties: { stage } }: Park, read: StageRead): boolean | null {
  if (stage !== 'candidate' && stage !== 'creating' && stage !== 'recognised') return null
  return stage === read.stage
}

const order = (stage: StageRead['stage']) => ['candidate', 'creating', 'recognised'].indexOf(stage)
const metOf = ({ cells }: StageRow) => cells.filter(({ shown }) => shown === 'met').length

/** Where the figures of this board part from those of the map's legend, which lists joint parks by themselves. */
export function stageDifferences(rows: readonly StageRow[]): {
  jointCreating: number
  partsCreating: number
  /** The record has them at a stage of which no criterion speaks. */
  operating: StageRow[]
} {
  const creating = rows.filter(({ read }) => read.stage === 'creating')
  const jointCreating = creating.filter(({ park }) => park.properties.role === 'joint').length
  return {
    jointCreating,
    partsCreating: creating.length - jointCreating,
    operating: rows.filter(({ park }) => park.properties.stage === 'operating'),
  }
}
