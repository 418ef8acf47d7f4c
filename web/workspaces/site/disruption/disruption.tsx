// What if a road is closed or a supplier stops? The stretches that cost most, and who would be missed.
import { useButtonGrid } from '#web/parts/controls/grid-keys.ts'
import { Words } from '#web/parts/words/words.tsx'
import '#web/workspaces/site/sourcing/sourcing.css'
import '#web/workspaces/site/disruption/disruption.css'
import { useState } from 'preact/hooks'
import type { DisruptionResult } from '#geodata/contract/processes/disruption.ts'
import { inSight } from '#web/api/asked.ts'
import { execute } from '#web/api/client.ts'
import { t } from '#web/messages/index.ts'
import { AnswerStatus } from '#web/parts/controls/answer-status.tsx'
import { RangeField } from '#web/parts/controls/range-field.tsx'
import { useAnswer } from '#web/parts/controls/use-answer.ts'
import { BasisLine } from '#web/parts/words/basis-line.tsx'
import { exampleOfStretch } from '#web/parts/words/home-words.ts'
import { edits, roads } from '#web/state/region/lists.ts'
import { networkOf } from '#web/state/view/asked-network.ts'
import { changeView, view } from '#web/state/view/store.ts'
import { DisruptionDetail } from '#web/workspaces/site/disruption/disruption-detail.tsx'
import { DisruptionSuppliers } from '#web/workspaces/site/disruption/disruption-suppliers.tsx'

type Link = DisruptionResult['links'][number]

export function DisruptionBoard() {
  const { sourcing } = view.value
  const [linkId, setLinkId] = useState<string | null>(null)
  const [text, setText] = useState('')
  const inputs = { withinMinutes: sourcing.withinMinutes, ...networkOf(view.value) }
  const asked = { ...inputs, count: RESULT_COUNT, ...(linkId === null ? {} : { linkId }) }
  const { answer, again } = useAnswer(
    (signal) => execute('disruption', asked, signal),
    JSON.stringify([asked, edits.value]),
  )
  const result = inSight(answer)
  const said =
    result &&
    t('disruption.said', {
      links: result.linkCount,
      pairs: result.pairCount,
      inWindow: result.productsInWindow,
    })
  return (
    <div class="sourcing-board">
      <header>
        <h1>{t('disruption.title')}</h1>
        <p class="lead">{t('disruption.lead')}</p>
      </header>
      <RangeField
        label={t('sourcing.within')}
        said={t('sourcing.minutes', { minutes: sourcing.withinMinutes })}
        value={sourcing.withinMinutes}
        min={15}
        max={180}
        step={15}
        onValue={(withinMinutes) => {
          setLinkId(null)
          changeView({ sourcing: { ...sourcing, withinMinutes } })
        }}
      />
      <AnswerStatus answer={answer} again={again} said={said} />
      {result && (
        <>
          <p class="sourcing-said">{said}</p>
          <div class="sourcing-columns">
            <section aria-label={t('disruption.links')}>
              <h2>{t('disruption.links')}</h2>
              {result.links.length === 0 && <p class="site-note">{t('disruption.none')}</p>}
              <input
                type="search"
                aria-label={t('disruption.find', exampleOfStretch())}
                placeholder={t('disruption.find', exampleOfStretch())}
                value={text}
                onInput={(event) => setText(event.currentTarget.value)}
              />
              <LinkTable
                links={foundLinks(result.links, text)}
                openId={result.detail?.linkId ?? null}
                open={setLinkId}
              />
            </section>
            <DisruptionDetail result={result} nameOf={linkName} />
          </div>
          <DisruptionSuppliers />
          <p class="site-note">
            {t('disruption.method')} <BasisLine basis={result.basis} />
          </p>
        </>
      )}
    </div>
  )
}

/** As many are searched as are asked for; the list shows the first of them. */
const RESULT_COUNT = 200
const SHOWN = 20

type Ranked = { link: Link; rank: number }

/** Those whose number, name or ends hold every typed word, the most critical first. */
function foundLinks(links: readonly Link[], text: string): Ranked[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return links
    .map((link, index) => ({ link, rank: index + 1 }))
    .filter(({ link }) => {
      const hay = linkName(link).toLowerCase()
      return words.every((word) => hay.includes(word))
    })
    .slice(0, SHOWN)
}

/** "G65 王家–龙兴": the number where it is known, the ends, or the name of the street. */
function linkName({ name, ref, fromName, toName, id }: Link): string {
  const known = roads.value.find(
    ({ properties }) =>
      (properties.fromZh === fromName && properties.toZh === toName) ||
      (properties.fromZh === toName && properties.toZh === fromName),
  )
  const ends = fromName && toName ? `${fromName} – ${toName}` : ''
  const words = [ref || known?.properties.ref, name, ends].filter(Boolean).join(' ')
  return words || t('disruption.unnamed', { id })
}

type LinkTableProps = {
  links: readonly Ranked[]
  openId: string | null
  open: (id: string) => void
}

function LinkTable({ links, openId, open }: LinkTableProps) {
  const grid = useButtonGrid()
  return (
    <table class="rate-table" {...grid}>
      <caption class="visually-hidden">{t('disruption.links')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('disruption.colLink')}</th>
          <th scope="col">{t('disruption.colLost')}</th>
          <th scope="col">{t('disruption.colMost')}</th>
          <th scope="col">{t('disruption.colLeaving')}</th>
        </tr>
      </thead>
      <tbody>
        {links.map(({ link, rank }) => (
          <tr key={link.id} class={link.id === openId ? 'open' : undefined}>
            <th scope="row">
              <button
                type="button"
                class="link-button"
                aria-pressed={link.id === openId}
                onClick={() => open(link.id)}
              >
                {rank}. <Words of={linkName(link)} />
              </button>
            </th>
            <td>
              <b>{link.lostProductMinutes}</b>
            </td>
            <td>
              {Math.round(link.mostMinutes)} {t('site.unitMinutes')}
            </td>
            <td>
              {link.productsLeaving}
              {link.productsCut > 0 && (
                <small> {t('disruption.cut', { count: link.productsCut })}</small>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
