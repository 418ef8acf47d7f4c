// Do the rows of the source files agree with each other and with the ground?
import path from 'node:path'
import type { RowProblem, SourceRow } from '#geodata/formats/checked-rows.ts'
import { insideArea } from '#geodata/geometry/inside.ts'
import { greatCircleMeters } from '#geodata/model/lng-lat.ts'
import type { Sources } from '#scripts/geodata/sources.ts'
import type { LayerRow } from '#server/store/sqlite/geopackage.ts'

type Report = (file: string, line: number, column: string, came: string, expected: string) => void
type Rows = SourceRow<Record<string, unknown>>[]

/** Geodesic lengths are given to 0.1 km; a road cannot be shorter than the way a bird flies. */
const ROUNDING_KILOMETERS = 0.06
const SHORTEST_ROAD_FACTOR = 0.99

/** Problems between rows: ids twice or unknown, places outside their district, lengths that cannot be. */
export function crossProblems(sources: Sources, districts: LayerRow[]): RowProblem[] {
  const problems: RowProblem[] = []
  const report: Report = (file, line, column, came, expected) =>
    problems.push({ file: path.join(sources.folder, `${file}.csv`), line, column, came, expected })
  checkIdsAreUnique(sources, report)
  checkReferences(sources, report)
  checkPlaces(sources, districts, report)
  checkRoads(sources, report)
  return problems
}

function checkIdsAreUnique(sources: Sources, report: Report): void {
  const identified: [file: string, column: string, rows: Rows][] = [
    ['districts', 'adcode', sources.districts],
    ['parks', 'id', sources.parks],
    ['companies', 'id', sources.companies],
    ['companies', 'unified_code', sources.companies],
    ...Object.entries(sources.places).map(([name, rows]): [string, string, Rows] => [
      name,
      'id',
      rows,
    ]),
    ['links', 'id', sources.links],
    ['targets', 'row_id', sources.targets],
    ['stage_criteria', 'id', sources.stageCriteria],
    ['stage_evidence', 'id', sources.stageEvidence],
    ['jit_practice', 'id', sources.jitPractice],
    ['jit_parts', 'product_id', sources.jitParts],
    ['product_inputs', 'id', sources.productInputs],
    ['freight_costs', 'id', sources.freightCosts],
    ['statements', 'id', sources.statements],
    ['plan_tasks', 'id', sources.planTasks],
    ...sources.carried.map(({ name, rows }): [string, string, Rows] => [name, 'id', rows]),
  ]
  for (const [file, column, rows] of identified) {
    const firstLine = new Map<unknown, number>()
    for (const { line, row } of rows) {
      const id = row[column]
      const first = firstLine.get(id)
      if (id === undefined || id === null) continue
      if (first === undefined) firstLine.set(id, line)
      else
        report(file, line, column, String(id), `an id no other row has; line ${first} has it too`)
    }
  }
}

function checkReferences(sources: Sources, report: Report): void {
  const idsOf = (rows: Rows, column = 'id') => new Set(rows.map(({ row }) => row[column]))
  const parks = idsOf(sources.parks)
  const companies = idsOf(sources.companies)
  const segments = idsOf(sources.taxonomy, 'segment_id')
  const segmentNames = idsOf(sources.taxonomy, 'segment_zh')
  const products = idsOf(sources.taxonomy, 'product_id')
  const refer = (file: string, rows: Rows, column: string, ids: Set<unknown>, what: string) => {
    for (const { line, row } of rows) {
      const cell = row[column] ?? ''
      for (const id of Array.isArray(cell) ? cell : [cell]) {
        if (id !== '' && !ids.has(id)) report(file, line, column, String(id), `${what}, or empty`)
      }
    }
  }
  const segment = 'a segment_id of taxonomy.csv'
  const segmentName = 'a segment_zh of taxonomy.csv'
  const product = 'a product_id of taxonomy.csv'
  const park = 'an id of parks.csv'
  const company = 'an id of companies.csv'
  refer('parks', sources.parks, 'specialties', segmentNames, segmentName)
  refer('companies', sources.companies, 'segments', segmentNames, segmentName)
  refer('companies', sources.companies, 'park_id', parks, park)
  refer('company_products', sources.companyProducts, 'company_id', companies, company)
  refer('company_products', sources.companyProducts, 'product_id', products, product)
  refer('company_products', sources.companyProducts, 'segment_id', segments, segment)
  refer('product_inputs', sources.productInputs, 'segment_id', segments, segment)
  refer('product_inputs', sources.productInputs, 'input_segment_id', segments, segment)
  refer('product_inputs', sources.productInputs, 'product_id', products, product)
  refer('product_inputs', sources.productInputs, 'input_product_id', products, product)
  refer('plants', sources.plants, 'company_id', companies, company)
  refer('certifications', sources.certifications, 'company_id', companies, company)
  refer('jit_parts', sources.jitParts, 'product_id', products, product)
  refer(
    'jit_parts',
    sources.jitParts,
    'jit_id',
    idsOf(sources.jitPractice),
    'an id of jit_practice.csv',
  )
  const criteria = idsOf(sources.stageCriteria)
  refer('stage_evidence', sources.stageEvidence, 'park_id', parks, park)
  refer(
    'stage_evidence',
    sources.stageEvidence,
    'criterion_id',
    criteria,
    'an id of stage_criteria.csv',
  )
  checkOneVerdict(sources, report)
  checkStatements(sources, report)
  checkTasks(sources, report)
  for (const { name, rows } of sources.carried) {
    refer(name, rows, 'park_id', parks, park)
    refer(name, rows, 'company_id', companies, company)
  }
  for (const { line, row } of sources.plants) {
    if (row.row_type === 'plant' && row.company_id === null)
      report('plants', line, 'company_id', '', 'an id of companies.csv: a plant has an owner')
  }
  const districts = new Set(sources.districts.flatMap(({ row }) => codesOf(row.adcode)))
  const isPlace = (id: string) => parks.has(id) || companies.has(id) || districts.has(id)
  for (const { line, row } of sources.links) {
    for (const column of ['from_ids', 'to_ids'] as const)
      for (const id of row[column])
        if (!isPlace(id)) report('links', line, column, id, 'a park, a company or a district code')
  }
}

