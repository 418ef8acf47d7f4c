// Brings extracts, builds networks and removes them; each act says how it went in the signals.
import {
  dismissJob,
  getJob,
  listExtracts,
  listJobs,
  orderNetwork,
  removeNetwork,
  uploadExtract,
} from '#web/api/admin.ts'
import { getDataset, getNetworks, problemOf } from '#web/api/client.ts'
import { newestOnly } from '#web/api/newest-only.ts'
import { actProblem, isOver, job, uploading } from '#web/panels/networks/network-work.ts'
import { dataset } from '#web/state/region/lists.ts'
import { answering, takeNetworks } from '#web/state/region/networks.ts'
import { askAnew } from '#web/state/region/networks-followed.ts'
import { changeView, view } from '#web/state/view/store.ts'

export const extractsQuestion = newestOnly((_: 'all', signal) => listExtracts(signal))

const POLL_MILLISECONDS = 500

/** Lists what lies there, and takes up a build that another page or an earlier visit started. */
export async function openWork(): Promise<void> {
  extractsQuestion.ask('all')
  await attempt(async () => {
    const [newest] = await listJobs()
    if (!newest || job.peek()?.jobID === newest.jobID) return
    job.value = newest
    if (!isOver(newest)) await follow(newest.jobID)
  })
}

/** Sends a file; true when it is there. */
export function bring(file: File): Promise<boolean> {
  return attempt(async () => {
    const upload = uploadExtract(file, (share) => {
      const now = uploading.peek()
      if (now) uploading.value = { ...now, share }
    })
    uploading.value = { name: file.name, share: 0, stop: upload.stop }
    try {
      await upload.done
    } finally {
      uploading.value = null
    }
    extractsQuestion.ask('all')
  })
}

export function build(name: string, chosen: string[], cutAtMissingNodes: boolean): void {
  void attempt(async () => {
    const started = await orderNetwork({ name, extracts: chosen, cutAtMissingNodes })
    job.value = started
    await follow(started.jobID)
  })
}

export function cancelBuild(id: string): void {
  void attempt(async () => {
    job.value = await dismissJob(id)
  })
}

export function remove(id: string): Promise<boolean> {
  return attempt(async () => {
    await removeNetwork(id)
    // Not a name of the address that is missing: it was taken away here.
    if (view.peek().networkId === id) changeView({ networkId: null })
    await networksAgain()
    const next = answering.peek()
    if (next) askAnew(next.id)
  })
}

/** Looks again and again until the build is over; a network that was built answers from then on. */
async function follow(id: string): Promise<void> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS))
    // Another build, or a cancel, has taken its place.
    if (job.peek()?.jobID !== id) return
    const now = await getJob(id)
    job.value = now
    if (!isOver(now)) continue
    if (now.status !== 'successful') return
    await networksAgain()
    return askAnew(now.order.name)
  }
}

async function networksAgain(): Promise<void> {
  const [list, about] = await Promise.all([getNetworks(), getDataset()])
  takeNetworks(list)
  dataset.value = about
}

async function attempt(act: () => Promise<void>): Promise<boolean> {
  actProblem.value = null
  try {
    await act()
    return true
  } catch (error) {
    const isStopped = error instanceof DOMException && error.name === 'AbortError'
    if (!isStopped) actProblem.value = problemOf(error)
    return false
  }
}
