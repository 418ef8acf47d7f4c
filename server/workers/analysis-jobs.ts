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
import type { AnalysisMessage, AnalysisOrder } from '#server/workers/analyse.ts'

/** Jobs remembered with their results; the oldest that is over is forgotten first. */
const MOST_JOBS = 40
const THREAD = new URL('./analyse.ts', import.meta.url)

export type AnalysisJobs = {
  /** The newest first. */
  all: () => AnalysisJob[]
  find: (jobId: string) => AnalysisJob | null
  start: (processId: ProcessId, inputs: unknown) => AnalysisJob
  /** The text of the result; rejects with a ProblemError that says why there is none. Null: no such job. */
  result: (jobId: string) => Promise<string> | null
  /** Cancels what waits or runs; a job that is over stays as it is. Null: no such job. */
  dismiss: (jobId: string) => AnalysisJob | null
  close: () => Promise<void>
}

type Kept = {
  /** The thread only calculates from now on. */
  hasBegun: boolean
  job: AnalysisJob
  order: AnalysisOrder
  result: Promise<string>
  settle: (body: string) => void
  refuse: (error: unknown) => void
}

export function analysisJobs(dataDir: string, log: (error: unknown) => void): AnalysisJobs {
  const jobs = new Map<string, Kept>()
  let thread: Worker | null = null
  let running: Kept | null = null

  const next = () => {
    if (running) return
    running = [...jobs.values()].find(({ job }) => job.status === 'accepted') ?? null
    if (!running) return
    Object.assign(running.job, {
      status: 'running',
      started: now(),
      message: 'Running',
      messageZh: '正在计算',
    })
    thread ??= newThread()
    thread.postMessage(running.order)
  }
  const over = (kept: Kept, end: Partial<AnalysisJob>) => {
    Object.assign(kept.job, { finished: now(), ...end })
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
    const worker = new Worker(THREAD, { workerData: dataDir })
    // An idle thread keeps no server from ending.
    worker.unref()
    worker.on('message', (message: AnalysisMessage) => {
      const kept = running
      if (kept?.job.jobID !== message.jobId) return
      if (message.kind === 'begun') {
        kept.hasBegun = true
        if (!isOver(kept.job)) return
        // Cancelled between its last look and this message.
        void endThread()
        return free()
      }
      if (!isOver(kept.job)) take(kept, message)
      if (message.kind !== 'progress') free()
    })
    worker.on('error', (error) => {
      if (thread !== worker) return
      thread = null
      if (!running) return
      if (!isOver(running.job)) fail(running, error)
      free()
    })
    return worker
  }
  const take = (kept: Kept, message: AnalysisMessage) => {
    if (message.kind === 'progress') kept.job.progress = Math.round(message.share * 100)
    else if (message.kind === 'done') {
      over(kept, { status: 'successful', progress: 100, message: 'Done', messageZh: '完成' })
      kept.settle(message.body)
    } else if (message.kind === 'refused') {
      const { detail, detailZh } = message.problem
      over(kept, { status: 'failed', message: detail ?? '', messageZh: detailZh ?? '' })
      kept.refuse(ProblemError.from(message.problem, message.headers))
    } else if (message.kind === 'broken') fail(kept, message.error)
  }
  const fail = (kept: Kept, error: unknown) => {
    log(error)
    over(kept, { status: 'failed', ...IN_LOG })
    kept.refuse(new ProblemError(500, IN_LOG.message, IN_LOG.messageZh))
  }

  return {
    all: () => [...jobs.values()].map(({ job }) => job).reverse(),
    find: (jobId) => jobs.get(jobId)?.job ?? null,
    start: (processId, inputs) => {
      const kept = accepted(processId, inputs)
      jobs.set(kept.job.jobID, kept)
      forgetOldest(jobs)
      next()
      return kept.job
    },
    result: (jobId) => jobs.get(jobId)?.result ?? null,
    dismiss: (jobId) => {
      const kept = jobs.get(jobId)
      if (!kept) return null
      if (isOver(kept.job)) return kept.job
      over(kept, { status: 'dismissed', message: 'Cancelled', messageZh: '已取消' })
      kept.refuse(new ProblemError(409, 'The job was cancelled.', '任务已取消。'))
      Atomics.store(kept.order.isDropped, 0, 1)
      if (running === kept && kept.hasBegun) {
        void endThread()
        free()
      }
      return kept.job
    },
    close: async () => {
      for (const kept of jobs.values()) {
        if (!isOver(kept.job)) over(kept, { status: 'dismissed' })
        Atomics.store(kept.order.isDropped, 0, 1)
      }
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

const IN_LOG = {
  message: 'The analysis ended unexpectedly; the cause is in the server’s log.',
  messageZh: '计算意外中止，原因见服务器日志。',
}

function accepted(processID: ProcessId, inputs: unknown): Kept {
  const jobID = crypto.randomUUID()
  let settle = (_: string) => {}
  let refuse = (_: unknown) => {}
  const result = new Promise<string>((resolve, reject) => {
    settle = resolve
    refuse = reject
  })
  // Nobody may be waiting for it.
  result.catch(() => {})
  const job: AnalysisJob = {
    jobID,
    type: 'process',
    processID,
    status: 'accepted',
    progress: 0,
    message: 'Waiting for its turn',
    messageZh: '排队中',
    created: now(),
  }
  const isDropped = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  const order = { jobId: jobID, processId: processID, inputs, isDropped }
  return { hasBegun: false, job, order, result, settle, refuse }
}

function forgetOldest(jobs: Map<string, Kept>): void {
  if (jobs.size <= MOST_JOBS) return
  const oldest = [...jobs.values()].find(({ job }) => isOver(job))
  if (oldest) jobs.delete(oldest.job.jobID)
}

export function isOver({ status }: { status: AnalysisJob['status'] }): boolean {
  return status !== 'accepted' && status !== 'running'
}

function now(): string {
  return new Date().toISOString()
}
