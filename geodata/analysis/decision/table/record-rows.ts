// The rows of what is on record about a park, its land and its district, and of what is not proven.
import { exactly, type Made, rowOf } from '#geodata/analysis/decision/table/cells.ts'
import { type Columns, cellsOf } from '#geodata/analysis/decision/table/columns.ts'
import type { LandUtilityRow } from '#geodata/analysis/facts.ts'
import type { MeasuredCandidate } from '#geodata/analysis/siting/measure.ts'
import { answerOf } from '#geodata/analysis/siting/park-answer.ts'
import type { Park } from '#geodata/contract/collections.ts'
import type { Row, RowGroup, RowUnit } from '#geodata/contract/processes/comparison.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import { datesSpan } from '#geodata/model/dates-span.ts'
import type { ParkItem } from '#geodata/model/park-item.ts'

type Properties = Park['properties']

/** What a row reads of a park; null: not on record. */
type Recorded = {
  id: string
  group: RowGroup
  title: Bilingual
  unit: RowUnit | null
  better: Row['better']
  read: (park: Properties) => { amount: number } | { code: string } | { told: Bilingual } | null
}

const amountOf = (amount: number | null) => (amount === null ? null : { amount })
const codeOf = (code: string | null) => (code ? { code } : null)

const OF_PARKS: readonly Recorded[] = [
  {
    id: 'companies',
    group: 'suppliers',
    title: { zh: '园区内已知企业', en: 'Known firms in the park' },
    unit: 'companies',
    better: 'more',
    read: ({ companyCount }) => ({ amount: companyCount }),
  },
  {
    id: 'plannedArea',
    group: 'landAndUtilities',
    title: { zh: '规划面积', en: 'Planned area' },
    unit: 'squareKilometers',
    better: null,
    read: (park) => amountOf(park.plannedAreaSquareKilometers),
  },
  {
    id: 'developedArea',
    group: 'landAndUtilities',
    title: { zh: '已开发面积', en: 'Developed area' },
    unit: 'squareKilometers',
    better: null,
    read: (park) => amountOf(park.developedAreaSquareKilometers),
  },
  {
    id: 'level',
    group: 'policy',
    title: { zh: '级别', en: 'Level' },
    unit: null,
    better: null,
    read: ({ level }) => codeOf(level),
  },
  {
    id: 'stage',
    group: 'policy',
    title: { zh: '阶段', en: 'Stage' },
    unit: null,
    better: null,
    read: ({ stage }) => codeOf(stage),
  },
  {
    id: 'district',
    group: 'policy',
    title: { zh: '区县', en: 'District' },
    unit: null,
    better: null,
    read: ({ districtZh }) => codeOf(districtZh),
  },
  {
    id: 'position',
    group: 'risk',
    title: { zh: '位置精度', en: 'How well its place is known' },
    unit: null,
    better: null,
    read: ({ coordPrecision }) => codeOf(coordPrecision),
  },
]

const NOT_A_PARK: Bilingual = {
  zh: '不是园区，没有园区资料',
  en: 'It is no park: there is no record of a park.',
}
const NOT_RECORDED: Bilingual = { zh: '没有记载', en: 'Not on record.' }

function parkRow(columns: Columns, { read, ...head }: Recorded): Row {
  const made = cellsOf(columns, ({ site: { candidate } }): Made => {
    const { park } = candidate
    if (!park) return { kind: 'none', told: NOT_A_PARK }
    const { source, stageDate, stageSource } = park.properties
    const of =
      head.id === 'stage' && stageSource
        ? { source: stageSource, asOf: datesSpan([stageDate]) }
        : { source, asOf: null }
    const found = read(park.properties)
    if (found === null) return { kind: 'unknown', told: NOT_RECORDED, ...of }
    if ('amount' in found) return exactly(found.amount, of)
    return 'code' in found ? { kind: 'code', ...found, ...of } : { kind: 'words', ...found, ...of }
  })
  return rowOf({ ...head, id: `record ${head.id}` }, made, columns.reference)
}

/** Prices and demands published for a park, or for its district where none is for the park. */
type Published = Pick<Recorded, 'id' | 'group' | 'title' | 'unit' | 'better'> & {
  items: readonly string[]
  /** What the park itself answers comes first; null: it is not asked. */
  answered: ParkItem | null
  amount: (row: LandUtilityRow) => readonly [low: number, high: number] | null
}

/** Both ends as numbers; null: one is not there, or no number. */
function amountsOf(low: string | null, high: string | null): [low: number, high: number] | null {
  if (low === null || high === null) return null
  const ends: [number, number] = [Number(low), Number(high)]
  return ends.every(Number.isFinite) ? ends : null
}

