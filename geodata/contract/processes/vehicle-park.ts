// What `vehicle-park` asks and answers: how do the candidates for the "1" compare?
import { z } from 'zod'
import { DoubtfulEnds, roads } from '#geodata/contract/processes/roads.ts'
import { Basis, Bilingual, Confidence, SecondsInterval } from '#geodata/contract/shared.ts'

export const VehicleParkInputs = z.strictObject({
  /** The parks compared; absent: all of the role vehicle. */
  parkIds: z.array(z.string()).min(1).max(12).optional(),
  /** Only the suppliers of this segment; absent: of all. */
  segmentId: z.string().optional(),
  cutoffMinutes: z.array(z.number().positive().max(600)).min(1).max(6).default([30, 60, 90]),
  ...roads,
})
export type VehicleParkInputs = z.infer<typeof VehicleParkInputs>

/** A count or an amount with its doubt; `high` null: nothing bounds it. */
export const Doubtful = z.object({
  low: z.number(),
  central: z.number(),
  high: z.number().nullable(),
})
export type Doubtful = z.infer<typeof Doubtful>

/** A row the figures are made of, with its truck time; null: not measured, see `reason`. */
export const TimedRow = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  duration: SecondsInterval.nullable(),
  reason: Bilingual.nullable(),
  source: z.string(),
  confidence: Confidence,
})
export type TimedRow = z.infer<typeof TimedRow>

export const VehicleParkCandidate = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  labelZh: z.string(),
  labelEn: z.string(),
  precisionRadiusKilometers: z.number().nullable(),
  /** Truck minutes from the suppliers to the park; null: none can be measured. */
  medianMinutes: Doubtful.nullable(),
  /** What lies within each cutoff: suppliers, segments with at least one, parts parks. */
  covered: z.array(
    z.object({
      cutoffMinutes: z.number(),
      suppliers: Doubtful,
      segments: Doubtful,
      parks: Doubtful,
    }),
  ),
  /** The nearest of each kind from the park; null where none is reached. */
  hubs: z.array(
    z.object({ kind: z.enum(['rail', 'port', 'airport']), nearest: TimedRow.nullable() }),
  ),
  /** Vehicle plants recorded in the park, with what is documented of their capacity. */
  plants: z.array(
    z.object({
      id: z.string(),
      nameZh: z.string(),
      status: z.string().nullable(),
      capacityVehiclesPerYear: z.number().nullable(),
      source: z.string(),
    }),
  ),
  land: z.object({
    plannedSquareKilometers: z.number().nullable(),
    developedSquareKilometers: z.number().nullable(),
    source: z.string(),
    confidence: Confidence,
  }),
  suppliers: z.array(TimedRow),
  parks: z.array(TimedRow),
})
export type VehicleParkCandidate = z.infer<typeof VehicleParkCandidate>

export const VehicleParkResult = z.object({
  supplierCount: z.number().int(),
  segmentCount: z.number().int(),
  parkCount: z.number().int(),
  candidates: z.array(VehicleParkCandidate),
  assumptions: z.array(Bilingual),
  doubtfulEnds: DoubtfulEnds,
  basis: Basis,
})
export type VehicleParkResult = z.infer<typeof VehicleParkResult>
