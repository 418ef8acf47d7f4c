// The thread of one import: reads its file once, judges its rows as often as choices change, and writes them. It ends
// with the import, or when nobody asks it for a while.
import { setImmediate } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { streetMeters } from '#geodata/analysis/coordinates/street-meters.ts'
import type { ImportGround } from '#geodata/analysis/importing/import-ground.ts'
import type { Import, ImportChoices, ImportCoordinates } from '#geodata/contract/imports.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import { ReadRefusal } from '#geodata/formats/import/foreign/read-refusal.ts'
import { judge, type Told } from '#server/imports/desk.ts'
import { keepRows } from '#server/imports/keep-rows.ts'
import { type Writing, writeRows } from '#server/imports/write-rows.ts'
import type { SharedStreets } from '#server/region/shared-streets.ts'
import { ImportFile } from '#server/store/import-file.ts'
import type { ImportPlace } from '#server/store/import-store.ts'
import { openStore } from '#server/store/open-store.ts'
import type { RegionId } from '#server/store/region-id.ts'
import type { Signature } from '#server/store/row-store.ts'
import { readForeignBeside } from '#server/workers/foreign-reading.ts'

export type DeskOrder = JudgeOrder | WriteOrder

export type JudgeOrder = {
  kind: 'judge'
  number: number
  /** Left out: the rows are there already. */
  readAs?: string
  choices: ImportChoices
  /** Null: as it was. */
  ground: ImportGround | null
  /** Of the street networks that are loaded. */
  streets: readonly SharedStreets[]
}

/** From a connection of its own, so that nobody waits for a hundred thousand rows. */
export type WriteOrder = {
  kind: 'write'
  number: number
  /** Of the store. */
  address: string
  region: RegionId
  told: Import
  by: Signature
  rows: 'all' | 'accepted'
}

export type DeskMessage =
  | { kind: 'begun' }
  | { kind: 'progress'; number: number; step: 'reading' | 'judging'; share: number }
  | { kind: 'told'; number: number; told: Told }
  | { kind: 'wrote'; number: number; writing: Writing }
  | { kind: 'refused'; number: number; words: Bilingual }
  | { kind: 'failed'; number: number; error: unknown }

const TOLD_EVERY_MILLISECONDS = 200

const place = workerData as ImportPlace
const kept = new ImportFile(place.rowsFile)
let ground: ImportGround | null = null
let latest = 0
/** Which coordinates they are depends on the columns, and on the streets they may lie by. */
let coordinates: { key: string; told: ImportCoordinates } | null = null
let working = Promise.resolve()

parentPort?.on('message', (order: DeskOrder) => {
  latest = order.number
  working = working.then(async () => send(await done(order)))
})
send({ kind: 'begun' })

function send(message: DeskMessage | null): void {
  if (message) parentPort?.postMessage(message)
}

async function done(order: DeskOrder): Promise<DeskMessage | null> {
  const { number } = order
  try {
    return order.kind === 'judge'
      ? await judged(order)
      : { kind: 'wrote', number, writing: await written(order) }
  } catch (error) {
    if (error instanceof ReadRefusal) return { kind: 'refused', number, words: error.words }
    return { kind: 'failed', number, error }
  }
}

async function written({ address, region, told, by, rows }: WriteOrder): Promise<Writing> {
  const store = await openStore(address)
  try {
    return await writeRows(store, region, told, kept, by, rows)
  } finally {
    await store.close()
  }
}

async function judged(order: JudgeOrder): Promise<DeskMessage | null> {
  const { number, choices, streets } = order
  if (order.ground) ground = order.ground
  if (order.readAs !== undefined) await read(order.readAs, number)
  if (!ground || number < latest) return null
  const key = JSON.stringify([choices.sheet, choices.mapping, streets.map(({ hash }) => hash)])
  const told = await judge({
    kept,
    ground,
    choices,
    coordinates: coordinates?.key === key ? coordinates.told : null,
    roadMeters: streetMeters(streets),
    onProgress: progressOf(number, 'judging'),
  })
  if (!told) return null
  coordinates = { key, told: told.coordinates }
  return { kind: 'told', number, told }
}

async function read(name: string, number: number): Promise<void> {
  const tell = progressOf(number, 'reading')
  // What a server that ended had read in part is read again.
  kept.dropRows()
  const onProgress = (share: number) => void tell(share)
  await keepRows(kept, readForeignBeside({ file: place.file, name, onProgress }))
}

/** False: somebody chose otherwise meanwhile. */
function progressOf(number: number, step: 'reading' | 'judging') {
  let toldAt = performance.now()
  return async (share: number): Promise<boolean> => {
    const now = performance.now()
    if (now - toldAt > TOLD_EVERY_MILLISECONDS) {
      toldAt = now
      send({ kind: 'progress', number, step, share })
    }
    await setImmediate()
    return number >= latest
  }
}
