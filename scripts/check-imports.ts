// Do the rooms only import in the directions the README draws?
//
// Every import of a source file is read as text and held against the table below. A room not named
// as a source may import nothing from the others; a package named here belongs to one room alone.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Room → rooms it may import from (longest prefix wins). Its own room is always allowed. */
const ALLOWED: Record<string, string[]> = {
  'geodata/model': [],
  'geodata/geometry': ['geodata/model'],
  'geodata/network': [],
  'geodata/formats': ['geodata/model'],
  'geodata/contract': ['geodata/model'],
  'geodata/analysis': [
    'geodata/model',
    'geodata/geometry',
    'geodata/network',
    'geodata/formats',
    'geodata/contract',
  ],
  server: ['geodata'],
  'server/store': ['geodata'],
  web: ['geodata'],
  'web/state': ['geodata'],
  scripts: ['geodata', 'server/store'],
  tests: ['geodata', 'server', 'web', 'scripts'],
}

/** Inside web/, who may see whom; state must not know the map or the panels that draw it. */
const NOT_WITHIN: [from: string, to: string][] = [
  ['web/state', 'web/map'],
  ['web/state', 'web/panels'],
  ['web/map', 'web/panels'],
  ['server/store', 'server/routes'],
]

const PACKAGE_ROOMS: [name: RegExp, rooms: string[]][] = [
  [/^@turf\//, ['geodata/geometry']],
  [/^delaunator$/, ['geodata/geometry']],
  [/^better-sqlite3$/, ['server/store']],
  [/^(maplibre-gl|@deck\.gl\/)/, ['web/map']],
  [/^(hono|@hono\/)/, ['server', 'geodata/contract']],
  [/^preact|^@preact\//, ['web']],
]

const PURE_ROOM = 'geodata/'
const SOURCE_ROOMS = ['geodata', 'server', 'web', 'scripts', 'tests']

/** Returns one sentence per forbidden import; empty when all is well. `files` maps path → source text. */
export function forbiddenImports(files: Map<string, string>): string[] {
  const problems: string[] = []
  for (const [file, text] of files) {
    for (const specifier of importsOf(text)) {
      const reason = reasonAgainst(file, specifier)
      if (reason) problems.push(`${file}: imports ${specifier}; ${reason}`)
    }
  }
  return problems
}

/** Every module a source text names in an import, comments aside. */
export function importsOf(text: string): string[] {
  const code = text.replace(/^\s*\/\/.*$/gm, '')
  const found = code.matchAll(/(?:^|\s)(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)
  return [...found].map((match) => match[1] ?? '')
}

function reasonAgainst(file: string, specifier: string): string | undefined {
  if (file.startsWith('tests/')) return undefined
  if (specifier.startsWith('.')) {
    const target = path.posix.join(path.posix.dirname(file), specifier)
    return roomReason(file, target)
  }
  if (specifier.startsWith('#')) return roomReason(file, specifier.slice(1))
  if (specifier.startsWith('node:') && file.startsWith(PURE_ROOM)) {
    return 'geodata/ is pure and runs in the page too: no node: module'
  }
  for (const [name, rooms] of PACKAGE_ROOMS) {
    if (name.test(specifier) && !rooms.some((room) => file.startsWith(`${room}/`))) {
      return `only ${rooms.join(', ')} may import it`
    }
  }
  return undefined
}

function roomReason(file: string, target: string): string | undefined {
  const from = longestRoom(file)
  if (!from) return undefined
  const allowed = [from, from.split('/')[0] === 'geodata' ? from : (from.split('/')[0] ?? from)]
  const ok = [...allowed, ...(ALLOWED[from] ?? [])].some((room) => target.startsWith(`${room}/`))
  if (!ok) return `${from} may import from ${(ALLOWED[from] ?? []).join(', ') || 'no other room'}`
  for (const [a, b] of NOT_WITHIN) {
    if (file.startsWith(`${a}/`) && target.startsWith(`${b}/`)) return `${a} must not know ${b}`
  }
  return undefined
}

function longestRoom(file: string): string | undefined {
  return Object.keys(ALLOWED)
    .filter((room) => file.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0]
}

function readSources(): Map<string, string> {
  const files = new Map<string, string>()
  for (const room of SOURCE_ROOMS) {
    for (const entry of readdirSync(room, { recursive: true, encoding: 'utf8' })) {
      const file = path.posix.join(room, entry.replaceAll('\\', '/'))
      if (/\.(ts|tsx|mjs)$/.test(file)) files.set(file, readFileSync(file, 'utf8'))
    }
  }
  return files
}

if (import.meta.main) {
  const problems = forbiddenImports(readSources())
  for (const problem of problems) console.error(problem)
  if (problems.length > 0) process.exit(1)
}
