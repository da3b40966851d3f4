import { createStore } from '../ui/store.ts'

export const RECTIFICATION_TABS = [
  { id: 'ledger', label: '整改台账' },
  { id: 'tracking', label: '跟踪督办' },
  { id: 'chain', label: '责任链条' },
  { id: 'agenda', label: '议程' },
  { id: 'check', label: '全会核对' },
] as const
export type RectificationTab = (typeof RECTIFICATION_TABS)[number]['id']

/** What the window shows. It stands in the address, so that a reload comes back to it. */
export type Route =
  | { page: 'start' }
  | { page: 'new-meeting' }
  | { page: 'meeting'; meetingId: string; paperId: string | null }
  | { page: 'rectification'; meetingId: string; tab: RectificationTab }

export function parseRoute(hash: string): Route {
  const [, page, meetingId, paperId] = /^#\/?([\w-]*)\/?([\w-]*)\/?([\w-]*)/.exec(hash) ?? []
  if (page === 'new') return { page: 'new-meeting' }
  if (page === 'meeting' && meetingId) return { page: 'meeting', meetingId, paperId: paperId || null }
  if (page === 'rectification' && meetingId)
    return { page, meetingId, tab: RECTIFICATION_TABS.find(({ id }) => id === paperId)?.id ?? 'ledger' }
  return { page: 'start' }
}

export function formatRoute(route: Route): string {
  if (route.page === 'new-meeting') return '#/new'
  if (route.page === 'meeting') return `#/meeting/${route.meetingId}${route.paperId ? `/${route.paperId}` : ''}`
  if (route.page === 'rectification') return `#/rectification/${route.meetingId}/${route.tab}`
  return '#/'
}

export const currentRoute = createStore<Route>({ page: 'start' })

/** Reads the address now and on every step back or forth. Called once, after the token was taken out of it. */
export function followAddress(): void {
  const read = () => currentRoute.set(parseRoute(window.location.hash))
  window.addEventListener('popstate', read)
  window.addEventListener('hashchange', read)
  read()
}

export function go(route: Route, how: 'push' | 'replace' = 'push'): void {
  window.history[how === 'push' ? 'pushState' : 'replaceState'](null, '', formatRoute(route))
  currentRoute.set(route)
}
