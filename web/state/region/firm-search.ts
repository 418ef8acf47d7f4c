// How are the choices of the filters said to the server?
import { type Choices, type FilterId, UNKNOWN } from '#geodata/analysis/shown/filters.ts'

/** As an address holds them: a filter once, its values separated by commas. */
export const choiceSearch = (choices: Choices): URLSearchParams =>
  new URLSearchParams(
    Object.entries(choices).flatMap(([id, values]) =>
      values && values.length > 0 ? [[id, values.join(',')]] : [],
    ),
  )

/** Which property of a firm each filter looks at. */
const PROPERTIES: Partial<Record<FilterId, string>> = {
  systems: 'systems',
  segments: 'segmentIds',
  districts: 'adcode',
  firms: 'kind',
  confidence: 'confidence',
}

/** In the words of the collection: a property once for each of its values, empty for what is not known. */
export function propertySearch(choices: Choices): URLSearchParams {
  const search = new URLSearchParams()
  for (const [id, property] of Object.entries(PROPERTIES)) {
    for (const value of choices[id as FilterId] ?? []) {
      search.append(property, value === UNKNOWN ? '' : value)
    }
  }
  return search
}
