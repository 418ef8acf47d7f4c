// Which cells of a row follow from its others, and what are they now?
//
// Worked out in the transaction of each write, so that the file says the same to every program. What
// follows from other rows (companyCount) is counted when read: to store it would edit rows nobody edited.
import { areaAt } from '#geodata/analysis/place/area-at.ts'
import type { District } from '#geodata/contract/collections.ts'
import type { EditableId } from '#geodata/contract/editable/editable.ts'
import { type Area, multiPolygonOf } from '#geodata/geometry/orient.ts'
import { cables, cityCode, cityPairs } from '#geodata/model/city-pairs.ts'
import { PRECISION_RADIUS_KILOMETERS, type Precision } from '#geodata/model/precision.ts'
import { monthRange, valueRange } from '#geodata/model/published-value.ts'
import type { Cell } from '#server/store/sqlite/geopackage.ts'
import type { RowDocument } from '#server/store/sqlite/row-document.ts'
import { type Row, toFeature } from '#server/store/sqlite/rows.ts'
import { allOf, build, firstOf, meeting } from '#server/store/sqlite/statements.ts'
import type { Tables } from '#server/store/sqlite/tables.ts'

type Cells = Record<string, Cell | undefined>

/** The document with every derived cell in step; `before` is the row it replaces. */
export function withDerived(
  tables: Tables,
  id: EditableId,
  document: RowDocument,
  before: RowDocument | null,
): RowDocument {
  const given: Cells = document.properties
  let { geometry } = document
  const derived: Cells = {}
  if (id === 'parks') {
    derived.labelZh = labelOf(given, before, 'labelZh', 'nameZh')
    derived.labelEn = labelOf(given, before, 'labelEn', 'nameEn')
  }
  if ('segmentIds' in given) derived.systems = systemsOf(tables, given)
  if ('coordPrecision' in given) Object.assign(derived, placeOf(tables, document, before))
  if (id === 'links') {
    const pairs = pairsOf(tables, given)
    derived.cityPairs = pairs.join(';')
    geometry = cables(tables.home, pairs)
  }
  if (id === 'park-areas' && geometry) geometry = multiPolygonOf(geometry as Area)
  if (id === 'targets') {
    const value = valueRange(text(given.value))
    const asOf = monthRange(text(given.asOf))
    Object.assign(derived, { valueLow: value.low, valueHigh: value.high })
    Object.assign(derived, { asOfFrom: asOf.low, asOfTo: asOf.high })
  }
  if (id === 'jit-practice') {
    const minutes = valueRange(text(given.orderToLineMinutes))
    derived.orderToLineMinutesLow = minutes.low
    derived.orderToLineMinutesHigh = minutes.high
  }
  if (id === 'product-inputs') Object.assign(derived, namesOfProducts(tables, given, before))
  const properties = Object.fromEntries(
    Object.entries({ ...given, ...derived }).map(([key, value]) => [key, value ?? null]),
  )
  return { ...document, geometry, properties }
}

/** A label that was the name follows the name. */
function labelOf(given: Cells, before: RowDocument | null, label: string, name: string) {
  const held = before?.properties
  const wasName = held && held[label] === held[name] && given[label] === held[label]
  return wasName ? given[name] : (given[label] ?? given[name])
}

function systemsOf({ database }: Tables, given: Cells): string {
  const systemOf = (segment: string) =>
    firstOf(
      database,
      build.selectFrom('taxonomy').select('system').where('segment_id', '=', segment),
    )?.system
  const systems = list(given.segmentIds).map((segment) => String(systemOf(segment) ?? 'none'))
  const own = given.kind === 'oem' ? ['vehicle'] : []
  return [...new Set([...own, ...systems])].filter((system) => system !== 'none').join(';')
}

