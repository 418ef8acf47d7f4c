// What may a park be asked? A new question is a row here.

import type { Asked, Asking } from '#geodata/analysis/questionnaire/question.ts'
import { land } from '#geodata/analysis/siting/criteria/land.ts'
import { plantMinutes } from '#geodata/analysis/siting/criteria/plant-minutes.ts'
import { freeLandOf } from '#geodata/analysis/siting/free-land.ts'
import { answerOf } from '#geodata/analysis/siting/park-answer.ts'
import { STAGE_WORD } from '#geodata/analysis/told/unit-words.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import { PARK_ITEMS, type ParkItem } from '#geodata/model/park-item.ts'
import { PRECISION_RADIUS_KILOMETERS } from '#geodata/model/precision.ts'

export const NOT_KNOWN = { id: 'notKnown', words: { zh: '不清楚', en: 'not known' } }

/** Whether something is there. */
const STATES: Asked['choices'] = [
  { id: 'there', words: { zh: '有', en: 'yes' } },
  { id: 'absent', words: { zh: '没有', en: 'no' } },
  { id: 'building', words: { zh: '在建', en: 'being built' } },
  NOT_KNOWN,
]

const STAGES: Asked['choices'] = [
  ...(['candidate', 'creating', 'recognised'] as const).map((id) => ({
    id,
    words: STAGE_WORD[id],
  })),
  NOT_KNOWN,
]

export const DATUM_CHOICES: Asked['choices'] = [
  { id: 'wgs84', words: { zh: 'CGCS2000', en: 'WGS84' } },
  { id: 'gcj02', words: { zh: 'GCJ-02', en: 'GCJ-02' } },
  { id: 'bd09', words: { zh: 'BD-09', en: 'BD-09' } },
]

const NOTHING: Bilingual = { zh: '没有记载', en: 'Nothing is on record' }

type OfItem = Omit<Asked, 'id' | 'kind' | 'choices' | 'isPlace' | 'into' | 'open'> & {
  item: ParkItem
  /** null: it is known well enough. */
  open?: (asking: Asking) => { now: Bilingual; why: Bilingual } | null
}

/** A question whose answer is an item of what parks answer; it is open until the park answers. */
function ofItem({ item, open = unrecorded, ...words }: OfItem): Asked {
  const kind = PARK_ITEMS[item] === 'state' ? 'choice' : 'amount'
  return {
    ...words,
    id: item,
    kind,
    choices: kind === 'choice' ? STATES : [],
    isPlace: false,
    into: { item },
    open: (asking) => {
      const answer = answerOf(asking.facts, asking.park, item)
      if (answer && answer.state !== 'notKnown' && answer.state !== 'building') return null
      return open(asking)
    },
  }
}

function unrecorded(): { now: Bilingual; why: Bilingual } {
  return { now: NOTHING, why: NOTHING }
}

const HECTARES: Bilingual = { zh: '公顷', en: 'ha' }

