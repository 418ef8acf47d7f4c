// Names and sizes of extracts, and which jobs are over.
import { expect, it } from 'vitest'
import type { Job } from '#geodata/contract/jobs.ts'
import { isOver, nameAfter, sizeText } from '#web/panels/networks/network-work.ts'

it.each([
  ['chongqing-latest.osm.pbf', 'chongqing-latest'],
  ['a.osm.pbf.osm.pbf', 'a.osm.pbf'],
  ['', ''],
])('of %s a network is named %s', (extract, name) => expect(nameAfter(extract)).toBe(name))

it.each([
  [430_000, '0.4 MB'],
  [1_234_567, '1.2 MB'],
  [123_456_789, '123 MB'],
  [1_234_567_890, '1,235 MB'],
])('%d bytes are %s', (bytes, text) => expect(sizeText(bytes, 'en')).toBe(text))

it('is over once a job succeeded, failed or was dismissed', () => {
  const statuses: Job['status'][] = ['accepted', 'running', 'successful', 'failed', 'dismissed']
  expect(statuses.filter((status) => isOver({ status }))).toEqual([
    'successful',
    'failed',
    'dismissed',
  ])
})
