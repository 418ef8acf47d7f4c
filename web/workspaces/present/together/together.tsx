// Other screens that follow the stage, and a phone that turns it: both off until the presenter switches them on.
import '#web/workspaces/present/together/together.css'
import { useEffect, useState } from 'preact/hooks'
import type { RemoteStanding } from '#geodata/contract/presentations.ts'
import { at } from '#web/api/reach.ts'
import { t } from '#web/messages/index.ts'
import { problemText } from '#web/parts/words/problem-text.ts'
import { StageDialog } from '#web/workspaces/present/stage/stage-dialog.tsx'
import {
  endLeading,
  type Leading,
  leading,
  letPhoneIn,
  remoteProblem,
  startLeading,
} from '#web/workspaces/present/together/lead.ts'
import { Qr } from '#web/workspaces/present/together/qr.tsx'

export function Together() {
  const now = leading.value
  return (
    <StageDialog id="together" title={t('present.actTogether')}>
      {now.kind === 'on' ? <On on={now} /> : <Off now={now} />}
    </StageDialog>
  )
}

function Off({ now }: { now: Exclude<Leading, { kind: 'on' }> }) {
  return (
    <div class="together">
      <p>{t('together.what')}</p>
      <button
        type="button"
        class="primary"
        disabled={now.kind === 'starting'}
        onClick={() => void startLeading()}
      >
        {t('together.start')}
      </button>
      {now.kind === 'replaced' && <p role="status">{t('together.replaced')}</p>}
      {now.kind === 'failed' && <p role="alert">{problemText(now.problem)}</p>}
    </div>
  )
}

function On({ on }: { on: Extract<Leading, { kind: 'on' }> }) {
  const { led, desk, line } = on
  return (
    <div class="together">
      <section>
        <h3>{t('together.screens')}</h3>
        <p role="status">
          {line === 'lost'
            ? t('together.deskLost')
            : t('together.count', { count: desk?.followers ?? 0 })}
        </p>
        <FollowLink id={led.id} />
      </section>
      <section>
        <h3>{t('together.phone')}</h3>
        {desk && <Remote remote={desk.remote} />}
        {remoteProblem.value && <p role="alert">{problemText(remoteProblem.value)}</p>}
      </section>
      <button type="button" onClick={() => void endLeading()}>
        {t('together.end')}
      </button>
    </div>
  )
}

/** The address holds nothing but what to follow: who follows changes nothing at the stage. */
function FollowLink({ id }: { id: string }) {
  const [copied, setCopied] = useState(false)
  const link = new URL(`${at('/')}?follow=${id}`, location.href).href
  const copy = () => {
    navigator.clipboard?.writeText(link).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  }
  return (
    <>
      <p class="together-link">
        <a href={link} target="_blank" rel="noreferrer">
          {link}
        </a>
        <button type="button" onClick={copy}>
          {t(copied ? 'together.copied' : 'together.copy')}
        </button>
      </p>
      {isThisMachine(location.hostname) && <p class="site-note">{t('together.thisMachine')}</p>}
    </>
  )
}

function Remote({ remote }: { remote: RemoteStanding }) {
  const [chosen, setChosen] = useState<string | null>(null)
  const host = chosen ?? (remote.kind === 'on' ? remote.host : remote.hosts[0])
  const choose = (next: string) => {
    setChosen(next)
    if (remote.kind === 'on') void letPhoneIn(true, next)
  }
  return (
    <>
      <label class="together-switch">
        <input
          type="checkbox"
          checked={remote.kind === 'on'}
          onChange={({ currentTarget }) => void letPhoneIn(currentTarget.checked, host)}
        />
        <span>{t('together.switch')}</span>
      </label>
      <p class="site-note">
        {remote.kind === 'on'
          ? t('together.opened', { address: remote.address })
          : t('together.opens', { host: host ?? t('present.unknown') })}
      </p>
      {remote.hosts.length > 1 && (
        <label class="together-host">
          <span>{t('together.host')}</span>
          <select value={host} onChange={({ currentTarget }) => choose(currentTarget.value)}>
            {remote.hosts.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </label>
      )}
      {remote.kind === 'off' && remote.expired && <p role="status">{t('together.expired')}</p>}
      {remote.kind === 'on' && <Code remote={remote} />}
    </>
  )
}

function Code({ remote }: { remote: Extract<RemoteStanding, { kind: 'on' }> }) {
  const { address, code, phones, codeSeconds } = remote
  const left = useSecondsLeft(codeSeconds, code)
  const page = `${address}/remote`
  return (
    <div class="together-code">
      {code !== null && left > 0 ? (
        <>
          {/* Behind the sign the code reaches the phone alone: it is sent to no server with the address. */}
          <Qr text={`${page}#${code}`} label={t('together.scan')} />
          <div>
            <p>{t('together.how', { page })}</p>
            <p class="together-digits">{`${code.slice(0, 3)} ${code.slice(3)}`}</p>
            <p class="site-note">{t('together.left', { minutes: Math.ceil(left / 60) })}</p>
          </div>
        </>
      ) : (
        <button type="button" onClick={() => void letPhoneIn(true)}>
          {t('together.another')}
        </button>
      )}
      <p role="status">{t('together.paired', { count: phones })}</p>
    </div>
  )
}

/** Counts down from when the code came. */
function useSecondsLeft(seconds: number, code: string | null): number {
  const [passed, setPassed] = useState(0)
  useEffect(() => {
    const since = Date.now()
    setPassed(0)
    const timer = setInterval(() => setPassed((Date.now() - since) / 1000), 1000)
    return () => clearInterval(timer)
  }, [seconds, code])
  return Math.max(0, seconds - passed)
}

/** A link with such a name leads nowhere from another machine. */
const isThisMachine = (host: string) => /^(localhost|127\.[\d.]+|\[::1\])$/.test(host)
