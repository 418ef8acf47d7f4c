// Does the description of the sources name every file and column there is?
import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { sourceText } from '#tests/support/region.ts'

const README = sourceText('README.md')
const FILES = readdirSync(new URL('../../geodata/sources', import.meta.url)).filter((name) =>
  name.endsWith('.csv'),
)

it('has a line for every file, and none for a file that is gone', () => {
  const described = [...README.matchAll(/^\| `([a-z_]+\.csv)`/gm)].map((match) => match[1])
  expect(described.sort()).toEqual([...FILES].sort())
})

it('names every column', () => {
  const words = new Set([...README.matchAll(/`([a-z_0-9]+)`/g)].map((match) => match[1]))
  const unnamed = FILES.flatMap((file) => {
    const [header = ''] = sourceText(file).split(/\r?\n/, 1)
    const columns = header.split(',').filter((column) => !/^name_(zh|en)$|_en$/.test(column))
    return columns.filter((column) => !words.has(column)).map((column) => `${file}: ${column}`)
  })
  expect(unnamed).toEqual([])
})

it('names every member of the description of the region', () => {
  const words = new Set([...README.matchAll(/`([a-zA-Z_]+)`/g)].map((match) => match[1]))
  const { ground, ...home } = JSON.parse(sourceText('region.json'))
  const members = [...Object.keys(home), 'ground', ...Object.keys(ground)]
  expect(members.filter((member) => !words.has(member))).toEqual([])
})
