// What number does a live figure of a story stand for, and what was it worked out from?
import { firstNetwork, type KnownRegion } from '#geodata/analysis/answering/known-region.ts'
import { placeOf, type RegionFacts } from '#geodata/analysis/facts.ts'
import { type Ground, type Spread, spreadFrom, tripTo } from '#geodata/analysis/ground/trips.ts'
import { comparisonFigure } from '#geodata/analysis/stories/comparison-figure.ts'
import { disruptionFigure } from '#geodata/analysis/stories/disruption-figure.ts'
import { answerKept } from '#geodata/analysis/stories/kept-answers.ts'
import {
  cityMinutes,
  matrixFigure,
  minutesBetween,
  roadsOf,
} from '#geodata/analysis/stories/minutes-figures.ts'
import { rankingFigure } from '#geodata/analysis/stories/ranking-figure.ts'
import type { Link } from '#geodata/contract/collections.ts'
import type { PlanTask, TargetRow } from '#geodata/contract/documents.ts'
import type { Bilingual, SecondsInterval } from '#geodata/contract/shared.ts'
import type { FigureAnswer, LiveFigure, Where } from '#geodata/contract/stories.ts'
import { TARGET_UNITS } from '#geodata/model/target-unit.ts'

export type StoryFacts = RegionFacts & { links: Link[]; targets: TargetRow[]; tasks: PlanTask[] }

/** What figures of roads stand on: the network that answers, and the skeleton, whose stretches can be closed. */
export type StoryGrounds = { ground: Ground; skeleton: Ground }

export function groundsOf(region: Pick<KnownRegion, 'streets' | 'skeleton'>): StoryGrounds {
  return { ground: firstNetwork(region).ground, skeleton: region.skeleton.ground }
}

type Of<Kind extends LiveFigure['kind']> = Extract<LiveFigure, { kind: Kind }>
type Placed = Parameters<typeof placeOf>[0] & { properties: { id: string } }
type Counted = Of<'count'>['collection']

const LISTS: Record<Counted, Bilingual> = {
  parks: { zh: '园区名录', en: 'list of parks' },
  companies: {
    zh: '企业名录（只计已知者）',
    en: 'list of firms (known ones only)',
  },
  hubs: { zh: '货运枢纽名录', en: 'list of freight hubs' },
  links: { zh: '协同联系名录', en: 'list of collaboration links' },
}
/** Measure words of Chinese; in English the label carries the noun. */
const UNITS: Record<Counted | 'gaps' | 'tasks', Bilingual> = {
  parks: { zh: '个', en: '' },
  companies: { zh: '家', en: '' },
  hubs: { zh: '处', en: '' },
  links: { zh: '条', en: '' },
  gaps: { zh: '处', en: '' },
  tasks: { zh: '项', en: '' },
}

const NOTHING = { low: null, high: null, total: null, clauseZh: null }

type Answer<Kind extends LiveFigure['kind']> = (
  facts: StoryFacts,
  grounds: StoryGrounds,
  figure: Of<Kind>,
) => FigureAnswer

const ANSWERS: { [Kind in LiveFigure['kind']]: Answer<Kind> } = {
  count: (facts, _, figure) => count(facts, figure),
  target: (facts, _, figure) => target(facts, figure),
  within: (facts, { ground }, figure) => within(facts, ground, figure),
  minutes: (facts, { ground }, figure) => minutesBetween(facts, ground, figure),
  cityMinutes: (facts, { ground }, figure) => cityMinutes(facts, ground, figure),
  gaps: (facts, _, figure) => gaps(facts, figure),
  tasks: (facts, _, figure) => tasks(facts, figure),
  ranking: (facts, { ground }, figure) => rankingFigure(facts, ground, figure),
  matrix: (facts, { ground }, figure) => matrixFigure(facts, ground, figure),
  comparison: (facts, { ground }, figure) => comparisonFigure(facts, ground, figure),
  disruption: (facts, { skeleton }, figure) => disruptionFigure(facts, skeleton, figure),
  thinnest: (facts, _, figure) => thinnest(facts, figure),
}

