// Does what was typed sound like a Chinese name? Syllables, their beginnings, or first letters, mixed.
//
//   东湖高新区   dong hu gao xin qu
//   dhgxq        d    h  g   x   q     as an experienced user types
//   donghugaox   dong hu gao x
//   gaoxin               gao xin       from the third syllable on

/** The syllables of a name in order; lower case, without tones. */
export type Sound = readonly string[]

/** The first syllable from which the name sounds like `typed`; null: none. */
export function soundsLike(sound: Sound | null, typed: string): number | null {
  if (!sound || typed === '') return null
  for (let from = 0; from < sound.length; from++) {
    if (sound[from]?.[0] === typed[0] && reads(sound, from, typed, 0)) return from
  }
  return null
}

/** Whether the rest of `typed` is made of beginnings of the syllables that follow, none left out. */
function reads(sound: Sound, syllable: number, typed: string, at: number): boolean {
  if (at === typed.length) return true
  const here = sound[syllable]
  if (here === undefined) return false
  let length = 0
  while (length < here.length && here[length] === typed[at + length]) length++
  // The longest beginning first: it is what was most likely meant.
  for (; length > 0; length--) {
    if (reads(sound, syllable + 1, typed, at + length)) return true
  }
  return false
}
