// Every resource of the API: what it serves and how it is described. A new one is a file and a line here.
import { setImmediate } from 'node:timers/promises'
import { Hono } from 'hono'
import type { AskApi, Deps } from '#server/deps.ts'
import type { Paths } from '#server/http/described.ts'
import { basemapPaths, basemapRoutes } from '#server/routes/basemap.ts'
import { basemapListPaths, basemapListRoutes } from '#server/routes/basemaps.ts'
import { collectionTilePaths, collectionTileRoutes } from '#server/routes/collection-tiles.ts'
import { collectionPaths, collectionRoutes } from '#server/routes/collections.ts'
import { comparisonPaths, comparisonRoutes } from '#server/routes/comparisons.ts'
import { databasePaths, databaseRoutes } from '#server/routes/database.ts'
import { documentPaths, documentRoutes } from '#server/routes/documents.ts'
import { editPaths, editRoutes } from '#server/routes/edits.ts'
import { firmPaths, firmRoutes } from '#server/routes/firms.ts'
import { givenPaths, givenRoutes } from '#server/routes/given.ts'
import { handoutPaths, handoutRoutes } from '#server/routes/handouts.ts'
import { historyPaths, historyRoutes } from '#server/routes/history.ts'
import { importSheetPaths, importSheetRoutes } from '#server/routes/import-sheets.ts'
import { importPaths, importRoutes } from '#server/routes/imports.ts'
import { jobPaths, jobRoutes } from '#server/routes/jobs.ts'
import { landingPaths, landingRoutes } from '#server/routes/landing.ts'
import { mapPaths, mapRoutes } from '#server/routes/maps.ts'
import { networkBuildPaths, networkBuildRoutes } from '#server/routes/network-builds.ts'
import { networkTilePaths, networkTileRoutes } from '#server/routes/network-tiles.ts'
import { openApiPaths, openApiRoutes } from '#server/routes/openapi.ts'
import { parcelPaths, parcelRoutes } from '#server/routes/parcels.ts'
import { presentationPaths, presentationRoutes } from '#server/routes/presentations.ts'
import { problemPaths, problemRoutes } from '#server/routes/problems.ts'
import { processPaths, processRoutes } from '#server/routes/processes.ts'
import { questionnairePaths, questionnaireRoutes } from '#server/routes/questionnaires.ts'
import { recordPaths, recordRoutes } from '#server/routes/records.ts'
import { reportPaths, reportRoutes } from '#server/routes/reports.ts'
import { sceneFeaturePaths, sceneFeatureRoutes } from '#server/routes/scene-features.ts'
import { storyPaths, storyRoutes } from '#server/routes/stories.ts'
import { storyFilePaths, storyFileRoutes } from '#server/routes/story-files.ts'

/** What takes a while to describe comes in parts. */
type Described = () => Paths | Iterable<Paths>
type Resource = { routes: (deps: Deps, ask: AskApi) => Hono; paths: Described }

const RESOURCES: readonly Resource[] = [
  { routes: landingRoutes, paths: landingPaths },
  { routes: firmRoutes, paths: firmPaths },
  { routes: collectionRoutes, paths: collectionPaths },
  { routes: collectionTileRoutes, paths: collectionTilePaths },
  { routes: editRoutes, paths: editPaths },
  { routes: historyRoutes, paths: historyPaths },
  { routes: processRoutes, paths: processPaths },
  { routes: mapRoutes, paths: mapPaths },
  { routes: documentRoutes, paths: documentPaths },
  { routes: databaseRoutes, paths: databasePaths },
  { routes: networkBuildRoutes, paths: networkBuildPaths },
  { routes: networkTileRoutes, paths: networkTilePaths },
  { routes: parcelRoutes, paths: parcelPaths },
  { routes: jobRoutes, paths: jobPaths },
  { routes: basemapRoutes, paths: basemapPaths },
  { routes: basemapListRoutes, paths: basemapListPaths },
  { routes: recordRoutes, paths: recordPaths },
  { routes: comparisonRoutes, paths: comparisonPaths },
  { routes: questionnaireRoutes, paths: questionnairePaths },
  { routes: importRoutes, paths: importPaths },
  { routes: importSheetRoutes, paths: importSheetPaths },
  { routes: reportRoutes, paths: reportPaths },
  { routes: storyRoutes, paths: storyPaths },
  { routes: storyFileRoutes, paths: storyFilePaths },
  { routes: sceneFeatureRoutes, paths: sceneFeaturePaths },
  { routes: givenRoutes, paths: givenPaths },
  { routes: handoutRoutes, paths: handoutPaths },
  { routes: presentationRoutes, paths: presentationPaths },
  { routes: problemRoutes, paths: problemPaths },
  { routes: () => openApiRoutes(describedPaths), paths: openApiPaths },
]

/** Everything below /api. */
export function apiRoutes(deps: Deps): Hono {
  const api = new Hono()
  // Refusals are thrown on to whoever asked.
  const within = new Hono().onError((error) => {
    throw error
  })
  const ask: AskApi = async (path, init) => within.request(path, init)
  for (const { routes } of RESOURCES) api.route('/', routes(deps, ask))
  within.route('/', api)
  return api
}

/** A path may be served by several resources, each with methods of its own. Others are answered in between. */
async function describedPaths(): Promise<Paths> {
  const all: Paths = {}
  for (const { paths } of RESOURCES) {
    for (const part of partsOf(paths())) {
      for (const [path, methods] of Object.entries(part)) all[path] = { ...all[path], ...methods }
      await setImmediate()
    }
  }
  return all
}

const partsOf = (described: Paths | Iterable<Paths>): Iterable<Paths> =>
  Symbol.iterator in described ? (described as Iterable<Paths>) : [described as Paths]
