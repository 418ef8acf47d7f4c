// Into which table does the next file go?
import { signal } from '@preact/signals'

export const chosenTable = signal<string>('companies')
