// Which districts, neighbouring land and rivers does the map stand on?
import type { SourceRow } from '#geodata/formats/checked-rows.ts'
import type { DistrictRow } from '#geodata/formats/source-rows.ts'
import { insideArea } from '#geodata/geometry/inside.ts'
import { labelPoint } from '#geodata/geometry/label-point.ts'
import { repairArea } from '#geodata/geometry/repair.ts'
import type { Boundaries, BoundaryArea } from '#scripts/geodata/boundary-source.ts'
import { type Layer, layer } from '#scripts/geodata/layers.ts'
import type { Ground } from '#scripts/geodata/region-file.ts'
import { riverRows } from '#scripts/geodata/rivers.ts'

/** Repair takes most of a build; an area that was repaired once stays so. */
const repairedAreas = new WeakMap<BoundaryArea, ReturnType<typeof repairArea>>()

/** Names by adcode; a place without a row keeps the name its boundary came with. */
export type Names = Map<string, DistrictRow>

export function namesOf(rows: SourceRow<DistrictRow>[]): Names {
  return new Map(rows.map(({ row }) => [row.adcode, row]))
}

export function districtLayer(boundaries: Boundaries, names: Names): Layer {
  const rows = boundaries.areas.map((place) => {
    const geometry = repaired(place)
    const named = names.get(place.adcode)
    const [lng, lat] =
      place.label && insideArea(place.label, geometry.coordinates)
        ? place.label
        : labelPoint(geometry.coordinates)
    return {
      geometry,
      cells: {
        id: place.adcode,
        adcode: place.adcode,
        name_zh: named?.name_zh ?? place.name,
        name_en: named?.name_en ?? place.name,
        district_2025_zh: named?.district_2025_zh ?? place.name,
        level: place.level,
        city_adcode: place.cityAdcode,
        province_adcode: `${place.adcode.slice(0, 2)}0000`,
        vintage: boundaries.vintage,
        label_lng: round(lng),
        label_lat: round(lat),
        source: boundaries.source,
      },
    }
  })
  return layer('districts', 'MULTIPOLYGON', rows)
}

export function basemapLayer(
  boundaries: Boundaries,
  names: Names,
  rivers: Ground['rivers'],
): Layer {
  const land = boundaries.neighbours.map((place) => ({
    geometry: repaired(place),
    cells: {
      id: `land-${place.adcode}`,
      kind: 'land',
      name_zh: place.name,
      name_en: names.get(place.adcode)?.name_en ?? null,
      source: boundaries.source,
    },
  }))
  return layer('basemap', 'GEOMETRY', [...land, ...riverRows(boundaries, rivers)])
}

function repaired(place: BoundaryArea): ReturnType<typeof repairArea> {
  const known = repairedAreas.get(place) ?? repairArea(place.area)
  repairedAreas.set(place, known)
  return known
}

function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6
}
