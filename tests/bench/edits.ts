// What does it cost that an edit is acknowledged only when it is on the disk?
//
// The same edits by the same store, with every commit synced (as the server does) and with none, and how long
// a backup takes beside them.
//
//   npm run bench -- edits
import { statSync } from 'node:fs'
import { openStore } from '#server/store/open-store.ts'
import { openWorkingCopy } from '#server/store/sqlite/open-working-copy.ts'
import { folderOfThisRun } from '#tests/bench/built-network.ts'
import { inMilliseconds, medianByTheClock, printTable } from '#tests/bench/median.ts'
import { buildFacts } from '#tests/bench/served-region.ts'
import { machine } from '#tests/bench/timing.ts'
import { siteDraft } from '#tests/support/edits.ts'

const EDITS = 201

const dataDir = folderOfThisRun()
buildFacts(dataDir)
const store = await openStore(dataDir)
const [region] = await store.regions()
if (!region) throw new Error('The folder holds no region.')
let added = 0
const edit = () =>
  store.rows.write(region, {
    collection: 'sites',
    id: `site-${added++}`,
    seen: 'nothing',
    by: { who: 'planner', why: 'a visit' },
    draft: () => siteDraft('备选'),
  })
const acknowledged = await medianByTheClock(edit, EDITS)
const backup = await medianByTheClock(async () => {
  const made = await store.backup()
  if (made.kind === 'backup') await made.body.cancel()
}, 11)
await store.close()

// The commit alone: the same pages, with and without the sync.
const { database, file } = openWorkingCopy(dataDir, () => {})
const commit = database.prepare(`INSERT INTO history (who, why) VALUES ('planner', 'a visit')`)
const synced = await medianByTheClock(async () => commit.run(), EDITS)
database.pragma('synchronous = OFF')
const unsynced = await medianByTheClock(async () => commit.run(), EDITS)
database.close()

console.log(`${machine()}\n`)
printTable(
  ['writing', 'median'],
  [
    ['an edit, acknowledged on the disk', inMilliseconds(acknowledged)],
    ['a commit, synced', inMilliseconds(synced)],
    ['a commit, left to the system', inMilliseconds(unsynced)],
    [`a backup of ${(statSync(file).size / 1e6).toFixed(1)} MB`, inMilliseconds(backup)],
  ],
)
