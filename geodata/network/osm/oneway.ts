// In which direction may one drive?
import type { RoadClass } from '#geodata/network/osm/road-classes.ts'
import type { Tags } from '#geodata/network/osm/tags.ts'

export type Flow = 'both' | 'forward' | 'backward'

/**
 * A reversible road runs one way by the hour and an alternating one by lights; both are open both
 * ways here, as closing them would cut off what lies behind. Neither the hour nor the wait is known.
 */
const FLOWS: ReadonlyMap<string, Flow> = new Map([
  ['yes', 'forward'],
  ['true', 'forward'],
  ['1', 'forward'],
  ['-1', 'backward'],
  ['reverse', 'backward'],
  ['no', 'both'],
  ['false', 'both'],
  ['0', 'both'],
  ['reversible', 'both'],
  ['alternating', 'both'],
])

const KEYS = ['oneway:hgv', 'oneway:goods', 'oneway:motor_vehicle', 'oneway:vehicle', 'oneway']

/**
 * A roundabout is one-way unless it says otherwise; a motorway and its ramps as well, unless the
 * extract draws every motorway as one line for both directions.
 */
export function flowOf(tags: Tags, roadClass: RoadClass, assumeMotorwayOneway: boolean): Flow {
  for (const key of KEYS) {
    const said = tags[key]
    const flow = said === undefined ? said : FLOWS.get(said.trim().toLowerCase())
    if (flow !== undefined) return flow
  }
  if (tags.junction === 'roundabout' || tags.junction === 'circular') return 'forward'
  const motorway = roadClass === 'motorway' || roadClass === 'motorway_link'
  return motorway && assumeMotorwayOneway ? 'forward' : 'both'
}
