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
  'geodata/drawing': ['geodata/model', 'geodata/geometry', 'geodata/formats', 'geodata/contract'],
  server: ['geodata'],
  'server/store': ['geodata'],
  web: ['geodata'],
  scripts: ['geodata', 'server/store'],
  tests: ['geodata', 'server', 'web', 'scripts'],
}

/** The floors of the page: a room may import from those after it, never from one before. */
const FLOORS_OF_THE_PAGE = [
  'web/main.tsx',
  // What a story's file is made of, in the place of the shell.
  'web/given',
  // The page of a phone, which is a file of its own too.
  'web/remote',
  'web/shell',
  'web/workspaces',
  'web/panels',
  'web/parts',
  'web/map',
  'web/charts',
  'web/messages',
  'web/state',
  // Answers in the page as the server does: its workers know the ground, and nothing of what is seen.
  'web/kernel',
  'web/api',
  'web/fonts',
  'web/tokens.css',
]

/** Further rooms that must not know each other. */
const NOT_WITHIN: [from: string, to: string][] = [
  ['server/store', 'server/routes'],
  ['server/http', 'server/store'],
  ['web/map', 'web/charts'],
]

/** What only the store itself and the scripts that write the base know: which database it is. */
const INSIDE_THE_STORE = 'server/store/sqlite'

/** Nothing else is seen from here. */
const ONLY_FROM: [from: string, to: string[]][] = [
  ['web/api', ['web/api', 'geodata/contract']],
  [
    'web/kernel',
    ['web/kernel', 'geodata/analysis/answering', 'geodata/contract', 'geodata/network'],
  ],
]

const PACKAGE_ROOMS: [name: RegExp, rooms: string[]][] = [
  [/^@turf\//, ['geodata/geometry']],
  [/^delaunator$/, ['geodata/geometry']],
  [/^better-sqlite3$/, ['server/store']],
  [/^kysely$/, ['server/store']],
  [/^proj4$/, ['geodata/formats/coordinates']],
  [/^hucre/, ['geodata/formats/export', 'geodata/formats/import']],
  [/^markdown-it/, ['geodata/analysis/stories']],
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
  const found = code.matchAll(/(?:^|\s)(?:from|import)\s*\(?\s*['"]([^'"\n]+)['"]/g)
  return [...found].map((match) => match[1] ?? '')
}

function reasonAgainst(file: string, specifier: string): string | undefined {
  if (file.startsWith('tests/')) return undefined
  const target = targetOf(file, specifier)
  if (target) return roomReason(file, target)
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
  const ok = [...allowed, ...(ALLOWED[from] ?? [])].some((room) => isIn(target, room))
  if (!ok) return `${from} may import from ${(ALLOWED[from] ?? []).join(', ') || 'no other room'}`
  for (const [a, b] of NOT_WITHIN) {
    if (isIn(file, a) && isIn(target, b)) return `${a} must not know ${b}`
  }
  for (const [a, rooms] of ONLY_FROM) {
    if (isIn(file, a) && !rooms.some((room) => isIn(target, room))) {
      return `${a} may import from ${rooms.join(', ')}`
    }
  }
  const isServer = isIn(file, 'server') && !isIn(file, 'server/store')
  if (isServer && isIn(target, INSIDE_THE_STORE)) {
    return 'the server knows the store by its interface alone'
  }
  return floorReason(file, target)
}

function floorReason(file: string, target: string): string | undefined {
  const [from, to] = [file, target].map((one) =>
    FLOORS_OF_THE_PAGE.findIndex((room) => isIn(one, room)),
  )
  if (from === undefined || to === undefined || from < 0) return undefined
  const [upper, lower] = [FLOORS_OF_THE_PAGE[from], FLOORS_OF_THE_PAGE[to]]
  if (to < 0) return target.startsWith('web/') ? `${target} lies in no room of the page` : undefined
  if (to < from) return `${upper} stands below ${lower}; arrows run downward only`
  const [fromWorkspace, toWorkspace] = [workspaceOf(file), workspaceOf(target)]
  if (fromWorkspace && toWorkspace && fromWorkspace !== toWorkspace) {
    return `workspaces never import each other (${fromWorkspace}, ${toWorkspace})`
  }
  return undefined
}

function workspaceOf(file: string): string | undefined {
  return file.match(/^web\/workspaces\/([^/]+)\//)?.[1]
}

function isIn(file: string, room: string): boolean {
  return file === room || file.startsWith(`${room}/`)
}

/** One sentence per circle of files, each named once with the files that lie on it; empty when there is none. */
export function circles(files: Map<string, string>): string[] {
  const arrows = new Map<string, string[]>()
  for (const [file, text] of files) {
    arrows.set(
      file,
      importsOf(text).flatMap((specifier) => {
        const target = targetOf(file, specifier)
        return target && files.has(target) ? [target] : []
      }),
    )
  }
  return knots(arrows)
    .filter((knot) => knot.length > 1 || arrows.get(knot[0] ?? '')?.includes(knot[0] ?? ''))
    .map((knot) => `${knot.sort().join(', ')}: import each other in a circle`)
}

/**
 * Strongly connected files, by Tarjan 1972. `low` of a file is the earliest of those met before it
 * that can still be reached from it; a file that reaches none earlier closes a knot.
 */
function knots(arrows: ReadonlyMap<string, readonly string[]>): string[][] {
  const met = new Map<string, number>()
  const open: string[] = []
  const found: string[][] = []
  const visit = (file: string): number => {
    const order = met.size
    met.set(file, order)
    open.push(file)
    let low = order
    for (const next of arrows.get(file) ?? []) {
      if (!met.has(next)) low = Math.min(low, visit(next))
      else if (open.includes(next)) low = Math.min(low, met.get(next) ?? order)
    }
    if (low === order) found.push(open.splice(open.indexOf(file)))
    return low
  }
  for (const file of arrows.keys()) if (!met.has(file)) visit(file)
  return found
}

/** The file of ours that a specifier names; undefined: a package. */
function targetOf(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(file), specifier)
  return specifier.startsWith('#') ? specifier.slice(1) : undefined
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
  const sources = readSources()
  const problems = [...forbiddenImports(sources), ...circles(sources)]
  for (const problem of problems) console.error(problem)
  if (problems.length > 0) process.exit(1)
}
