// What is under the pointer? Its name and one line more, beside it.
import type { MapGeoJSONFeature, Map as MapLibre } from 'maplibre-gl'
import { hoverOn } from '#web/map/hand/hover.ts'
import { nameOf, t } from '#web/messages/index.ts'
import { MEASURE_WORDS } from '#web/messages/measure-words.ts'
import { hand } from '#web/state/answers/hand.ts'
import { districtFill } from '#web/state/region/district-fill.ts'
import { companies, districts, hubs, links } from '#web/state/region/lists.ts'
import { parksThen } from '#web/state/region/year.ts'

const AWAY_PIXELS = 14

/** Follows the pointer over the layers; returns what takes the hint away. */
export function keepHint(map: MapLibre, layers: readonly string[]): () => void {
  const box = document.createElement('div')
  box.className = 'hint'
  box.setAttribute('aria-hidden', 'true')
  box.hidden = true
  map.getContainer().append(box)
  const hide = () => {
    box.hidden = true
  }
  map.on('mousemove', (event) => {
    if (hand.peek()) return hide()
    const [hit] = map.loaded()
      ? map.queryRenderedFeatures(event.point, {
          layers: layers.filter((layer) => map.getLayer(layer)),
        })
      : []
    hoverOn(hit)
    const words = hit ? wordsFor(hit) : null
    map.getCanvas().style.cursor = hit && hit.layer.id !== 'district' ? 'pointer' : ''
    box.hidden = words === null
    if (!words) return
    const [name, more] = words
    const strong = document.createElement('b')
    strong.textContent = name
    box.replaceChildren(strong, more)
    const { clientWidth } = map.getContainer()
    const left = event.point.x + AWAY_PIXELS + box.offsetWidth > clientWidth
    const x = left ? event.point.x - AWAY_PIXELS - box.offsetWidth : event.point.x + AWAY_PIXELS
    box.style.transform = `translate(${x}px, ${event.point.y + AWAY_PIXELS}px)`
  })
  map.on('mouseout', () => {
    hide()
    hoverOn(undefined)
  })
  map.on('movestart', hide)
  return () => box.remove()
}

function wordsForLink(id: string): [name: string, more: string] | null {
  const link = links.value.find(({ properties }) => properties.id === id)?.properties
  if (!link) return null
  return [
    `${link.fromNameZh} → ${link.toNameZh}`,
    `${t(`layout.kind.${link.kind}`)} · ${link.year}`,
  ]
}

/** Only while districts are filled: their figure. */
function wordsForDistrict(adcode: string): [name: string, more: string] | null {
  const fill = districtFill.value
  const value = fill?.values.get(adcode)
  const district = districts.value.find(({ properties }) => properties.adcode === adcode)
  if (!fill || !district || value === undefined) return null
  const words = MEASURE_WORDS[fill.id]
  const figure = value === null ? t('common.unknown') : t(words.value, { value })
  return [nameOf(district.properties), `${t(words.title)} ${figure}`]
}

function wordsFor({ properties, layer }: MapGeoJSONFeature): [name: string, more: string] | null {
  const { id } = properties
  if (properties.count) {
    return [t('layout.hintCluster', { count: properties.count }), t('layout.hintOpen')]
  }
  if (layer.id === 'district') return wordsForDistrict(String(properties.adcode))
  if (layer.id === 'cable-arc') return wordsForLink(String(properties.link))
  if (layer.id === 'hub') {
    const hub = hubs.value.find((one) => one.properties.id === id)?.properties
    return hub ? [nameOf(hub), t(`layout.hub.${hub.kind}`)] : null
  }
  const park = parksThen.value.find((one) => one.properties.id === id)?.properties
  if (park) {
    const stage = t(`layout.stage.${park.stage}`)
    const firms = t('layout.hintFirms', { count: park.companyCount })
    return [nameOf(park), `${t(`layout.role.${park.role}`)} · ${stage} · ${firms}`]
  }
  const firm = companies.value.find((one) => one.properties.id === id)?.properties
  if (!firm) return null
  return [
    nameOf(firm),
    [t(`layout.company.${firm.kind}`), firm.products].filter(Boolean).join(' · '),
  ]
}
