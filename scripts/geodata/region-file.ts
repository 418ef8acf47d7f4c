// Which region do the sources describe, and on which ground is it drawn?
//
// region.json holds what the running server knows (the contract's shape) and, in `ground`, what only
// the build needs: which areas of the boundary package are drawn, and where its rivers run.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { Adcode, HomeRegionShape } from '#geodata/contract/region.ts'
import { Bilingual, LngLatShape } from '#geodata/contract/shared.ts'

const Ground = z.strictObject({
  /** Files of the boundary package, whose areas are all drawn: districts of one city, or cities. */
  areas: z.array(z.strictObject({ file: Adcode, level: z.enum(['district', 'city']) })).min(1),
  /** Provinces around the region, drawn as land. */
  neighbours: z.array(Adcode),
  /** What a reader of the boundaries must know beside their source. */
  boundaryNote: Bilingual,
  rivers: z.strictObject({
    /** Rivers that pass here are drawn: west, south, east, north. */
    within: z.tuple([z.number(), z.number(), z.number(), z.number()]),
    /** Natural Earth has no names here: a river is known by where it starts. */
    named: z.array(z.strictObject({ start: LngLatShape, name: Bilingual })),
    /** Rivers in whose middle districts meet, downstream: the pairs, where it enters and leaves. */
    onBorders: z.array(
      z.strictObject({
        name: Bilingual,
        pairs: z.array(z.string().regex(/^\d{6}-\d{6}$/)),
        from: LngLatShape,
        to: LngLatShape,
      }),
    ),
  }),
})
export type Ground = z.infer<typeof Ground>

export const RegionFile = HomeRegionShape.extend({ ground: Ground })
export type RegionFile = z.infer<typeof RegionFile>

export const REGION_FILE = 'region.json'

export type RegionReading =
  | { kind: 'region'; region: RegionFile }
  | { kind: 'refused'; problems: string[] }

/** The file parsed, or per problem: file#pointer, what came, what was expected. */
export function readRegionFile(folder: string): RegionReading {
  const file = path.join(folder, REGION_FILE)
  let json: unknown
  try {
    json = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    const came = error instanceof Error ? error.message : String(error)
    const problem = `${file}: came “${came}”; expected JSON that describes the region`
    return { kind: 'refused', problems: [problem] }
  }
  const parsed = RegionFile.safeParse(json)
  if (parsed.success) return { kind: 'region', region: parsed.data }
  const problems = parsed.error.issues.map(({ path: parts, message }) => {
    const pointer = parts.map((part) => `/${String(part)}`).join('')
    const came = parts.reduce<unknown>(
      (whole, key) => (whole as Record<PropertyKey, unknown> | undefined)?.[key],
      json,
    )
    return `${file}#${pointer}: came ${JSON.stringify(came)?.slice(0, 80) ?? 'nothing'}; expected ${message}`
  })
  return { kind: 'refused', problems }
}
