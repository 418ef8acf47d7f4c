// What would it do to local sourcing if the projects of the pool were carried out? Asked for when it is opened.
import { useState } from 'preact/hooks'
import type { Prospect } from '#geodata/analysis/prospects/prospect.ts'
import { type LeftOut, suppliersOf } from '#geodata/analysis/prospects/suppliers.ts'
import { PROSPECT_STAGES, type ProspectStage } from '#geodata/contract/editable/prospects.ts'
import type { LocalSourcingResult, Rate } from '#geodata/contract/processes/local-sourcing.ts'
import { inSight } from '#web/api/asked.ts'
import { execute } from '#web/api/client.ts'
import { say, t } from '#web/messages/index.ts'
import { useAnswer } from '#web/parts/controls/use-answer.ts'
import { problemText } from '#web/parts/words/problem-text.ts'
import { Words } from '#web/parts/words/words.tsx'
import { edits } from '#web/state/region/lists.ts'
import { networkOf } from '#web/state/view/asked-network.ts'
import { view } from '#web/state/view/store.ts'
import { madeTold } from '#web/workspaces/progress/prospects/pool-words.ts'

/** What produces is there already. */
const FUTURE = PROSPECT_STAGES.filter((stage) => stage !== 'producing')

type PoolEffectsProps = { prospects: readonly Prospect[] }

export function PoolEffects({ prospects }: PoolEffectsProps) {
  const [isOpen, setOpen] = useState(false)
  const [stages, setStages] = useState<readonly ProspectStage[]>(FUTURE)
  return (
    <section class="pool-effects" aria-labelledby="pool-effects">
      <h2 id="pool-effects">
        <button type="button" class="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t('pool.effects')}
        </button>
      </h2>
      {isOpen && (
        <>
          <fieldset class="pool-effects-stages no-print">
            <legend class="visually-hidden">{t('pool.effects.stages')}</legend>
            {FUTURE.map((stage) => (
              <label key={stage}>
                <input
                  type="checkbox"
                  checked={stages.includes(stage)}
                  onChange={(event) =>
                    setStages(
                      FUTURE.filter((one) =>
                        one === stage ? event.currentTarget.checked : stages.includes(one),
                      ),
                    )
                  }
                />{' '}
                {t(`records.stage.${stage}`)}
              </label>
            ))}
          </fieldset>
          <Effects prospects={prospects} stages={stages} />
        </>
      )}
    </section>
  )
}

type EffectsProps = PoolEffectsProps & { stages: readonly ProspectStage[] }
type Found = ReturnType<typeof suppliersOf> & {
  today: LocalSourcingResult
  /** Null: there is nobody to add. */
  later: LocalSourcingResult | null
}

function Effects({ prospects, stages }: EffectsProps) {
  const { withinMinutes } = view.value.sourcing
  const asked = { withinMinutes, ...networkOf(view.value) }
  const find = async (signal: AbortSignal): Promise<Found> => {
    const today = await execute('local-sourcing', asked, signal)
    const found = suppliersOf(prospects, stages, today.known)
    const added = found.suppliers.map(({ productId, parkId }) => ({ productId, parkId }))
    const later =
      added.length > 0 ? await execute('local-sourcing', { ...asked, added }, signal) : null
    return { ...found, today, later }
  }
  const { answer, again } = useAnswer(find, JSON.stringify([asked, stages, edits.value]))
  const found = inSight(answer)
  if (answer.kind === 'failed') {
    return (
      <div role="alert">
        <p class="bad">{problemText(answer.problem)}</p>
        <button type="button" onClick={again}>
          {t('progress.again')}
        </button>
      </div>
    )
  }
  if (!found) return <p role="status">{t('pool.effects.loading')}</p>
  return (
    <div aria-busy={answer.kind === 'computing'}>
      <p>{countedText(found)}</p>
      {found.later?.withAdded && (
        <Changes today={found.today} after={found.later.withAdded} minutes={withinMinutes} />
      )}
      <LeftOutOf leftOut={found.leftOut} />
      <p class="site-note">{t('pool.effects.note')}</p>
    </div>
  )
}

function countedText({ suppliers, leftOut }: Found): string {
  const counted = new Set(suppliers.map(({ prospectId }) => prospectId)).size
  const counts = { counted, all: counted + leftOut.length, suppliers: suppliers.length }
  return t(counted > 0 ? 'pool.effects.counted' : 'pool.effects.none', counts)
}

type ChangesProps = {
  today: LocalSourcingResult
  after: LocalSourcingResult['today']
  minutes: number
}

function Changes({ today: { today, known }, after, minutes }: ChangesProps) {
  const segments = today.segments.flatMap((before) => {
    const later = after.segments.find(({ segmentId }) => segmentId === before.segmentId)
    const isChanged =
      later &&
      (later.one.central !== before.one.central || later.two.central !== before.two.central)
    return isChanged ? [{ before, later }] : []
  })
  const firsts = today.products.flatMap(({ productId, one }) => {
    const later = after.products.find((product) => product.productId === productId)
    const product = known.products.find((product) => product.productId === productId)
    return product && later && one.central === 0 && later.one.central > 0 ? [say(product.name)] : []
  })
  return (
    <>
      <table class="pool-effects-table">
        <caption>{t('pool.effects.caption', { minutes })}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('sourcing.colOne')}</th>
            <th scope="col">{t('sourcing.colTwo')}</th>
          </tr>
        </thead>
        <tbody>
          <RateRow name={t('sourcing.region')} before={today.total} later={after.total} />
          {segments.map(({ before, later }) => (
            <RateRow
              key={before.segmentId}
              name={madeTold({ kind: 'segment', id: before.segmentId }).name}
              before={before}
              later={later}
            />
          ))}
        </tbody>
      </table>
      <p>
        {firsts.length > 0
          ? t('pool.effects.firsts', { minutes, list: firsts.join(t('common.listSeparator')) })
          : t('pool.effects.noFirsts')}
      </p>
    </>
  )
}

function RateRow({ name, before, later }: { name: string; before: Rate; later: Rate }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <RateChange before={before.one.central} later={later.one} needed={before.needed} />
      </td>
      <td>
        <RateChange before={before.two.central} later={later.two} needed={before.needed} />
      </td>
    </tr>
  )
}

type RateChangeProps = { before: number; later: Rate['one']; needed: number }

/** The middle today and later, and what is likely later of all that is needed. */
function RateChange({ before, later, needed }: RateChangeProps) {
  const percent = (count: number) => Math.round((100 * count) / Math.max(1, needed))
  const [low, high] = later.likely ?? [later.low, later.high]
  return (
    <>
      <b>{t('pool.effects.change', { before: percent(before), later: percent(later.central) })}</b>{' '}
      <small>
        {t(later.likely ? 'sourcing.percent' : 'sourcing.percentBounds', {
          low: percent(low),
          high: percent(high),
        })}
      </small>
    </>
  )
}

const REASONS = ['noPark', 'noProduct', 'notCounted'] as const satisfies readonly LeftOut['why'][]

function LeftOutOf({ leftOut }: { leftOut: readonly LeftOut[] }) {
  const counts = REASONS.map((why) => ({
    why,
    count: leftOut.filter((one) => one.why === why).length,
  })).filter(({ count }) => count > 0)
  if (counts.length === 0) return null
  return (
    <p>
      <i class="hatch-swatch" aria-hidden="true" />
      <Words
        of={t('pool.effects.leftOut', {
          list: counts
            .map(({ why, count }) => t(`pool.effects.${why}`, { count }))
            .join(t('common.listSeparator')),
        })}
      />
    </p>
  )
}
