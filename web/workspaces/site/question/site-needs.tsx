// What must a site have, and what would be good? A constraint leaves places out, a wish only counts.
import { useId } from 'preact/hooks'
import type { Need } from '#geodata/analysis/siting/need.ts'
import { NEEDS } from '#geodata/analysis/siting/needs.ts'
import type { NeedAsked } from '#geodata/contract/processes/siting.ts'
import { say, t } from '#web/messages/index.ts'
import { standingsTold } from '#web/parts/words/need-words.ts'
import { ranked } from '#web/state/answers/siting.ts'
import { changeView, view } from '#web/state/view/store.ts'

/** Asked so often that they are shown from the start. */
const ALWAYS = ['segmentAssigned', 'landHectares', 'powerMegavoltAmperes']

export function SiteNeeds() {
  const { needs } = view.value.ask
  const result = ranked.value
  const kept = result?.ranking.length ?? 0
  const all = kept + (result?.excluded.length ?? 0)
  const isShown = ({ id }: Need) => ALWAYS.includes(id) || needs.some((one) => one.id === id)
  const rest = NEEDS.filter((need) => !isShown(need))
  return (
    <section aria-label={t('site.need')}>
      <h2>
        {t('site.need')}
        {result && <small>{t('site.needCount', { kept, all })}</small>}
      </h2>
      {NEEDS.filter(isShown).map((need) => (
        <NeedRow key={need.id} need={need} asked={needs.find(({ id }) => id === need.id) ?? null} />
      ))}
      {rest.length > 0 && (
        <label class="site-need-add">
          <span class="visually-hidden">{t('site.needAdd')}</span>
          <select
            value=""
            onChange={(event) => {
              const { value } = event.currentTarget
              if (value) put(value, { id: value, isHard: true })
            }}
          >
            <option value="">{t('site.needAdd')}</option>
            {rest.map(({ id, title }) => (
              <option key={id} value={id}>
                {say(title)}
              </option>
            ))}
          </select>
        </label>
      )}
    </section>
  )
}

/** The need with this id as given; null: it is not asked any more. */
function put(id: string, need: NeedAsked | null): void {
  const { ask } = view.peek()
  const place = ask.needs.findIndex((one) => one.id === id)
  const others = ask.needs.filter((one) => one.id !== id)
  if (need) others.splice(place < 0 ? others.length : place, 0, need)
  changeView({ ask: { ...ask, needs: others } })
}

function NeedRow({ need, asked }: { need: Need; asked: NeedAsked | null }) {
  const { id, unit } = need
  const whyId = useId()
  const isMissing = asked !== null && unit !== null && asked.amount === undefined
  const title = say(need.title)
  const isHard = asked?.isHard ?? true
  return (
    <div class="site-need">
      {/* biome-ignore lint/a11y/noLabelWithoutControl: it holds one of the two inputs */}
      <label>
        {unit === null && (
          <input
            type="checkbox"
            checked={asked !== null}
            onChange={(event) => put(id, event.currentTarget.checked ? { id, isHard } : null)}
          />
        )}
        <span>{title}</span>
        {unit !== null && (
          <>
            <input
              type="number"
              inputMode="decimal"
              min="0"
              max="1000000"
              step="any"
              value={asked?.amount ?? ''}
              aria-invalid={isMissing}
              aria-describedby={isMissing ? whyId : undefined}
              onChange={(event) => {
                const amount = event.currentTarget.valueAsNumber
                const isAmount = Number.isFinite(amount) && amount > 0
                put(id, isAmount ? { id, isHard, amount: Math.min(amount, 1_000_000) } : null)
              }}
            />
            <abbr>{t(`site.needUnit.${unit}`)}</abbr>
          </>
        )}
      </label>
      {asked && (
        <button
          type="button"
          class="quiet"
          aria-pressed={isHard}
          aria-label={t('site.needHardOf', { title })}
          onClick={() => put(id, { ...asked, isHard: !isHard })}
        >
          {isHard ? t('site.needHard') : t('site.needWish')}
        </button>
      )}
      {isMissing && (
        <p class="site-bad" id={whyId} role="alert">
          {t('site.needMissing', { unit: t(`site.needUnit.${unit}`) })}
          <button type="button" class="quiet" onClick={() => put(id, null)}>
            {t('site.needDrop', { title })}
          </button>
        </p>
      )}
      {asked && !isMissing && <Standing id={id} isHard={isHard} />}
    </div>
  )
}

/** How the candidates stand to it: who is left out, whose range crosses the limit, and for whom nothing is known. */
function Standing({ id, isHard }: { id: string; isHard: boolean }) {
  const standings = ranked.value?.needs.find((need) => need.id === id)?.standings
  if (!standings) return null
  const { perhaps = 0, unknown = 0 } = standings
  return (
    <small>
      {perhaps + unknown > 0 && <i class="hatch-swatch" aria-hidden="true" />}
      {standingsTold(standings, isHard).join(' · ')}
    </small>
  )
}
