// Beside a picture or a table: saves what it shows as a table that spreadsheets open.
import type { Sheet } from '#geodata/formats/export/format.ts'
import { t } from '#web/messages/index.ts'
import { fileName } from '#web/parts/words/file-name.ts'
import { saveSheet } from '#web/parts/words/save-sheet.ts'

type SheetButtonProps = { name: string; sheet: () => Sheet }

export function SheetButton({ name, sheet }: SheetButtonProps) {
  return (
    <button
      type="button"
      class="quiet no-print"
      aria-label={t('document.tableOf', { name })}
      onClick={() => void saveSheet(fileName(name), sheet())}
    >
      {t('document.table')}
    </button>
  )
}
