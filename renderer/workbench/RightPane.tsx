import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'

export type PaneTab = 'points' | 'findings' | 'facts' | 'remarks' | 'revisions' | 'materials'

interface RightPaneProps {
  tab: PaneTab
  onTab(tab: PaneTab): void
  missing: number
  findings: number
  openFacts: number
  remarks: number
  panels: Record<PaneTab, ReactNode>
}

/** The panels beside the paper. */
export function RightPane({ tab, onTab, missing, findings, openFacts, remarks, panels }: RightPaneProps) {
  const tabs: { id: PaneTab; label: string; count: number; said: string }[] = [
    { id: 'points', label: '要点清单', count: missing, said: '项必备没写' },
    { id: 'findings', label: '校核', count: findings, said: '处' },
    { id: 'facts', label: '要素', count: openFacts, said: '处待填' },
    { id: 'remarks', label: '批注', count: remarks, said: '条没处理' },
    { id: 'revisions', label: '版本', count: 0, said: '' },
    { id: 'materials', label: '素材', count: 0, said: '' },
  ]
  return (
    <aside className="pane pane-right" data-pane="" aria-label="要点、校核、要素、批注、版本">
      <Tabs className="tabs-frame" selectedKey={tab} onSelectionChange={(key) => onTab(key as PaneTab)}>
        <TabList className="tabs" aria-label="右栏" data-tour="tabs">
          {tabs.map(({ id, label, count, said }) => (
            <Tab key={id} id={id} className="tab">
              {label}
              {count > 0 && (
                <span className="tab-count">
                  {count}
                  <span className="visually-hidden">{said}</span>
                </span>
              )}
            </Tab>
          ))}
        </TabList>
        {tabs.map(({ id }) => (
          <TabPanel key={id} id={id} className="tab-panel" data-tour={id}>
            {panels[id]}
          </TabPanel>
        ))}
      </Tabs>
    </aside>
  )
}
