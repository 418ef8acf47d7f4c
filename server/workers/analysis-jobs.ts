// Which analyses run or have run on the threads beside the server in this run of it?
//
// Two threads, warm after their first order: one for questions that somebody waits for and that are
// answered soon, one for jobs and whatever takes long, so that neither waits for the other. Orders wait
// for their turn. To cancel what takes long ends its thread, and the next order starts another: the
// analyses themselves need not know of it. While a thread starts or reads the database it must not be
// ended: that breaks native code and the server with it. So it says when arithmetic begins, and until then
// a cancelled order is dropped by the thread itself.
import type { AnalysisJob } from '#geodata/contract/jobs.ts'
import type { ProcessId } from '#geodata/contract/processes/index.ts'
import { ProblemError } from '#server/http/problem.ts'
import type { Gathered } from '#server/processes/process.ts'
import { isBuild, type JobAnswer, type JobChange } from '#server/store/job-store.ts'
import type { RegionId } from '#server/store/region-id.ts'
import type { Store } from '#server/store/store.ts'
import type { AnalysisMessage, AnalysisOrder, AnalysisPlace } from '#server/workers/analyse.ts'
import { analysisThread } from '#server/workers/analysis-thread.ts'
import { jobRecord, resultOf } from '#server/workers/job-record.ts'

export type AnalysisJobs = {
  /** `keep` writes what must be found again of the result; where it rejects, there is no result. */
  start: (
    processId: ProcessId,
    inputs: unknown,
    gathered?: Gathered,
    keep?: (body: Bytes) => Promise<void>,
  ) => Promise<AnalysisJob>
  /** The text of the result, once it is there; rejects with a ProblemError that says why there is none. Null: no such job. */
  result: (jobId: string) => Promise<string | null>
  /**
   * The bytes of the result for somebody who waits, as no job that others see; `signal` says that he waits
   * no more. Soon: before what takes long.
   */
  answer: (asked: Question) => Promise<Bytes>
  /** Cancels what waits or runs; a job that is over stays as it is. Null: no such job. */
  dismiss: (jobId: string) => Promise<AnalysisJob | null>
  close: () => Promise<void>
}

export type Bytes = Uint8Array<ArrayBuffer>
type Question = {
  processId: ProcessId
  inputs: unknown
  gathered?: Gathered | undefined
  isSoon: boolean
  signal: AbortSignal
}

/** What waits or runs. */
type Kept = {
  order: AnalysisOrder
  isStarted: boolean
  /** The thread only calculates from now on. */
  hasBegun: boolean
  isOver: boolean
  /** What is told while it waits and runs. */
  tell: (change: JobChange) => void
  finish: (end: End) => void
}

export function analysisJobs(
  { address, jobs }: Pick<Store, 'address' | 'jobs'>,
  region: RegionId,
  log: (error: unknown) => void,
): AnalysisJobs {
  const soon = analysisQueue({ address, region }, log)
  const long = analysisQueue({ address, region }, log)
  const known = new Map<string, { kept: Kept; job: AnalysisJob; ended: Promise<void> }>()
  return {
    start: async (processId, inputs, gathered, keep) => {
      const job = acceptedJob(processId)
      const { jobID } = job
      const record = jobRecord(jobs, region, job, log)
      const { promise: ended, resolve: settle } = Promise.withResolvers<void>()
      const finish = async (end: End) => {
        const { outcome, ...told } = await keptEnd(end, keep, log)
        record.change({ finished: now(), ...told, answer: answerOf(outcome) })
        const over = () => {
          known.delete(jobID)
          settle()
        }
        // Who waits for it is let go once the store knows.
        record.stored().then(over, over)
      }
      const kept = waiting(orderOf(jobID, { processId, inputs, gathered }), record.change, finish)
      known.set(jobID, { kept, job, ended })
      long.add(kept)
      await record.stored()
      return job
    },
    result: async (jobId) => {
      await known.get(jobId)?.ended
      return resultOf(jobs, region, jobId)
    },
    answer: ({ processId, inputs, gathered, isSoon, signal }) => {
      const { promise, resolve, reject } = Promise.withResolvers<Bytes>()
      const finish = ({ outcome }: End) => {
        if (outcome.kind === 'done') resolve(outcome.body)
        else reject(ProblemError.from(outcome.problem, outcome.headers))
      }
      const kept = waiting(
        orderOf(crypto.randomUUID(), { processId, inputs, gathered }),
        () => {},
        finish,
      )
      const queue = isSoon ? soon : long
      // What is over soon is not worth another thread.
      const drop = () => queue.cancel(kept, { endsThread: !isSoon })
      queue.add(kept)
      signal.addEventListener('abort', drop, { once: true })
      if (signal.aborted) drop()
      return promise.finally(() => signal.removeEventListener('abort', drop))
    },
    dismiss: async (jobId) => {
      const here = known.get(jobId)
      if (!here) {
        const job = await jobs.find(region, jobId)
        return job && !isBuild(job) ? job : null
      }
      long.cancel(here.kept, { endsThread: true })
      await here.ended
      return here.job
    },
    close: async () => {
      await Promise.all([soon.close(), long.close()])
    },
  }
}

