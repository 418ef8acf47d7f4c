// One chart of a comparison as a drawing: what the engine answers, in a theme and a language.

import { type DocumentLanguage, said } from '#geodata/analysis/siting/document/column.ts'
import { licenceTold } from '#geodata/analysis/told/licence-words.ts'
import { sayIn } from '#geodata/analysis/told/rich.ts'
import type { ComparisonResult } from '#geodata/contract/processes/comparison.ts'
import { ComparisonInputs } from '#geodata/contract/processes/comparison.ts'
import type { ChartId } from '#geodata/contract/processes/map.ts'
import { drawChart } from '#geodata/drawing/charts/chart-sheet.ts'
import { DOCUMENT_FONT } from '#geodata/model/document-font.ts'
import { chartStyles } from '#server/maps/chart-styles.ts'
import type { Named } from '#server/maps/charts/chart.ts'
import { CHARTS } from '#server/maps/charts/index.ts'
import { paintOf } from '#server/maps/paint.ts'
import { type DrawnMap, type MapAsked, required } from '#server/maps/world.ts'
import { comparedSiting, comparisonOf } from '#server/processes/comparison.ts'
import { roadAttribution } from '#server/region/credits.ts'
import type { Region } from '#server/region/region.ts'

/** A ProblemError says what is wrong with the inputs, or why there is nothing to draw. */
export function chartOf(region: Region, view: ChartId, inputs: MapAsked): DrawnMap {
  const { language, theme, width, height, triangle } = inputs
  const asked = ComparisonInputs.parse({
    siting: required(inputs.siting, 'siting'),
    candidateIds: required(inputs.candidateIds, 'candidateIds'),
    ...(triangle ? { triangle } : {}),
  })
  const compared = comparedSiting(region, asked)
  const result = comparisonOf(region, asked, compared)
  const named = namedOf(region, result, language)
  const drawing = CHARTS[view].drawing({ result, named, asked: inputs, language })
  const svg = drawChart({
    ...drawing,
    width,
    height,
    language,
    family: `${DOCUMENT_FONT.family}, sans-serif`,
    background: paintOf(theme)('bg'),
    credits: inputs.credits ? groundsOf(result, language) : [],
    stylesOf: (classes) => chartStyles(classes, theme),
  })
  return { svg, title: drawing.title, network: compared.network }
}

/** Those that are gone are not drawn, and keep their letter. */
function namedOf(
  { facts }: Region,
  { candidates }: ComparisonResult,
  language: DocumentLanguage,
): Named[] {
  return candidates.flatMap(({ id, standing, nameZh, nameEn }, index) => {
    if (standing === 'gone') return []
    const park = facts.parks.find(({ properties }) => properties.id === id)?.properties
    const name = park
      ? said({ zh: park.labelZh, en: park.labelEn }, language)
      : said({ zh: nameZh, en: nameEn }, language)
    return [{ id, index, name }]
  })
}

/** On which roads, data and draws it stands. */
function groundsOf({ basis, doubt }: ComparisonResult, language: DocumentLanguage): string[] {
  const { title, licence } = roadAttribution(basis.network.kind)
  return [
    `${said(title, language)} (${licenceTold(licence, sayIn(language))})`,
    said({ zh: `${doubt.draws} 次联合抽样`, en: `${doubt.draws} joint draws` }, language),
    said(
      { zh: `数据校验值 ${basis.dataset.hash}`, en: `data hash ${basis.dataset.hash}` },
      language,
    ),
  ]
}
