// An invented region for coverage: parks, plants and firms with the minutes written down.
import type { CoverageFirm, CoverageKnown, Seconds } from '#geodata/contract/processes/coverage.ts'

/** [low, high] minutes to the first plant and to the second; the middle is central. */
export type Minutes = [number, number] | null

export function inventedFirm(
  id: string,
  makes: Record<string, string[]>,
  minutes: readonly Minutes[],
  more: Partial<CoverageFirm> = {},
): CoverageFirm {
  return {
    id,
    nameZh: `虚构企业${id}`,
    nameEn: `Invented firm ${id}`,
    kind: 'tier1',
    parkId: null,
    adcode: null,
    city: '虚构市',
    districtZh: '',
    isPlaced: minutes.some(Boolean),
    isCertified: false,
    confidence: 'low',
    source: 'invented for a test',
    makes: Object.entries(makes).map(([segmentId, productIds]) => ({
      segmentId,
      productIds,
      bases: productIds.length > 0 ? ['product'] : ['segment'],
    })),
    secondsTo: minutes.map(
      (one): Seconds => one && [one[0] * 60, (one[0] + one[1]) * 30, one[1] * 60],
    ),
    ...more,
  }
}

type ParkGiven = { adcode?: string; minutes?: number; isVehiclePark?: boolean }

export function inventedPark(
  id: string,
  segmentIds: string[],
  { adcode = id, minutes, isVehiclePark = false }: ParkGiven = {},
): CoverageKnown['parks'][number] {
  const seconds = (minutes ?? 0) * 60
  return {
    id,
    nameZh: `虚构园${id}`,
    nameEn: `Invented park ${id}`,
    role: isVehiclePark ? 'vehicle' : 'parts',
    adcode,
    districtZh: adcode,
    segmentIds,
    isVehiclePark,
    duration:
      minutes === undefined
        ? null
        : { lowSeconds: seconds, centralSeconds: seconds, highSeconds: seconds },
    vehicleParkId: null,
  }
}

export function inventedKnown(
  firms: CoverageFirm[],
  parks: CoverageKnown['parks'] = [],
): CoverageKnown {
  const product = (productId: string) => ({
    productId,
    name: { zh: '虚构产品', en: 'Invented product' },
    wording: '',
  })
  const segment = (segmentId: string, products: string[]) => ({
    segmentId,
    name: { zh: '虚构环节', en: 'Invented segment' },
    system: 'power' as const,
    products: products.map(product),
  })
  return {
    segments: [segment('brake', ['disc', 'pad']), segment('seat', ['frame'])],
    destinations: ['plant-1', 'plant-2'].map((id) => ({
      id,
      kind: 'plant',
      nameZh: '虚构整车厂',
      nameEn: 'Invented plant',
    })),
    plantsLeftOut: [],
    parks,
    firms,
    municipalities: ['500000'],
  }
}
