// The rows of ways: every vehicle plant and every hub by its name, the farthest plant, and who serves each input.
import { type Made, rowOf } from '#geodata/analysis/decision/table/cells.ts'
import { type Columns, cellsOf } from '#geodata/analysis/decision/table/columns.ts'
import { likelyRange } from '#geodata/analysis/doubt/likely.ts'
import { countWithin, networkSource } from '#geodata/analysis/siting/criterion.ts'
import { countsWithin, minutesOf } from '#geodata/analysis/siting/drawn-ways.ts'
import type { MeasuredCandidate } from '#geodata/analysis/siting/measure.ts'
import { byTime, type Partner, partnersAt } from '#geodata/analysis/siting/partners.ts'
import { servedBy } from '#geodata/analysis/siting/suppliers.ts'
import { roundedTo2, spanOf, toldMinutes } from '#geodata/analysis/siting/told-ways.ts'
import type { Row, RowGroup } from '#geodata/contract/processes/comparison.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import { datesSpan } from '#geodata/model/dates-span.ts'

/** One per plant asked for, in the order asked, and the farthest of them. */
export function plantRows(columns: Columns): Row[] {
  const { plants } = columns.measured.context
  const rows = plants.map(({ company: { properties } }, index) =>
    wayRow(
      columns,
      { kind: 'plant', group: 'market', of: properties },
      ({ site }) => site.partners.plants[index],
    ),
  )
  return [...rows, farthestRow(columns)]
}

/** One per hub (ports, rail, airports, road), the nearest to any of the columns first; who reaches none comes last. */
export function hubRows(columns: Columns): Row[] {
  const { facts } = columns.measured.context
  const near = furtherOf(columns, facts.hubs)
  const least = facts.hubs.map((_, index) =>
    Math.min(...near.map((partners) => partners[index]?.duration?.centralSeconds ?? Infinity)),
  )
  return facts.hubs
    .map((hub, index) => ({ hub, index, nearest: least[index] ?? Infinity }))
    .sort(
      (a, b) => order(a.nearest, b.nearest) || (a.hub.properties.id < b.hub.properties.id ? -1 : 1),
    )
    .map(({ hub: { properties }, index }) =>
      wayRow(
        columns,
        { kind: 'hub', group: 'logistics', of: properties },
        (_, column) => near[column]?.[index],
      ),
    )
}

const order = (a: number, b: number) => (a === b ? 0 : a - b)

/** The platforms of innovation: how many are within the time of a cluster, and the minutes to the nearest. */
export function platformRows(columns: Columns): Row[] {
  const { context, doubt } = columns.measured
  const platforms = context.facts.platforms
  const near = furtherOf(columns, platforms)
  const within = context.inputs.clusterMinutes
  const asOf = datesSpan(platforms.map(({ properties }) => properties.asOf))
  const counts = rowsCells(columns, (one, column): Made => {
    const found = near[column] ?? []
    const counted = countWithin(found, within, SOURCE_OF_PLATFORMS)
    if (counted.kind !== 'known') throw new Error('A count is always known.')
    const drawn = new Float64Array(doubt.draws.count)
    countsWithin(drawn, one.site.partners, found, within, doubt)
    const likely = spanOf(likelyRange(drawn, doubt.lent), counted.raw)
    const { raw: amount, low, high, source } = counted
    return { kind: 'amount', amount, likely, low, high, drawn, source, asOf }
  })
  const title = { zh: `${within} 分内创新平台`, en: `Innovation platforms within ${within} min` }
  const nearest = rowsCells(columns, (one, column) => {
    const [partner] = (near[column] ?? []).filter(({ duration }) => duration).sort(byTime)
    return wayCell(columns, one, partner, partner && nameOf(partner))
  })
  const group = 'peopleAndInnovation'
  return [
    rowOf(
      { id: 'record platformsWithin', group, title, unit: 'platforms', better: 'more' },
      counts,
      columns.reference,
    ),
    rowOf(
      {
        id: 'record nearestPlatform',
        group,
        title: { zh: '到最近创新平台', en: 'To the nearest innovation platform' },
        unit: 'minutes',
        better: 'less',
      },
      nearest,
      columns.reference,
    ),
  ]
}

const SOURCE_OF_PLATFORMS = 'platforms.csv'

/** Who serves each input, in the order of the inputs, and how far that is. */
export function inputRows(columns: Columns): Row[] {
  const first = columns.sites.find(({ measured }) => measured)?.measured
  return (first?.site.partners.inputs ?? []).map(
    ({ input: { title, productId, segmentId } }, index) => {
      const made = cellsOf(columns, (one) => {
        const served = servedBy(one.site.partners.inputs[index]?.makers ?? [])
        return wayCell(columns, one, served?.partner, served && makerWords(served))
      })
      const head = {
        id: `input ${productId ?? segmentId ?? ''} ${title.zh}`,
        group: 'suppliers' as const,
        title: { zh: `${title.zh}：最近的生产企业`, en: `${title.en}: nearest maker` },
        unit: 'minutes' as const,
        better: 'less' as const,
      }
      return rowOf(head, made, columns.reference)
    },
  )
}

