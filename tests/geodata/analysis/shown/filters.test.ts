// Do filters combine, and do the counts beside each choice say what choosing it would keep?
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Choices, chosen, type FilterId, keep } from '#geodata/analysis/shown/filters.ts'
import type { Company, Park } from '#geodata/contract/collections.ts'
import { DEFAULT_VIEW, decodeView, encodeView } from '#web/state/view/view.ts'

/** Invented parks: only what filters look at. */
const park = fc
  .record({
    systems: fc.subarray(['power', 'driving', 'v2x']),
    segmentIds: fc.subarray(['battery', 'e-drive', 'radar']),
    adcode: fc.constantFrom('500120', '500112', null),
    role: fc.constantFrom('vehicle', 'parts'),
    stage: fc.constantFrom('candidate', 'creating'),
    level: fc.constantFrom('国家级', '市级'),
    officialStatus: fc.constantFrom('named', null),
    confidence: fc.constantFrom('high', 'low'),
  })
  .map((properties) => ({ properties }) as unknown as Park)
const parkLists = fc.array(park, { maxLength: 30 })

const PARK_VALUES: Record<string, string[]> = {
  systems: ['power', 'driving', 'v2x', 'vehicle'],
  segments: ['battery', 'e-drive', 'radar'],
  districts: ['500120', '500112', 'unknown'],
  roles: ['vehicle', 'parts'],
  stages: ['candidate', 'creating'],
  levels: ['国家级', '市级'],
  official: ['documented', 'none'],
  confidence: ['high', 'low'],
}
const choicesOfParks: fc.Arbitrary<Choices> = fc.record(
  Object.fromEntries(
    Object.entries(PARK_VALUES).map(([id, values]) => [id, fc.subarray(values, { minLength: 1 })]),
  ),
  { requiredKeys: [] },
)

/** Written once more, apart from the product. */
function valuesOf(id: string, { properties: p }: Park): readonly string[] {
  if (id === 'systems') return p.role === 'vehicle' ? [...p.systems, 'vehicle'] : p.systems
  if (id === 'segments') return p.segmentIds
  if (id === 'districts') return [p.adcode ?? 'unknown']
  if (id === 'official') return [p.officialStatus ? 'documented' : 'none']
  return [{ roles: p.role, stages: p.stage, levels: p.level, confidence: p.confidence }[id] ?? '']
}

/** Each filter asked of each park, one after the other. */
function keptByHand(parks: readonly Park[], choices: Choices) {
  return parks.filter((park) =>
    Object.entries(choices).every(([id, wanted]) =>
      valuesOf(id, park).some((value) => wanted.includes(value)),
    ),
  )
}

describe('over invented parks', () => {
  it('keeps what passes every filter', () => {
    fc.assert(
      fc.property(parkLists, choicesOfParks, (parks, choices) => {
        expect(keep('parks', parks, choices).kept).toEqual(keptByHand(parks, choices))
      }),
    )
  })

  it('counts for each choice what it alone would keep beside the other filters', () => {
    fc.assert(
      fc.property(
        parkLists,
        choicesOfParks,
        fc.constantFrom(...(Object.keys(PARK_VALUES) as FilterId[])),
        (parks, choices, id) => {
          const { [id]: _, ...others } = choices
          for (const [value, count] of keep('parks', parks, choices).counts.get(id) ?? []) {
            expect(count, value).toBe(keptByHand(parks, { ...others, [id]: [value] }).length)
          }
        },
      ),
    )
  })

  it('names the filter whose removal brings back the most', () => {
    fc.assert(
      fc.property(parkLists, choicesOfParks, (parks, choices) => {
        const { kept, drop } = keep('parks', parks, choices)
        const back = Object.keys(choices).map((id) => {
          const { [id as FilterId]: _, ...others } = choices
          return keptByHand(parks, others).length - kept.length
        })
        expect(drop?.count ?? 0).toBe(Math.max(0, ...back))
      }),
    )
  })
})

it('leaves alone what a filter does not apply to', () => {
  const properties = { systems: [], segmentIds: [] }
  const companies = [{ properties } as unknown as Company]
  expect(keep('companies', companies, { levels: ['国家级'] }).kept).toEqual(companies)
})

it('takes a choice back to where nothing was chosen', () => {
  const once = chosen({}, 'stages', 'candidate', true)
  expect(once).toEqual({ stages: ['candidate'] })
  expect(chosen(once, 'stages', 'candidate', false)).toEqual({})
})

it('is held by the address', () => {
  const filters = { systems: ['power', 'v2x'], districts: ['500120'], years: ['2023'] }
  const address = encodeView({ ...DEFAULT_VIEW, filters })
  expect(address).toContain('systems=power,v2x')
  expect(decodeView(address).filters).toEqual(filters)
})
