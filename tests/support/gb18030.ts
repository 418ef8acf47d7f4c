// Texts in GB18030, which the platform only reads: its own decoder is asked for every character once.
const ASCII = 0x80

let codes: Map<string, number[]> | null = null

/** Characters of two bytes (GBK), as Chinese programs write them. */
export function gb18030(text: string): Buffer<ArrayBuffer> {
  codes ??= table()
  const known = codes
  return Buffer.from(
    [...text].flatMap((character) => {
      const code = character.charCodeAt(0)
      const bytes = code < ASCII ? [code] : known.get(character)
      if (!bytes) throw new Error(`${character} has no two bytes in GB18030.`)
      return bytes
    }),
  )
}

function table(): Map<string, number[]> {
  const decoder = new TextDecoder('gb18030', { fatal: true })
  const found = new Map<string, number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue
      try {
        found.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
      } catch {
        // Some pairs are no character.
      }
    }
  }
  return found
}
