// What logistics takes and gives: the routes, costs and emissions of one candidate of a siting.
import { z } from 'zod'
import { DoubtTold, Range } from '#geodata/contract/processes/doubt.ts'
import { DoubtfulEnds } from '#geodata/contract/processes/roads.ts'
import { SitingInputs } from '#geodata/contract/processes/siting.ts'
import { Basis, Bilingual, LngLatShape, SecondsInterval } from '#geodata/contract/shared.ts'
import { FREIGHT_FACTORS } from '#geodata/model/freight-factors.ts'

const Interval = z.object({ low: z.number(), high: z.number() })

const FactorAsked = z
  .strictObject({ low: z.number().min(0).max(1e6), high: z.number().min(0).max(1e6) })
  .refine(({ low, high }) => low <= high, {
    message: 'The low end lies above the high one.',
    params: { zh: '下限不应大于上限' },
  })

export const LogisticsInputs = z.strictObject({
  /** The question whose candidate it is. */
  siting: SitingInputs,
  /** The id of a park, a site or a pin of the question. */
  candidateId: z.string(),
  /** The user's own factors in the place of those of the facts. */
  factors: z.partialRecord(z.enum(FREIGHT_FACTORS), FactorAsked).default({}),
})
export type LogisticsInputs = z.infer<typeof LogisticsInputs>

const Freight = z.object({
  /** Truckloads of the year, or of 1,000 units where the volume is unknown; null: unknown. */
  trips: z.number().nullable(),
  yuan: Interval.nullable(),
  /** Part of the cost, not to be added to it; without bridges and tunnels, at the rates of the region. */
  tollYuan: Interval.nullable(),
  kilogramsCarbon: Interval.nullable(),
  /** Of nine in ten joint draws; those of a total are of the sums draw by draw. null where the above is. */
  likely: z.object({
    yuan: Range.nullable(),
    tollYuan: Range.nullable(),
    kilogramsCarbon: Range.nullable(),
  }),
})

/** One end of a route beside the candidate. */
const Route = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  lngLat: LngLatShape,
  /** Its ends are the outer bounds, which hold every draw; null: there is no way. */
  duration: SecondsInterval.nullable(),
  /** Of nine in ten joint draws. */
  likelyMinutes: Range.nullable(),
  /** As drawn, between the stated points. */
  lengthMeters: z.number().nullable(),
  /** With the doubt of where both ends lie, as outer bounds; what is sent costs so much. */
  length: z
    .object({ lowMeters: z.number(), centralMeters: z.number(), highMeters: z.number() })
    .nullable(),
  likelyKilometers: Range.nullable(),
  /** On roads that take toll; null: this network does not say which do. */
  tollMeters: z.number().nullable(),
  /** The way as driven; empty: there is none. */
  line: z.array(LngLatShape),
  /** Road by road, the long ones: "G93 60 km". */
  roads: z.array(z.object({ name: z.string(), ref: z.string(), lengthMeters: z.number() })),
})

export const LogisticsResult = z.object({
  candidateId: z.string(),
  /** year, or thousandUnits where the yearly output is unknown. */
  per: z.enum(['year', 'thousandUnits']),
  customers: z.array(Route.extend({ units: z.number().nullable(), freight: Freight })),
  /** Those of the siting: the nearest known maker of each purchased input, else the likeliest. */
  suppliers: z.array(Route),
  total: Freight,
  assumptions: z.array(
    z.object({
      id: z.string(),
      text: Bilingual,
      low: z.number(),
      high: z.number(),
      unit: z.string(),
      /** The rows of freight_costs or tolls that say so. */
      rowIds: z.array(z.string()),
      source: z.string(),
      /** documented: a source states it; assumption: no source does; asked: the user set it. */
      kind: z.enum(['documented', 'assumption', 'asked']),
      /** Of the oldest row; null: no date is known. */
      asOf: z.string().nullable(),
    }),
  ),
  doubtfulEnds: DoubtfulEnds,
  doubt: DoubtTold,
  basis: Basis,
})
export type LogisticsResult = z.infer<typeof LogisticsResult>
