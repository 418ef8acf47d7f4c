// Does the product fit what the park and its district are assigned?
//
// 1: the park is assigned the segment; 0.5: another park of its district is; 0: neither.
import { type Criterion, known, unknown } from '#geodata/analysis/siting/criterion.ts'

const SOURCE = 'parks.csv'

export const segmentFit: Criterion = {
  id: 'segmentFit',
  title: { zh: '与园区、区县分工相符', en: 'Fit with assignments' },
  unit: 'share',
  group: 'policy',
  best: 1,
  worst: 0,
  defaultWeight: 10,
  measure: ({ facts, question: { segmentId } }, { candidate: { park } }) => {
    if (!park)
      return unknown({ zh: '图钉没有园区分工', en: 'A pin has no park assignment.' }, SOURCE)
    const { segmentIds, adcode } = park.properties
    if (segmentIds.length === 0)
      return unknown({ zh: '园区分工未知', en: 'The park’s assignment is unknown.' }, SOURCE)
    if (segmentIds.includes(segmentId)) return known(1, SOURCE)
    const inDistrict = facts.parks.some(
      ({ properties }) =>
        properties.adcode !== null &&
        properties.adcode === adcode &&
        properties.segmentIds.includes(segmentId),
    )
    return known(inDistrict ? 0.5 : 0, SOURCE)
  },
}
