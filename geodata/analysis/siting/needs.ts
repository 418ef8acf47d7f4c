// What may be asked of a site; a new need is a new file and a line here.
import type { Need } from '#geodata/analysis/siting/need.ts'
import { chemicalPark } from '#geodata/analysis/siting/needs/chemical-park.ts'
import { floorLoad } from '#geodata/analysis/siting/needs/floor-load.ts'
import { gas } from '#geodata/analysis/siting/needs/gas.ts'
import { landHectares } from '#geodata/analysis/siting/needs/land-hectares.ts'
import { plantMinutesAtMost } from '#geodata/analysis/siting/needs/plant-minutes-at-most.ts'
import { powerMegavoltAmperes } from '#geodata/analysis/siting/needs/power.ts'
import { segmentAssigned } from '#geodata/analysis/siting/needs/segment-assigned.ts'
import { steam } from '#geodata/analysis/siting/needs/steam.ts'
import { wasteWater } from '#geodata/analysis/siting/needs/waste-water.ts'
import { water } from '#geodata/analysis/siting/needs/water.ts'

export const NEEDS: readonly Need[] = [
  segmentAssigned,
  landHectares,
  plantMinutesAtMost,
  powerMegavoltAmperes,
  gas,
  steam,
  water,
  wasteWater,
  chemicalPark,
  floorLoad,
]
