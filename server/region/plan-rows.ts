// The rows of the action plan as they are stored: its targets with what is known of them, and its tasks.
import { PlanTask, TargetRow } from '#geodata/contract/documents.ts'
import type { RegionId } from '#server/store/region-id.ts'
import type { Store } from '#server/store/store.ts'

type Row = Record<string, unknown>

export async function targetsOf(
  { documents }: Pick<Store, 'documents'>,
  region: RegionId,
): Promise<TargetRow[]> {
  return (await documents.rows(region, 'targets')).map((row) =>
    TargetRow.parse({
      ...row,
      metric: { zh: row.metricZh, en: row.metricEn },
      clause: row.clauseZh,
      value: row.value === null ? null : String(row.value),
      asOf: row.asOf === null ? null : String(row.asOf),
    }),
  )
}

export async function tasksOf(
  { documents }: Pick<Store, 'documents'>,
  region: RegionId,
): Promise<PlanTask[]> {
  return (await documents.rows(region, 'plan_tasks')).map(taskOf)
}

function taskOf(row: Row): PlanTask {
  const inBoth = (name: string) => {
    const zh = row[`${name}Zh`]
    return zh ? { zh, en: row[`${name}En`] } : null
  }
  const english = String(row.responsibleEn ?? '').split(';')
  const named = String(row.responsibleZh ?? '')
    .split(';')
    .filter(Boolean)
  return PlanTask.parse({
    ...row,
    ...Object.fromEntries(['part', 'title', 'asks', 'missing', 'note'].map((n) => [n, inBoth(n)])),
    responsible: named.map((zh, index) => ({ zh, en: english[index] })),
  })
}
