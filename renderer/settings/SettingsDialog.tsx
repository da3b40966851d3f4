import { useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { type Settings, settingsSchema } from '../../shared/model/settings.ts'
import { failureMessage } from '../backend/failure-messages.ts'
import { appearance, setAppearance, type Theme, ZOOMS } from '../ui/appearance.ts'
import { Choice } from '../ui/Choice.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { notify } from '../ui/notice-store.ts'
import { Select } from '../ui/Select.tsx'
import { useStore } from '../ui/store.ts'
import { TextField } from '../ui/TextField.tsx'
import { LayoutSettings } from './LayoutSettings.tsx'
import { NumberField } from './NumberField.tsx'
import { PackPage } from './PackPage.tsx'
import type { PackSession } from './pack-session.ts'
import { SettingsGroup } from './SettingsGroup.tsx'
import type { SettingsSession } from './settings-session.ts'

const THEME_NAMES: readonly { id: Theme; label: string }[] = [
  { id: 'system', label: '随系统' },
  { id: 'light', label: '浅色' },
  { id: 'dark', label: '深色' },
  { id: 'contrast', label: '高对比' },
]

const TERMS = [
  { id: 'plan', label: '整改方案报送' },
  { id: 'rectification', label: '集中整改' },
  { id: 'report', label: '整改报告报送' },
] as const

const UNITS = [
  { id: 'day', label: '天' },
  { id: 'workday', label: '个工作日' },
  { id: 'month', label: '个月' },
] as const

interface SettingsDialogProps {
  session: SettingsSession
  packs: PackSession
  /** Hands a file to the user; false when the user gave up. */
  onSaveFile(file: { fileName: string; bytes: string }): Promise<boolean>
  onClose(): void
}

/** 设置: every change is applied and kept at once. What may not be is refused with a sentence and changes nothing. */
export function SettingsDialog({ session, packs, onSaveFile, onClose }: SettingsDialogProps) {
  const settings = useStore(session.store)
  const look = useStore(appearance)
  const [problem, setProblem] = useState<string | null>(null)

  const change = (edit: (settings: Settings) => Settings) => {
    const next = settingsSchema.safeParse(edit(settings))
    if (!next.success) return setProblem('这个数不合适，没有改动。')
    setProblem(null)
    session.change(edit).catch((error) => notify(failureMessage(error), { tone: 'bad' }))
  }
  const changeLayout = (fields: Partial<Settings['layout']>) =>
    change((now) => ({ ...now, layout: { ...now.layout, ...fields } }))

  return (
    <Dialog title="设置" size="form" onClose={onClose}>
      <Tabs>
        <TabList className="tabs settings-tabs" aria-label="设置">
          <Tab id="office" className="tab">
            常用
          </Tab>
          <Tab id="pack" className="tab">
            规则包
          </Tab>
        </TabList>
        <TabPanel id="office">
          {problem && (
            <p className="banner banner-bad" role="alert">
              {problem}
            </p>
          )}
          <SettingsGroup title="这台电脑" note="只管这台电脑上的显示">
            <Choice
              label="颜色"
              value={look.theme}
              options={THEME_NAMES}
              onChange={(theme) => setAppearance({ theme })}
            />
            <Select
              label="界面大小"
              value={String(look.zoom)}
              options={ZOOMS.map((zoom) => ({ id: String(zoom), label: `${zoom}%` }))}
              onChange={(zoom) => setAppearance({ zoom: Number(zoom) })}
            />
          </SettingsGroup>

          <SettingsGroup title="本单位">
            <TextField
              label="单位名称"
              hint="显示在窗口上方"
              value={settings.officeName}
              maxLength={60}
              onCommit={(officeName) => change((now) => ({ ...now, officeName }))}
            />
            <TextField
              label="您的姓名"
              hint="写进版本记录"
              value={settings.userName}
              maxLength={30}
              onCommit={(userName) => change((now) => ({ ...now, userName }))}
            />
            <NumberField
              label="移走的会议和文稿保留"
              unit="天"
              value={settings.keepRemovedDays}
              onCommit={(keepRemovedDays) => change((now) => ({ ...now, keepRemovedDays }))}
            />
          </SettingsGroup>

          <SettingsGroup title="讲话时长" note="按每分钟多少字估算">
            <NumberField
              label="讲得慢时"
              unit="字/分钟"
              value={settings.speakingRate.slow}
              onCommit={(slow) => change((now) => ({ ...now, speakingRate: { ...now.speakingRate, slow } }))}
            />
            <NumberField
              label="讲得快时"
              unit="字/分钟"
              value={settings.speakingRate.fast}
              onCommit={(fast) => change((now) => ({ ...now, speakingRate: { ...now.speakingRate, fast } }))}
            />
            <NumberField
              label="长句提醒"
              unit="字以上"
              value={settings.longSentence}
              onCommit={(longSentence) => change((now) => ({ ...now, longSentence }))}
            />
          </SettingsGroup>

          <SettingsGroup title="整改时限" note="从反馈之日算起，会议要素里的期限按它推算">
            {TERMS.map(({ id, label }) => (
              <div key={id} className="settings-term">
                <NumberField
                  label={label}
                  value={settings.terms[id].amount}
                  onCommit={(amount) =>
                    change((now) => ({ ...now, terms: { ...now.terms, [id]: { ...now.terms[id], amount } } }))
                  }
                />
                <Select
                  label={`${label}：单位`}
                  hideLabel
                  value={settings.terms[id].unit}
                  options={UNITS}
                  onChange={(unit) =>
                    change((now) => ({ ...now, terms: { ...now.terms, [id]: { ...now.terms[id], unit } } }))
                  }
                />
              </div>
            ))}
          </SettingsGroup>

          <LayoutSettings
            layout={settings.layout}
            onChange={changeLayout}
            handouts={settings.handouts}
            onHandouts={(fields) => change((now) => ({ ...now, handouts: { ...now.handouts, ...fields } }))}
          />
        </TabPanel>
        <TabPanel id="pack">
          <PackPage session={packs} settings={session} onSaveFile={onSaveFile} />
        </TabPanel>
      </Tabs>
    </Dialog>
  )
}
