// What may the operator set about basemaps, and what is said when it is invalid?
//
// Addresses and the key come by the environment; titles, licences and approval numbers by
// DATA_DIR/basemaps.json, one member for each basemap.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { originsIn } from '#geodata/contract/basemaps.ts'
import { Bilingual } from '#geodata/contract/shared.ts'

export const BASEMAPS_FILE = 'basemaps.json'

const isHttp = (text: string) => /^https?:$/.test(URL.parse(text)?.protocol ?? '')
const address = (name: string) =>
  z
    .string()
    .refine((text) => text === '' || /^\/(?!\/)/.test(text) || isHttp(text), {
      error: `${name} is an address that begins with http://, https:// or /`,
    })
    .optional()

export const BasemapEnvironment = {
  TIANDITU_KEY: z
    .string()
    .regex(/^([0-9A-Za-z]{16,64})?$/, 'TIANDITU_KEY has 16 to 64 letters and digits, usually 32')
    .optional(),
  TIANDITU_ORIGIN: z
    .string()
    .refine((text) => text === '' || originsIn(text.replace('{s}', '0')).length === 1, {
      error:
        'TIANDITU_ORIGIN is https://host or http://host:port, {s} for the number of a subdomain',
    })
    .optional(),
  STYLE_URL: address('STYLE_URL'),
  TERRAIN_URL: address('TERRAIN_URL'),
  TERRAIN_ENCODING: z
    .enum(['', 'terrarium', 'mapbox'], 'TERRAIN_ENCODING is terrarium or mapbox')
    .optional(),
  MAP_ORIGINS: z
    .string()
    .refine((text) => originsIn(text).length === text.split(/[\s,]+/).filter(Boolean).length, {
      error: 'MAP_ORIGINS is a list like https://tiles.example.org,https://fonts.example.org',
    })
    .optional(),
}

export const BASEMAP_EXPECTED_ZH: Record<string, string> = {
  TIANDITU_KEY: 'TIANDITU_KEY 为 16 至 64 个字母和数字，通常 32 个',
  TIANDITU_ORIGIN: 'TIANDITU_ORIGIN 应为 https://主机 或 http://主机:端口，子域编号写作 {s}',
  STYLE_URL: 'STYLE_URL 应为以 http://、https:// 或 / 开头的地址',
  TERRAIN_URL: 'TERRAIN_URL 应为以 http://、https:// 或 / 开头的地址',
  TERRAIN_ENCODING: 'TERRAIN_ENCODING 应为 terrarium 或 mapbox',
  MAP_ORIGINS: 'MAP_ORIGINS 应为 https://tiles.example.org,https://fonts.example.org 这样的列表',
}

const Words = z.strictObject({
  title: Bilingual.optional(),
  licence: z.string().trim().min(1).optional(),
  attribution: Bilingual.optional(),
  approvalNumber: z.string().trim().min(1).nullable().optional(),
})
export type Words = z.infer<typeof Words>

/** Everything that basemaps.json may have a member for. */
export const DESCRIBED = [
  'built-in',
  'tiles',
  'tianditu-vector',
  'tianditu-imagery',
  'style',
  'terrain',
] as const
export type Described = (typeof DESCRIBED)[number]

const BasemapsFile = z.strictObject(
  Object.fromEntries(DESCRIBED.map((id) => [id, Words.optional()])) as Record<
    Described,
    z.ZodOptional<typeof Words>
  >,
)
export type BasemapWords = z.infer<typeof BasemapsFile>

/** The file is invalid; the message says what came, what was expected and where. */
export class RefusedBasemaps extends Error {}

/** What DATA_DIR/basemaps.json says; nothing where there is no such file. */
export function readBasemapWords(dataDir: string): BasemapWords {
  const file = path.join(dataDir, BASEMAPS_FILE)
  if (!existsSync(file)) return {}
  let value: unknown
  try {
    value = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new RefusedBasemaps(
      `${file} is not JSON: ${why}. Correct it or remove it.\n${file} 不是 JSON：${why}。请改正或删除。`,
    )
  }
  const parsed = BasemapsFile.safeParse(value, { reportInput: true })
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.map((issue) => {
    const pointer = `/${issue.path.join('/')}`
    const came = JSON.stringify(issue.input)?.slice(0, 80) ?? 'nothing'
    const expected =
      issue.path.length === 0
        ? `members ${DESCRIBED.join(', ')}`
        : 'title {zh, en}, licence, attribution {zh, en}, approvalNumber'
    return `${file} ${pointer}: ${issue.message}; came as ${came}, expected ${expected}.\n${file} ${pointer}：现为 ${came}，应为 ${expected}。`
  })
  throw new RefusedBasemaps(lines.join('\n'))
}
