// Which values that real mappers wrote do we make nothing of? Each is named here, and was weighed.
import { createReadStream } from 'node:fs'
import { expect, it } from 'vitest'
import { readOsmPbf } from '#geodata/formats/osm/read-pbf.ts'
import { truckAccess } from '#geodata/network/osm/access.ts'
import { readDurationSeconds } from '#geodata/network/osm/duration.ts'
import { readMaxspeed } from '#geodata/network/osm/maxspeed.ts'
import { turnRule } from '#geodata/network/osm/restriction.ts'
import { roadKind } from '#geodata/network/osm/road-classes.ts'
import type { Tags } from '#geodata/network/osm/tags.ts'
import { readMeters, readTonnes } from '#geodata/network/osm/vehicle-limits.ts'
import { wayRules } from '#geodata/network/osm/way-rules.ts'
import { inflate } from '#tests/support/osm-pbf-read.ts'
import { sharedFile } from '#tests/support/shared-data.ts'

const UNREAD = [
  // Says that there is no sign of its own.
  'maxheight=default',
  // Handled as lower than the truck.
  'maxheight=below_default',
  // No highway of a truck, or none that is there.
  ...['abandoned', 'bridleway', 'bus_stop', 'busway', 'corridor', 'cycleway', 'elevator'],
  ...['escape', 'footway', 'path', 'pedestrian', 'platform', 'proposed', 'raceway', 'steps'],
].map((said) => (said.includes('=') ? said : `highway=${said}`))

const UNREAD_TURNS = [
  // Forbids nothing where the light is green.
  'restriction=no_right_turn_on_red',
  // A condition where none belongs; 49 t would fulfil it.
  'restriction:hgv=no_right_turn@(weight>3 tonnes)',
  'restriction:hgv=no_left_turn@(weight>3 tonnes)',
  'restriction:hgv=no_straight_on@(weight>3 tonnes)',
]

const READERS: [key: RegExp, understood: (value: string) => boolean][] = [
  [/^maxspeed(:forward|:backward|:hgv)?$/, (value) => readMaxspeed(value) !== null],
  [/^max(height|width|length)$/, (value) => readMeters(value) !== null],
  [/^(hgv:)?max(weight|axleload)$/, (value) => readTonnes(value) !== null],
  [
    /^(access|vehicle|motor_vehicle|goods|hgv)(:forward|:backward)?$/,
    (access) => truckAccess({ access }, 'forward') !== 'unsaid',
  ],
  [/^oneway$/, (oneway) => /^(yes|no|-1)$/.test(oneway)],
  [/^duration$/, (value) => readDurationSeconds(value) !== null],
]

const EXTRACTS = [
  'baltimore',
  'liechtenstein-valhalla',
  'monaco-osrm',
  'monaco-planetiler',
  'sf-downtown',
]

it('makes nothing of few values that occur in real extracts, each weighed', async (context) => {
  const unread = new Set<string>()
  const unreadTurns = new Set<string>()
  for (const name of EXTRACTS) {
    const file = createReadStream(sharedFile(context, `pbf/${name}.osm.pbf`))
    await readOsmPbf(file, inflate, {
      way: (_id, _refs, tags) => {
        if (tags.highway !== undefined && tags.area !== 'yes' && roadKind(tags) === null) {
          if (tags.highway !== 'construction') unread.add(`highway=${tags.highway}`)
        }
        if (wayRules(tags) !== null) for (const said of unreadOf(tags)) unread.add(said)
      },
      relation: (_id, _members, tags) => {
        const rule = turnRule(tags)
        if (tags.type !== 'restriction' || (rule !== null && rule.kind !== 'unread')) return
        if (tags.except !== undefined || tags['restriction:conditional'] !== undefined) return
        if (Object.keys(tags).some((key) => /^(day|hour)_/.test(key))) return
        for (const key of ['restriction', 'restriction:hgv']) {
          if (tags[key] !== undefined) unreadTurns.add(`${key}=${tags[key]}`)
        }
      },
    })
  }
  expect([...unread].sort()).toEqual(UNREAD.toSorted())
  expect([...unreadTurns].sort()).toEqual(UNREAD_TURNS.toSorted())
})

function unreadOf(tags: Tags): string[] {
  return Object.entries(tags)
    .filter(([key, value]) => READERS.some(([keys, reads]) => keys.test(key) && !reads(value)))
    .map(([key, value]) => `${key}=${value}`)
}
