// A small list of invented firms taken in on a server, with a row for everything that a page says of rows. It is not
// written: nothing of the atlas changes.
import { expect, vi } from 'vitest'
import type { Import } from '#geodata/contract/imports.ts'

/** As long as a name of a firm with all its divisions gets. */
export const LONG_NAME =
  '虚构重庆市两江新区鱼复新城智能网联新能源汽车关键零部件及先进轻量化材料研发制造与检验检测一体化产业发展股份有限公司第一分公司'

/** What is alike by name, has full-width figures, lacks a name, names no district there is, is as it should be. */
const rowsOf = (known: string) => [
  '某区零部件企业名录（虚构，仅供测试）,,,,,,',
  '企业名称,企业类型,统一社会信用代码,所在区县,经度,纬度,联系人',
  `${LONG_NAME},材料,,九龙坡区,106.4321,29.4471,某人`,
  '虚构乙线束,一级供应商,,九龙坡区,１０６．４４２２,２９．４５２２,某人',
  '虚构丙齿轮一厂,二级供应商,,九龙坡区,106.4253,29.4573,某人',
  '虚构丙齿轮二厂,二级供应商,,九龙坡区,106.4354,29.4624,某人',
  ',材料,,九龙坡区,106.4155,29.4425,某人',
  `${LONG_NAME}甲,材料,91500107MA1000003A,无此区,约一百零六度,29.4425,某人`,
  `${known},材料,,九龙坡区,106.4166,29.4436,某人`,
  '合计,,,,,,',
]

/** The id of the import once its rows are judged. */
export async function smallImport(origin: string): Promise<string> {
  const { features } = await asked<{ features: { properties: { nameZh: string } }[] }>(
    `${origin}/api/collections/companies/items?limit=1`,
  )
  const bytes = rowsOf(features[0]?.properties.nameZh ?? '').join('\r\n')
  const name = encodeURIComponent(`${LONG_NAME}名录.csv`)
  const { id } = await asked<Import>(`${origin}/api/imports?table=companies&name=${name}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: bytes,
  })
  await vi.waitFor(
    async () =>
      expect((await asked<Import>(`${origin}/api/imports/${id}`)).state, 'of the import').toBe(
        'ready',
      ),
    { timeout: 20_000 },
  )
  return id
}

async function asked<T>(address: string, how: RequestInit = {}): Promise<T> {
  const answer = await fetch(address, how)
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as T
}

export const forgotten = async (origin: string, id: string) => {
  await fetch(`${origin}/api/imports/${id}`, { method: 'DELETE' })
}
