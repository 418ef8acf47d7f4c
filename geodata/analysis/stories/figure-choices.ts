// Which live figures can be put into the words of a scene? Read off the lists, so that none is typed.
import type { Hub, Park } from '#geodata/contract/collections.ts'
import type { TargetRow, TaxonomySegment } from '#geodata/contract/documents.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import { LiveFigure } from '#geodata/contract/stories.ts'

export type Known = {
  targets: readonly TargetRow[]
  taxonomy: readonly TaxonomySegment[]
  parks: readonly Park[]
  hubs: readonly Hub[]
  /** Districts that have a park or a firm, by their names of 2025. */
  districts: readonly Bilingual[]
  /** The park the scene is about; null: none. */
  parkId: string | null
}

/** Makers of parts and materials. */
const MAKERS = { kind: ['tier1', 'tier2', 'material'] }
const NEAR_MINUTES = 60

/** Property and value → what is counted, per collection. */
const COUNTS: readonly [id: string, collection: string, where: object, label: Bilingual][] = [
  [
    'vehicleParks',
    'parks',
    { role: 'vehicle' },
    { zh: '候选整车园', en: 'candidate vehicle parks' },
  ],
  ['partsParks', 'parks', { role: 'parts' }, { zh: '特色零部件园', en: 'specialty parts parks' }],
  ['jointParks', 'parks', { role: 'joint' }, { zh: '共建园区', en: 'joint parks' }],
  [
    'firms',
    'companies',
    MAKERS,
    { zh: '已知零部件与材料企业', en: 'known parts and material firms' },
  ],
  ['oems', 'companies', { kind: 'oem' }, { zh: '已知整车企业与工厂', en: 'known vehicle makers' }],
  [
    'unplaced',
    'companies',
    { coordPrecision: 'unknown' },
    { zh: '位置未知的企业', en: 'firms without a known place' },
  ],
  ['hubs', 'hubs', {}, { zh: '货运枢纽', en: 'freight hubs' }],
  ['links', 'links', {}, { zh: '协同联系', en: 'collaboration links' }],
  ['industryLinks', 'links', { kind: 'industry' }, { zh: '产业配套类协同', en: 'links of supply' }],
  ['parkLinks', 'links', { kind: 'park' }, { zh: '共建园区类协同', en: 'links about joint parks' }],
]

/** Every figure there is to choose, each with its label; those of the scene's park first. */
export function figureChoices(known: Known): LiveFigure[] {
  const { targets, taxonomy } = known
  return [
    ...ofPark(known),
    ...COUNTS.map(([id, collection, where, label]) =>
      figureOf({ kind: 'count', id, collection, where, label }),
    ),
    ...taxonomy.map(({ segmentId, name }) =>
      figureOf({
        kind: 'count',
        id: 'segmentFirms',
        collection: 'companies',
        where: { ...MAKERS, segmentIds: segmentId },
        label: { zh: `已知${name.zh}企业`, en: `known firms of ${name.en}` },
      }),
    ),
    ...known.districts.flatMap(ofDistrict),
    figureOf({
      kind: 'tasks',
      id: 'tasks',
      label: { zh: '行动计划任务', en: 'tasks of the plan' },
    }),
    figureOf({
      kind: 'tasks',
      id: 'namedTasks',
      isSideNamed: true,
      label: { zh: '已明确责任单位的任务', en: 'tasks with a responsible side' },
    }),
    figureOf({
      kind: 'gaps',
      id: 'gaps',
      where: { role: 'parts' },
      label: { zh: '尚无已知企业的分工', en: 'assignments without a known firm' },
    }),
    figureOf({
      kind: 'thinnest',
      id: 'thinnest',
      where: MAKERS,
      label: { zh: '已知企业最少的环节', en: 'segments with the fewest known firms' },
    }),
    ...targets.map(({ rowId, metric, asOf }) =>
      figureOf({ kind: 'target', id: 'target', rowId, label: dated(metric, asOf) }),
    ),
  ]
}

function ofDistrict({ zh, en }: Bilingual): LiveFigure[] {
  const there = { district2025Zh: zh }
  return [
    figureOf({
      kind: 'count',
      id: 'districtFirms',
      collection: 'companies',
      where: { ...MAKERS, ...there },
      label: { zh: `${zh}已知零部件与材料企业`, en: `known part and material firms in ${en}` },
    }),
    figureOf({
      kind: 'count',
      id: 'districtParks',
      collection: 'parks',
      where: there,
      label: { zh: `${zh}园区`, en: `parks in ${en}` },
    }),
  ]
}

function ofPark({ parks, hubs, parkId }: Known): LiveFigure[] {
  const park = parks.find(({ properties }) => properties.id === parkId)?.properties
  if (!park) return []
  const from = { zh: park.labelZh, en: park.labelEn || park.labelZh }
  const near = (id: string, collection: string, where: object, of: Bilingual) =>
    figureOf({
      kind: 'within',
      id,
      collection,
      where,
      parkId: park.id,
      minutes: NEAR_MINUTES,
      label: {
        zh: `距${from.zh} ${NEAR_MINUTES} 卡车分钟以内的${of.zh}`,
        en: `${of.en} within ${NEAR_MINUTES} truck minutes of ${from.en}`,
      },
    })
  return [
    near('partsWithin', 'parks', { role: 'parts' }, { zh: '零部件园', en: 'parts parks' }),
    near('firmsWithin', 'companies', MAKERS, {
      zh: '零部件与材料企业',
      en: 'parts and material firms',
    }),
    ...hubs.map(({ properties: { id, nameZh, nameEn } }) =>
      figureOf({
        kind: 'minutes',
        id: 'minutes',
        from: { collection: 'parks', id: park.id },
        to: { collection: 'hubs', id },
        label: { zh: `${from.zh}到${nameZh}`, en: `${from.en} to ${nameEn || nameZh}` },
      }),
    ),
  ]
}

const figureOf = (figure: object): LiveFigure => LiveFigure.parse(figure)

const dated = (metric: Bilingual, asOf: string | null): Bilingual =>
  asOf ? { zh: `${metric.zh}（${asOf}）`, en: `${metric.en} (${asOf})` } : metric

/** Those whose label has every word of the search, in either language; so many at most. */
export function searched(choices: readonly LiveFigure[], text: string, most: number): LiveFigure[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const hasAll = ({ label, id }: LiveFigure) => {
    const all = `${label.zh} ${label.en} ${id}`.toLowerCase()
    return words.every((word) => all.includes(word))
  }
  return choices.filter(hasAll).slice(0, most)
}

/** What is typed since the last brace that is not closed; null: no figure is being called. */
export function calledAt(text: string, caret: number): { from: number; word: string } | null {
  const from = caret > 0 ? text.lastIndexOf('{', caret - 1) : -1
  if (from < 0) return null
  const word = text.slice(from + 1, caret)
  return /[{}\n]/.test(word) ? null : { from, word }
}
