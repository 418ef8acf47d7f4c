// What do the page and its kernel say to each other?
import type { AnsweredId } from '#geodata/analysis/answering/answers.ts'
import type { NetworkSummary } from '#geodata/contract/documents.ts'
import type { Problem } from '#geodata/contract/problem.ts'

/** The network that a question is asked of: the one that answers on the server. */
export type NetworkAsked = Pick<NetworkSummary, 'id' | 'hash' | 'kind'>

export type ToKernel =
  /** Where the server is, and how large a file of streets may be. */
  | { kind: 'begin'; root: string; mostBytes: number }
  /** Make this network ready, in the place of the one before. */
  | {
      kind: 'hold'
      skeletonHash: string
      network: NetworkAsked
      drawsRings: boolean
      /** A person wants it here, however large it is. */
      isAskedFor: boolean
    }
  /** A hand goes down: have the facts as they are now, before it is answered, unless the server is slow. */
  | { kind: 'look' }
  | {
      kind: 'ask'
      serial: number
      id: AnsweredId
      inputs: unknown
      network: NetworkAsked
      /** Whether the server is asked first if the facts have changed; not while a hand waits. */
      looksForEdits: boolean
    }

/** Why this device does not answer, so that the server does. */
export type Without =
  | 'no-worker'
  | 'too-large'
  | 'unsound'
  /** The file could not be had. */
  | 'not-here'
  /** The program itself failed: memory, or what nobody foresaw. */
  | 'broken'

export type FromKernel =
  | { kind: 'held'; network: NetworkAsked }
  | { kind: 'without'; network: NetworkAsked; why: Without }
  /** The text of the answer, as the server sends it. */
  | { kind: 'answered'; serial: number; text: string; isAlone: boolean }
  | { kind: 'refused'; serial: number; problem: Problem }
  /** Another network is held, or none: the server is to be asked. */
  | { kind: 'not-here'; serial: number }
  | { kind: 'progress'; serial: number; share: number }
