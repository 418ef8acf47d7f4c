// How do the compared stand under named sets of changes over the data?

import {
  accessRefusal,
  answer,
  conditionRefusals,
  groundFor,
  unknownId,
} from '#geodata/analysis/answering/asked.ts'
import { cloudsOf } from '#geodata/analysis/answering/clouds-of.ts'
import type { LoadedNetwork } from '#geodata/analysis/answering/loaded-network.ts'
import { comparedOf, withoutGone } from '#geodata/analysis/decision/compared.ts'
import { type Changed, changed } from '#geodata/analysis/scenarios/changed.ts'
import {
  contradicted,
  differenceOf,
  eachOnce,
  goneOf,
  unseenBy,
} from '#geodata/analysis/scenarios/faults.ts'
import { withStretch } from '#geodata/analysis/scenarios/opened-roads.ts'
import { type Ranked, siting } from '#geodata/analysis/siting/siting.ts'
import type { FieldError } from '#geodata/contract/problem.ts'
import type { ProcessInputs } from '#geodata/contract/processes/index.ts'
import type { ScenarioChange, ScenariosResult } from '#geodata/contract/processes/scenarios.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import { refusal } from '#server/http/problem.ts'
import { comparedSiting } from '#server/processes/comparison.ts'
import { type Process, type Report, sitingWork } from '#server/processes/process.ts'
import type { Region } from '#server/region/region.ts'

type Inputs = ProcessInputs<'scenarios'>
type Column = ScenariosResult['columns'][number]
/** A change, and where it stands in what was sent. */
type Placed = { change: ScenarioChange; pointer: string }

export const scenariosProcess: Process<'scenarios'> = {
  title: '情景 Scenarios',
  description:
    'The compared under named sets of changes over the data: volumes, another vehicle plant, land, closed and opened roads, rates, speed; what differs is listed, and what contradicts is said.',
  work: ({ siting: asked, scenarios, combined }, region) =>
    sitingWork(region, asked) * (1 + scenarios.length + combined.length),
  run: (region, inputs, report) => {
    const unknown = unknownScenarios(inputs)
    if (unknown.length > 0) throw refusal(unknown, 404)
    return scenariosOver(region, inputs, comparedSiting(region, inputs), report)
  },
}

/** `compared`: the siting as it is, where it is known already. */
export function scenariosOver(
  region: Region,
  inputs: Inputs,
  { network, ranked }: ReturnType<typeof comparedSiting>,
  report?: Report,
): ScenariosResult {
  const columns = columnsOf(inputs)
  const base: Column = {
    ...cellsOf(region, ranked, inputs.candidateIds, null),
    scenarioIds: [],
    name: { zh: '现状', en: 'As it is' },
    differs: [],
    notices: [],
    refused: [],
  }
  const answered = columns.map(({ scenarioIds, name, changes }, index) => {
    const found = columnOf({ region, network, inputs }, changes, base)
    report?.(index + 1, columns.length)
    return { scenarioIds, name, ...found }
  })
  return answer(region, network, inputs, { columns: [base, ...answered] })
}

/** Every scenario, and every combination of them, with its changes. */
function columnsOf({ scenarios, combined }: Inputs) {
  const placed = scenarios.map(({ changes }, index) =>
    changes.map((change, at): Placed => {
      return { change, pointer: `/inputs/scenarios/${index}/changes/${at}` }
    }),
  )
  const alone = scenarios.map(({ id, name }, index) => ({
    scenarioIds: [id],
    name: { zh: name, en: name },
    changes: placed[index] ?? [],
  }))
  const together = combined.map((ids) => {
    const places = ids.map((id) => scenarios.findIndex((one) => one.id === id))
    const name = places.map((place) => scenarios[place]?.name ?? '').join(' + ')
    const changes = places.flatMap((place) => placed[place] ?? [])
    return { scenarioIds: ids, name: { zh: name, en: name }, changes }
  })
  return [...alone, ...together]
}

function unknownScenarios({ scenarios, combined }: Inputs): FieldError[] {
  return combined.flatMap((ids, row) =>
    ids.flatMap((id, at) =>
      scenarios.some((one) => one.id === id)
        ? []
        : (unknownId(id, `/inputs/combined/${row}/${at}`).problem.errors ?? []),
    ),
  )
}

