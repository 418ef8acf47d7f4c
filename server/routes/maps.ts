// Maps and charts of the product as files: vectors to print and to embed, and pictures.
//
// A view is drawn of what is sent along; or by an address alone, which names a stored comparison or holds the
// inputs themselves, so that a page or a handout elsewhere shows it as a picture.
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { DOCUMENT_LANGUAGES } from '#geodata/analysis/siting/document/column.ts'
import {
  isChart,
  isDrawnAlone,
  LEAST_MAP_POINTS,
  MAP_POINTS,
  MAP_THEMES,
  MAP_VIEW_IDS,
  MapInputs,
  type MapViewId,
  MOST_MAP_LATITUDE,
  MOST_MAP_POINTS,
  MOST_PICTURE_PIXELS,
  PICTURE_SCALE,
} from '#geodata/contract/processes/map.ts'
import type { Bounds } from '#geodata/geometry/bounds.ts'
import type { Deps } from '#server/deps.ts'
import { languageOf } from '#server/http/answer-format.ts'
import { readJson } from '#server/http/body.ts'
import {
  DOCUMENT,
  json,
  ok,
  type Parameter,
  type Paths,
  query,
  sent,
} from '#server/http/described.ts'
import { badParameter, ProblemError, parseOrProblem } from '#server/http/problem.ts'
import { CHARTS } from '#server/maps/charts/index.ts'
import { pictureOf } from '#server/maps/picture.ts'
import { MAP_VIEWS } from '#server/maps/views/index.ts'
import { answered } from '#server/processes/answered.ts'
import { noComparison, storedComparison } from '#server/region/stored-comparison.ts'

const FORMATS = {
  svg: 'image/svg+xml',
  png: 'image/png',
  pdf: 'application/pdf',
} as const
type MapFormat = keyof typeof FORMATS
const FORMAT_IDS = Object.keys(FORMATS) as MapFormat[]

export function mapRoutes(deps: Deps): Hono {
  const routes = new Hono()
  const answer = async (c: Context, given: Record<string, unknown>) => {
    const { view, format } = fileOf(c)
    const look = lookOf(c)
    const scale = format === 'png' ? scaleOf(c, look) : 1
    const drawn = format === 'pdf' ? 'pdf' : 'svg'
    const { document } = await answered(c, deps, 'map', { ...given, ...look, view, format: drawn })
    const headers = { 'Content-Type': FORMATS[format], 'Content-Language': look.language }
    if (format !== 'png') {
      return c.body(Buffer.from(document.value, document.encoding), 200, headers)
    }
    const widthPixels = Math.round(look.width * scale)
    return c.body(await pictureOf(document.value, widthPixels, c.req.raw.signal), 200, headers)
  }
  routes.get('/maps', (c) =>
    c.json({
      items: MAP_VIEW_IDS.map((id) => {
        const { title, description } = describedView(id)
        return { id, title, description, formats: FORMAT_IDS }
      }),
    }),
  )
  routes.get('/maps/:file', async (c) => answer(c, await askedInAddress(c, deps)))
  routes.post('/maps/:file', async (c) => {
    const { inputs } = parseOrProblem(
      z.looseObject({ inputs: z.record(z.string(), z.unknown()) }),
      await readJson(c),
      '',
    )
    return answer(c, inputs)
  })
  return routes
}

const describedView = (id: MapViewId) => (isChart(id) ? CHARTS[id] : MAP_VIEWS[id])

/** What an address asks: the question and the candidates of a stored comparison, then what it says itself. */
async function askedInAddress(
  c: Context,
  { store, region }: Deps,
): Promise<Record<string, unknown>> {
  const { comparison: id, inputs, candidate: candidateId } = c.req.query()
  const stored = id === undefined ? null : await storedComparison(store, region.id, id)
  if (id !== undefined && !stored) throw noComparison(id)
  const { siting, candidateIds } = stored?.comparison ?? {}
  return {
    ...(stored ? { siting, candidateIds } : {}),
    ...(inputs === undefined ? {} : inputsIn(inputs)),
    ...(candidateId === undefined ? {} : { candidateId }),
  }
}

