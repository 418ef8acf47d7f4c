// Does everything a story names exist: parks, rows, properties, and the figures in its words?
import type { LiveFigure, Story, Where } from '#geodata/contract/stories.ts'

/** What a story may refer to: ids and property names by collection, and the rows of targets. */
export type Referable = {
  ids: Record<string, ReadonlySet<string>>
  properties: Record<string, ReadonlySet<string>>
  targetRowIds: ReadonlySet<string>
  /** Cities joined by a link, e.g. "110000-130100". */
  cityPairs: ReadonlySet<string>
}

/** One complaint; `pointer` is a JSON Pointer into the story. */
export type BrokenReference = { pointer: string; came: string; expected: string }

/** `{name}` in a scene's words. */
const CALLED = /\{([^{}]*)\}/g

export function brokenReferences(story: Story, known: Referable): BrokenReference[] {
  const broken: BrokenReference[] = []
  const report = (pointer: string, came: string, expected: string) =>
    broken.push({ pointer, came, expected })
  const need = (pointer: string, collection: string, id: string) => {
    if (!known.ids[collection])
      report(pointer, collection, 'a collection with parks, firms or hubs')
    else if (!known.ids[collection].has(id)) report(pointer, id, `an id of ${collection}`)
  }
  const needProperties = (pointer: string, collection: string, where: Where) => {
    for (const name of Object.keys(where)) {
      if (!known.properties[collection]?.has(name))
        report(`${pointer}/${name}`, name, `a property of ${collection}`)
    }
  }
  const checkFigure = (at: string, figure: LiveFigure) => {
    switch (figure.kind) {
      case 'target':
        if (!known.targetRowIds.has(figure.rowId))
          report(`${at}/rowId`, figure.rowId, 'a row_id of targets.csv')
        return
      case 'minutes':
        need(`${at}/from/id`, figure.from.collection, figure.from.id)
        need(`${at}/to/id`, figure.to.collection, figure.to.id)
        return
      case 'cityMinutes':
        if (!known.cityPairs.has(figure.cityPair))
          report(`${at}/cityPair`, figure.cityPair, 'a pair of cities that a link joins')
        return
      case 'within':
        need(`${at}/parkId`, 'parks', figure.parkId)
        return needProperties(`${at}/where`, figure.collection, figure.where)
      case 'count':
        return needProperties(`${at}/where`, figure.collection, figure.where)
      case 'gaps':
        return needProperties(`${at}/where`, 'parks', figure.where)
      case 'thinnest':
        return needProperties(`${at}/where`, 'companies', figure.where)
    }
  }
  const sceneIds = new Set<string>()
  for (const [index, scene] of story.scenes.entries()) {
    const at = `/scenes/${index}`
    if (sceneIds.has(scene.id)) report(`${at}/id`, scene.id, 'an id no other scene has')
    sceneIds.add(scene.id)
    const [[west, south], [east, north]] = scene.bounds
    if (west >= east || south >= north)
      report(`${at}/bounds`, JSON.stringify(scene.bounds), '[[west, south], [east, north]]')
    if (scene.selection) need(`${at}/selection/id`, scene.selection.collection, scene.selection.id)
    if (scene.analysis) need(`${at}/analysis/parkId`, 'parks', scene.analysis.parkId)
    const figureIds = new Set<string>()
    for (const [place, figure] of scene.figures.entries()) {
      const figureAt = `${at}/figures/${place}`
      if (figureIds.has(figure.id)) report(`${figureAt}/id`, figure.id, 'an id no other figure has')
      figureIds.add(figure.id)
      checkFigure(figureAt, figure)
    }
    for (const part of ['title', 'text', 'notes'] as const) {
      for (const language of ['zh', 'en'] as const) {
        for (const [, name = ''] of scene[part]?.[language].matchAll(CALLED) ?? []) {
          if (!figureIds.has(name))
            report(`${at}/${part}/${language}`, `{${name}}`, 'the id of a figure of this scene')
        }
      }
    }
  }
  return broken
}
