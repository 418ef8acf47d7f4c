// What is worked out on the map or the board that is seen now, as the analysis of a scene.
import type { MapScene, SceneAnalysis } from '#geodata/contract/stories.ts'
import { boundsAround } from '#geodata/geometry/bounds.ts'
import { type Closures, closuresSeen } from '#web/state/answers/closures.ts'
import { surfaceAsked } from '#web/state/answers/surface.ts'
import type { View } from '#web/state/view/view.ts'

export type SeenAnalysis = {
  analysis: SceneAnalysis
  /** The ground that it is about, where no map shows any. */
  bounds?: MapScene['bounds']
}

/** As many stretches as tell a story at a glance. */
const STRETCHES = 8

/** `elsewhere`: it stands on other roads or conditions than a story; null: there is none in sight. */
export function seenAnalysis(of: View): SeenAnalysis | 'elsewhere' | null {
  if (of.workspace !== 'site') return null
  if (of.siteView === 'disruption') return disruptionSeen(closuresSeen.peek())
  const asked = of.everywhere && of.siteView === 'map' ? surfaceAsked.peek() : null
  if (!asked) return null
  const { network, conditions, ...question } = asked.siting
  if (network !== undefined || conditions !== undefined) return 'elsewhere'
  // The weights that colour the map; the page asks for their scores by none.
  const weights = Object.keys(of.weights).length > 0 ? { weights: of.weights } : {}
  const { resolution } = asked
  return { analysis: { kind: 'surface', question: kept({ ...question, ...weights }), resolution } }
}

function disruptionSeen(seen: Closures | null): SeenAnalysis | 'elsewhere' | null {
  if (!seen || seen.result.links.length === 0) return null
  const { asked, result } = seen
  if (result.basis.network.kind !== 'skeleton') return 'elsewhere'
  const { network: _, count: __, linkId: ___, classes: ____, ...question } = asked
  const places = result.links.slice(0, STRETCHES).flatMap(({ line }) => line)
  const [west, south, east, north] = boundsAround(places).map(
    (degrees) => Math.round(degrees * 1e4) / 1e4,
  ) as [number, number, number, number]
  return {
    analysis: { kind: 'disruption', question: kept(question), stretches: STRETCHES },
    bounds: [
      [west, south],
      [east, north],
    ],
  }
}

/** What is undefined is not asked: a story is kept as text. */
const kept = (question: object): Record<string, unknown> => JSON.parse(JSON.stringify(question))
