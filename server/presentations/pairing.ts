// Which phone may turn the scenes? The one whose holder reads the code off the stage.
//
// Six digits could be guessed by trying, so trying is slow: each address waits twice as long after each wrong code, all
// of them together have so many tries a minute, and after some wrong ones the code is another. A code pairs one phone.
import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { REMOTE_CODE_DIGITS } from '#geodata/contract/presentations.ts'

export const CODE_MILLISECONDS = 10 * 60 * 1000
/** Wrong codes of one address that cost nothing: a slip of the thumb. */
const FREE_TRIES = 2
const STEP_MILLISECONDS = 1000
const MOST_STEP_MILLISECONDS = 60_000
/** Wrong codes of all addresses after which the code is another. */
export const WRONG_BEFORE_RENEWED = 10
/** Wrong codes of all addresses within a minute after which nobody is heard until it is over. */
export const WRONG_A_MINUTE = 20
const MINUTE_MILLISECONDS = 60_000
const MOST_ADDRESSES = 1000
/** So many old codes are still known as such. */
const MOST_OLD = 50

export type PairingAnswer =
  | { kind: 'paired'; token: string }
  | { kind: 'wrong' }
  /** It was a code of this presentation, and counts no more. */
  | { kind: 'old' }
  | { kind: 'wait'; seconds: number }

/** What outlives the server: digests alone. */
export type KeptPairing = { phones: string[]; oldCodes: string[] }

export type Pairing = {
  /** The code that counts; null: it was used, or has run out. */
  code: () => string | null
  codeMilliseconds: () => number
  renew: () => void
  tryCode: (code: string, address: string) => PairingAnswer
  isPaired: (token: string) => boolean
  phones: () => number
  /** No phone is paired any more, and the code counts no more. */
  forget: () => void
  kept: () => KeptPairing
}

/** `now` in milliseconds. */
export function pairing(kept: KeptPairing, now: () => number = Date.now): Pairing {
  const phones = [...kept.phones]
  const oldCodes = [...kept.oldCodes]
  const tried = new LRUCache<string, { wrong: number; until: number }>({ max: MOST_ADDRESSES })
  let current: { code: string; until: number } | null = null
  let wrongOfCode = 0
  let wrongTimes: number[] = []
  const retire = () => {
    if (current) oldCodes.push(digestOf(current.code))
    oldCodes.splice(0, oldCodes.length - MOST_OLD)
    current = null
  }
  const renew = () => {
    retire()
    let code = newCode()
    while (oldCodes.includes(digestOf(code))) code = newCode()
    current = { code, until: now() + CODE_MILLISECONDS }
    wrongOfCode = 0
  }
  const live = () => {
    if (current && now() >= current.until) retire()
    return current
  }
  const blame = (address: string) => {
    const { wrong } = tried.get(address) ?? { wrong: 0 }
    const step = wrong < FREE_TRIES ? 0 : STEP_MILLISECONDS * 2 ** (wrong - FREE_TRIES)
    tried.set(address, { wrong: wrong + 1, until: now() + Math.min(MOST_STEP_MILLISECONDS, step) })
    wrongTimes.push(now())
    wrongOfCode += 1
    if (current && wrongOfCode >= WRONG_BEFORE_RENEWED) renew()
  }
  const waitOf = (address: string): number => {
    wrongTimes = wrongTimes.filter((time) => now() - time < MINUTE_MILLISECONDS)
    const own = (tried.get(address)?.until ?? 0) - now()
    const oldest = wrongTimes.at(-WRONG_A_MINUTE)
    const all = oldest === undefined ? 0 : oldest + MINUTE_MILLISECONDS - now()
    return Math.max(0, own, all)
  }
  return {
    code: () => live()?.code ?? null,
    codeMilliseconds: () => Math.max(0, (live()?.until ?? 0) - now()),
    renew,
    tryCode: (code, address) => {
      const wait = waitOf(address)
      if (wait > 0) return { kind: 'wait', seconds: Math.ceil(wait / 1000) }
      const expected = live()
      if (expected && isSame(digestOf(code), digestOf(expected.code))) {
        const token = randomBytes(18).toString('base64url')
        phones.push(digestOf(token))
        tried.delete(address)
        retire()
        return { kind: 'paired', token }
      }
      const isOld = oldCodes.some((old) => isSame(old, digestOf(code)))
      blame(address)
      return { kind: isOld ? 'old' : 'wrong' }
    },
    isPaired: (token) => phones.some((phone) => isSame(phone, digestOf(token))),
    phones: () => phones.length,
    forget: () => {
      phones.length = 0
      retire()
    },
    kept: () => ({ phones: [...phones], oldCodes: [...oldCodes] }),
  }
}

function newCode(): string {
  return String(randomInt(10 ** REMOTE_CODE_DIGITS)).padStart(REMOTE_CODE_DIGITS, '0')
}

export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}

/** Takes as long wherever two digests differ. */
export function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
