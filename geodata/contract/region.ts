// How is the region described in its source file, in the base and in /api/dataset?
import { z } from 'zod'
import { Bilingual, LngLatShape } from '#geodata/contract/shared.ts'

export const Adcode = z.string().regex(/^\d{6}$/, 'a six-digit code')

const Bounds = z
  .tuple([z.number(), z.number(), z.number(), z.number()])
  .readonly()
  .refine(
    ([west, south, east, north]) => west < east && south < north,
    'west, south, east, north in degrees',
  )

/** model/region.ts says what each member means. */
export const HomeRegionShape = z.strictObject({
  name: Bilingual,
  centre: Bilingual,
  provinceAdcode: Adcode,
  cityAdcode: Adcode,
  municipalities: z.array(Adcode),
  frame: Bounds,
  urbanAdcodes: z.array(Adcode),
  cities: z.array(z.strictObject({ adcode: Adcode, seat: LngLatShape })).min(1),
  rates: z.strictObject({
    tollRegion: z.string(),
    trucks: z.record(
      z.string(),
      z.strictObject({ priceRowId: z.string(), carbonRowIds: z.array(z.string()).min(1) }),
    ),
  }),
  plan: Bilingual,
  example: z.strictObject({ roadRef: z.string(), placeZh: z.string(), lngLat: LngLatShape }),
})