/** Names that follow from ids: of an id that stayed the name it came with, of another what the taxonomy says. */
function namesOfProducts({ database }: Tables, given: Cells, before: RowDocument | null): Cells {
  const named = (productId: unknown): Row | null =>
    productId
      ? firstOf(
          database,
          build
            .selectFrom('taxonomy')
            .select(['segment_id', 'product_zh', 'product_en'])
            .where('product_id', '=', productId),
        )
      : {}
  const kept = before?.properties
  const stayed = (id: 'productId' | 'inputProductId') => kept && kept[id] === given[id]
  const made = named(given.productId)
  return {
    ...(stayed('productId')
      ? {
          segmentId: kept?.segmentId,
          productZh: kept?.productZh,
          productEn: kept?.productEn,
          inTaxonomy: kept?.inTaxonomy,
        }
      : {
          segmentId: text(made?.segment_id),
          productZh: text(made?.product_zh),
          productEn: text(made?.product_en),
          inTaxonomy: made ? 'yes' : 'no',
        }),
    inputProductZh: stayed('inputProductId')
      ? kept?.inputProductZh
      : text(named(given.inputProductId)?.product_zh),
  }
}

/** A district name that came along unchanged to a new place follows the place. */
function placeOf(tables: Tables, document: RowDocument, before: RowDocument | null): Cells {
  const given: Cells = document.properties
  const stayed = before && JSON.stringify(before.geometry) === JSON.stringify(document.geometry)
  const kept: Cells = before?.properties ?? {}
  // A source may state a radius of its own: it holds as long as the place it was stated of.
  const isAsStated = stayed && kept.coordPrecision === given.coordPrecision
  const radius = PRECISION_RADIUS_KILOMETERS[given.coordPrecision as Precision] ?? null
  const derived: Cells = {
    precisionRadiusKilometers: isAsStated ? kept.precisionRadiusKilometers : radius,
  }
  const fresh = (name: string) =>
    given[name] !== undefined && (!before || given[name] !== kept[name]) ? given[name] : undefined
  if (stayed && fresh('districtZh') === undefined) {
    for (const name of ['adcode', 'districtZh', 'adcodeNote']) derived[name] = kept[name]
    derived.district2025Zh = given.district2025Zh ?? kept.district2025Zh
    return derived
  }
  const found = document.geometry
    ? districtAt(tables, document.geometry.coordinates as number[])
    : districtNamed(tables, text(fresh('districtZh')))
  derived.adcode = found?.adcode
  if (before && found && found.adcode === kept.adcode) {
    // Within its district it keeps the name it had, which may say more than the district's own.
    derived.districtZh = given.districtZh ?? kept.districtZh
    derived.district2025Zh = given.district2025Zh ?? kept.district2025Zh
    return derived
  }
  derived.adcodeNote = null
  derived.districtZh = fresh('districtZh') ?? found?.nameZh ?? ''
  derived.district2025Zh = fresh('district2025Zh') ?? found?.district2025Zh ?? derived.districtZh
  return derived
}

type DistrictFacts = District['properties']

function districtAt({ database }: Tables, [lng = 0, lat = 0]: number[]): DistrictFacts | undefined {
  const near = allOf(
    database,
    build
      .selectFrom('districts')
      .selectAll()
      .where('fid', 'in', meeting('districts', [lng, lat, lng, lat])),
  )
  return areaAt(near.map(toFeature) as unknown as District[], [lng, lat])?.properties
}

function districtNamed({ database }: Tables, nameZh: string | null): DistrictFacts | undefined {
  if (!nameZh) return undefined
  const row = firstOf(
    database,
    build.selectFrom('districts').selectAll().where('name_zh', '=', nameZh),
  )
  return row ? (toFeature(row).properties as DistrictFacts) : undefined
}

function pairsOf({ database, home }: Tables, given: Cells): string[] {
  const adcodeOf = (table: 'parks' | 'companies', id: string) =>
    firstOf(database, build.selectFrom(table).select('adcode').where('id', '=', id))?.adcode
  const cityOf = (end: string) =>
    cityCode(
      String(adcodeOf('parks', end) ?? adcodeOf('companies', end) ?? end),
      home.municipalities,
    )
  return cityPairs(home, list(given.fromIds).map(cityOf), list(given.toIds).map(cityOf))
}

export function list(cell: unknown): string[] {
  return String(cell ?? '')
    .split(';')
    .filter(Boolean)
}

function text(cell: unknown): string | null {
  return cell === null || cell === undefined ? null : String(cell)
}
