// The maps of a report: what all candidates reach in one frame, then each with its rings, on the ground of the page.
import type { z } from 'zod'
import { withoutGone } from '#geodata/analysis/decision/compared.ts'
import type { DocumentLanguage } from '#geodata/analysis/siting/document/column.ts'
import type { Comparison } from '#geodata/contract/comparisons.ts'
import { MapInputs } from '#geodata/contract/processes/map.ts'
import type { ReportFormat } from '#geodata/contract/processes/report.ts'
import { letterOf } from '#geodata/model/column-letter.ts'
import { mapOf } from '#server/maps/draw.ts'
import type { GroundGathered } from '#server/maps/ground.ts'
import type { Region } from '#server/region/region.ts'

type Size = { width: number; height: number }
export type MapSizes = { cover: Size; candidate: Size }

/** More candidates than these leave less room for the map of the cover. */
const FEW = 4

/** In points, as the pages have room for them. */
export function mapSizes(
  format: ReportFormat,
  language: DocumentLanguage,
  candidateCount: number,
): MapSizes {
  // English takes more lines for the same sentences.
  const [many, few] = language === 'en' ? [186, 212] : [244, 290]
  const isLong = candidateCount > FEW
  return format === 'a4'
    ? {
        cover: { width: 511, height: isLong ? many : few },
        candidate: { width: 511, height: 330 },
      }
    : {
        cover: { width: 473, height: isLong ? 252 : 226 },
        candidate: { width: 454, height: 276 },
      }
}

type Asked = { stored: Comparison; format: ReportFormat; language: DocumentLanguage }

/**
 * Each as SVG by the id of its place. Letters on a map follow the order of what is on it: where one that is gone
 * stands before others they would be other letters than the report's, so there are no maps then.
 */
export function reportMaps(
  region: Region,
  ground: GroundGathered,
  { stored, format, language }: Asked,
): Record<string, string> {
  const { siting, candidateIds } = stored
  const placed = candidateIds.filter((id) => isPlaced(region, stored, id))
  const isInOrder = placed.every((id, index) => candidateIds[index] === id)
  if (!isInOrder || placed.length === 0) return {}
  const sizes = mapSizes(format, language, candidateIds.length)
  const asked = {
    siting: withoutGone(region.facts, siting, candidateIds),
    language,
    ...(placed.length > 1 ? { candidateIds: placed } : {}),
  }
  const draw = (inputs: z.input<typeof MapInputs>) =>
    mapOf(region, ground, MapInputs.parse(inputs)).svg
  const each = placed.map((candidateId, index) => [
    `candidate-${letterOf(index)}`,
    draw({ view: 'candidate', ...asked, candidateId, ...sizes.candidate }),
  ])
  const together =
    placed.length > 1
      ? [['catchments', draw({ view: 'catchments', ...asked, ...sizes.cover })]]
      : []
  return Object.fromEntries([...together, ...each])
}

function isPlaced({ facts }: Region, { siting }: Comparison, id: string): boolean {
  return (
    siting.pins.some((pin) => pin.id === id) ||
    [...facts.parks, ...facts.sites].some(({ properties }) => properties.id === id)
  )
}
