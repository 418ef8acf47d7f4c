// What the user sees now, as a scene: the ground, the layers, and what else the address holds.
import { LAYERS, type LayerId } from '#geodata/contract/collections.ts'
import type { LiveFigure, MapScene, SceneAnalysis } from '#geodata/contract/stories.ts'
import { currentMap } from '#web/map/current.ts'
import { COVERED_BY_RANKING, focus } from '#web/map/focus.ts'
import { home } from '#web/state/region/home.ts'
import { comparedGround } from '#web/state/story/compared-ground.ts'
import { seenAnalysis } from '#web/state/story/seen-analysis.ts'
import { seenFigures } from '#web/state/story/seen-figures.ts'
import { emptyMap } from '#web/state/story/story-edits.ts'
import { view } from '#web/state/view/store.ts'
import { DEFAULT_VIEW, encodeView, type View } from '#web/state/view/view.ts'

type Bounds = MapScene['bounds']

/** Null: the region is not known yet. */
export function capturedScene(): MapScene | null {
  const seen = seenAnalysis(view.peek())
  const own = seen === 'elsewhere' ? null : seen
  const figures = seenFigures(view.peek())
  const compared = comparedGround(figures)
  const bounds =
    own?.bounds ?? (compared && rounded(compared.flat())) ?? boundsOnMap() ?? homeBounds()
  return bounds && sceneOf(view.peek(), bounds, figures, own?.analysis)
}

/** The ground that the map shows at this moment; null: there is no map. */
export function boundsOnMap(): Bounds | null {
  const seen = currentMap()?.getBounds()
  return seen ? rounded([seen.getWest(), seen.getSouth(), seen.getEast(), seen.getNorth()]) : null
}

function homeBounds(): Bounds | null {
  const frame = home.peek()?.frame
  return frame ? rounded([...frame]) : null
}

/** What a story can select: rows that are looked for when the data change. */
const SELECTED = ['parks', 'companies', 'hubs']

function sceneOf(
  own: View,
  bounds: Bounds,
  figures: LiveFigure[],
  analysis?: SceneAnalysis,
): MapScene {
  const { hiddenLayers, selection } = own
  const address = encodeView({
    ...own,
    // What the scene says itself, and what belongs to whoever looks at it.
    workspace: DEFAULT_VIEW.workspace,
    camera: null,
    selection: null,
    hiddenLayers: [],
    language: null,
    theme: null,
    storyId: null,
    scene: 0,
    onStage: false,
    tableOpen: false,
  })
  return emptyMap({
    // A title to begin with: what the analysis is called.
    ...(figures[0] ? { title: figures[0].label } : {}),
    bounds,
    layers: LAYERS.filter((layer) => !hiddenLayers.includes(layer) && !isCovered(layer)),
    paddingPixels: 0,
    ...(selection && SELECTED.includes(selection.collection) ? { selection } : {}),
    ...(address ? { address } : {}),
    figures,
    ...(analysis ? { analysis } : {}),
  })
}

/** Ranked or compared places that are looked at stand in its place on the map; the scene is to show what was seen. */
function isCovered(layer: LayerId): boolean {
  return focus.peek() === 'ranking' && COVERED_BY_RANKING.includes(layer)
}

/** To some ten meters: nobody frames more exactly. */
function rounded([west = 0, south = 0, east = 0, north = 0]: number[]): Bounds {
  const round = (degrees: number) => Math.round(degrees * 1e4) / 1e4
  return [
    [round(west), round(south)],
    [round(east), round(north)],
  ]
}
