// The page on the phone: pair by the code, then turn the scenes with the thumb and read the notes.
import { useEffect, useRef, useState } from 'preact/hooks'
import { REMOTE_CODE_DIGITS, type RemoteCard } from '#geodata/contract/presentations.ts'
import type { Problem } from '#geodata/contract/problem.ts'
import { isCode, type Phone, pair, phone, press, pressProblem } from '#web/remote/pairing.ts'
import { language, words } from '#web/remote/words.ts'
import { clockText } from '#web/workspaces/present/stage/time-plan.ts'

export function RemotePage() {
  const now = phone.value
  const lang = language.value
  useEffect(() => {
    document.documentElement.lang = lang
    document.title = words('remote.title')
  }, [lang])
  if (now.kind === 'over') {
    return (
      <main class="pairing">
        <p role="status">{words('remote.over')}</p>
      </main>
    )
  }
  if (now.kind === 'unpaired') return <Unpaired now={now} />
  return <Desk now={now} />
}

function Unpaired({ now }: { now: Extract<Phone, { kind: 'unpaired' }> }) {
  const [code, setCode] = useState('')
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (isCode(code)) void pair(code)
  }
  return (
    <main class="pairing">
      <h1>{words('remote.title')}</h1>
      <form onSubmit={submit}>
        <label>
          <span>{words('remote.enter')}</span>
          <input
            value={code}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={REMOTE_CODE_DIGITS}
            aria-label={words('remote.code')}
            onInput={({ currentTarget }) => setCode(currentTarget.value.replaceAll(/\D/g, ''))}
          />
        </label>
        <button type="submit" class="primary" disabled={!isCode(code) || now.isTrying}>
          {words('remote.pair')}
        </button>
      </form>
      {now.problem && <p role="alert">{saidOf(now.problem)}</p>}
    </main>
  )
}

function Desk({ now }: { now: Extract<Phone, { kind: 'paired' }> }) {
  const { line, shown, at } = now
  const card = shown?.card
  const trouble =
    line === 'lost'
      ? words('remote.lost')
      : shown?.presenter === 'away'
        ? words('remote.away')
        : pressProblem.value && saidOf(pressProblem.value)
  return (
    <main class="remote">
      <p class="trouble" role="status" hidden={!trouble}>
        {trouble}
      </p>
      {card ? <Card card={card} at={at} /> : <p class="waiting">{words('remote.waiting')}</p>}
      <Buttons card={card ?? null} isOff={line !== 'up' || !card} />
    </main>
  )
}

function Card({ card, at }: { card: RemoteCard; at: number }) {
  const notes = useRef<HTMLElement>(null)
  // Another scene is read from its beginning.
  useEffect(() => notes.current?.scrollTo(0, 0), [card.scene])
  return (
    <>
      <header>
        <b>{words('remote.of', { scene: card.scene + 1, count: card.scenes })}</b>
        <Timer card={card} at={at} />
      </header>
      <section class="card" ref={notes} aria-label={words('remote.notes')}>
        <h1>{card.title}</h1>
        <p class="notes">{card.notes || words('remote.noNotes')}</p>
      </section>
      <p class="next-title">
        {card.nextTitle === null
          ? words('remote.last')
          : words('remote.nextTitle', { title: card.nextTitle })}
      </p>
    </>
  )
}

function Timer({ card, at }: { card: RemoteCard; at: number }) {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  const elapsed = card.elapsedSeconds + Math.max(0, now - at) / 1000
  return (
    <p class="timer" data-late={String(elapsed > card.plannedSeconds)}>
      <span class="visually-hidden">{words('remote.elapsed')} </span>
      <b>{clockText(elapsed)}</b>
      <small>{words('remote.planned', { time: clockText(card.plannedSeconds) })}</small>
    </p>
  )
}

function Buttons({ card, isOff }: { card: RemoteCard | null; isOff: boolean }) {
  const isBlank = card !== null && card.blank !== null
  return (
    <nav>
      <button type="button" class="blank" disabled={isOff} onClick={() => press({ act: 'blank' })}>
        {words(isBlank ? 'remote.shown' : 'remote.black')}
      </button>
      <button type="button" disabled={isOff} onClick={() => press({ act: 'previous' })}>
        {words('remote.previous')}
      </button>
      <button type="button" class="primary" disabled={isOff} onClick={() => press({ act: 'next' })}>
        {words('remote.next')}
      </button>
    </nav>
  )
}

/** Without an answer of the server the phone has words of its own. */
function saidOf(problem: Problem): string {
  if (problem.status === 0) return words('remote.unreached')
  return language.value === 'en' ? problem.detail : problem.detailZh
}
