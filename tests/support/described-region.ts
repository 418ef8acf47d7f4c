// The region as region.json describes it, for tests that read the real sources, and an invented one.
import path from 'node:path'
import type { HomeRegion } from '#geodata/model/region.ts'
import { type Boundaries, packageBoundaries } from '#scripts/geodata/boundary-source.ts'
import { type RegionFile, readRegionFile } from '#scripts/geodata/region-file.ts'

const SOURCES = path.resolve(import.meta.dirname, '../../geodata/sources')

export function describedRegion(): RegionFile {
  const reading = readRegionFile(SOURCES)
  if (reading.kind === 'refused') throw new Error(reading.problems.join('\n'))
  return reading.region
}

export function describedBoundaries(): Boundaries {
  return packageBoundaries(describedRegion().ground)
}

/** Of no place on earth: its codes, names and rows are invented. */
export const INVENTED_HOME: HomeRegion = {
  name: { zh: '虚构市', en: 'Invented City' },
  centre: { zh: '虚构市中心', en: 'the centre of Invented City' },
  provinceAdcode: '900000',
  cityAdcode: '900100',
  municipalities: [],
  frame: [100, 20, 101, 21],
  urbanAdcodes: ['900101'],
  cities: [
    { adcode: '900100', seat: [100.5, 20.5] },
    { adcode: '900200', seat: [100.9, 20.9] },
  ],
  rates: {
    tollRegion: '虚构省',
    trucks: { semitrailer: { priceRowId: 'price', carbonRowIds: ['light', 'heavy'] } },
  },
  plan: { zh: '虚构计划', en: 'Invented plan' },
  example: { roadRef: 'X1', placeZh: '虚构', lngLat: [100.5, 20.5] },
}
