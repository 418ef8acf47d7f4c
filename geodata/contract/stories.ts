// A story for the presenter: scenes with their ground, layers, words and live figures.
//
// No number is typed into a story. Words name a figure, "离候选“1” {minutes} 卡车分钟", and the figure is
// worked out from the store and the road engine each time the story is prepared.
import { z } from 'zod'
import { LAYERS } from '#geodata/contract/collections.ts'
import { ComparedIds } from '#geodata/contract/processes/comparison.ts'
import { CutoffMinutes } from '#geodata/contract/processes/isochrone.ts'
import { SurfaceInputs } from '#geodata/contract/processes/surface.ts'
import { Bilingual, LngLatShape, SystemName } from '#geodata/contract/shared.ts'
import {
  FileId,
  MOST_ATTACHMENTS,
  ScenePicture,
  StoryFiles,
} from '#geodata/contract/story-files.ts'
import {
  DisruptionQuestion,
  RankingQuestion,
  SurfaceQuestion,
} from '#geodata/contract/story-questions.ts'

/** Property → the value, or the values of which one must match; a list property matches by member. */
export const Where = z.record(z.string(), z.union([z.string(), z.array(z.string()).min(1)]))
export type Where = z.infer<typeof Where>

const Place = z.strictObject({
  collection: z.enum(['parks', 'companies', 'hubs']),
  id: z.string(),
})

const shared = {
  /** The name by which the scene's words call the figure. */
  id: z.string().regex(/^[a-z][a-zA-Z0-9]*$/, 'a plain word such as parksWithin'),
  label: Bilingual,
  /** list: shown with its label; text: only where the words call it. */
  place: z.enum(['list', 'text']).default('list'),
  /** The segment system the figure is about; such figures of a scene are drawn as bars on one scale. */
  system: SystemName.optional(),
}

export const MOST_RANKED = 8
/** Of a table, in either direction: more are not read from the back of a room. */
export const MOST_IN_TABLE = 8
/** Which of a scene's figures keep the server at work, each for some tenths of a second, and how many there may be. */
const LABORIOUS: readonly string[] = ['ranking', 'comparison', 'disruption']
const MOST_LABORIOUS = 2

const TablePlaces = z.array(Place).min(1).max(MOST_IN_TABLE)
const TableRows = z.number().int().min(1).max(MOST_IN_TABLE).default(5)

export const LiveFigure = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('count'),
    collection: z.enum(['parks', 'companies', 'hubs', 'links']),
    where: Where.default({}),
    ...shared,
  }),
  z.strictObject({ kind: z.literal('target'), rowId: z.string(), ...shared }),
  /** How many lie within so many truck minutes of a park, the park itself not counted. */
  z.strictObject({
    kind: z.literal('within'),
    collection: z.enum(['parks', 'companies']),
    where: Where.default({}),
    parkId: z.string(),
    minutes: CutoffMinutes,
    ...shared,
  }),
  /** Truck minutes from one place to another. */
  z.strictObject({ kind: z.literal('minutes'), from: Place, to: Place, ...shared }),
  /** Truck minutes between the seats of two linked cities, e.g. "110000-130100". */
  z.strictObject({ kind: z.literal('cityMinutes'), cityPair: z.string(), ...shared }),
  /** Assignments of a segment to a park for which no firm is known in that park. */
  z.strictObject({ kind: z.literal('gaps'), where: Where.default({}), ...shared }),
  /** Tasks of the plan: of one of its parts by its Chinese name, with or without a side that answers for them. */
  z.strictObject({
    kind: z.literal('tasks'),
    part: z.string().optional(),
    isSideNamed: z.boolean().optional(),
    ...shared,
  }),
  /** Who is ranked best by a siting: those that cannot be told apart in the words, the best in rows. */
  z.strictObject({
    kind: z.literal('ranking'),
    question: RankingQuestion,
    rows: z.number().int().min(1).max(MOST_RANKED).default(5),
    ...shared,
  }),
  /** Truck minutes from each of some places to each of others. */
  z.strictObject({ kind: z.literal('matrix'), from: TablePlaces, to: TablePlaces, ...shared }),
  /** Candidates of a siting side by side: their scores, and the criteria of the greatest weight, so many rows. */
  z.strictObject({
    kind: z.literal('comparison'),
    question: RankingQuestion,
    candidateIds: ComparedIds,
    rows: TableRows,
    ...shared,
  }),
  /** The stretches of road whose closing costs the supply chain most. */
  z.strictObject({
    kind: z.literal('disruption'),
    question: DisruptionQuestion,
    rows: TableRows,
    ...shared,
  }),
  /** The names of the segments for which the fewest firms are known. */
  z.strictObject({ kind: z.literal('thinnest'), where: Where.default({}), ...shared }),
])
export type LiveFigure = z.infer<typeof LiveFigure>

