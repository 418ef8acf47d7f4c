// Talks to the API in the contract's words.
import type { TileJson } from '#geodata/contract/basemap.ts'
import type { BasemapList } from '#geodata/contract/basemaps.ts'
import type {
  Certification,
  Dataset,
  NetworkList,
  PlanTask,
  ProductText,
  Statement,
  TargetRow,
  TaxonomySegment,
} from '#geodata/contract/documents.ts'
import type { ReadableId } from '#geodata/contract/editable/editable.ts'
import type { Problem } from '#geodata/contract/problem.ts'
import type { AskedInputs, ProcessId, ProcessResult } from '#geodata/contract/processes/index.ts'
import type { Story } from '#geodata/contract/stories.ts'
import { answerWithoutReason, NO_ANSWER } from '#geodata/contract/unanswered.ts'
import { requestFailed } from '#web/api/connection.ts'
import { reach } from '#web/api/reach.ts'
import { noteBasis } from '#web/api/stood-on.ts'

/** What the server said was wrong, with its Chinese and English text. */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}

/** The problem behind a failed request: the server's words, or that no answer came at all. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem
  return NO_ANSWER
}

/** Runs an analysis; what is left out of the inputs takes the contract's defaults. */
export function execute<Id extends ProcessId>(
  id: Id,
  inputs: AskedInputs<Id>,
  signal?: AbortSignal,
): Promise<ProcessResult<Id>> {
  return ask<ProcessResult<Id>>(`/api/processes/${id}/execution`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ inputs }),
    ...(signal ? { signal } : {}),
  }).then(noteBasis)
}

/** The whole answer of an analysis as a workbook in the language. */
export async function executeAsWorkbook<Id extends ProcessId>(
  id: Id,
  inputs: AskedInputs<Id>,
  lang: string,
): Promise<Blob> {
  const search = searchOf({ f: 'xlsx', lang })
  const response = await answerTo(`/api/processes/${id}/execution${search}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ inputs }),
  })
  return response.blob()
}

/** So few features are read at once that a page of them never delays the pointer. */
const PAGE_FEATURES = 2500

/** Every feature of a collection, page by page. */
export async function listFeatures<F>(collection: ReadableId, signal?: AbortSignal): Promise<F[]> {
  const all: F[] = []
  for (;;) {
    const { features, numberMatched } = await ask<{ features: F[]; numberMatched: number }>(
      `/api/collections/${collection}/items?limit=${PAGE_FEATURES}&offset=${all.length}`,
      signal ? { signal } : {},
    )
    for (const feature of features) all.push(feature)
    if (features.length === 0 || all.length >= numberMatched) return all
  }
}

export const getTaxonomy = () => listOf<TaxonomySegment>('/api/taxonomy')
export const getTargets = (signal?: AbortSignal) => listOf<TargetRow>('/api/targets', signal)
/** Certificates and titles, of one firm where it is named. */
export const getCertifications = (companyId?: string, signal?: AbortSignal) =>
  listOf<Certification>(`/api/certifications${searchOf({ companyId })}`, signal)
/** What sources say of one row. */
export const getStatements = (about: Statement['about'], rowId: string, signal?: AbortSignal) =>
  listOf<Statement>(`/api/statements${searchOf({ about, rowId })}`, signal)
export const getTasks = (signal?: AbortSignal) => listOf<PlanTask>('/api/tasks', signal)
export const getProductTexts = (signal?: AbortSignal) =>
  listOf<ProductText>('/api/product-texts', signal)
export const getStories = (signal?: AbortSignal) => listOf<Story>('/api/stories', signal)
/** Where the story lies as one file. */
export const storyFile = (id: string) => `/api/stories/${encodeURIComponent(id)}/page`
/** Where the features of a scene lie. */
export const sceneFeatures = (storyId: string, sceneId: string) =>
  `/api/stories/${encodeURIComponent(storyId)}/scenes/${encodeURIComponent(sceneId)}/geojson`
export const getBasemaps = () => ask<BasemapList>('/api/basemaps')
export const getBasemap = () => ask<TileJson>('/api/basemap')
export const getNetworks = () => ask<NetworkList>('/api/networks')
export const getDataset = () => ask<Dataset>('/api/dataset')

/** GET or more, JSON out; throws ProblemError with the server's words. */
export async function ask<T>(path: string, init: RequestInit = {}): Promise<T> {
  const response = await answerTo(path, init)
  return response.status === 204 ? (null as T) : response.json()
}

/** How large what lies there is; null: it does not say. */
export async function bytesOf(path: string, signal?: AbortSignal): Promise<number | null> {
  const response = await answerTo(path, { method: 'HEAD', ...(signal ? { signal } : {}) })
  // Empty, but the browser holds an answer for unfinished until it is read.
  await response.text()
  const bytes = Number(response.headers.get('Content-Length'))
  return bytes > 0 ? bytes : null
}

async function answerTo(path: string, init: RequestInit): Promise<Response> {
  const response = await reach(path, init).catch((error) => {
    requestFailed(error)
    throw error
  })
  if (response.ok) return response
  throw new ProblemError(await problemIn(response))
}

/** What an answer that is no success says is wrong. */
export async function problemIn(response: Response): Promise<Problem> {
  const isProblem = response.headers.get('Content-Type')?.includes('problem+json')
  return isProblem ? response.json() : answerWithoutReason(response)
}

/** "?name=value", of the values that are there. */
function searchOf(values: Record<string, string | undefined>): string {
  const given = Object.entries(values).flatMap(([name, value]) => (value ? [[name, value]] : []))
  return given.length > 0 ? `?${new URLSearchParams(given)}` : ''
}

async function listOf<T>(path: string, signal?: AbortSignal): Promise<T[]> {
  return (await ask<{ items: T[] }>(path, signal ? { signal } : {})).items
}
