// Which networks are being built or were built in this run of the server?
//
// One at a time. The thread writes beside the place of the network; the server puts the file there
// once it is whole and nobody has cancelled, so an old network stays until then.
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import type { BuildJob, NetworkOrder } from '#geodata/contract/jobs.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import { extractFile, sweepArriving } from '#server/store/files/extracts.ts'
import type { BuildOrder, BuildStep } from '#server/store/files/network-build.ts'
import { networkFile, networksFolder } from '#server/store/files/network-files.ts'
import type { BuildMessage } from '#server/workers/build-network.ts'

const BUILT = '.built'
/** Jobs remembered; the oldest is forgotten first. */
const MOST_JOBS = 50
const THREAD = new URL('./build-network.ts', import.meta.url)

/** Where a step begins in the progress, in percent, with what is told of it. */
const STEPS: Record<BuildStep, { fromPercent: number; toPercent: number } & Bilingual> = {
  ways: { fromPercent: 0, toPercent: 20, en: 'Reading roads', zh: '读取道路' },
  nodes: { fromPercent: 20, toPercent: 40, en: 'Reading places', zh: '读取节点' },
  streets: { fromPercent: 40, toPercent: 45, en: 'Cutting streets', zh: '切分路段' },
  turns: { fromPercent: 45, toPercent: 50, en: 'Turn restrictions', zh: '转向限制' },
  hierarchy: { fromPercent: 50, toPercent: 85, en: 'Hierarchy of roads', zh: '分层路网' },
  ground: { fromPercent: 85, toPercent: 95, en: 'Ground for isochrones', zh: '等时圈地面点' },
  file: { fromPercent: 95, toPercent: 100, en: 'Writing', zh: '写入文件' },
}

export type NetworkBuilds = {
  /** The newest first. */
  all: () => BuildJob[]
  find: (jobId: string) => BuildJob | null
  start: (order: NetworkOrder) => { kind: 'started' | 'busy'; job: BuildJob }
  /** Cancels what runs; a job that has ended stays as it is. Null: no such job. */
  dismiss: (jobId: string) => Promise<BuildJob> | null
  /** The job as it is when it has ended. */
  ended: (jobId: string) => Promise<BuildJob> | null
  /** Cancels whatever runs. */
  close: () => Promise<void>
}

type Running = { job: BuildJob; stop: () => void; ended: Promise<BuildJob> }

/** `onBuilt` puts a network to use; what it throws fails the job, and goes to the log. */
export function networkBuilds(
  dataDir: string,
  onBuilt: (id: string) => void,
  log: (error: unknown) => void,
): NetworkBuilds {
  const jobs = new Map<string, Running>()
  const running = () => [...jobs.values()].find(({ job }) => !isOver(job))
  sweepDrafts(dataDir)
  sweepArriving(dataDir)

  const dismiss = (jobId: string): Promise<BuildJob> | null => {
    const found = jobs.get(jobId)
    if (!found) return null
    if (!isOver(found.job)) {
      end(found.job, 'dismissed', {
        en: 'Cancelled; nothing was replaced',
        zh: '已取消，未替换任何内容',
      })
      found.stop()
    }
    return found.ended
  }

  return {
    all: () => [...jobs.values()].map(({ job }) => job).reverse(),
    find: (jobId) => jobs.get(jobId)?.job ?? null,
    start: (order) => {
      const busy = running()
      if (busy) return { kind: 'busy', job: busy.job }
      const job = acceptedJob(order)
      jobs.set(job.jobID, run(job, dataDir, onBuilt, log))
      const [oldest] = jobs.keys()
      if (jobs.size > MOST_JOBS && oldest !== undefined) jobs.delete(oldest)
      return { kind: 'started', job }
    },
    dismiss,
    ended: (jobId) => jobs.get(jobId)?.ended ?? null,
    close: async () => {
      const last = running()
      if (last) await dismiss(last.job.jobID)
    },
  }
}

