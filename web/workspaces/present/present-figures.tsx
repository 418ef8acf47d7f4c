// How do a scene's live figures stand beside the map? One large, the others as rows, systems as bars.

import {
  type Answers,
  filled,
  sourcesOf,
  untoldDoubt,
} from '#geodata/analysis/stories/scene-told.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { FigureAnswer, LiveFigure, Scene } from '#geodata/contract/stories.ts'
import { say, t } from '#web/messages/index.ts'
import { shortSource } from '#web/parts/words/short-source.ts'
import { systemMark } from '#web/parts/words/system-mark.ts'
import { TableFigure } from '#web/workspaces/present/figure-table.tsx'

type Answered = { figure: LiveFigure; answer: FigureAnswer | undefined }

/** The words of a scene with its figures in them. */
export function sceneWords(
  scene: Scene,
  part: 'title' | 'text' | 'notes',
  answers: Answers,
): string {
  const words = scene[part]
  return words ? wordsOf(words, scene, answers) : ''
}

/** Any words of a scene with its figures in them. */
export function wordsOf(words: Bilingual, scene: Scene, answers: Answers): string {
  return figuresIn(sideOf(words), scene, answers)
}

/** Words of one language with the figures of the scene in them. */
export function figuresIn(words: string, scene: Scene, answers: Answers): string {
  return filled(words, scene, answers, inWords)
}

/** In the language of the page; what was written in one language alone is shown in that one. */
export function sideOf(words: Bilingual): string {
  return say(words) || words.zh || words.en
}

function inWords(answer: FigureAnswer | undefined): string {
  if (!answer?.said) return t('present.unknown')
  const doubt = untoldDoubt(answer)
  const value = say(answer.said)
  return doubt && answer.total !== null
    ? t('present.inWords', { value, low: doubt[0], high: doubt[1] })
    : value
}

export function Figures({ scene, answers }: { scene: Scene; answers: readonly FigureAnswer[] }) {
  const answered = scene.figures.map(
    (figure, index): Answered => ({ figure, answer: answers[index] }),
  )
  const listed = answered.filter(({ figure }) => figure.place === 'list')
  const ranked = listed.filter(({ figure }) => figure.kind === 'ranking')
  const tables = listed.filter(({ answer }) => answer?.table)
  const rows = listed.filter(
    ({ figure, answer }) => !figure.system && figure.kind !== 'ranking' && !answer?.table,
  )
  const bars = listed.filter(({ figure }) => figure.system)
  return (
    <>
      {rows.length > 0 && (
        <dl class="show-figures">
          {rows.map(({ figure, answer }, index) => (
            <div key={figure.id}>
              <dt>
                <span>{say(figure.label)}</span>
                {answer && (
                  <Beside answer={answer} lead={index > 0 ? rows[0]?.answer : undefined} />
                )}
              </dt>
              <dd>
                <Value answer={answer} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {ranked.map((one) => (
        <Ranked key={one.figure.id} {...one} />
      ))}
      {tables.map(
        ({ figure, answer }) =>
          answer?.table && (
            <TableFigure key={figure.id} figure={figure} table={answer.table} answer={answer} />
          ),
      )}
      {bars.length > 0 && <Bars title={scene.barsTitle && say(scene.barsTitle)} bars={bars} />}
    </>
  )
}

function Value({ answer }: { answer: FigureAnswer | undefined }) {
  if (!answer?.said) return <span class="show-unknown">{t('present.unknown')}</span>
  return (
    <>
      <b>{say(answer.said)}</b>
      {answer.unit && say(answer.unit) && <span class="unit">{say(answer.unit)}</span>}
    </>
  )
}

/** Of how many (unless the leading figure says so already), how sure, and by which clause. */
function Beside({ answer, lead }: { answer: FigureAnswer; lead: FigureAnswer | undefined }) {
  const doubt = untoldDoubt(answer)
  const { total, clauseZh } = answer
  const parts = [
    total === null || total === lead?.total
      ? ''
      : t('present.ofTotal', { total, unit: answer.unit ? say(answer.unit) : '' }),
    doubt ? t('present.doubt', { low: doubt[0], high: doubt[1] }) : '',
  ].filter(Boolean)
  if (parts.length === 0 && !clauseZh) return null
  return (
    <small>
      {parts.join(t('present.comma'))}
      {clauseZh && <q lang="zh-CN">{clauseZh}</q>}
    </small>
  )
}

/** The best of a ranking on the scale of the score; a pale bar holds nine in ten draws. */
function Ranked({ figure, answer }: Answered) {
  const rows = answer?.rows ?? []
  const isTied = answer?.value === null && answer.said !== null
  const percent = (share: number) => `${Math.round(share * 1000) / 10}%`
  return (
    <div class="show-ranked">
      <h3>{say(figure.label)}</h3>
      {rows.length === 0 && <span class="show-unknown">{t('present.unknown')}</span>}
      <ol>
        {rows.map(({ id, name, rank, group, said, share, shareLow, shareHigh }) => (
          <li key={id}>
            <em data-first={group === 1 ? '' : undefined}>{rank}</em>
            <span>{say(name)}</span>
            <i aria-hidden="true">
              <u style={{ left: percent(shareLow), width: percent(shareHigh - shareLow) }} />
              <s style={{ left: percent(share) }} />
            </i>
            <b>{t('present.points', { score: say(said) })}</b>
          </li>
        ))}
      </ol>
      {isTied && answer?.said && <p>{t('present.tied', { names: say(answer.said) })}</p>}
    </div>
  )
}

/** On one scale from zero, so that lengths can be compared; the number stands beside its bar. */
function Bars({ title, bars }: { title: string | undefined; bars: Answered[] }) {
  const amount = ({ answer }: Answered) => (typeof answer?.value === 'number' ? answer.value : 0)
  const longest = Math.max(1, ...bars.map(amount))
  return (
    <div class="show-bars">
      {title && <h3>{title}</h3>}
      <ul>
        {bars.map((one) => {
          const { system, label, id } = one.figure
          if (!system) return null
          return (
            <li key={id}>
              <b class={`chip seg-${system}`} aria-hidden="true">
                {systemMark(system)}
              </b>
              <span>{say(label)}</span>
              <i aria-hidden="true">
                <s class={`seg-${system}`} style={{ width: `${(amount(one) / longest) * 100}%` }} />
              </i>
              <b>{one.answer?.said ? say(one.answer.said) : t('present.unknown')}</b>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

type SourceLineProps = {
  scene: Scene
  answers: readonly FigureAnswer[]
  analysisSource: Bilingual | null
}

/** What figures and map of the scene were worked out from, each source once. */
export function SourceLine({ scene, answers, analysisSource }: SourceLineProps) {
  const sources = sourcesOf(scene, answers, analysisSource, (source) => shortSource(say(source)))
  if (sources.length === 0) return null
  return (
    <p class="show-source">{t('present.source', { source: sources.join(t('present.comma')) })}</p>
  )
}
