// The listed rows with all their fields, as files for other programs: made by the server, whole however many there are.
import '#web/parts/controls/more.css'
import { at } from '#web/api/reach.ts'
import { language, t } from '#web/messages/index.ts'
import type { ListId } from '#web/panels/table/table-lists.ts'
import { usePopover } from '#web/parts/controls/use-popover.ts'

/** In the order in which an office would ask for them; names of formats are the same in every language. */
const FORMATS = {
  xlsx: 'Excel (XLSX)',
  csv: 'CSV',
  geojson: 'GeoJSON',
  gpkg: 'GeoPackage',
  shp: 'Shapefile',
  kml: 'KML',
}

/** `search`: which rows, in the words of the collection. */
export function WholeFiles({ id, search }: { id: ListId; search: URLSearchParams }) {
  const { open, setOpen, root, onKeyDown } = usePopover<HTMLDivElement>()
  const addressOf = (format: string) => {
    const all = new URLSearchParams(search)
    all.set('f', format)
    all.set('lang', language.value)
    return at(`/api/collections/${id}/items?${all}`)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what its button opened
    <div class="more" ref={root} onKeyDown={onKeyDown}>
      <button
        type="button"
        aria-expanded={open}
        aria-controls="whole-files"
        onClick={() => setOpen(!open)}
      >
        {t('layout.files')} <span aria-hidden="true">▾</span>
      </button>
      <div id="whole-files" class="more-list whole-files" data-open={open}>
        <p>{t('layout.filesAbout')}</p>
        {Object.entries(FORMATS).map(([format, label]) => (
          <a key={format} href={addressOf(format)} download onClick={() => setOpen(false)}>
            {label}
          </a>
        ))}
      </div>
    </div>
  )
}

/** Asks for these rows alone, where the filters leave some out. */
export function onlyRows(ids: readonly string[], isAll: boolean): URLSearchParams {
  if (isAll) return new URLSearchParams()
  const listed = ids.map((id) => `'${id.replaceAll("'", "''")}'`).join(',')
  return new URLSearchParams({ filter: ids.length > 0 ? `id IN (${listed})` : 'FALSE' })
}
