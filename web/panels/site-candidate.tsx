// Why does this candidate stand where it stands? Term by term, with the plants and the doubts.
import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import { MinutesStrip } from '#web/charts/minutes-strip.tsx'
import { byWeight, toneClass } from '#web/charts/score-bar.tsx'
import { ValueFunction } from '#web/charts/value-function.tsx'
import { say, t } from '#web/messages/index.ts'
import { amount, measuredText, unitWord } from '#web/panels/measured.ts'
import { oneLanguage } from '#web/panels/one-language.ts'
import { SiteStandings } from '#web/panels/site-standings.tsx'
import { COMPARED_MAXIMUM, pinCandidateId, withCompared } from '#web/state/compare.ts'
import { minutesText } from '#web/state/minutes-text.ts'
import type { Candidate } from '#web/state/siting-rank.ts'
import { changeView, view } from '#web/state/store.ts'

type SiteCandidateProps = { candidate: Candidate; result: SitingResult }

export function SiteCandidate({ candidate, result }: SiteCandidateProps) {
  const name = say({ zh: candidate.nameZh, en: candidate.nameEn })
  return (
    <div class="site-candidate">
      <p class="site-candidate-head">
        <span>
          {candidate.rankLow === candidate.rankHigh
            ? t('site.rank', { rank: candidate.rank })
            : t('site.rankBetween', { low: candidate.rankLow, high: candidate.rankHigh })}
        </span>
        <AddToCompare candidate={candidate} />
      </p>
      <TermTable candidate={candidate} result={result} name={name} />
      <SiteStandings candidate={candidate} asked={result.needs} />
      {candidate.flags.length > 0 && (
        <div class="site-flags">
          <h3>{t('site.flags')}</h3>
          <ul>
            {candidate.flags.map((flag) => (
              <li key={flag.en}>
                <i class="hatch-swatch" aria-hidden="true" />
                {say(flag)}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Plants candidate={candidate} />
      <Near title={t('site.suppliers')} places={candidate.suppliers} />
      {candidate.nearestHub && <Near title={t('site.hub')} places={[candidate.nearestHub]} />}
    </div>
  )
}

function AddToCompare({ candidate }: { candidate: Candidate }) {
  const id = candidate.kind === 'park' ? candidate.id : pinCandidateId(candidate.lngLat)
  const { compared } = view.value
  const there = compared.includes(id)
  const full = !there && compared.length >= COMPARED_MAXIMUM
  return (
    <button
      type="button"
      disabled={there || full}
      onClick={() => changeView({ compared: withCompared(compared, id) })}
    >
      {there ? t('site.inCompare') : full ? t('site.compareFull') : t('site.addCompare')}
    </button>
  )
}

function TermTable({ candidate, result, name }: SiteCandidateProps & { name: string }) {
  return (
    <table class="site-terms">
      <caption class="visually-hidden">{t('site.termTable', { name })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('site.colTerm')}</th>
          <th scope="col">{t('site.colMeasured')}</th>
          <th scope="col">{t('site.colValue')}</th>
          <th scope="col">{t('site.colWeight')}</th>
          <th scope="col">{t('site.colContribution')}</th>
        </tr>
      </thead>
      <tbody>
        {byWeight(candidate.terms).map((term, index) => {
          const criterion = result.criteria.find(({ id }) => id === term.criterion)
          if (!criterion) return null
          const measured = measuredText(term)
          const unit = unitWord(term.unit)
          return (
            <tr key={term.criterion}>
              <th scope="row">
                <i
                  class={`swatch ${toneClass(index)}`}
                  style="background:currentColor"
                  aria-hidden="true"
                />
                <span>
                  {say(criterion.title)}
                  <small title={term.source}>
                    {term.reason ? say(term.reason) : shortSource(term.source)}
                  </small>
                </span>
              </th>
              <td>
                {measured === null ? (
                  <span class="unknown">{t('site.unknown')}</span>
                ) : (
                  <>
                    {measured} <abbr>{unit}</abbr>
                  </>
                )}
              </td>
              <td>
                <ValueFunction
                  best={criterion.best}
                  worst={criterion.worst}
                  raw={term.known ? term.raw : null}
                  value={term.value}
                  valueLow={term.valueLow}
                  valueHigh={term.valueHigh}
                  label={t('site.valueLabel', {
                    best: `${amount(criterion.best, term.unit)} ${unit}`,
                    worst: `${amount(criterion.worst, term.unit)} ${unit}`,
                    value: term.known
                      ? term.value.toFixed(2)
                      : `${term.valueLow.toFixed(2)}–${term.valueHigh.toFixed(2)}`,
                  })}
                />
              </td>
              <td>{Math.round(term.weight * 100)}%</td>
              <td>
                <b>
                  {term.known
                    ? term.contribution.toFixed(1)
                    : `${term.contributionLow.toFixed(0)}–${term.contributionHigh.toFixed(0)}`}
                </b>
              </td>
            </tr>
          )
        })}
        <tr class="total">
          <th scope="row" colSpan={4}>
            {t('site.total')}
          </th>
          <td>
            <b>{candidate.score.toFixed(1)}</b>
          </td>
        </tr>
      </tbody>
    </table>
  )
}

/** The first reference of a source, addresses cut to their host: the whole is in the title. */
export function shortSource(source: string): string {
  return source
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => oneLanguage(part.replace(/^https?:\/\/(?:www\.)?([^/]+).*$/, '$1')))
    .join(' · ')
}

function Plants({ candidate }: { candidate: Candidate }) {
  const marks = candidate.plants.flatMap(({ id, nameZh, nameEn, duration }) =>
    duration
      ? [
          {
            id,
            name: say({ zh: nameZh, en: nameEn }),
            minutes: duration.centralSeconds / 60,
            duration,
          },
        ]
      : [],
  )
  const unreached = candidate.plants.length - marks.length
  if (candidate.plants.length === 0) return <p class="site-note">{t('site.plantsNone')}</p>
  const title = t('site.plants', { count: marks.length })
  return (
    <div class="site-plants">
      <h3>{title}</h3>
      <MinutesStrip
        marks={marks}
        label={`${title}: ${marks.map(({ name, duration }) => `${name} ${minutesText(duration)}`).join(', ')}`}
      />
      <ul class="site-places">
        {marks.map(({ id, name, duration }) => (
          <li key={id}>
            {name} <b>{minutesText(duration)}</b>
          </li>
        ))}
      </ul>
      {unreached > 0 && <p class="site-note">{t('site.plantsUnreached', { count: unreached })}</p>}
    </div>
  )
}

function Near({ title, places }: { title: string; places: Candidate['suppliers'] }) {
  if (places.length === 0) return null
  return (
    <div>
      <h3>{title}</h3>
      <ul class="site-places">
        {places.map(({ id, nameZh, nameEn, duration }) => (
          <li key={id}>
            {say({ zh: nameZh, en: nameEn })}{' '}
            <b>
              {duration ? `${minutesText(duration)} ${t('site.unitMinutes')}` : t('site.unknown')}
            </b>
          </li>
        ))}
      </ul>
    </div>
  )
}
