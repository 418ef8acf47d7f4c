// Which closed road would hit my deliveries, or those of the whole region, hardest? In one sentence.
import type { DisruptionResult } from '#geodata/contract/processes/disruption.ts'
import { nameOf, say, t } from '#web/messages/index.ts'
import { type Stretch, stretchName } from '#web/workspaces/site/disruption/stretch-words.ts'

/** Of what one site would deliver, plant by plant; empty where the answer is not of one site. */
export function ownDisruptionSentence(
  { site, links, productsInWindow: inWindow }: DisruptionResult,
  { product, minutes }: { product: string; minutes: number },
): string {
  if (!site) return ''
  const about = { site: nameOf(site), product, minutes, inWindow }
  const [worst] = links
  if (inWindow === 0) return t('disruption.sentenceNobody', about)
  return worst
    ? t('disruption.sentence', { ...about, ...lossOf(worst) })
    : t('disruption.sentenceNone', about)
}

/** Of all that is delivered in the region. */
export function regionDisruptionSentence({ links }: DisruptionResult, minutes: number): string {
  const [worst] = links
  return worst
    ? t('disruption.sentenceRegion', { minutes, ...lossOf(worst) })
    : t('disruption.none')
}

/** Where a finding rests on how one place is drawn on the network, that is said with the network. */
export function doubtOfStretch(
  { restsOn }: Stretch,
  { basis }: Pick<DisruptionResult, 'basis'>,
): string | null {
  if (!restsOn) return null
  return t(restsOn.isIsland ? 'disruption.onIsland' : 'disruption.restsOn', {
    name: nameOf(restsOn),
    network: say(basis.network.name),
  })
}

function lossOf(worst: Stretch) {
  return {
    stretch: stretchName(worst),
    pairs: worst.pairCount,
    most: Math.round(worst.mostMinutes),
    leaving: worst.productsLeaving,
    cut: worst.productsCut,
  }
}
