// How the scores of the compared go with the weight of one criterion, and where one passes another.

import { unknownId } from '#geodata/analysis/answering/asked.ts'
import { said } from '#geodata/analysis/siting/document/column.ts'
import { crossingsOf, linesByWeight, scoreLines } from '#geodata/drawing/charts/of-comparison.ts'
import { WEIGHTS_SIZE, weightParts } from '#geodata/drawing/charts/weight-lines.ts'
import { letterOf } from '#geodata/model/column-letter.ts'
import { type Chart, lineKey } from '#server/maps/charts/chart.ts'
import { nothingToDraw } from '#server/maps/charts/nothing.ts'

const percentOf = (share: number) => String(Math.round(share * 1000) / 10)

export const weightsChart: Chart = {
  title: '得分随权重 Score by weight',
  description: 'Scores of the compared as the weight of one criterion goes from none to all.',
  drawing: ({ result: { decides, criteria }, named, asked, language }) => {
    if (!decides) {
      throw nothingToDraw({
        zh: '参加排名的候选不足两处',
        en: 'fewer than two of the candidates are ranked',
      })
    }
    const { criterion } = asked
    const byWeight = linesByWeight(decides)
    const line = criterion ? byWeight.find((one) => one.criterion === criterion) : byWeight[0]
    if (!line) throw unknownId(criterion ?? '', '/inputs/criterion')
    const ranked = named.filter(({ id }) => decides.ids.includes(id))
    const titled = criteria.find(({ id }) => id === line.criterion)?.title
    const subject = said(titled ?? { zh: line.criterion, en: line.criterion }, language)
    const percent = percentOf(line.share)
    const letter = (id: string) => letterOf(named.find((one) => one.id === id)?.index ?? 0)
    const crossings = crossingsOf(line, ranked)
    return {
      title: said(
        { zh: `得分随“${subject}”权重的变化`, en: `Score by the weight of: ${subject}` },
        language,
      ),
      hint: said(
        {
          zh: '其余各项按比例调整；灰带为十次抽样中九次的得分',
          en: 'the others in proportion; grey bands are the scores of nine in ten draws',
        },
        language,
      ),
      size: WEIGHTS_SIZE,
      parts: weightParts({
        lines: scoreLines(line, decides.ids, ranked),
        now: line.share,
        nowText: said({ zh: `现 ${percent}%`, en: `now ${percent}%` }, language),
        crossings,
        axisTitle: said({ zh: `${subject}的权重`, en: `Weight of: ${subject}` }, language),
        front: null,
      }),
      key: lineKey(ranked, ({ index, name }) => `${letterOf(index)} ${name}`),
      notes:
        crossings.length === 0
          ? [
              said(
                {
                  zh: '无论该项权重高低，先后不变。',
                  en: 'Whatever this criterion weighs, the order stays.',
                },
                language,
              ),
            ]
          : [
              crossings
                .map(({ share, score, ids: [below, above] }) =>
                  said(
                    {
                      zh: `权重升过 ${percentOf(share)}% 时，${letter(above)} 超过 ${letter(below)}（同为 ${Math.round(score)} 分）。`,
                      en: `Above ${percentOf(share)}% ${letter(above)} passes ${letter(below)} (both at ${Math.round(score)} points). `,
                    },
                    language,
                  ),
                )
                .join(''),
            ],
    }
  },
}
