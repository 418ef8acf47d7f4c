// How do build, file and answers grow from a province to a country to a million junctions?
//
//   npm run bench -- growth
import { emptySlots, sweep } from '#geodata/network/sweep.ts'
import { type BuiltNetwork, folderOfThisRun } from '#tests/bench/built-network.ts'
import {
  type Extract,
  extractOf,
  pbfFileOf,
  seededJunctions,
  startsAt,
} from '#tests/bench/extract.ts'
import { median, printTable } from '#tests/bench/median.ts'
import { loadedNetwork, ringsText } from '#tests/bench/served-region.ts'
import { stitchedCopies } from '#tests/bench/stitched.ts'
import { machine } from '#tests/bench/timing.ts'

const LANES = 16
const COPIES = 7

type Size = { name: string; files: (folder: string) => Promise<string[]> }

function sizes(): Size[] {
  const [province, country] = ['cq-sc-major-roads', 'china-major-roads'].map(pbfFileOf)
  if (!province || !country) return []
  return [
    { name: 'cq-sc-major-roads', files: async () => [province] },
    { name: 'china-major-roads', files: async () => [country] },
    {
      name: `china-major-roads × ${COPIES}`,
      files: (folder) => stitchedCopies(country, COPIES, folder),
    },
  ]
}

/** What grows, with how it is written. */
const COLUMNS: [heading: string, digits: number, of: (one: Measured) => number][] = [
  ['build s', 1, ({ built }) => built.buildSeconds],
  ['of the processor', 1, ({ built }) => built.buildProcessorSeconds],
  ['peak MiB', 0, ({ built }) => built.peakMebibytes],
  ['file MB', 1, ({ built }) => built.fileBytes / 1e6],
  ['÷ information', 2, ({ built }) => built.fileBytes / built.informationBytes],
  ['load ms', 0, ({ built }) => built.loadMilliseconds],
  ['sweep ms', 2, ({ sweepMilliseconds }) => sweepMilliseconds],
  [`of ${LANES} ms`, 2, ({ laneMilliseconds }) => laneMilliseconds],
  ['rings ms', 1, ({ ringMilliseconds }) => ringMilliseconds],
]

type Measured = {
  place: Extract
  built: BuiltNetwork
  sweepMilliseconds: number
  laneMilliseconds: number
  ringMilliseconds: number
}

async function measured({ name, files }: Size): Promise<Measured> {
  const folder = folderOfThisRun()
  const place = await extractOf(name, await files(folder), folder)
  const { hierarchy } = place.street
  const origins = seededJunctions(place)(LANES)
  const one = emptySlots(hierarchy)
  const lanes = emptySlots(hierarchy, { lanes: LANES })
  const network = await loadedNetwork(folder)
  let turn = 0
  const next = () => origins[turn++ % LANES]!
  const all = startsAt(origins)
  return {
    place,
    built: place.built,
    sweepMilliseconds: await median(() => sweep(hierarchy, 'outward', startsAt([next()]), one), {
      runs: 61,
    }),
    laneMilliseconds:
      (await median(() => sweep(hierarchy, 'outward', all, lanes), { runs: 21 })) / LANES,
    ringMilliseconds: await median(
      () => ringsText(network, place.lngLatOf(next()), [30, 60, 90, 120]),
      { runs: 10 * LANES },
    ),
  }
}

/** The power of the number of junctions that fits best: a straight line between logarithms. */
function exponent(points: readonly (readonly [junctions: number, value: number])[]): number {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const)
  const mean = (index: 0 | 1) => logs.reduce((sum, log) => sum + log[index], 0) / logs.length
  const [meanX, meanY] = [mean(0), mean(1)]
  const along = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0)
  return along / logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0)
}

const all: Measured[] = []
for (const size of sizes()) all.push(await measured(size))
if (all.length > 0) {
  console.log(`${machine()}\n`)
  const counted = (place: Extract) => place.street.junctionCount.toLocaleString('en')
  printTable(
    ['network', 'junctions', ...COLUMNS.map(([heading]) => heading)],
    [
      ...all.map((one) => [
        one.place.name,
        counted(one.place),
        ...COLUMNS.map(([, digits, of]) => of(one).toFixed(digits)),
      ]),
      [
        'grows with junctions to the power of',
        '',
        ...COLUMNS.map(([, , of]) =>
          exponent(all.map((one) => [one.place.street.junctionCount, of(one)])).toFixed(2),
        ),
      ],
    ],
  )
}
