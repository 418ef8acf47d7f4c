// Which fields has the form of a table, and how is each filled in? Read off the contract's schema.
import { z } from 'zod'
import { EDITABLE, type EditableId } from '#geodata/contract/editable/editable.ts'

export type Field = {
  name: string
  /** words: several lines. list: several values. The others are chosen from what there is. */
  kind:
    | 'text'
    | 'words'
    | 'number'
    | 'choice'
    | 'list'
    | 'segments'
    | 'products'
    | 'segment'
    | 'product'
    | 'park'
    | 'company'
  /** Of a choice, in the order of the contract. */
  choices: readonly string[]
  required: boolean
}

/** Fields whose values are other things of the atlas. */
const CHOSEN: Record<string, Field['kind']> = {
  segmentIds: 'segments',
  productIds: 'products',
  parkId: 'park',
  companyId: 'company',
  fromCompanyId: 'company',
  toCompanyId: 'company',
  productId: 'product',
  inputProductId: 'product',
  inputSegmentId: 'segment',
}
/** Texts that may be longer than this get several lines. */
const ONE_LINE = 200

/** In the order of the contract: first what it is, last where it is known from. */
export function fieldsOf(collection: EditableId): Field[] {
  const { shape } = EDITABLE[collection].properties as z.ZodObject
  return Object.entries(shape).map(([name, type]) => {
    const schema = z.toJSONSchema(type as z.ZodType, { io: 'input', unrepresentable: 'any' })
    const options = [schema, ...(schema.anyOf ?? [])] as {
      type?: string
      enum?: string[]
      maxLength?: number
    }[]
    const has = (test: (option: (typeof options)[number]) => boolean) => options.find(test)
    const choices = has((option) => Boolean(option.enum))?.enum ?? []
    const number = has(({ type }) => type === 'number' || type === 'integer')
    const long = has(({ type, maxLength }) => type === 'string' && (maxLength ?? 0) > ONE_LINE)
    return {
      name,
      kind:
        CHOSEN[name] ??
        (choices.length > 0
          ? 'choice'
          : number
            ? 'number'
            : has(({ type }) => type === 'array')
              ? 'list'
              : long
                ? 'words'
                : 'text'),
      choices,
      required: !(type as z.ZodType).safeParse(undefined).success,
    }
  })
}
