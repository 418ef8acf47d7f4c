// Which layers does the map show? A small list over the map, opened by its button.
import { LAYERS, type LayerId } from '#geodata/contract/collections.ts'
import { t } from '#web/messages/index.ts'
import { BasemapChoice } from '#web/panels/basemaps/basemap-choice.tsx'
import { Icon } from '#web/parts/controls/icon.tsx'
import { usePopover } from '#web/parts/controls/use-popover.ts'
import { basemapList, drawnBasemap } from '#web/state/region/basemaps.ts'
import { answering } from '#web/state/region/networks.ts'
import { changeView, view } from '#web/state/view/store.ts'

export function LayerSwitches() {
  const { open, setOpen, root, onKeyDown } = usePopover<HTMLDivElement>()
  const hidden = view.value.hiddenLayers
  const change = (layer: LayerId, on: boolean) =>
    changeView({
      hiddenLayers: on ? hidden.filter((other) => other !== layer) : [...hidden, layer],
    })
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what its button opened
    <div class="layer-switches" ref={root} onKeyDown={onKeyDown}>
      <button
        type="button"
        aria-expanded={open}
        aria-controls="layer-list"
        onClick={() => setOpen(!open)}
      >
        <Icon path="M12 4l9 5-9 5-9-5zM3 14l9 5 9-5" />
        <span>{t('layout.layers')}</span>
      </button>
      <fieldset id="layer-list" class="layer-list" hidden={!open}>
        <legend>{t('layout.layers')}</legend>
        {LAYERS.filter(isThere).map((layer) => (
          <label key={layer} class="toggle">
            <input
              type="checkbox"
              checked={!hidden.includes(layer)}
              onChange={(event) => change(layer, event.currentTarget.checked)}
            />
            <span>{nameOfLayer(layer)}</span>
          </label>
        ))}
        <BasemapChoice />
      </fieldset>
    </div>
  )
}

/** The terrain is shaded only where the operator named its heights. */
function isThere(layer: LayerId): boolean {
  return layer !== 'terrain' || basemapList.value?.terrain != null
}

/** Rivers and roads are schematic until tiles, or the roads of a street network, take their place. */
function nameOfLayer(layer: LayerId): string {
  const surveyed = drawnBasemap.value?.replaces ?? []
  if (layer === 'rivers' && surveyed.includes('rivers')) return t('layout.layer.riversOfTiles')
  if (layer === 'roads' && surveyed.includes('roads')) return t('layout.layer.roadsOfTiles')
  if (layer === 'roads' && answering.value?.kind === 'street') {
    return t('layout.layer.roadsOfNetwork')
  }
  return t(`layout.layer.${layer}`)
}
