// Which answers does a story need where there is no server, and no more than those?
//
// They are asked of the API itself, so that the file shows what the page would show. Left out is what was
// meant for others: the presenter's notes, the addresses of this server, its other stories, networks, basemaps.
import { type FactsParcel, PARCEL_VERSION } from '#geodata/analysis/answering/parcels.ts'
import type { RegionFacts } from '#geodata/analysis/facts.ts'
import { fileIdsOf } from '#geodata/analysis/stories/scene-files.ts'
import { type AnalysisAsked, analysisAsked } from '#geodata/analysis/stories/scene-question.ts'
import { classAreas } from '#geodata/analysis/surface/class-areas.ts'
import { type BasemapList, BUILT_IN_ID } from '#geodata/contract/basemaps.ts'
import type { Park } from '#geodata/contract/collections.ts'
import type { NetworkList } from '#geodata/contract/documents.ts'
import {
  FACTS_PATH,
  GIVEN_COLLECTIONS,
  type GivenFile,
  givenPage,
  type HeldSurface,
  questionAsked,
  refusedAs,
  SKELETON_PATH,
  storyFilePath,
} from '#geodata/contract/given.ts'
import type { SurfaceResult } from '#geodata/contract/processes/surface.ts'
import type { Scene, Story } from '#geodata/contract/stories.ts'
import type { AskApi } from '#server/deps.ts'
import { ProblemError } from '#server/http/problem.ts'

/** As many as the API sends at once. */
const PAGE_FEATURES = 10_000
/** What rings and minutes stand on, and what rings count; of everything else the kernel in a file knows nothing. */
const FACTS_OF_ROADS = ['home', 'parks', 'companies', 'districts', 'basemap'] as const

/** Question → text of the answer. */
export async function answersFor(story: Story, ask: AskApi): Promise<Record<string, string>> {
  const answers: Record<string, string> = {}
  const keep = (question: string, answer: unknown) => {
    answers[question] = JSON.stringify(answer)
  }
  const get = async <T>(path: string): Promise<T> => (await answerOf(ask, path)) as T
  const told = forAudience(story)
  keep('/api/stories', { items: [told] })
  keep(`/api/stories/${story.id}`, told)
  const figures = `/stories/${encodeURIComponent(story.id)}/figures`
  keep(`/api${figures}`, await get(figures))
  for (const path of ['/dataset', '/taxonomy']) keep(`/api${path}`, await get(path))
  for (const collection of GIVEN_COLLECTIONS) {
    keep(givenPage(collection), await wholeList(collection, get))
  }
  const parks = (JSON.parse(answers[givenPage('parks')] ?? '') as { features: Park[] }).features
  const { items } = await get<NetworkList>('/networks')
  const skeleton = items.filter(({ kind }) => kind === 'skeleton')
  keep('/api/networks', { items: skeleton, refused: [] } satisfies NetworkList)
  keep('/api/basemaps', builtInAlone(await get<BasemapList>('/basemaps')))
  keep(FACTS_PATH, factsOfRoads(await get<FactsParcel>('/facts')))
  keep(SKELETON_PATH, await get('/networks/skeleton/file'))
  for (const id of new Set(story.scenes.flatMap(fileIdsOf))) {
    const file = await fileOf(ask, id)
    if (file) keep(storyFilePath(id), file)
  }
  for (const scene of story.scenes) {
    const asked = scene.kind === 'map' ? analysisAsked(scene, parks) : null
    if (!asked) continue
    const execution = `/processes/${asked.process}/execution`
    const question = questionAsked(`/api${execution}`, asked.inputs)
    if (question in answers) continue
    try {
      answers[question] = await analysisAnswer(execution, asked, ask)
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      keep(refusedAs(question), error.problem)
    }
  }
  return answers
}

/** A ProblemError says why it is refused. */
async function analysisAnswer(
  execution: string,
  { process, inputs }: AnalysisAsked,
  ask: AskApi,
): Promise<string> {
  const answer = await answerOf(ask, execution, inputs)
  if (process !== 'surface') return JSON.stringify(answer)
  return JSON.stringify({ areas: classAreas(answer as SurfaceResult) } satisfies HeldSurface)
}

async function answerOf(ask: AskApi, path: string, inputs?: object): Promise<unknown> {
  const response = await ask(
    path,
    inputs && {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ inputs }),
    },
  )
  if (response.ok) return response.json()
  throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
}

/** null: it is not here, and its scene says so. */
async function fileOf(ask: AskApi, id: string): Promise<GivenFile | null> {
  const response = await ask(storyFilePath(id).replace('/api', '')).catch((error) => {
    if (error instanceof ProblemError && error.problem.status === 404) return null
    throw error
  })
  if (!response) return null
  const bytes = Buffer.from(await response.arrayBuffer())
  return { mediaType: response.headers.get('Content-Type') ?? '', bytes: bytes.toString('base64') }
}

type Page = { features: unknown[]; numberMatched: number }

/** Without links: they lead to this server. */
async function wholeList(
  collection: string,
  get: <T>(path: string) => Promise<T>,
): Promise<Page & { type: 'FeatureCollection' }> {
  const features: unknown[] = []
  for (;;) {
    const path = `/collections/${collection}/items?limit=${PAGE_FEATURES}&offset=${features.length}`
    const page = await get<Page>(path)
    for (const feature of page.features) features.push(feature)
    if (page.features.length === 0 || features.length >= page.numberMatched) break
  }
  return { type: 'FeatureCollection', features, numberMatched: features.length }
}

/** Without what only the presenter says, and what only the author checks. */
function forAudience(story: Story): Story {
  const told = ({ notes: _, ...scene }: Scene): Scene => ({ ...scene, questions: [], claims: [] })
  return { ...story, scenes: story.scenes.map(told) }
}

function builtInAlone({ items }: BasemapList): BasemapList {
  const builtIn = items.filter(({ id }) => id === BUILT_IN_ID)
  return { items: builtIn, defaultId: BUILT_IN_ID, terrain: null, origins: [] }
}

function factsOfRoads({ facts, dataset }: FactsParcel): FactsParcel {
  const kept: readonly string[] = FACTS_OF_ROADS
  const parts = Object.entries(facts).map(([name, rows]) => [name, kept.includes(name) ? rows : []])
  return {
    formatVersion: PARCEL_VERSION,
    facts: Object.fromEntries(parts) as RegionFacts,
    dataset,
  }
}
