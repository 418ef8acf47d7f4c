// What does the comparison show of one place?
import type { Park } from '#geodata/contract/collections.ts'

/** One compared place as the panel shows it. */
export type Column = {
  id: string
  letter: string
  index: number
  name: string
  park: Park | null
  lngLat: readonly [number, number] | null
  /** Why there is nothing to show; null when all is well. */
  trouble: string | null
}