/** Kinds that take long, and stand on nothing but the facts of the region and its roads. */
const KEPT: readonly LiveFigure['kind'][] = [
  'within',
  'ranking',
  'matrix',
  'comparison',
  'disruption',
]

export function answerFigure(
  facts: StoryFacts,
  grounds: StoryGrounds,
  figure: LiveFigure,
): FigureAnswer {
  const answer = ANSWERS[figure.kind] as Answer<LiveFigure['kind']>
  const workOut = () => answer(facts, grounds, figure)
  if (!KEPT.includes(figure.kind)) return workOut()
  const { links: _, targets: __, tasks: ___, ...regionFacts } = facts
  const { id, label, place, system, ...question } = figure
  return answerKept(regionFacts, grounds.ground, JSON.stringify(question), workOut)
}

/** Does a feature have every property asked for? A list property needs the value among its members. */
export function matches(properties: Record<string, unknown>, where: Where): boolean {
  return Object.entries(where).every(([name, wanted]) => {
    const has = properties[name]
    const values = (Array.isArray(has) ? has : [has]).map(String)
    return [wanted].flat().some((value) => values.includes(value))
  })
}

function count(facts: StoryFacts, { collection, where }: Of<'count'>): FigureAnswer {
  const all: { properties: Record<string, unknown> }[] = facts[collection]
  const value = all.filter(({ properties }) => matches(properties, where)).length
  return { ...NOTHING, value, ...saidAs(value, UNITS[collection]), source: LISTS[collection] }
}

/** A row of the plan as its source gives it: "1-2" and "200+" stay words, nothing is rounded. */
function target({ targets }: StoryFacts, { rowId }: Of<'target'>): FigureAnswer {
  const row = targets.find((one) => one.rowId === rowId)
  const number = row?.value == null || row.value === '' ? Number.NaN : Number(row.value)
  const value = Number.isNaN(number) ? row?.value || null : number
  const unit = row?.unit ? { zh: row.unit, en: TARGET_UNITS[row.unit]?.en ?? row.unit } : null
  const per = TARGET_UNITS[row?.unit ?? '']?.per ?? 1
  const sourceZh = row?.sourceClass === 'none' ? '一般了解，未核实' : (row?.source ?? '')
  const isSourced = row !== undefined && row.sourceClass !== 'none'
  const nothingEn = isSourced ? `no figure in ${row.source}` : 'no public source found'
  const sourceEn = value === null ? nothingEn : (row?.source ?? '')
  const english = typeof value === 'number' ? value / per : value
  return {
    ...NOTHING,
    value,
    said: value === null ? null : { zh: written(value, 'zh'), en: written(english ?? '', 'en') },
    unit,
    clauseZh: row?.clause ?? null,
    source: { zh: value === null && row?.note ? row.note : sourceZh, en: sourceEn },
  }
}

function within(facts: StoryFacts, ground: Ground, figure: Of<'within'>): FigureAnswer {
  const { collection, where, parkId, minutes } = figure
  const origin = facts.parks.find(({ properties }) => properties.id === parkId)
  const all: Placed[] = facts[collection]
  const asked = all.filter(
    ({ properties }) => properties.id !== parkId && matches(properties, where),
  )
  const place = origin && placeOf(origin)
  const spread = place && spreadFrom(ground, place)
  const durations = asked.map((one) => spread && durationTo(ground, spread, one))
  const unmeasured = durations.filter((duration) => !duration).length
  const upTo = (end: keyof SecondsInterval) =>
    durations.filter((duration) => duration && duration[end] <= minutes * 60).length
  const value = spread ? upTo('centralSeconds') : null
  const roads = roadsOf(ground)
  const missing =
    unmeasured > 0
      ? { zh: `；${unmeasured} 处无法测算，未计入`, en: `; ${unmeasured} could not be measured` }
      : { zh: '', en: '' }
  return {
    ...NOTHING,
    value,
    low: spread ? upTo('highSeconds') : null,
    high: spread ? upTo('lowSeconds') : null,
    total: asked.length,
    ...saidAs(value, UNITS[collection]),
    source: {
      zh: `${roads.zh}；${LISTS[collection].zh}${missing.zh}`,
      en: `${roads.en}; ${LISTS[collection].en}${missing.en}`,
    },
  }
}

