// The firms of a piece of ground: of those that the page holds, or, where there are more than it holds, read
// for it.
import { useEffect, useState } from 'preact/hooks'
import type { Company } from '#geodata/contract/collections.ts'
import type { Problem } from '#geodata/contract/problem.ts'
import { problemOf } from '#web/api/client.ts'
import { listAllFirms } from '#web/api/firms.ts'
import { companies, manyFirms } from '#web/state/region/firms.ts'
import { dataset } from '#web/state/region/lists.ts'

/** West, south, east and north of places, in degrees, as an address says it. */
export function boundsOf(places: readonly (readonly number[])[]): string {
  const lngs = places.map(([lng = 0]) => lng)
  const lats = places.map(([, lat = 0]) => lat)
  const least = (all: number[]) => all.reduce((one, other) => Math.min(one, other), Infinity)
  const most = (all: number[]) => all.reduce((one, other) => Math.max(one, other), -Infinity)
  return [least(lngs), least(lats), most(lngs), most(lats)].join(',')
}

type Found = { firms: readonly Company[] | null; problem: Problem | null }
const ON_THEIR_WAY: Found = { firms: null, problem: null }

/** `firms` is null while they are on their way. Those that the page holds may lie outside too. */
export function useFirmsIn(bounds: string): Found {
  const [found, setFound] = useState(ON_THEIR_WAY)
  const hash = dataset.value?.hash
  useEffect(() => {
    if (manyFirms.value === null) return
    const stop = new AbortController()
    setFound(ON_THEIR_WAY)
    listAllFirms(new URLSearchParams({ bbox: bounds }), stop.signal).then(
      (firms) => setFound({ firms, problem: null }),
      (error) => {
        if (!stop.signal.aborted) setFound({ firms: null, problem: problemOf(error) })
      },
    )
    return () => stop.abort()
  }, [bounds, hash, manyFirms.value])
  return manyFirms.value === null ? { firms: companies.value, problem: null } : found
}
