// Does the address hold what is asked of local sourcing and gap filling, and nothing else?
import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  DEFAULT_SOURCING,
  decodeSourcing,
  encodeSourcing,
  SOURCING_NUMBERS,
} from '#web/state/view/sourcing.ts'

const whole = ({ min, max }: { min: number; max: number }) => fc.integer({ min, max })

it('comes back from the address as it went in, and what is default takes no room', () => {
  expect(encodeSourcing(DEFAULT_SOURCING)).toBe('')
  const any = fc.record({
    withinMinutes: whole(SOURCING_NUMBERS.withinMinutes),
    recruits: whole(SOURCING_NUMBERS.recruits),
    mostInPark: whole(SOURCING_NUMBERS.mostInPark),
    sites: whole(SOURCING_NUMBERS.sites),
    hectaresEach: fc.constantFrom(null, 0.5, 12, 9999),
    assignedOnly: fc.boolean(),
    byCapacity: fc.boolean(),
    objective: fc.constantFrom('coverage' as const, 'minutes' as const),
  })
  fc.assert(
    fc.property(any, (sourcing) => {
      expect(decodeSourcing(encodeSourcing(sourcing))).toEqual(sourcing)
    }),
  )
})

it('leaves at its default what it does not understand or what is out of bounds', () => {
  const bad = 'within:0,recruits:1e9,inpark:x,sites:-1,land:0,land,nothing'
  for (const text of [null, '', bad]) expect(decodeSourcing(text)).toEqual(DEFAULT_SOURCING)
})