type Served = NonNullable<ReturnType<typeof servedBy>>

function makerWords({ partner, basis, chance }: Served): Bilingual {
  const percent = Math.round(chance * 100)
  return basis === 'product'
    ? { zh: `${partner.nameZh}（有登记）`, en: `${partner.nameEn} (recorded)` }
    : {
        zh: `${partner.nameZh}（可能生产，${percent}%）`,
        en: `${partner.nameEn} (may make it, ${percent} %)`,
      }
}

function furtherOf(
  { sites, measured }: Columns,
  features: Parameters<typeof partnersAt>[2],
): Partner[][] {
  const { context, clouds, doubt } = measured
  const there = sites.flatMap((one) => (one.measured ? [one.measured.site.candidate] : []))
  const found = partnersAt(context.ground, there, features, { clouds, draws: doubt.draws })
  let next = 0
  return sites.map((one) => (one.measured ? (found[next++] ?? []) : []))
}

/** Like cellsOf, told which column it is. */
function rowsCells(columns: Columns, of: (one: MeasuredCandidate, column: number) => Made): Made[] {
  return cellsOf(columns, (one) =>
    of(
      one,
      columns.sites.findIndex(({ measured }) => measured === one),
    ),
  )
}

type Place = { id: string; nameZh: string; nameEn: string; labelZh?: string; labelEn?: string }
type WayHead = { kind: 'plant' | 'hub'; group: RowGroup; of: Place }

function wayRow(
  columns: Columns,
  { kind, group, of }: WayHead,
  partnerOf: (one: MeasuredCandidate, column: number) => Partner | undefined,
): Row {
  const made = rowsCells(columns, (one, column) => wayCell(columns, one, partnerOf(one, column)))
  const title = { zh: of.nameZh, en: of.nameEn }
  const head = { id: `${kind} ${of.id}`, group, title, unit: 'minutes' as const }
  return rowOf({ ...head, better: 'less' }, made, columns.reference)
}

function wayCell(
  { measured: { context, doubt } }: Columns,
  { site: { partners } }: MeasuredCandidate,
  partner: Partner | undefined,
  told: Bilingual | null = null,
): Made {
  const source = networkSource(context.ground)
  const asOf = datesSpan([context.ground.roads.asOf])
  if (!partner?.duration) return { kind: 'unknown', told: NO_WAY, source, asOf }
  const { duration, likelyMinutes } = toldMinutes(partner, partners, doubt)
  const { lowSeconds, centralSeconds, highSeconds } = duration ?? partner.duration
  const drawn = new Float64Array(doubt.draws.count)
  return {
    kind: 'amount',
    amount: roundedTo2(centralSeconds / 60),
    likely: likelyMinutes,
    low: roundedTo2(lowSeconds / 60),
    high: roundedTo2(highSeconds / 60),
    drawn: minutesOf(drawn, partners, partner, doubt) ? drawn : null,
    ...(told ? { told } : {}),
    source,
    asOf,
  }
}

const NO_WAY: Bilingual = {
  zh: '位置未知或没有道路可达',
  en: 'Its place is not known, or no road leads there.',
}

const nameOf = ({ nameZh: zh, nameEn: en }: Partner): Bilingual => ({ zh, en })

/** The farthest plant of each column; in every draw it is the farthest then. */
function farthestRow(columns: Columns): Row {
  const { doubt } = columns.measured
  const made = cellsOf(columns, (one) => {
    const { partners } = one.site
    const farthest = partners.plants
      .filter(({ duration }) => duration)
      .sort(byTime)
      .at(-1)
    const cell = wayCell(columns, one, farthest, farthest && nameOf(farthest))
    if (cell.kind !== 'amount') return cell
    const drawn = new Float64Array(doubt.draws.count)
    for (const plant of partners.plants) {
      if (!minutesOf(doubt.lentToo, partners, plant, doubt)) continue
      drawn.forEach((most, draw) => {
        drawn[draw] = Math.max(most, doubt.lentToo[draw] ?? 0)
      })
    }
    const told = partners.plants.map((plant) => toldMinutes(plant, partners, doubt).duration)
    const most = (key: 'lowSeconds' | 'highSeconds') =>
      roundedTo2(Math.max(...told.map((duration) => (duration?.[key] ?? 0) / 60)))
    const likely = spanOf(likelyRange(drawn, doubt.lent), cell.amount)
    return { ...cell, drawn, likely, low: most('lowSeconds'), high: most('highSeconds') }
  })
  const head = {
    id: 'record farthestPlant',
    group: 'market' as const,
    title: { zh: '最远的整车厂', en: 'Farthest vehicle plant' },
    unit: 'minutes' as const,
    better: 'less' as const,
  }
  return rowOf(head, made, columns.reference)
}
