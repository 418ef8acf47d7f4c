// Do the rows on the stages of parks hold together, and is a slip in them refused?
import path from 'node:path'
import { expect, it } from 'vitest'
import { problemText } from '#geodata/formats/checked-rows.ts'
import { crossProblems } from '#scripts/geodata/agreement.ts'
import { districtLayer } from '#scripts/geodata/boundaries.ts'
import { readSources } from '#scripts/geodata/sources.ts'
import { describedBoundaries, describedRegion } from '#tests/support/described-region.ts'
import { sourcesCopy, twice, withCells } from '#tests/support/sources-copy.ts'

const districts = districtLayer(describedBoundaries(), new Map()).rows

function complaints(file: string, change: (text: string) => string): string[] {
  const sources = readSources(sourcesCopy({ file, change }), describedRegion())
  const found = sources.problems.length > 0 ? sources.problems : crossProblems(sources, districts)
  return found.map((problem) => problemText({ ...problem, file: path.basename(problem.file) }))
}

it('refuses an unknown verdict, a park that is not there, and a date that is none', () => {
  const file = 'stage_evidence.csv'
  const [verdict] = complaints(file, withCells('SE001,', { verdict: 'maybe' }))
  expect(verdict).toMatch(
    /stage_evidence\.csv:2, column verdict: came “maybe”; expected one of met/,
  )
  const [park] = complaints(file, withCells('SE001,', { park_id: 'CQ-X99' }))
  expect(park).toMatch(/column park_id: came “CQ-X99”; expected an id of parks\.csv/)
  const [date] = complaints(file, withCells('SE001,', { as_of: '2023.8' }))
  expect(date).toMatch(/column as_of: came “2023\.8”; expected a date/)
  const [criterion] = complaints(file, withCells('SE001,', { criterion_id: 'charm' }))
  expect(criterion).toMatch(/expected an id of stage_criteria\.csv/)
})

it('refuses a second verdict on the same park and criterion', () => {
  const doubled = (text: string) =>
    twice('SE001,')(text).replace(/SE001,([\s\S]*)SE001,/, 'SE001,$1SE999,')
  const [problem] = complaints('stage_evidence.csv', doubled)
  expect(problem).toMatch(/one row per park and criterion; line 2 has the pair too/)
})

it('gives no stage a criterion without saying whose it is', () => {
  const { stageCriteria, stageEvidence } = readSources(sourcesCopy(), describedRegion())
  for (const { row } of stageCriteria) {
    expect(row.basis === 'plan', row.id).toBe(row.clause_zh !== null)
    if (row.basis !== 'plan') expect(row.note, row.id).not.toBeNull()
  }
  for (const { row } of stageEvidence) {
    expect(row.verdict === 'unknown' || row.source_class !== 'none', row.id).toBe(true)
  }
})

it('reads the stage on record wherever the record names its source', () => {
  const { parks, stageEvidence } = readSources(sourcesCopy(), describedRegion())
  const met = (parkId: string, criterionId: string) =>
    stageEvidence.some(
      ({ row }) =>
        row.park_id === parkId && row.criterion_id === criterionId && row.verdict === 'met',
    )
  const sourced = parks.filter(
    ({ row }) => row.stage_source && ['creating', 'recognised'].includes(row.stage),
  )
  expect(sourced.length).toBeGreaterThan(3)
  for (const { row } of sourced) {
    expect(met(row.id, row.stage === 'recognised' ? 'recognised' : 'announced'), row.id).toBe(true)
  }
})