function run(
  job: BuildJob,
  dataDir: string,
  onBuilt: (id: string) => void,
  log: (error: unknown) => void,
): Running {
  const { name, extracts, cutAtMissingNodes } = job.order
  const file = networkFile(dataDir, name)
  const outFile = file + BUILT
  const order: BuildOrder = {
    extracts: extracts.map((extract) => extractFile(dataDir, extract)),
    outFile,
    cutAtMissingNodes,
  }
  const worker = new Worker(THREAD, { workerData: order })
  // A thread that is ended while it still loads can take the process with it: it is ended once it has begun.
  let hasBegun = false
  worker.on('online', () => {
    if (isOver(job)) return
    job.status = 'running'
    job.started = now()
  })
  worker.on('message', (message: BuildMessage) => {
    if (message.kind === 'begun') {
      hasBegun = true
      if (isOver(job)) void worker.terminate()
      return
    }
    if (isOver(job)) return
    if (message.kind === 'progress') {
      const { fromPercent, toPercent, en, zh } = STEPS[message.step]
      job.progress = Math.floor(fromPercent + message.share * (toPercent - fromPercent))
      Object.assign(job, { message: en, messageZh: zh })
    } else if (message.kind === 'refused') {
      end(job, 'failed', withoutFolder(message, extractFile(dataDir, '')))
    } else {
      try {
        renameSync(outFile, file)
        onBuilt(name)
        end(job, 'successful', toldOf(message))
      } catch (error) {
        log(error)
        end(job, 'failed', CAUSE_IN_LOG)
      }
    }
  })
  worker.on('error', (error: NodeJS.ErrnoException) => {
    log(error)
    const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY' || error instanceof RangeError
    if (!isOver(job)) end(job, 'failed', isMemory ? NO_MEMORY : CAUSE_IN_LOG)
  })
  const ended = new Promise<BuildJob>((resolve) => {
    worker.once('exit', () => {
      if (!isOver(job)) end(job, 'failed', CAUSE_IN_LOG)
      for (const draft of [outFile, `${outFile}.building`]) rmSync(draft, { force: true })
      resolve(job)
    })
  })
  const stop = () => {
    if (hasBegun) void worker.terminate()
  }
  return { job, stop, ended }
}

const CAUSE_IN_LOG = {
  en: 'The build ended unexpectedly; the cause is in the server’s log',
  zh: '生成意外中止，原因见服务器日志',
}
const NO_MEMORY = {
  en: 'There was not enough memory; take a smaller extract, or build on a larger machine with npm run network. Nothing was replaced',
  zh: '内存不足；请换用较小的提取文件，或在更大的机器上运行 npm run network。未替换任何内容',
}

function toldOf(built: Extract<BuildMessage, { kind: 'built' }>): Bilingual {
  const { junctionCount, streetCount, missingNodes } = built
  const cut = missingNodes > 0
  return {
    en: `${junctionCount} junctions, ${streetCount} streets${cut ? `; roads were ended at ${missingNodes} missing nodes` : ''}`,
    zh: `路口 ${junctionCount} 个，路段 ${streetCount} 条${cut ? `；道路在 ${missingNodes} 处缺失节点截断` : ''}`,
  }
}

/** Where the data lie on the server is nobody's business. */
function withoutFolder({ en, zh }: Bilingual, folder: string): Bilingual {
  const plain = (text: string) => text.replaceAll(folder + path.sep, '')
  return { en: plain(en), zh: plain(zh) }
}

function acceptedJob(order: NetworkOrder): BuildJob {
  return {
    jobID: crypto.randomUUID(),
    type: 'process',
    processID: 'network',
    status: 'accepted',
    progress: 0,
    message: 'Accepted',
    messageZh: '已受理',
    created: now(),
    order,
  }
}

function end(
  job: BuildJob,
  status: 'successful' | 'failed' | 'dismissed',
  { en, zh }: Bilingual,
): void {
  Object.assign(job, { status, message: en, messageZh: zh, finished: now() })
  if (status === 'successful') job.progress = 100
}

function isOver({ status }: BuildJob): boolean {
  return status !== 'accepted' && status !== 'running'
}

function now(): string {
  return new Date().toISOString()
}

/** What a server that was killed has left. */
function sweepDrafts(dataDir: string): void {
  const folder = networksFolder(dataDir)
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    if (/\.road\.built(\.building)?$/.test(name)) rmSync(path.join(folder, name), { force: true })
  }
}
