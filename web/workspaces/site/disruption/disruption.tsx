// What if a road is closed or a supplier stops? The stretches that cost most, and who would be missed.

import { useButtonGrid } from '#web/parts/controls/grid-keys.ts'
import { DoubtfulEnds } from '#web/parts/words/doubtful-ends.tsx'
import { Words } from '#web/parts/words/words.tsx'
import '#web/workspaces/site/sourcing/sourcing.css'
import '#web/workspaces/site/disruption/disruption.css'
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { DisruptionInputs, DisruptionResult } from '#geodata/contract/processes/disruption.ts'
import { inSight } from '#web/api/asked.ts'
import { execute } from '#web/api/client.ts'
import { say, t } from '#web/messages/index.ts'
import { AnswerStatus } from '#web/parts/controls/answer-status.tsx'
import { RangeField } from '#web/parts/controls/range-field.tsx'
import { useAnswer } from '#web/parts/controls/use-answer.ts'
import { BasisLine } from '#web/parts/words/basis-line.tsx'
import { exampleOfStretch } from '#web/parts/words/home-words.ts'
import { ownClosures, regionClosures, type Closures as Seen } from '#web/state/answers/closures.ts'
import { ranked } from '#web/state/answers/siting.ts'
import { edits, taxonomy } from '#web/state/region/lists.ts'
import { networkOf } from '#web/state/view/asked-network.ts'
import { changeView, view } from '#web/state/view/store.ts'
import { DisruptionDetail } from '#web/workspaces/site/disruption/disruption-detail.tsx'
import {
  ownDisruptionSentence,
  regionDisruptionSentence,
} from '#web/workspaces/site/disruption/disruption-sentence.ts'
import { DisruptionSuppliers } from '#web/workspaces/site/disruption/disruption-suppliers.tsx'
import { type Stretch, stretchName } from '#web/workspaces/site/disruption/stretch-words.ts'
import { siteInFocus } from '#web/workspaces/site/windows/windows-cells.ts'

type Asked = Partial<DisruptionInputs>

export function DisruptionBoard() {
  const { sourcing, productId } = view.value
  const { withinMinutes } = sourcing
  const product = taxonomy.value
    .flatMap(({ products }) => products)
    .find((one) => one.productId === productId)
  const site = product ? siteInFocus(view.value, ranked.value) : null
  const inputs = { withinMinutes, ...networkOf(view.value), count: RESULT_COUNT }
  const customers = ranked.value?.offered.plants.filter(({ isCustomer }) => isCustomer) ?? []
  const plants = customers.length > 0 ? { plantIds: customers.map(({ id }) => id) } : {}
  const own = useClosures(site && { ...inputs, ...site, ...plants })
  const said =
    own.result &&
    product &&
    ownDisruptionSentence(own.result, { product: say(product.name), minutes: withinMinutes })
  useSeen(ownClosures, own.seen)
  const [opened, setOpened] = useState<boolean | null>(null)
  const isOpen = opened ?? product === undefined
  return (
    <div class="sourcing-board">
      <header>
        <h1>{t('disruption.title')}</h1>
        {said && (
          <p class="board-sentence">
            <Words of={said} />
          </p>
        )}
        <p class="lead">{t('disruption.lead')}</p>
      </header>
      <RangeField
        label={t('sourcing.within')}
        said={t('sourcing.minutes', { minutes: withinMinutes })}
        value={withinMinutes}
        min={15}
        max={180}
        step={15}
        onValue={(minutes) => changeView({ sourcing: { ...sourcing, withinMinutes: minutes } })}
      />
      {site && <AnswerStatus answer={own.answer} again={own.again} said={said ?? null} />}
      {own.result && <Closures label={t('disruption.own')} {...own} result={own.result} />}
      <details open={isOpen} onToggle={(event) => setOpened(event.currentTarget.open)}>
        <summary>{t('disruption.region')}</summary>
        {isOpen && <RegionClosures inputs={inputs} />}
      </details>
      <DisruptionSuppliers />
      <p class="site-note">{t('disruption.method')}</p>
    </div>
  )
}

/** What closing each stretch does to all that is delivered in the region. */
function RegionClosures({ inputs }: { inputs: Asked & { withinMinutes: number } }) {
  const region = useClosures(inputs)
  const { result } = region
  useSeen(regionClosures, region.seen)
  const said = result && regionDisruptionSentence(result, inputs.withinMinutes)
  return (
    <>
      <AnswerStatus answer={region.answer} again={region.again} said={said} />
      {result && (
        <>
          <p class="sourcing-said">
            <Words of={said ?? ''} />{' '}
            {t('disruption.said', {
              links: result.linkCount,
              pairs: result.pairCount,
              inWindow: result.productsInWindow,
            })}
          </p>
          <Closures label={t('disruption.links')} {...region} result={result} />
        </>
      )}
    </>
  )
}

/** The answer, with the stretch that is looked at; null: nothing is asked. */
function useClosures(asked: Asked | null) {
  const question = JSON.stringify(asked)
  const [picked, setPicked] = useState({ question, id: null as string | null })
  // A stretch belongs to the question it was picked under.
  const linkId = picked.question === question ? picked.id : null
  const { answer, again } = useAnswer(
    async (signal) =>
      asked && execute('disruption', { ...asked, ...(linkId === null ? {} : { linkId }) }, signal),
    JSON.stringify([question, linkId, edits.value]),
  )
  const open = (id: string) => setPicked({ question, id })
  const result = inSight(answer)
  const seen = useMemo(() => asked && result && { asked, result }, [question, result])
  return { answer, again, open, result, seen }
}

/** Lets others know what is looked at, as long as it is. */
function useSeen(where: typeof ownClosures, seen: Seen | null): void {
  useEffect(() => {
    where.value = seen
    return () => {
      where.value = null
    }
  }, [seen])
}

type ClosuresProps = { label: string; result: DisruptionResult; open: (id: string) => void }

/** The stretches drawn, the one closed with its detours, and all of them as a table. */
function Closures({ label, result, open }: ClosuresProps) {
  const [text, setText] = useState('')
  const found = foundLinks(result.links, text)
  return (
    <>
      <div class="sourcing-columns">
        <DisruptionDetail
          result={result}
          drawn={result.links.slice(0, SHOWN).filter(({ id }) => id !== result.detail?.linkId)}
          onClose={open}
        />
        <section aria-label={label}>
          <h2>{label}</h2>
          {result.links.length === 0 && <p class="site-note">{t('disruption.none')}</p>}
          <input
            type="search"
            aria-label={t('disruption.find', exampleOfStretch())}
            placeholder={t('disruption.find', exampleOfStretch())}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
          <LinkTable links={found} openId={result.detail?.linkId ?? null} open={open} />
        </section>
      </div>
      <p class="site-note">
        <BasisLine basis={result.basis} />
      </p>
      <DoubtfulEnds ends={result.doubtfulEnds} />
    </>
  )
}

/** As many are searched as are asked for; the list shows the first of them. */
const RESULT_COUNT = 200
const SHOWN = 20

type Ranked = { link: Stretch; rank: number }

/** Those whose number, name or ends hold every typed word, the most critical first. */
function foundLinks(links: readonly Stretch[], text: string): Ranked[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return links
    .map((link, index) => ({ link, rank: index + 1 }))
    .filter(({ link }) => {
      const hay = stretchName(link).toLowerCase()
      return words.every((word) => hay.includes(word))
    })
    .slice(0, SHOWN)
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
                {rank}. <Words of={stretchName(link)} />
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
