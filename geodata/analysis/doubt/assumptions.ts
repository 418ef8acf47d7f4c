// What is assumed of everything that is not known? One table, shown with every answer, to be changed by who asks.
import { DOUBT_SEED } from '#geodata/analysis/doubt/draws.ts'
import { LIKELY_SHARE } from '#geodata/analysis/doubt/likely.ts'
import type { DoubtAsked, DoubtAssumption, DoubtTold } from '#geodata/contract/processes/doubt.ts'

/** On which draws an answer stands; `ids`: the assumptions that it uses, absent: all. */
export function doubtTold(asked: DoubtAsked, ids?: readonly string[]): DoubtTold {
  return {
    draws: asked.draws,
    seed: DOUBT_SEED,
    likelyShare: LIKELY_SHARE,
    assumptions: doubtAssumptions(asked).filter(({ id }) => ids?.includes(id) ?? true),
  }
}

/** In the order in which they are told. */
function doubtAssumptions({ speedLow, speedHigh, makerChance }: DoubtAsked): DoubtAssumption[] {
  return [
    {
      id: 'place',
      title: { zh: '不精确的位置', en: 'Where an imprecise place is' },
      low: null,
      high: null,
      unit: 'disc',
      reason: {
        zh: '在其精度所定的圆内处处同样可能，只在本区县内，不在河中；取十六个点',
        en: 'Anywhere in the disc of its precision alike, inside its district and not in a river; sixteen points stand for it.',
      },
    },
    {
      id: 'speed',
      title: { zh: '全部行驶时间的倍数', en: 'Factor on all driving times' },
      low: speedLow,
      high: speedHigh,
      unit: 'factor',
      reason: {
        zh: '重车车速均为规划取值，未见本地观测；一次抽样里所有行程同快同慢',
        en: 'All truck speeds are planning values, none is observed here; in one draw all trips are faster or slower together.',
      },
    },
    {
      id: 'maker',
      title: {
        zh: '只登记到环节的企业能做某项投入的可能',
        en: 'Chance that a firm known by segment only makes an input',
      },
      low: makerChance ?? null,
      high: makerChance ?? null,
      unit: 'chance',
      reason: {
        zh: '按该环节已登记产品的企业中能做的占比推算；不计入中心值，只放宽范围',
        en: 'By the share among firms of the segment whose products are recorded; it widens ranges and never carries the central value.',
      },
    },
    {
      id: 'freight',
      title: {
        zh: '运价、回程计费与排放因子',
        en: 'Freight price, paid way back, emission factor',
      },
      low: null,
      high: null,
      unit: 'documented',
      reason: {
        zh: '在有据的上下限之间同样可能，所有行程取同一值',
        en: 'Anywhere between the documented ends alike, the same for all trips.',
      },
    },
    {
      id: 'unknown',
      title: { zh: '未知的条件', en: 'A criterion of which nothing is known' },
      low: 0,
      high: 1,
      unit: 'value',
      reason: {
        zh: '其价值在 0 到 1 之间同样可能，每处候选各取各的',
        en: 'Its value is anywhere between 0 and 1 alike, for each place on its own.',
      },
    },
  ]
}
