// What may people write of what a product is made from: the input, who could make it, its share of the cost?
import { z } from 'zod'
import {
  evidence,
  maybeId,
  maybeName,
  maybeWords,
  NOWHERE,
  name,
} from '#geodata/contract/editable/draft-fields.ts'
import type { Editable } from '#geodata/contract/editable/shape.ts'
import { TITLES } from '#geodata/contract/editable/titles.ts'

const percent = z.number().min(0).max(100).nullable().default(null)

export const productInputs = {
  title: TITLES['product-inputs'],
  layer: null,
  geometry: NOWHERE,
  properties: z.strictObject({
    /** The product that is made. */
    productId: z.string().trim().min(1).max(80),
    inputZh: name,
    inputEn: name,
    /** What the input is in the taxonomy; where only its segment is known, that. */
    inputProductId: maybeId,
    inputSegmentId: maybeId,
    costSharePercentLow: percent,
    costSharePercentHigh: percent,
    costShareBasis: maybeWords,
    /** How the product itself reaches a vehicle plant, and what shows it. */
    deliveryModeToPlant: maybeName,
    deliveryEvidence: maybeWords,
    productBulky: z.enum(['yes', 'medium', 'no']).nullable().default(null),
    productPackingNote: maybeWords,
    productSpecialNeeds: maybeWords,
    specialNeedsSource: maybeWords,
    asOf: maybeName,
    ...evidence,
  }),
  derived: ['segmentId', 'productZh', 'productEn', 'inTaxonomy', 'inputProductZh'],
  references: [],
  named: ['inputZh', 'inputEn'],
} as const satisfies Editable
