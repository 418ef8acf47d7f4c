// Who would be missed? Against taking each firm away and counting anew, on invented firms.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lostSuppliers } from '#geodata/analysis/sourcing/lost-suppliers.ts'
import { supplyCells } from '#geodata/analysis/sourcing/rates.ts'
import type { SourcingKnown } from '#geodata/contract/processes/local-sourcing.ts'

const PRODUCTS = ['p', 'q', 'r']
const seconds = fc.option(
  fc.integer({ min: 0, max: 7200 }).map((one): [number, number, number] => [one, one, one]),
)
const town = fc
  .array(
    fc.record({
      productIds: fc.subarray(PRODUCTS),
      secondsTo: fc.array(seconds, { minLength: 3, maxLength: 3 }),
    }),
    { maxLength: 6 },
  )
  .map(
    (firms): SourcingKnown => ({
      products: PRODUCTS.map((productId) => ({
        productId,
        segmentId: 's',
        name: { zh: '虚构', en: 'invented' },
      })),
      productsLeftOut: [],
      plants: ['A', 'B', 'C'].map((id) => ({ id, nameZh: id, nameEn: id, capacity: null })),
      plantsLeftOut: [],
      firms: firms.map((firm, index) => ({
        id: `f${index}`,
        nameZh: '虚构',
        nameEn: 'invented',
        parkId: null,
        onlySegmentIds: [],
        likelySecondsTo: [null, null, null],
        ...firm,
      })),
      parks: [],
    }),
  )

it('counts the needs that nobody, or one, serves once the firm is gone', () => {
  fc.assert(
    fc.property(town, (known) => {
      const told = new Map(lostSuppliers(known, 60).map((one) => [one.firmId, one]))
      const today = supplyCells(known, 60)
      for (const { id } of known.firms) {
        const firms = known.firms.filter((firm) => firm.id !== id)
        const after = supplyCells({ ...known, firms }, 60)
        const changed = (left: number) =>
          known.products.flatMap(({ productId }, row) =>
            known.plants.flatMap((plant, column) => {
              const [before, now] = [today[row]![column]!.central, after[row]![column]!.central]
              return before > now && now === left ? [{ productId, plantId: plant.id }] : []
            }),
          )
        expect(told.get(id)?.only ?? []).toEqual(changed(0))
        expect(told.get(id)?.second ?? []).toEqual(changed(1))
      }
    }),
  )
})
