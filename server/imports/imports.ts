// The files that people bring in: received, read and judged each on a thread of its own, and written as one change.
import { importGround } from '#geodata/analysis/importing/import-ground.ts'
import type { ImportTableId } from '#geodata/contract/importing/field-words.ts'
import {
  type Import,
  ImportChoices,
  type ImportChoicesPatch,
  MOST_IMPORT_MEBIBYTES,
} from '#geodata/contract/imports.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import { emptyImport } from '#server/imports/empty-import.ts'
import {
  chosen,
  isOver,
  type Live,
  newLive,
  nothingWritten,
  readKept,
} from '#server/imports/live-import.ts'
import type { Writing } from '#server/imports/write-rows.ts'
import { knownGround } from '#server/region/known-ground.ts'
import type { Region } from '#server/region/region.ts'
import { sharedStreets } from '#server/region/shared-streets.ts'
import { ImportFile } from '#server/store/import-file.ts'
import type { Arrived } from '#server/store/import-store.ts'
import type { Signature } from '#server/store/row-store.ts'
import type { Store } from '#server/store/store.ts'
import { atOnce } from '#server/workers/at-once.ts'
import type { DeskMessage } from '#server/workers/import-desk.ts'
import { type DeskThread, deskThread } from '#server/workers/import-thread.ts'

/** Of those that are over; and of those that still wait for somebody. */
const MOST_KEPT = 40
const MOST_OPEN = 60
/** Threads that wait for the next question. */
const MOST_IDLE = 3
/** How long somebody who chose waits for the answer before it is told that it takes longer. */
const ANSWERED_WITHIN_MILLISECONDS = 1500
/** A thread that nobody asks is ended; its rows stay. */
const IDLE_MILLISECONDS = 120_000

export type Start = { table: ImportTableId; fileName: string; choices?: ImportChoicesPatch }
export type Started =
  | { kind: 'started'; told: Import }
  | { kind: 'too-many'; most: number }
  | Exclude<Arrived, { kind: 'received' }>
export type Imports = Awaited<ReturnType<typeof importsOf>>

