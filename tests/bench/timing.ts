// How does a bench time a call, and how does it print what it found?
//
// Warmed up, then timed run by run; the median leads, since other programs on the machine only ever
// add. What is timed must leave its result in lent arrays or a sum, so that nothing is optimised away.
import os from 'node:os'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const NAME_WIDTH = 46
const MOST_WARM_UPS = 8

/** Prints what one call takes, in milliseconds, and returns the median; `per` divides it among lanes. */
export function time(name: string, runs: number, call: () => void, per = 1): number {
  for (let run = 0; run < Math.min(runs, MOST_WARM_UPS); run++) call()
  const milliseconds = Array.from({ length: runs }, () => {
    const started = performance.now()
    call()
    return (performance.now() - started) / per
  }).sort((a, b) => a - b)
  const median = milliseconds[runs >> 1] ?? Number.NaN
  const mean = milliseconds.reduce((sum, one) => sum + one, 0) / runs
  const deviation = Math.sqrt(milliseconds.reduce((sum, one) => sum + (one - mean) ** 2, 0) / runs)
  const [minimum = Number.NaN] = milliseconds
  printRow(name, ...[median, minimum, mean, deviation].map((one) => one.toFixed(3)))
  return median
}

export function printHeading(): void {
  printRow('milliseconds', 'median', 'minimum', 'mean', 'deviation')
}

export function printRow(name: string, ...cells: string[]): void {
  console.log(name.padEnd(NAME_WIDTH) + cells.map((cell) => cell.padStart(11)).join(''))
}

/** What figures of this run stand on. */
export function machine(): string {
  const [processor] = os.cpus()
  return `${processor?.model} × ${os.cpus().length}, Node ${process.version}, load ${load()}`
}

/** Mean number of waiting programs over 1, 5 and 15 minutes. */
export function load(): string {
  return os
    .loadavg()
    .map((one) => one.toFixed(1))
    .join(' ')
}

/** Bytes a call leaves on the heap, as the mean of many calls after a collection. */
export function heapBytesPerCall(runs: number, call: () => void): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  const before = process.memoryUsage().heapUsed
  for (let run = 0; run < runs; run++) call()
  return Math.round((process.memoryUsage().heapUsed - before) / runs)
}
