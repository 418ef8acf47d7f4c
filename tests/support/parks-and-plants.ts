// An invented region of parks and plants, and nothing else.
import type { RegionFacts } from '#geodata/analysis/facts.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { INVENTED_HOME } from '#tests/support/described-region.ts'

/** A park or a plant: where, and in what radius (km) around it. */
export type Given = { id: string; at: LngLat; radius?: number; land?: number | null }

function feature({ id, at, radius = 0 }: Given, more: object) {
  return {
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates: [...at] },
    properties: {
      id,
      nameZh: id,
      nameEn: id,
      labelZh: id,
      labelEn: id,
      precisionRadiusKilometers: radius,
      segmentIds: [],
      productIds: [],
      source: 'invented',
      ...more,
    },
  }
}

/** A region of nothing but these. */
export function factsOf(
  parks: readonly Given[],
  plants: readonly Given[],
  more: Partial<RegionFacts> = {},
): RegionFacts {
  const list = {
    home: INVENTED_HOME,
    parks: parks.map((one) =>
      feature(one, {
        adcode: one.id,
        stage: 'candidate',
        plannedAreaSquareKilometers: one.land ?? null,
        developedAreaSquareKilometers: one.land === undefined || one.land === null ? null : 0,
      }),
    ),
    companies: plants.map((one) => feature(one, { kind: 'oem', city: INVENTED_HOME.name.zh })),
    plants: plants.map(({ id }) => ({
      rowType: 'plant',
      companyId: id,
      nameZh: id,
      designedCapacityVehiclesPerYear: null,
      status: 'running',
      source: 'invented',
      asOf: null,
    })),
    taxonomy: [
      { segmentId: 'seat', name: { zh: '虚构', en: 'Invented' }, system: 'cockpit', products: [] },
    ],
  }
  const none = new Proxy(Object.assign(list, more), {
    get: (target, key) => Reflect.get(target, key) ?? [],
  })
  return none as unknown as RegionFacts
}
