// What is weak in what is recorded, what would mending it change, and who does it by when?
//
// The draws of the question take by far the most of the time: they are kept until the facts, the network or the question
// change. A task that is written changes none of these.
import { answer, unknownId } from '#geodata/analysis/answering/asked.ts'
import { cloudsOf } from '#geodata/analysis/answering/clouds-of.ts'
import type { LoadedNetwork } from '#geodata/analysis/answering/loaded-network.ts'
import { requireSiting } from '#geodata/analysis/answering/siting-question.ts'
import type { RegionFacts } from '#geodata/analysis/facts.ts'
import { defaultQuestion } from '#geodata/analysis/provenance/default-question.ts'
import { type Effects, effectsOf } from '#geodata/analysis/provenance/effects.ts'
import type { ProvenanceGathered } from '#geodata/analysis/provenance/gathered.ts'
import { rowsOf } from '#geodata/analysis/provenance/rows-of.ts'
import { workOf } from '#geodata/analysis/provenance/work.ts'
import { siting } from '#geodata/analysis/siting/siting.ts'
import type { EditableId } from '#geodata/contract/editable/editable.ts'
import { TASK_TABLES } from '#geodata/contract/editable/tasks.ts'
import type { RowFeature } from '#geodata/contract/history.ts'
import type { ProcessInputs } from '#geodata/contract/processes/index.ts'
import { WorkTask } from '#geodata/contract/processes/provenance.ts'
import { hashOf } from '#geodata/model/hash.ts'
import { ProblemError } from '#server/http/problem.ts'
import { type GatheringDeps, type Process, sitingWork } from '#server/processes/process.ts'
import { knownGround } from '#server/region/known-ground.ts'
import type { Region } from '#server/region/region.ts'
import { statementsOf } from '#server/region/statement-rows.ts'

/** Looking through a thousand rows. */
const LOOK_MILLISECONDS = 60

type Asked = ProcessInputs<'provenance'>

export const provenanceProcess: Process<'provenance'> = {
  title: '补证 Provenance as work',
  description:
    'Rows that are unsourced, old, imprecise, contradictory or whose source has lost its address, ordered by what mending them could change in the first place of a siting, with the tasks (collection `tasks`) that say who does it by when; paged.',
  work: (inputs, region) => LOOK_MILLISECONDS + sitingWork(region, questionIn(inputs, region)),
  gather: async (deps) => ({ provenance: await gathered(deps) }),
  run: (region, inputs, _report, found) => {
    const looked = found?.provenance
    if (!looked) throw new Error('Provenance needs the rows that are looked through.')
    const { network, effects } = effectsIn(region, inputs)
    const { rows, statements, areas, today, tasks } = looked
    const { basemap, home } = region.facts
    const { oldAfterMonths } = inputs
    const about = { rows, statements, areas, basemap, home, today, oldAfterMonths }
    const { question, first, chanceNow, draws } = effects
    return answer(region, network, inputs, {
      today,
      question,
      isDefaultQuestion: inputs.siting === undefined,
      first,
      chanceNow,
      draws,
      ...workOf(about, effects, tasks, inputs),
    })
  },
}

function questionIn({ siting: asked }: Asked, { facts }: Region) {
  const question = asked ?? defaultQuestion(facts)
  if (question) return question
  const detail = 'The region has no segment to ask about: give a question (inputs.siting).'
  const detailZh = '这个地区没有可问的环节：请给出一个问题（inputs.siting）。'
  throw new ProblemError(422, detail, detailZh, [{ pointer: '/inputs/siting', detail, detailZh }])
}

async function gathered({ store, region }: GatheringDeps): Promise<ProvenanceGathered> {
  const read = async (id: EditableId) => (await store.rows.features(region.id, id)).features
  const tables = TASK_TABLES.map(
    async (id): Promise<[EditableId, RowFeature[]]> => [id, await read(id)],
  )
  const [rows, statements, { areas }, tasks] = await Promise.all([
    Promise.all(tables),
    statementsOf(store, region.id),
    knownGround(store, region),
    read('tasks'),
  ])
  return {
    rows: rowsOf(new Map(rows)),
    statements,
    areas,
    tasks: tasks.map(({ id, properties }) => TASK.parse({ ...properties, id: String(id) })),
    today: new Date().toISOString().slice(0, 10),
  }
}

const TASK = WorkTask.omit({ isOverdue: true })

type Kept = { facts: RegionFacts; key: string; effects: Effects }

/** Those of the last questions of each network, the newest last. */
const kept = new WeakMap<LoadedNetwork, Kept[]>()
const MOST_KEPT = 4

function effectsIn(region: Region, inputs: Asked): { network: LoadedNetwork; effects: Effects } {
  const { facts } = region
  const asked = questionIn(inputs, region)
  const { network, ground } = requireSiting(region, asked, '/inputs/siting')
  const key = hashOf(asked)
  const known = kept.get(network) ?? []
  const found = known.find((one) => one.key === key && isSame(one.facts, facts))
  if (found) return { network, effects: found.effects }
  const outcome = siting(ground, facts, asked, cloudsOf(network, facts))
  if (outcome.kind !== 'ranked') {
    throw unknownId(outcome.id, outcome.pointer.replace('/inputs', '/inputs/siting'))
  }
  const effects = effectsOf(outcome)
  kept.set(network, [...known, { facts, key, effects }].slice(-MOST_KEPT))
  return { network, effects }
}

/** Lists whose rows were not touched stay the same objects. */
function isSame(a: RegionFacts, b: RegionFacts): boolean {
  return Object.keys(a).every((one) => a[one as keyof RegionFacts] === b[one as keyof RegionFacts])
}
