// Reads a PNG of eight bits a channel, as the server writes them: its size and the colour of a pixel.
import { inflateSync } from 'node:zlib'

export type Picture = {
  width: number
  height: number
  /** “#16212b” */
  colourAt: (x: number, y: number) => string
}

const SIGNATURE = '\x89PNG\r\n\x1a\n'
const CHANNELS: Record<number, number> = { 2: 3, 6: 4 }

export function readPng(bytes: Uint8Array): Picture {
  const file = Buffer.from(bytes)
  if (file.toString('latin1', 0, 8) !== SIGNATURE) throw new Error('This is no PNG.')
  const packed: Buffer[] = []
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at)
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') {
      packed.push(file.subarray(at + 8, at + 8 + length))
    }
    at += length + 12
  }
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)]
  const channels = CHANNELS[file[25] ?? -1]
  if (file[24] !== 8 || !channels || file[28] !== 0) throw new Error('A PNG of another kind.')
  const rows = unfiltered(inflateSync(Buffer.concat(packed)), width * channels, channels)
  const hex = (value = 0) => value.toString(16).padStart(2, '0')
  return {
    width,
    height,
    colourAt: (x, y) => {
      const at = Math.round(x) * channels
      return `#${[0, 1, 2].map((channel) => hex(rows[Math.round(y)]?.[at + channel])).join('')}`
    },
  }
}

/** Each row stands as differences to the one above and to the left (PNG specification, 9.2). */
function unfiltered(data: Buffer, bytesARow: number, channels: number): Uint8Array[] {
  const rows: Uint8Array[] = []
  for (let start = 0; start < data.length; start += bytesARow + 1) {
    const kind = data[start]
    const above = rows.at(-1)
    const row = new Uint8Array(bytesARow)
    for (let i = 0; i < bytesARow; i++) {
      const left = row[i - channels] ?? 0
      const up = above?.[i] ?? 0
      const corner = i >= channels ? (above?.[i - channels] ?? 0) : 0
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][kind ?? 0] ?? 0
      row[i] = (data[start + 1 + i] ?? 0) + guess
    }
    rows.push(row)
  }
  return rows
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [a, b, c] = [left, up, corner].map((one) => Math.abs(guess - one)) as [
    number,
    number,
    number,
  ]
  if (a <= b && a <= c) return left
  return b <= c ? up : corner
}
