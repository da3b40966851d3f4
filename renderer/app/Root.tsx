import { useEffect } from 'react'
import { I18nProvider } from 'react-aria-components'
import type { Backend } from '../../shared/contract/backend.ts'
import { BackendContext } from '../backend/backend-context.ts'
import type { SettingsSession } from '../settings/settings-session.ts'
import { type Store, useStore } from '../ui/store.ts'
import { App } from './App.tsx'
import { FaultBoundary } from './FaultBoundary.tsx'
import { LibraryGate } from './LibraryGate.tsx'

interface RootProps {
  backend: Backend
  settings: SettingsSession
  /** How often events may have been missed. */
  missed: Store<number>
}

/** What surrounds every screen: the way to the host, the office's settings, the language. */
export function Root({ backend, settings, missed }: RootProps) {
  const missedCount = useStore(missed)

  // biome-ignore lint/correctness/useExhaustiveDependencies: missed events are the reason to read again
  useEffect(() => {
    settings.reload().catch(() => undefined)
  }, [settings, missedCount])

  return (
    <I18nProvider locale="zh-CN">
      <BackendContext value={backend}>
        <FaultBoundary>
          <LibraryGate missed={missedCount}>
            <App settings={settings} missed={missedCount} />
          </LibraryGate>
        </FaultBoundary>
      </BackendContext>
    </I18nProvider>
  )
}

/** A page that was opened without the host: a bookmark, or an address used a second time. */
export function NotConnected() {
  return (
    <main className="lone-message">
      <h1>这个窗口没有连上会备</h1>
      <p>请关闭它，从桌面图标重新打开，或用启动时显示的地址打开。文稿都在，没有丢。</p>
    </main>
  )
}
