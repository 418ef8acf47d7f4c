// How does what is drawn become GeoJSON?
import type { Feature, FeatureCollection } from 'geojson'

export function collect(features: Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features }
}

export function point(coordinates: number[], properties: Record<string, unknown>): Feature {
  return { type: 'Feature', geometry: { type: 'Point', coordinates }, properties }
}

export function line(coordinates: number[][], properties: Record<string, unknown>): Feature {
  return { type: 'Feature', geometry: { type: 'LineString', coordinates }, properties }
}

/** An area of one outer ring and its holes. */
export function area(coordinates: number[][][], properties: Record<string, unknown>): Feature {
  return { type: 'Feature', geometry: { type: 'Polygon', coordinates }, properties }
}
