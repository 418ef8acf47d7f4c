// Does everything a story names exist: parks, rows, properties, and the figures in its words?
import { missingFiles } from '#geodata/analysis/stories/missing-files.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import type {
  LiveFigure,
  MissingName,
  Scene,
  SceneAnalysis,
  Story,
  Where,
} from '#geodata/contract/stories.ts'

/** What a story may refer to: ids and property names by collection, and the rows of targets. */
export type Referable = {
  ids: Readonly<Record<string, ReadonlySet<string>>>
  properties: Readonly<Record<string, ReadonlySet<string>>>
  targetRowIds: ReadonlySet<string>
  /** Parts of the plan, by their Chinese names. */
  taskParts: ReadonlySet<string>
  /** Cities joined by a link, e.g. "110000-130100". */
  cityPairs: ReadonlySet<string>
  /** Media type by id, of those files of the story that are kept. */
  files: ReadonlyMap<string, string>
}

/** `{name}` in a scene's words. */
const CALLED = /\{([^{}]*)\}/g
/** Which parts of an address name rows, and of which collection. */
const IN_ADDRESS: Readonly<Record<string, string>> = { one: 'parks', compare: 'parks' }

/** What of a whole story names nothing; pointers are JSON Pointers into the story. */
export function missingNames(story: Story, known: Referable): MissingName[] {
  const sceneIds = new Set<string>()
  return story.scenes.flatMap((scene, index) => {
    const twice = sceneIds.has(scene.id)
    sceneIds.add(scene.id)
    const own = twice ? [missing('/id', scene.id, OF.anotherScene)] : []
    return [...own, ...missingInScene(scene, known)].map((one) => ({
      ...one,
      pointer: `/scenes/${index}${one.pointer}`,
    }))
  })
}

/** What of one scene names nothing; pointers are JSON Pointers into the scene. */
export function missingInScene(scene: Scene, known: Referable): MissingName[] {
  const figureIds = new Set<string>()
  const inFigures = scene.figures.flatMap((figure, place) => {
    const at = `/figures/${place}`
    const twice = figureIds.has(figure.id)
    figureIds.add(figure.id)
    return [
      ...(twice ? [missing(`${at}/id`, figure.id, OF.anotherFigure)] : []),
      ...missingInFigure(at, figure, known),
    ]
  })
  const inClaims = scene.claims.flatMap(({ figureId }, place) =>
    figureIds.has(figureId) ? [] : [missing(`/claims/${place}/figureId`, figureId, OF.figure)],
  )
  return [
    ...missingOnMap(scene, known),
    ...missingFiles(scene, known.files),
    ...inFigures,
    ...inClaims,
    ...missingInWords(scene, figureIds),
  ]
}

const missing = (pointer: string, came: string, expected: Bilingual): MissingName => ({
  pointer,
  came,
  expected,
})

const OF = {
  anotherScene: { zh: '与其他各屏不同的编号', en: 'an id no other scene has' },
  anotherFigure: { zh: '与本屏其他数字不同的编号', en: 'an id no other figure has' },
  figure: { zh: '本屏某个数字的编号', en: 'the id of a figure of this scene' },
  targetRow: { zh: '目标与进展中的一行', en: 'a row_id of targets.csv' },
  taskPart: { zh: '行动计划的一个部分', en: 'a part of the plan' },
  cityPair: { zh: '有协同联系的一对城市', en: 'a pair of cities that a link joins' },
  candidate: {
    zh: '现有园区、地块或题中所设选点的编号',
    en: 'the id of a park, of a site, or of a pin of the question',
  },
  bounds: { zh: '[[西, 南], [东, 北]]', en: '[[west, south], [east, north]]' },
  collection: { zh: '园区、企业或枢纽', en: 'a collection with parks, firms or hubs' },
  id: (collection: string): Bilingual => ({
    zh: `现有${oneOf(collection).zh}的编号`,
    en: `the id of ${oneOf(collection).en}`,
  }),
  property: (collection: string): Bilingual => ({
    zh: `${oneOf(collection).zh}的一项属性`,
    en: `a property of ${oneOf(collection).en}`,
  }),
}

const ONE: Readonly<Record<string, Bilingual>> = {
  parks: { zh: '园区', en: 'a park' },
  companies: { zh: '企业', en: 'a firm' },
  hubs: { zh: '枢纽', en: 'a hub' },
  links: { zh: '协同联系', en: 'a link' },
  products: { zh: '产品', en: 'a product' },
  segments: { zh: '环节', en: 'a segment' },
  sites: { zh: '地块', en: 'a site' },
}
const oneOf = (collection: string): Bilingual =>
  ONE[collection] ?? { zh: ` ${collection} `, en: collection }

function missingRow(pointer: string, collection: string, id: string, known: Referable) {
  const ids = known.ids[collection]
  if (!ids) return [missing(pointer, collection, OF.collection)]
  return ids.has(id) ? [] : [missing(pointer, id, OF.id(collection))]
}

function missingProperties(pointer: string, collection: string, where: Where, known: Referable) {
  return Object.keys(where).flatMap((name) =>
    known.properties[collection]?.has(name)
      ? []
      : [missing(`${pointer}/${name}`, name, OF.property(collection))],
  )
}