function inputsIn(text: string): Record<string, unknown> {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text))
  } catch {
    throw badParameter(
      'inputs',
      'inputs came as something else than a JSON object, as it is sent by POST.',
      'inputs 应为 JSON 对象，与 POST 所发相同。',
    )
  }
}

/** “candidate.png”; without an ending, what the client would rather have. */
function fileOf(c: Context): { view: MapViewId; format: MapFormat } {
  const file = c.req.param('file') ?? ''
  const [name = '', ...ending] = file.split('.')
  const view = MAP_VIEW_IDS.find((id) => id === name)
  if (!view) {
    throw new ProblemError(
      404,
      `There is no map “${name}”; there are ${MAP_VIEW_IDS.join(', ')}.`,
      `没有名为“${name}”的地图；现有 ${MAP_VIEW_IDS.join('、')}。`,
    )
  }
  if (ending.length === 0) return { view, format: acceptedFormat(c) }
  const format = FORMAT_IDS.find((id) => id === ending.join('.'))
  if (format) return { view, format }
  throw new ProblemError(
    404,
    `A map is not drawn as “.${ending.join('.')}”; there are ${FORMAT_IDS.map((id) => `.${id}`).join(', ')}.`,
    `地图没有“.${ending.join('.')}”格式；现有 ${FORMAT_IDS.map((id) => `.${id}`).join('、')}。`,
  )
}

