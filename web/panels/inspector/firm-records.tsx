// Is anything recorded of the firm one by one? Only then is what shows it fetched.
import { inSight } from '#web/api/asked.ts'
import { listDependents } from '#web/api/edits.ts'
import type { RecordedOfFirmProps, RecordTable } from '#web/panels/inspector/recorded-of-firm.tsx'
import { type Load, useLazy } from '#web/parts/controls/lazy.tsx'
import { useAnswer } from '#web/parts/controls/use-answer.ts'
import { edits } from '#web/state/region/lists.ts'

const TABLES: readonly RecordTable[] = [
  'firm-products',
  'certificates',
  'supply-relations',
  'prospects',
]

const loadRecords: Load<RecordedOfFirmProps> = async () =>
  (await import('#web/panels/inspector/recorded-of-firm.tsx')).RecordedOfFirm

/** Has the id of the firm as its `key`: what is recorded of one is never shown of another. */
export function FirmRecords({ id }: { id: string }) {
  const { answer } = useAnswer(() => listDependents('companies', id), String(edits.value))
  const naming = new Set((inSight(answer) ?? []).map(({ collection }) => collection))
  const tables = TABLES.filter((table) => naming.has(table))
  return tables.length > 0 ? <Records id={id} tables={tables} /> : null
}

function Records(props: RecordedOfFirmProps) {
  const { Loaded, isFailed, words } = useLazy(loadRecords)
  if (Loaded) return <Loaded {...props} />
  return isFailed ? words : null
}
