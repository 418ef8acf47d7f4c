// Who of the compared is first under which mix of three weights, and in how much of all mixes.
import { said } from '#geodata/analysis/siting/document/column.ts'
import { fillPart } from '#geodata/drawing/charts/letter-parts.ts'
import { mixesOf, mixNow, partsOf } from '#geodata/drawing/charts/of-comparison.ts'
import { part } from '#geodata/drawing/charts/part.ts'
import { titleLines } from '#geodata/drawing/charts/title-lines.ts'
import { TRIANGLE_SIZE, triangleParts } from '#geodata/drawing/charts/winner-triangle.ts'
import { letterOf } from '#geodata/model/column-letter.ts'
import type { Chart } from '#server/maps/charts/chart.ts'
import { nothingToDraw } from '#server/maps/charts/nothing.ts'

const percentOf = (share: number) => String(Math.round(share * 1000) / 10)
/** Places of Latin letters in a line of the title of a corner: above, and at the sides. */
const [ABOVE_PLACES, SIDE_PLACES] = [40, 22]
const SWATCH = { width: 32, height: 12, y: 1 }

export const winnersChart: Chart = {
  title: '谁居首 Who is first',
  description: 'Who of the compared is first under every mix of the weights of three criteria.',
  drawing: ({ result: { decides, criteria }, named, language }) => {
    const triangle = decides?.triangle
    if (!decides || !triangle) {
      throw nothingToDraw({
        zh: '参加排名的候选不足两处，或条件不足三项',
        en: 'fewer than two of the candidates are ranked, or there are fewer than three criteria',
      })
    }
    const ranked = named.filter(({ id }) => decides.ids.includes(id))
    const corner = (at: 0 | 1 | 2) => {
      const id = triangle.criteria[at]
      const title = criteria.find((one) => one.id === id)?.title ?? { zh: id, en: id }
      return titleLines(said(title, language), at === 0 ? ABOVE_PLACES : SIDE_PLACES)
    }
    const { parts, level } = partsOf(triangle, ranked)
    const percent = percentOf(triangle.share)
    return {
      title: said(
        { zh: '三项权重不同配比下的第一名', en: 'Who is first under which three weights' },
        language,
      ),
      hint: said(
        {
          zh: `三项合计占 ${percent}%，其余各项不变；越近一角，该项占比越高；双圈为现有配比`,
          en: `the three have ${percent}% together, the others stay; a corner is all for one, the double ring is the mix now`,
        },
        language,
      ),
      size: TRIANGLE_SIZE,
      parts: triangleParts(
        {
          corners: [corner(0), corner(1), corner(2)],
          mixes: mixesOf(triangle, ranked),
          steps: triangle.steps,
          now: mixNow(triangle, criteria),
        },
        'winners',
      ),
      key: ranked.map(({ index, name }) => {
        const id = `key-${index}`
        const share = parts.find((one) => one.index === index)?.share ?? 0
        return {
          sample: {
            kind: 'ground',
            parts: [
              part('defs', null, {}, fillPart(index, id)),
              part('rect', null, { ...SWATCH, fill: `url(#${id})` }),
              part('rect', 'swatch-edge', SWATCH),
            ],
          },
          text: `${letterOf(index)} ${name} ${percentOf(share)}%`,
        }
      }),
      notes:
        level > 0
          ? [
              said(
                { zh: `并列 ${percentOf(level)}%`, en: `Level in ${percentOf(level)}%` },
                language,
              ),
            ]
          : [],
    }
  },
}
