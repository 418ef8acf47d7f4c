// Reads somebody's own file on a thread of its own, which may be ended or run out of memory alone.
//
// Pieces go out as long as the other side has asked for them, so that whoever writes them slowly is not buried.
import { open } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { Allowance, type ForeignLimits } from '#geodata/formats/import/foreign/allowance.ts'
import type { ByteFile } from '#geodata/formats/import/foreign/byte-file.ts'
import { readForeign } from '#geodata/formats/import/foreign/index.ts'
import type { Piece } from '#geodata/formats/import/foreign/piece.ts'
import {
  ReadRefusal,
  type RefusalKind,
  type Words,
} from '#geodata/formats/import/foreign/read-refusal.ts'
import { readGeoPackage } from '#server/store/read-geopackage.ts'

export type ForeignOrder = {
  file: string
  /** As its owner calls it. */
  name: string
  limits: ForeignLimits
}

export type ForeignMessage =
  | { kind: 'begun' }
  /** Of the file, 0 … 1. */
  | { kind: 'progress'; share: number }
  | { kind: 'piece'; piece: Piece }
  | { kind: 'done' }
  | { kind: 'refused'; why: RefusalKind; words: Words }
  | { kind: 'failed'; error: unknown }

const TOLD_EVERY_MILLISECONDS = 200

const order = workerData as ForeignOrder
let asked = 0
let onAsked = () => {}
let toldAt = 0

parentPort?.on('message', () => {
  asked += 1
  onAsked()
})
send({ kind: 'begun' })
send(await readAll())
parentPort?.close()

function send(message: ForeignMessage): void {
  parentPort?.postMessage(message)
}

async function readAll(): Promise<ForeignMessage> {
  const handle = await open(order.file)
  try {
    const { size } = await handle.stat()
    const file: ByteFile = {
      byteCount: size,
      read: async (from, to) => {
        const bytes = new Uint8Array(Math.max(0, Math.min(to, size) - from))
        const { bytesRead } = await handle.read(bytes, 0, bytes.length, from)
        return bytes.subarray(0, bytesRead)
      },
    }
    const allowance = new Allowance(order.limits, tell)
    const geopackage = () => readGeoPackage(order.file, allowance)
    for await (const piece of readForeign(file, order.name, allowance, { geopackage })) {
      while (asked <= 0) await new Promise<void>((resolve) => (onAsked = resolve))
      asked -= 1
      send({ kind: 'piece', piece })
    }
    return { kind: 'done' }
  } catch (error) {
    if (error instanceof ReadRefusal)
      return { kind: 'refused', why: error.kind, words: error.words }
    return { kind: 'failed', error }
  } finally {
    await handle.close()
  }
}

function tell(share: number): void {
  const now = performance.now()
  if (now - toldAt < TOLD_EVERY_MILLISECONDS) return
  toldAt = now
  send({ kind: 'progress', share })
}
