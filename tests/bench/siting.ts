// What does a whole answer of siting take on real roads, how does it grow, and what does a moved weight?
//
//   npm run bench -- siting
//
// The question names every segment as bought, so that every firm is timed from and to every park, and
// is asked for four windows one after the other. Valhalla gives the same trips as plain matrices.
import { placeOf } from '#geodata/analysis/facts.ts'
import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import { runProcess } from '#server/processes/index.ts'
import { loadRegion, type Region } from '#server/region/region.ts'
import { openStore } from '#server/store/open-store.ts'
import { folderOfThisRun } from '#tests/bench/built-network.ts'
import { extract } from '#tests/bench/extract.ts'
import { inMilliseconds, median, printTable, timesAsFast } from '#tests/bench/median.ts'
import { matrixQuery, VALHALLA_VERSION, valhalla } from '#tests/bench/peers/valhalla.ts'
import { buildFacts } from '#tests/bench/served-region.ts'
import { machine } from '#tests/bench/timing.ts'
import { rerank } from '#web/state/answers/siting-rank.ts'

const WINDOWS_MINUTES = [30, 60, 90, 120]
const RANKED = [52, 100, 200, 400]

async function regionOf(dataDir: string): Promise<Region> {
  buildFacts(dataDir)
  const store = await openStore(dataDir)
  const region = await loadRegion(store)
  await store.close()
  return region
}

/** The region with as many times the firms, under ids of their own. */
function withFirms(region: Region, times: number): Region {
  const companies = Array.from({ length: times }, (_, copy) =>
    region.facts.companies.map((company) => {
      const id = copy === 0 ? company.properties.id : `${company.properties.id}-${copy}`
      return { ...company, id, properties: { ...company.properties, id } }
    }),
  ).flat()
  return { ...region, facts: { ...region.facts, companies } }
}

function questionOf({ facts }: Region) {
  return {
    productId: 'battery-tray',
    parkIds: facts.parks.filter(placeOf).map(({ properties }) => properties.id),
    upstream: facts.taxonomy.map(({ segmentId }) => ({ segmentId })),
    logistics: { unitsPerTruck: 60, kilogramsPerUnit: 45 },
  }
}

const dataDir = folderOfThisRun()
const place = await extract('cq-sc-major-roads', dataDir)
if (place) {
  const region = await regionOf(dataDir)
  const { facts } = region
  const question = questionOf(region)
  const asked = (of: Region, windows: readonly number[]) =>
    windows.map((plantWindowMinutes) =>
      JSON.stringify(runProcess('siting', of, { ...question, plantWindowMinutes })),
    )
  console.log(`${machine()}\nValhalla ${VALHALLA_VERSION}\n`)
  const parks = question.parkIds.length
  const rows: string[][] = []
  for (const times of [1, 2, 4, 8]) {
    const grown = withFirms(region, times)
    const count = grown.facts.companies.length
    const one = await median(() => asked(grown, [60]), { runs: 15 })
    const four = await median(() => asked(grown, WINDOWS_MINUTES), { runs: 9 })
    rows.push([`${parks} parks × ${count} firms`, inMilliseconds(one), inMilliseconds(four)])
  }
  printTable(['siting, the whole answer as text', 'one window', 'four windows'], rows)

  const first = JSON.parse(asked(region, [60])[0] ?? '') as SitingResult
  const routes = await median(() =>
    JSON.stringify(
      runProcess('logistics', region, { siting: question, candidateId: first.ranking[0]?.id }),
    ),
  )
  console.log(`Routes, freight and CO₂ of one candidate: ${inMilliseconds(routes)}\n`)

  const engine = await valhalla(place.pbfFile)
  if (engine) {
    const lngLatsOf = (list: readonly Parameters<typeof placeOf>[0][]) =>
      list
        .map(placeOf)
        .filter((one) => one !== null)
        .map(({ lngLat }) => lngLat)
    const sites = lngLatsOf(facts.parks)
    const firms = lngLatsOf(facts.companies)
    const ours = await median(() => asked(region, [60]), { runs: 15 })
    const theirs = await median(
      async () => {
        await engine.fastest.matrix(matrixQuery(sites, firms))
        await engine.fastest.matrix(matrixQuery(firms, sites))
      },
      { runs: 3, seconds: 60 },
    )
    console.log(
      `Valhalla, told how, the two matrices alone: ${inMilliseconds(theirs)}, ` +
        `${timesAsFast(theirs, ours)} our whole answer\n`,
    )
  }

  const moved: string[][] = []
  for (const count of RANKED) {
    const ranking = Array.from({ length: count }, (_, index) => {
      const one = first.ranking[index % first.ranking.length]!
      return { ...one, id: `${one.id}-${index}` }
    })
    const result = { ...first, ranking }
    let turn = 0
    const took = await median(() => rerank(result, { plantMinutes: turn++ % 100 }), { runs: 101 })
    moved.push([`${count} candidates × ${first.criteria.length} criteria`, inMilliseconds(took)])
  }
  printTable(['a moved weight, in the page', 're-ranked'], moved)
}