function acceptedFormat(c: Context): MapFormat {
  const accept = c.req.header('Accept') ?? ''
  const accepted = FORMAT_IDS.map((id) => ({ id, at: accept.indexOf(FORMATS[id]) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
  return accepted[0]?.id ?? 'svg'
}

type Look = Pick<MapInputs, 'language' | 'theme' | 'width' | 'height' | 'bounds'>

/** What the address says of the drawing; the process says the same of what is sent to it. */
function lookOf(c: Context): Look {
  const bounds = boundsOf(c.req.query('bbox'))
  return {
    language: languageOf(c.req.query('lang')),
    theme: themeOf(c.req.query('theme')),
    width: pointsOf(c, 'width'),
    height: pointsOf(c, 'height'),
    ...(bounds ? { bounds } : {}),
  }
}

function themeOf(text: string | undefined): Look['theme'] {
  const theme = MAP_THEMES.find((one) => one === (text ?? MAP_THEMES[0]))
  if (theme) return theme
  throw badParameter(
    'theme',
    `theme came as “${text}”; expected ${MAP_THEMES.join(', ')}.`,
    `theme 收到“${text}”；应为 ${MAP_THEMES.join('、')}。`,
  )
}

function pointsOf(c: Context, name: keyof typeof MAP_POINTS): number {
  const text = c.req.query(name)
  if (text === undefined) return MAP_POINTS[name]
  const points = Number(text)
  if (text.trim() !== '' && points >= LEAST_MAP_POINTS && points <= MOST_MAP_POINTS) return points
  throw badParameter(
    name,
    `${name} came as “${text}”; expected points of print (72 an inch) from ${LEAST_MAP_POINTS} to ${MOST_MAP_POINTS}.`,
    `${name} 收到“${text}”；应为 ${LEAST_MAP_POINTS} 到 ${MOST_MAP_POINTS} 的印刷点数（每英寸 72 点）。`,
  )
}

function scaleOf(c: Context, { width, height }: Look): number {
  const text = c.req.query('scale')
  const scale = text === undefined ? PICTURE_SCALE.usual : Number(text)
  const isSound = text?.trim() !== '' && scale > 0 && scale <= PICTURE_SCALE.most
  if (isSound && width * height * scale ** 2 <= MOST_PICTURE_PIXELS) return scale
  const pixels = MOST_PICTURE_PIXELS / 1e6
  throw badParameter(
    'scale',
    `scale came as “${text ?? scale}”; expected pixels a point, above 0 and at most ${PICTURE_SCALE.most}, with no more than ${pixels} million pixels in all.`,
    `scale 收到“${text ?? scale}”；应为每点像素数，大于 0、不超过 ${PICTURE_SCALE.most}，整图不超过 ${pixels * 100} 万像素。`,
  )
}

function boundsOf(text: string | undefined): Bounds | undefined {
  if (text === undefined) return undefined
  const numbers = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  const [west = 0, south = 0, east = 0, north = 0] = numbers
  const isSound =
    numbers.length === 4 &&
    numbers.every(Number.isFinite) &&
    west < east &&
    south < north &&
    Math.abs(west) <= 180 &&
    Math.abs(east) <= 180 &&
    Math.abs(south) <= MOST_MAP_LATITUDE &&
    Math.abs(north) <= MOST_MAP_LATITUDE
  if (isSound) return [west, south, east, north]
  throw badParameter(
    'bbox',
    `bbox came as “${text}”; expected west,south,east,north in degrees, west below east, south below north, not beyond ${MOST_MAP_LATITUDE}° of latitude.`,
    `bbox 收到“${text}”；应为“西,南,东,北”，单位度，西小于东、南小于北，纬度不超过 ${MOST_MAP_LATITUDE}°。`,
  )
}

const points = (name: keyof typeof MAP_POINTS): Parameter =>
  query(name, 'points of print (72 an inch), legend and credits with it', {
    type: 'number',
    minimum: LEAST_MAP_POINTS,
    maximum: MOST_MAP_POINTS,
    default: MAP_POINTS[name],
  })

const LOOK: readonly Parameter[] = [
  query('lang', 'in which names, legend and credits are written', {
    type: 'string',
    enum: DOCUMENT_LANGUAGES,
    default: DOCUMENT_LANGUAGES[0],
  }),
  query('theme', 'print: white paper; light, dark: as on the page', {
    type: 'string',
    enum: MAP_THEMES,
    default: MAP_THEMES[0],
  }),
  points('width'),
  points('height'),
  query('bbox', 'west,south,east,north that must be seen; absent: what the view finds', {
    type: 'string',
  }),
  query('scale', 'of a picture: pixels a point', {
    type: 'number',
    maximum: PICTURE_SCALE.most,
    default: PICTURE_SCALE.usual,
  }),
]

const ALONE: readonly Parameter[] = [
  query('comparison', 'a stored comparison: its question and its candidates are drawn', {
    type: 'string',
  }),
  query('inputs', 'what POST takes, as JSON in the address; before what the comparison says', {
    type: 'string',
  }),
  query('candidate', 'of the view candidate: which of them', { type: 'string' }),
]

const CONTENT = {
  svg: { [FORMATS.svg]: { schema: { type: 'string' } } },
  png: { [FORMATS.png]: { schema: { type: 'string', format: 'binary' } } },
  pdf: { [FORMATS.pdf]: { schema: { type: 'string', format: 'binary' } } },
}

export const mapPaths = (): Paths => {
  const inputs = sent(MapInputs)
  const body = json({ type: 'object', required: ['inputs'], properties: { inputs } })
  const files = MAP_VIEW_IDS.flatMap((id) =>
    FORMAT_IDS.map((format): [string, Paths[string]] => {
      const { title: summary, description } = describedView(id)
      const described = {
        summary,
        description,
        parameters: format === 'png' ? LOOK : LOOK.filter(({ name }) => name !== 'scale'),
        responses: ok(CONTENT[format]),
      }
      const post = { ...described, requestBody: { required: true as const, content: body } }
      const parameters = isDrawnAlone(id)
        ? described.parameters
        : [...ALONE, ...described.parameters]
      return [`/maps/${id}.${format}`, { get: { ...described, parameters }, post }]
    }),
  )
  return {
    '/maps': {
      get: { summary: 'Maps and charts that are drawn as files', responses: ok(DOCUMENT) },
    },
    ...Object.fromEntries(files),
  }
}