/** What a scene says that does not stand in the data: whether it still holds is looked at each time. */
export const Claim = z.strictObject({
  /** The figure of the scene that it is about. */
  figureId: z.string(),
  is: z.enum(['at-most', 'at-least', 'equal']),
  value: z.number(),
  /** What the figure was when the claim was written, as a Chinese text writes it; null: it was not known. */
  was: z.string().max(200).nullable().default(null),
})
export type Claim = z.infer<typeof Claim>

const QuestionAsked = z.strictObject({ question: Bilingual, answer: Bilingual })

/** How a scene comes after the one before it. */
export const TRANSITIONS = ['fly', 'ease', 'cut'] as const

const SCENE = {
  id: z.string().min(1).max(80),
  title: Bilingual,
  text: Bilingual,
  /** What the presenter says; never on the stage. */
  notes: Bilingual.optional(),
  /** What may be asked, and what to answer; never on the stage. */
  questions: z.array(QuestionAsked).max(12).default([]),
  /** How long the presenter means to stay. */
  seconds: z.number().int().min(1).max(3600).optional(),
  /** How the scene comes: in a flight of the map, softly, or at once; absent: softly. Who wants no motion has it at once. */
  transition: z.enum(TRANSITIONS).optional(),
  /** What the bars of the scene's systems count. */
  barsTitle: Bilingual.optional(),
  figures: z
    .array(LiveFigure)
    .max(16)
    .refine(
      (figures) => figures.filter(({ kind }) => LABORIOUS.includes(kind)).length <= MOST_LABORIOUS,
      {
        error: `A scene has at most ${MOST_LABORIOUS} rankings, comparisons and disruptions together: each keeps the server at work.`,
        params: { zh: `一屏的排名、比选、中断合计至多 ${MOST_LABORIOUS} 个：每个都要在线计算一遍` },
      },
    )
    .default([]),
  claims: z.array(Claim).max(16).default([]),
  picture: ScenePicture.optional(),
  /** Files to hand on, by their ids. */
  attachments: z.array(FileId).max(MOST_ATTACHMENTS).optional(),
}

/** As many stretches of road as can be told apart on a wall. */
export const MOST_STRETCHES = 12

/** What is worked out for the map of a scene each time the story is prepared. */
export const SceneAnalysis = z.discriminatedUnion('kind', [
  /** How far a truck gets from a park. */
  z.strictObject({
    kind: z.literal('isochrone'),
    parkId: z.string(),
    cutoffMinutes: z.array(CutoffMinutes).min(1).max(6),
  }),
  /** How every place of the city scores; `resolution` as process surface takes it. */
  z.strictObject({
    kind: z.literal('surface'),
    question: SurfaceQuestion,
    resolution: SurfaceInputs.shape.resolution,
  }),
  /** The stretches of road whose closing costs most. */
  z.strictObject({
    kind: z.literal('disruption'),
    question: DisruptionQuestion,
    stretches: z.number().int().min(1).max(MOST_STRETCHES).default(8),
  }),
])
export type SceneAnalysis = z.infer<typeof SceneAnalysis>

export const MapScene = z.strictObject({
  kind: z.literal('map'),
  ...SCENE,
  /** The camera as bounds, so that the frame is the same on any screen shape. */
  bounds: z.tuple([LngLatShape, LngLatShape]),
  paddingPixels: z.number().min(0).max(400).default(40),
  bearingDegrees: z.number().min(-180).max(180).default(0),
  pitchDegrees: z.number().min(0).max(60).default(0),
  layers: z.array(z.enum(LAYERS)),
  /** Only these systems are drawn strong; absent: all. */
  systems: z.array(SystemName).optional(),
  selection: z.strictObject({ collection: z.string(), id: z.string() }).optional(),
  /** What else is seen, as the query string of the page holds it: year, filters, the “1”, a product. */
  address: z.string().max(4000).optional(),
  analysis: SceneAnalysis.optional(),
})
export type MapScene = z.infer<typeof MapScene>

/** Words and figures alone: how a story begins, what it holds, a part of it, how it ends. */
export const PLATES = ['title', 'agenda', 'section', 'closing'] as const
export const PlateScene = z.strictObject({ kind: z.enum(PLATES), ...SCENE })
export type PlateScene = z.infer<typeof PlateScene>

export const Scene = z.discriminatedUnion('kind', [MapScene, PlateScene])
export type Scene = z.infer<typeof Scene>

export const STORY_VERSION = 2
export const MOST_SCENES = 60

/** Figures, maps and whoever follows name a scene by its id. */
function eachWithItsId(scenes: readonly Scene[], context: z.RefinementCtx): void {
  const ids = scenes.map(({ id }) => id)
  for (const [index, id] of ids.entries()) {
    const before = ids.indexOf(id)
    if (before === index) continue
    const [one, other] = [before + 1, index + 1]
    context.addIssue({
      code: 'custom',
      path: [index, 'id'],
      input: id,
      message: `Scenes ${one} and ${other} have one id and cannot be told apart: give one of them another.`,
      params: { zh: `第 ${one} 屏与第 ${other} 屏编号相同，无法区分：请为其中一屏另取编号` },
    })
  }
}

