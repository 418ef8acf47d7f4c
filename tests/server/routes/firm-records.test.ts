// What is recorded of firms one by one, projects and tasks: which rows are taken, refused, and go with what they name.
import { expect, it } from 'vitest'
import type { Dependent } from '#geodata/contract/history.ts'
import { builtApp, problemOf } from '#tests/support/built-app.ts'
import { by, changing } from '#tests/support/edits.ts'
import { HOME } from '#tests/support/home.ts'

const built = builtApp()
const at = (collection: string) => `/api/collections/${collection}/items`
const EVIDENCE = { source: 'invented', confidence: 'low' }

const post = (collection: string, properties: object) =>
  built.app.request(
    at(collection),
    changing('POST', { type: 'Feature', geometry: null, properties }),
  )
type Row = { id: string; properties: Record<string, unknown> }
async function added(collection: string, properties: object): Promise<Row> {
  const response = await post(collection, { ...EVIDENCE, ...properties })
  expect(response.status, await response.clone().text()).toBe(201)
  return (await response.json()) as Row
}
async function refused(collection: string, properties: object) {
  const { errors = [] } = await problemOf(
    await post(collection, { ...EVIDENCE, ...properties }),
    400,
  )
  return errors.map(({ pointer, detailZh, detail }) => [
    pointer.replace('/properties/', ''),
    detailZh,
    detail,
  ])
}
const remove = (collection: string, id: string, query = '') =>
  built.app.request(`${at(collection)}/${id}${query}`, {
    method: 'DELETE',
    headers: { ...by(), 'If-Match': '*' },
  })
async function dependents(collection: string, id: string) {
  const response = await built.app.request(`${at(collection)}/${id}/dependents`)
  return ((await response.json()) as { items: Dependent[] }).items.map((one) => [
    one.collection,
    one.nameZh,
    one.relation.zh,
  ])
}
const firm = () =>
  added('companies', {
    nameZh: '假想厂',
    nameEn: 'Invented works',
    kind: 'tier1',
    city: '重庆',
    coordPrecision: 'unknown',
  })
async function aProduct(): Promise<string> {
  const response = await built.app.request('/api/taxonomy')
  const { items } = (await response.json()) as {
    items: { products: { productId: string }[] }[]
  }
  return items.flatMap(({ products }) => products)[0]?.productId ?? ''
}

it('a product of a firm is of the taxonomy or in words, and a capacity has its unit', async () => {
  const productId = await aProduct()
  const { properties } = await added('firm-products', {
    companyId: 'O001',
    productId,
    capacityPerYear: 30,
    capacityUnit: '万套',
    sinceYear: 2019,
  })
  expect(properties).toMatchObject({ productId, productText: null, capacityPerYear: 30 })
  expect(await refused('firm-products', { companyId: 'O001', capacityPerYear: 5 })).toEqual([
    [
      'productText',
      '没有填写，应选分类中的产品，或照原文写明产品',
      'Nothing was given. A product of the taxonomy or one in words is expected',
    ],
    [
      'capacityUnit',
      '没有填写，有年产能时应写明单位，如“套”“万件”“吨”',
      'Nothing was given. With a capacity its unit is expected, as sets, thousand pieces or tonnes',
    ],
  ])
  const unknown = { companyId: 'nobody', productId: 'no-such-product' }
  expect((await refused('firm-products', unknown)).map(([field]) => field)).toEqual([
    'companyId',
    'productId',
  ])
})

it('a certificate is valid until a day, month or year that the calendar has', async () => {
  const certificate = { companyId: 'O001', standard: 'IATF 16949' }
  for (const validUntil of ['2027', '2027-05', '2028-02-29', null]) {
    const { properties } = await added('certificates', { ...certificate, validUntil })
    expect(properties.validUntil).toBe(validUntil)
  }
  for (const validUntil of ['2027-02-29', '2027-13', '27.5.2027', '2027-01/09']) {
    const [fault] = await refused('certificates', { ...certificate, validUntil })
    expect(fault).toEqual([
      'validUntil',
      `现为“${validUntil}”。应为日期：2025、2025-09 或 2025-09-30`,
      `“${validUntil}” was given. A date is expected: 2025, 2025-09 or 2025-09-30`,
    ])
  }
})

it('nobody supplies himself', async () => {
  const relation = { fromCompanyId: 'O001', relationStatus: 'known' }
  await added('supply-relations', { ...relation, toCompanyId: 'O002', productText: '假想件' })
  expect(await refused('supply-relations', { ...relation, toCompanyId: 'O001' })).toEqual([
    [
      'toCompanyId',
      '现为“O001”。供应方与采购方不能是同一家，应为另一家企业',
      '“O001” was given. A firm other than the supplier is expected',
    ],
  ])
})

