// Which streets does a surveyed restriction mean?
//
// Its roads are ways; what counts is the directed street by which the way it comes from enters the
// via node and those by which the way it leads to is left. A via way is driven from one end to the
// other. A way that goes on at the node can be meant on either side of it: then the word decides
// ("no_left_turn" means the side to the left), and where it does not, nothing is forbidden. A
// restriction whose roads are closed, absent, do not meet or stay ambiguous is left out and counted.
import type { TurnSide } from '#geodata/network/osm/restriction.ts'
import type { CutStreets } from '#geodata/network/street/cut-streets.ts'
import { CLOSED } from '#geodata/network/street/street-network.ts'
import type { Survey, SurveyedRestriction } from '#geodata/network/street/survey.ts'
import { turnDegrees } from '#geodata/network/street/turn-degrees.ts'
import { headOf, type TurnRestriction, tailOf } from '#geodata/network/street/turn-states.ts'

/** Restrictions by directed streets; `leftOut` of the surveyed ones cannot be placed. */
export function restrictedTurns(
  survey: Survey,
  cut: CutStreets,
): { turns: TurnRestriction[]; leftOut: number } {
  const wayNumbers = new Map(survey.wayIds.map((id, way) => [id, way]))
  const directedOf = (wayId: number): number[] => {
    const way = wayNumbers.get(wayId)
    if (way === undefined) return []
    return cut
      .streetsOfWay(way)
      .flatMap((street) => [2 * street, 2 * street + 1])
      .filter((directed) => cut.streets.impedanceDeciseconds[directed] !== CLOSED)
  }
  const turns: TurnRestriction[] = []
  let leftOut = 0
  for (const restriction of survey.restrictions) {
    const found = turnsOf(survey, cut, restriction, directedOf)
    if (found.length === 0) leftOut++
    turns.push(...found)
  }
  return { turns, leftOut }
}

/** Driven one after the other, then left by a street. */
type Turn = { path: readonly number[]; going: number }

function turnsOf(
  survey: Survey,
  cut: CutStreets,
  restriction: SurveyedRestriction,
  directedOf: (wayId: number) => number[],
): TurnRestriction[] {
  const { kind, side, fromWays, viaNode, toWays } = restriction
  const via = viaNode === null ? -1 : cut.junctionAt(survey.slotOf(viaNode))
  const meant: Turn[] = []
  for (const fromWay of fromWays) {
    const paths = directedOf(fromWay).flatMap((coming) => {
      const entered = headOf(cut.streets, coming)
      if (viaNode !== null && entered !== via) return []
      const between = streetsAlong(cut.streets, entered, restriction.viaWays, directedOf)
      return between === null ? [] : [[coming, ...between]]
    })
    for (const toWay of toWays) {
      const possible = paths.flatMap((path) => {
        const left = headOf(cut.streets, path.at(-1)!)
        return directedOf(toWay)
          .filter((going) => tailOf(cut.streets, going) === left)
          .map((going): Turn => ({ path, going }))
      })
      meant.push(...meantBy(cut.streets, side, possible, fromWay === toWay))
    }
  }
  const byComing = Map.groupBy(meant, ({ path }) => path.join())
  return [...byComing.values()].map((same) => ({
    kind,
    path: same[0]!.path,
    to: same.map(({ going }) => going),
  }))
}

/** Those of the possible turns between two ways that the word means; none where it could be several. */
function meantBy(
  streets: CutStreets['streets'],
  side: TurnSide,
  possible: readonly Turn[],
  isOneWay: boolean,
): readonly Turn[] {
  if (possible.length <= 1) return possible
  if (isOneWay) {
    // Round a via way and back onto the same way, or round on it: meant from whichever side one comes.
    if (possible[0]!.path.length > 1) return possible
    if (side === 'round') return possible.filter(({ path, going }) => going === (path[0]! ^ 1))
  }
  const named = possible.filter(({ path, going }) =>
    isTo(side, turnDegrees(streets, path[0]!, going)),
  )
  return named.length === 1 ? named : []
}

/** Degrees to the left; a fork's branches differ by few. */
function isTo(side: TurnSide, degrees: number): boolean {
  if (side === 'left') return degrees > 5 && degrees < 175
  if (side === 'right') return degrees < -5 && degrees > -175
  if (side === 'straight') return Math.abs(degrees) < 60
  return side === 'round' && Math.abs(degrees) > 120
}

/** Directed streets over whole ways, one after the other; null where they do not join on. */
function streetsAlong(
  streets: CutStreets['streets'],
  start: number,
  wayIds: readonly number[],
  directedOf: (wayId: number) => number[],
): number[] | null {
  const driven: number[] = []
  let here = start
  for (const wayId of wayIds) {
    const all = directedOf(wayId)
    const forward = all.filter((directed) => (directed & 1) === 0)
    const backward = all.filter((directed) => (directed & 1) === 1).reverse()
    const along = [forward, backward].find((chain) => joinsOn(streets, here, chain))
    if (!along) return null
    driven.push(...along)
    here = headOf(streets, along.at(-1)!)
  }
  return driven
}

function joinsOn(streets: CutStreets['streets'], start: number, chain: readonly number[]): boolean {
  let here = start
  for (const directed of chain) {
    if (tailOf(streets, directed) !== here) return false
    here = headOf(streets, directed)
  }
  return chain.length > 0
}
