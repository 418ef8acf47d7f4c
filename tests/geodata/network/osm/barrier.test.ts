import { describe, expect, it } from 'vitest'
import { barrierCloses } from '#geodata/network/osm/barrier.ts'
import { TRUCK } from '#geodata/network/osm/truck-profile.ts'

describe('a thing on the road', () => {
  it.each([
    'no',
    'toll_booth',
    'border_control',
    'checkpoint',
    'cattle_grid',
    'entrance',
    'gate',
    'lift_gate',
    'swing_gate',
    'sliding_gate',
    'bump_gate',
    'hampshire_gate',
    'sally_port',
    'kerb',
  ])('lets a truck pass: %s', (barrier) => {
    expect(barrierCloses({ barrier })).toBe(false)
    expect(barrierCloses({ barrier, access: 'private' })).toBe(true)
    expect(barrierCloses({ barrier, access: 'no', hgv: 'yes' })).toBe(false)
  })

  it.each([
    'bollard',
    'block',
    'jersey_barrier',
    'chain',
    'cycle_barrier',
    'turnstile',
    'kissing_gate',
    'stile',
    'fence',
    'wall',
    'debris',
    'log',
    'guard_rail',
    'bus_trap',
    'height_restrictor',
    'yes',
    'something_new',
  ])('stops a truck unless vehicles are let in: %s', (barrier) => {
    expect(barrierCloses({ barrier })).toBe(true)
    expect(barrierCloses({ barrier, access: 'yes', bicycle: 'yes' })).toBe(true)
    expect(barrierCloses({ barrier, motor_vehicle: 'yes' })).toBe(false)
  })

  it('closes a locked gate unless it says who may enter', () => {
    expect(barrierCloses({ barrier: 'gate', locked: 'yes' })).toBe(true)
    expect(barrierCloses({ barrier: 'gate', locked: 'no' })).toBe(false)
    expect(barrierCloses({ barrier: 'gate', locked: 'yes', access: 'delivery' })).toBe(false)
  })

  it('measures a frame of known height', () => {
    expect(barrierCloses({ barrier: 'height_restrictor', maxheight: '2.2' })).toBe(true)
    expect(barrierCloses({ barrier: 'height_restrictor', maxheight: '4.5' })).toBe(false)
    expect(barrierCloses({ barrier: 'height_restrictor', maxheight: 'default' })).toBe(true)
    expect(barrierCloses({ barrier: 'bollard', maxheight: '4.5' })).toBe(true)
  })

  it('closes a gate too narrow or too low, whoever may enter', () => {
    expect(barrierCloses({ barrier: 'gate', maxwidth: '2.1', hgv: 'yes' })).toBe(true)
    const van = { ...TRUCK, widthMeters: 2 }
    expect(barrierCloses({ barrier: 'gate', maxwidth: '2.1' }, van)).toBe(false)
  })

  it('is no barrier without being called one', () => {
    expect(barrierCloses({ highway: 'crossing', access: 'no', maxheight: '1' })).toBe(false)
  })
})
