// How do layers say what they draw: by a property, and in which letters?
import type { ExpressionSpecification, SymbolLayerSpecification } from 'maplibre-gl'
import { TEXT_FONT } from '#web/map/fonts.ts'
import type { Paint } from '#web/map/symbols.ts'

export const get = (name: string) => ['get', name] as ExpressionSpecification
export const is = (name: string, value: unknown) => ['==', ['get', name], value] as never
export const when = (name: string, yes: unknown, no: unknown) =>
  ['case', ['boolean', ['get', name], false], yes, no] as never

/** A halo in the colour of the land, so that a label reads on lines too. */
export const halo = (paint: Paint, width = 1.6) => ({
  'text-halo-color': paint('map-focus'),
  'text-halo-width': width,
})

export const text = (field: unknown, size: number, font: string[] = TEXT_FONT) => ({
  'text-field': field as string,
  'text-font': font,
  'text-size': size,
})

/** A label beside its symbol, on whichever side has room. */
export const beside = (offset: unknown) => ({
  'text-variable-anchor': ['left', 'right', 'top', 'bottom'] as never,
  'text-radial-offset': offset as never,
  'text-justify': 'auto' as const,
  'text-max-width': 12,
})

/** The number of a road on its shield, upright beside the line, not too often. */
export const onShield: SymbolLayerSpecification['layout'] = {
  'icon-image': 'shield',
  'icon-text-fit': 'both',
  'icon-text-fit-padding': [3, 4, 1, 4],
  'text-rotation-alignment': 'viewport',
  'icon-rotation-alignment': 'viewport',
  'text-padding': 60,
  'icon-padding': 4,
}
