// What is sent to a page that works answers out by itself, and is it what was sent?
//
// A street network travels as its file, which carries its own checksum; the skeleton and the facts as JSON.
import type { KnownRegion } from '#geodata/analysis/answering/known-region.ts'
import {
  type LoadedNetwork,
  type SkeletonFile,
  skeletonNetwork,
} from '#geodata/analysis/answering/loaded-network.ts'

/** A page that was opened before the server became another reads no other version. */
export const PARCEL_VERSION = 1

export type SkeletonParcel = SkeletonFile & { formatVersion: number }
export type FactsParcel = Pick<KnownRegion, 'facts' | 'dataset'> & { formatVersion: number }

/** The skeleton of that hash, worked out anew; null: the text is cut off, changed or of another version. */
export function skeletonIn(text: string, hash: string): LoadedNetwork | null {
  const parcel = parcelIn<SkeletonParcel>(text, 'stretches')
  const network = parcel && skeletonNetwork(parcel)
  return network?.summary.hash === hash ? network : null
}

/** Null: the text is cut off or of another version. */
export function factsIn(text: string): FactsParcel | null {
  return parcelIn<FactsParcel>(text, 'facts')
}

function parcelIn<P extends { formatVersion: number }>(text: string, holds: keyof P): P | null {
  try {
    const parcel = JSON.parse(text) as P
    return parcel.formatVersion === PARCEL_VERSION && parcel[holds] ? parcel : null
  } catch {
    return null
  }
}
