// What must every store answer, whatever keeps the data?
//
// Written against the interface alone. Each test uses rows of its own, so that all of them can share one
// opened store; what a newer base brings has a store to itself.
import { afterAll, beforeAll, describe } from 'vitest'
import { backupContract } from '#tests/contracts/store/backup.ts'
import { factContract } from '#tests/contracts/store/facts.ts'
import { fileContract } from '#tests/contracts/store/files.ts'
import { historyContract } from '#tests/contracts/store/history.ts'
import { jobContract } from '#tests/contracts/store/jobs.ts'
import type { OpenedStore, Opener } from '#tests/contracts/store/opened-store.ts'
import { presentationContract } from '#tests/contracts/store/presentations.ts'
import { proposalContract } from '#tests/contracts/store/proposals.ts'
import { rowContract } from '#tests/contracts/store/rows.ts'
import { storyFileContract } from '#tests/contracts/store/story-files.ts'
import { writerContract } from '#tests/contracts/store/writers.ts'

export function storeContract(name: string, open: Opener): void {
  describe(name, () => {
    describe('over data as they come from the base', () => {
      const opened = {} as OpenedStore
      beforeAll(async () => {
        Object.assign(opened, await open())
      })
      afterAll(() => opened.close?.())
      rowContract(opened)
      writerContract(opened)
      historyContract(opened)
      factContract(opened)
      jobContract(opened)
      fileContract(opened)
      presentationContract(opened)
      storyFileContract(opened)
      backupContract(opened)
    })
    describe('when a newer base comes', () => proposalContract(open))
  })
}
