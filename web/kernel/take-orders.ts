// Takes the orders of the page one after the other, and hands them to the desk.
import { type Desk, openDesk } from '#web/kernel/desk.ts'
import type { FromKernel, ToKernel } from '#web/kernel/messages.ts'

/** Listens in a worker from now on; `reach` fetches what the desk needs. */
export function takeOrders(reach: typeof fetch): void {
  let desk: Desk | null = null
  let before: Promise<void> = Promise.resolve()
  /** One answer at a time: what is asked meanwhile comes next. */
  const practise = (): void => {
    before = before.then(() => {
      if (desk?.practise()) setTimeout(practise)
    })
  }
  const tell = (message: FromKernel) => postMessage(message)
  addEventListener('message', ({ data }: MessageEvent<ToKernel>) => {
    if (data.kind === 'begin') desk = openDesk(data, reach)
    else {
      const order = data
      before = before.then(async () => {
        if (!desk) return
        if (order.kind === 'look') return await desk.look()
        tell(order.kind === 'hold' ? await desk.hold(order) : await desk.answer(order, tell))
        if (order.kind === 'hold' && order.drawsRings) practise()
      })
    }
  })
}
