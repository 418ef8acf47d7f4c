// Everything that can be seen, as one plain value; the URL holds it, the map draws it.

import { type Choices, choicesIn, FILTER_IDS } from '#geodata/analysis/shown/filters.ts'
import { yearIn } from '#geodata/analysis/shown/in-year.ts'
import { LAYERS, type LayerId } from '#geodata/contract/collections.ts'
import { CriterionId } from '#geodata/contract/processes/siting.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { type Ask, DEFAULT_ASK, decodeAsk, encodeAsk } from '#web/state/view/ask.ts'
import { decodeFactors, encodeFactors, type FreightFactors } from '#web/state/view/freight.ts'
import { decodeImport, encodeImport, type ImportView, NO_IMPORT } from '#web/state/view/imported.ts'
import {
  DEFAULT_MATRIX,
  decodeMatrix,
  encodeMatrix,
  type MatrixView,
} from '#web/state/view/matrix.ts'
import {
  DEFAULT_NEAREST,
  decodeNearest,
  encodeNearest,
  type NearestView,
} from '#web/state/view/nearest.ts'
import { decodePairs, encodePairs, type Pairs } from '#web/state/view/pairwise.ts'
import { PARK_SIZE_IDS, type ParkSize } from '#web/state/view/park-size.ts'
import { DEFAULT_POOL, decodePool, encodePool, type PoolShown } from '#web/state/view/pool-shown.ts'
import {
  DEFAULT_SIDE,
  decodeSide,
  encodeSide,
  type SideBySide,
} from '#web/state/view/side-by-side.ts'
import {
  DEFAULT_SOURCING,
  decodeSourcing,
  encodeSourcing,
  type SourcingView,
} from '#web/state/view/sourcing.ts'
import {
  DEFAULT_WINDOWS,
  decodeWindows,
  encodeWindows,
  type WindowsView,
} from '#web/state/view/windows.ts'
import { DEFAULT_WORK, decodeWork, encodeWork, type WorkShown } from '#web/state/view/work-shown.ts'

export const WORKSPACES = ['layout', 'site', 'compare', 'present', 'progress'] as const
export type Workspace = (typeof WORKSPACES)[number]

/** What the layout workspace shows: the map, or a board in its place. */
export const LAYOUT_VIEWS = [
  'map',
  'matrix',
  'vehicle-park',
  'stages',
  'index',
  'firms',
  'changes',
  'import',
] as const
export type LayoutView = (typeof LAYOUT_VIEWS)[number]

/** How the siting workspace answers: the map with its ranking, or a board in their place. */
export const SITE_VIEWS = [
  'map',
  'sensitivity',
  'windows',
  'sourcing',
  'gaps',
  'disruption',
  'nearest',
] as const
export type SiteView = (typeof SITE_VIEWS)[number]

/** A ranking read by its points, by the minutes to the plants, or by what is in doubt. */
export const SITE_ORDERS = ['score', 'minutes', 'doubts'] as const
export type SiteOrder = (typeof SITE_ORDERS)[number]

/** What the progress workspace shows. */
export const PROGRESS_BOARDS = ['city', 'districts', 'tasks', 'provenance', 'prospects'] as const
export type ProgressBoardId = (typeof PROGRESS_BOARDS)[number]

