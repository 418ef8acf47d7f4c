// Which layers of a basemap does a switch of the legend show and hide, with ours that say the same?
import type { LayerId } from '#geodata/contract/collections.ts'
import { HILLSHADE } from '#web/map/bases/base.ts'

export const BASE_SWITCHES: Record<string, LayerId> = {
  'tile-place': 'districts',
  'tile-water': 'rivers',
  'tile-waterway': 'rivers',
  'tile-waterway-label': 'rivers',
  'tile-rail': 'roads',
  'tile-road': 'roads',
  'tile-shield': 'roads',
  [HILLSHADE]: 'terrain',
}
