// Reads every source file, and asks whether the rows agree with each other.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { z } from 'zod'
import { type RowProblem, readCsv, type SourceRow } from '#geodata/formats/csv.ts'
import {
  CompanyProductRow,
  CompanyRow,
  ExpresswayRow,
  FactRow,
  HubRow,
  LinkRow,
  ParkRow,
  PlantRow,
  PlatformRow,
  ProductInputRow,
  TargetRow,
  TaxonomyRow,
} from '#geodata/formats/source-rows.ts'
import { insideArea } from '#geodata/geometry/inside.ts'
import type { Cell, LayerRow } from '#server/store/geopackage.ts'

export type Sources = ReturnType<typeof readSources>

const CARRIED = [
  'land_utilities',
  'jit_practice',
  'truck_speeds',
  'tolls',
  'freight_costs',
  'policies',
  'certifications',
]

/** Every source file parsed, the problems of single cells, and the tables carried as they are. */
export function readSources(folder: string) {
  const problems: RowProblem[] = []
  const attributes: Record<string, Record<string, Cell>[]> = {}
  const read = <T>(name: string, schema: z.ZodType<T>): SourceRow<T>[] => {
    const file = path.join(folder, `${name}.csv`)
    const result = readCsv(file, readFileSync(file, 'utf8'), schema)
    problems.push(...result.problems)
    return result.rows
  }
  const carry = <T extends Record<string, unknown>>(name: string, schema: z.ZodType<T>) => {
    const rows = read(name, schema)
    attributes[name] = rows.map(({ row }) =>
      Object.fromEntries(Object.entries(row).map(([key, value]) => [key, cell(value)])),
    )
    return rows
  }
  return {
    folder,
    problems,
    attributes,
    parks: read('parks', ParkRow),
    companies: read('companies', CompanyRow),
    hubs: read('hubs', HubRow),
    platforms: read('platforms', PlatformRow),
    links: read('links', LinkRow),
    expressways: read('expressways', ExpresswayRow),
    taxonomy: carry('taxonomy', TaxonomyRow),
    companyProducts: carry('company_products', CompanyProductRow),
    plants: carry('plants', PlantRow),
    productInputs: carry('product_inputs', ProductInputRow),
    targets: carry('targets', TargetRow),
    carried: CARRIED.map((name) => carry(name, FactRow)),
  }
}

/** Problems between rows: ids twice or unknown, places outside the district they name. */
export function crossProblems(sources: Sources, districts: LayerRow[]): RowProblem[] {
  const problems: RowProblem[] = []
  const tell = (file: string, line: number, column: string, came: string, expected: string) =>
    problems.push({ file: path.join(sources.folder, `${file}.csv`), line, column, came, expected })
  const ids = <T extends { id: string }>(file: string, rows: SourceRow<T>[]) => {
    const seen = new Set<string>()
    for (const { line, row } of rows) {
      if (seen.has(row.id)) tell(file, line, 'id', row.id, 'an id no other row has')
      seen.add(row.id)
    }
    return seen
  }
  const parkIds = ids('parks', sources.parks)
  const companyIds = ids('companies', sources.companies)
  ids('hubs', sources.hubs)
  ids('platforms', sources.platforms)
  ids('links', sources.links)
  const segments = new Set(sources.taxonomy.map(({ row }) => row.segment_zh))
  const products = new Set(sources.taxonomy.map(({ row }) => row.product_id).filter(Boolean))
  const known = (id: string) => parkIds.has(id) || companyIds.has(id) || /^5[01]\d{4}$/.test(id)

  for (const { line, row } of sources.parks) {
    for (const name of row.specialties)
      if (!segments.has(name)) tell('parks', line, 'specialties', name, 'a segment of taxonomy.csv')
  }
  for (const { line, row } of sources.companies) {
    if (row.park_id && !parkIds.has(row.park_id))
      tell('companies', line, 'park_id', row.park_id, 'an id of parks.csv, or empty')
    for (const name of row.segments)
      if (!segments.has(name))
        tell('companies', line, 'segments', name, 'a segment of taxonomy.csv')
    if ((row.coord_precision === 'unknown') !== (row.lng === null || row.lat === null))
      tell(
        'companies',
        line,
        'coord_precision',
        row.coord_precision,
        '“unknown” exactly when lng and lat are empty',
      )
  }
  for (const { line, row } of sources.links) {
    for (const id of [...row.from_ids, ...row.to_ids])
      if (!known(id)) tell('links', line, 'from_ids/to_ids', id, 'a park, company or district code')
  }
  for (const { line, row } of sources.companyProducts) {
    if (!companyIds.has(row.company_id))
      tell('company_products', line, 'company_id', row.company_id, 'an id of companies.csv')
    if (row.product_id && !products.has(row.product_id))
      tell('company_products', line, 'product_id', row.product_id, 'a product_id of taxonomy.csv')
  }
  for (const { line, row } of sources.plants) {
    if (row.row_type === 'plant' && !companyIds.has(row.company_id ?? ''))
      tell('plants', line, 'company_id', row.company_id ?? '', 'an id of companies.csv')
  }
  for (const { line, row } of sources.productInputs) {
    for (const column of ['product_id', 'input_product_id'] as const)
      if (row[column] && !products.has(row[column]))
        tell('product_inputs', line, column, row[column], 'a product_id of taxonomy.csv, or empty')
  }

  const areas = new Map(districts.map((row) => [String(row.cells.adcode), row.geometry]))
  const placed = [
    ['parks', sources.parks],
    ['companies', sources.companies],
    ['hubs', sources.hubs],
    ['platforms', sources.platforms],
  ] as const
  for (const [file, rows] of placed) {
    for (const { line, row } of rows) {
      if (row.lng === null || row.lat === null || row.adcode_note) continue
      const area = areas.get(row.adcode ?? '')
      if (!area)
        tell(
          file,
          line,
          'adcode',
          row.adcode ?? '',
          'a district with a boundary, or a reason in adcode_note',
        )
      else if (area.type !== 'MultiPolygon' || !insideArea([row.lng, row.lat], area.coordinates))
        tell(
          file,
          line,
          'lng,lat',
          `${row.lng},${row.lat}`,
          `a place inside ${row.adcode}, or the reason in adcode_note`,
        )
    }
  }
  return problems
}

function cell(value: unknown): Cell {
  if (typeof value === 'number') return value
  if (value === null || value === undefined || value === '') return null
  return Array.isArray(value) ? value.join(';') : String(value)
}
