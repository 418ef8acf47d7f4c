// What of a region does the basemap draw, in which layer, and from which zoom on?
//
// Zooms are those of the tile scheme: at 5 a tile is about a province, at 13 about a township.
import { BASEMAP_LAYERS } from '#geodata/contract/basemap.ts'
import type { OsmTags } from '#geodata/formats/osm/handlers.ts'

export const LAYERS = BASEMAP_LAYERS
export type LayerName = (typeof LAYERS)[number]

export type Attributes = Record<string, string | number>
/** How one element is drawn; areas and rivers may come later than `fromZoom`, by their size. */
export type Drawing = { layer: LayerName; attributes: Attributes; fromZoom: number }

type ByValue = Record<string, [className: string, fromZoom: number]>

const ROADS: ByValue = {
  motorway: ['motorway', 5],
  trunk: ['trunk', 6],
  primary: ['primary', 8],
  secondary: ['secondary', 9],
  tertiary: ['tertiary', 11],
  unclassified: ['minor', 12],
  residential: ['minor', 12],
  living_street: ['minor', 13],
  road: ['minor', 12],
  motorway_link: ['motorway_link', 10],
  trunk_link: ['trunk_link', 11],
  primary_link: ['primary_link', 11],
  secondary_link: ['secondary', 12],
  tertiary_link: ['tertiary', 12],
}
const RAILWAYS: ByValue = {
  rail: ['rail', 7],
  narrow_gauge: ['rail', 9],
  light_rail: ['transit', 11],
  subway: ['transit', 11],
  monorail: ['transit', 11],
  tram: ['transit', 12],
}
/** Yards and sidings. */
const SIDING: [string, number] = ['siding', 12]
const WATERWAYS: ByValue = { river: ['river', 9], canal: ['canal', 11] }
const WATERS: ByValue = {
  river: ['river', 5],
  lake: ['lake', 5],
  reservoir: ['reservoir', 5],
  canal: ['canal', 9],
  pond: ['pond', 10],
}
const PLACES: ByValue = {
  city: ['city', 5],
  town: ['town', 8],
  suburb: ['suburb', 10],
  borough: ['suburb', 10],
  village: ['village', 11],
  quarter: ['quarter', 12],
  neighbourhood: ['quarter', 12],
  hamlet: ['hamlet', 13],
}
const LAND_BY_TAG: Record<string, ByValue> = {
  landuse: {
    residential: ['residential', 9],
    industrial: ['industrial', 9],
    commercial: ['commercial', 10],
    retail: ['commercial', 10],
    forest: ['wood', 7],
    farmland: ['farmland', 9],
    orchard: ['farmland', 10],
    vineyard: ['farmland', 10],
    grass: ['grass', 11],
    meadow: ['grass', 10],
    recreation_ground: ['park', 11],
  },
  natural: { wood: ['wood', 7], grassland: ['grass', 10] },
  leisure: { park: ['park', 10] },
}
const SHIELD = /^[A-Z]{1,2} ?\d{1,4}$/

/** Roads, railways and rivers; null for anything else. */
export function lineOf(tags: OsmTags): Drawing | null {
  if (tags.area === 'yes') return null
  const road = found(ROADS, tags.highway)
  if (road) return drawing('road', road, { ...refOf(tags), ...only(tags, ['name']) })
  const rail = found(RAILWAYS, tags.railway)
  if (rail) return drawing('rail', tags.service ? SIDING : rail, only(tags, ['name']))
  const waterway = tags.tunnel === 'culvert' ? null : found(WATERWAYS, tags.waterway)
  return waterway ? drawing('waterway', waterway, namesOf(tags)) : null
}

/** Water and land use; null for anything else. */
export function areaOf(tags: OsmTags): Drawing | null {
  if (tags.natural === 'water' || tags.waterway === 'riverbank' || tags.landuse === 'reservoir') {
    const value = tags.waterway ? 'river' : tags.landuse ? 'reservoir' : tags.water
    return drawing('water', found(WATERS, value) ?? ['water', 5], {})
  }
  for (const [key, values] of Object.entries(LAND_BY_TAG)) {
    const land = found(values, tags[key])
    if (land) return drawing('landuse', land, {})
  }
  return null
}

/** Named places; null for anything else. */
export function placeOf(tags: OsmTags): Drawing | null {
  const place = tags.name ? found(PLACES, tags.place) : null
  if (!place) return null
  const population = Number(tags.population?.replace(/[ ,]/g, ''))
  const known = Number.isInteger(population) && population > 0
  return drawing('place', place, { ...namesOf(tags), ...(known ? { population } : {}) })
}

/** Returns one object for equal drawings: a region has a hundred thousand streets and few kinds. */
export function oneOfEach(): (drawing: Drawing) => Drawing {
  const known = new Map<string, Drawing>()
  return (drawing) => {
    const words = JSON.stringify(drawing)
    const first = known.get(words) ?? drawing
    known.set(words, first)
    return first
  }
}

function found(values: ByValue, value: string | undefined): [string, number] | null {
  return value !== undefined && Object.hasOwn(values, value) ? (values[value] ?? null) : null
}

function drawing(
  layer: LayerName,
  [className, fromZoom]: [string, number],
  attributes: Attributes,
): Drawing {
  return { layer, attributes: { class: className, ...attributes }, fromZoom }
}

function namesOf(tags: OsmTags): Attributes {
  const zh = tags['name:zh'] ?? tags['name:zh-Hans']
  return { ...only(tags, ['name', 'name:en']), ...(zh ? { 'name:zh': zh } : {}) }
}

function only(tags: OsmTags, keys: string[]): Attributes {
  return Object.fromEntries(keys.flatMap((key) => (tags[key] ? [[key, tags[key]]] : [])))
}

/** All numbers as they stand, and the first that has the form of one on a shield: G75, S28. */
function refOf(tags: OsmTags): Attributes {
  if (!tags.ref) return {}
  const shield = tags.ref.split(';').find((ref) => SHIELD.test(ref.trim()))
  return { ref: tags.ref, ...(shield ? { shield: shield.trim() } : {}) }
}
