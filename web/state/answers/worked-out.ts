// Who works out an answer: the kernel in the page where it can, else the server?
import { computed, effect, signal } from '@preact/signals'
import type { AnsweredId } from '#geodata/analysis/answering/answers.ts'
import type { AskedInputs, ProcessResult } from '#geodata/contract/processes/index.ts'
import { execute, ProblemError } from '#web/api/client.ts'
import { connection, requestFailed } from '#web/api/connection.ts'
import { executeAsJob } from '#web/api/jobs.ts'
import { at, isWithoutServer } from '#web/api/reach.ts'
import type { Kernel, KernelAnswer } from '#web/kernel/kernel.ts'
import { answering, networks } from '#web/state/region/networks.ts'
import { whenIdle } from '#web/state/when-idle.ts'

/** `device-alone`: the server did not answer meanwhile, so that newer edits may be missing. */
export type WorkedOutBy = 'device' | 'device-alone' | 'server'

/** Null until a workspace wants it: its code is fetched then. */
const kernel = signal<Kernel | null>(null)
let isOpening = false

const workers = new WeakMap<object, WorkedOutBy>()

/** Who worked out this answer; null: nobody said. */
export function workedOutBy(answer: object | null): WorkedOutBy | null {
  const by = answer && workers.get(answer)
  if (!by) return null
  return by === 'device' && connection.value !== 'up' ? 'device-alone' : by
}

/** How far the kernel is with the network that answers; null: nothing has wanted it. */
export const kernelState = computed(() => kernel.value?.state.value ?? null)

/** Has the kernel hold the network that answers, from now on; returns what stops following it. */
export function keepKernel(): () => void {
  if (!isOpening) whenIdle(() => void open())
  isOpening = true
  return effect(() => {
    // What could not be had is asked for once more when the server is back.
    if (connection.value === 'up') holdAnswering(kernel.value, false)
  })
}

/** A person wants the network that answers on this device, however large it is. */
export function askForNetwork(): void {
  holdAnswering(kernel.peek(), true)
}

/** A hand goes down, or rings are asked for where it rests: they stand on the facts as they are now. */
export function lookForEdits(): void {
  kernel.peek()?.look()
}

function holdAnswering(holder: Kernel | null, isAskedFor: boolean): void {
  const network = answering.value
  const skeleton = networks.value.items.find(({ kind }) => kind === 'skeleton')
  if (network && skeleton) holder?.hold(network, skeleton.hash, isAskedFor)
}

async function open(): Promise<void> {
  try {
    const { openKernel } = await import('#web/kernel/kernel.ts')
    const opened = openKernel(new URL(at('/'), location.href).href)
    // For whoever looks from outside.
    effect(() => {
      const state = opened.state.value
      document.documentElement.dataset.kernel = state.kind === 'without' ? state.why : state.kind
    })
    kernel.value = opened
  } catch (error) {
    // Without its code the server answers, as ever.
    console.warn(error)
  }
}

/** The answer, by whoever has it sooner; `onProgress` receives 0 … 100, and has the server take its time. */
export async function workOut<Id extends AnsweredId>(
  id: Id,
  inputs: AskedInputs<Id>,
  signal: AbortSignal,
  onProgress?: (percent: number) => void,
): Promise<ProcessResult<Id>> {
  const here = await askHere(id, inputs, signal, onProgress)
  signal.throwIfAborted()
  if (here?.kind === 'refused') throw new ProblemError(here.problem)
  if (here) {
    const result = JSON.parse(here.text) as ProcessResult<Id>
    workers.set(result, here.isAlone ? 'device-alone' : 'device')
    if (here.isAlone) requestFailed(new TypeError('The server was not reached.'))
    return result
  }
  const result = onProgress
    ? await executeAsJob(id, inputs, signal, onProgress)
    : await execute(id, inputs, signal)
  workers.set(result, isWithoutServer() ? 'device' : 'server')
  return result
}

/** Null: not on this device. */
export async function askHere(
  id: AnsweredId,
  inputs: object,
  signal: AbortSignal,
  onProgress?: (percent: number) => void,
): Promise<KernelAnswer | null> {
  const asked = (inputs as { network?: string }).network ?? siteNetwork(inputs)
  const { items } = networks.peek()
  const network = asked === undefined ? items[0] : items.find((one) => one.id === asked)
  const held = kernel.peek()
  if (!held || !network) return null
  return held.ask({
    id,
    inputs,
    network,
    signal,
    ...(onProgress ? { onProgress: (share: number) => onProgress(Math.floor(100 * share)) } : {}),
  })
}

/** The surface has its question within. */
function siteNetwork(inputs: object): string | undefined {
  return (inputs as { siting?: { network?: string } }).siting?.network
}
