// The ways into the form: correct what is selected, or add something new.
import '#web/panels/editor/editor.css'
import type { EditableId } from '#geodata/contract/editable/editable.ts'
import { TITLES } from '#geodata/contract/editable/titles.ts'
import { say, t } from '#web/messages/index.ts'
import { openEditor } from '#web/panels/editor/editing.ts'
import { parkAreas } from '#web/state/region/lists.ts'
import { changeView } from '#web/state/view/store.ts'

export function CorrectButton({ collection, id }: { collection: EditableId; id: string }) {
  return (
    <button type="button" onClick={() => void openEditor({ collection, id })}>
      {t('editor.open')}
    </button>
  )
}

/** Opens the area that is drawn of a park, or a new one. */
export function AreaButton({ parkId }: { parkId: string }) {
  const drawn = parkAreas.value.find(({ properties }) => properties.parkId === parkId)
  return (
    <button
      type="button"
      onClick={() =>
        void openEditor({
          collection: 'park-areas',
          ...(drawn ? { id: drawn.id } : { preset: { parkId } }),
        })
      }
    >
      {t('editor.drawArea')}
    </button>
  )
}

const ADDED: EditableId[] = [
  'parks',
  'companies',
  'hubs',
  'links',
  'platforms',
  'sites',
  'targets',
  'firm-products',
  'certificates',
  'supply-relations',
  'prospects',
]

/** Choosing what to add opens its empty form. */
export function AddMenu() {
  return (
    <select
      class="add-menu"
      aria-label={t('editor.addWhat')}
      value=""
      onChange={(event) => {
        const collection = ADDED.find((id) => id === event.currentTarget.value)
        event.currentTarget.value = ''
        if (collection) void openEditor({ collection })
      }}
    >
      <option value="">{t('editor.addOne')}</option>
      {ADDED.map((id) => (
        <option key={id} value={id}>
          {say(TITLES[id])}
        </option>
      ))}
    </select>
  )
}

/** Many rows at once come from a file. */
export function ImportButton() {
  return (
    <button type="button" onClick={() => changeView({ layoutView: 'import' })}>
      {t('editor.importFile')}
    </button>
  )
}
