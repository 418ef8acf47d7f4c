// Which number does a cell of a coordinate hold? Decimal figures, or degrees, minutes and seconds as people write them.

export type ReadNumber = {
  value: number
  /** What the cell itself says of it: of longitude or of latitude; null: nothing. */
  axis: 'longitude' | 'latitude' | null
  /** Written in degrees, minutes and seconds. */
  isSexagesimal: boolean
}

const PLAIN = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i
const WITH_COMMAS = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/
const DECIMAL_COMMA = /^[+-]?\d{1,3},(\d{1,2}|\d{4,})$/
/** 106°30′15.5″, 106度30分15秒, 106 30 15.5, 106:30:15, 106°30.258′, 106d30m15s */
const ANGLE =
  /^(?<sign>[+-]?)(?<degrees>\d{1,3})\s*(?:°|º|度|d|:|\s)\s*(?<minutes>\d{1,2}(?:\.\d+)?)\s*(?:'|’|′|分|m|:|\s|$)\s*(?:(?<seconds>\d{1,2}(?:\.\d+)?)\s*(?:"|”|″|''|′′|’’|秒|s)?)?$/i
const DEGREES_ALONE = /^([+-]?\d{1,3}(?:\.\d+)?)\s*(?:°|º|度|d)$/i

const LETTERS: readonly [RegExp, ReadNumber['axis'], number][] = [
  [/东经|\bE(?![a-z])|E$/i, 'longitude', 1],
  [/西经|\bW(?![a-z])|W$/i, 'longitude', -1],
  [/北纬|\bN(?![a-z])|N$/i, 'latitude', 1],
  [/南纬|\bS(?![a-z])/i, 'latitude', -1],
]

/** Null: the cell holds no number a coordinate can be. Minutes and seconds of 60 and more are none. */
export function readCoordinate(cell: string | number): ReadNumber | null {
  if (typeof cell === 'number') return finite(cell, null, false)
  if (PLAIN.test(cell)) return finite(Number(cell), null, false)
  // NFKC turns full-width figures and the ideographic blank into plain ones, and ″ into ′′.
  let text = cell.normalize('NFKC').replace(/\s+/g, ' ').trim()
  if (PLAIN.test(text)) return finite(Number(text), null, false)
  if (WITH_COMMAS.test(text)) return finite(Number(text.replaceAll(',', '')), null, false)
  if (DECIMAL_COMMA.test(text)) return finite(Number(text.replace(',', '.')), null, false)
  let axis: ReadNumber['axis'] = null
  let sign = 1
  for (const [letter, of, turn] of LETTERS) {
    if (!letter.test(text)) continue
    axis = of
    sign = turn
    text = text.replace(letter, '').replace(/^[:\s]+|[:\s]+$/g, '')
    break
  }
  if (axis && PLAIN.test(text)) return finite(sign * Number(text), axis, false)
  const alone = DEGREES_ALONE.exec(text)
  if (alone) return finite(sign * Number(alone[1]), axis, false)
  const groups = ANGLE.exec(text)?.groups
  if (!groups) return null
  const [minutes, seconds] = [Number(groups.minutes), Number(groups.seconds ?? 0)]
  if (minutes >= 60 || seconds >= 60) return null
  const value = Number(groups.degrees) + minutes / 60 + seconds / 3600
  return finite((groups.sign === '-' ? -1 : 1) * sign * value, axis, true)
}

function finite(value: number, axis: ReadNumber['axis'], isSexagesimal: boolean) {
  return Number.isFinite(value) ? { value, axis, isSexagesimal } : null
}

/**
 * Degrees of a number whose figures are degrees, minutes and seconds: 106.3015 or 1063015 is 106°30′15″. Null where
 * minutes or seconds would be 60 or more.
 */
export function packedDegrees(value: number): number | null {
  const sign = Math.sign(value)
  const size = Math.abs(value)
  const packed = size < 181 ? size * 10_000 : size
  // Half a hundredth of a second: what a double leaves of 106.3015.
  const rounded = Math.round(packed * 1e4) / 1e4
  const degrees = Math.floor(rounded / 10_000)
  const minutes = Math.floor((rounded - degrees * 10_000) / 100)
  const seconds = rounded - degrees * 10_000 - minutes * 100
  return minutes >= 60 || seconds >= 60 ? null : sign * (degrees + minutes / 60 + seconds / 3600)
}
