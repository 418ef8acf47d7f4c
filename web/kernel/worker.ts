// The worker of the page, which fetches what it needs from the server.
import { takeOrders } from '#web/kernel/take-orders.ts'

takeOrders(fetch)
