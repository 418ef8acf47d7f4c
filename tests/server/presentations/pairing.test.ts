// How does the code of the phone stand against guessing, and what becomes of old ones?
import { describe, expect, it } from 'vitest'
import {
  CODE_MILLISECONDS,
  type KeptPairing,
  pairing,
  WRONG_A_MINUTE,
  WRONG_BEFORE_RENEWED,
} from '#server/presentations/pairing.ts'

const NOTHING: KeptPairing = { phones: [], oldCodes: [] }

/** A pairing with a code, and a clock that stands until it is moved. */
function opened(kept = NOTHING) {
  let time = 1000
  const codes = pairing(kept, () => time)
  codes.renew()
  return {
    codes,
    pass: (milliseconds: number) => {
      time += milliseconds
    },
    code: () => codes.code() ?? 'none',
  }
}

/** A code that is none of those. */
function otherThan(...codes: string[]): string {
  return ['000000', '111111', '222222', '333333'].find((one) => !codes.includes(one)) ?? ''
}

describe('a code', () => {
  it('has six digits, pairs one phone, and is old to the next', () => {
    const { codes, code } = opened()
    const shown = code()
    expect(shown).toMatch(/^\d{6}$/)
    const answer = codes.tryCode(shown, 'a')
    expect(answer.kind).toBe('paired')
    expect(codes.isPaired(answer.kind === 'paired' ? answer.token : '')).toBe(true)
    expect(codes.isPaired('another')).toBe(false)
    expect(codes.code()).toBeNull()
    expect(codes.tryCode(shown, 'b').kind).toBe('old')
    expect(codes.phones()).toBe(1)
  })

  it('runs out after ten minutes, and is then told apart from a wrong one', () => {
    const { codes, code, pass } = opened()
    const shown = code()
    pass(CODE_MILLISECONDS - 1)
    expect(codes.code()).toBe(shown)
    pass(1)
    expect(codes.code()).toBeNull()
    expect(codes.codeMilliseconds()).toBe(0)
    expect(codes.tryCode(shown, 'a').kind).toBe('old')
    expect(codes.tryCode(otherThan(shown), 'a').kind).toBe('wrong')
  })

  it('that was renewed is old, over a restart of the server too', () => {
    const { codes, code } = opened()
    const first = code()
    codes.renew()
    expect(code()).not.toBe(first)
    const kept = codes.kept()
    expect(JSON.stringify(kept)).not.toContain(first)
    const after = opened(kept)
    expect(after.codes.tryCode(first, 'a').kind).toBe('old')
  })
})

describe('a paired phone', () => {
  it('stays paired over a restart, until the remote is closed', () => {
    const { codes, code } = opened()
    const answer = codes.tryCode(code(), 'a')
    const token = answer.kind === 'paired' ? answer.token : ''
    const kept = codes.kept()
    expect(JSON.stringify(kept)).not.toContain(token)
    const after = opened(kept)
    expect(after.codes.isPaired(token)).toBe(true)
    after.codes.forget()
    expect(after.codes.isPaired(token)).toBe(false)
  })
})

describe('wrong codes', () => {
  it('cost an address nothing twice, then waits that double up to a minute; others go on', () => {
    const { codes, code, pass } = opened()
    const tries = (address: string) => codes.tryCode(otherThan(code()), address)
    expect(tries('a').kind).toBe('wrong')
    expect(tries('a').kind).toBe('wrong')
    expect(tries('a').kind).toBe('wrong')
    const waits: number[] = []
    for (let n = 0; n < 8; n++) {
      const answer = tries('a')
      if (answer.kind !== 'wait') throw new Error(answer.kind)
      waits.push(answer.seconds)
      pass(answer.seconds * 1000)
      expect(tries('a').kind).toBe('wrong')
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60])
    expect(tries('b').kind).toBe('wrong')
  })

  it('keep the right one waiting too, so that no answer comes early and tells', () => {
    const { codes, code, pass } = opened()
    for (let n = 0; n < 3; n++) codes.tryCode(otherThan(code()), 'a')
    expect(codes.tryCode(code(), 'a')).toEqual({ kind: 'wait', seconds: 1 })
    pass(1000)
    expect(codes.tryCode(code(), 'a').kind).toBe('paired')
  })

  it('from many addresses make the code another, and close the door for a minute', () => {
    const { codes, code, pass } = opened()
    const first = code()
    const tries = (n: number) => codes.tryCode(otherThan(first, code()), `address ${n}`).kind
    for (let n = 0; n < WRONG_BEFORE_RENEWED - 1; n++) expect(tries(n)).toBe('wrong')
    expect(code()).toBe(first)
    tries(WRONG_BEFORE_RENEWED)
    expect(code()).not.toBe(first)
    for (let n = WRONG_BEFORE_RENEWED; n < WRONG_A_MINUTE; n++) tries(100 + n)
    expect(codes.tryCode(code(), 'somebody new')).toEqual({ kind: 'wait', seconds: 60 })
    pass(60_000)
    expect(codes.tryCode(code(), 'somebody new').kind).toBe('paired')
  })
})
