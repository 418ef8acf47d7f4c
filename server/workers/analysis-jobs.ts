// Which analyses run or have run on the thread beside the server in this run of it?
//
// One thread, warm after its first order; orders wait for their turn. To cancel what runs ends the
// thread, and the next order starts another: the analyses themselves need not know of it. While the
// thread starts or reads the database it must not be ended: that breaks native code and the server with
// it. So it says when arithmetic begins, and until then a cancelled order is dropped by the thread itself.
import { Worker } from 'node:worker_threads'
import type { AnalysisJob } from '#geodata/contract/jobs.ts'
import type { ProcessId } from '#geodata/contract/processes/index.ts'
import { ProblemError } from '#server/http/problem.ts'
import { isBuild, isOver, type JobAnswer, type JobChange } from '#server/store/job-store.ts'
import type { RegionId } from '#server/store/region-id.ts'
import type { Store } from '#server/store/store.ts'
import type { AnalysisMessage, AnalysisOrder, AnalysisPlace } from '#server/workers/analyse.ts'
import { type JobRecord, jobRecord, resultOf } from '#server/workers/job-record.ts'

const THREAD = new URL('./analyse.ts', import.meta.url)

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
  const live = new Map<string, Kept>()
  let thread: Worker | null = null
  let running: Kept | null = null

  const next = () => {
    if (running) return
    running = [...live.values()].find(({ record }) => record.job.status === 'accepted') ?? null
    if (!running) return
    running.record.change({
      status: 'running',
      started: now(),
      message: 'Running',
      messageZh: '正在计算',
    })
    thread ??= newThread()
    thread.postMessage(running.order)
  }
  const over = ({ record, settle }: Kept, change: JobChange, answer: JobAnswer) => {
    record.change({ finished: now(), ...change, answer })
    live.delete(record.job.jobID)
    record.stored().then(settle, settle)
  }
  /** The thread is free for the next order. */
  let whenFree = () => {}
  const free = () => {
    running = null
    whenFree()
    next()
  }
  const endThread = () => {
    const ended = thread?.terminate()
    thread = null
    return ended
  }
  const newThread = () => {
    const worker = new Worker(THREAD, { workerData: { address, region } satisfies AnalysisPlace })
    // An idle thread keeps no server from ending.
    worker.unref()
    worker.on('message', (message: AnalysisMessage) => {
      const kept = running
      if (kept?.record.job.jobID !== message.jobId) return
      if (message.kind === 'begun') {
        kept.hasBegun = true
        if (!isOver(kept.record.job)) return
        // Cancelled between its last look and this message.
        void endThread()
        return free()
      }
      if (!isOver(kept.record.job)) take(kept, message)
      if (message.kind !== 'progress') free()
    })
    worker.on('error', (error) => {
      if (thread !== worker) return
      thread = null
      if (!running) return
      if (!isOver(running.record.job)) fail(running, error)
      free()
    })
    return worker
  }
  const take = (kept: Kept, message: AnalysisMessage) => {
    if (message.kind === 'progress') {
      kept.record.change({ progress: Math.round(message.share * 100) })
    } else if (message.kind === 'done') over(kept, DONE, message)
    else if (message.kind === 'refused') {
      const { detail, detailZh } = message.problem
      const told = { message: detail ?? '', messageZh: detailZh ?? '' }
      over(kept, { status: 'failed', ...told }, message)
    } else if (message.kind === 'broken') fail(kept, message.error)
  }
  const fail = (kept: Kept, error: unknown) => {
    log(error)
    over(kept, { status: 'failed', ...IN_LOG }, refusedWith(500, IN_LOG))
  }
  const cancel = (kept: Kept) => {
    over(kept, { status: 'dismissed', message: 'Cancelled', messageZh: '已取消' }, CANCELLED)
    Atomics.store(kept.order.isDropped, 0, 1)
  }

  return {
    start: async (processId, inputs) => {
      const kept = accepted(processId, inputs, (job) => jobRecord(jobs, region, job, log))
      live.set(kept.record.job.jobID, kept)
      next()
      await kept.record.stored()
      return kept.record.job
    },
    result: async (jobId) => {
      await live.get(jobId)?.ended
      return resultOf(jobs, region, jobId)
    },
    dismiss: async (jobId) => {
      const kept = live.get(jobId)
      if (!kept) {
        const job = await jobs.find(region, jobId)
        return job && !isBuild(job) ? job : null
      }
      cancel(kept)
      if (running === kept && kept.hasBegun) {
        void endThread()
        free()
      }
      await kept.ended
      return kept.record.job
    },
    close: async () => {
      for (const kept of live.values()) cancel(kept)
      if (running && !running.hasBegun) {
        // The wait keeps the process alive, which the idle thread does not.
        thread?.ref()
        await new Promise<void>((resolve) => {
          whenFree = resolve
        })
      }
      await endThread()
    },
  }
}

const DONE: JobChange = { status: 'successful', progress: 100, message: 'Done', messageZh: '完成' }

const IN_LOG = {
  message: 'The analysis ended unexpectedly; the cause is in the server’s log.',
  messageZh: '计算意外中止，原因见服务器日志。',
}

function refusedWith(
  status: number,
  { message, messageZh }: { message: string; messageZh: string },
): JobAnswer {
  const { problem, headers } = new ProblemError(status, message, messageZh)
  return { kind: 'refused', problem, headers }
}

const CANCELLED = refusedWith(409, {
  message: 'The job was cancelled.',
  messageZh: '任务已取消。',
})

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
