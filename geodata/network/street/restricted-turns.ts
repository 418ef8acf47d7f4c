// Which streets does a surveyed restriction mean?
//
// Its roads are ways; what counts is the directed street by which the way it comes from enters the
// via node and those by which the way it leads to is left. A via way is driven from one end to the
// other. A restriction whose roads are closed, absent or do not meet is left out and counted.
import type { CutStreets } from '#geodata/network/street/cut-streets.ts'
import { CLOSED } from '#geodata/network/street/street-network.ts'
import type { Survey, SurveyedRestriction } from '#geodata/network/street/survey.ts'
import { headOf, type TurnRestriction, tailOf } from '#geodata/network/street/turn-states.ts'

/** Restrictions by directed streets; `leftOut` of the surveyed ones name roads that do not meet. */
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

function turnsOf(
  survey: Survey,
  cut: CutStreets,
  { kind, fromWays, viaNode, viaWays, toWays }: SurveyedRestriction,
  directedOf: (wayId: number) => number[],
): TurnRestriction[] {
  const { streets } = cut
  const comings = fromWays.flatMap(directedOf)
  const goings = toWays.flatMap(directedOf)
  const isTurningRound = viaWays.length === 0 && fromWays.join() === toWays.join()
  const via = viaNode === null ? -1 : cut.junctionAt(survey.slotOf(viaNode))
  const turns: TurnRestriction[] = []
  for (const coming of comings) {
    const entered = headOf(streets, coming)
    if (viaNode !== null && entered !== via) continue
    const between = viaWays.length > 0 ? streetsAlong(streets, entered, viaWays, directedOf) : []
    if (between === null) continue
    const path = [coming, ...between]
    const left = headOf(streets, path.at(-1)!)
    const to = goings.filter((going) =>
      isTurningRound ? going === (coming ^ 1) : tailOf(streets, going) === left,
    )
    if (to.length > 0) turns.push({ kind, path, to })
  }
  return turns
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
