// What may a story refer to, in the data as they are now?
import type { StoryFacts } from '#geodata/analysis/stories/figures.ts'
import type { Referable } from '#geodata/analysis/stories/story-references.ts'
import {
  CompanyProperties,
  HubProperties,
  LinkProperties,
  ParkProperties,
} from '#geodata/contract/collections.ts'

const NO_FILES: Referable['files'] = new Map()

const names = (schema: { shape: object }) => new Set(Object.keys(schema.shape))

export const REFERABLE_PROPERTIES: Referable['properties'] = {
  parks: names(ParkProperties),
  companies: names(CompanyProperties),
  hubs: names(HubProperties),
  links: names(LinkProperties),
}

/** `files`: of the story, those that are kept as it says. */
export function referableIn(facts: StoryFacts, files: Referable['files'] = NO_FILES): Referable {
  const ids = (features: readonly { properties: { id: string } }[]) =>
    new Set(features.map(({ properties }) => properties.id))
  return {
    ids: {
      parks: ids(facts.parks),
      companies: ids(facts.companies),
      hubs: ids(facts.hubs),
      sites: ids(facts.sites),
      segments: new Set(facts.taxonomy.map(({ segmentId }) => segmentId)),
      products: new Set(
        facts.taxonomy.flatMap(({ products }) => products.map(({ productId }) => productId)),
      ),
    },
    properties: REFERABLE_PROPERTIES,
    cityPairs: new Set(facts.links.flatMap(({ properties }) => properties.cityPairs)),
    taskParts: new Set(facts.tasks.map(({ part }) => part.zh)),
    files,
    targetRowIds: new Set(facts.targets.map(({ rowId }) => rowId)),
  }
}