function gaps(facts: StoryFacts, { where }: Of<'gaps'>): FigureAnswer {
  const assigned = facts.parks
    .filter(({ properties }) => matches(properties, where))
    .flatMap(({ properties }) =>
      properties.segmentIds.map((segmentId) => [properties.id, segmentId]),
    )
  const value = assigned.filter(
    ([parkId, segmentId]) =>
      !facts.companies.some(
        ({ properties }) =>
          properties.parkId === parkId && properties.segmentIds.includes(segmentId ?? ''),
      ),
  ).length
  // A firm whose park is not known can fill no gap: say how many there are.
  const homeless = facts.companies.filter(({ properties }) => properties.parkId === null).length
  return {
    ...NOTHING,
    value,
    total: assigned.length,
    ...saidAs(value, UNITS.gaps),
    source: {
      zh: `${LISTS.parks.zh}里的分工；${LISTS.companies.zh}；${homeless} 家未归入园区，不计`,
      en: `assignments in the ${LISTS.parks.en}; ${LISTS.companies.en}; ${homeless} firms of no known park are left out`,
    },
  }
}

function tasks({ tasks: all }: StoryFacts, figure: Of<'tasks'>): FigureAnswer {
  const { part, isSideNamed } = figure
  const ofPart = all.filter((task) => part === undefined || task.part.zh === part)
  const value = ofPart.filter(
    ({ responsible }) => isSideNamed === undefined || responsible.length > 0 === isSideNamed,
  ).length
  // What is a part of them says of how many.
  const total = isSideNamed === undefined ? null : ofPart.length
  const sources = [...new Set(ofPart.map(({ source }) => source))].join('；')
  return {
    ...NOTHING,
    value,
    total,
    ...saidAs(value, UNITS.tasks),
    source: { zh: sources, en: sources },
  }
}

function thinnest(facts: StoryFacts, { where }: Of<'thinnest'>): FigureAnswer {
  const firms = facts.companies.filter(({ properties }) => matches(properties, where))
  const segments = facts.taxonomy
    .filter(({ system }) => system !== null)
    .map(({ segmentId, name }) => ({
      name,
      firms: firms.filter(({ properties }) => properties.segmentIds.includes(segmentId)).length,
    }))
  const least = Math.min(...segments.map((segment) => segment.firms))
  const names = segments.filter((segment) => segment.firms === least).map(({ name }) => name)
  if (names.length === 0) {
    return { ...NOTHING, value: null, said: null, unit: null, source: LISTS.companies }
  }
  const zh = names.map((name) => name.zh).join('、')
  const en = names.map((name) => name.en).join(', ')
  const each = names.length > 1
  return {
    ...NOTHING,
    value: zh,
    said: {
      zh: `${zh}（${each ? '各 ' : ''}${least} 家）`,
      en: `${en}, ${least}${each ? ' each' : ''}`,
    },
    unit: null,
    source: LISTS.companies,
  }
}

function durationTo(ground: Ground, spread: Spread, feature: Placed): SecondsInterval | null {
  const place = placeOf(feature)
  const trip = place && tripTo(ground, spread, place)
  return trip?.kind === 'reached' ? trip.duration : null
}

function saidAs(
  value: number | null,
  unit: Bilingual,
): { said: Bilingual | null; unit: Bilingual } {
  if (value === null) return { said: null, unit }
  return { said: { zh: written(value, 'zh'), en: written(value, 'en') }, unit }
}

function written(value: number | string, language: 'zh' | 'en'): string {
  if (typeof value === 'string') return value
  return language === 'en' ? value.toLocaleString('en') : String(value)
}
