// What text is an answer sent as? What JSON.stringify writes of it, sooner where it holds drawn areas.
import { DrawnArea } from '#geodata/analysis/isochrone/outline/drawn-area.ts'
import { NumberPen } from '#geodata/formats/number-pen.ts'

type Feature = { type: 'Feature'; geometry: DrawnArea; properties: unknown }
type Collection = { type: 'FeatureCollection'; features: readonly Feature[] }

const pen = new NumberPen()

export function answerText(answer: object): string {
  if (!isOfDrawnAreas(answer)) return JSON.stringify(answer)
  const { type, features, ...others } = answer
  const texts = features.map(({ geometry, properties }, index) => {
    pen.text(index === 0 ? '{"type":"Feature","geometry":' : ',{"type":"Feature","geometry":')
    geometry.write(pen)
    return `${pen.taken()},"properties":${JSON.stringify(properties)}}`
  })
  const rest = JSON.stringify(others).slice(1)
  const comma = rest === '}' ? '' : ','
  return [`{"type":"${type}","features":[`, ...texts, ']', comma, rest].join('')
}

/** Whose keys come in the order they are written in here. */
function isOfDrawnAreas(answer: object): answer is Collection {
  const { type, features } = answer as Partial<Collection>
  return (
    type === 'FeatureCollection' &&
    Array.isArray(features) &&
    features.every(({ geometry }) => geometry instanceof DrawnArea)
  )
}
