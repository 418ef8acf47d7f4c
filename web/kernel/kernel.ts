// The kernel in the page: workers that answer what the server would answer, from the same code over the same data.
//
// One worker is for the hand, and only draws rings: nothing that takes longer stands before them. The other ranks and
// scores. Whatever they cannot answer is null here, and asked of the server.
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { AnsweredId } from '#geodata/analysis/answering/answers.ts'
import type { Problem } from '#geodata/contract/problem.ts'
import type { FromKernel, NetworkAsked, ToKernel, Without } from '#web/kernel/messages.ts'
import { startWorker } from '#web/kernel/start-worker.ts'

/** Streets of a province are some 60 MB; those of a whole country stay with the server. */
const MOST_BYTES = 160 * 1024 * 1024
/** What a device of so many GiB lends; where it does not say, it is taken to have four. */
const BYTES_PER_GIBIBYTE = 40 * 1024 * 1024

export type KernelState = { kind: 'opening' } | { kind: 'held' } | { kind: 'without'; why: Without }

export type KernelAnswer =
  | { kind: 'answered'; text: string; isAlone: boolean }
  | { kind: 'refused'; problem: Problem }

type Asking = {
  settle: (answer: KernelAnswer | null) => void
  onProgress: ((share: number) => void) | undefined
}

export type Question = {
  id: AnsweredId
  inputs: unknown
  network: NetworkAsked
  signal: AbortSignal
  onProgress?: (share: number) => void
}

export type Kernel = {
  /** How far the newest network asked for is. */
  state: ReadonlySignal<KernelState>
  /** `isAskedFor`: however large it is. */
  hold: (network: NetworkAsked, skeletonHash: string, isAskedFor?: boolean) => void
  /** Null: not here; ask the server. */
  ask: (question: Question) => Promise<KernelAnswer | null>
  /** The rings asked for from here on stand on the facts as they are now. */
  look: () => void
  close: () => void
}

/** `root` is where the server is, with a slash at its end. */
export function openKernel(root: string, start: () => Worker = startWorker): Kernel {
  const hand = benchOf(root, start)
  const desk = benchOf(root, start)
  return {
    state: computed(() => (hand.state.value.kind === 'held' ? desk.state.value : hand.state.value)),
    hold: (network, skeletonHash, isAskedFor = false) => {
      const order = { kind: 'hold', network, skeletonHash, isAskedFor } as const
      hand.hold({ ...order, drawsRings: true })
      desk.hold({ ...order, drawsRings: false })
    },
    ask: (question) => (question.id === 'isochrone' ? hand : desk).ask(question),
    look: hand.look,
    close: () => {
      hand.close()
      desk.close()
    },
  }
}

type Hold = Extract<ToKernel, { kind: 'hold' }>

/** One worker, and what it has been asked. */
function benchOf(root: string, start: () => Worker) {
  const state = signal<KernelState>({ kind: 'opening' })
  const asked = new Map<number, Asking>()
  let worker: Worker | null = null
  let wanted: Hold | null = null
  let lastSerial = 0

  const take = ({ data }: MessageEvent<FromKernel>) => {
    if (data.kind === 'held' || data.kind === 'without') {
      // Of two networks asked for in a row only the newer one counts.
      if (data.network.hash !== wanted?.network.hash) return
      state.value = data.kind === 'held' ? { kind: 'held' } : { kind: 'without', why: data.why }
      return
    }
    const asking = asked.get(data.serial)
    if (data.kind === 'progress') return asking?.onProgress?.(data.share)
    asked.delete(data.serial)
    asking?.settle(data.kind === 'not-here' ? null : data)
  }
  const end = (why: Without) => {
    worker?.terminate()
    worker = null
    state.value = { kind: 'without', why }
    for (const { settle } of asked.values()) settle(null)
    asked.clear()
  }
  const begin = () => {
    try {
      worker = start()
    } catch {
      return end('no-worker')
    }
    worker.addEventListener('message', take)
    // An error without a message is code that did not come, or may not run here.
    worker.addEventListener('error', (event) => {
      event.preventDefault()
      end(event instanceof ErrorEvent && event.message ? 'broken' : 'no-worker')
    })
    worker.postMessage({ kind: 'begin', root, mostBytes: mostBytesHere() } satisfies ToKernel)
  }
  const hold = (order: Hold) => {
    // What has failed once fails again: until the page is loaded anew the server answers.
    const { kind } = state.peek()
    if (kind === 'without' && !worker && wanted) return
    if (kind !== 'without' && wanted?.network.hash === order.network.hash) return
    wanted = order
    state.value = { kind: 'opening' }
    if (!worker) begin()
    worker?.postMessage(order)
  }
  return {
    state,
    hold,
    ask: ({ id, inputs, network, signal: aborted, onProgress }: Question) => {
      if (!worker || state.peek().kind !== 'held' || network.hash !== wanted?.network.hash) {
        return Promise.resolve(null)
      }
      const serial = ++lastSerial
      const { promise, resolve } = Promise.withResolvers<KernelAnswer | null>()
      asked.set(serial, { settle: resolve, onProgress })
      const looksForEdits = id !== 'isochrone'
      const order: ToKernel = { kind: 'ask', serial, id, inputs, network, looksForEdits }
      worker.postMessage(order)
      // What takes long is not worked out to its end for nobody; the file is kept, and soon here again.
      if (id === 'surface') {
        aborted.addEventListener('abort', () => {
          if (!asked.has(serial) || !wanted) return
          end('not-here')
          begin()
          state.value = { kind: 'opening' }
          worker?.postMessage(wanted)
        })
      }
      return promise
    },
    look: () => worker?.postMessage({ kind: 'look' } satisfies ToKernel),
    close: () => {
      wanted = null
      end('not-here')
    },
  }
}

/** How large a file this device takes. */
function mostBytesHere(): number {
  const { deviceMemory = 4 } = navigator as Navigator & { deviceMemory?: number }
  return Math.min(MOST_BYTES, deviceMemory * BYTES_PER_GIBIBYTE)
}
