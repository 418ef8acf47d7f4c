// Do two values say the same? A short fingerprint that does not depend on the order of keys.

/** 64-bit FNV-1a over canonical JSON, as 16 hexadecimal digits. For identity, not for secrecy. */
export function hashOf(value: unknown): string {
  const bytes = new TextEncoder().encode(canonicalJson(value))
  // Two halves of 32 bits; the prime is 2⁴⁰ + 0x1b3, and a half × 0x1b3 is exact in a double.
  let high = 0xcbf29ce4
  let low = 0x84222325
  for (const byte of bytes) {
    low = (low ^ byte) >>> 0
    const product = low * 0x1b3
    high = (high * 0x1b3 + Math.floor(product / 2 ** 32) + ((low << 8) >>> 0)) % 2 ** 32
    low = product % 2 ** 32
  }
  return [high, low].map((half) => half.toString(16).padStart(8, '0')).join('')
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
    entries.sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`
  }
  return JSON.stringify(value) ?? 'null'
}
