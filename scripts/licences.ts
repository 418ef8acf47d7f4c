// Under which licences do the packages come that are built into the page?
//
// The page carries their code and fonts to whoever opens it, and their licences ask to travel along.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { importsOf } from '#scripts/check-imports.ts'
import { SUBSETS, WHOLE } from '#scripts/fonts/font-files.ts'

type Lock = {
  packages: Record<string, { license?: string; dependencies?: Record<string, string> }>
}

/** One text: every package that web/ is built from, and what those packages need, with its licence. */
export function pageLicences(): string {
  const { packages }: Lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
  const found = new Set<string>()
  const waiting = [...importedByPage(), WHOLE, SUBSETS]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const entry = packages[`node_modules/${name}`]
    if (!entry || found.has(name)) continue
    found.add(name)
    waiting.push(...Object.keys(entry.dependencies ?? {}))
  }
  return [...found]
    .sort()
    .map((name) => {
      const licence = packages[`node_modules/${name}`]?.license ?? 'see its text'
      return `${name}: ${licence}\n\n${licenceText(name)}`
    })
    .join(`\n${'-'.repeat(72)}\n\n`)
}

function importedByPage(): string[] {
  const files = readdirSync('web', { recursive: true, encoding: 'utf8' })
  const specifiers = files
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => importsOf(readFileSync(path.join('web', file), 'utf8')))
  return specifiers
    .filter((specifier) => /^[@a-z]/.test(specifier))
    .map((specifier) => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/'))
}

/** A package of fonts may carry two: of its code and of the font. */
function licenceText(name: string): string {
  const folder = path.join('node_modules', name)
  const files = existsSync(folder)
    ? readdirSync(folder).filter((entry) => /^licen[cs]e/i.test(entry))
    : []
  const texts = files.sort().map((file) => readFileSync(path.join(folder, file), 'utf8').trim())
  return texts.length > 0 ? texts.join('\n\n') : 'No text comes with it.'
}
