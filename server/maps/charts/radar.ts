// Who is good at what: the values of the weighed criteria of each of the compared.
import { said } from '#geodata/analysis/siting/document/column.ts'
import { radarValue } from '#geodata/drawing/charts/of-comparison.ts'
import { RADAR_SIZE, radarParts } from '#geodata/drawing/charts/radar.ts'
import { titleLines } from '#geodata/drawing/charts/title-lines.ts'
import { letterOf } from '#geodata/model/column-letter.ts'
import { type Chart, lineKey } from '#server/maps/charts/chart.ts'
import { nothingToDraw } from '#server/maps/charts/nothing.ts'

/** Places of Latin letters in a line of an axis title. */
const TITLE_PLACES = 14

export const radarChart: Chart = {
  title: '各项价值 Values by criterion',
  description: 'The values of the compared on every weighed criterion, unknown ones as a range.',
  drawing: ({ result: { criteria, candidates }, named, asked, language }) => {
    const weighed = criteria.filter(({ weight }) => weight > 0)
    const termsOf = (id: string) => candidates.find((one) => one.id === id)?.terms ?? []
    const measured = named.filter(({ id }) => termsOf(id).length > 0)
    if (weighed.length < 3 || measured.length === 0) {
      throw nothingToDraw({
        zh: '有权重的条件不足三项，或候选都没有测算',
        en: 'fewer than three criteria have weight, or no candidate is measured',
      })
    }
    const shapes = measured.map(({ index, id }) => ({
      index,
      values: weighed.map((criterion) =>
        radarValue(
          termsOf(id).find((one) => one.criterion === criterion.id) ?? null,
          asked.ends ?? 'likely',
        ),
      ),
    }))
    const unknown = weighed.flatMap(({ title }, axis) => {
      const letters = shapes
        .filter(({ values }) => values[axis]?.known === false)
        .map(({ index }) => letterOf(index))
      if (letters.length === 0) return []
      return [
        said(
          { zh: `${letters.join('、')} 的${title.zh}`, en: `${title.en} of ${letters.join(', ')}` },
          language,
        ),
      ]
    })
    const list = unknown.join(said({ zh: '；', en: '; ' }, language))
    return {
      title: said(
        { zh: '各项价值，外圈为好', en: 'Value by criterion, outside is good' },
        language,
      ),
      hint: said(
        {
          zh: '每轴自中心 0 至外圈 100，按价值函数折算',
          en: 'each axis from 0 in the middle to 100 outside, by its value function',
        },
        language,
      ),
      size: RADAR_SIZE,
      parts: radarParts({
        axes: weighed.map(({ title }) => titleLines(said(title, language), TITLE_PLACES)),
        shapes,
        front: null,
      }),
      key: lineKey(measured, ({ index, name }) => `${letterOf(index)} ${name}`),
      notes:
        unknown.length === 0
          ? []
          : [
              said(
                {
                  zh: `未知：${list}。画在中点，粗点线为可能范围，不按零计。`,
                  en: `Unknown: ${list}. Drawn at the middle of what is possible, the thick dotted line is the range; never counted as zero.`,
                },
                language,
              ),
            ],
    }
  },
}
