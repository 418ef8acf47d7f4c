// Long work: listed, followed, and never brought back once it is over.
import { describe, expect, it } from 'vitest'
import type { AnalysisJob } from '#geodata/contract/jobs.ts'
import type { OpenedStore } from '#tests/contracts/store/opened-store.ts'

const jobOf = (jobID: string): AnalysisJob => ({
  jobID,
  type: 'process',
  processID: 'siting',
  status: 'accepted',
  progress: 0,
  message: 'Waiting for its turn',
  messageZh: '排队中',
  created: new Date().toISOString(),
})
const DONE = { kind: 'done' as const, body: '{"ranking":[]}' }

export function jobContract(opened: OpenedStore): void {
  describe('jobs', () => {
    it('are listed the newest first and found by id', async () => {
      const { jobs } = opened.store
      for (const id of ['j-1', 'j-2']) await jobs.add(opened.region, jobOf(id))
      const ids = (await jobs.all(opened.region)).map(({ jobID }) => jobID)
      expect(ids.slice(0, 2)).toEqual(['j-2', 'j-1'])
      expect(await jobs.find(opened.region, 'j-1')).toMatchObject({ status: 'accepted' })
      expect(await jobs.find(opened.region, 'j-none')).toBeNull()
      expect(await jobs.change(opened.region, 'j-none', { progress: 1 })).toBeNull()
    })

    it('go on step by step, and what they came to stays', async () => {
      const { jobs } = opened.store
      const job = jobOf('j-steps')
      await jobs.add(opened.region, job)
      const running = await jobs.change(opened.region, 'j-steps', {
        status: 'running',
        progress: 7,
      })
      expect(running).toEqual({ ...job, status: 'running', progress: 7 })
      expect(await jobs.answer(opened.region, 'j-steps')).toBeNull()
      const over = { status: 'successful' as const, progress: 100, answer: DONE }
      const done = await jobs.change(opened.region, 'j-steps', over)
      expect(done).toEqual({ ...job, status: 'successful', progress: 100 })
      // Who cancels too late, or reports after the end, changes nothing.
      expect(await jobs.change(opened.region, 'j-steps', { status: 'dismissed' })).toEqual(done)
      expect(await jobs.find(opened.region, 'j-steps')).toEqual(done)
      expect(await jobs.answer(opened.region, 'j-steps')).toEqual(DONE)
    })

    it('that are over are forgotten when there are many, never those that run', async () => {
      const { jobs } = opened.store
      await jobs.add(opened.region, jobOf('j-runs'))
      await jobs.add(opened.region, jobOf('j-old'))
      await jobs.change(opened.region, 'j-old', { status: 'failed' })
      for (const n of Array(100).keys()) {
        await jobs.add(opened.region, jobOf(`j-many-${n}`))
        await jobs.change(opened.region, `j-many-${n}`, { status: 'failed' })
      }
      expect(await jobs.find(opened.region, 'j-old')).toBeNull()
      expect(await jobs.find(opened.region, 'j-runs')).toMatchObject({ status: 'accepted' })
      expect(await jobs.find(opened.region, 'j-many-99')).toMatchObject({ status: 'failed' })
    })
  })
}