export type View = {
  workspace: Workspace
  layoutView: LayoutView
  siteView: SiteView
  /** The file that is being taken in. */
  imported: ImportView
  /** null: follow the browser. */
  language: 'zh-CN' | 'en' | null
  theme: 'light' | 'dark' | null
  camera: { lngLat: LngLat; zoom: number } | null
  selection: { collection: string; id: string } | null
  /** The park the planner sets as the "1": a scenario, never a fact. */
  designatedParkId: string | null
  /** Weights of the park index by term; absent ones are the defaults. */
  indexWeights: Readonly<Record<string, number>>
  hiddenLayers: LayerId[]
  /** The basemap, by its id; null: the server's own choice. */
  base: string | null
  /** What makes a park's ring large. */
  parkSize: ParkSize
  /** The measure that districts are filled by; null: none. */
  districtFill: string | null
  /** The map as it was at the end of a year; null: today. */
  year: number | null
  /** Possible suppliers and customers of the selected are on the map too. */
  possiblePartners: boolean
  /** What is shown of everything; a filter without a choice shows all. */
  filters: Choices
  /** What the coverage matrix shows. */
  matrix: MatrixView
  /** The list that says everything on the map again. */
  tableOpen: boolean
  /** Its firms are those in which these words stand; empty: all that the filters keep. */
  tableFind: string
  pin: LngLat | null
  productId: string | null
  segmentId: string | null
  /** What is asked of siting beside the product. */
  ask: Ask
  /** Every place of the city is scored on the map. */
  everywhere: boolean
  /** What the boards of local sourcing and gap filling count. */
  sourcing: SourcingView
  /** What is seen of the just-in-time windows. */
  windows: WindowsView
  /** Plants count by their documented capacity; those without one by the median. */
  plantsByCapacity: boolean
  /** The user's own factors of cost and emissions. */
  freight: FreightFactors
  /** What the ranking is read by. */
  siteOrder: SiteOrder
  weights: Readonly<Record<CriterionId, number>>
  /** What the proximity board seeks, and from where. */
  near: NearestView
  /** Judgements of pairs of criteria, from which weights can be taken; null: none made. */
  pairs: Pairs | null
  /** Rings: where a truck gets from the place (outward), or from where it gets there (inward). */
  direction: 'outward' | 'inward'
  /** The road network that answers, by its id; null: the server's own choice. */
  networkId: string | null
  /** Park ids, or "pin:120,30". */
  compared: string[]
  /** Which of the compared shows its rings. */
  comparedShown: number
  /** How the compared are looked at. */
  side: SideBySide
  /** What is otherwise than in the data, as the address holds it; read where it is shown. */
  scenarios: string
  /** A kept comparison that is read in place of one's own, by its id; null: one's own. */
  comparisonId: string | null
  /** Shown within another page: the comparison alone. */
  isEmbedded: boolean
  storyId: string | null
  scene: number
  /** The story fills the screen. */
  onStage: boolean
  /** This page is the presenter's window of the stage of that name; null: it is a page of its own. */
  presenterOf: string | null
  /** The presentation whose scenes are followed, by its id; null: none. */
  followId: string | null
  /** The targets of the whole city, the districts side by side, the tasks of the plan, what is weak in the data, or the project pool. */
  progressBy: ProgressBoardId
  /** Tasks of this responsible side alone, or of those that are (not) named; null: all. */
  taskSide: string | null
  /** What is seen of what is weak in the data. */
  work: WorkShown
  /** What is seen of the project pool. */
  pool: PoolShown
  /** The district whose one-page brief is open, by its code. */
  briefDistrict: string | null
}

export const DEFAULT_VIEW: View = {
  workspace: 'layout',
  layoutView: 'map',
  siteView: 'map',
  imported: NO_IMPORT,
  language: null,
  theme: null,
  camera: null,
  selection: null,
  designatedParkId: null,
  indexWeights: {},
  hiddenLayers: [],
  base: null,
  parkSize: 'firms',
  year: null,
  districtFill: null,
  possiblePartners: false,
  filters: {},
  matrix: DEFAULT_MATRIX,
  tableOpen: false,
  tableFind: '',
  pin: null,
  productId: null,
  segmentId: null,
  ask: DEFAULT_ASK,
  everywhere: false,
  sourcing: DEFAULT_SOURCING,
  windows: DEFAULT_WINDOWS,
  plantsByCapacity: false,
  freight: {},
  siteOrder: 'score',
  weights: {},
  near: DEFAULT_NEAREST,
  pairs: null,
  direction: 'outward',
  networkId: null,
  compared: [],
  comparedShown: 0,
  side: DEFAULT_SIDE,
  scenarios: '',
  comparisonId: null,
  isEmbedded: false,
  storyId: null,
  scene: 0,
  onStage: false,
  presenterOf: null,
  followId: null,
  progressBy: 'city',
  taskSide: null,
  work: DEFAULT_WORK,
  pool: DEFAULT_POOL,
  briefDistrict: null,
}

