// Where does the project belong? Its best three places by siting, and how the park that was agreed stands among them.
import { useState } from 'preact/hooks'
import type { Prospect } from '#geodata/analysis/prospects/prospect.ts'
import {
  madeBy,
  needsOf,
  type ProspectMade,
} from '#geodata/analysis/prospects/prospect-question.ts'
import { chanceText } from '#geodata/analysis/told/chance-text.ts'
import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import { type ScoreDomain, scoreDomain } from '#geodata/drawing/charts/score-domain.ts'
import { inSight } from '#web/api/asked.ts'
import { ScoreStrip } from '#web/charts/score-strip.tsx'
import { say, t } from '#web/messages/index.ts'
import { useAnswer } from '#web/parts/controls/use-answer.ts'
import { candidateName } from '#web/parts/words/candidate-name.ts'
import { problemText } from '#web/parts/words/problem-text.ts'
import { Words } from '#web/parts/words/words.tsx'
import { sitingInputs } from '#web/state/answers/siting.ts'
import { workOut } from '#web/state/answers/worked-out.ts'
import { edits } from '#web/state/region/lists.ts'
import { DEFAULT_ASK } from '#web/state/view/ask.ts'
import { changeView, view } from '#web/state/view/store.ts'
import type { View } from '#web/state/view/view.ts'
import { madeTold, parkName } from '#web/workspaces/progress/prospects/pool-words.ts'

const MOST_PLACES = 3

type Candidate = SitingResult['ranking'][number]

/** The view in which Site asks the very question. */
function siteOf({ properties }: Prospect, { kind, id }: ProspectMade): Partial<View> {
  const { siteId } = properties
  return {
    workspace: 'site',
    siteView: 'map',
    selection: null,
    pin: null,
    productId: kind === 'product' ? id : null,
    segmentId: kind === 'segment' ? id : null,
    weights: {},
    plantsByCapacity: false,
    ask: { ...DEFAULT_ASK, needs: needsOf(properties), siteIds: siteId === null ? [] : [siteId] },
  }
}

export function ProspectParks({ prospect }: { prospect: Prospect }) {
  const all = madeBy(prospect.properties)
  const [chosen, setChosen] = useState(0)
  const made = all[chosen] ?? all[0]
  if (!made) return <p class="site-note">{t('pool.parks.nothingMade')}</p>
  return (
    <div class="pool-parks">
      {all.length > 1 && (
        <label class="pool-made">
          <span>{t('pool.parks.made')}</span>
          <select
            value={String(chosen)}
            onChange={(event) => setChosen(Number(event.currentTarget.value))}
          >
            {all.map((one, index) => (
              <option key={one.id} value={String(index)}>
                {madeTold(one).name}
              </option>
            ))}
          </select>
        </label>
      )}
      <Answer prospect={prospect} made={made} />
      <button
        type="button"
        class="quiet pool-way no-print"
        onClick={() => changeView(siteOf(prospect, made))}
      >
        {t('pool.parks.site')}
        <span aria-hidden="true"> ›</span>
      </button>
    </div>
  )
}

function Answer({ prospect, made }: { prospect: Prospect; made: ProspectMade }) {
  // Places put aside for another question are no candidates of this one.
  const inputs = sitingInputs({ ...view.value, ...siteOf(prospect, made), compared: [] }) ?? {}
  const { answer, again } = useAnswer(
    (signal) => workOut('siting', inputs, signal),
    JSON.stringify([inputs, edits.value]),
  )
  const result = inSight(answer)
  if (answer.kind === 'failed') {
    return (
      <div role="alert">
        <p class="bad">
          {t('pool.parks.failed')} {problemText(answer.problem)}
        </p>
        <button type="button" onClick={again}>
          {t('progress.again')}
        </button>
      </div>
    )
  }
  if (!result) return <p role="status">{t('pool.parks.loading')}</p>
  return <Places prospect={prospect} result={result} isBusy={answer.kind === 'computing'} />
}

type PlacesProps = { prospect: Prospect; result: SitingResult; isBusy: boolean }

function Places({ prospect, result, isBusy }: PlacesProps) {
  const { areaHectares, parkId, siteId } = prospect.properties
  const { draws, likelyShare } = result.doubt
  const isAgreed = ({ id }: Candidate) => id === parkId || id === siteId
  const best = result.ranking.slice(0, MOST_PLACES)
  const shown = [...best, ...result.ranking.slice(MOST_PLACES).filter(isAgreed)]
  const domain = scoreDomain(shown.map(({ scoreLikely }) => scoreLikely))
  return (
    <div aria-busy={isBusy}>
      <p class="site-note">
        {areaHectares === null
          ? t('pool.parks.noLand')
          : t('pool.parks.land', { area: areaHectares })}
      </p>
      {shown.length === 0 && <p>{t('pool.parks.none')}</p>}
      <ol class="pool-places">
        {shown.map((one) => (
          <Place key={one.id} one={one} domain={domain} isAgreed={isAgreed(one)} />
        ))}
      </ol>
      {parkId !== null && <AgreedElsewhere parkId={parkId} result={result} />}
      <p class="site-note">
        {t('pool.parks.basis', {
          network: say(result.basis.network.name),
          draws,
          percent: Math.round(likelyShare * 100),
        })}
      </p>
    </div>
  )
}

type PlaceProps = { one: Candidate; domain: ScoreDomain; isAgreed: boolean }

function Place({ one, domain, isAgreed }: PlaceProps) {
  const { rank, rankLikely, score, scoreLikely, chanceFirst } = one
  const [low, high] = scoreLikely.map(Math.round)
  const range = { low: low ?? 0, high: high ?? 0 }
  return (
    <li class={isAgreed ? 'agreed' : undefined}>
      <b class="pool-rank">{rank}</b>
      <span class="pool-place">
        <Words of={candidateName(one)} />
        {isAgreed && <span class="tag">{t('pool.parks.agreed')}</span>}
      </span>
      <ScoreStrip
        domain={domain}
        score={score}
        range={scoreLikely}
        behind={null}
        label={t('pool.parks.score', { score: Math.round(score), ...range })}
      />
      <span class="pool-points">{t('pool.parks.points', range)}</span>
      <small>
        {t('pool.parks.one', {
          rank,
          from: rankLikely[0],
          to: rankLikely[1],
          chance: chanceText(chanceFirst),
        })}
      </small>
    </li>
  )
}

/** Why the park that was agreed is not on the list. */
function AgreedElsewhere({ parkId, result }: { parkId: string; result: SitingResult }) {
  if (result.ranking.some(({ id }) => id === parkId)) return null
  const out = result.excluded.find(({ id }) => id === parkId)
  return (
    <p>
      <Words
        of={
          out
            ? t('pool.parks.agreedExcluded', {
                park: parkName(parkId),
                against: out.against.map(({ told }) => say(told)).join(t('common.listSeparator')),
              })
            : t('pool.parks.agreedNotThere', { park: parkName(parkId) })
        }
      />
    </p>
  )
}
