// Does the address hold what the provenance board shows, whatever a side is called?
import { expect, it } from 'vitest'
import { DEFAULT_WORK, decodeWork, encodeWork } from '#web/state/view/work-shown.ts'

it('comes back from the address as it was, with a side that has commas and colons', () => {
  const work = { kind: 'address-lost', side: '甲局,乙局:丙', standing: 'overdue', page: 12 }
  expect(decodeWork(encodeWork(work))).toEqual(work)
})

it('leaves out what is default, and reads nothing into what it does not understand', () => {
  expect(encodeWork(DEFAULT_WORK)).toBe('')
  expect(decodeWork(null)).toEqual(DEFAULT_WORK)
  expect(decodeWork('kind:<b>,page:0,side:%E6,standing')).toEqual(DEFAULT_WORK)
})