/** A district, its city and its province. */
function codesOf(adcode: string): string[] {
  return [adcode, `${adcode.slice(0, 4)}00`, `${adcode.slice(0, 2)}0000`]
}

/** A park has one verdict per criterion: two rows could contradict each other unseen. */
function checkOneVerdict(sources: Sources, report: Report): void {
  const firstLine = new Map<string, number>()
  for (const { line, row } of sources.stageEvidence) {
    const pair = `${row.park_id} ${row.criterion_id}`
    const first = firstLine.get(pair)
    if (first === undefined) firstLine.set(pair, line)
    else {
      const expected = `one row per park and criterion; line ${first} has the pair too`
      report('stage_evidence', line, 'criterion_id', pair, expected)
    }
  }
}

/** Who answers for a task is named in both languages, in one order. */
function checkTasks({ planTasks }: Sources, report: Report): void {
  for (const { line, row } of planTasks) {
    if (row.responsible_zh.length !== row.responsible_en.length) {
      const expected = `${row.responsible_zh.length} names, as in responsible_zh`
      report('plan_tasks', line, 'responsible_en', row.responsible_en.join(';'), expected)
    }
  }
}

/** A statement is about a row that is there, and whatever conflicts shows what it conflicts with. */
function checkStatements(sources: Sources, report: Report): void {
  const { parks, companies, links, targets, places } = sources
  const idsOf = (rows: Rows, column = 'id') => new Set(rows.map(({ row }) => row[column]))
  const subjects = {
    parks: idsOf(parks),
    companies: idsOf(companies),
    hubs: idsOf(places.hubs),
    links: idsOf(links),
    targets: idsOf(targets, 'row_id'),
  }
  const factOf = ({ about, row_id, field }: Record<string, unknown>) =>
    `${about} ${row_id} ${field}`
  const taken = new Set(
    sources.statements.flatMap(({ row }) => (row.standing === 'taken' ? [factOf(row)] : [])),
  )
  for (const { line, row } of sources.statements) {
    if (!subjects[row.about].has(row.row_id))
      report('statements', line, 'row_id', row.row_id, `the id of a row of ${row.about}`)
    if ((row.standing === 'conflicts' || row.standing === 'earlier') && !taken.has(factOf(row)))
      report(
        'statements',
        line,
        'standing',
        row.standing,
        'a row “taken” of the same fact beside it',
      )
  }
}

function checkPlaces(sources: Sources, districts: LayerRow[], report: Report): void {
  const areas = new Map(districts.map((row) => [String(row.cells.adcode), row.geometry]))
  const described = new Set(sources.districts.map(({ row }) => row.adcode))
  for (const adcode of areas.keys()) {
    if (!described.has(adcode))
      report('districts', 1, 'adcode', `no row for ${adcode}`, 'its names')
  }
  const placed = [
    ['parks', sources.parks],
    ['companies', sources.companies],
    ...Object.entries(sources.places),
  ] as const
  for (const [file, rows] of placed) {
    for (const { line, row } of rows) {
      const { lng, lat } = row
      if ((row.coord_precision === 'unknown') !== (lng === null || lat === null)) {
        const expected = '“unknown” exactly when lng and lat are empty'
        report(file, line, 'coord_precision', row.coord_precision, expected)
      }
      if (lng === null || lat === null || row.adcode_note) continue
      const area = areas.get(row.adcode ?? '')
      if (!area) {
        const expected = 'a district with a boundary, or a reason in adcode_note'
        report(file, line, 'adcode', row.adcode ?? '', expected)
      } else if (area.type !== 'MultiPolygon' || !insideArea([lng, lat], area.coordinates)) {
        const expected = `a place inside ${row.adcode}, or the reason in adcode_note`
        report(file, line, 'lng,lat', `${lng},${lat}`, expected)
      }
    }
  }
}

function checkRoads(sources: Sources, report: Report): void {
  const places = new Map<string, { line: number; at: string }>()
  for (const { line, row } of sources.expressways) {
    const ends = [
      ['from_zh', row.from_zh, row.from_lng, row.from_lat],
      ['to_zh', row.to_zh, row.to_lng, row.to_lat],
    ] as const
    for (const [column, name, lng, lat] of ends) {
      const at = `${lng},${lat}`
      const first = places.get(name)
      if (!first) places.set(name, { line, at })
      else if (first.at !== at)
        report(
          'expressways',
          line,
          column,
          `${name} at ${at}`,
          `${first.at}, as in line ${first.line}`,
        )
    }
    const straight =
      greatCircleMeters([row.from_lng, row.from_lat], [row.to_lng, row.to_lat]) / 1000
    const { geodesic_kilometers: stated, published_kilometers: published } = row
    if (Math.abs(stated - straight) > ROUNDING_KILOMETERS) {
      const expected = `${straight.toFixed(1)} kilometers, the great circle between the ends`
      report('expressways', line, 'geodesic_kilometers', String(stated), expected)
    }
    if (published !== null && published < straight * SHORTEST_ROAD_FACTOR) {
      const expected = `at least ${straight.toFixed(1)} kilometers, the great circle between the ends`
      report('expressways', line, 'published_kilometers', String(published), expected)
    }
  }
}
