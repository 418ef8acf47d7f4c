// Makes a street network ready step by step, while the server answers in between.
import { setImmediate } from 'node:timers/promises'
import { type LoadedNetwork, streetSteps } from '#geodata/analysis/answering/loaded-network.ts'

export async function streetNetworkBeside(
  ...asked: Parameters<typeof streetSteps>
): Promise<LoadedNetwork> {
  const steps = streetSteps(...asked)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    await setImmediate()
  }
}