type Place = { region: Region; network: LoadedNetwork; inputs: Inputs }
type Answered = Omit<Column, 'scenarioIds' | 'name'>

function columnOf(
  { region, network, inputs }: Place,
  placed: readonly Placed[],
  base: Column,
): Answered {
  const { facts } = region
  const once = eachOnce(placed)
  const asked = withoutGone(facts, inputs.siting, inputs.candidateIds)
  const told = {
    differs: once.map(({ change }) => differenceOf(facts, change)),
    notices: once.flatMap(({ change }) => unseenBy(asked, change) ?? []),
  }
  const none = { ...told, cells: [], firstId: null }
  const refused = once.flatMap((one, index) =>
    refusedOf({ region, network, inputs }, one, once.slice(0, index)),
  )
  if (refused.length > 0) return { ...none, refused }
  const start: Changed = { facts, siting: asked, opened: [] }
  const now = once.reduce((before, { change }) => changed(before, change), start)
  const ground = now.opened.reduce(
    (before, stretch) => withStretch(before, stretch) ?? before,
    groundFor(network, now.siting),
  )
  const ranked = siting(ground, now.facts, now.siting, cloudsOf(network, facts))
  if (ranked.kind !== 'ranked') throw unknownId(ranked.id, ranked.pointer)
  return { ...told, refused: [], ...cellsOf(region, ranked, inputs.candidateIds, base) }
}

/** What of a change cannot be: gone, against an earlier one, or not on this network. */
function refusedOf(
  { region, network }: Place,
  { change, pointer }: Placed,
  earlier: readonly Placed[],
): FieldError[] {
  const said = ({ zh: detailZh, en: detail }: Bilingual) => [{ pointer, detail, detailZh }]
  const gone = goneOf(region.facts, change)
  if (gone) return said(gone)
  const other = contradicted(
    change,
    earlier.map((one) => one.change),
  )
  if (other) {
    const [before, now] = [differenceOf(region.facts, other), differenceOf(region.facts, change)]
    return said({
      zh: `“${now.zh}”与“${before.zh}”矛盾：同一项只能取一个值`,
      en: `“${now.en}” contradicts “${before.en}”: one thing has one value.`,
    })
  }
  const asConditions = conditionsFor(change)
  if (asConditions) {
    return conditionRefusals(network, { conditions: asConditions }).map((one) => ({
      ...one,
      pointer,
    }))
  }
  if (change.kind !== 'opened') return []
  return [
    accessRefusal(network, change.from, `${pointer}/from`),
    accessRefusal(network, change.to, `${pointer}/to`),
  ].filter((one) => one !== null)
}

function conditionsFor(change: ScenarioChange) {
  const open = { avoid: [], closedNear: [], timeFactor: 1, timeFactorByClass: {} }
  if (change.kind === 'closed') return { ...open, closedNear: [change.near] }
  return change.kind === 'speed' ? { ...open, timeFactor: change.timeFactor } : null
}

/** How the compared stand in a ranking, and what moved against the base. */
function cellsOf(
  { facts }: Region,
  ranked: Ranked,
  candidateIds: readonly string[],
  base: Pick<Column, 'cells'> | null,
): Pick<Column, 'cells' | 'firstId'> {
  const cells = comparedOf(facts, ranked, candidateIds).map(({ told }, index) => {
    const { id, standing, why } = told
    const raws = Object.fromEntries(told.terms.map(({ criterion, raw }) => [criterion, raw]))
    const before = base?.cells[index]?.ranked ?? null
    if (!told.ranked) return { id, standing, why, raws, ranked: null }
    const { rank, rankLikely, chanceFirst } = told.ranked
    const { central: score, likely: scoreLikely } = told.ranked.score
    const moved = {
      rankChange: before ? rank - before.rank : null,
      scoreChange: before ? score - before.score : null,
    }
    return {
      id,
      standing,
      why,
      raws,
      ranked: { rank, rankLikely, score, scoreLikely, chanceFirst, ...moved },
    }
  })
  const first = cells
    .filter((cell) => cell.ranked)
    .sort((a, b) => (a.ranked?.rank ?? 0) - (b.ranked?.rank ?? 0))[0]
  return { cells, firstId: first?.id ?? null }
}