/** What waits or runs, in its order; one at a time is with the thread. */
function analysisQueue(place: AnalysisPlace, log: (error: unknown) => void) {
  const live = new Set<Kept>()
  let running: Kept | null = null
  let whenFree = () => {}

  const next = () => {
    if (running) return
    running = [...live].find(({ isStarted }) => !isStarted) ?? null
    if (!running) return
    running.isStarted = true
    running.tell({ ...RUNNING, started: now() })
    thread.post(running.order)
  }
  /** The thread is free for the next order. */
  const free = () => {
    running = null
    whenFree()
    next()
  }
  const over = (kept: Kept, end: End) => {
    if (kept.isOver) return
    live.delete(kept)
    kept.isOver = true
    kept.finish(end)
  }
  const cancel = (kept: Kept) => {
    over(kept, CANCELLED)
    Atomics.store(kept.order.isDropped, 0, 1)
  }
  const hear = (kept: Kept, message: AnalysisMessage) => {
    const wanted = !kept.isOver
    if (message.kind === 'begun') {
      kept.hasBegun = true
      if (wanted) return
      // Cancelled between its last look and this message.
      void thread.end()
    } else if (message.kind === 'progress') {
      if (wanted) kept.tell({ progress: Math.round(message.share * 100) })
      return
    } else if (message.kind !== 'dropped' && wanted) {
      if (message.kind === 'broken') log(message.error)
      over(kept, endBy(message))
    }
    free()
  }
  const thread = analysisThread(place, {
    message: (message) => {
      if (running?.order.jobId === message.jobId) hear(running, message)
    },
    lost: (error) => {
      if (!running) return
      if (!running.isOver) log(error)
      over(running, FAILED)
      free()
    },
  })
  return {
    add: (kept: Kept) => {
      live.add(kept)
      next()
    },
    cancel: (kept: Kept, { endsThread }: { endsThread: boolean }) => {
      if (kept.isOver) return
      cancel(kept)
      if (running !== kept || !kept.hasBegun || !endsThread) return
      void thread.end()
      free()
    },
    close: async () => {
      for (const kept of live) cancel(kept)
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

/** How it ended, and what comes of it. */
type End = JobChange & { outcome: Outcome }
type Outcome = { kind: 'done'; body: Bytes } | Extract<JobAnswer, { kind: 'refused' }>

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
  return { status: jobStatus, ...words, outcome: { kind: 'refused', problem, headers } }
}

/** The end that the thread reports. */
function endBy(message: Exclude<AnalysisMessage, { kind: 'begun' | 'progress' | 'dropped' }>): End {
  if (message.kind === 'broken') return FAILED
  if (message.kind === 'done') {
    const words = { message: 'Done', messageZh: '完成' }
    return { status: 'successful', progress: 100, ...words, outcome: message }
  }
  const { detail, detailZh } = message.problem
  return { status: 'failed', message: detail ?? '', messageZh: detailZh ?? '', outcome: message }
}

/** The end of what was done, once what must be kept of it is; or why it could not be. */
async function keptEnd(
  end: End,
  keep: ((body: Bytes) => Promise<void>) | undefined,
  log: (error: unknown) => void,
): Promise<End> {
  if (!keep || end.outcome.kind !== 'done') return end
  try {
    await keep(end.outcome.body)
    return end
  } catch (error) {
    if (!(error instanceof ProblemError)) {
      log(error)
      return FAILED
    }
    const { problem, headers } = error
    const { detail: message = '', detailZh: messageZh = '' } = problem
    return { status: 'failed', message, messageZh, outcome: { kind: 'refused', problem, headers } }
  }
}

/** What the store keeps of it. */
function answerOf(outcome: Outcome): JobAnswer {
  if (outcome.kind === 'refused') return outcome
  return { kind: 'done', body: new TextDecoder().decode(outcome.body) }
}

function waiting(order: AnalysisOrder, tell: Kept['tell'], finish: Kept['finish']): Kept {
  return { order, tell, finish, isStarted: false, hasBegun: false, isOver: false }
}

function orderOf(
  jobId: string,
  { processId, inputs, gathered }: Pick<Question, 'processId' | 'inputs' | 'gathered'>,
): AnalysisOrder {
  const isDropped = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  return { jobId, processId, inputs, gathered, isDropped }
}

function acceptedJob(processID: ProcessId): AnalysisJob {
  return {
    jobID: crypto.randomUUID(),
    type: 'process',
    processID,
    status: 'accepted',
    progress: 0,
    message: 'Waiting for its turn',
    messageZh: '排队中',
    created: now(),
  }
}

function now(): string {
  return new Date().toISOString()
}
