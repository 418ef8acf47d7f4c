// How does a part of a store that holds one region answer calls that name theirs?
import type { RegionId } from '#server/store/region-id.ts'

type Part = Record<string, (...given: never[]) => unknown>

/** The same calls, each awaited and with its region named first. */
export type PerRegion<T extends Part> = {
  [K in keyof T]: (
    region: RegionId,
    ...given: Parameters<T[K]>
  ) => Promise<Awaited<ReturnType<T[K]>>>
}

/** Rejects calls for another region, and turns what is thrown into a rejection. */
export function perRegion<T extends Part>(own: RegionId, part: T): PerRegion<T> {
  const calls = Object.entries(part).map(([name, call]) => [
    name,
    async (region: RegionId, ...given: never[]) => {
      if (region !== own) throw new Error(`No region “${region}” is kept here; there is ${own}.`)
      return call(...given)
    },
  ])
  return Object.fromEntries(calls) as PerRegion<T>
}
