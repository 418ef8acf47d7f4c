// Holds the facts and one network, and answers over them: what runs in the worker of the page.
//
// Facts are asked for anew before each question that stands on them, by their hash: a correction that anybody made
// counts at once, as on the server. While the server does not answer, those that are here stand.
import { answerText } from '#geodata/analysis/answering/answer-text.ts'
import { type AnsweredId, answerTo } from '#geodata/analysis/answering/answers.ts'
import type { KnownRegion } from '#geodata/analysis/answering/known-region.ts'
import { type LoadedNetwork, streetNetwork } from '#geodata/analysis/answering/loaded-network.ts'
import { type FactsParcel, factsIn, skeletonIn } from '#geodata/analysis/answering/parcels.ts'
import { ProblemError } from '#geodata/contract/problem-error.ts'
import { decodeNetwork } from '#geodata/network/street/network-file.ts'
import { fetchForGood } from '#web/kernel/kept-files.ts'
import type { FromKernel, NetworkAsked, ToKernel, Without } from '#web/kernel/messages.ts'

type Ask = Extract<ToKernel, { kind: 'ask' }>
type Hold = Extract<ToKernel, { kind: 'hold' }>
type Begin = Extract<ToKernel, { kind: 'begin' }>

export type Desk = {
  hold: (order: Hold) => Promise<FromKernel>
  answer: (order: Ask, tell: (message: FromKernel) => void) => Promise<FromKernel>
  /** Has the facts as they are now; a server that is slower than a hand is waited for by nobody. */
  look: () => Promise<void>
  /** Draws rings for nobody, so that the first that a hand waits for are as quick as the last; false: enough. */
  practise: () => boolean
}

/** So many answers until the browser has made the code quick. */
const PRACTICE_ANSWERS = 40

/** How long a hand that goes down may wait for the facts; its first move comes later as a rule. */
const PATIENCE_MILLISECONDS = 300

type Facts = { parcel: FactsParcel; etag: string }
type Held = { network: NetworkAsked; region: Pick<KnownRegion, 'streets' | 'skeleton'> }

/** Thrown where a file cannot be used. */
class Lacking extends Error {
  readonly why: Without
  constructor(why: Without) {
    super(why)
    this.why = why
  }
}

