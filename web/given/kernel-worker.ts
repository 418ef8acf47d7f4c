// The worker of the page in a file: first it is handed the files it needs, then it takes orders.
import { takeOrders } from '#web/kernel/take-orders.ts'

addEventListener(
  'message',
  ({ data: files }: MessageEvent<Record<string, string>>) => {
    takeOrders(async (address) => {
      const text = files[new URL(String(address)).pathname]
      return text ? new Response(text) : new Response(null, { status: 404 })
    })
  },
  { once: true },
)
