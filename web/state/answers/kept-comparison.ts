// Which comparison that somebody shared is open? It lies over one's own, read-only, and takes nothing of it away.
import { computed } from '@preact/signals'
import type { StoredComparison } from '#geodata/contract/comparisons.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import { getComparison } from '#web/api/comparisons.ts'
import { newestOnly } from '#web/api/newest-only.ts'
import { pinCandidateId } from '#web/state/answers/compare.ts'
import type { OwnRow } from '#web/state/answers/own-rows.ts'
import { scenarioText } from '#web/state/answers/scenarios.ts'
import { PIN_ID } from '#web/state/answers/siting.ts'
import { decodeView, type View } from '#web/state/view/view.ts'

type Stored = StoredComparison['comparison']

/** A stored comparison in the words of the page: places go by the ids under which they are compared. */
export type Kept = Pick<StoredComparison, 'id' | 'storedAt' | 'storedBy'> &
  Pick<Stored, 'title'> & {
    siting: Stored['siting']
    /** As the places were called then. */
    names: Readonly<Record<string, Bilingual>>
    hiddenRows: readonly string[]
    notes: Readonly<Record<string, string>>
    ownRows: readonly OwnRow[]
    /** Central scores then, and on which data; null: whoever stored it told none. */
    found: {
      datasetHash: string
      networkHash: string
      scores: Readonly<Record<string, number>>
    } | null
    /** What of the view it covers. */
    view: Partial<View>
  }

export const keptQuestion = newestOnly(getComparison)

/** null: one's own comparison is shown, or none yet. */
export const kept = computed<Kept | null>(() => {
  const asked = keptQuestion.asked.value
  return asked.kind === 'answered' ? keptOf(asked.result) : null
})

/** Reads what is stored: whoever stored it may have named pins as they liked. */
export function keptOf({ id, storedAt, storedBy, comparison }: StoredComparison): Kept {
  const { title, hiddenRows, notes, candidateIds, referenceId } = comparison
  const pins = comparison.siting.pins.map((pin) => ({
    ...pin,
    comparedId: pinCandidateId(pin.lngLat),
  }))
  const comparedId = (candidate: string) =>
    pins.find((pin) => pin.id === candidate)?.comparedId ?? candidate
  const underComparedIds = <T>(record: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(record).map(([one, value]) => [comparedId(one), value]))
  const siting = {
    ...comparison.siting,
    pins: pins.map(({ id: own, comparedId, lngLat }) => ({
      id: own === PIN_ID ? own : comparedId,
      lngLat,
    })),
  }
  const compared = candidateIds.map(comparedId)
  const { found } = comparison
  const looks = decodeView(comparison.address)
  return {
    id,
    storedAt,
    storedBy,
    title,
    hiddenRows,
    notes,
    siting,
    names: underComparedIds(comparison.names),
    ownRows: comparison.ownRows.map(({ title: row, cells }, index) => ({
      id: String(index + 1),
      title: row,
      texts: Object.fromEntries(
        compared.flatMap((one, place) => (cells[place] ? [[one, cells[place]]] : [])),
      ),
    })),
    found: found ? { ...found, scores: underComparedIds(found.scores) } : null,
    view: {
      ...questionOf(siting),
      direction: looks.direction,
      scenarios: scenarioText(comparison),
      compared,
      comparedShown: looks.comparedShown,
      side: { ...looks.side, referenceId: referenceId === null ? null : comparedId(referenceId) },
    },
  }
}

/** The parts of the view from which the page asks this siting. */
function questionOf(siting: Stored['siting']): Partial<View> {
  const { makerChance = null, speedLow, speedHigh } = siting.doubt
  return {
    productId: siting.productId ?? null,
    segmentId: siting.segmentId ?? null,
    networkId: siting.network ?? null,
    plantsByCapacity: siting.weightPlantsByCapacity,
    weights: siting.weights ?? {},
    pin: siting.pins.find(({ id }) => id === PIN_ID)?.lngLat ?? null,
    ask: {
      needs: siting.needs,
      annualUnits: siting.annualUnits ?? null,
      customers: siting.customers ?? null,
      upstream: siting.upstream ?? null,
      logistics: siting.logistics,
      siteIds: siting.siteIds,
      withPartners: siting.parkIds !== undefined,
      area: siting.area?.coordinates[0] ?? null,
      doubt: { speedLow, speedHigh, makerChance },
    },
  }
}
