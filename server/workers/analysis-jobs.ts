// Which analyses run or have run on the thread beside the server in this run of it?
//
// One thread, warm after its first order; orders wait for their turn. To cancel what runs ends the
// thread, and the next order starts another: the analyses themselves need not know of it. While the
// thread starts or reads the database it must not be ended: that breaks native code and the server with
// it. So it says when arithmetic begins, and until then a cancelled order is dropped by the thread itself.
import type { AnalysisJob } from '#geodata/contract/jobs.ts'
import type { ProcessId } from '#geodata/contract/processes/index.ts'
import { ProblemError } from '#server/http/problem.ts'
import { isBuild, isOver, type JobAnswer, type JobChange } from '#server/store/job-store.ts'
import type { RegionId } from '#server/store/region-id.ts'
import type { Store } from '#server/store/store.ts'
import type { AnalysisMessage, AnalysisOrder, AnalysisPlace } from '#server/workers/analyse.ts'
import { analysisThread } from '#server/workers/analysis-thread.ts'
import { type JobRecord, jobRecord, resultOf } from '#server/workers/job-record.ts'

export type AnalysisJobs = {
  start: (processId: ProcessId, inputs: unknown) => Promise<AnalysisJob>
  /** The text of the result, once it is there; rejects with a ProblemError that says why there is none. Null: no such job. */
  result: (jobId: string) => Promise<string | null>
  /** Cancels what waits or runs; a job that is over stays as it is. Null: no such job. */
  dismiss: (jobId: string) => Promise<AnalysisJob | null>
  close: () => Promise<void>
}

/** A job that waits or runs. */
type Kept = {
  /** The thread only calculates from now on. */
  hasBegun: boolean
  record: JobRecord<AnalysisJob>
  order: AnalysisOrder
  /** Settles when the store knows how it ended. */
  ended: Promise<void>
  settle: () => void
}

export function analysisJobs(
  { address, jobs }: Pick<Store, 'address' | 'jobs'>,
  region: RegionId,
  log: (error: unknown) => void,
): AnalysisJobs {
  const queue = analysisQueue({ address, region }, log)
  return {
    start: async (processId, inputs) => {
      const kept = accepted(processId, inputs, (job) => jobRecord(jobs, region, job, log))
      queue.add(kept)
      await kept.record.stored()
      return kept.record.job
    },
    result: async (jobId) => {
      await queue.find(jobId)?.ended
      return resultOf(jobs, region, jobId)
    },
    dismiss: async (jobId) => {
      const kept = queue.find(jobId)
      if (!kept) {
        const job = await jobs.find(region, jobId)
        return job && !isBuild(job) ? job : null
      }
      queue.cancel(kept)
      await kept.ended
      return kept.record.job
    },
    close: queue.close,
  }
}

/** The jobs that wait or run, in their order; one at a time is with the thread. */
function analysisQueue(place: AnalysisPlace, log: (error: unknown) => void) {
  const live = new Map<string, Kept>()
  let running: Kept | null = null
  let whenFree = () => {}

  const next = () => {
    if (running) return
    running = [...live.values()].find(({ record }) => record.job.status === 'accepted') ?? null
    if (!running) return
    running.record.change({ ...RUNNING, started: now() })
    thread.post(running.order)
  }
  /** The thread is free for the next order. */
  const free = () => {
    running = null
    whenFree()
    next()
  }
  const over = (kept: Kept, end: End) => {
    live.delete(kept.record.job.jobID)
    settle(kept, end)
  }
  const cancel = (kept: Kept) => {
    over(kept, CANCELLED)
    Atomics.store(kept.order.isDropped, 0, 1)
  }
  const hear = (kept: Kept, message: AnalysisMessage) => {
    const wanted = !isOver(kept.record.job)
    if (message.kind === 'begun') {
      kept.hasBegun = true
      if (wanted) return
      // Cancelled between its last look and this message.
      void thread.end()
    } else if (message.kind === 'progress') {
      if (wanted) kept.record.change({ progress: Math.round(message.share * 100) })
      return
    } else if (message.kind !== 'dropped' && wanted) {
      if (message.kind === 'broken') log(message.error)
      over(kept, endBy(message))
    }
    free()
  }
  const thread = analysisThread(place, {
    message: (message) => {
      if (running?.record.job.jobID === message.jobId) hear(running, message)
    },
    lost: (error) => {
      if (!running) return
      if (!isOver(running.record.job)) {
        log(error)
        over(running, FAILED)
      }
      free()
    },
  })
  return {
    find: (jobId: string) => live.get(jobId),
    add: (kept: Kept) => {
      live.set(kept.record.job.jobID, kept)
      next()
    },
    cancel: (kept: Kept) => {
      cancel(kept)
      if (running !== kept || !kept.hasBegun) return
      void thread.end()
      free()
    },
    close: async () => {
      for (const kept of live.values()) cancel(kept)
      if (running && !running.hasBegun) {
        thread.keepAlive()
        await new Promise<void>((resolve) => {
          whenFree = resolve
        })
      }
      await thread.end()
    },
  }
}

/** How a job ended, and what the store keeps of it. */
type End = JobChange & { answer: JobAnswer }

const RUNNING: JobChange = { status: 'running', message: 'Running', messageZh: '正在计算' }
const FAILED = refused('failed', 500, {
  message: 'The analysis ended unexpectedly; the cause is in the server’s log.',
  messageZh: '计算意外中止，原因见服务器日志。',
})
const CANCELLED: End = {
  ...refused('dismissed', 409, { message: 'The job was cancelled.', messageZh: '任务已取消。' }),
  message: 'Cancelled',
  messageZh: '已取消',
}

function refused(
  jobStatus: 'failed' | 'dismissed',
  status: number,
  words: { message: string; messageZh: string },
): End {
  const { problem, headers } = new ProblemError(status, words.message, words.messageZh)
  return { status: jobStatus, ...words, answer: { kind: 'refused', problem, headers } }
}

/** The end that the thread reports. */
function endBy(message: Exclude<AnalysisMessage, { kind: 'begun' | 'progress' | 'dropped' }>): End {
  if (message.kind === 'broken') return FAILED
  if (message.kind === 'done') {
    const words = { message: 'Done', messageZh: '完成' }
    return { status: 'successful', progress: 100, ...words, answer: message }
  }
  const { detail, detailZh } = message.problem
  return { status: 'failed', message: detail ?? '', messageZh: detailZh ?? '', answer: message }
}

/** Writes the end down and lets go whoever waits, once the store knows. */
function settle({ record, settle }: Kept, end: End): void {
  record.change({ finished: now(), ...end })
  record.stored().then(settle, settle)
}

function accepted(
  processID: ProcessId,
  inputs: unknown,
  recordOf: (job: AnalysisJob) => JobRecord<AnalysisJob>,
): Kept {
  const jobID = crypto.randomUUID()
  const { promise: ended, resolve: settle } = Promise.withResolvers<void>()
  const record = recordOf({
    jobID,
    type: 'process',
    processID,
    status: 'accepted',
    progress: 0,
    message: 'Waiting for its turn',
    messageZh: '排队中',
    created: now(),
  })
  const isDropped = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  const order = { jobId: jobID, processId: processID, inputs, isDropped }
  return { hasBegun: false, record, order, ended, settle }
}

function now(): string {
  return new Date().toISOString()
}
