// What may people write of the certificates of firms: by which standard, from whom, until when?
import { z } from 'zod'
import {
  evidence,
  id,
  maybeDate,
  maybeName,
  maybeWords,
  NOWHERE,
  name,
} from '#geodata/contract/editable/draft-fields.ts'
import type { Editable } from '#geodata/contract/editable/shape.ts'
import { TITLES } from '#geodata/contract/editable/titles.ts'

export const certificates = {
  title: TITLES.certificates,
  layer: null,
  geometry: NOWHERE,
  properties: z.strictObject({
    companyId: id,
    /** IATF 16949, 高新技术企业. */
    standard: name,
    certificateNumber: maybeName,
    issuedBy: maybeName,
    /** The last day, month or year; null: not known, or without an end. */
    validUntil: maybeDate,
    note: maybeWords,
    ...evidence,
  }),
  derived: [],
  references: [
    {
      property: 'companyId',
      to: ['companies'],
      relation: { zh: '企业的资质证书', en: 'certificate of the firm' },
    },
  ],
  named: ['standard', 'standard'],
} as const satisfies Editable