export async function importsOf(store: Store, region: Region, log: (error: unknown) => void) {
  const live = new Map<string, Live>()
  const desks = atOnce(2)
  for (const { id, text } of await store.imports.all(region.id)) {
    const told = readKept(text)
    if (told) live.set(id, newLive(told))
    else await store.imports.remove(region.id, id)
  }
  const keep = ({ told }: Live) =>
    store.imports.keep(region.id, { id: told.id, text: JSON.stringify(told) })

  const hear = (one: Live, message: Exclude<DeskMessage, { kind: 'begun' }>) => {
    if (message.number !== one.number || !live.has(one.told.id)) return
    switch (message.kind) {
      case 'progress':
        one.told = { ...one.told, state: message.step, progress: message.share }
        return
      case 'told':
        one.told = { ...one.told, ...message.told, state: 'ready', progress: 1, refusal: null }
        // Another sheet may hold some.
        if (one.told.counts.rows === 0 && one.told.sheets.length < 2) {
          one.told = { ...one.told, state: 'refused', refusal: NO_ROWS }
          break
        }
        if (one.isChosenSince) {
          void order(one).catch(log)
          return
        }
        break
      case 'wrote': {
        const { writing } = message
        const isWritten = writing.kind === 'written'
        one.told = {
          ...one.told,
          state: isWritten ? 'written' : 'ready',
          progress: 1,
          changeId: isWritten ? writing.changeId : one.told.changeId,
        }
        one.written.resolve(writing)
        break
      }
      case 'refused':
        one.told = { ...one.told, state: 'refused', progress: 1, refusal: message.words }
        break
      case 'failed':
        log(message.error)
        one.written.reject(message.error)
        one.told = {
          ...one.told,
          state: one.told.state === 'writing' ? 'ready' : 'refused',
          progress: 1,
          refusal: CAUSE_IN_LOG,
        }
    }
    void keep(one).catch(log)
    one.settled.resolve()
    if (message.kind === 'refused' || message.kind === 'failed') {
      void endThread(one)
      return
    }
    const isCrowded = [...live.values()].filter(({ thread }) => thread).length > MOST_IDLE
    one.idle = setTimeout(() => endThread(one), isCrowded ? 0 : IDLE_MILLISECONDS)
    one.idle.unref()
  }
  const endThread = (one: Live) => {
    if (one.idle) clearTimeout(one.idle)
    const { thread } = one
    one.thread = null
    return thread?.end()
  }

  /** What was asked before counts no more. */
  const begin = (one: Live) => {
    one.settled.resolve()
    one.settled = Promise.withResolvers()
    one.number += 1
    if (one.idle) clearTimeout(one.idle)
    return one
  }
  const threadOf = async (one: Live): Promise<DeskThread> => {
    const place = await store.imports.place(region.id, one.told.id)
    one.thread ??= deskThread(place, (message) => hear(one, message))
    return one.thread
  }

  const order = async (one: Live, readAs?: string) => {
    one.told = { ...one.told, state: readAs === undefined ? 'judging' : 'reading', progress: 0 }
    one.isChosenSince = false
    const { number, settled } = begin(one)
    await keep(one)
    // A few at once: the others wait for their turn, and who asked is told that it is under way.
    void desks
      .enter()
      .then((leave) => {
        settled.promise.finally(leave)
        return judge(one, number, readAs)
      })
      .catch(log)
  }
  const judge = async (one: Live, number: number, readAs?: string) => {
    if (number !== one.number || !live.has(one.told.id)) return
    const { told } = one
    const { areas } = await knownGround(store, region)
    const table = told.table as ImportTableId
    const { features } = await store.rows.features(region.id, table)
    const ground = importGround(table, region.facts, areas, features)
    if (number !== one.number || !live.has(told.id)) return
    const thread = await threadOf(one)
    thread.ask({
      kind: 'judge',
      number,
      choices: told.choices,
      ground,
      streets: sharedStreets(region),
      ...(readAs === undefined ? {} : { readAs }),
    })
  }

  const forget = async (id: string): Promise<boolean> => {
    const one = live.get(id)
    if (!one) return false
    live.delete(id)
    one.settled.resolve()
    one.written.resolve({ kind: 'missing' })
    await endThread(one)
    await store.imports.remove(region.id, id)
    return true
  }

  // What was being read or judged when a server ended.
  for (const one of live.values()) {
    if (one.told.state === 'judging') await order(one)
    if (one.told.state === 'reading') await order(one, one.told.fileName)
  }

  return {
    all: (): Import[] =>
      [...live.values()]
        .map(({ told }) => told)
        .sort((a, b) => b.startedAt.localeCompare(a.startedAt)),
    find: (id: string): Import | null => live.get(id)?.told ?? null,
    start: async (
      { table, fileName, choices = {} }: Start,
      body: ReadableStream<Uint8Array>,
      expectedBytes: number | null,
    ): Promise<Started> => {
      const open = [...live.values()].filter(({ told }) => !isOver(told))
      if (open.length >= MOST_OPEN) return { kind: 'too-many', most: MOST_OPEN }
      const id = crypto.randomUUID()
      const limits = { limitBytes: MOST_IMPORT_MEBIBYTES * 2 ** 20, expectedBytes }
      const arrived = await store.imports.receive(region.id, id, body, limits)
      if (arrived.kind !== 'received') return arrived
      const told = {
        ...emptyImport(id, table, fileName, arrived.byteCount),
        choices: chosen(ImportChoices.parse({}), choices),
      }
      const one = newLive(told)
      live.set(id, one)
      await order(one, fileName)
      const old = [...live.values()].map((other) => other.told).filter(isOver)
      old.sort((a, b) => b.startedAt.localeCompare(a.startedAt))
      for (const { id: oldId } of old.slice(MOST_KEPT)) await forget(oldId)
      return { kind: 'started', told: one.told }
    },
    /** Null: there is no such import. */
    choose: async (id: string, patch: ImportChoicesPatch): Promise<Import | null> => {
      const one = live.get(id)
      if (!one) return null
      // What could not be read has nothing to choose about; what is being read is judged by the choices as they then are.
      one.told = { ...one.told, choices: chosen(one.told.choices, patch) }
      one.isChosenSince = true
      if (['refused', 'reading', 'writing'].includes(one.told.state)) return one.told
      await order(one)
      await within(one.settled.promise, ANSWERED_WITHIN_MILLISECONDS)
      return one.told
    },
    /** Resolves when nothing of it is under way. */
    settled: async (id: string): Promise<Import | null> => {
      await live.get(id)?.settled.promise
      return live.get(id)?.told ?? null
    },
    /** Gives the rows of the file to whoever looks at them, and closes them. */
    read: async <T>(id: string, look: (kept: ImportFile) => T | Promise<T>): Promise<T> => {
      const { rowsFile } = await store.imports.place(region.id, id)
      const kept = new ImportFile(rowsFile, { onlyReads: true })
      try {
        return await look(kept)
      } finally {
        kept.close()
      }
    },
    write: async (id: string, by: Signature, rows: 'all' | 'accepted'): Promise<Writing> => {
      const one = live.get(id)
      if (!one) return { kind: 'missing' }
      if (one.told.state !== 'ready') return { kind: 'not-ready', state: one.told.state }
      one.told = { ...one.told, state: 'writing', progress: 0 }
      one.written = nothingWritten()
      const { number } = begin(one)
      const { told } = one
      const thread = await threadOf(one)
      const { address } = store
      thread.ask({ kind: 'write', number, address, region: region.id, told, by, rows })
      return one.written.promise
    },
    forget,
    close: async () => {
      await Promise.all([...live.values()].map(endThread))
    },
  }
}

const CAUSE_IN_LOG: Bilingual = {
  zh: '读取时出错，原因见服务器日志。请再传一次；仍不行请联系管理员。',
  en: 'It failed; the cause is in the server’s log. Send it again, or ask whoever looks after the server.',
}

const NO_ROWS: Bilingual = {
  zh: '文件里没有数据行：表头之下是空的。请填写后重新传。',
  en: 'The file holds no rows: there is nothing below its headers. Fill it in and send it again.',
}

async function within(promise: Promise<unknown>, milliseconds: number): Promise<void> {
  const late = Promise.withResolvers<void>()
  const timer = setTimeout(late.resolve, milliseconds)
  await Promise.race([promise, late.promise])
  clearTimeout(timer)
}
