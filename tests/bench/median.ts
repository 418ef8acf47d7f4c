// What does a call of unknown length take, and how is it shown in a table for the README?

/**
 * Median milliseconds of up to `runs` runs while the seconds last, at least one, after a warm-up.
 *
 * Milliseconds of the processor, all threads of this process together: another program on the machine
 * lengthens a minute of Valhalla far more than a millisecond of ours, and must not decide a ratio.
 */
export async function median(
  call: () => unknown,
  {
    runs = 31,
    seconds = 20,
    isWarm = false,
  }: { runs?: number; seconds?: number; isWarm?: boolean } = {},
): Promise<number> {
  const began = performance.now()
  if (!isWarm) await call()
  const milliseconds: number[] = []
  do {
    const before = process.cpuUsage()
    await call()
    const { user, system } = process.cpuUsage(before)
    milliseconds.push((user + system) / 1000)
  } while (milliseconds.length < runs && performance.now() - began < seconds * 1000)
  return middle(milliseconds)
}

/** The same by the clock, for calls that wait for another process. */
export async function medianByTheClock(
  call: () => Promise<unknown>,
  runs: number,
): Promise<number> {
  for (let run = 0; run < 10; run++) await call()
  const milliseconds: number[] = []
  for (let run = 0; run < runs; run++) {
    const started = performance.now()
    await call()
    milliseconds.push(performance.now() - started)
  }
  return middle(milliseconds)
}

/** The share `at` of the values lies below; the median without it. */
export function middle(values: readonly number[], at = 0.5): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(at * sorted.length))] ?? Number.NaN
}

/** A Markdown table, the first column left, numbers right. */
export function printTable(heading: readonly string[], rows: readonly (readonly string[])[]): void {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  console.log(line(heading))
  console.log(line(heading.map((_, column) => (column === 0 ? '---' : '---:'))))
  for (const row of rows) console.log(line(row))
  console.log()
}

/** Three digits, as many as this machine repeats. */
const digits = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 })

export const inMilliseconds = (milliseconds: number): string =>
  milliseconds < 10_000
    ? `${digits.format(milliseconds)} ms`
    : `${digits.format(milliseconds / 1000)} s`

export const timesAsFast = (peer: number, ours: number): string => `${digits.format(peer / ours)} ×`
