// Does the proximity board's question survive the address, and does it ask for what it names?
import { expect, it } from 'vitest'
import { NearestInputs } from '#geodata/contract/processes/nearest.ts'
import {
  DEFAULT_NEAREST,
  decodeNearest,
  encodeNearest,
  type NearestView,
  SOUGHT,
  soughtInputs,
} from '#web/state/view/nearest.ts'

const QUESTIONS: NearestView[] = [
  DEFAULT_NEAREST,
  {
    ...DEFAULT_NEAREST,
    from: { collection: 'parks', id: 'CQ-V04' },
    what: 'firms',
    productId: 'p',
  },
  {
    ...DEFAULT_NEAREST,
    from: { collection: 'companies', id: 'a/b' },
    what: 'parks',
    segmentId: 's',
  },
  { ...DEFAULT_NEAREST, from: { lngLat: [106.5, -29.25] }, what: 'hubs', hubKind: 'rail' },
  { ...DEFAULT_NEAREST, what: 'platforms', direction: 'inward' },
]

it.each(QUESTIONS)('comes back from the address as it was: %o', (question) => {
  expect(decodeNearest(encodeNearest(question))).toEqual(question)
})

it('leaves what is default out of the address, and what it does not understand at its default', () => {
  expect(encodeNearest(DEFAULT_NEAREST)).toBe('')
  expect(decodeNearest('from:roads/G75,what:moons,dir:up')).toEqual(DEFAULT_NEAREST)
  expect(decodeNearest('from:206.5_29').from).toBeNull()
})

it('asks what the process takes, whatever is sought', () => {
  for (const what of SOUGHT) {
    for (const more of [{ segmentId: 'battery' }, { productId: 'foam' }, { hubKind: 'rail' }]) {
      const inputs = { origin: [106, 29], ...soughtInputs({ ...DEFAULT_NEAREST, what, ...more }) }
      expect(NearestInputs.safeParse(inputs).success, `${what} ${JSON.stringify(more)}`).toBe(true)
    }
  }
})