it('the dates of a project run in the order of its stages, each as exactly as it is known', async () => {
  const project = { nameZh: '假想项目', stage: 'building', parkId: 'CQ-N01' }
  const { properties } = await added('prospects', {
    ...project,
    investmentTenThousandYuan: 35_000,
    segmentIds: [],
    talksDate: '2024-11',
    signedDate: '2025',
    buildingDate: '2025-03-01',
  })
  expect(properties).toMatchObject({ signedDate: '2025', producingDate: null, nameEn: null })
  const dates = { talksDate: '2024-11', signedDate: '2024-10-31', producingDate: '2023' }
  expect(await refused('prospects', { ...project, ...dates, stage: 'producing' })).toEqual([
    [
      'signedDate',
      '现为“2024-10-31”。应不早于前面阶段的日期“2024-11”',
      '“2024-10-31” was given. A date not before that of an earlier stage, “2024-11”, is expected',
    ],
    [
      'producingDate',
      '现为“2023”。应不早于前面阶段的日期“2024-11”',
      '“2023” was given. A date not before that of an earlier stage, “2024-11”, is expected',
    ],
  ])
  // One known by its year alone parts no two others.
  const apart = { talksDate: '2024-06', signedDate: '2024', buildingDate: '2024-03' }
  expect((await refused('prospects', { ...project, ...apart })).map(([field]) => field)).toEqual([
    'buildingDate',
  ])
  expect((await refused('prospects', { ...project, productIds: ['none'] }))[0]?.[0]).toBe(
    'productIds/0',
  )
})

it('a project has no date of a stage that it has not reached, nor is one left behind when it goes back', async () => {
  const project = { nameZh: '假想项目', stage: 'signed', signedDate: '2026-03' }
  expect(await refused('prospects', { ...project, buildingDate: '2027' })).toEqual([
    [
      'buildingDate',
      '现为“2027”。阶段为“签约”，后面的阶段尚未到达，应留空；已经到达的，请改阶段',
      '“2027” was given. With the stage “signed” no date of a later stage is expected; where it is reached, change the stage',
    ],
  ])
  const { id } = await added('prospects', project)
  const goBack = (properties: object) =>
    built.app.request(
      `${at('prospects')}/${id}`,
      changing('PATCH', { properties }, { 'If-Match': '*' }),
    )
  const left = await problemOf(await goBack({ stage: 'talks' }), 400)
  expect(left.errors?.map(({ pointer }) => pointer)).toEqual(['/properties/signedDate'])
  const back = await goBack({ stage: 'talks', signedDate: null })
  expect((await back.json()).properties).toMatchObject({ stage: 'talks', signedDate: null })
})

it('a task is of a row of the table it names, and is no data of any answer', async () => {
  const hash = () => built.store.facts.identity(HOME)
  const first = await hash()
  const task = { kind: 'imprecise', assignedTo: '假想区经信委', dueDate: '2026-12-31' }
  const { properties, id } = await added('tasks', {
    ...task,
    collection: 'companies',
    rowId: 'O001',
  })
  expect(properties).toMatchObject({ rowId: 'O001', doneDate: null })
  expect(await hash()).toBe(first)
  // O001 is a firm; among parks there is none of this id.
  expect(await refused('tasks', { ...task, collection: 'parks', rowId: 'O001' })).toEqual([
    [
      'rowId',
      '现为“O001”，应为园区的编号',
      '“O001” was given; the code of one of parks is expected',
    ],
  ])
  const moved = await built.app.request(
    `${at('tasks')}/${id}`,
    changing('PATCH', { properties: { collection: 'parks' } }, { 'If-Match': '*' }),
  )
  expect((await problemOf(moved, 400)).errors?.[0]?.pointer).toBe('/properties/rowId')
  const done = { properties: { doneDate: '2026-12-01' } }
  const closed = await built.app.request(
    `${at('tasks')}/${id}`,
    changing('PATCH', done, { 'If-Match': '*' }),
  )
  expect((await closed.json()).properties).toMatchObject({ rowId: 'O001', doneDate: '2026-12-01' })
  expect(
    (
      await refused('tasks', {
        ...task,
        dueDate: '2026-12',
        collection: 'companies',
        rowId: 'O001',
      })
    )[0]?.[0],
  ).toBe('dueDate')
})

it('what names a firm stops its deletion, or names it no longer and is put back with it', async () => {
  const { id } = await firm()
  const own = [
    await added('certificates', { companyId: id, standard: 'IATF 16949' }),
    await added('firm-products', { companyId: id, productText: '假想件' }),
    await added('supply-relations', {
      fromCompanyId: 'O001',
      toCompanyId: id,
      relationStatus: 'planned',
    }),
    await added('prospects', { nameZh: '假想二期', stage: 'talks', companyId: id }),
    await added('tasks', {
      collection: 'companies',
      rowId: id,
      kind: 'unsourced',
      assignedTo: '假想区经信委',
      dueDate: '2026-12-31',
      note: '补厂址来源',
    }),
  ]
  expect(await dependents('companies', id)).toEqual([
    ['firm-products', '假想件', '企业的产品'],
    ['certificates', 'IATF 16949', '企业的资质证书'],
    ['supply-relations', '供应关系', '作为采购方'],
    ['prospects', '假想二期', '企业投资的项目'],
    ['tasks', '补厂址来源', '为它布置的补证任务'],
  ])
  await problemOf(await remove('companies', id), 409)
  const gone = await remove('companies', id, '?detach=true')
  expect(gone.status).toBe(204)
  const certificate = `${at('certificates')}/${own[0]?.id}`
  expect((await (await built.app.request(certificate)).json()).properties.companyId).toBeNull()
  const undone = await built.app.request(`/api/history/${gone.headers.get('Atlas-Change')}/undo`, {
    method: 'POST',
    headers: by(),
  })
  expect(undone.status).toBe(200)
  expect((await (await built.app.request(certificate)).json()).properties.companyId).toBe(id)
  expect(await dependents('companies', id)).toHaveLength(5)
})
