// Which networks are being built or were built in this run of the server?
//
// One at a time. The thread writes beside the place of the network; the server puts the file there
// once it is complete and not cancelled, so an old network stays until then.
import type { BuildJob, NetworkOrder } from '#geodata/contract/jobs.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { BuildStep } from '#server/store/files/network-build.ts'
import { isBuild, isOver, type JobChange } from '#server/store/job-store.ts'
import type { RegionId } from '#server/store/region-id.ts'
import type { Store } from '#server/store/store.ts'
import type { BuildMessage } from '#server/workers/build-network.ts'
import { buildThread } from '#server/workers/build-thread.ts'
import { type JobRecord, jobRecord } from '#server/workers/job-record.ts'

/** Where a step begins in the progress, in percent, with the words shown for it. */
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
  start: (order: NetworkOrder) => Promise<{ kind: 'started' | 'busy'; job: BuildJob }>
  /** Cancels what runs; a job that has ended stays as it is. Null: no such job. */
  dismiss: (jobId: string) => Promise<BuildJob | null>
  /** The job as it is when it has ended. Null: no such job. */
  ended: (jobId: string) => Promise<BuildJob | null>
  /** Cancels whatever runs. */
  close: () => Promise<void>
}

type Running = { job: BuildJob; stop: () => void; ended: Promise<BuildJob> }

/** `onBuilt` puts a network to use; what it throws fails the job, and goes to the log. */
export async function networkBuilds(
  store: Pick<Store, 'jobs' | 'networks'>,
  region: RegionId,
  onBuilt: (id: string) => Promise<void>,
  log: (error: unknown) => void,
): Promise<NetworkBuilds> {
  let running: Running | null = null
  await store.networks.sweep(region)

  const ended = async (jobId: string): Promise<BuildJob | null> => {
    if (running?.job.jobID === jobId) return running.ended
    const job = await store.jobs.find(region, jobId)
    return job && isBuild(job) ? job : null
  }
  const dismiss = (jobId: string) => {
    if (running?.job.jobID === jobId) running.stop()
    return ended(jobId)
  }

  return {
    start: async (order) => {
      // One that is over only ends its thread.
      while (running && isOver(running.job)) await running.ended
      if (running) return { kind: 'busy', job: running.job }
      const record = jobRecord(store.jobs, region, acceptedJob(order), log)
      const begun = run(store, region, record, onBuilt, log)
      running = begun
      begun.ended.finally(() => {
        running = null
      })
      await record.stored()
      return { kind: 'started', job: record.job }
    },
    dismiss,
    ended,
    close: async () => {
      if (running) await dismiss(running.job.jobID)
    },
  }
}

function run(
  { networks }: Pick<Store, 'networks'>,
  region: RegionId,
  { job, change, stored }: JobRecord<BuildJob>,
  onBuilt: (id: string) => Promise<void>,
  log: (error: unknown) => void,
): Running {
  const { name } = job.order
  const end = (status: 'successful' | 'failed' | 'dismissed', message: Bilingual) =>
    change(endOf(status, message))
  /** From the last message on; a network that is being put in its place cannot be cancelled. */
  let publishing: Promise<void> | null = null
  const publish = async (built: Extract<BuildMessage, { kind: 'built' }>) => {
    try {
      await networks.publish(region, name)
      await onBuilt(name)
      end('successful', toldOf(built))
    } catch (error) {
      log(error)
      end('failed', CAUSE_IN_LOG)
    }
  }
  const thread = buildThread({
    onBegun: () => change({ status: 'running', started: now() }),
    onMessage: (message) => {
      if (isOver(job)) return
      if (message.kind === 'progress') change(progressOf(message))
      else if (message.kind === 'refused') end('failed', message)
      else publishing = publish(message)
    },
    onError: (error) => {
      log(error)
      const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY' || error instanceof RangeError
      end('failed', isMemory ? NO_MEMORY : CAUSE_IN_LOG)
    },
  })
  const ended = async (): Promise<BuildJob> => {
    try {
      await thread.run(await networks.draft(region, job.order))
      await publishing
    } catch (error) {
      log(error)
    }
    end('failed', CAUSE_IN_LOG)
    await networks.discard(region, name)
    await stored()
    return job
  }
  const stop = () => {
    if (publishing || isOver(job)) return
    end('dismissed', CANCELLED)
    thread.stop()
  }
  return { job, stop, ended: ended() }
}

const CANCELLED = { en: 'Cancelled; nothing was replaced', zh: '已取消，未替换任何内容' }
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

function endOf(status: 'successful' | 'failed' | 'dismissed', { en, zh }: Bilingual): JobChange {
  const progress = status === 'successful' ? { progress: 100 } : {}
  return { status, message: en, messageZh: zh, finished: now(), ...progress }
}

function progressOf({ step, share }: Extract<BuildMessage, { kind: 'progress' }>): JobChange {
  const { fromPercent, toPercent, en, zh } = STEPS[step]
  const progress = Math.floor(fromPercent + share * (toPercent - fromPercent))
  return { progress, message: en, messageZh: zh }
}

function now(): string {
  return new Date().toISOString()
}
