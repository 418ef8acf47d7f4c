// What must exist before the server can serve: the base data and the built page.
import { statSync } from 'node:fs'
import path from 'node:path'
import {
  CHARACTERS,
  DOCUMENT_FONTS,
  FONTS,
  noteCharacters,
  SUBSETS,
  WHOLE,
} from '#scripts/fonts/font-files.ts'
import { buildWhenStale } from '#scripts/freshness.ts'

/** Builds the base data and the page when their inputs changed; says on the console what it did. */
export async function prepare(dataDir: string): Promise<void> {
  // None needs another, and each keeps one core busy.
  await Promise.all([prepareBase(dataDir), preparePage(), prepareDocumentFonts()])
}

export async function prepareBase(dataDir: string): Promise<void> {
  refuseMissingBoundaries()
  await step(
    'base data',
    path.join(dataDir, 'base.gpkg'),
    [
      'geodata',
      'scripts/build-geodata.ts',
      'scripts/geodata',
      'server/store',
      'package-lock.json',
      ...(process.env.BOUNDARY_FILE ? [process.env.BOUNDARY_FILE] : []),
    ],
    ['scripts/build-geodata.ts'],
    { DATA_DIR: dataDir },
  )
}

export async function preparePage(): Promise<void> {
  await prepareFonts()
  await step(
    'page',
    path.join('dist', 'index.html'),
    ['web', 'geodata', 'vite.config.ts', 'scripts/licences.ts', 'package-lock.json'],
    ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'],
    // The same page whoever asks for it: tests look at what is served.
    { NODE_ENV: 'production' },
  )
  // After the page, which empties the folder.
  await step(
    'page for stories to give away',
    path.join('dist', 'given', 'story.html'),
    ['web', 'geodata', 'vite.given.config.ts', 'scripts/one-file.ts', 'package-lock.json'],
    [
      'node_modules/vite/bin/vite.js',
      'build',
      '--config',
      'vite.given.config.ts',
      '--logLevel',
      'warn',
    ],
    { NODE_ENV: 'production' },
  )
  await step(
    'page of the remote',
    path.join('dist', 'remote', 'remote.html'),
    ['web', 'geodata', 'vite.remote.config.ts', 'scripts/one-file.ts', 'package-lock.json'],
    [
      'node_modules/vite/bin/vite.js',
      'build',
      '--config',
      'vite.remote.config.ts',
      '--logLevel',
      'warn',
    ],
    { NODE_ENV: 'production' },
  )
}

/** A base that is fresh without them would be served as if nobody had asked for boundaries of their own. */
function refuseMissingBoundaries(): void {
  const file = process.env.BOUNDARY_FILE
  if (!file || statSync(file, { throwIfNoEntry: false })?.isFile()) return
  console.error(
    `BOUNDARY_FILE came as “${file}”: there is no such file. Correct it, or leave it out for the built-in boundaries.\nBOUNDARY_FILE 收到“${file}”：没有这个文件。请更正，或不设此项以使用内置边界。`,
  )
  process.exit(2)
}

async function prepareFonts(): Promise<void> {
  noteCharacters()
  await step(
    'fonts',
    FONTS,
    [
      CHARACTERS,
      'scripts/build-fonts.ts',
      'scripts/fonts/unicode-range.ts',
      ...[WHOLE, SUBSETS].map((name) => path.join('node_modules', name, 'package.json')),
    ],
    ['scripts/build-fonts.ts'],
    {},
  )
}

/** The fonts of what the server draws and writes. */
export async function prepareDocumentFonts(): Promise<void> {
  noteCharacters()
  await step(
    'fonts of documents',
    DOCUMENT_FONTS,
    [
      CHARACTERS,
      'scripts/build-document-fonts.ts',
      'geodata/model/document-font.ts',
      path.join('node_modules', WHOLE, 'package.json'),
    ],
    ['scripts/build-document-fonts.ts'],
    {},
  )
}

async function step(
  name: string,
  product: string,
  inputs: string[],
  command: string[],
  environment: Record<string, string>,
): Promise<void> {
  const started = performance.now()
  const outcome = await buildWhenStale(product, inputs, async (run) => {
    console.log(`Building ${name} …`)
    const { succeeded, ended } = await run(process.execPath, command, {
      env: { ...process.env, ...environment },
    })
    if (!succeeded) {
      console.error(`Building ${name} ended with ${ended}. The lines above say why.`)
      process.exit(1)
    }
  })
  if (outcome === 'built') {
    console.log(`Built ${name} in ${((performance.now() - started) / 1000).toFixed(1)} s`)
  }
}
