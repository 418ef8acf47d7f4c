// When is this machine open to phones, at which address, and for how long?
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { CODE_MILLISECONDS, pairing } from '#server/presentations/pairing.ts'
import { NoNetwork, type RemoteDesk, remoteOf } from '#server/presentations/remote.ts'
import { localHosts } from '#server/presentations/remote-listener.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** A remote whose listening is written down: “host:port” while it is open. */
function remoteAt(hosts: string[]) {
  const open = new Set<string>()
  const shown: string[] = []
  let desk: RemoteDesk | null = null
  const codes = pairing({ phones: [], oldCodes: [] })
  const remote = remoteOf({
    codes,
    port: null,
    open: {
      hosts: () => hosts,
      listen: async (given, host, port) => {
        desk = given
        const place = `${host}:${port ?? 4000}`
        open.add(place)
        return { port: port ?? 4000, close: async () => void open.delete(place) }
      },
    },
    command: () => true,
    watch: () => null,
    dismiss: async () => {},
    changed: () => shown.push(remote.standing().kind),
    log: () => {},
  })
  return { remote, codes, open, shown, desk: () => desk }
}

it('listens at the first address, and moves to the one that is chosen', async () => {
  const { remote, open } = remoteAt(['192.168.1.5', '10.0.0.5'])
  expect(remote.standing()).toMatchObject({ kind: 'off', hosts: ['192.168.1.5', '10.0.0.5'] })
  await remote.open(null)
  expect([...open]).toEqual(['192.168.1.5:4000'])
  await remote.open('10.0.0.5')
  expect([...open]).toEqual(['10.0.0.5:4000'])
  expect(remote.standing()).toMatchObject({ kind: 'on', address: 'http://10.0.0.5:4000' })
  await remote.close(false)
  expect([...open]).toEqual([])
})

it('closes by itself when the code runs out and no phone came, and says so', async () => {
  const { remote, open, shown } = remoteAt(['192.168.1.5'])
  await remote.open(null)
  await vi.advanceTimersByTimeAsync(CODE_MILLISECONDS - 1)
  expect(open.size).toBe(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(open.size).toBe(0)
  expect(remote.standing()).toMatchObject({ kind: 'off', expired: true })
  expect(shown.at(-1)).toBe('off')
  await remote.open(null)
  expect(remote.standing()).toMatchObject({ kind: 'on' })
})

it('stays open for a phone that is paired', async () => {
  const { remote, codes, open } = remoteAt(['192.168.1.5'])
  await remote.open(null)
  expect(codes.tryCode(codes.code() ?? '', 'phone').kind).toBe('paired')
  await vi.advanceTimersByTimeAsync(10 * CODE_MILLISECONDS)
  expect(open.size).toBe(1)
  expect(remote.standing()).toMatchObject({ kind: 'on', code: null, phones: 1 })
})

it('cannot open without a network', async () => {
  await expect(remoteAt([]).remote.open(null)).rejects.toBeInstanceOf(NoNetwork)
})

it('knows the addresses by which a phone could come, homes and offices first', () => {
  const one = (address: string, internal = false) => ({
    address,
    internal,
    netmask: '',
    mac: '',
    cidr: null,
    family: 'IPv4' as const,
  })
  const six = { ...one('fe80::1'), family: 'IPv6' as const, scopeid: 1 }
  expect(
    localHosts({
      lo: [one('127.0.0.1', true)],
      docker0: [one('172.17.0.1')],
      eth0: [one('10.1.2.3'), six],
      wlan0: [one('192.168.3.4')],
      eth1: [one('169.254.7.7')],
      eth2: [one('203.0.113.9')],
    }),
  ).toEqual(['192.168.3.4', '10.1.2.3', '172.17.0.1', '203.0.113.9'])
})
