import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { buildWhenStale, contentHash } from '#scripts/freshness.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

it('builds once, and again only when a file says something else', async () => {
  const folder = temporaryFolder()
  const input = path.join(folder, 'input.txt')
  const product = path.join(folder, 'product.txt')
  writeFileSync(input, 'first')
  const build = async () => writeFileSync(product, 'built')
  expect(await buildWhenStale(product, [input], build)).toBe('built')
  expect(await buildWhenStale(product, [input], build)).toBe('fresh')
  writeFileSync(input, 'second')
  expect(await buildWhenStale(product, [input], build)).toBe('built')
})

it('does not care in which order the inputs are named', () => {
  expect(contentHash(['geodata/model', 'LICENSE'])).toBe(contentHash(['LICENSE', 'geodata/model']))
})

it('builds once for two that find it stale at once', async () => {
  const folder = temporaryFolder()
  const product = path.join(folder, 'product.txt')
  let builds = 0
  const build = async () => {
    builds += 1
    await new Promise(setImmediate)
    writeFileSync(product, 'built')
  }
  const outcomes = [1, 2, 3].map(() => buildWhenStale(product, ['LICENSE'], build))
  expect((await Promise.all(outcomes)).sort()).toEqual(['built', 'fresh', 'fresh'])
  expect(builds).toBe(1)
})

it('trusts nothing that a build which failed left behind', async () => {
  const folder = temporaryFolder()
  const input = path.join(folder, 'input.txt')
  const product = path.join(folder, 'product.txt')
  writeFileSync(input, 'first')
  await buildWhenStale(product, [input], async () => writeFileSync(product, 'built'))
  writeFileSync(input, 'second')
  const cutOff = buildWhenStale(product, [input], async () => {
    writeFileSync(product, 'half')
    throw new Error('cut off')
  })
  await expect(cutOff).rejects.toThrow('cut off')
  writeFileSync(input, 'first')
  expect(existsSync(product)).toBe(true)
  expect(await buildWhenStale(product, [input], async () => writeFileSync(product, 'built'))).toBe(
    'built',
  )
})