/** The query string of a view, without "?"; what is default is left out. */
export function encodeView(view: View): string {
  const query = new URLSearchParams()
  const put = (name: string, value: string | number | null | undefined | false) => {
    if (value !== null && value !== undefined && value !== false && value !== '') {
      query.set(name, String(value))
    }
  }
  put('at', view.workspace === 'layout' ? null : view.workspace)
  put('view', view.layoutView === 'map' ? null : view.layoutView)
  put('site', view.siteView === 'map' ? null : view.siteView)
  put('import', encodeImport(view.imported))
  put('one', view.designatedParkId)
  put(
    'iw',
    Object.entries(view.indexWeights)
      .map(([id, weight]) => `${id}:${weight}`)
      .join(','),
  )
  put('lang', view.language)
  put('theme', view.theme)
  put('map', view.camera && `${view.camera.zoom.toFixed(2)}/${place(view.camera.lngLat)}`)
  put('sel', view.selection && `${view.selection.collection}/${view.selection.id}`)
  put('hide', view.hiddenLayers.join(','))
  put('size', view.parkSize === 'firms' ? null : view.parkSize)
  put('year', view.year)
  put('fill', view.districtFill)
  put('possible', view.possiblePartners && 1)
  for (const id of FILTER_IDS) put(id, view.filters[id]?.join(','))
  put('matrix', encodeMatrix(view.matrix))
  put('base', view.base)
  put('table', view.tableOpen && 1)
  put('find', view.tableOpen && view.tableFind)
  put('pin', view.pin && place(view.pin))
  put('product', view.productId)
  put('segment', view.segmentId)
  put('ask', encodeAsk(view.ask))
  put('everywhere', view.everywhere && 1)
  put('sourcing', encodeSourcing(view.sourcing))
  put('windows', encodeWindows(view.windows))
  put('capacity', view.plantsByCapacity && 1)
  put('freight', encodeFactors(view.freight))
  put('order', view.siteOrder === 'score' ? null : view.siteOrder)
  put(
    'w',
    Object.entries(view.weights)
      .map(([id, weight]) => `${id}:${weight}`)
      .join(','),
  )
  put('near', encodeNearest(view.near))
  put('pairs', encodePairs(view.pairs))
  put('dir', view.direction === 'inward' && 'in')
  put('net', view.networkId)
  put('compare', view.compared.map((id) => id.replaceAll(',', '_')).join(','))
  put('shown', view.comparedShown || null)
  put('side', encodeSide(view.side, view.compared))
  put('if', view.scenarios)
  put('comparison', view.workspace === 'compare' && view.comparisonId)
  put('embed', view.isEmbedded && 1)
  put('story', view.storyId)
  put('scene', view.scene || null)
  put('stage', view.onStage && 1)
  put('presenter', view.presenterOf)
  put('follow', view.followId)
  put('by', view.progressBy === 'city' ? null : view.progressBy)
  put('side', view.taskSide)
  put('work', encodeWork(view.work))
  put('pool', encodePool(view.pool))
  put('brief', view.briefDistrict)
  return query.toString().replaceAll('%2C', ',').replaceAll('%2F', '/').replaceAll('%3A', ':')
}

