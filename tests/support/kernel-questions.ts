// What is asked of the server and of the kernel in a page alike: the answers are the same text.
import type { AnsweredId } from '#geodata/analysis/answering/answers.ts'

/** Near the middle of the town of `surveyed`, and of the region. */
const ORIGIN = [106.51, 29.505]

export const KERNEL_QUESTIONS: readonly (readonly [AnsweredId, object])[] = [
  ['isochrone', { origin: ORIGIN, direction: 'outward' }],
  ['isochrone', { origin: ORIGIN, direction: 'inward', cutoffMinutes: [5, 20] }],
  ['nearest', { origin: ORIGIN, collection: 'parks', doubt: { draws: 100 } }],
  [
    'od-matrix',
    {
      origins: [ORIGIN],
      destinations: [
        [106.53, 29.52],
        [0, 0],
      ],
    },
  ],
  [
    'siting',
    {
      productId: 'battery-tray',
      parkIds: [],
      pins: [
        { id: 'pin', lngLat: ORIGIN },
        { id: 'other', lngLat: [106.53, 29.52] },
      ],
      doubt: { draws: 100 },
    },
  ],
  ['surface', { siting: { productId: 'battery-tray', parkIds: [] }, resolution: 5 }],
]
