import './ui/tokens.css'
import './ui/base.css'
import './ui/controls.css'
import './ui/forced-colors.css'
import './app/app.css'
import './meetings/meetings.css'
import './facts/facts.css'
import './workbench/workbench.css'
import './checklist/checklist.css'
import './findings/findings.css'
import './revisions/revisions.css'
import './delivery/delivery.css'
import './ledger/ledger.css'
import './chain/chain.css'
import './agenda/agenda.css'
import './settings/settings.css'
import './backups/backups.css'
import './help/help.css'
import { createRoot } from 'react-dom/client'
import { NotConnected, Root } from './app/Root.tsx'
import { followAddress } from './app/route.ts'
import { connect } from './backend/connect.ts'
import { createSettingsSession } from './settings/settings-session.ts'
import { applyAppearance } from './ui/appearance.ts'
import { createStore } from './ui/store.ts'

async function start(container: HTMLElement): Promise<void> {
  applyAppearance()
  const missed = createStore(0)
  const backend = await connect(() => missed.set(missed.get() + 1))
  followAddress()
  const root = createRoot(container)
  if (backend) root.render(<Root backend={backend} settings={createSettingsSession(backend)} missed={missed} />)
  else root.render(<NotConnected />)
}

const container = document.getElementById('app')
if (container) void start(container)
