// The unified code of a firm: kept as the standard writes it, refused where it is none, and of one firm alone.
import { expect, it } from 'vitest'
import { builtApp, problemOf } from '#tests/support/built-app.ts'
import { by, changing } from '#tests/support/edits.ts'

const built = builtApp()
const FIRMS = '/api/collections/companies/items'
/** The example of GB 32100-2015, and a code that a large firm publishes. */
const [CODE, OTHER] = ['91350100M000100Y43', '91440300708461136T']

const add = (nameZh: string, unifiedCode: unknown) =>
  built.app.request(
    FIRMS,
    changing('POST', {
      type: 'Feature',
      geometry: null,
      properties: {
        nameZh,
        nameEn: `${nameZh} Ltd`,
        unifiedCode,
        kind: 'tier1',
        city: '重庆',
        coordPrecision: 'unknown',
        source: 'invented',
        confidence: 'low',
      },
    }),
  )
async function added(nameZh: string, unifiedCode: unknown) {
  const response = await add(nameZh, unifiedCode)
  expect(response.status, await response.clone().text()).toBe(201)
  const { id, properties } = (await response.json()) as {
    id: string
    properties: { unifiedCode: string | null }
  }
  return { id, unifiedCode: properties.unifiedCode }
}
const remove = async (id: string) => {
  const seen = await built.app.request(`${FIRMS}/${id}`)
  const headers = { ...by(), 'If-Match': seen.headers.get('ETag') ?? '' }
  return built.app.request(`${FIRMS}/${id}`, { method: 'DELETE', headers })
}
const faultsOf = async (response: Response) =>
  (await problemOf(response, 400)).errors?.map(({ pointer, detail, detailZh }) => [
    pointer,
    detail,
    detailZh,
  ])

it('is null of the firms of the sources, and kept without blanks and in capitals', async () => {
  const first = await built.app.request(`${FIRMS}/O001`)
  expect((await first.json()).properties.unifiedCode).toBeNull()
  const { id, unifiedCode } = await added('假想甲', ' ９１３５0100 m000100y43')
  expect(unifiedCode).toBe(CODE)
  const found = await built.app.request(`${FIRMS}?unifiedCode=${CODE}`)
  expect((await found.json()).features).toMatchObject([{ id }])
  expect((await remove(id)).status).toBe(204)
})

it('is refused with what came and what fits: length, character, check character', async () => {
  const at = '/properties/unifiedCode'
  expect(await faultsOf(await add('假想乙', '91350100M000100Y4'))).toEqual([
    [
      at,
      '“91350100M000100Y4” was given. 18 characters are expected, these are 17',
      '现为“91350100M000100Y4”。应为 18 位，现为 17 位',
    ],
  ])
  expect(await faultsOf(await add('假想乙', '91350100M00O100Y43'))).toEqual([
    [
      at,
      '“91350100M00O100Y43” was given. Figures and letters other than I, O, S, V and Z are expected; character 12 is “O”',
      '现为“91350100M00O100Y43”。第 12 位“O”不能用于代码：只用数字和大写字母，不用 I、O、S、V、Z',
    ],
  ])
  expect(await faultsOf(await add('假想乙', '91350100M000100Y44'))).toEqual([
    [
      at,
      '“91350100M000100Y44” was given. By the characters before it the last one, which checks them, is “3” and not “4”: one of them is wrong',
      '现为“91350100M000100Y44”。末位校验码应为“3”，现为“4”：前面有错字，或末位写错',
    ],
  ])
})

it('is of one firm alone, whose name is said; the same firm may be written again', async () => {
  const first = await added('假想丙', CODE)
  expect(await faultsOf(await add('假想丁', CODE))).toEqual([
    [
      '/properties/unifiedCode',
      `“${CODE}” was given; “假想丙 Ltd” (${first.id}) has it already: correct one of the two, or that row instead of this`,
      `现为“${CODE}”，“假想丙”（${first.id}）已用此值：请改正其中一处，或直接更正那一条`,
    ],
  ])
  const change = (body: object) =>
    built.app.request(
      `${FIRMS}/${first.id}`,
      changing('PATCH', { properties: body }, { 'If-Match': '*' }),
    )
  expect((await change({ note: 'the same code' })).status).toBe(200)
  expect((await change({ unifiedCode: OTHER })).status).toBe(200)
  const second = await added('假想丁', CODE)
  expect(await faultsOf(await change({ unifiedCode: CODE }))).toHaveLength(1)
  // Two firms without a code share nothing.
  await added('假想戊', null)
  await added('假想己', null)
  for (const id of [first.id, second.id]) await remove(id)
})

it('does not come back by undoing where another firm has it meanwhile', async () => {
  const first = await added('假想庚', CODE)
  const gone = await remove(first.id)
  const second = await added('假想辛', CODE)
  const undo = () =>
    built.app.request(`/api/history/${gone.headers.get('Atlas-Change')}/undo`, {
      method: 'POST',
      headers: by(),
    })
  const { errors } = await problemOf(await undo(), 409)
  expect(errors?.[0]?.detailZh).toContain(`“假想辛”（${second.id}）已用此值`)
  await remove(second.id)
  expect((await undo()).status).toBe(200)
})
