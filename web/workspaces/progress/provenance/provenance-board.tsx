// What of the data is weak, what could mending it change, and who does it until when?
import '#web/parts/controls/print.css'
import '#web/workspaces/progress/tasks/tasks.css'
import '#web/workspaces/progress/provenance/provenance.css'
import { useState } from 'preact/hooks'
import { chanceText } from '#geodata/analysis/told/chance-text.ts'
import type { AskedInputs } from '#geodata/contract/processes/index.ts'
import { EFFECT_KINDS, type ProvenanceResult } from '#geodata/contract/processes/provenance.ts'
import type { SitingInputs } from '#geodata/contract/processes/siting.ts'
import { inSight } from '#web/api/asked.ts'
import { execute, executeAsWorkbook, problemOf } from '#web/api/client.ts'
import { language, nameOf, t } from '#web/messages/index.ts'
import { useAnswer } from '#web/parts/controls/use-answer.ts'
import { useAnnounced } from '#web/parts/focus/announcer.tsx'
import { dateText } from '#web/parts/words/date-text.ts'
import { fileName } from '#web/parts/words/file-name.ts'
import { problemText } from '#web/parts/words/problem-text.ts'
import { saveBlob } from '#web/parts/words/save-sheet.ts'
import { Words } from '#web/parts/words/words.tsx'
import { sitingInputs } from '#web/state/answers/siting.ts'
import { edits } from '#web/state/region/lists.ts'
import { changeView, view } from '#web/state/view/store.ts'
import {
  filtersShown,
  showWork,
  WorkCounts,
  WorkFilters,
} from '#web/workspaces/progress/provenance/work-head.tsx'
import { WorkLine } from '#web/workspaces/progress/provenance/work-line.tsx'
import { questionText } from '#web/workspaces/progress/provenance/work-words.ts'

const PAGE_LINES = 50
/** As many as a file takes at once. */
const MOST_LINES = 1000
const OLD_MONTHS = 24

type Inputs = AskedInputs<'provenance'>

function inputsShown(): Inputs {
  const { kind, side, standing } = filtersShown()
  const siting = sitingInputs(view.value)
  return {
    // The server fills in what the page leaves out.
    ...(siting ? { siting: siting as SitingInputs } : {}),
    oldAfterMonths: OLD_MONTHS,
    ...(kind ? { kinds: [kind] } : {}),
    ...(side ? { side } : {}),
    ...(standing ? { standing } : {}),
  }
}

export function ProvenanceBoard() {
  const inputs = inputsShown()
  const { page } = filtersShown()
  const asked = { ...inputs, limit: PAGE_LINES, offset: (page - 1) * PAGE_LINES }
  const { answer, again } = useAnswer(
    (signal) => execute('provenance', asked, signal),
    JSON.stringify([asked, edits.value]),
  )
  const result = inSight(answer)
  useAnnounced(result && leadOf(result))
  if (answer.kind === 'failed') {
    return (
      <div class="site-failed" role="alert">
        <h2>{t('provenance.failed')}</h2>
        <p>{problemText(answer.problem)}</p>
        <button type="button" onClick={again}>
          {t('progress.again')}
        </button>
      </div>
    )
  }
  if (!result) return <p role="status">{t('provenance.loading')}</p>
  const isBusy = answer.kind === 'computing'
  return (
    <section class="tasks work" aria-label={t('provenance.title')} aria-busy={isBusy}>
      <Head result={result} inputs={inputs} />
      <WorkCounts counts={result.counts} />
      <WorkFilters counts={result.counts} />
      <Groups result={result} />
      <Pages result={result} page={page} />
      <Mended result={result} />
      <footer class="tasks-foot">
        <p>{t('provenance.note', { today: dateText(result.today), months: OLD_MONTHS })}</p>
      </footer>
    </section>
  )
}

/** The board in one sentence. */
function leadOf(result: ProvenanceResult): string {
  const { total, assigned, overdue, byEffect } = result.counts
  const effects = byEffect.chance
  const counts = { total, assigned, overdue, effects, question: questionText(result) }
  return t(effects > 0 ? 'provenance.lead' : 'provenance.leadNone', counts)
}

