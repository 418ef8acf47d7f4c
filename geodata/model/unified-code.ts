// Is it a unified social credit code (统一社会信用代码)? GB 32100-2015: 17 characters and one that checks them.

const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const MODULUS = 31
const LENGTH = 18

export type CodeFault =
  | { kind: 'length'; came: number }
  /** Which character, from 1. I, O, S, V and Z are in no code. */
  | { kind: 'character'; at: number; came: string }
  | { kind: 'check'; came: string; fits: string }

const PLAIN = /^[0-9A-Z]*$/

/** Full-width and small letters as the standard writes them, without blanks. */
export function plainCode(text: string): string {
  if (PLAIN.test(text)) return text
  return text.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '')
}

/** Null: nothing is wrong with a code as `plainCode` gives it. */
export function codeFault(code: string): CodeFault | null {
  if (code.length !== LENGTH) return { kind: 'length', came: code.length }
  const at = [...code].findIndex((character) => !CHARACTERS.includes(character))
  if (at >= 0) return { kind: 'character', at: at + 1, came: code[at] ?? '' }
  const fits = checkCharacter(code.slice(0, -1))
  const came = code.at(-1) ?? ''
  return came === fits ? null : { kind: 'check', came, fits }
}

/** Weights are the powers of 3 by 31, as the standard lists them. */
export function checkCharacter(first17: string): string {
  let weight = 1
  let sum = 0
  for (const character of first17) {
    sum += CHARACTERS.indexOf(character) * weight
    weight = (weight * 3) % MODULUS
  }
  return CHARACTERS[(MODULUS - (sum % MODULUS)) % MODULUS] ?? ''
}