export function openDesk(
  { root, mostBytes }: Omit<Begin, 'kind'>,
  reach: typeof fetch = fetch,
): Desk {
  let skeleton: LoadedNetwork | null = null
  let facts: Facts | null = null
  let held: Held | null = null
  let practised = 0
  let [asked, taken] = [0, 0]
  const addressOf = (id: string) => `${root}api/networks/${encodeURIComponent(id)}/file`

  const skeletonOf = async (hash: string): Promise<LoadedNetwork> => {
    if (skeleton?.summary.hash === hash) return skeleton
    const response = await reach(addressOf('skeleton'))
    if (!response.ok) throw new Lacking('not-here')
    const read = skeletonIn(await response.text(), hash)
    if (!read) throw new Lacking('unsound')
    skeleton = read
    return read
  }
  const streetsOf = async (
    { id, hash }: NetworkAsked,
    { ground }: LoadedNetwork,
    most: number,
  ): Promise<LoadedNetwork> => {
    const address = `${addressOf(id)}?v=${hash}`
    const read = (bytes: ArrayBuffer) => {
      const file = decodeNetwork(bytes)
      return file.kind === 'network' && file.hash === hash ? file : null
    }
    const fetched = await fetchForGood(address, most, read, reach)
    if (fetched.kind !== 'sound') throw new Lacking(fetched.kind)
    return streetNetwork({ id, ...fetched.content }, ground.isUrban)
  }
  /** The facts as they are now, and whether the server could not be asked. */
  const factsNow = async (
    looksForEdits: boolean,
  ): Promise<{ parcel: FactsParcel; isAlone: boolean }> => {
    if (facts && !looksForEdits) return { parcel: facts.parcel, isAlone: false }
    const mine = ++asked
    const unlessSame = facts ? { headers: { 'If-None-Match': facts.etag } } : {}
    const response = await reach(`${root}api/facts`, unlessSame).catch(() => null)
    if (facts && response?.status === 304) return { parcel: facts.parcel, isAlone: false }
    if (response?.ok) {
      const parcel = factsIn(await response.text())
      if (!parcel) throw new Lacking('unsound')
      // What was asked for later and came sooner is newer.
      if (facts && mine < taken) return { parcel: facts.parcel, isAlone: false }
      taken = mine
      facts = { parcel, etag: response.headers.get('ETag') ?? '' }
      return { parcel, isAlone: false }
    }
    if (!facts || response) throw new Lacking('not-here')
    return { parcel: facts.parcel, isAlone: true }
  }
  return {
    hold: async ({ network, skeletonHash, drawsRings, isAskedFor }) => {
      if (isSame(held?.network, network)) return { kind: 'held', network }
      held = null
      try {
        const most = isAskedFor ? Number.POSITIVE_INFINITY : mostBytes
        const base = await skeletonOf(skeletonHash)
        await factsNow(true)
        if (network.kind === 'skeleton' && drawsRings) base.makeReady?.()
        const streets = network.kind === 'street' ? [await streetsOf(network, base, most)] : []
        held = { network, region: { skeleton: base, streets } }
        practised = 0
        return { kind: 'held', network }
      } catch (error) {
        return { kind: 'without', network, why: whyOf(error) }
      }
    },
    answer: async ({ serial, id, inputs, network, looksForEdits }, tell) => {
      if (!held || !isSame(held.network, network)) return { kind: 'not-here', serial }
      const { region } = held
      try {
        const { parcel, isAlone } = await factsNow(looksForEdits)
        const known = { ...region, facts: parcel.facts, dataset: parcel.dataset }
        const text = textOf(id, known, inputs, (share) => tell({ kind: 'progress', serial, share }))
        return { kind: 'answered', serial, text, isAlone }
      } catch (error) {
        if (error instanceof ProblemError)
          return { kind: 'refused', serial, problem: error.problem }
        return { kind: 'not-here', serial }
      }
    },
    look: async () => {
      if (!held) return
      let patience: ReturnType<typeof setTimeout> | undefined
      const enough = new Promise<void>((resolve) => {
        patience = setTimeout(resolve, PATIENCE_MILLISECONDS)
      })
      // What cannot be had is told with the next question that waits for it.
      const looked = factsNow(true).then(
        () => {},
        () => {},
      )
      await Promise.race([looked, enough])
      clearTimeout(patience)
    },
    practise: () => {
      const { parks = [] } = facts?.parcel.facts ?? {}
      const place = parks[practised % parks.length]
      if (!held || !facts || !place || practised === PRACTICE_ANSWERS) return false
      practised += 1
      const origin = place.geometry.coordinates
      const inputs = { origin, direction: 'outward', network: held.network.id }
      const { facts: known, dataset } = facts.parcel
      try {
        textOf('isochrone', { ...held.region, facts: known, dataset }, inputs)
      } catch (error) {
        // A place off the roads.
        if (!(error instanceof ProblemError)) return false
      }
      return true
    },
  }
}

/** The answer as the server sends it, byte by byte. */
export function textOf(
  id: AnsweredId,
  region: KnownRegion,
  inputs: unknown,
  tell: (share: number) => void = () => {},
): string {
  let told = 0
  const result = answerTo(id, region, inputs, (done, total) => {
    // A message a percent is enough.
    const share = Math.floor((100 * done) / total) / 100
    if (share > told) tell(share)
    told = Math.max(told, share)
  })
  return answerText(result)
}

function isSame(a: NetworkAsked | undefined, b: NetworkAsked): boolean {
  return a?.id === b.id && a.hash === b.hash
}

function whyOf(error: unknown): Without {
  if (error instanceof Lacking) return error.why
  // Memory that is not there.
  if (error instanceof RangeError) return 'too-large'
  return error instanceof TypeError ? 'not-here' : 'broken'
}
