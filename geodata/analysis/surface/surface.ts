// How does every place of the city score, not only the parks?
//
// The criteria of siting that stand on truck time alone, at the centre of every cell of the H3 grid
// (Uber's hexagons). Values are those of siting for an exact place there, and so are their ranges, in the
// same joint draws; assignments, land and needs belong to parks and are not part of it. So that a cell can be
// compared with a park, parks are scored by the same criteria alone. The page weighs the measured amounts:
// a moved weight recolours at once.
import { doubtTold } from '#geodata/analysis/doubt/assumptions.ts'
import type { Clouds } from '#geodata/analysis/doubt/clouds.ts'
import { namedEnds, type RegionFacts } from '#geodata/analysis/facts.ts'
import { accessDoubt, accessOf, doubtfulEnds } from '#geodata/analysis/ground/access-doubt.ts'
import type { Ground } from '#geodata/analysis/ground/trips.ts'
import { criteriaFor, SITING_CRITERIA, scaledWeights } from '#geodata/analysis/siting/criteria.ts'
import type { Criterion, SitingContext } from '#geodata/analysis/siting/criterion.ts'
import { doubtOf } from '#geodata/analysis/siting/doubt-of.ts'
import { scaleOf } from '#geodata/analysis/siting/measure.ts'
import { plantsOf, questionOf, type UnknownId } from '#geodata/analysis/siting/question.ts'
import { siting } from '#geodata/analysis/siting/siting.ts'
import { amountsOf } from '#geodata/analysis/surface/amounts.ts'
import {
  type CellPartner,
  type CellPartners,
  cellPartners,
  cellRows,
  type Row,
} from '#geodata/analysis/surface/cell-partners.ts'
import { cellWays, type WaysAsked } from '#geodata/analysis/surface/cell-ways.ts'
import { type Cells, cellsOf } from '#geodata/analysis/surface/cells.ts'
import { likelyScores } from '#geodata/analysis/surface/likely-scores.ts'
import { nearestPlaces } from '#geodata/analysis/surface/near-places.ts'
import { cellScores } from '#geodata/analysis/surface/score.ts'
import type {
  SurfaceInputs,
  SurfacePlace,
  SurfaceResult,
} from '#geodata/contract/processes/surface.ts'
import { UNREACHED } from '#geodata/network/road-network.ts'

type Answer = Omit<SurfaceResult, 'basis'>
type Report = (done: number, total: number) => void

/** What it stands on besides the roads: the clouds of the network without conditions, and places to name cells by. */
export type SurfaceGround = { ground: Ground; clouds: Clouds; places: readonly SurfacePlace[] }

export function surface(
  { ground, clouds, places }: SurfaceGround,
  facts: RegionFacts,
  { siting: inputs, resolution, rangeDraws }: SurfaceInputs,
  report: Report = () => {},
): { kind: 'found'; result: Answer } | UnknownId {
  const question = questionOf(facts, inputs)
  if ('kind' in question) return question
  const plants = plantsOf(facts, inputs)
  if ('kind' in plants) return plants
  const context: SitingContext = { ground, facts, inputs, question, plants }
  const cells = cellsOf(ground, facts.districts, resolution)
  const doubt = doubtOf({ ...inputs.doubt, draws: Math.max(1, rangeDraws) })
  const drawing = rangeDraws > 0 ? { clouds, draws: doubt.draws } : null
  const partners = cellPartners(context, cells, drawing)
  const steps = stepsOf(partners, cells, drawing !== null, report)
  const rows = cellRows(ground, cells, steps)
  const amounts = amountsOf(context, cells.ids.length, partners.partners, (one) => {
    const known = partners.of(one)
    return known && rows(known)
  })
  const all = criteriaFor(context)
  const measured = all.filter(({ id }) => id in amounts)
  const criteria = criteriaTold(context, all, measured)
  const raws = Object.fromEntries(measured.map(({ id }) => [id, amounts[id] ?? []]))
  const scores = cellScores({ cells: cells.ids, criteria, raws }, inputs.weights ?? {})
  const drawn = { criteria: measured, told: criteria, scores, doubt }
  const ways =
    drawing && cellWays(waysAsked(context, cells, clouds, resolution, rows), partners.all)
  return {
    kind: 'found',
    result: {
      resolution,
      cells: cells.ids,
      criteria,
      leftOut: all.flatMap(({ id, title }) => (id in amounts ? [] : [{ id, title }])),
      raws,
      scores: [...scores].map((score) =>
        Number.isNaN(score) ? null : Math.round(score * 10) / 10,
      ),
      scoreLikely: ways && likelyScores(context, cells, partners.partners, ways, drawn, steps),
      parks: parkScores(context, clouds, criteria, Math.max(LEAST_DRAWS, rangeDraws)),
      places: [...places],
      nearestPlaces: nearestPlaces(cells, places),
      doubt: drawing && doubtTold({ ...inputs.doubt, draws: rangeDraws }, DRAWN),
      doubtfulEnds: doubtfulEnds(ground, namedEnds(partners.all.map(({ feature }) => feature))),
      doubtfulCells: doubtfulCells(cells),
    },
  }
}

