// Do the sweep and the plain search agree on real roads, for every extract available?
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildNetworkFile } from '#server/store/files/network-build.ts'
import { realAnswers } from '#tests/contracts/real-searches.ts'
import { sharedFile, sharedFolder } from '#tests/support/shared-data.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

const ORIGINS = 200
const SEED = 20_261_123
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
      const outFile = path.join(temporaryFolder(), 'real.road')
      const outcome = await buildNetworkFile({ extracts: [sharedFile(context, extract)], outFile })
      expect(outcome.kind).toBe('built')
      const file = Uint8Array.from(readFileSync(outFile)).buffer
      const { costs, differences } = realAnswers(file, ORIGINS, SEED)
      expect(costs).toHaveLength(2 * ORIGINS)
      expect(differences).toBe(0)
    }, 300_000)
  }
})
