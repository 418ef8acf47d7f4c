// Reads every source file: parsed rows, and the problems of single cells.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { z } from 'zod'
import { type RowProblem, readRows, type SourceRow } from '#geodata/formats/checked-rows.ts'
import {
  CertificationRow,
  CompanyProductRow,
  CompanyRow,
  DistrictRow,
  ExpresswayRow,
  FactRow,
  FreightCostRow,
  JitPartRow,
  JitPracticeRow,
  LinkRow,
  ParkRow,
  PLACES,
  PlanTaskRow,
  PlantRow,
  ProductInputRow,
  StageCriterionRow,
  StageEvidenceRow,
  StatementRow,
  TargetRow,
  TaxonomyRow,
} from '#geodata/formats/source-rows.ts'
import type { RegionFile } from '#scripts/geodata/region-file.ts'
import type { Cell } from '#server/store/sqlite/geopackage.ts'

export type Sources = ReturnType<typeof readSources>

const CARRIED = ['land_utilities', 'truck_speeds', 'tolls', 'policies', 'transformation_paths']

/** Every source file parsed, the problems of single cells, and the tables carried as they are. */
export function readSources(folder: string, region: RegionFile) {
  const problems: RowProblem[] = []
  const attributes: Record<string, Record<string, Cell>[]> = {}
  const read = <T extends z.ZodObject>(name: string, schema: T): SourceRow<z.infer<T>>[] => {
    const file = path.join(folder, `${name}.csv`)
    if (!existsSync(file)) {
      const expected = 'the file that holds these rows'
      problems.push({ file, line: 1, column: '', came: 'no such file', expected })
      return []
    }
    const result = readRows(file, readFileSync(file), schema)
    problems.push(...result.problems)
    return result.rows
  }
  const carry = <T extends z.ZodObject>(name: string, schema: T) => {
    const rows = read(name, schema)
    attributes[name] = rows.map(({ row }) =>
      Object.fromEntries(Object.entries(row).map(([key, value]) => [key, cell(value)])),
    )
    return rows
  }
  return {
    folder,
    region,
    problems,
    attributes,
    districts: read('districts', DistrictRow),
    parks: read('parks', ParkRow),
    companies: read('companies', CompanyRow),
    places: readPlaces(read),
    links: read('links', LinkRow),
    expressways: read('expressways', ExpresswayRow),
    taxonomy: carry('taxonomy', TaxonomyRow),
    companyProducts: carry('company_products', CompanyProductRow),
    plants: carry('plants', PlantRow),
    productInputs: carry('product_inputs', ProductInputRow),
    targets: carry('targets', TargetRow),
    stageCriteria: carry('stage_criteria', StageCriterionRow),
    stageEvidence: carry('stage_evidence', StageEvidenceRow),
    jitPractice: carry('jit_practice', JitPracticeRow),
    jitParts: carry('jit_parts', JitPartRow),
    freightCosts: carry('freight_costs', FreightCostRow),
    certifications: carry('certifications', CertificationRow),
    statements: carry('statements', StatementRow),
    planTasks: carry('plan_tasks', PlanTaskRow),
    carried: CARRIED.map((name) => ({ name, rows: carry(name, FactRow) })),
  }
}

type Read = <T extends z.ZodObject>(name: string, schema: T) => SourceRow<z.infer<T>>[]
type Places = { [Name in keyof typeof PLACES]: SourceRow<z.infer<(typeof PLACES)[Name]>>[] }

function readPlaces(read: Read): Places {
  const tables = Object.entries(PLACES).map(([name, schema]) => [name, read(name, schema)])
  return Object.fromEntries(tables)
}

function cell(value: unknown): Cell {
  if (typeof value === 'number') return value
  if (value === null || value === undefined || value === '') return null
  return Array.isArray(value) ? value.join(';') : String(value)
}