export const QUESTIONS: readonly Asked[] = [
  ofItem({
    item: 'freeLandHectares',
    words: {
      zh: '未开发、能供地的工业用地还有多少？',
      en: 'How much undeveloped industrial land can be supplied?',
    },
    unit: HECTARES,
    criterion: land.id,
    need: 'landHectares',
    open: ({ facts, park }) => {
      const free = freeLandOf(facts, candidateOf(park))
      if (free.kind === 'exactly') return null
      const now =
        free.kind === 'unknown'
          ? free.reason
          : {
              zh: `至多 ${free.hectares} 公顷（规划面积）`,
              en: `At most ${free.hectares} ha, the planned area`,
            }
      return { now, why: now }
    },
  }),
  ofItem({
    item: 'powerMegavoltAmperes',
    words: { zh: '能供多少电力容量？', en: 'How much power can be supplied?' },
    unit: { zh: '兆伏安', en: 'MVA' },
    criterion: null,
    need: 'powerMegavoltAmperes',
  }),
  {
    id: 'place',
    words: {
      zh: '园区主入口在哪里？请填经度、纬度和坐标系',
      en: 'Where is the main gate? Longitude, latitude and their datum',
    },
    unit: { zh: '度，坐标系', en: 'degrees, datum' },
    kind: 'place',
    choices: DATUM_CHOICES,
    criterion: null,
    need: null,
    isPlace: true,
    into: { field: 'place' },
    open: ({ park, terms }) => {
      const { coordPrecision } = park.properties
      const radius = PRECISION_RADIUS_KILOMETERS[coordPrecision]
      if (coordPrecision === 'site' || coordPrecision === 'street') return null
      const [low, high] =
        terms.find(({ criterion }) => criterion === plantMinutes.id)?.rawLikely ?? []
      const [zh, en] = KNOWN_TO[coordPrecision]
      const spread = radius === null ? '' : `±${radius} km`
      const minutes = low === undefined || high === undefined ? null : [low, high].map(Math.round)
      return {
        now: { zh: `${zh}${spread && `（${spread}）`}`, en: `${en}${spread && ` (${spread})`}` },
        why: {
          zh: `现在只${zh}${minutes ? `，到整车厂的分钟只能写 ${minutes.join('–')}` : ''}`,
          en: `${en}${minutes ? `: minutes to the plants can only be told as ${minutes.join('–')}` : ''}`,
        },
      }
    },
  },
  ...(
    [
      ['gas', '有没有管道天然气？', 'Is piped natural gas available?'],
      ['steam', '有没有园区蒸汽？', 'Does the park supply steam?'],
      ['water', '有没有工业用水供应？', 'Is industrial water supplied?'],
      ['wasteWater', '能不能接工业污水？', 'Is industrial waste water taken?'],
      [
        'chemicalPark',
        '是否化工园区，或可存放危化品？',
        'Is it a chemical park, or licensed for hazardous goods?',
      ],
    ] as const
  ).map(([item, zh, en]) =>
    ofItem({ item, words: { zh, en }, unit: null, criterion: null, need: item }),
  ),
  ofItem({
    item: 'floorLoad',
    words: { zh: '标准厂房地面能承多重？', en: 'What load does the floor of the halls bear?' },
    unit: { zh: '吨/平方米', en: 't/m²' },
    criterion: null,
    need: 'floorLoad',
  }),
  ofItem({
    item: 'landPrice',
    words: { zh: '工业用地出让价是多少？', en: 'What is the price of industrial land?' },
    unit: { zh: '元/平方米', en: 'yuan/m²' },
    criterion: null,
    need: null,
    open: pricedElsewhere([
      'industrial_land_deal_price',
      'industrial_land_offer_price',
      'industrial_land_grade',
    ]),
  }),
  ofItem({
    item: 'factoryRent',
    words: { zh: '标准厂房月租是多少？', en: 'What is the monthly rent of standard halls?' },
    unit: { zh: '元/平方米·月', en: 'yuan/m² a month' },
    criterion: null,
    need: null,
    open: pricedElsewhere(['factory_rent']),
  }),
  {
    id: 'stage',
    words: {
      zh: '官方文件认定它为特色零部件园了吗？来源请写文号',
      en: 'Does an official document recognise it as a parts park? Give its number as the source',
    },
    unit: null,
    kind: 'choice',
    choices: STAGES,
    criterion: null,
    need: null,
    isPlace: false,
    into: { field: 'stage' },
    open: ({ park }) =>
      park.properties.stage === 'candidate'
        ? {
            now: STAGE_WORD.candidate,
            why: {
              zh: '图上现记作候选，因为没查到文件',
              en: 'Shown as a candidate: no document was found',
            },
          }
        : null,
  },
]

const KNOWN_TO = {
  town: ['知道到乡镇', 'It is known to the town only'],
  district: ['知道到区县', 'It is known to the district only'],
  unknown: ['知道大概位置', 'Its place is not known'],
} as const

/** A price of the park itself is enough; one of its district stands in for it. */
function pricedElsewhere(items: readonly string[]): Asked['open'] {
  return ({ facts: { landUtilities }, park: { properties } }) => {
    const rows = landUtilities.filter(({ item }) => items.includes(item))
    if (rows.some(({ parkId }) => parkId === properties.id)) return null
    const near = rows.find(
      ({ parkId, adcode }) => !parkId && adcode && adcode === properties.adcode,
    )
    const why = near
      ? { zh: '现按区县公布的价估', en: 'Now estimated from what is published for its district' }
      : {
          zh: '没有记载；算用地成本要用',
          en: 'Nothing is on record; the cost of the land hangs on it',
        }
    return { now: near ? { zh: '区县的价', en: 'the price of its district' } : NOTHING, why }
  }
}

function candidateOf(park: Asking['park']): Parameters<typeof freeLandOf>[1] {
  return { park, site: null }
}
