// Is the stage of a park what its evidence shows, and no more?
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Park } from '#geodata/contract/collections.ts'
import { STAGES_SHOWN, type Verdict } from '#geodata/model/stage.ts'
import {
  type Criterion,
  type Evidence,
  readStage,
  stageDifferences,
  stageRows,
} from '#web/workspaces/layout/stages/stages-known.ts'

const criterion = (id: string, stage: (typeof STAGES_SHOWN)[number]) =>
  ({ id, properties: { titleZh: `虚构${id}`, stage } }) as unknown as Criterion
const CRITERIA = [
  criterion('announced', 'creating'),
  criterion('title', 'recognised'),
  criterion('space', 'support'),
]
const park = (id: string, more: object = {}) =>
  ({ properties: { id, role: 'parts', stage: 'candidate', ...more } }) as unknown as Park
const evidence = (parkId: string, criterionId: string, verdict: Verdict) =>
  ({
    id: `${parkId}-${criterionId}`,
    properties: { parkId, criterionId, verdict },
  }) as unknown as Evidence

function readOf(verdicts: Record<string, Verdict>, more: object = {}) {
  const found = Object.entries(verdicts).map(([id, verdict]) => evidence('A', id, verdict))
  const [row] = stageRows([park('A', more)], CRITERIA, found)
  return row
}

describe('the stage read from evidence', () => {
  it('is candidate where nothing is known, and what lies above stays open', () => {
    expect(readOf({})?.read).toEqual({ stage: 'candidate', higherOpen: true })
    expect(readOf({})?.cells.map(({ shown }) => shown)).toEqual(['unknown', 'unknown', 'unknown'])
  })

  it('is the highest whose criteria are all met', () => {
    expect(readOf({ announced: 'met' })?.read).toEqual({ stage: 'creating', higherOpen: true })
    expect(readOf({ title: 'met' })?.read).toEqual({ stage: 'recognised', higherOpen: false })
    expect(readOf({ announced: 'met', title: 'not' })?.read).toEqual({
      stage: 'creating',
      higherOpen: false,
    })
  })

  it('does not rise on a clue that does not decide, nor on what only supports', () => {
    expect(readOf({ announced: 'unknown', space: 'met' })?.read.stage).toBe('candidate')
    expect(readOf({ announced: 'unknown' })?.cells[0]?.shown).toBe('clue')
  })

  it('is said to agree with the record only where the record is one of its stages', () => {
    expect(readOf({ announced: 'met' }, { stage: 'creating' })?.agrees).toBe(true)
    expect(readOf({}, { stage: 'recognised' })?.agrees).toBe(false)
    expect(readOf({}, { role: 'joint', stage: 'operating' })?.agrees).toBeNull()
  })

  it('leaves out the candidates for the "1" and the parks outside the city', () => {
    const parks = [park('one', { role: 'vehicle' }), park('far', { stage: 'partner' }), park('A')]
    const rows = stageRows(parks, CRITERIA, [])
    expect(rows.map((row) => row.park.properties.id)).toEqual(['A'])
  })

  it('never rises when a piece of evidence is lost', () => {
    const verdict = fc.constantFrom('met', 'not', 'clue', 'unknown' as const)
    const cells = fc.array(fc.tuple(fc.constantFrom(...STAGES_SHOWN), verdict), {
      minLength: 1,
      maxLength: 6,
    })
    const rank = { candidate: 0, creating: 1, recognised: 2 }
    fc.assert(
      fc.property(cells, fc.nat(), (all, which) => {
        const made = (lost: number | null) =>
          readStage(
            all.map(([stage, shown], index) => ({
              criterion: criterion(String(index), stage),
              evidence: null,
              shown: index === lost ? ('unknown' as const) : shown,
            })),
          )
        const [before, after] = [made(null), made(which % all.length)]
        expect(rank[after.stage]).toBeLessThanOrEqual(rank[before.stage])
      }),
    )
  })
})

it('says which figures differ from the legend: joint parks stand by themselves there', () => {
  const rows = stageRows(
    [
      park('A'),
      park('J', { role: 'joint', stage: 'creating' }),
      park('O', { role: 'joint', stage: 'operating' }),
    ],
    CRITERIA,
    [evidence('A', 'announced', 'met'), evidence('J', 'announced', 'met')],
  )
  const { jointCreating, partsCreating, operating } = stageDifferences(rows)
  expect([jointCreating, partsCreating]).toEqual([1, 1])
  expect(operating.map(({ park, read }) => [park.properties.id, read.stage])).toEqual([
    ['O', 'candidate'],
  ])
})
