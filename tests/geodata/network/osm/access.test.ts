import { describe, expect, it } from 'vitest'
import { carpoolsAlone, truckAccess, vehicleAccess } from '#geodata/network/osm/access.ts'

describe('who may enter', () => {
  it.each([
    'yes',
    'permissive',
    'designated',
    'official',
    'destination',
    'delivery',
    'customers',
    'discouraged',
    ' Yes ',
    'no;destination',
    'private;delivery',
    'bus;hgv',
  ])('lets a truck in where hgv is %j', (hgv) => {
    expect(truckAccess({ hgv, access: 'no' }, 'forward')).toBe('open')
  })

  it.each([
    'no',
    'private',
    'permit',
    'residents',
    'restricted',
    'hov',
    'agricultural',
    'forestry',
    'agricultural;forestry',
    'unknown;agricultural',
    'military',
    'emergency',
    'psv',
    'bus',
    'taxi',
    'minibus',
    'share_taxi',
    'emergency_vehicle',
    'foot',
    'bicycle',
    'bus;taxi',
  ])('keeps a truck out where access is %j', (access) => {
    expect(truckAccess({ access }, 'forward')).toBe('closed')
  })

  it.each(['unknown', '', ';', 'toString', 'maybe'])('learns nothing from %j', (access) => {
    expect(truckAccess({ access }, 'forward')).toBe('unsaid')
    expect(truckAccess({ hgv: access, access: 'no' }, 'forward')).toBe('closed')
  })

  const fromWideToClose = ['access', 'vehicle', 'motor_vehicle', 'goods', 'hgv', 'hgv_articulated']
  it.each(fromWideToClose.slice(1).map((close, i) => [close, fromWideToClose[i] as string]))(
    'believes %s before %s',
    (close, wide) => {
      expect(truckAccess({ [wide]: 'no', [close]: 'yes' }, 'forward')).toBe('open')
      expect(truckAccess({ [close]: 'no', [wide]: 'yes' }, 'forward')).toBe('closed')
      expect(truckAccess({ [`${wide}:forward`]: 'no', [close]: 'yes' }, 'forward')).toBe('open')
    },
  )

  it('believes what is said for the direction before what is said for both', () => {
    const tags = { hgv: 'no', 'hgv:forward': 'yes', 'access:backward': 'yes' }
    expect(truckAccess(tags, 'forward')).toBe('open')
    expect(truckAccess(tags, 'backward')).toBe('closed')
  })

  it('does not mind hours, lanes, other vehicles and motor cars', () => {
    const tags = {
      'hgv:conditional': 'no @ (07:00-09:00)',
      'access:lanes': '||no',
      bus: 'no',
      motorcar: 'no',
    }
    expect(truckAccess(tags, 'forward')).toBe('unsaid')
  })

  it('takes access alone to be about people where vehicles are asked for', () => {
    expect(vehicleAccess({ access: 'yes' }, 'forward')).toBe('unsaid')
    expect(vehicleAccess({ access: 'no', 'vehicle:forward': 'yes' }, 'forward')).toBe('open')
    expect(vehicleAccess({ access: 'no', 'vehicle:forward': 'yes' }, 'backward')).toBe('unsaid')
    expect(vehicleAccess({ motor_vehicle: 'no' }, 'forward')).toBe('closed')
  })
})

describe('a carriageway for cars with several people in them', () => {
  it.each<[Record<string, string>, boolean, boolean]>([
    [{ hov: 'designated' }, true, true],
    [{ hov: 'only' }, true, true],
    [{ hov: 'yes' }, false, false],
    [{ hov: 'no' }, false, false],
    [{ 'hov:forward': 'designated' }, true, false],
    [{ 'hov:lanes': 'designated|designated' }, true, true],
    [{ 'hov:lanes': 'designated|no|' }, false, false],
    [{ hov: 'designated', 'hov:lanes': 'designated|no' }, false, false],
    [{ 'hov:lanes:backward': 'designated' }, false, true],
    [{ hov: 'designated', hgv: 'designated' }, false, false],
    [{ hov: 'designated', motor_vehicle: 'yes' }, true, true],
  ])('%j is for them alone: forward %s, backward %s', (tags, forward, backward) => {
    expect(carpoolsAlone(tags, 'forward')).toBe(forward)
    expect(carpoolsAlone(tags, 'backward')).toBe(backward)
  })
})
