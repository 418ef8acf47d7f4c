import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { buildWhenStale, contentHash } from '#scripts/freshness.ts'

it('builds once, and again only when a file says something else', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'freshness-'))
  const input = path.join(folder, 'input.txt')
  const product = path.join(folder, 'product.txt')
  writeFileSync(input, 'first')
  const build = () => writeFileSync(product, 'built')
  expect(await buildWhenStale(product, [input], build)).toBe('built')
  expect(await buildWhenStale(product, [input], build)).toBe('fresh')
  writeFileSync(input, 'second')
  expect(await buildWhenStale(product, [input], build)).toBe('built')
})

it('does not care in which order the inputs are named', () => {
  expect(contentHash(['geodata/model', 'LICENSE'])).toBe(contentHash(['LICENSE', 'geodata/model']))
})
