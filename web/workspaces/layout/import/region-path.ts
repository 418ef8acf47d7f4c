// The region as one area under the dots, and what its parts are called.
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { type Frame, pathOf } from '#web/charts/frame.ts'
import { nameOf } from '#web/messages/index.ts'
import { homeProvince } from '#web/state/region/home.ts'
import { districts } from '#web/state/region/lists.ts'
import type { MapName } from '#web/workspaces/layout/import/points-map.tsx'

const ofHome = () =>
  districts.value.filter(({ properties }) => properties.provinceAdcode === homeProvince.value)

export const regionPath = (frame: Frame): string =>
  ofHome()
    .map(({ geometry }) => pathOf(frame, geometry.coordinates))
    .join('')

/** Where the region lies, for a map without rows. */
export const regionPlaces = (): LngLat[] =>
  ofHome().map(({ properties: { labelLng, labelLat } }) => [labelLng, labelLat])

export const districtNames = (): MapName[] =>
  districts.value.map(({ properties }) => ({
    text: nameOf(properties),
    lngLat: [properties.labelLng, properties.labelLat],
  }))