/** The view a query string holds; what it does not understand is left at its default. */
export function decodeView(search: string): View {
  const query = new URLSearchParams(search)
  const list = (name: string) => (query.get(name) ?? '').split(',').filter(Boolean)
  const among = <T extends string>(name: string, all: readonly T[]): T[] =>
    list(name).filter((word): word is T => (all as readonly string[]).includes(word))
  const [zoom, where] = (query.get('map') ?? '').split('/')
  const cameraPlace = parsePlace(where)
  const [collection, ...idParts] = (query.get('sel') ?? '').split('/')
  const id = idParts.join('/')
  const compared = list('compare').map((word) =>
    word.startsWith('pin:') ? word.replaceAll('_', ',') : word,
  )
  const language = query.get('lang')
  const theme = query.get('theme')
  const comparisonId = query.get('comparison') || null
  const isEmbedded = query.get('embed') === '1'
  const followId = query.get('follow') || null
  return {
    workspace: isEmbedded
      ? 'compare'
      : (among('at', WORKSPACES)[0] ??
        (comparisonId ? 'compare' : followId ? 'present' : 'layout')),
    layoutView: among('view', LAYOUT_VIEWS)[0] ?? 'map',
    siteView: among('site', SITE_VIEWS)[0] ?? 'map',
    imported: decodeImport(query.get('import')),
    language: language === 'zh-CN' || language === 'en' ? language : null,
    theme: theme === 'light' || theme === 'dark' ? theme : null,
    camera:
      cameraPlace && Number.isFinite(Number(zoom)) && zoom
        ? { lngLat: cameraPlace, zoom: Number(zoom) }
        : null,
    selection: collection && id ? { collection, id } : null,
    designatedParkId: query.get('one'),
    indexWeights: Object.fromEntries(
      list('iw').flatMap((pair) => {
        const [, id, weight] = /^([a-zA-Z]{1,40}):(\d{1,3})$/.exec(pair) ?? []
        return id && weight && Number(weight) <= 100 ? [[id, Number(weight)]] : []
      }),
    ),
    hiddenLayers: among('hide', LAYERS),
    base: query.get('base'),
    parkSize: among('size', PARK_SIZE_IDS)[0] ?? 'firms',
    year: yearIn(query),
    districtFill: query.get('fill'),
    possiblePartners: query.get('possible') === '1',
    filters: choicesIn(query),
    matrix: decodeMatrix(query.get('matrix')),
    tableOpen: query.get('table') === '1',
    tableFind: query.get('table') === '1' ? (query.get('find') ?? '').trim() : '',
    pin: parsePlace(query.get('pin')),
    productId: query.get('product'),
    segmentId: query.get('segment'),
    ask: decodeAsk(query.get('ask')),
    everywhere: query.get('everywhere') === '1',
    sourcing: decodeSourcing(query.get('sourcing')),
    windows: decodeWindows(query.get('windows')),
    plantsByCapacity: query.get('capacity') === '1',
    freight: decodeFactors(query.get('freight')),
    siteOrder: among('order', SITE_ORDERS)[0] ?? 'score',
    weights: Object.fromEntries(
      list('w').flatMap((pair) => {
        const [name, value] = pair.split(':')
        const criterion = CriterionId.safeParse(name)
        const number = Number(value)
        const isWeight = criterion.success && value && number >= 0 && number <= 1000
        return isWeight ? [[criterion.data, number]] : []
      }),
    ),
    near: decodeNearest(query.get('near')),
    pairs: decodePairs(query.get('pairs')),
    direction: query.get('dir') === 'in' ? 'inward' : 'outward',
    networkId: query.get('net'),
    compared,
    comparedShown: positive(query.get('shown')) ?? 0,
    side: decodeSide(list('side'), compared),
    scenarios: query.get('if') ?? '',
    comparisonId,
    isEmbedded,
    storyId: query.get('story'),
    scene: positive(query.get('scene')) ?? 0,
    onStage: query.get('stage') === '1',
    presenterOf: query.get('presenter') || null,
    followId,
    progressBy: among('by', PROGRESS_BOARDS)[0] ?? 'city',
    taskSide: query.get('side'),
    work: decodeWork(query.get('work')),
    pool: decodePool(query.get('pool')),
    briefDistrict: query.get('brief'),
  }
}

function place(lngLat: LngLat): string {
  return `${lngLat[0].toFixed(5)},${lngLat[1].toFixed(5)}`
}

function parsePlace(text: string | null | undefined): LngLat | null {
  if (!text) return null
  const [lng, lat] = text.split(',').map(Number)
  if (lng === undefined || lat === undefined) return null
  return Math.abs(lng) <= 180 && Math.abs(lat) <= 90 ? [lng, lat] : null
}

function positive(text: string | null): number | null {
  const number = Number(text)
  return text && Number.isFinite(number) && number > 0 ? number : null
}
