// How far every vehicle plant and the nearest hubs are from each of the compared, on one axis.
import { type DocumentLanguage, said } from '#geodata/analysis/siting/document/column.ts'
import {
  figureParts,
  minutesAxis,
  type RowDrawn,
  rowHeight,
  rowParts,
} from '#geodata/drawing/charts/minutes-row.ts'
import { MOST_HUBS, WAY_KINDS, type Way, waysOf } from '#geodata/drawing/charts/of-comparison.ts'
import { type Part, part, textInLines } from '#geodata/drawing/charts/part.ts'
import { titleLines } from '#geodata/drawing/charts/title-lines.ts'
import { letterOf } from '#geodata/model/column-letter.ts'
import { type Chart, lineKey, type Named } from '#server/maps/charts/chart.ts'
import { nothingToDraw } from '#server/maps/charts/nothing.ts'

const [NAME_WIDTH, ROW_WIDTH] = [200, 360]
const NAME_PLACES = 34
const LEADING = 12
const HEAD = 22
const FIGURES = 18
const across = (share: number) => NAME_WIDTH + share * ROW_WIDTH

export const roadTimesChart: Chart = {
  title: '路程时间 Road times',
  description:
    'Truck minutes from each of the compared to every vehicle plant and the nearest hubs.',
  drawing: ({ result, named, asked, language }) => {
    const ends = asked.ends ?? 'likely'
    const [plants = [], hubs = []] = WAY_KINDS.map((kind) => waysOf(result, named, kind, ends))
    const near = hubs.slice(0, MOST_HUBS)
    if (plants.length + near.length === 0) {
      throw nothingToDraw({ zh: '没有整车厂和枢纽', en: 'there is no vehicle plant and no hub' })
    }
    const farthest = [...plants, ...near].flatMap(({ minutes }) =>
      minutes.flatMap((one) => one?.high ?? []),
    )
    const { ticks } = minutesAxis(farthest)
    const groups = [
      { title: said({ zh: '整车厂', en: 'Vehicle plants' }, language), ways: plants },
      { title: said({ zh: '枢纽', en: 'Hubs' }, language), ways: near },
    ].filter(({ ways }) => ways.length > 0)
    const drawn = stackedGroups(groups, named, ticks, language)
    return {
      title: said(
        {
          zh: '到各整车厂和枢纽的卡车分钟',
          en: 'Truck minutes to every vehicle plant and hub',
        },
        language,
      ),
      hint: said(
        ends === 'bounds'
          ? {
              zh: '同一标尺，以零为起点；灰线为可能的最大范围',
              en: 'one axis from zero; grey lines are the outer bounds',
            }
          : {
              zh: '同一标尺，以零为起点；灰线为十次抽样中九次的范围',
              en: 'one axis from zero; grey lines are what nine in ten draws give',
            },
        language,
      ),
      ...drawn,
      key: lineKey(named, ({ index, name }) => `${letterOf(index)} ${name}`),
      notes:
        hubs.length > near.length
          ? [
              said(
                {
                  zh: `另有 ${hubs.length - near.length} 个枢纽较远，未画。`,
                  en: `Another ${hubs.length - near.length} hubs are farther and not drawn.`,
                },
                language,
              ),
            ]
          : [],
    }
  },
}

type Group = { title: string; ways: readonly Way[] }

function stackedGroups(
  groups: readonly Group[],
  named: readonly Named[],
  ticks: readonly number[],
  language: DocumentLanguage,
): { size: { width: number; height: number }; parts: Part[] } {
  let y = 0
  const parts: Part[] = []
  for (const { title, ways } of groups) {
    parts.push(part('text', 'picture-text strong', { x: 0, y: y + HEAD - 7 }, title))
    y += HEAD
    for (const way of ways) {
      const row = rowOf(way, named, ticks)
      const lines = titleLines(wayTold(way, named, language), NAME_PLACES)
      const height = Math.max(rowHeight(row), lines.length * LEADING)
      parts.push(
        textInLines('picture-text', lines, { x: 0, y: y + 14, anchor: 'start', leading: LEADING }),
        part('g', null, { transform: `translate(0 ${y})` }, ...rowParts(row, across)),
      )
      y += height
    }
    const unit = said({ zh: '分钟', en: 'min' }, language)
    parts.push(
      part('g', null, { transform: `translate(0 ${y})` }, ...figureParts(ticks, unit, across)),
    )
    y += FIGURES
  }
  return { size: { width: NAME_WIDTH + ROW_WIDTH, height: y }, parts }
}

const rowOf = ({ minutes }: Way, named: readonly Named[], ticks: readonly number[]): RowDrawn => ({
  ticks,
  marks: named.flatMap(({ index }, slot) => {
    const own = minutes[slot]
    return own ? [{ index, ...own }] : []
  }),
})

/** Its name, and of whom its minutes are not known: that is no mark at zero. */
function wayTold({ title, minutes }: Way, named: readonly Named[], language: DocumentLanguage) {
  const unknown = named.filter((_, slot) => !minutes[slot]).map(({ index }) => letterOf(index))
  const name = said(title, language)
  if (unknown.length === 0) return name
  return said(
    {
      zh: `${name}（${unknown.join('、')} 未知）`,
      en: `${name} (${unknown.join(', ')} unknown)`,
    },
    language,
  )
}