const OF_LAND: readonly Published[] = [
  {
    id: 'landPrice',
    group: 'cost',
    title: {
      zh: '工业用地价（有记载的一宗或等别）',
      en: 'Price of industrial land, a deal or grade on record',
    },
    unit: 'yuanPerSquareMeter',
    better: 'less',
    answered: 'landPrice',
    items: ['industrial_land_deal_price', 'industrial_land_offer_price', 'industrial_land_grade'],
    amount: ({ derivedYuanPerM2: price }) => amountsOf(price, price),
  },
  {
    id: 'factoryRent',
    group: 'cost',
    title: { zh: '标准厂房月租', en: 'Monthly rent of standard halls' },
    unit: 'yuanPerSquareMeterMonth',
    better: 'less',
    answered: 'factoryRent',
    items: ['factory_rent'],
    amount: ({ valueLow, valueHigh }) => amountsOf(valueLow, valueHigh),
  },
  {
    id: 'landDemands',
    group: 'policy',
    title: { zh: '用地准入要求', en: 'What is demanded of who takes land' },
    unit: null,
    better: null,
    answered: null,
    items: ['industrial_land_requirement'],
    amount: () => null,
  },
]

function publishedRow(columns: Columns, { items, answered, amount, ...head }: Published): Row {
  const { facts } = columns.measured.context
  const { landUtilities } = facts
  const made = cellsOf(columns, ({ site: { candidate } }): Made => {
    const { park } = candidate
    if (!park) return { kind: 'none', told: NOT_A_PARK }
    const answer = answered && answerOf(facts, park, answered)
    if (answer && answer.amount !== null) {
      const { amount: stated, source, asOf } = answer
      return exactly(stated, { source, asOf: datesSpan([asOf]) })
    }
    const row = publishedFor(landUtilities, park.properties, items)
    if (!row)
      return { kind: 'unknown', told: NOT_RECORDED, source: 'land_utilities.csv', asOf: null }
    const of = { source: row.source, asOf: datesSpan([row.asOf]) }
    const words = [row.areaZh, row.detail].filter(Boolean).join(' ')
    const told = { zh: words, en: words }
    const found = amount(row)
    if (!found) return { kind: 'words', told, ...of }
    const [low, high] = found
    if (low === high) return { ...exactly(low, of), told } as Made
    return { kind: 'unknown', told, low, high, ...of }
  })
  return rowOf({ ...head, id: `record ${head.id}` }, made, columns.reference)
}

/** Of the items in their order the first on record for the park itself, else for its district. */
function publishedFor(
  rows: readonly LandUtilityRow[],
  { id, adcode }: Properties,
  items: readonly string[],
): LandUtilityRow | undefined {
  const among = (fits: (row: LandUtilityRow) => boolean) =>
    items.flatMap((item) => rows.find((row) => row.item === item && fits(row)) ?? [])[0]
  return (
    among(({ parkId }) => parkId === id) ??
    among((row) => !row.parkId && adcode !== null && row.adcode === adcode)
  )
}

/** What is not proven of each: hard needs, criteria, and what should be checked. */
function doubtRows(columns: Columns): Row[] {
  const of = { source: '', asOf: null }
  const count = (
    id: string,
    title: Bilingual,
    unit: RowUnit,
    read: (one: MeasuredCandidate) => number,
  ) =>
    rowOf(
      { id: `record ${id}`, group: 'risk', title, unit, better: 'less' },
      cellsOf(columns, (one) => exactly(read(one), of)),
      columns.reference,
    )
  const isUnproven = ({ isHard, standing }: MeasuredCandidate['needs'][number]) =>
    isHard && (standing === 'perhaps' || standing === 'unknown')
  return [
    count(
      'unprovenNeeds',
      { zh: '未证实的硬要求', en: 'Hard needs not proven' },
      'needs',
      ({ needs }) => needs.filter(isUnproven).length,
    ),
    count(
      'unknownCriteria',
      { zh: '未知的条件', en: 'Criteria that are unknown' },
      'criteria',
      ({ terms }) => terms.filter(({ known }) => !known).length,
    ),
    rowOf(
      {
        id: 'record flags',
        group: 'risk',
        title: { zh: '须核实', en: 'To be checked' },
        unit: null,
        better: null,
      },
      cellsOf(columns, ({ flags }) => ({
        kind: 'words',
        told:
          flags.length === 0
            ? { zh: '无', en: 'Nothing.' }
            : { zh: flags.map(({ zh }) => zh).join('；'), en: flags.map(({ en }) => en).join(' ') },
        ...of,
      })),
      columns.reference,
    ),
  ]
}

/** What is on record stands as it is; what is not is said, in every column. */
export function recordRows(columns: Columns): Row[] {
  return [
    ...OF_PARKS.map((one) => parkRow(columns, one)),
    ...OF_LAND.map((one) => publishedRow(columns, one)),
    ...doubtRows(columns),
  ]
}