function missingOnMap(scene: Scene, known: Referable): MissingName[] {
  if (scene.kind !== 'map') return []
  const { bounds, selection, analysis, address } = scene
  const [[west, south], [east, north]] = bounds
  const query = new URLSearchParams(address)
  return [
    ...(west >= east || south >= north
      ? [missing('/bounds', JSON.stringify(bounds), OF.bounds)]
      : []),
    ...(selection ? missingRow('/selection/id', selection.collection, selection.id, known) : []),
    ...(analysis ? missingInAnalysis(analysis, known) : []),
    ...Object.entries(IN_ADDRESS).flatMap(([name, collection]) =>
      (query.get(name) ?? '')
        .split(',')
        // A place of one's own is no row.
        .filter((id) => id !== '' && !id.includes(':'))
        .flatMap((id) => missingRow('/address', collection, id, known)),
    ),
  ]
}

function missingInAnalysis(analysis: SceneAnalysis, known: Referable): MissingName[] {
  return analysis.kind === 'isochrone'
    ? missingRow('/analysis/parkId', 'parks', analysis.parkId, known)
    : missingInQuestion('/analysis/question', analysis.question, known)
}

type Look<Kind extends LiveFigure['kind']> = (
  figure: Extract<LiveFigure, { kind: Kind }>,
  known: Referable,
  at: string,
) => MissingName[]

/** What each kind of figure names. */
const LOOKS: { [Kind in LiveFigure['kind']]: Look<Kind> } = {
  target: ({ rowId }, known, at) =>
    known.targetRowIds.has(rowId) ? [] : [missing(`${at}/rowId`, rowId, OF.targetRow)],
  tasks: ({ part }, known, at) =>
    part === undefined || known.taskParts.has(part)
      ? []
      : [missing(`${at}/part`, part, OF.taskPart)],
  minutes: (figure, known, at) =>
    (['from', 'to'] as const).flatMap((end) => missingPlace(`${at}/${end}`, figure[end], known)),
  matrix: (figure, known, at) =>
    (['from', 'to'] as const).flatMap((end) =>
      figure[end].flatMap((place, index) => missingPlace(`${at}/${end}/${index}`, place, known)),
    ),
  cityMinutes: ({ cityPair }, known, at) =>
    known.cityPairs.has(cityPair) ? [] : [missing(`${at}/cityPair`, cityPair, OF.cityPair)],
  within: ({ parkId, collection, where }, known, at) => [
    ...missingRow(`${at}/parkId`, 'parks', parkId, known),
    ...missingProperties(`${at}/where`, collection, where, known),
  ],
  count: ({ collection, where }, known, at) =>
    missingProperties(`${at}/where`, collection, where, known),
  gaps: ({ where }, known, at) => missingProperties(`${at}/where`, 'parks', where, known),
  ranking: ({ question }, known, at) => missingInQuestion(`${at}/question`, question, known),
  comparison: ({ question, candidateIds }, known, at) => [
    ...missingInQuestion(`${at}/question`, question, known),
    ...candidateIds.flatMap((id, index) =>
      isCandidate(id, question, known)
        ? []
        : [missing(`${at}/candidateIds/${index}`, id, OF.candidate)],
    ),
  ],
  disruption: ({ question }, known, at) => missingInQuestion(`${at}/question`, question, known),
  thinnest: ({ where }, known, at) => missingProperties(`${at}/where`, 'companies', where, known),
}

function missingInFigure(at: string, figure: LiveFigure, known: Referable): MissingName[] {
  const look = LOOKS[figure.kind] as Look<LiveFigure['kind']>
  return look(figure, known, at)
}

const missingPlace = (
  at: string,
  { collection, id }: { collection: string; id: string },
  known: Referable,
) => missingRow(`${at}/id`, collection, id, known)

/** A park, a site, or a pin of the question. */
function isCandidate(id: string, question: Record<string, unknown>, { ids }: Referable): boolean {
  const pins = [question.pins ?? []].flat() as { id?: unknown }[]
  return ['parks', 'sites'].some((list) => ids[list]?.has(id)) || pins.some((pin) => pin.id === id)
}

/** Which parts of what an analysis is asked name rows, and of which list; a list of objects names them by a property. */
const IN_QUESTION: readonly [part: string, list: string, by?: string][] = [
  ['productId', 'products'],
  ['segmentId', 'segments'],
  ['parkIds', 'parks'],
  ['siteIds', 'sites'],
  ['parkId', 'parks'],
  ['companyId', 'companies'],
  ['siteId', 'sites'],
  ['plantIds', 'companies'],
  ['customers', 'companies', 'plantId'],
]

function missingInQuestion(at: string, question: Record<string, unknown>, known: Referable) {
  return IN_QUESTION.flatMap(([part, list, by]) =>
    [question[part] ?? []].flat().flatMap((one) => {
      const id = by ? (one as Record<string, unknown>)[by] : one
      return missingRow(`${at}/${part}`, list, String(id), known)
    }),
  )
}

function missingInWords(scene: Scene, figureIds: ReadonlySet<string>): MissingName[] {
  const parts = (['title', 'text', 'notes'] as const).flatMap((part) =>
    scene[part] ? [[part, scene[part]] as const] : [],
  )
  const answers = scene.questions.map(
    ({ answer }, index) => [`questions/${index}/answer`, answer] as const,
  )
  return [...parts, ...answers].flatMap(([part, words]) =>
    (['zh', 'en'] as const).flatMap((language) =>
      [...words[language].matchAll(CALLED)].flatMap(([, name = '']) =>
        figureIds.has(name) ? [] : [missing(`/${part}/${language}`, `{${name}}`, OF.figure)],
      ),
    ),
  )
}
