// How is a network built from the page? An admin's token, extracts, a name, then progress in words.
import { useEffect, useState } from 'preact/hooks'
import type { BuildJob } from '#geodata/contract/jobs.ts'
import { inSight } from '#web/api/asked.ts'
import { adminToken, setAdminToken } from '#web/api/reach.ts'
import { language, say, t } from '#web/messages/index.ts'
import {
  bring,
  build,
  cancelBuild,
  extractsQuestion,
  openWork,
} from '#web/panels/networks/network-acts.ts'
import {
  actProblem,
  isOver,
  job,
  nameAfter,
  sizeText,
  uploading,
} from '#web/panels/networks/network-work.ts'
import { problemText } from '#web/parts/words/problem-text.ts'
import { networks } from '#web/state/region/networks.ts'

export function NetworkBuild() {
  const [chosen, setChosen] = useState<string[]>([])
  useEffect(() => void openWork(), [])
  const problem = actProblem.value
  const now = job.value
  const isAdmin = adminToken.value !== null
  const isBuilding = now !== null && !isOver(now)
  return (
    <section class="network-build" aria-labelledby="network-build-title">
      <h3 id="network-build-title">{t('network.build')}</h3>
      <p class="network-lead">{t('network.buildLead')}</p>
      {!isAdmin && <Token />}
      <ExtractChoice chosen={chosen} choose={setChosen} />
      {isAdmin && <UploadFile chosen={chosen} choose={setChosen} />}
      {isAdmin && !isBuilding && <Order chosen={chosen} />}
      {now && <Progress job={now} />}
      {problem && (
        <p class="network-bad" role="alert">
          {problemText(problem)}
        </p>
      )}
      {isAdmin && (
        <button type="button" class="quiet" onClick={() => setAdminToken(null)}>
          {t('network.tokenForget')}
        </button>
      )}
    </section>
  )
}

function Token() {
  const [text, setText] = useState('')
  const use = (event: Event) => {
    event.preventDefault()
    if (text.trim()) setAdminToken(text.trim())
    actProblem.value = null
  }
  return (
    <form class="network-token" onSubmit={use}>
      <label>
        <span>{t('network.token')}</span>
        <input
          type="password"
          autocomplete="off"
          aria-describedby="network-token-hint"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <button type="submit">{t('network.tokenUse')}</button>
      <small id="network-token-hint">{t('network.tokenHint')}</small>
    </form>
  )
}

type ChoiceProps = { chosen: string[]; choose: (chosen: string[]) => void }

function ExtractChoice({ chosen, choose }: ChoiceProps) {
  const state = extractsQuestion.asked.value
  const items = inSight(state)
  if (state.kind === 'failed') {
    return (
      <p class="network-bad" role="alert">
        {t('network.extractsFailed', { why: problemText(state.problem) })}{' '}
        <button type="button" onClick={extractsQuestion.again}>
          {t('network.extractsAgain')}
        </button>
      </p>
    )
  }
  if (!items) return <p role="status">{t('network.extractsLoading')}</p>
  if (items.length === 0) return <p class="network-none">{t('network.extractsNone')}</p>
  return (
    <fieldset class="network-extracts">
      <legend>{t('network.extracts')}</legend>
      {items.map(({ name, bytes, date }) => (
        <label key={name}>
          <input
            type="checkbox"
            checked={chosen.includes(name)}
            onChange={(event) =>
              choose(
                event.currentTarget.checked
                  ? [...chosen, name]
                  : chosen.filter((other) => other !== name),
              )
            }
          />
          <span>
            {name}
            <small>
              {sizeText(bytes, language.value)} · {date.slice(0, 10)}
            </small>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function UploadFile({ chosen, choose }: ChoiceProps) {
  const now = uploading.value
  if (now) {
    const percent = Math.floor(now.share * 100)
    const text = t('network.uploading', { name: now.name, percent })
    return (
      <div class="network-progress">
        <p>{text}</p>
        <progress max={1} value={now.share} aria-label={text} />
        <button type="button" onClick={now.stop}>
          {t('network.uploadStop')}
        </button>
      </div>
    )
  }
  const send = async (file: File | undefined) => {
    if (file && (await bring(file)) && !chosen.includes(file.name)) choose([...chosen, file.name])
  }
  return (
    <label class="network-upload">
      <span>{t('network.upload')}</span>
      <input
        type="file"
        accept=".pbf"
        onChange={(event) => {
          void send(event.currentTarget.files?.[0])
          event.currentTarget.value = ''
        }}
      />
    </label>
  )
}

function Order({ chosen }: { chosen: string[] }) {
  const [named, setNamed] = useState<string | null>(null)
  const [cut, setCut] = useState(false)
  const name = named ?? nameAfter(chosen[0] ?? '')
  const isReady = chosen.length > 0 && name.trim() !== ''
  const replaces = networks.value.items.some(({ id }) => id === name.trim())
  const start = (event: Event) => {
    event.preventDefault()
    if (isReady) build(name.trim(), chosen, cut)
  }
  return (
    <form class="network-order" onSubmit={start}>
      <label>
        <span>{t('network.name')}</span>
        <input
          type="text"
          autocomplete="off"
          value={name}
          onInput={(event) => setNamed(event.currentTarget.value)}
        />
      </label>
      <label class="network-cut">
        <input
          type="checkbox"
          checked={cut}
          onChange={(event) => setCut(event.currentTarget.checked)}
        />
        <span>{t('network.cut')}</span>
      </label>
      {replaces && <small>{t('network.replaces')}</small>}
      {!isReady && <small id="network-start-needs">{t('network.startNeeds')}</small>}
      <button
        type="submit"
        class="primary"
        disabled={!isReady}
        aria-describedby={isReady ? undefined : 'network-start-needs'}
      >
        {t('network.start')}
      </button>
    </form>
  )
}

function Progress({ job: { jobID, status, progress, order, ...said } }: { job: BuildJob }) {
  const { name } = order
  const message = say({ zh: said.messageZh, en: said.message })
  if (status === 'failed') {
    return (
      <p class="network-bad" role="alert">
        {t('network.failed', { name, message })}
      </p>
    )
  }
  if (status === 'successful' || status === 'dismissed') {
    return <p role="status">{t(`network.${status}`, { name, message })}</p>
  }
  const title = t('network.running', { name })
  return (
    <div class="network-progress">
      <p>
        <b>{title}</b>
      </p>
      <progress max={100} value={progress} aria-label={title} />
      <p>
        {/* Each step is read out once; how far it is, the bar says when it is focused. */}
        <span role="status">{message}</span>{' '}
        <span aria-hidden="true">{t('network.percent', { percent: progress })}</span>
      </p>
      {adminToken.value !== null && (
        <button type="button" onClick={() => cancelBuild(jobID)}>
          {t('network.cancel')}
        </button>
      )}
    </div>
  )
}
