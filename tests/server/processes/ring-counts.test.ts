// Does a ring say how many of the known firms lie within it, as they are now?
import { expect, it } from 'vitest'
import type { Company } from '#geodata/contract/collections.ts'
import { IsochroneResult } from '#geodata/contract/processes/isochrone.ts'
import { insideArea } from '#geodata/geometry/inside.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { builtApp, sending } from '#tests/support/built-app.ts'
import { moveFirm } from '#tests/support/edits.ts'

const built = builtApp()
const COMPANIES = '/api/collections/companies/items'

async function ringsAround(origin: LngLat): Promise<IsochroneResult> {
  const response = await built.app.request(
    '/api/processes/isochrone/execution',
    sending('POST', { inputs: { origin } }),
  )
  return IsochroneResult.parse(await response.json())
}

async function firms(): Promise<Company[]> {
  const response = await built.app.request(`${COMPANIES}?limit=10000`)
  return ((await response.json()) as { features: Company[] }).features
}

/** One place after the other. */
function countedOneByOne({ features }: IsochroneResult, among: readonly Company[]) {
  return features.map(({ geometry }) => {
    const inside = among.filter(
      (firm) =>
        firm.geometry &&
        insideArea(firm.geometry.coordinates as unknown as LngLat, geometry.coordinates),
    )
    const plants = inside.filter(({ properties }) => properties.kind === 'oem')
    return { companies: inside.length, vehiclePlants: plants.length }
  })
}

const toldOf = ({ features }: IsochroneResult) =>
  features.map(({ properties: { companies, vehiclePlants } }) => ({ companies, vehiclePlants }))

it.each<LngLat[]>([[[106.5, 29.55]], [[106.9, 29.2]], [[108.4, 30.8]]])(
  'counts around %j the firms and the makers of vehicles that lie in each ring',
  async (origin) => {
    const rings = await ringsAround(origin)
    const counted = countedOneByOne(rings, await firms())
    expect(toldOf(rings)).toEqual(counted)
    // Else this would show nothing.
    expect(counted[0]?.companies).toBeGreaterThan(0)
    expect(counted.at(-1)).not.toEqual(counted[0])
  },
)

it('counts a firm no more that was moved out of the ring meanwhile', async () => {
  const origin: LngLat = [106.5, 29.55]
  const before = await ringsAround(origin)
  const smallest = before.features.at(-1)!
  const firm = (await firms()).find(
    ({ geometry }) =>
      geometry &&
      insideArea(geometry.coordinates as unknown as LngLat, smallest.geometry.coordinates),
  )!
  await moveFirm(built.app, firm.id, [108.66, 31.95])
  const after = await ringsAround(origin)
  expect(toldOf(after)).toEqual(countedOneByOne(after, await firms()))
  const [was, is] = [before, after].map((rings) => toldOf(rings).at(-1)?.companies ?? 0)
  expect(is).toBe((was ?? 0) - 1)
})
