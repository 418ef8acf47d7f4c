// Is the park assigned the segment?
import { type Need, unknownNeed } from '#geodata/analysis/siting/need.ts'

export const segmentAssigned: Need = {
  id: 'segmentAssigned',
  title: { zh: '园区分工含该环节', en: 'Park is assigned the segment' },
  unit: null,
  group: 'policy',
  compares: 'there',
  look: ({ question: { segmentId, segment } }, { candidate: { park } }) => {
    const source = park?.properties.source ?? 'parks.csv'
    if (!park)
      return unknownNeed({ zh: '图钉没有园区分工', en: 'A pin has no park assignment.' }, source)
    if (park.properties.segmentIds.length === 0)
      return unknownNeed({ zh: '园区分工未知', en: 'The park’s assignment is unknown.' }, source)
    if (park.properties.segmentIds.includes(segmentId)) {
      const told = { zh: `分工含${segment.zh}`, en: `Assigned ${segment.en}.` }
      return { kind: 'there', told, source }
    }
    const told = {
      zh: `园区分工不含${segment.zh}`,
      en: `The park is not assigned ${segment.en}.`,
    }
    return { kind: 'absent', told, source }
  },
}
