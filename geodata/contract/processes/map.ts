// What `map` takes and gives: one view of the region, a siting or its candidates, or a chart of a comparison, drawn as vectors.
import { z } from 'zod'
import { ComparedIds, TriangleAsked } from '#geodata/contract/processes/comparison.ts'
import { CriterionId, SitingInputs } from '#geodata/contract/processes/siting.ts'
import { Basis } from '#geodata/contract/shared.ts'

/** Sides of a drawing in points of print, 72 an inch. */
export const LEAST_MAP_POINTS = 160
export const MOST_MAP_POINTS = 3000
/** What an A4 page has between its margins, and a little more than half as high. */
export const MAP_POINTS = { width: 510, height: 320 }

/** print: white paper; light, dark: as on the page. */
export const MAP_THEMES = ['print', 'light', 'dark'] as const
export const MAP_FORMATS = ['svg', 'pdf'] as const
export const MAP_ENDS = ['likely', 'bounds'] as const
export const MAP_LANGUAGES = ['zh-CN', 'en'] as const

/** Web Mercator ends near the poles. */
export const MOST_MAP_LATITUDE = 85
const Longitude = z.number().min(-180).max(180)
const Latitude = z.number().min(-MOST_MAP_LATITUDE).max(MOST_MAP_LATITUDE)
const Points = z.number().min(LEAST_MAP_POINTS).max(MOST_MAP_POINTS)

/** By the view: what it cannot be drawn without. */
const NEEDED = {
  layout: [],
  siting: ['siting'],
  candidate: ['siting', 'candidateId'],
  catchments: ['siting', 'candidateIds'],
  radar: ['siting', 'candidateIds'],
  weights: ['siting', 'candidateIds'],
  winners: ['siting', 'candidateIds'],
  'road-times': ['siting', 'candidateIds'],
} as const satisfies Record<string, readonly string[]>

export type MapViewId = keyof typeof NEEDED
export const MAP_VIEW_IDS = Object.keys(NEEDED) as [MapViewId, ...MapViewId[]]

/** Charts of a comparison: they show figures and no ground. */
export const CHART_IDS = [
  'radar',
  'weights',
  'winners',
  'road-times',
] as const satisfies readonly MapViewId[]
export type ChartId = (typeof CHART_IDS)[number]
export const isChart = (view: MapViewId): view is ChartId => CHART_IDS.some((id) => id === view)

const NEEDED_ZH: Record<string, string> = {
  siting: '一次选址',
  candidateId: '一处候选',
  candidateIds: '二至六处候选',
}

export const MapInputs = z
  .strictObject({
    view: z.enum(MAP_VIEW_IDS),
    siting: SitingInputs.optional().describe('Of every view but the layout'),
    candidateId: z.string().min(1).max(80).optional().describe('Of the view candidate'),
    candidateIds: ComparedIds.optional().describe(
      'Of the view catchments and of charts; with candidate the frame holds them all, and its place among them is its letter',
    ),
    cutoffMinutes: z
      .array(z.number().positive().max(300))
      .min(1)
      .max(4)
      .optional()
      .describe('Rings of the candidate, else 30, 60, 90, 120; of catchments the first, else 60'),
    criterion: CriterionId.optional().describe(
      'Of the chart weights: whose weight goes from none to all; absent: of the heaviest',
    ),
    triangle: TriangleAsked.optional().describe('Of the chart winners, as in a comparison'),
    ends: z
      .enum(MAP_ENDS)
      .optional()
      .describe('Of charts: what nine in ten draws give (else), or the outer bounds'),
    network: z.string().optional().describe('Of the layout: whose roads are drawn'),
    format: z.enum(MAP_FORMATS).default('svg').describe('An SVG document, or a page of PDF'),
    language: z.enum(MAP_LANGUAGES).default('zh-CN'),
    theme: z.enum(MAP_THEMES).default('print'),
    width: Points.default(MAP_POINTS.width).describe('In points of print, 72 an inch'),
    height: Points.default(MAP_POINTS.height).describe('Legend and credits with it'),
    bounds: z
      .tuple([Longitude, Latitude, Longitude, Latitude])
      .refine(([west, south, east, north]) => west < east && south < north, {
        message: 'West is to be below east, and south below north.',
        params: { zh: '西应小于东，南应小于北' },
      })
      .optional()
      .describe('West, south, east, north that must be seen; absent: what the view finds'),
    credits: z
      .boolean()
      .default(true)
      .describe('false: whoever asks writes credits and approval number beside the map'),
  })
  .superRefine((inputs, context) => {
    for (const name of NEEDED[inputs.view] ?? []) {
      if (inputs[name] !== undefined) continue
      context.addIssue({
        code: 'custom',
        path: [name],
        message: `The map “${inputs.view}” cannot be drawn without it.`,
        params: { zh: `“${inputs.view}”图需要${NEEDED_ZH[name]}` },
      })
    }
  })
export type MapInputs = z.infer<typeof MapInputs>

export const MapResult = z.object({
  title: z.string(),
  document: z.discriminatedUnion('mediaType', [
    z.object({
      mediaType: z.literal('image/svg+xml'),
      encoding: z.literal('utf8'),
      value: z.string(),
    }),
    z.object({
      mediaType: z.literal('application/pdf'),
      encoding: z.literal('base64'),
      value: z.string(),
    }),
  ]),
  basis: Basis,
})
export type MapResult = z.infer<typeof MapResult>

/** Pixels a point of a picture, and how many it may have in all. */
export const PICTURE_SCALE = { usual: 2, most: 6 }
export const MOST_PICTURE_PIXELS = 40_000_000

/** Whether a view is drawn without being told anything. */
export const isDrawnAlone = (view: MapViewId) => NEEDED[view].length === 0