function Head({ result, inputs }: { result: ProvenanceResult; inputs: Inputs }) {
  const { first, chanceNow, draws } = result
  const [refused, setRefused] = useState<string | null>(null)
  const download = async () => {
    setRefused(null)
    try {
      const asked = { ...inputs, limit: MOST_LINES }
      const book = await executeAsWorkbook('provenance', asked, language.value)
      saveBlob(`${fileName(t('provenance.title'))}.xlsx`, book)
    } catch (error) {
      setRefused(problemText(problemOf(error)))
    }
  }
  return (
    <div class="tasks-head">
      <div class="work-lead">
        <p class="lead">
          <Words of={leadOf(result)} />
        </p>
        <p class="work-question">
          {first &&
            t('provenance.nowFirst', {
              name: nameOf(first),
              draws,
              chance: chanceText(chanceNow),
            })}{' '}
          <button
            type="button"
            class="quiet no-print"
            onClick={() => changeView({ workspace: 'site', siteView: 'map' })}
          >
            {t('provenance.changeQuestion')}
            <span aria-hidden="true"> ›</span>
          </button>
        </p>
      </div>
      <button type="button" class="no-print" onClick={() => void download()}>
        {t('provenance.download')}
      </button>
      <button type="button" class="no-print" onClick={() => window.print()}>
        {t('provenance.print')}
      </button>
      {refused && (
        <p role="alert" class="bad">
          {refused}
        </p>
      )}
    </div>
  )
}

function Groups({ result }: { result: ProvenanceResult }) {
  const { items, counts, matchedByEffect, today } = result
  const canAsk = sitingInputs(view.value) !== null
  const sides = counts.sides.map(({ side }) => side)
  if (items.length === 0) {
    return (
      <p class="site-note">{t(counts.total === 0 ? 'provenance.noneAll' : 'provenance.none')}</p>
    )
  }
  return (
    <>
      {EFFECT_KINDS.map((kind) => {
        const lines = items.filter(({ effect }) => effect.kind === kind)
        if (lines.length === 0) return null
        return (
          <section key={kind} class="work-group" aria-labelledby={`work-${kind}`}>
            <h2 id={`work-${kind}`}>
              {t(`provenance.group.${kind}`)}{' '}
              <small>{t('provenance.group.count', { count: matchedByEffect[kind] })}</small>
            </h2>
            {(kind === 'chance' || kind === 'unknown') && (
              <p class="site-note">{t(`provenance.note.${kind}`)}</p>
            )}
            <ul class="work-lines">
              {lines.map((line) => (
                <WorkLine key={line.id} line={line} today={today} sides={sides} canAsk={canAsk} />
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}

function Pages({ result: { matched }, page }: { result: ProvenanceResult; page: number }) {
  const pages = Math.ceil(matched / PAGE_LINES)
  if (pages <= 1 && page === 1) return null
  const turn = (to: number) => {
    showWork({ page: to })
    document.querySelector('.board')?.scrollTo({ top: 0 })
  }
  return (
    <nav class="work-pages no-print" aria-label={t('provenance.page', { page, pages })}>
      <button type="button" disabled={page <= 1} onClick={() => turn(page - 1)}>
        {t('provenance.previous')}
      </button>
      <span>{t('provenance.page', { page, pages })}</span>
      <button type="button" disabled={page >= pages} onClick={() => turn(page + 1)}>
        {t('provenance.next')}
      </button>
    </nav>
  )
}

function Mended({ result: { mended } }: { result: ProvenanceResult }) {
  if (mended.length === 0) return null
  return (
    <section class="work-group" aria-labelledby="work-mended">
      <h2 id="work-mended">
        {t('provenance.mended.title')}{' '}
        <small>{t('provenance.group.count', { count: mended.length })}</small>
      </h2>
      <p class="site-note">{t('provenance.mended.lead')}</p>
      <ul class="work-mended">
        {mended.map(({ id, nameZh, nameEn, kind, assignedTo, dueDate, doneDate }) => (
          <li key={id}>
            <b>
              {nameZh === null
                ? t('provenance.mended.gone')
                : nameOf({ nameZh, nameEn: nameEn ?? nameZh })}
            </b>{' '}
            <span class="tag">{t(`provenance.kind.${kind}`)}</span>{' '}
            {t('provenance.mended.of', { side: assignedTo, date: dateText(dueDate) })}
            {doneDate && ` · ${t('provenance.mended.done', { date: dateText(doneDate) })}`}
          </li>
        ))}
      </ul>
    </section>
  )
}
