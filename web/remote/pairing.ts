// Is this phone paired, what does the stage show, and how does a press reach it?
import { signal } from '@preact/signals'
import {
  Paired,
  REMOTE_CODE_DIGITS,
  REMOTE_TOKEN,
  type RemoteCommand,
  RemoteView,
} from '#geodata/contract/presentations.ts'
import type { Problem } from '#geodata/contract/problem.ts'
import { ask, problemOf } from '#web/api/client.ts'
import { type Line, listen } from '#web/api/events.ts'
import { browserMemory } from '#web/api/memory.ts'
import { language } from '#web/remote/words.ts'

export type Phone =
  /** Why it is not paired, or not any more; null: nobody has tried. */
  | { kind: 'unpaired'; problem: Problem | null; isTrying: boolean }
  /** `at`: when the card came; milliseconds since 1970. */
  | { kind: 'paired'; line: Line; shown: RemoteView | null; at: number }
  | { kind: 'over' }

export const phone = signal<Phone>({ kind: 'unpaired', problem: null, isTrying: false })
/** The last press did not arrive. */
export const pressProblem = signal<Problem | null>(null)

const KEPT = 'park-atlas.remote'
let token: string | null = null

/** By the code in the address that was scanned, else by an earlier pairing. */
export function begin(): void {
  const code = location.hash.slice(1)
  // In no history and on no screen any longer.
  if (code) history.replaceState(null, '', location.pathname)
  const kept = browserMemory.getItem(KEPT)
  if (isCode(code)) void pair(code)
  else if (kept) hold(kept)
}

export const isCode = (text: string) => new RegExp(`^\\d{${REMOTE_CODE_DIGITS}}$`).test(text)

export async function pair(code: string): Promise<void> {
  phone.value = { kind: 'unpaired', problem: null, isTrying: true }
  try {
    const paired = Paired.parse(await ask('/api/remote/pairings', sending({ code })))
    browserMemory.setItem(KEPT, paired.token)
    hold(paired.token)
  } catch (error) {
    phone.value = { kind: 'unpaired', problem: problemOf(error), isTrying: false }
  }
}

function hold(held: string): void {
  token = held
  phone.value = { kind: 'paired', line: 'coming', shown: null, at: Date.now() }
  const stop = listen('/api/remote/events', {
    headers: { [REMOTE_TOKEN]: held },
    hear: (name, data) => {
      if (name === 'ended') {
        stop()
        forget()
        phone.value = { kind: 'over' }
      } else if (name === 'card') {
        const shown = RemoteView.parse(data)
        if (shown.card) language.value = shown.card.language
        pressProblem.value = null
        phone.value = { kind: 'paired', line: 'up', shown, at: Date.now() }
      }
    },
    onLine: (line) => {
      const now = phone.peek()
      if (now.kind === 'paired') phone.value = { ...now, line }
    },
    onRefused: (problem) => {
      forget()
      phone.value = { kind: 'unpaired', problem, isTrying: false }
    },
  })
}

function forget(): void {
  token = null
  browserMemory.removeItem(KEPT)
}

export async function press(command: RemoteCommand): Promise<void> {
  if (token === null) return
  try {
    await ask('/api/remote/commands', sending(command, { [REMOTE_TOKEN]: token }))
    pressProblem.value = null
  } catch (error) {
    pressProblem.value = problemOf(error)
  }
}

const sending = (body: object, headers: Record<string, string> = {}) => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json', ...headers },
  body: JSON.stringify(body),
})
