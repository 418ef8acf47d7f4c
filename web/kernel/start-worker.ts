// Starts a worker of the kernel, whose code lies beside the page.

/** Throws where the browser has no workers. */
export function startWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'kernel' })
}
