import { createStore } from './store.ts'

export interface Notice {
  id: number
  tone: 'news' | 'good' | 'bad'
  text: string
  action?: { label: string; run(): void }
}

export const notices = createStore<readonly Notice[]>([])
let last = 0

/** Says something at the foot of the window. Bad news stays until it is closed; other news goes by itself. */
export function notify(text: string, options: Partial<Omit<Notice, 'id' | 'text'>> = {}): void {
  const notice: Notice = { id: ++last, tone: 'news', text, ...options }
  notices.set([...notices.get().filter((shown) => shown.text !== text), notice].slice(-3))
  if (notice.tone !== 'bad') setTimeout(() => dismiss(notice.id), notice.action ? 10_000 : 5_000)
}

export function dismiss(id: number): void {
  notices.set(notices.get().filter((notice) => notice.id !== id))
}
