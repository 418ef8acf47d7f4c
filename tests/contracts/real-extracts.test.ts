// Do the sweep and the plain search agree on real roads, for every extract available?
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { costsFrom, emptyCosts } from '#geodata/network/costs-from.ts'
import { Frontier } from '#geodata/network/frontier.ts'
import { costsBySweep, emptySlots } from '#geodata/network/sweep.ts'
import { buildNetworkFile } from '#server/store/files/network-build.ts'
import { networksFolder, readNetworks } from '#server/store/files/network-files.ts'
import { seeded } from '#tests/support/random.ts'
import { sharedFile, sharedFolder } from '#tests/support/shared-data.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

const ORIGINS = 200
const EXTRACTS = ['roads', 'pbf'].flatMap((folder) =>
  sharedFolder(folder)
    .filter((name) => name.endsWith('.osm.pbf'))
    .map((name) => path.join(folder, name)),
)

describe('the sweep over real roads', () => {
  it('has extracts to run on', (context) => {
    sharedFile(context, 'roads')
    expect(EXTRACTS.length).toBeGreaterThan(0)
  })

  for (const extract of EXTRACTS) {
    it(`costs in ${extract} what the plain search costs, from and to 200 places, to the decisecond`, async (context) => {
      const file = sharedFile(context, extract)
      const dataDir = temporaryFolder()
      const outcome = await buildNetworkFile({
        extracts: [file],
        outFile: path.join(networksFolder(dataDir), 'real.road'),
      })
      expect(outcome.kind).toBe('built')
      expect(readdirSync(networksFolder(dataDir))).toEqual(['real.road'])
      const [stored] = readNetworks(dataDir)
      if (stored?.kind !== 'network') throw new Error('The file written is not read.')
      const { network, hierarchy } = stored.network
      const random = seeded(20_261_123)
      const slots = emptySlots(hierarchy, { withLength: true })
      const lent = { costs: emptyCosts(network.outward), frontier: new Frontier() }
      const swept = emptyCosts(network.outward)
      let differences = 0
      for (let i = 0; i < ORIGINS; i++) {
        const node = Math.floor(random() * network.nodeCount)
        const starts = [{ node, costDeciseconds: 0, lengthMeters: 0 }]
        for (const direction of ['outward', 'inward'] as const) {
          costsFrom(network[direction], starts, undefined, lent)
          costsBySweep(hierarchy, direction, starts, undefined, { costs: swept, slots })
          const plain = lent.costs.costDeciseconds
          for (let at = 0; at < plain.length; at++) {
            if (plain[at] !== swept.costDeciseconds[at]) differences++
          }
        }
      }
      expect(differences).toBe(0)
    }, 300_000)
  }
})
