// Tens of thousands of invented firms beside the real ones: for tests of what grows with their number.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Papa from 'papaparse'
import { seeded } from '#tests/support/random.ts'

/** About a kilometre: an invented firm stands near a real one, never on it. */
const ASIDE_DEGREES = 0.08

/** Writes invented firms into a copy of the sources, each made after a real one, and named invented. */
export function addInventedCompanies(sourcesDir: string, count: number): void {
  const file = path.join(sourcesDir, 'companies.csv')
  const { data } = Papa.parse<Record<string, string>>(readFileSync(file, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  })
  const placed = data.filter(({ lng, segments }) => lng && segments)
  const next = seeded(50_000)
  const aside = (degrees: string | undefined) =>
    (Number(degrees) + (next() - 0.5) * ASIDE_DEGREES).toFixed(5)
  const invented = Array.from({ length: count }, (_, index) => {
    const like = placed[Math.floor(next() * placed.length)] ?? {}
    const number = String(index + 1).padStart(5, '0')
    return {
      ...like,
      id: `X${number}`,
      name_zh: `虚构企业${number}`,
      name_en: `Invented firm ${number}`,
      lng: aside(like.lng),
      lat: aside(like.lat),
      adcode_note: 'invented for a test',
      source: 'invented for a test',
    }
  })
  writeFileSync(file, Papa.unparse([...data, ...invented], { newline: '\n' }))
}
