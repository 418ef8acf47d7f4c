// What the analysis of a scene adds to its map: rings, ground by its score, or stretches of road.
import { said } from '#geodata/analysis/siting/document/column.ts'
import { productAsked } from '#geodata/analysis/stories/product-asked.ts'
import { analysisAsked } from '#geodata/analysis/stories/scene-question.ts'
import { classAreas } from '#geodata/analysis/surface/class-areas.ts'
import { stretchName } from '#geodata/analysis/told/stretch-name.ts'
import { DisruptionInputs } from '#geodata/contract/processes/disruption.ts'
import { IsochroneInputs } from '#geodata/contract/processes/isochrone.ts'
import { SurfaceInputs } from '#geodata/contract/processes/surface.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { MapScene } from '#geodata/contract/stories.ts'
import type { LegendItem, MapSymbol, Polygons, Reached } from '#geodata/drawing/map-drawing.ts'
import { middleOf } from '#geodata/geometry/middle.ts'
import { multiPolygonOf } from '#geodata/geometry/orient.ts'
import { classRange, SCORE_CLASSES } from '#geodata/model/score-classes.ts'
import { ringLegend } from '#server/maps/views/candidate.ts'
import type { MapWorld } from '#server/maps/world.ts'
import { disruptionProcess } from '#server/processes/disruption.ts'
import { isochroneProcess } from '#server/processes/isochrone.ts'
import { surfaceProcess } from '#server/processes/surface.ts'

export type Analysed = { reached: Reached[]; symbols: MapSymbol[]; legend: LegendItem[] }

const NOTHING: Analysed = { reached: [], symbols: [], legend: [] }

/** A ProblemError says why it is not there. */
export function analysedOn(world: MapWorld, scene: MapScene): Analysed {
  const asked = analysisAsked(scene, world.region.facts.parks)
  switch (asked?.process) {
    case undefined:
      return NOTHING
    case 'isochrone':
      return ringsOn(world, IsochroneInputs.parse(asked.inputs))
    case 'surface':
      return scoresOn(world, SurfaceInputs.parse(asked.inputs))
    case 'disruption':
      return stretchesOn(world, DisruptionInputs.parse(asked.inputs))
  }
}

function ringsOn({ region, language }: MapWorld, inputs: IsochroneInputs): Analysed {
  const { features } = isochroneProcess.run(region, inputs)
  if (features.length === 0) return NOTHING
  return {
    reached: features.map(({ geometry, properties }) => ({
      kind: 'ring',
      minutes: properties.cutoffMinutes,
      polygons: multiPolygonOf(geometry).coordinates as Polygons,
    })),
    symbols: [],
    legend: ringLegend(inputs.cutoffMinutes, language),
  }
}

function scoresOn({ region, language }: MapWorld, inputs: SurfaceInputs): Analysed {
  const areas = classAreas(surfaceProcess.run(region, inputs))
  const product = productAsked(inputs.siting, region.facts.taxonomy)
  const sampleOf = (scoreClass: number | null, text: Bilingual): LegendItem => ({
    sample: { kind: 'score', scoreClass },
    text: said(text, language),
  })
  return {
    reached: areas.map(({ scoreClass, polygons }) => ({ kind: 'score', scoreClass, polygons })),
    symbols: [],
    legend: [
      {
        sample: { kind: 'words' },
        text: said(
          {
            zh: `${product.zh}选址得分（百分制，只计车程）`,
            en: `Sites for ${product.en}: score of 100 by truck time alone`,
          },
          language,
        ),
      },
      ...SCORE_CLASSES.map((_, index) =>
        sampleOf(index, { zh: classRange(index), en: classRange(index) }),
      ),
      ...(areas.some(({ scoreClass }) => scoreClass === null)
        ? [sampleOf(null, { zh: '未知：卡车到不了', en: 'Unknown: no truck gets there' })]
        : []),
    ],
  }
}

/** As on the page: the first costs most. */
function stretchesOn({ region, language }: MapWorld, inputs: DisruptionInputs): Analysed {
  const { links } = disruptionProcess.run(region, inputs)
  const words = {
    zh: '编号：封闭后损失最大的路段',
    en: 'Numbers: stretches whose closing costs most',
  }
  return {
    reached: links.map(({ line }) => ({ kind: 'stretch', line })),
    symbols: links.map((link, index) => ({
      kind: 'stretch',
      text: String(index + 1),
      lngLat: middleOf(link.line),
      title: `${index + 1} ${said(stretchName(link), language)}`,
      name: '',
      figure: '',
      isNeeded: true,
    })),
    legend: [
      { sample: { kind: 'words' }, text: said(words, language) },
      ...links.map((link, index): LegendItem => {
        const lost = link.lostProductMinutes.toLocaleString('en')
        const name = said(stretchName(link), language)
        return {
          sample: { kind: 'words' },
          text: said(
            { zh: `${index + 1} ${name}（${lost}）`, en: `${index + 1} ${name} (${lost})` },
            language,
          ),
        }
      }),
    ],
  }
}
