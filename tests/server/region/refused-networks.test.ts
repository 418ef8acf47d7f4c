// Does the server start over invalid network files, say why, and answer all the same?
import { mkdirSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { NetworkList } from '#geodata/contract/documents.ts'
import { OdMatrixResult } from '#geodata/contract/processes/od-matrix.ts'
import { encodeNetwork, FORMAT_VERSION } from '#geodata/network/street/network-file.ts'
import { networkFile, networksFolder } from '#server/store/files/network-files.ts'
import { sending } from '#tests/support/built-app.ts'
import { dataDirs, spawnServer } from '#tests/support/spawned-server.ts'
import { lngLatOf, surveyed } from '#tests/support/surveyed.ts'

const newDataDir = dataDirs()
const town = encodeNetwork(
  surveyed({ places: { a: [0, 0], b: [6, 0] }, ways: { 'a b': { highway: 'trunk' } } }),
)

function ofVersion(version: number): Uint8Array {
  const bytes = town.slice()
  new DataView(bytes.buffer).setUint32(8, version, true)
  return bytes
}

/** A DATA_DIR with these network files, and its server. */
function served(files: Record<string, Uint8Array>) {
  const dataDir = newDataDir()
  mkdirSync(networksFolder(dataDir))
  for (const [id, bytes] of Object.entries(files)) writeFileSync(networkFile(dataDir, id), bytes)
  const server = spawnServer({ DATA_DIR: dataDir })
  const networks = async () =>
    NetworkList.parse(await (await fetch(`${await server.origin}/api/networks`)).json())
  const networkUsed = async (network?: string) => {
    const inputs = { origins: [lngLatOf([1, 0])], destinations: [lngLatOf([5, 0])], network }
    const answer = await fetch(
      `${await server.origin}/api/processes/od-matrix/execution`,
      sending('POST', { inputs }),
    )
    return OdMatrixResult.parse(await answer.json()).basis.network
  }
  const said = async () => {
    server.signal('SIGTERM')
    return (await server.ended).said
  }
  return { networks, networkUsed, said }
}

const BAD: [what: string, bytes: Uint8Array, en: string, zh: string][] = [
  [
    'cut off',
    town.subarray(0, town.length - 8),
    `it is cut off: ${town.length - 8} bytes came, ${town.length} were written`,
    '文件不完整',
  ],
  ['cut off within its first words', town.subarray(0, 12), 'it is no road network', '不是路网文件'],
  [
    'of another program',
    new TextEncoder().encode('SQLite format 3\0'.repeat(20)),
    'it starts with “SQLite f”, not with “ParkRoad”',
    '不是路网文件',
  ],
  [
    'of an older version',
    ofVersion(FORMAT_VERSION - 1),
    `it is of format version ${FORMAT_VERSION - 1}; this program reads version ${FORMAT_VERSION}`,
    '文件格式版本是',
  ],
]

const ALL_BAD = Object.fromEntries(BAD.map(([, bytes], index) => [`bad-${index}`, bytes]))

it('refuses at start what is no network file, with the reason in both languages, and the skeleton answers', async () => {
  const { networks, networkUsed, said } = served(ALL_BAD)
  const { items, refused } = await networks()
  expect(items.map(({ kind }) => kind)).toEqual(['skeleton'])
  expect(refused.map(({ file }) => file).sort()).toEqual(BAD.map((_, index) => `bad-${index}.road`))
  expect((await networkUsed()).kind).toBe('skeleton')
  const told = await said()
  for (const [index, [what, , en, zh]] of BAD.entries()) {
    const file = `bad-${index}.road`
    const reason = refused.find((one) => one.file === file)?.reason
    expect(reason?.en, what).toContain(en)
    expect(reason?.zh, what).toContain(zh)
    expect(told).toContain(`networks/${file} is not used: ${reason?.en}`)
    expect(told).toContain(`networks/${file} 未启用：${reason?.zh}`)
  }
})

it('a sound file beside refused ones answers, and the skeleton where a request names it', async () => {
  const { networks, networkUsed } = served({ ...ALL_BAD, town })
  const { items, refused } = await networks()
  expect(items.map(({ id }) => id)).toEqual(['town', 'skeleton'])
  expect(refused.length).toBe(BAD.length)
  expect(await networkUsed()).toMatchObject({ kind: 'street', hash: items[0]?.hash })
  expect((await networkUsed('skeleton')).kind).toBe('skeleton')
})
