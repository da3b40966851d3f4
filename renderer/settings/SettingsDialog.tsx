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

const MARGINS = [
  { id: 'top', label: '上（天头）' },
  { id: 'bottom', label: '下' },
  { id: 'left', label: '左（订口）' },
  { id: 'right', label: '右' },
] as const

const FONT_ROLES = [
  { id: 'title', label: '标题' },
  { id: 'body', label: '正文' },
  { id: 'kai', label: '二级标题、署名' },
  { id: 'hei', label: '一级标题' },
  { id: 'song', label: '页码' },
  { id: 'latin', label: '数字和字母' },
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

          <SettingsGroup title="版面" note="默认值照国家标准 GB/T 9704—2012">
            <Select
              label="字体"
              value={settings.layout.fonts}
              options={[
                { id: 'standard', label: '公文常用字体', note: '方正小标宋、仿宋_GB2312、楷体_GB2312' },
                { id: 'windows', label: 'Windows 自带字体', note: '仿宋、楷体、黑体、宋体' },
                { id: 'custom', label: '自己指定' },
              ]}
              onChange={(fonts) => changeLayout({ fonts })}
            />
            <Select
              label="页码"
              value={settings.layout.pageNumber}
              options={[
                { id: 'outside', label: '单页居右、双页居左' },
                { id: 'centre', label: '居中' },
                { id: 'none', label: '不要页码' },
              ]}
              onChange={(pageNumber) => changeLayout({ pageNumber })}
            />
            <Select
              label="标题下面"
              value={settings.layout.bylineOrder}
              options={[
                { id: 'date-first', label: '先日期，后讲话人' },
                { id: 'speaker-first', label: '先讲话人，后日期' },
              ]}
              onChange={(bylineOrder) => changeLayout({ bylineOrder })}
            />
            <Select
              label="大字稿字号"
              value={String(settings.layout.podiumSize)}
              options={[
                { id: '18', label: '小二号' },
                { id: '22', label: '二号' },
                { id: '26', label: '一号' },
              ]}
              onChange={(size) => changeLayout({ podiumSize: Number(size) as Settings['layout']['podiumSize'] })}
            />
            <Choice
              label="大字稿里的生僻字"
              value={settings.layout.podiumRarePinyin ? 'on' : 'off'}
              options={[
                { id: 'on', label: '上面注拼音' },
                { id: 'off', label: '不注' },
              ]}
              onChange={(choice) => changeLayout({ podiumRarePinyin: choice === 'on' })}
            />
            <TextField
              label="大字稿里另外要注音的字词"
              hint="用顿号隔开；要指定读音就写在括号里，例如：单县(shàn xiàn)、仇海"
              value={settings.layout.podiumPinyinWords}
              maxLength={2000}
              onCommit={(podiumPinyinWords) => changeLayout({ podiumPinyinWords })}
            />
            <NumberField
              label="大字稿每讲多久标一次时间"
              unit="分钟，0 为不标"
              value={settings.layout.podiumTimeMarks}
              onCommit={(podiumTimeMarks) => changeLayout({ podiumTimeMarks })}
            />
            <NumberField
              label="签到表、签收单末尾的空行"
              unit="行"
              value={settings.handouts.blankRows}
              onCommit={(blankRows) => change((now) => ({ ...now, handouts: { ...now.handouts, blankRows } }))}
            />
            <Select
              label="每行 28 字"
              value={settings.layout.grid}
              options={[
                { id: 'lines', label: '微调字距', note: 'Word、WPS、LibreOffice 都认' },
                { id: 'linesAndChars', label: 'Word 字符网格', note: '本单位模板要求时才选' },
              ]}
              onChange={(grid) => changeLayout({ grid })}
            />
            <Choice
              label="标题加粗"
              value={`${Number(settings.layout.boldLevel2)}${Number(settings.layout.boldLevel3)}`}
              options={[
                { id: '00', label: '都不加' },
                { id: '10', label: '二级' },
                { id: '01', label: '三级' },
                { id: '11', label: '二、三级' },
              ]}
              onChange={(bold) => changeLayout({ boldLevel2: bold[0] === '1', boldLevel3: bold[1] === '1' })}
            />
            {MARGINS.map(({ id, label }) => (
              <NumberField
                key={id}
                label={`页边距 ${label}`}
                unit="毫米"
                value={settings.layout.margins[id]}
                onCommit={(value) => changeLayout({ margins: { ...settings.layout.margins, [id]: value } })}
              />
            ))}
            {settings.layout.fonts === 'custom' &&
              FONT_ROLES.map(({ id, label }) => (
                <TextField
                  key={id}
                  label={`字体：${label}`}
                  value={settings.layout.customFonts[id]}
                  maxLength={60}
                  onCommit={(name) => changeLayout({ customFonts: { ...settings.layout.customFonts, [id]: name } })}
                />
              ))}
          </SettingsGroup>
        </TabPanel>
        <TabPanel id="pack">
          <PackPage session={packs} settings={session} onSaveFile={onSaveFile} />
        </TabPanel>
      </Tabs>
    </Dialog>
  )
}
