// Do trucks take as long with us as with Valhalla, between 500 random pairs of the same extract?
//
//   npm run bench -- travel-times
import { costMatrix } from '#geodata/network/cost-matrix.ts'
import { TRUCK } from '#geodata/network/osm/truck-profile.ts'
import { UNREACHED } from '#geodata/network/road-network.ts'
import { UpwardSearch } from '#geodata/network/upward-search.ts'
import { type Extract, extract, seededJunctions, startsAt } from '#tests/bench/extract.ts'
import { middle, printTable } from '#tests/bench/median.ts'
import {
  answerTo,
  matrixQuery,
  VALHALLA_VERSION,
  type Valhalla,
  valhalla,
} from '#tests/bench/peers/valhalla.ts'

const PAIR_COUNT = 500
const WORST_COUNT = 4

type Trip = { seconds: number; kilometers: number }
type Pair = { from: number; to: number; ours: Trip; theirs: Trip }

async function pairsOf(place: Extract, { usual }: Valhalla): Promise<Pair[]> {
  const junctions = seededJunctions(place)
  const climb = new UpwardSearch(place.street.network.nodeCount)
  const pairs: Pair[] = []
  for (let pair = 0; pair < PAIR_COUNT; pair++) {
    const [from = 0, to = 0] = junctions(2)
    const { costDeciseconds, lengthMeters } = costMatrix(
      place.street.hierarchy,
      startsAt([from]),
      startsAt([to]),
      climb,
    )
    const query = matrixQuery([place.lngLatOf(from)], [place.lngLatOf(to)])
    const answer = await answerTo(usual, query)
    const seconds = answer?.sources_to_targets.durations[0]?.[0]
    const kilometers = answer?.sources_to_targets.distances[0]?.[0]
    const cost = costDeciseconds[0] ?? UNREACHED
    if (!seconds || !kilometers || cost === UNREACHED || cost === 0) continue
    const ours = { seconds: cost / 10, kilometers: (lengthMeters[0] ?? 0) / 1000 }
    pairs.push({ from, to, ours, theirs: { seconds, kilometers } })
  }
  return pairs
}

const timeRatio = ({ ours, theirs }: Pair) => ours.seconds / theirs.seconds
const lengthRatio = ({ ours, theirs }: Pair) => ours.kilometers / theirs.kilometers

function spread(name: string, ratios: number[]): string[] {
  return [name, ...[0, 0.05, 0.5, 0.95, 1].map((at) => middle(ratios, at).toFixed(2))]
}

const place = await extract('cq-sc-major-roads')
const engine = place && (await valhalla(place.pbfFile))
if (place && engine) {
  const pairs = await pairsOf(place, engine)
  console.log(
    `${place.name}, ours ÷ Valhalla ${VALHALLA_VERSION}, ${pairs.length} of ${PAIR_COUNT} pairs answered by both\n`,
  )
  printTable(
    ['ours ÷ Valhalla', 'least', '5 %', 'median', '95 %', 'most'],
    [spread('time', pairs.map(timeRatio)), spread('length', pairs.map(lengthRatio))],
  )
  const typical = Math.log(middle(pairs.map(timeRatio)))
  const oddness = (pair: Pair) => Math.abs(Math.log(timeRatio(pair)) - typical)
  const worst = [...pairs].sort((a, b) => oddness(b) - oddness(a)).slice(0, WORST_COUNT)
  const told = ({ seconds, kilometers }: Trip) =>
    `${Math.round(seconds / 60)} min, ${kilometers.toFixed(1)} km, ${Math.round((kilometers / seconds) * 3600)} km/h`
  const degrees = (node: number) =>
    place
      .lngLatOf(node)
      .map((one) => one.toFixed(4))
      .join(', ')
  printTable(
    ['farthest from the median', 'ours', 'Valhalla', 'time'],
    worst.map((pair) => [
      `${degrees(pair.from)} → ${degrees(pair.to)}`,
      told(pair.ours),
      told(pair.theirs),
      timeRatio(pair).toFixed(2),
    ]),
  )
  const { motorway, trunk, primary } = TRUCK.speeds
  const ours = [motorway, trunk, primary].map(({ speedKmPerHour }) => speedKmPerHour).join(', ')
  console.log(
    `Ours are planning speeds of loaded trucks in mountains: ${ours} km/h on motorways, trunks and ` +
      'primaries. Valhalla drives near 90 on motorways and 70 to 80 on primaries, so the trips ' +
      'farthest off are those on primaries alone. Its top_speed is no remedy: it also makes Valhalla ' +
      'shun faster roads and take detours of half the way.\n',
  )
}