/** What is drawn of a cell. */
const DRAWN = ['place', 'speed', 'maker', 'unknown']
/** As few as siting makes. */
const LEAST_DRAWS = 100

/** A step is a search or the draws of a cell. */
function stepsOf({ all }: CellPartners, { ids }: Cells, draws: boolean, report: Report) {
  const total = all.length + (draws ? ids.length : 0)
  let done = 0
  return () => {
    done += 1
    report(done, total)
  }
}

/** Those that a bare place has, with the shares that they have of each other in siting. */
function criteriaTold(
  context: SitingContext,
  all: readonly Criterion[],
  measured: readonly Criterion[],
): Answer['criteria'] {
  const { weights: given } = context.inputs
  const [weights, defaults] = [scaledWeights(all, given), scaledWeights(all)]
  const sum = measured.reduce((total, { id }) => total + (weights.get(id) ?? 0), 0)
  return measured.map((criterion) => {
    const { id, title, unit } = criterion
    return {
      id,
      title,
      unit,
      ...scaleOf(context, criterion),
      weight: sum > 0 ? (weights.get(id) ?? 0) / sum : 1 / measured.length,
      defaultShare: defaults.get(id) ?? 0,
    }
  })
}

function waysAsked(
  { ground, facts }: SitingContext,
  cells: Cells,
  clouds: Clouds,
  resolution: number,
  rows: (of: CellPartner) => Row,
): WaysAsked {
  const isReached = (of: CellPartner, cell: number) => rows(of)[cell] !== UNREACHED
  if (ground.roads === clouds.ground.roads) {
    return { ground, cells, isReached, stretch: 1, shiftMinutes: null }
  }
  const stretch = ground.roads.timeFactor / clouds.ground.roads.timeFactor
  const openCells = cellsOf(clouds.ground, facts.districts, resolution)
  const openRows = cellRows(clouds.ground, openCells)
  return {
    ground: clouds.ground,
    cells: openCells,
    isReached,
    stretch,
    shiftMinutes: (of, cell) => {
      const [open, now] = [openRows(of)[cell] ?? UNREACHED, rows(of)[cell] ?? UNREACHED]
      return open === UNREACHED || now === UNREACHED ? 0 : (now - open * stretch) / 600
    },
  }
}

/** Every park of the city by the criteria of a bare place alone, each where it is stated to be. */
function parkScores(
  { ground, facts, inputs }: SitingContext,
  clouds: Clouds,
  criteria: Answer['criteria'],
  draws: number,
): Answer['parks'] {
  const { parkIds: _, area: __, ...question } = inputs
  const weights = Object.fromEntries([
    ...SITING_CRITERIA.map(({ id }) => [id, 0] as const),
    ...criteria.map(({ id, weight }) => [id, weight] as const),
  ])
  const doubt = { ...inputs.doubt, draws }
  const asked = { ...question, pins: [], siteIds: [], needs: [], weights, doubt }
  const outcome = siting(ground, facts, asked, clouds)
  if (outcome.kind !== 'ranked') return []
  return outcome.result.ranking.map(({ id, nameZh, nameEn, terms, score, scoreLikely }) => ({
    id,
    nameZh,
    nameEn,
    values: criteria.map(
      (criterion) => terms.find((term) => term.criterion === criterion.id)?.value ?? 0.5,
    ),
    score,
    scoreLikely,
  }))
}

function doubtfulCells({ ends }: Cells): Answer['doubtfulCells'] {
  const doubted: Answer['doubtfulCells'] = { 'passed-island': [], 'on-island': [] }
  ends.forEach(({ meeting }, index) => {
    const doubt = accessDoubt(accessOf(meeting))
    if (doubt) doubted[doubt.kind].push(index)
  })
  return doubted
}
