// Reads somebody's own file while the server answers: within limits of memory and patience, with its progress told, and
// given up when nobody wants it any more.
import { Worker } from 'node:worker_threads'
import { FOREIGN_LIMITS, type ForeignLimits } from '#geodata/formats/import/foreign/allowance.ts'
import type { Pieces } from '#geodata/formats/import/foreign/piece.ts'
import { ReadRefusal } from '#geodata/formats/import/foreign/read-refusal.ts'
import { atOnce } from '#server/workers/at-once.ts'
import type { ForeignMessage, ForeignOrder } from '#server/workers/read-foreign.ts'

const THREAD = new URL('./read-foreign.ts', import.meta.url)

/** How long a thread may show no progress; it tells of it several times a second. */
const PATIENCE_MILLISECONDS = 10_000
/** A busy machine takes its time to start a thread, which is no fault of the file. */
const START_MILLISECONDS = 60_000
const MEMORY_MEGABYTES = 384
/** Pieces that may be on their way. */
const AHEAD = 4

const places = atOnce(2)

export type ForeignReading = {
  /** Where it lies, and what its owner calls it. */
  file: string
  name: string
  onProgress?: (share: number) => void
  /** Ends the thread; the pieces then throw its reason. */
  signal?: AbortSignal
  limits?: ForeignLimits
  patienceMilliseconds?: number
  memoryMegabytes?: number
}

/** The pieces of the file; throws a ReadRefusal, after which none of them counts. Ends the thread when left early. */
export async function* readForeignBeside(reading: ForeignReading): Pieces {
  const {
    file,
    name,
    limits = FOREIGN_LIMITS,
    memoryMegabytes = MEMORY_MEGABYTES,
    signal,
  } = reading
  const leave = await places.enter()
  try {
    signal?.throwIfAborted()
    yield* piecesOf(foreignThread({ file, name, limits }, memoryMegabytes), reading)
  } finally {
    leave()
  }
}

async function* piecesOf(
  thread: ForeignThread,
  { signal, onProgress, patienceMilliseconds = PATIENCE_MILLISECONDS }: ForeignReading,
): Pieces {
  const cancel = () => thread.fail(signal?.reason)
  signal?.addEventListener('abort', cancel)
  try {
    for (let ask = 0; ask < AHEAD; ask++) thread.ask()
    let patience = START_MILLISECONDS
    for (;;) {
      const message = await thread.next(patience)
      patience = patienceMilliseconds
      if (message.kind === 'done') return
      if (message.kind === 'refused') throw new ReadRefusal(message.why, message.words)
      if (message.kind === 'failed') throw message.error
      if (message.kind === 'progress') onProgress?.(message.share)
      if (message.kind !== 'piece') continue
      yield message.piece
      thread.ask()
    }
  } finally {
    signal?.removeEventListener('abort', cancel)
    await thread.end()
  }
}

type ForeignThread = ReturnType<typeof foreignThread>

function foreignThread(order: ForeignOrder, memoryMegabytes: number) {
  const resourceLimits = { maxOldGenerationSizeMb: memoryMegabytes, maxYoungGenerationSizeMb: 32 }
  const thread = new Worker(THREAD, { workerData: order, resourceLimits })
  const begun = Promise.withResolvers<void>()
  const came: ForeignMessage[] = []
  let failure: { error: unknown } | null = null
  let wake = () => {}
  /** What came before is of no use any more. */
  const fail = (error: unknown) => {
    failure ??= { error }
    came.length = 0
    wake()
  }
  thread.on('message', (message: ForeignMessage) => {
    if (message.kind === 'begun') begun.resolve()
    if (!failure) came.push(message)
    wake()
  })
  thread.on('error', (error: NodeJS.ErrnoException) =>
    fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? outOfMemory() : error),
  )
  const ended = new Promise<void>((resolve) =>
    thread.once('exit', (code) => {
      begun.resolve()
      // What it said before it ended is still heard.
      failure ??= { error: new Error(`The thread that reads ${order.name} ended with ${code}.`) }
      wake()
      resolve()
    }),
  )
  return {
    fail,
    ask: () => thread.postMessage('more'),
    /** The next message; a refusal when none comes for so long. */
    next: async (patienceMilliseconds: number): Promise<ForeignMessage> => {
      const timer = setTimeout(() => fail(tooSlow(patienceMilliseconds)), patienceMilliseconds)
      try {
        for (;;) {
          const message = came.shift()
          if (message) return message
          if (failure) throw failure.error
          await new Promise<void>((resolve) => (wake = resolve))
        }
      } finally {
        clearTimeout(timer)
      }
    },
    /** A thread that is ended while it still loads can take the process with it: it is ended once it has started. */
    end: async () => {
      await begun.promise
      await thread.terminate()
      await ended
    },
  }
}

function tooSlow(milliseconds: number): ReadRefusal {
  const seconds = Math.round(milliseconds / 1000)
  return new ReadRefusal('too-slow', {
    zh: `读取文件时 ${seconds} 秒没有进展，已停止。文件可能有误，请重新导出后再传。`,
    en: `Reading made no progress for ${seconds} seconds and was stopped. The file may be faulty: export it again and send that.`,
  })
}

function outOfMemory(): ReadRefusal {
  return new ReadRefusal('too-large', {
    zh: '读取文件所需的内存超过上限。请拆成几个文件，或去掉不需要的内容后再传。',
    en: 'Reading the file takes more memory than there is for it. Split it, or leave out what is not needed.',
  })
}
