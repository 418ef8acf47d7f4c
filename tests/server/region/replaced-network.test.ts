// Is every question answered while a network takes the place of another, and by one of the two alone?
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { encodeNetwork } from '#geodata/network/street/network-file.ts'
import { networkFile, networksFolder } from '#server/store/files/network-files.ts'
import { builtApp, sending } from '#tests/support/built-app.ts'
import { lngLatOf, surveyed } from '#tests/support/surveyed.ts'

const PLACES = { a: [0, 0], b: [6, 0], c: [6, 4], d: [0, 4] } as const
const before = surveyed({ places: PLACES, ways: { 'a b c d a': { highway: 'primary' } } })
/** A second road between the same places, and a faster one. */
const after = surveyed({
  places: PLACES,
  ways: { 'a b c d a': { highway: 'primary' }, 'a c': { highway: 'motorway', oneway: 'no' } },
})
const built = builtApp((folder) => {
  mkdirSync(networksFolder(folder))
  writeFileSync(networkFile(folder, 'roads'), encodeNetwork(before))
})

/** What a tab asks, again and again. */
const QUESTIONS = [
  ['isochrone', { origin: lngLatOf([1, 0]), cutoffMinutes: [5, 10] }],
  ['route', { origin: lngLatOf([0, 0]), destination: lngLatOf([6, 4]) }],
  ['isodistance', { origin: lngLatOf([0, 3]), cutoffKilometers: [3, 5] }],
] as const

async function textOf([id, inputs]: (typeof QUESTIONS)[number]): Promise<string> {
  const address = `/api/processes/${id}/execution`
  const answer = await built.app.request(address, sending('POST', { inputs }))
  expect(answer.status).toBe(200)
  return answer.text()
}

it('answers every tab while a network is put to use, each answer by the old one or by the new one alone', async () => {
  const old = await Promise.all(QUESTIONS.map(textOf))
  const draft = path.join(built.folder, 'draft')
  writeFileSync(draft, encodeNetwork(after))
  renameSync(draft, networkFile(built.folder, 'roads'))
  let isInUse = false
  const used = built.use('roads').then(() => {
    isInUse = true
  })
  const tabs = QUESTIONS.map(async (question) => {
    const heard: string[] = []
    while (!isInUse) {
      heard.push(await textOf(question))
      await new Promise((resolve) => setImmediate(resolve))
    }
    return heard
  })
  const [heard] = await Promise.all([Promise.all(tabs), used])
  const now = await Promise.all(QUESTIONS.map(textOf))
  const hashOf = (text: string) => JSON.parse(text).basis.network.hash
  expect(new Set([...old, ...now].map(hashOf)).size).toBe(2)
  heard.forEach((texts, tab) => {
    expect(texts[0]).toBe(old[tab])
    // The old answer as often as it may be, then the new one: never back, and nothing else.
    const told = texts.map((text) => [old[tab], now[tab]].indexOf(text))
    expect(told).not.toContain(-1)
    expect(told).toEqual(told.toSorted())
  })
})
