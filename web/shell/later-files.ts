// Fetches the files of boards that nobody has opened yet, so that they open while the server is away.
//
// One after the other, each when the page has nothing else to do. Their names carry a checksum and the browser keeps
// them for good: when a board is opened its files are there. Nothing of them runs before.
import { effect } from '@preact/signals'
import { connection, requestFailed } from '#web/api/connection.ts'
import { whenIdle } from '#web/state/when-idle.ts'

/** What browsers that know it say of the line. */
type Line = { saveData?: boolean; effectiveType?: string }

/** Lines on which nothing is fetched that nobody has asked for. */
const SLOW_LINES = ['slow-2g', '2g']

/** The element of the page in which its build names these files, small ones first. */
const NAMED_IN = 'later-files'

let isBegun = false

/** Begins once, and goes on while the server answers until all are here. */
export function fetchLaterFiles(): void {
  if (isBegun) return
  isBegun = true
  const { saveData = false, effectiveType = '' } =
    (navigator as Navigator & { connection?: Line }).connection ?? {}
  if (saveData || SLOW_LINES.includes(effectiveType)) return
  // Where the page runs from its sources it names none.
  const names: string[] = JSON.parse(document.getElementById(NAMED_IN)?.textContent ?? '[]')
  fetchEach(names.map((name) => new URL(name, import.meta.url).href))
}

/** One after the other; begins again with the one that did not come when the server is back. Returns the stop. */
export function fetchEach(
  addresses: readonly string[],
  reach: typeof fetch = fetch,
  idle: typeof whenIdle = whenIdle,
): () => void {
  const left = [...addresses]
  let isStopped = false
  let isUnderway = false
  const next = () => {
    const [address] = left
    isUnderway = address !== undefined && !isStopped && connection.peek() === 'up'
    if (isUnderway) idle(() => void fetchOne(address ?? '').then(next, stay))
  }
  const fetchOne = async (address: string) => {
    const answer = await reach(address, { priority: 'low' })
    // Whole, or the browser keeps nothing. One that an older page names and a newer server has not is passed over.
    await answer.arrayBuffer()
    left.shift()
  }
  const stay = (error: unknown) => {
    isUnderway = false
    requestFailed(error)
  }
  const stop = effect(() => {
    if (connection.value === 'up' && !isUnderway) next()
  })
  return () => {
    isStopped = true
    stop()
  }
}