export const Story = z.strictObject({
  formatVersion: z.literal(STORY_VERSION),
  id: z.string().min(1).max(80),
  title: Bilingual,
  summary: Bilingual,
  /** How long the whole is meant to take. */
  targetMinutes: z.number().positive().max(600).optional(),
  scenes: z.array(Scene).min(1).max(MOST_SCENES).superRefine(eachWithItsId),
  /** What its scenes show and hand on; absent: nothing. */
  files: StoryFiles.optional(),
})
export type Story = z.infer<typeof Story>

/** Does a claim hold? `unproven`: within the doubt of the figure it may or may not; `unknown`: no figure came. */
export const CLAIM_STANDINGS = ['holds', 'unproven', 'fails', 'unknown'] as const
export const ClaimAnswer = z.object({
  claim: Claim,
  standing: z.enum(CLAIM_STANDINGS),
  /** The figure as it is now; null: unknown. */
  now: Bilingual.nullable(),
})
export type ClaimAnswer = z.infer<typeof ClaimAnswer>

/** What a scene names that is not there. */
export const MissingName = z.object({
  /** A JSON Pointer into the scene. */
  pointer: z.string(),
  came: z.string(),
  expected: Bilingual,
})
export type MissingName = z.infer<typeof MissingName>

/** GET /api/stories/{storyId}/check → {items}: what of each scene no longer holds. */
export const SceneCheck = z.object({
  sceneId: z.string(),
  claims: z.array(ClaimAnswer),
  missing: z.array(MissingName),
})
export type SceneCheck = z.infer<typeof SceneCheck>

/** One of several that a figure ranks. */
export const RankedRow = z.object({
  /** Of a park, of a site, or of a place of one's own. */
  id: z.string(),
  name: Bilingual,
  lngLat: LngLatShape,
  rank: z.number().int(),
  /** 1: nobody can tell it apart from the first. */
  group: z.number().int(),
  /** How often it is the first in the joint draws, 0 … 1. */
  chanceFirst: z.number(),
  /** The score as each language writes it, an interval where the doubt is wide. */
  said: Bilingual,
  /** Of the longest bar there can be, 0 … 1: the centre, and what nine in ten draws give. */
  share: z.number(),
  shareLow: z.number(),
  shareHigh: z.number(),
})
export type RankedRow = z.infer<typeof RankedRow>

/** What a figure of many numbers says, as it is read: a head over each column, a name before each row. */
export const FigureTable = z.object({
  columns: z.array(Bilingual),
  /** What the columns stand for where each has a letter, A for the first; `lngLat` null: nowhere. */
  places: z.array(z.object({ id: z.string(), lngLat: LngLatShape.nullable() })).optional(),
  rows: z.array(
    z.object({
      name: Bilingual,
      /** Of the cells of this row; null: that of the table. */
      unit: Bilingual.nullable(),
      /** In the order of the columns. `said` null: unknown. */
      cells: z.array(
        z.object({ said: Bilingual.nullable(), mark: z.enum(['best', 'worst']).nullable() }),
      ),
    }),
  ),
  /** Of every cell; null: it stands with the rows or the columns. */
  unit: Bilingual.nullable(),
})
export type FigureTable = z.infer<typeof FigureTable>

/** A live figure worked out. */
export const FigureAnswer = z.object({
  /** What came out, in the unit of the Chinese text; null: unknown. */
  value: z.union([z.number(), z.string()]).nullable(),
  /** The doubt that the precision of places puts on it; null: none. */
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** How many there are in all, where the value is a part of them. */
  total: z.number().nullable(),
  /** The value as each language writes it, an interval where the doubt is wide; null: unknown. */
  said: Bilingual.nullable(),
  unit: Bilingual.nullable(),
  /** The plan's own words behind a target. */
  clauseZh: z.string().nullable(),
  /** What it was counted from, and what could not be counted. */
  source: Bilingual,
  /** The best of a ranking, in its order; absent: the figure ranks nothing. */
  rows: z.array(RankedRow).optional(),
  /** Absent: the figure is no table. */
  table: FigureTable.optional(),
})
export type FigureAnswer = z.infer<typeof FigureAnswer>

/** GET /api/stories/{storyId}/figures → {items}: per scene, one answer per figure in its order. */
export const SceneFigures = z.object({
  sceneId: z.string(),
  figures: z.array(FigureAnswer),
  /** What the analysis on the map of the scene stands on; null: it has none. */
  analysisSource: Bilingual.nullable(),
})
export type SceneFigures = z.infer<typeof SceneFigures>

/** POST /api/stories/preview */
export const StoryPreview = z.object({
  story: Story,
  figures: z.array(SceneFigures),
  checks: z.array(SceneCheck),
})
export type StoryPreview = z.infer<typeof StoryPreview>
